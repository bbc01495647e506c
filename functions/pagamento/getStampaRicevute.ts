/** GET /ricevute: several receipts in one PDF, listed one by one or of a debtor in a year. */
import { getStampaRicevute } from "../../shared/contracts/pagamento/stampa-ricevute.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { stampaRicevuta } from "../../shared/runtime/wiring/stampa-ricevuta.ts";
import { printRicevute } from "../../shared/usecases/ricevute/print-ricevute.ts";

const print = printRicevute({ ...porteLettura, stampaRicevuta });

export const handler = httpOperation(getStampaRicevute, async ({ query, chiamante }) => {
  const { ricevute, anno = "", idDebitore, idDominio, linguaSecondaria } = query;
  const dellAnno = { anno, ...(idDebitore !== undefined && { idDebitore }), ...(idDominio !== undefined && { idDominio }) };
  const esito = await print(ricevute ? { ricevute } : dellAnno, linguaSecondaria, chiamante);
  return esito.ok ? reply(200, file("application/pdf", esito.valore, "ricevute.pdf")) : refuse(esito.errore);
});
