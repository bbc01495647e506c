/** Which job a caller means: by its name here, or by the one that GovPay gave to the job of the same purpose (reference 7). */
import type { DefinizioneLavoro } from "../../ports/lavori.ts";

/** GovPay's other jobs have no counterpart: queues and streams do their work as it comes. */
const NOMI_GOVPAY: Readonly<Record<string, string>> = {
  acquisizioneRendicontazioni: "acquisisciFlussi",
  recuperoRT: "recuperaRicevute",
  chiusuraRptScadute: "recuperaRpt",
  inviaPosizioniDebitorieAca: "verificaArchivioGpd",
};

export const findDefinizione = (definizioni: readonly DefinizioneLavoro[], id: string): DefinizioneLavoro | undefined =>
  definizioni.find(({ nome }) => nome === (NOMI_GOVPAY[id] ?? id));
