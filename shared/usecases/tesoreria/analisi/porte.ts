/** What the analysis of a movement reads, and what it collects on the way. */
import type { Chiamante } from "../../../domain/anagrafiche/applicazione.ts";
import type { Flusso } from "../../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../../domain/ricevute/ricevuta.ts";
import type { Spiegazione } from "../../../domain/tesoreria/analisi/spiegazioni.ts";
import type { Abbinamenti, Prove } from "../../../ports/abbinamenti.ts";
import type { Anagrafiche } from "../../../ports/anagrafiche.ts";
import type { Causali } from "../../../ports/causali.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { PagamentiEsterni } from "../../../ports/pagamenti-esterni.ts";
import type { Posizioni } from "../../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../../ports/rendicontazioni.ts";
import type { Tesoreria } from "../../../ports/tesoreria.ts";

export interface PorteAnalisi {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getPosizione" | "getRiscossioni" | "getPendenze">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "findFlussiByNome" | "findRighe" | "getRiconciliazione">;
  readonly prove: Pick<Prove, "findFlussiByGiorno" | "findFlussiByTrn" | "findFlussiByImporto" | "findRiscossioniByIur">;
  readonly tesoreria: Pick<Tesoreria, "getMovimento" | "findMovimentiBySospeso" | "findMovimentiByFlusso">;
  readonly abbinamenti: Pick<Abbinamenti, "getMemoria">;
  readonly causali: Pick<Causali, "getDecisione">;
  readonly esterni: PagamentiEsterni;
  readonly clock: Clock;
}

/** What is asked of the archive about one creditor. */
export interface Domanda {
  readonly idDominio: string;
  readonly chiamante: Chiamante;
  /** Cents to be explained; absent when nobody said. */
  readonly importo?: bigint;
  /** Day of the credit. */
  readonly giorno?: string;
  readonly sct?: string;
  readonly idMovimento?: string;
}

/** Objects found in the credit, flows that it might be, and what there is to say. */
export interface Ritrovamento {
  readonly flussi: readonly Flusso[];
  readonly riscossioni: readonly Riscossione[];
  readonly candidati: readonly Flusso[];
  readonly spiegazioni: readonly Spiegazione[];
}

export const NIENTE: Ritrovamento = { flussi: [], riscossioni: [], candidati: [], spiegazioni: [] };

export const joinRitrovamenti = (parti: readonly Ritrovamento[]): Ritrovamento => ({
  flussi: distinct(
    parti.flatMap(({ flussi }) => flussi),
    nomeFlusso,
  ),
  riscossioni: distinct(
    parti.flatMap(({ riscossioni }) => riscossioni),
    ({ iuv, iur, indice }) => `${iuv}#${iur}#${indice}`,
  ),
  candidati: distinct(
    parti.flatMap(({ candidati }) => candidati),
    nomeFlusso,
  ),
  spiegazioni: distinct(
    parti.flatMap(({ spiegazioni }) => spiegazioni),
    ({ frase }) => frase,
  ),
});

const nomeFlusso = ({ idFlusso, idPsp }: Flusso): string => `${idFlusso}#${idPsp}`;
const distinct = <T>(elementi: readonly T[], nomeDi: (elemento: T) => string): readonly T[] => [
  ...new Map(elementi.map((e) => [nomeDi(e), e])).values(),
];
