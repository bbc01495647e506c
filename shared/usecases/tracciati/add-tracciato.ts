/** Upload of a batch: the file goes to the bucket, the batch and the message for its worker are written together. The same file again is recognised. */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { chiaviTracciato, type TipoContenuto, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Tracciati } from "../../ports/tracciati.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { messaggioDi } from "./progresso.ts";

export interface PorteCaricamento {
  readonly tracciati: Tracciati;
  readonly oggetti: Oggetti;
  readonly unitOfWork: UnitOfWork;
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Hexadecimal SHA-256. */
  readonly impronta: (contenuto: Uint8Array) => string;
}

export interface NuovoTracciato {
  readonly nomeFile: string;
  readonly tipo: TipoContenuto;
  readonly idDominio?: string;
  readonly idTipoPendenza?: string;
  readonly idA2A?: string;
  readonly stampaAvvisi: boolean;
  readonly simulazione: boolean;
  /** Loads the file even if it was loaded before. */
  readonly forza: boolean;
}

export type CodiceCaricamento = "NON_AUTORIZZATO" | "APP_000" | "APP_002" | "DOM_000" | "DOM_001" | "TVR_000" | "TVD_000" | "CONFLITTO";
type Verifica = Esito<void, Rifiuto<CodiceCaricamento>>;

export const MEDIA: Readonly<Record<TipoContenuto, string>> = { JSON: "application/json", CSV: "text/csv", ZIP: "application/zip" };

