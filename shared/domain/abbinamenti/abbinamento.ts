/**
 * What is remembered of the matching: for each movement what it pays and the ways to explain it that wait for a person, for each flow how much of it
 * was credited, and the decisions of people. All but the decisions is recomputed from the evidence and may be thrown away.
 */
import { definiti } from "../definiti.ts";
import type { Collegamento, EsitoFlusso, EsitoMovimento, Proposta } from "../riscontri/esiti.ts";
import type { OggettoCollegato, Regola } from "../riscontri/evidenze.ts";
import { nomeDi } from "./nome.ts";

/** Of one movement, with its links. */
export interface Abbinamento extends EsitoMovimento {
  readonly versione: number;
  /** Day of the movement in the accounts, and cents that are really there. */
  readonly dataContabile: string;
  readonly importo: bigint;
  readonly collegamenti: readonly Omit<Collegamento, "idDominio" | "idMovimento">[];
  /** Payment codes that it names or pays: a flow that reports one of them concerns it. */
  readonly iuv: readonly string[];
  /** Of the anomalies that it had when it was computed: the same name, the same anomalies. */
  readonly improntaAnomalie: string;
}

/** A way to explain a movement, waiting for a person. */
export interface PropostaAperta extends Proposta {
  readonly versione: number;
  readonly id: string;
  readonly dataContabile: string;
  readonly importo: bigint;
}

/** How much of a flow was credited. */
export interface RiscontroFlusso extends EsitoFlusso {
  readonly versione: number;
  /** Day of settlement. */
  readonly dataRegolamento: string;
  readonly improntaAnomalie: string;
}

export interface RevocaRegola {
  readonly principal: string;
  /** Instant. */
  readonly data: string;
  readonly motivo: string;
}

/** A person's decision about a movement: always stronger than what is computed, until somebody revokes it. */
export interface RegolaRegistrata {
  readonly versione: number;
  readonly idDominio: string;
  readonly id: string;
  readonly idMovimento: string;
  readonly decisione: Regola["decisione"];
  /** What it confirms, with the cents of each, or what it refuses. */
  readonly oggetti: readonly { readonly oggetto: OggettoCollegato; readonly importo?: bigint }[];
  /** The proposal that it decided. */
  readonly idProposta?: string;
  /** Confirmed or refused a proposal, linked by hand, or came of an undo. */
  readonly origine: "PROPOSTA" | "MANUALE" | "ANNULLAMENTO";
  /** The difference is accepted: what it confirms counts as credited for good. */
  readonly chiude?: true;
  readonly nota?: string;
  readonly principal: string;
  /** Instant. */
  readonly data: string;
  readonly revoca?: RevocaRegola;
}

/** All that is stored of one movement. */
export interface MemoriaMovimento {
  readonly abbinamento?: Abbinamento;
  readonly proposte: readonly PropostaAperta[];
  readonly regole: readonly RegolaRegistrata[];
}

/** `idMovimento_nome`: a proposal is found from its id in one read. */
export const idPropostaDi = ({ idMovimento, chiave }: Pick<Proposta, "idMovimento" | "chiave">): string =>
  `${idMovimento}_${nomeDi(chiave)}`;
export const idRegolaDi = (idMovimento: string, nome: string): string => `${idMovimento}_${nome}`;
/** The movement that the id of a proposal or of a decision names. */
export const movimentoDi = (id: string): string | undefined => /^(.+)_[^_]+$/.exec(id)?.[1];

/** The decision as the matching reads it; undefined when it no longer counts. */
export const regolaValida = ({ idDominio, id, idMovimento, decisione, oggetti, chiude, revoca }: RegolaRegistrata): Regola | undefined => {
  if (revoca) return undefined;
  const chi = { id, idDominio, idMovimento };
  switch (decisione) {
    case "NON_PAGOPA":
      return { ...chi, decisione };
    case "RIFIUTO":
      return { ...chi, decisione, oggetti: oggetti.map(({ oggetto }) => oggetto) };
    case "CONFERMA":
      return {
        ...chi,
        decisione,
        oggetti: oggetti.map(({ oggetto, importo = 0n }) => ({ oggetto, importo })),
        ...(chiude && { accettaDifferenza: true }),
      };
  }
};

export const isStessoOggetto = (a: OggettoCollegato, b: OggettoCollegato): boolean =>
  a.tipo === "FLUSSO"
    ? b.tipo === "FLUSSO" && a.idFlusso === b.idFlusso && a.idPsp === b.idPsp
    : b.tipo === "TRASFERIMENTO" && a.iuv === b.iuv && a.iur === b.iur && a.indice === b.indice;

/** The same content, whatever the version: then there is nothing to write. Both are plain data with the same order of fields. */
export const isUguale = <T extends { readonly versione: number }>(a: T, b: T): boolean => {
  const testo = ({ versione: _, ...resto }: T): string =>
    JSON.stringify(resto, (_chiave, valore: unknown) => {
      if (typeof valore === "bigint") return `${valore}n`;
      if (typeof valore !== "object" || valore === null || Array.isArray(valore)) return valore;
      return definiti(Object.fromEntries(Object.entries(valore).sort(([x], [y]) => (x < y ? -1 : 1))));
    });
  return testo(a) === testo(b);
};
