/**
 * The job that works through the missing receipts, those asked for by an operator first: payments proved by their settlement row are registered, receipts are
 * asked to pagoPA as long as the key allows. Safe to run twice and at once: each is taken under its version, and whatever fails stays for the next run.
 */
import { type Recupero, recovered } from "../../domain/recuperi/recupero.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Segnaposto } from "../../ports/deposito.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { Recuperi } from "../../ports/recuperi.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { askRicevuta, type ChiamateRimaste, type PorteRichiesta } from "./ask-ricevuta.ts";
import { decideSenzaRpt } from "./register-senza-rpt.ts";

export interface PorteRecupero extends PorteRichiesta {
  readonly recuperi: Pick<Recuperi, "findMaturi">;
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getFlussi">;
  readonly ids: Ids;
}

export type CifreRecupero = Readonly<
  Record<"trovate" | "mancate" | "disservizi" | "rimandate" | "senzaRpt" | "giaArrivate" | "falliti", number>
>;
type Cifra = keyof CifreRecupero;

const PER_TRATTO = 100;
const TRATTI_MASSIMI = 20;
/** Within the function's 300 s, with room for the call in hand. */
const TEMPO_MILLISECONDI = 200_000;
const ESITI_SENZA_RICEVUTA: readonly number[] = [8, 9];

const CIFRE = {
  trovata: "trovate",
  mancata: "mancate",
  disservizio: "disservizi",
  "senza-chiamate": "rimandate",
  altrui: "rimandate",
} as const satisfies Record<string, Cifra>;

/** Rows of the payment that say it had no receipt, each transfer once, the latest revision of its flow. */
const righeDi = ({ rendicontazioni }: Posizione, iur: string): readonly Rendicontazione[] => {
  const perIndice = new Map<number, Rendicontazione>();
  for (const riga of rendicontazioni) {
    const nota = perIndice.get(riga.indice);
    if (riga.iur !== iur || !ESITI_SENZA_RICEVUTA.includes(riga.esito)) continue;
    if (!nota || nota.revisione < riga.revisione) perIndice.set(riga.indice, riga);
  }
  return [...perIndice.values()].toSorted((a, b) => a.indice - b.indice);
};

/** Where the receipt came from, if it is here: under its own id, or through the amount it collected (in the legacy family the IUR is that of the row). */
const findArrivata = ({ ricevute, riscossioni }: Posizione, iur: string): Recupero["provenienza"] => {
  const idRicevuta = riscossioni.find((r) => r.iur === iur && !r.senzaRpt)?.idRicevuta ?? iur;
  const ricevuta = ricevute.find((r) => r.idRicevuta === idRicevuta);
  const provenienza = ricevuta && (ricevuta.provenienza ?? "NODO");
  return provenienza === "PROVA" ? undefined : provenienza;
};

export const recoverRicevute = (porte: PorteRecupero) => {
  const { recuperi, posizioni, rendicontazioni, unitOfWork, clock, ids } = porte;
  const { ready, ask } = askRicevuta(porte);

  const closeArrivata = async (recupero: Recupero, provenienza: NonNullable<Recupero["provenienza"]>): Promise<void> => {
    const valore = recovered(recupero, clock.now(), provenienza);
    if (valore) await unitOfWork.commit([{ azione: "sostituisci", entita: "recupero", valore }]);
  };

  const registerSenzaRpt = async (recupero: Recupero, posizione: Posizione, traccia: Traccia): Promise<void> => {
    const righe = righeDi(posizione, recupero.iur);
    const flussi = righe.length === 0 ? [] : await rendicontazioni.getFlussi(distinctFlussi(righe));
    const superati = new Set(flussi.filter(({ obsoleto }) => obsoleto).map(nomeFlusso));
    const decisione = decideSenzaRpt(
      recupero,
      posizione,
      righe.filter((riga) => !superati.has(nomeFlusso(riga))),
      clock.now(),
    );
    // A conflict means that somebody has just touched the debt: the next run decides on what it finds.
    await unitOfWork.commit(decisione.modifiche, {
      storia: decisione.storia.map((voce) => ({ id: ids.next(), ...voce })),
      eventi: decisione.eventi.map((campi) => traccia.evento(campi)),
    });
  };

  const work = async (recupero: Recupero, rimaste: ChiamateRimaste, traccia: Traccia): Promise<Cifra> => {
    const punto = recupero.stato === "DA_REGISTRARE" ? undefined : await ready(recupero, rimaste);
    // Without calls left even a look at the archive is for nothing, and the list may be long.
    if (recupero.stato !== "DA_REGISTRARE" && !punto) return "rimandate";
    const posizione = await posizioni.getPosizione(recupero);
    const arrivata = findArrivata(posizione, recupero.iur);
    if (arrivata) {
      await closeArrivata(recupero, arrivata);
      return "giaArrivate";
    }
    if (punto) return CIFRE[await ask(recupero, punto, rimaste)];
    await registerSenzaRpt(recupero, posizione, traccia);
    return "senzaRpt";
  };

  return async (traccia: Traccia): Promise<CifreRecupero> => {
    const cifre = { trovate: 0, mancate: 0, disservizi: 0, rimandate: 0, senzaRpt: 0, giaArrivate: 0, falliti: 0 };
    const rimaste: ChiamateRimaste = new Map();
    const inizio = clock.now();
    const fine = Date.parse(inizio) + TEMPO_MILLISECONDI;
    for (const elenco of ["urgenti", "aperti"] as const) {
      let dopo: Segnaposto | undefined;
      for (let tratto = 1; tratto <= TRATTI_MASSIMI; tratto += 1) {
        const pezzo = await recuperi.findMaturi(elenco, inizio, PER_TRATTO, dopo);
        for (const recupero of pezzo.recuperi) {
          if (Date.parse(clock.now()) > fine) return cifre;
          try {
            cifre[await work(recupero, rimaste, traccia)] += 1;
          } catch (errore) {
            cifre.falliti += 1;
            await unitOfWork.putEventi([eventoFallito(recupero, errore, traccia)]);
          }
        }
        dopo = pezzo.dopo;
        if (!dopo) break;
      }
    }
    return cifre;
  };
};

const nomeFlusso = ({ idFlusso, idPsp, revisione }: Pick<Rendicontazione, "idFlusso" | "idPsp" | "revisione">): string =>
  `${idFlusso}\u0000${idPsp}\u0000${revisione}`;

const distinctFlussi = (righe: readonly Rendicontazione[]): readonly Rendicontazione[] => [
  ...new Map(righe.map((riga) => [nomeFlusso(riga), riga])).values(),
];

const eventoFallito = ({ idDominio, iuv, iur }: Recupero, errore: unknown, traccia: Traccia) =>
  traccia.evento({
    idDominio,
    iuv,
    ccp: iur,
    esito: "FAIL",
    severita: 5,
    dettaglioEsito: (errore instanceof Error ? errore.message : String(errore)).slice(0, 300),
  });
