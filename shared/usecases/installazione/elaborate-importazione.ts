/**
 * The worker of an import: first the plan (what differs), kept as it is; then the entries that differ, a stage at a time, each through the write of its own
 * API. The progress is committed after the outcomes of its stage: a stage repeated writes the same again, and two workers at once disturb nobody.
 */
import { type Azione, hideSegreti, planVoci, type VocePiano } from "../../domain/installazione/differenze.ts";
import type { Documento } from "../../domain/installazione/documento.ts";
import {
  chiaviImportazione,
  countAzioni,
  type Importazione,
  VOCI_PER_TAPPA,
  type VoceEsito,
} from "../../domain/installazione/importazione.ts";
import { descrizioneDi, nomeVoce, type Sezione } from "../../domain/installazione/sezioni.ts";
import { statiImportazione } from "../../domain/installazione/stati-importazione.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Importazioni, Traduttore, VoceAperta } from "../../ports/installazione.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, UnitOfWork } from "../../ports/unit-of-work.ts";
import { loadInstallazione, type PorteInstallazione } from "./load-installazione.ts";
import { openDocumento } from "./request-importazione.ts";

interface Porte extends PorteInstallazione {
  readonly importazioni: Importazioni;
  readonly oggetti: Pick<Oggetti, "get" | "put">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly traduttore: Traduttore;
  readonly parseJson: (testo: string) => unknown;
}

/** Then another message goes on, well within the function's time. */
const TEMPO_MILLISECONDI = 60_000;
const CONTESE_MASSIME = 20;
const IN_PARALLELO = 8;
/** Entries that look at their siblings before they are written: one at a time. */
const UNA_PER_VOLTA: readonly Sezione[] = ["intermediario", "ruolo", "operatore", "configurazione"];

const DA_SCRIVERE: readonly Azione[] = ["AGGIUNTA", "MODIFICA"];
export const daScrivere = (piano: readonly VocePiano[]): readonly VocePiano[] => piano.filter(({ azione }) => DA_SCRIVERE.includes(azione));

/** What the registry has and the document does not is told only of the parts that the document is about. */
const isInArgomento = (documento: Documento, voce: VocePiano): boolean => {
  if (voce.azione !== "ASSENTE") return true;
  if (documento.idDominio !== undefined) return voce.ambito === documento.idDominio;
  const { dentro } = descrizioneDi(voce.sezione);
  const presenti = new Set(documento.voci.map(({ sezione }) => sezione));
  return presenti.has(dentro ?? voce.sezione);
};

const codifica = (valore: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(valore));
const decodifica = (contenuto: Uint8Array): string => new TextDecoder().decode(contenuto);

/** In the name of who asked. */
const withMittente = (traccia: Traccia, { mittente, id }: Importazione): Traccia => ({
  transactionId: traccia.transactionId,
  inizio: traccia.inizio,
  omit: () => traccia.omit(),
  evento: (campi = {}) =>
    traccia.evento({ principal: mittente.principal, ...campi, dettaglioEsito: `${campi.dettaglioEsito} (importazione ${id})` }),
});

const saveVoce = async (voce: VoceAperta, passo: VocePiano, importazione: Importazione, traccia: Traccia): Promise<VoceEsito> => {
  const esito = await voce.save({ chiamante: importazione.mittente, traccia });
  if (esito.ok) return { ...passo, esito: esito.valore === 202 ? "IN_APPROVAZIONE" : "SCRITTA" };
  const { codice, dettaglio } = esito.errore;
  return { ...passo, esito: "RIFIUTATA", codice, ...(dettaglio !== undefined && { dettaglio }) };
};

/** Sections one after the other; inside one, the entries of different owners together, those of one owner in order. */
const saveTappa = async (
  tappa: readonly VocePiano[],
  aperte: ReadonlyMap<string, VoceAperta>,
  importazione: Importazione,
  traccia: Traccia,
): Promise<readonly VoceEsito[]> => {
  const esiti = new Map<string, VoceEsito>();
  for (const sezione of new Set(tappa.map((passo) => passo.sezione))) {
    const file = new Map<string, VocePiano[]>();
    for (const passo of tappa.filter((altro) => altro.sezione === sezione)) {
      const di = UNA_PER_VOLTA.includes(sezione) ? "" : (passo.ambito ?? passo.id);
      file.set(di, [...(file.get(di) ?? []), passo]);
    }
    const gruppi = [...file.values()];
    const work = async (): Promise<void> => {
      for (let gruppo = gruppi.shift(); gruppo; gruppo = gruppi.shift()) {
        for (const passo of gruppo) {
          const aperta = aperte.get(nomeVoce(passo));
          if (!aperta) throw new Error(`voce ${nomeVoce(passo)} del piano assente dal documento`);
          esiti.set(nomeVoce(passo), await saveVoce(aperta, passo, importazione, traccia));
        }
      }
    };
    await Promise.all(Array.from({ length: IN_PARALLELO }, work));
  }
  return tappa.flatMap((passo) => esiti.get(nomeVoce(passo)) ?? []);
};

