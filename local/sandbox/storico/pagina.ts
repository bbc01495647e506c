/** The page where the legacy Node sends a person: what is to be paid, with whom, and the ways to leave it. */
import { formatEuro } from "../comune/importi.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { sceltaPsp } from "../psp/scelta-psp.ts";
import type { RptAlNodo } from "./modello.ts";
import { isInAttesa } from "./wisp.ts";

const riga = (rpt: RptAlNodo): string => `<tr>
<td data-label="Ente creditore"><span class="fio-codice">${escapeHtml(rpt.idDominio)}</span></td>
<td data-label="Causale">${escapeHtml(rpt.righe[0]?.causale ?? "")}<br><span class="fio-minore">IUV <span class="fio-codice">${escapeHtml(rpt.iuv)}</span></span></td>
<td data-label="Importo" class="text-end text-nowrap">${formatEuro(rpt.importo)}</td>
</tr>`;

export const paginaWisp = (idSessione: string, rpt: readonly RptAlNodo[]): string => {
  const totale = rpt.reduce((somma, { importo }) => somma + importo, 0n);
  const stati = [...new Set(rpt.map(({ stato }) => stato))].join(", ");
  return paginaHtml({
    titolo: "Scelta del prestatore di servizi (simulata)",
    sezione: "WISP simulato",
    contenuto: `<h1>Il tuo pagamento</h1>
<table class="table fio-tabella"><caption class="visually-hidden">Richieste di pagamento</caption>
<thead><tr><th scope="col">Ente creditore</th><th scope="col">Causale</th><th scope="col" class="text-end">Importo</th></tr></thead>
<tbody>${rpt.map(riga).join("\n")}</tbody>
<tfoot><tr><th scope="row" colspan="2">Totale</th><td class="text-end text-nowrap"><strong>${formatEuro(totale)}</strong></td></tr></tfoot>
</table>
${rpt.some(isInAttesa) ? sceltaPsp(`/sandbox/wisp/${idSessione}`, "Torna al portale senza pagare") : `<div class="alert alert-info mt-4" role="status">Il pagamento è concluso: ${escapeHtml(stati)}.</div>`}`,
  });
};
