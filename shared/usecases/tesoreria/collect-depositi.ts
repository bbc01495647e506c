/**
 * Files that reach the bucket by themselves: those announced, written by their link, and those that a treasurer drops in the folder of a creditor. Each
 * becomes a loading once; a dropped one is copied beside the others, then taken away.
 */
import { type Caricamento, chiaviCaricamento } from "../../domain/tesoreria/caricamento.ts";
import { statiCaricamento } from "../../domain/tesoreria/stati-caricamento.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Oggetti, OggettoTrovato } from "../../ports/oggetti.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { createCaricamento, MEDIA_CARICAMENTO } from "./add-caricamento.ts";
import { byteDi } from "./byte.ts";
import { messaggioDi } from "./progresso.ts";

interface Porte {
  readonly tesoreria: Pick<Tesoreria, "findInCaricamento" | "findDoppio">;
  readonly oggetti: Pick<Oggetti, "size" | "list" | "delete" | "readTratto" | "compose">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** `tesoreria/{idDominio}/…`: what is under it comes from who holds a key of the bucket. */
export const CARTELLA_DEPOSITO = "tesoreria/";
const DEPOSITO = /^tesoreria\/(\d{11})\/(.+)$/;
const MITTENTE = { tipo: "anonimo", principal: "deposito", nome: "Cartella di deposito" } as const;
const ANNUNCIATI_MASSIMI = 500;
const PAGINE_MASSIME = 10;
/** A link lives an hour: after a day its file does not come any more. */
const ATTESA_MILLISECONDI = 86_400_000;
const NOME_MASSIMO = 255;

const advance = (caricamento: Caricamento, evento: "accogli" | "scarta", adesso: string, descrizioneStato?: string): Caricamento => {
  const stato = statiCaricamento.next(caricamento.stato, evento);
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return {
    ...caricamento,
    stato: stato.valore,
    dataOraUltimoAggiornamento: adesso,
    ...(descrizioneStato !== undefined && { descrizioneStato }),
  };
};

/** Answers what became of an announced loading. */
const welcome = async ({ oggetti, unitOfWork, clock }: Porte, annunciato: Caricamento): Promise<"arrivati" | "scaduti" | "attesi"> => {
  const adesso = clock.now();
  const arrivato = (await oggetti.size(chiaviCaricamento.originale(annunciato))) !== undefined;
  const scaduto = Date.parse(adesso) - Date.parse(annunciato.dataOraCaricamento) > ATTESA_MILLISECONDI;
  if (!arrivato && !scaduto) return "attesi";
  const valore = arrivato
    ? advance(annunciato, "accogli", adesso)
    : advance(annunciato, "scarta", adesso, "il file non è arrivato entro un giorno");
  const messaggi = arrivato ? [messaggioDi(valore)] : [];
  // A conflict means that another run of the job did it.
  await unitOfWork.commit([{ azione: "sostituisci", entita: "caricamento", valore }], { messaggi });
  return arrivato ? "arrivati" : "scaduti";
};

const take = async (
  porte: Porte,
  { chiave, dimensione, etichetta }: OggettoTrovato,
  traccia: Traccia,
): Promise<"raccolti" | "estranei"> => {
  const { tesoreria, oggetti, unitOfWork, anagrafiche, clock, ids } = porte;
  const [, idDominio, nome] = DEPOSITO.exec(chiave) ?? [];
  if (idDominio === undefined || nome === undefined || dimensione === 0 || !(await anagrafiche.getCreditore(idDominio))) return "estranei";
  const nomeDeposito = ["deposito", chiave, etichetta].join("#");
  if ((await tesoreria.findDoppio(nomeDeposito)) === undefined) {
    const nomeFile = nome.replace(/\p{Cc}/gu, "").slice(-NOME_MASSIMO);
    const caricamento = createCaricamento({ idDominio, nomeFile, forza: false }, ids.next(), MITTENTE, clock.now());
    await oggetti.compose(chiaviCaricamento.originale(caricamento), byteDi(oggetti, chiave, dimensione), MEDIA_CARICAMENTO);
    const unicita = { versione: 0, ambito: "caricamento", chiave: nomeDeposito, riferimento: caricamento.id } as const;
    const eventi = [traccia.evento({ idDominio, principal: MITTENTE.principal, datiPagoPA: { idCaricamento: caricamento.id } })];
    await unitOfWork.commit(
      [
        { azione: "crea", entita: "caricamento", valore: caricamento },
        { azione: "crea", entita: "unicita", valore: unicita },
      ],
      { eventi, messaggi: [messaggioDi(caricamento)] },
    );
  }
  await oggetti.delete(chiave);
  return "raccolti";
};

/** Looks once at what was announced and at the folder. Answers how many of each. */
export const collectDepositi =
  (porte: Porte) =>
  async (traccia: Traccia): Promise<Readonly<Record<"arrivati" | "scaduti" | "attesi" | "raccolti" | "estranei", number>>> => {
    const cifre = { arrivati: 0, scaduti: 0, attesi: 0, raccolti: 0, estranei: 0 };
    for (const annunciato of await porte.tesoreria.findInCaricamento(ANNUNCIATI_MASSIMI)) cifre[await welcome(porte, annunciato)] += 1;
    let dopo: string | undefined;
    for (let pagina = 0; pagina < PAGINE_MASSIME; pagina += 1) {
      const trovati = await porte.oggetti.list(CARTELLA_DEPOSITO, dopo);
      for (const trovato of trovati) cifre[await take(porte, trovato, traccia)] += 1;
      dopo = trovati.at(-1)?.chiave;
      if (dopo === undefined) break;
    }
    return cifre;
  };
