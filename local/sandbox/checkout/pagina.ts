/** The page to which a cart redirects: what is to be paid, with whom, and the four ways a person can leave it. */
import { formatEuro, sum } from "../comune/importi.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { sceltaPsp } from "../psp/scelta-psp.ts";
import type { CarrelloAperto, StatoCarrello } from "./checkout.ts";

const CONCLUSI: Readonly<Record<Exclude<StatoCarrello, "CREATO">, string>> = {
  PAGATO: "Il pagamento è andato a buon fine.",
  ANNULLATO: "Il pagamento è stato annullato.",
  RIFIUTATO: "Il pagamento è stato rifiutato.",
  IN_ATTESA: "La pagina è stata chiusa senza un esito: l'avviso resta pagabile.",
};

const riga = (voce: CarrelloAperto["richiesta"]["paymentNotices"][number]): string => `<tr>
<td data-label="Ente creditore">${escapeHtml(voce.companyName)}<br><span class="fio-minore">codice fiscale ${escapeHtml(voce.fiscalCode)}</span></td>
<td data-label="Oggetto">${escapeHtml(voce.description)}<br><span class="fio-minore">avviso <span class="fio-codice">${escapeHtml(voce.noticeNumber.replace(/(\d{4})(?=\d)/g, "$1 "))}</span></span></td>
<td data-label="Importo" class="text-end text-nowrap">${formatEuro(BigInt(voce.amount))}</td>
</tr>`;

/** Full HTML of the page of a cart, open or closed. */
export const paginaCarrello = (carrello: CarrelloAperto): string => {
  const { paymentNotices, emailNotice } = carrello.richiesta;
  const totale = sum(paymentNotices.map((voce) => BigInt(voce.amount)));
  const esito =
    carrello.stato === "CREATO"
      ? sceltaPsp(`/sandbox/checkout/c/${carrello.id}`, "Chiudi senza esito")
      : `<div class="alert alert-info mt-4" role="status">${escapeHtml(CONCLUSI[carrello.stato])}${
          carrello.fault === undefined
            ? ""
            : ` <span class="fio-codice">${escapeHtml(carrello.fault.originalFaultCode ?? carrello.fault.faultCode)}</span>`
        }</div>`;
  return paginaHtml({
    titolo: "Paga con pagoPA (simulato)",
    sezione: "Checkout simulato",
    contenuto: `<h1>Il tuo carrello</h1>
${emailNotice === undefined ? "" : `<p>La ricevuta andrà a <strong>${escapeHtml(emailNotice)}</strong>.</p>`}
<table class="table fio-tabella"><caption class="visually-hidden">Avvisi da pagare</caption>
<thead><tr><th scope="col">Ente creditore</th><th scope="col">Oggetto</th><th scope="col" class="text-end">Importo</th></tr></thead>
<tbody>${paymentNotices.map(riga).join("\n")}</tbody>
<tfoot><tr><th scope="row" colspan="2">Totale</th><td class="text-end text-nowrap"><strong>${formatEuro(totale)}</strong></td></tr></tfoot>
</table>
${esito}`,
  });
};
