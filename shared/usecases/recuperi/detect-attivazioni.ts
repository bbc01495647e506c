/**
 * Activations that no receipt ever closed: noticed creditor by creditor from where the last search got, and given up once no flow can tell of them any more.
 * Their receiptId is not known, so nothing is asked to pagoPA: they are there to be seen, and to be closed by the receipt or by the row that comes.
 */
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { ATTIVAZIONE_VECCHIA_MINUTI, lapse, type Recupero, recuperoDaTentativo } from "../../domain/recuperi/recupero.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Recuperi } from "../../ports/recuperi.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { openRecuperi } from "./open-recuperi.ts";

interface Porte {
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly posizioni: Pick<Posizioni, "findTentativi" | "getPendenze">;
  readonly recuperi: Pick<Recuperi, "findMaturi" | "getSegnalibroAttivazioni">;
  readonly unitOfWork: Pick<UnitOfWork, "commit" | "putEventi">;
  readonly clock: Clock;
}

export type CifreAttivazioni = Readonly<Record<"domini" | "rilevate" | "decadute" | "falliti", number>>;

/** The first search of a creditor goes back so far, and no run looks at more: what is left is for the next. */
const INIZIO_MINUTI = 3 * 24 * 60;
const PER_PAGINA = 200;
const PAGINE_MASSIME = 20;
const DECADUTE_MASSIME = 500;
const APERTI = ["RPT_ATTIVATA", "RPT_ACCETTATA_NODO"] as const;

const posizioneDi = ({ idDominio, iuv }: { readonly idDominio: string; readonly iuv: string }): string => `${idDominio}#${iuv}`;

/** The last attempt of each payment code; those of the legacy family are recovered by asking the Node (they know their receipt's code), and nobody waits for those in prova. */
const ultimi = (tentativi: readonly Tentativo[]): readonly Tentativo[] => [
  ...new Map(
    tentativi.filter((t) => t.tipoRpt !== "RPT" && t.idRicevuta === undefined && !t.prova).map((t) => [posizioneDi(t), t]),
  ).values(),
];

export const detectAttivazioni = ({ registro, posizioni, recuperi, unitOfWork, clock }: Porte) => {
  /** Only debts still to be paid: those paid otherwise lack nothing. */
  const openPagina = async (tentativi: readonly Tentativo[], adesso: string): Promise<number> => {
    const candidati = ultimi(tentativi);
    const pendenze = candidati.length === 0 ? [] : await posizioni.getPendenze(candidati);
    const daPagare = new Set(pendenze.filter(({ stato }) => stato === "NON_ESEGUITA").map(posizioneDi));
    const nuovi = candidati.filter((t) => daPagare.has(posizioneDi(t))).map((t) => recuperoDaTentativo(t, adesso));
    return openRecuperi(unitOfWork, nuovi);
  };

  const detectDominio = async (idDominio: string, adesso: string): Promise<number> => {
    const segnalibro = await recuperi.getSegnalibroAttivazioni(idDominio);
    const da = segnalibro?.finoA ?? addMinuti(adesso, -INIZIO_MINUTI);
    const a = addMinuti(adesso, -ATTIVAZIONE_VECCHIA_MINUTI);
    if (da >= a) return 0;
    let rilevate = 0;
    let finoA = a;
    let cursore: string | undefined;
    for (let pagina = 1; pagina <= PAGINE_MASSIME; pagina += 1) {
      const letti = await posizioni.findTentativi(
        { idDominio, stati: APERTI, da, a, ordine: "asc", domini: "*", tipiPendenza: "*" },
        { limite: PER_PAGINA, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
      );
      rilevate += await openPagina(letti.elementi, adesso);
      cursore = letti.cursore;
      if (cursore === undefined) break;
      finoA = letti.elementi.at(-1)?.dataRichiesta ?? da;
    }
    // A refusal means that another run moved it meanwhile: what was written is the same.
    const valore = { versione: segnalibro?.versione ?? 0, idDominio, finoA: cursore === undefined ? a : finoA };
    await unitOfWork.commit([{ azione: segnalibro ? "sostituisci" : "crea", entita: "segnalibroAttivazioni", valore }]);
    return rilevate;
  };

  const lapseVecchie = async (adesso: string): Promise<number> => {
    const { recuperi: vecchie } = await recuperi.findMaturi("attesa", adesso, DECADUTE_MASSIME);
    let decadute = 0;
    for (const recupero of vecchie) {
      const valore: Recupero | undefined = lapse(
        recupero,
        adesso,
        "Nessuna ricevuta e nessun flusso: con questa attivazione non ha pagato nessuno",
      );
      const esito = valore && (await unitOfWork.commit([{ azione: "sostituisci", entita: "recupero", valore }]));
      if (esito?.ok) decadute += 1;
    }
    return decadute;
  };

  return async (traccia: Traccia): Promise<CifreAttivazioni> => {
    const adesso = clock.now();
    const domini = (await registro.list("dominio")).filter((d) => d.intermediato && d.abilitato);
    const cifre = { domini: domini.length, rilevate: 0, decadute: 0, falliti: 0 };
    for (const { idDominio } of domini) {
      try {
        cifre.rilevate += await detectDominio(idDominio, adesso);
      } catch (errore) {
        cifre.falliti += 1;
        const dettaglioEsito = (errore instanceof Error ? errore.message : String(errore)).slice(0, 300);
        await unitOfWork.putEventi([traccia.evento({ idDominio, esito: "FAIL", severita: 5, dettaglioEsito })]);
      }
    }
    cifre.decadute = await lapseVecchie(adesso);
    return cifre;
  };
};