const conclude = (importazione: Importazione, data: string): Importazione => {
  const stato = statiImportazione.next(importazione.stato, importazione.rifiutate === 0 ? "concludi" : "concludiConRifiuti");
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return { ...importazione, stato: stato.valore, dataConclusione: data };
};

export const elaborateImportazione = (porte: Porte) => {
  const { importazioni, oggetti, unitOfWork, clock, traduttore } = porte;

  const read = async (chiave: string): Promise<unknown> => {
    const contenuto = await oggetti.get(chiave);
    if (!contenuto) throw new Error(`${chiave} non è nel deposito dei documenti`);
    return porte.parseJson(decodifica(contenuto));
  };

  const commit = async (valore: Importazione, messaggi: readonly Messaggio[] = []): Promise<Importazione | undefined> => {
    const nuova = { ...valore, dataUltimoAggiornamento: clock.now() };
    const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "importazione", valore: nuova }], { messaggi });
    return scritto.ok ? { ...nuova, versione: nuova.versione + 1 } : undefined;
  };

  const openVoci = async ({ id }: Importazione) => {
    const aperto = openDocumento(await read(chiaviImportazione.documento(id)), traduttore);
    // It was read whole when it was accepted: a contract that has become stricter since is the only way to get here.
    if (!aperto.ok) throw new Error(`importazione ${id}: ${aperto.errore}`);
    return aperto.valore;
  };

  const makePiano = async (importazione: Importazione): Promise<Importazione | undefined> => {
    const { documento, voci } = await openVoci(importazione);
    const citati = new Set(
      voci.flatMap(({ sezione, id, ambito }) => (sezione === "dominio" ? [id] : sezione === "stazione" ? [] : (ambito ?? []))),
    );
    const attuali = traduttore
      .describe(await loadInstallazione(porte, documento.idDominio === undefined ? "*" : [...citati]))
      .map((voce) => ({ ...voce, corpo: hideSegreti(voce.sezione, voce.corpo).corpo }));
    const piano = planVoci(attuali, voci).filter((voce) => isInArgomento(documento, voce));
    await oggetti.put(chiaviImportazione.piano(importazione.id), codifica(piano), "application/json");
    const contata = { ...importazione, piano: countAzioni(piano) };
    if (importazione.simulazione || daScrivere(piano).length === 0) return commit(conclude(contata, clock.now()));
    const stato = statiImportazione.next(importazione.stato, "confronta");
    if (!stato.ok) throw new Error(stato.errore.messaggio);
    return commit({ ...contata, stato: stato.valore });
  };

  const write = async (importazione: Importazione, traccia: Traccia): Promise<boolean> => {
    const { voci } = await openVoci(importazione);
    const aperte = new Map(voci.map((voce) => [nomeVoce(voce), voce]));
    // Written by this worker, from its own types.
    const piano = daScrivere((await read(chiaviImportazione.piano(importazione.id))) as readonly VocePiano[]);
    const fine = Date.parse(traccia.inizio) + TEMPO_MILLISECONDI;
    let corrente: Importazione | undefined = importazione;
    while (corrente && corrente.stato === "IN_CORSO") {
      const { posizione } = corrente;
      const esiti = await saveTappa(piano.slice(posizione, posizione + VOCI_PER_TAPPA), aperte, corrente, withMittente(traccia, corrente));
      await oggetti.put(chiaviImportazione.esiti(corrente.id, posizione), codifica(esiti), "application/json");
      const count = (quale: VoceEsito["esito"]): number => esiti.filter(({ esito }) => esito === quale).length;
      const avanzata: Importazione = {
        ...corrente,
        posizione: posizione + esiti.length,
        scritte: corrente.scritte + count("SCRITTA"),
        inApprovazione: corrente.inApprovazione + count("IN_APPROVAZIONE"),
        rifiutate: corrente.rifiutate + count("RIFIUTATA"),
      };
      const finita = avanzata.posizione >= piano.length;
      const passa = !finita && Date.parse(clock.now()) >= fine;
      const tappa = corrente.tappa + (passa ? 1 : 0);
      const messaggi: readonly Messaggio[] = passa ? [{ coda: "importazioni", corpo: { id: corrente.id, tappa } }] : [];
      corrente = await commit(finita ? conclude(avanzata, clock.now()) : { ...avanzata, tappa }, messaggi);
      if (passa) return corrente !== undefined;
    }
    return corrente !== undefined;
  };

  /** @throws Error to have the message again: the import is too contended, or a document cannot be read. */
  return async (messaggio: { readonly id: string; readonly tappa: number }, traccia: Traccia): Promise<void> => {
    for (let contese = 0; contese < CONTESE_MASSIME; contese += 1) {
      const importazione = await importazioni.get(messaggio.id);
      if (!importazione) throw new Error(`importazione ${messaggio.id} sconosciuta`);
      if (importazione.dataConclusione !== undefined || messaggio.tappa < importazione.tappa) return;
      const pianificata = importazione.stato === "IN_ATTESA" ? await makePiano(importazione) : importazione;
      if (pianificata?.dataConclusione !== undefined) return;
      if (pianificata && (await write(pianificata, traccia))) return;
    }
    throw new Error(`importazione ${messaggio.id}: troppo contesa`);
  };
};
