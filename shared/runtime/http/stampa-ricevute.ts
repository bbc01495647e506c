/** Several receipts in one PDF, for whoever asks: the operations of the APIs that have it differ in who may call them, and in nothing else. */
import type { getStampaRicevute } from "../../contracts/pagamento/stampa-ricevute.ts";
import { printRicevute } from "../../usecases/ricevute/print-ricevute.ts";
import { porteLettura } from "../wiring/letture-pendenze.ts";
import { stampaRicevuta } from "../wiring/stampa-ricevuta.ts";
import { file, type Richiesta, refuse, reply } from "./richiesta.ts";

const print = printRicevute({ ...porteLettura, stampaRicevuta });

export const replyStampaRicevute = async ({ query, chiamante }: Pick<Richiesta<typeof getStampaRicevute>, "query" | "chiamante">) => {
  const { ricevute, anno = "", idDebitore, idDominio, linguaSecondaria } = query;
  const dellAnno = { anno, ...(idDebitore !== undefined && { idDebitore }), ...(idDominio !== undefined && { idDominio }) };
  const esito = await print(ricevute ? { ricevute } : dellAnno, linguaSecondaria, chiamante);
  return esito.ok ? reply(200, file("application/pdf", esito.valore, "ricevute.pdf")) : refuse(esito.errore);
};
