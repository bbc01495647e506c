/** Movements with a provisional number, and what they contain, for the tests of the orders. */
import type { Quota } from "../../shared/domain/pendenze/pendenza.ts";
import type { PagamentoContenuto } from "../../shared/domain/tesoreria/analisi/contenuto.ts";
import type { Movimento } from "../../shared/domain/tesoreria/movimento-registrato.ts";
import { COMUNE } from "./anagrafica.ts";
import { ADESSO } from "./esempi.ts";

export const buildMovimentoSospeso = (n: number, importo: bigint, altro: Partial<Movimento> = {}): Movimento => ({
  ...{ versione: 0, idDominio: COMUNE, id: `movimento-${n}`, stato: "ESEGUITO", segno: "ENTRATA", importo },
  ...{ importoRegolarizzato: 0n, importoStornato: 0n, dataContabile: "2026-11-25", causale: `SOSPESO ${n}` },
  ...{ numeroSospeso: String(1000 + n).padStart(7, "0"), esercizio: 2026 },
  chiavi: { flussi: [], troncati: [], iuv: [], iur: [] },
  ...{ operazioni: [], origini: [], segnalazioni: [], dataRegistrazione: ADESSO, dataAggiornamento: ADESSO },
  ...altro,
});

export const buildPagamentoContenuto = (
  n: number,
  importo: bigint,
  quote: readonly Quota[] = [],
  altro: Partial<PagamentoContenuto> = {},
): PagamentoContenuto => ({
  ...{ iuv: `0${n}`, iur: `iur-${n}`, indice: 1, importo, data: "2026-11-24", quote },
  debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  ...altro,
});
