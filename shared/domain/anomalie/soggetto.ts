/** What an anomaly is about, and the name that follows from it: the same trouble of the same thing is one anomaly, however many times it is found. */
import { toNomePercorso } from "../valori/nome-percorso.ts";
import type { CodiceAnomalia } from "./codici-anomalia.ts";

export type SoggettoAnomalia =
  /** Without its revision: the trouble that a new revision still has is the same. */
  | { readonly tipo: "FLUSSO"; readonly idFlusso: string; readonly idPsp: string }
  | { readonly tipo: "MOVIMENTO"; readonly idMovimento: string }
  /** One transfer: creditor, IUV, IUR and index. */
  | { readonly tipo: "RISCONTRO"; readonly iuv: string; readonly iur: string; readonly indice: number };

const partiDi = (soggetto: SoggettoAnomalia): readonly string[] => {
  switch (soggetto.tipo) {
    case "FLUSSO":
      return [soggetto.idFlusso, soggetto.idPsp];
    case "MOVIMENTO":
      return [soggetto.idMovimento];
    case "RISCONTRO":
      return [soggetto.iuv, soggetto.iur, String(soggetto.indice)];
  }
};

/** Name of the subject inside its creditor. */
export const idSoggetto = (soggetto: SoggettoAnomalia): string => [soggetto.tipo, ...partiDi(soggetto).map(toNomePercorso)].join(".");

/** Name of the anomaly inside its creditor: the code, a dot, the subject. */
export const idAnomalia = (soggetto: SoggettoAnomalia, codice: CodiceAnomalia): string => `${codice}.${idSoggetto(soggetto)}`;

/** In words, for who reads a list. */
export const describeSoggetto = (soggetto: SoggettoAnomalia): string => {
  switch (soggetto.tipo) {
    case "FLUSSO":
      return `flusso ${soggetto.idFlusso} di ${soggetto.idPsp}`;
    case "MOVIMENTO":
      return `movimento ${soggetto.idMovimento}`;
    case "RISCONTRO":
      return `pagamento ${soggetto.iuv}, ricevuta ${soggetto.iur}, versamento ${soggetto.indice}`;
  }
};
