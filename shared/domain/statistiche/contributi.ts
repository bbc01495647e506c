/**
 * What a state of an entity counts for, and what a change of state adds to the counters. Additions commute: whatever the order in which changes are told,
 * the counters end the same; each change must be added once (ports/contatori.ts).
 */
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import type { Ricevuta, Riscossione } from "../ricevute/ricevuta.ts";
import { formaNormalizzata, sembraPagoPa } from "../tesoreria/causali/sconosciute.ts";
import type { Movimento } from "../tesoreria/movimento-registrato.ts";
import { giornoDi } from "../valori/date.ts";

/** The dimensions of each cube, in the order in which its keys name them. A value that an entity has not is empty. */
export const CUBI = {
  /** By day of loading. */
  pendenze: ["idUnitaOperativa", "idTipoPendenza", "idA2A", "stato"],
  /** By day of payment. */
  riscossioni: ["idUnitaOperativa", "idTipoPendenza", "divisione", "direzione", "tassonomia", "idA2A", "tipo", "stato"],
  /** By day of payment; of the creditor that owns the notice, once however many are paid by it. */
  ricevute: ["idPsp", "idCanale", "metodoPagamento", "esito"],
  /** By day of emission of the flow. */
  rendicontazioni: ["idFlusso", "idPsp", "revisione", "data", "direzione", "divisione"],
  /** By month of accounting: credits that look like pagoPA and name nothing, by the shape of their text. */
  causali: ["forma"],
} as const;

export type NomeCubo = keyof typeof CUBI;
export type Dimensione = (typeof CUBI)[NomeCubo][number];
export type Dimensioni = Readonly<Partial<Record<Dimensione, string>>>;

export interface Contributo {
  readonly cubo: NomeCubo;
  readonly idDominio: string;
  /** Day in Rome. */
  readonly giorno: string;
  readonly dimensioni: Dimensioni;
  /** Cents. */
  readonly importo: bigint;
  /** Name of the last entity counted, where somebody will want to see one. */
  readonly esempio?: string;
}

export interface Variazione extends Contributo {
  readonly numero: number;
}

/** How to count an entity that is in no cube: not at all. */
type Conta<T> = (entita: T) => Contributo | undefined;

const presenti = (dimensioni: Readonly<Partial<Record<Dimensione, string | undefined>>>): Dimensioni =>
  Object.fromEntries(Object.entries(dimensioni).filter(([, valore]) => valore !== undefined && valore !== ""));

export type PendenzaContata = Pick<
  Pendenza,
  "idDominio" | "dataCaricamento" | "idUnitaOperativa" | "idTipoPendenza" | "idA2A" | "stato" | "importo"
>;

export const countPendenza: Conta<PendenzaContata> = ({ idDominio, dataCaricamento, importo, ...p }) => ({
  ...{ cubo: "pendenze", idDominio, giorno: giornoDi(dataCaricamento), importo },
  dimensioni: presenti({ idUnitaOperativa: p.idUnitaOperativa, idTipoPendenza: p.idTipoPendenza, idA2A: p.idA2A, stato: p.stato }),
});

export type RiscossioneContata = Pick<
  Riscossione,
  | "idDominio"
  | "data"
  | "importo"
  | "tipo"
  | "stato"
  | "idUnitaOperativa"
  | "idTipoPendenza"
  | "divisione"
  | "direzione"
  | "tassonomia"
  | "idA2A"
>;

export const countRiscossione: Conta<RiscossioneContata> = ({ idDominio, data, importo, ...r }) => ({
  ...{ cubo: "riscossioni", idDominio, giorno: giornoDi(data), importo },
  dimensioni: presenti({
    ...{ idUnitaOperativa: r.idUnitaOperativa, idTipoPendenza: r.idTipoPendenza, idA2A: r.idA2A },
    ...{ divisione: r.divisione, direzione: r.direzione, tassonomia: r.tassonomia, tipo: r.tipo, stato: r.stato },
  }),
});

export type RicevutaContata = Pick<
  Ricevuta,
  "idDominio" | "idDominioTitolare" | "dataPagamento" | "importo" | "idPsp" | "idCanale" | "metodoPagamento" | "esito"
>;

export const countRicevuta: Conta<RicevutaContata> = ({ idDominio, idDominioTitolare, dataPagamento, importo, ...r }) =>
  idDominio === idDominioTitolare
    ? {
        ...{ cubo: "ricevute", idDominio, giorno: giornoDi(dataPagamento), importo },
        dimensioni: presenti({ idPsp: r.idPsp, idCanale: r.idCanale, metodoPagamento: r.metodoPagamento, esito: r.esito }),
      }
    : undefined;

export type RendicontazioneContata = Pick<
  Rendicontazione,
  "idDominio" | "idFlusso" | "idPsp" | "revisione" | "data" | "dataFlusso" | "direzione" | "divisione" | "importo"
>;

export const countRendicontazione: Conta<RendicontazioneContata> = ({ idDominio, dataFlusso, importo, ...r }) => ({
  // A row whose flow has not told its day is counted on the day that the name of the flow begins with (pagopa.md 2.2).
  ...{ cubo: "rendicontazioni", idDominio, giorno: dataFlusso === undefined ? r.idFlusso.slice(0, 10) : giornoDi(dataFlusso), importo },
  dimensioni: presenti({
    ...{ idFlusso: r.idFlusso, idPsp: r.idPsp, revisione: String(r.revisione), data: r.data },
    ...{ direzione: r.direzione, divisione: r.divisione },
  }),
});

export type MovimentoContato = Pick<
  Movimento,
  "idDominio" | "id" | "segno" | "stato" | "importo" | "dataContabile" | "causale" | "ordinante" | "chiavi"
>;

/** A credit whose text names no flow and no payment, and looks like pagoPA all the same. */
export const countCausale: Conta<MovimentoContato> = ({
  idDominio,
  id,
  segno,
  stato,
  importo,
  dataContabile,
  causale,
  ordinante,
  chiavi,
}) => {
  const muto = [chiavi.flussi, chiavi.troncati, chiavi.iuv, chiavi.iur].every(({ length }) => length === 0);
  const denaro = segno === "ENTRATA" && (stato === "ESEGUITO" || stato === "REGOLARIZZATO");
  if (!muto || !denaro || !sembraPagoPa({ causale, ...(ordinante !== undefined && { ordinante }) })) return undefined;
  return { cubo: "causali", idDominio, giorno: dataContabile, importo, dimensioni: { forma: formaNormalizzata(causale) }, esempio: id };
};

/** Names a counter: two contributions of the same name are told by one number. */
export const nomeContatore = ({ cubo, dimensioni }: Pick<Contributo, "cubo" | "dimensioni">): string =>
  CUBI[cubo].map((dimensione) => encodeURIComponent(dimensioni[dimensione] ?? "")).join("#");

const isUguale = (a: Contributo, b: Contributo): boolean =>
  a.cubo === b.cubo &&
  a.idDominio === b.idDominio &&
  a.giorno === b.giorno &&
  a.importo === b.importo &&
  nomeContatore(a) === nomeContatore(b);

/** What the new state brings less what the old one brought; nothing when they count the same. */
export const variazioniTra = (prima: Contributo | undefined, dopo: Contributo | undefined): readonly Variazione[] => {
  if (prima && dopo && isUguale(prima, dopo)) return [];
  return [...(prima ? [{ ...prima, importo: -prima.importo, numero: -1 }] : []), ...(dopo ? [{ ...dopo, numero: 1 }] : [])];
};