const checkAmbito = async (anagrafiche: Anagrafiche, nuovo: NuovoTracciato, chiamante: Chiamante): Promise<Verifica> => {
  const { idDominio, idTipoPendenza, idA2A } = nuovo;
  if (idA2A !== undefined && chiamante.idA2A !== undefined && idA2A !== chiamante.idA2A)
    return rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A}`);
  if (idA2A !== undefined && !(await anagrafiche.getApplicazione(idA2A))) return rifiuto("APP_000", `idA2A ${idA2A} non registrata`);
  if (idDominio !== undefined) {
    const creditore = await anagrafiche.getCreditore(idDominio);
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `idDominio ${idDominio} fuori dal proprio ambito`);
    if (!creditore) return rifiuto("DOM_000", `idDominio ${idDominio} non registrato`);
    if (!creditore.dominio.abilitato) return rifiuto("DOM_001", `idDominio ${idDominio} disabilitato`);
    if (idTipoPendenza !== undefined && !creditore.tipiPendenza.some((tipo) => tipo.idTipoPendenza === idTipoPendenza))
      return rifiuto("TVD_000", `idTipoPendenza ${idTipoPendenza} non associato al dominio ${idDominio}`);
  }
  if (idTipoPendenza === undefined) return ok(undefined);
  if (!(await anagrafiche.getTipoPendenza(idTipoPendenza))) return rifiuto("TVR_000", `idTipoPendenza ${idTipoPendenza} non registrato`);
  if (!seesTipoPendenza(chiamante, idTipoPendenza))
    return rifiuto("NON_AUTORIZZATO", `idTipoPendenza ${idTipoPendenza} fuori dal proprio ambito`);
  return ok(undefined);
};

/** 52 bits of chance: an integer that every client reads exactly, and that nobody guesses. */
const nextId = (ids: Ids): string => String(Number.parseInt(ids.next().slice(-13), 16));

const createTracciato = (nuovo: NuovoTracciato, id: string, chiamante: Chiamante, adesso: string): Tracciato => {
  const { forza: _, ...dati } = nuovo;
  const idA2A = nuovo.idA2A ?? chiamante.idA2A;
  return {
    ...dati,
    ...(idA2A !== undefined && { idA2A }),
    versione: 0,
    id,
    stato: "IN_ATTESA",
    mittente: chiamante,
    dataOraCaricamento: adesso,
    dataOraUltimoAggiornamento: adesso,
    ...{ posizione: 0, tappa: 0, righeLette: 0, eseguite: 0, fallite: 0 },
    stampa: { tappa: 0, riga: 0, parti: 0 },
    ...{ avvisiTotali: 0, avvisiStampati: 0, avvisiFalliti: 0 },
  };
};

/** The same file means the same for the same sender, creditor and type; a dry run is another request. */
const chiaveDoppio = (
  { nomeFile, idDominio, idTipoPendenza, simulazione, stampaAvvisi }: NuovoTracciato,
  { principal }: Chiamante,
  impronta: string,
) => [principal, idDominio ?? "-", idTipoPendenza ?? "-", simulazione, stampaAvvisi, nomeFile, impronta].join("#");

export const createAddTracciato =
  ({ tracciati, oggetti, unitOfWork, anagrafiche, clock, ids, impronta }: PorteCaricamento) =>
  /** @returns the batch and whether it is new; a file already loaded answers its own batch, and nothing is written. */
  async (
    nuovo: NuovoTracciato,
    contenuto: Uint8Array,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<{ readonly tracciato: Tracciato; readonly nuovo: boolean }, Rifiuto<CodiceCaricamento>>> => {
    const ammesso = await checkAmbito(anagrafiche, nuovo, chiamante);
    if (!ammesso.ok) return ammesso;
    const digest = impronta(contenuto);
    const chiave = chiaveDoppio(nuovo, chiamante, digest);
    const findGia = async () => {
      const id = nuovo.forza ? undefined : await tracciati.findDoppio(chiave);
      return id === undefined ? undefined : tracciati.get(id);
    };
    const gia = await findGia();
    if (gia) return ok({ tracciato: gia, nuovo: false });
    const tracciato = { ...createTracciato(nuovo, nextId(ids), chiamante, clock.now()), impronta: digest };
    await oggetti.put(chiaviTracciato.richiesta(tracciato.id), contenuto, MEDIA[nuovo.tipo]);
    const unicita = { versione: 0, ambito: "tracciato", chiave, riferimento: tracciato.id } as const;
    const modifiche: Modifica[] = [
      { azione: "crea", entita: "tracciato", valore: tracciato },
      ...(nuovo.forza ? [] : [{ azione: "crea", entita: "unicita", valore: unicita } as const]),
    ];
    const scritto = await unitOfWork.commit(modifiche, {
      eventi: [
        traccia.evento({ ...(nuovo.idDominio !== undefined && { idDominio: nuovo.idDominio }), datiPagoPA: { idTracciato: tracciato.id } }),
      ],
      messaggi: [messaggioDi(tracciato)],
    });
    if (scritto.ok) return ok({ tracciato, nuovo: true });
    // The same file, sent twice at the same time.
    const altro = await findGia();
    return altro ? ok({ tracciato: altro, nuovo: false }) : rifiuto("CONFLITTO");
  };

/** How long the link for the upload of a large file lives. */
const LINK_SECONDI = 3_600;

export interface CaricamentoAnnunciato {
  readonly tracciato: Tracciato;
  readonly url: string;
  readonly tipoContenuto: string;
  readonly secondi: number;
}

/** A batch whose file is too large for a request: the caller writes it in the bucket by a link, then starts the batch. */
export const createAnnounceTracciato =
  ({ oggetti, unitOfWork, anagrafiche, clock, ids }: Omit<PorteCaricamento, "tracciati" | "impronta">) =>
  async (
    nuovo: NuovoTracciato,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<CaricamentoAnnunciato, Rifiuto<CodiceCaricamento>>> => {
    const ammesso = await checkAmbito(anagrafiche, nuovo, chiamante);
    if (!ammesso.ok) return ammesso;
    const tracciato: Tracciato = { ...createTracciato(nuovo, nextId(ids), chiamante, clock.now()), stato: "IN_CARICAMENTO" };
    const scritto = await unitOfWork.commit([{ azione: "crea", entita: "tracciato", valore: tracciato }], {
      eventi: [traccia.evento({ datiPagoPA: { idTracciato: tracciato.id } })],
    });
    if (!scritto.ok) return rifiuto("CONFLITTO");
    const tipoContenuto = MEDIA[nuovo.tipo];
    const url = oggetti.linkScrittura(chiaviTracciato.richiesta(tracciato.id), tipoContenuto, LINK_SECONDI);
    return ok({ tracciato, url, tipoContenuto, secondi: LINK_SECONDI });
  };
