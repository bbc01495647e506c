/** The page where the legacy Node sends a person: what is to be paid, with whom, and the ways to leave it. */
import { formatEuro } from "../comune/importi.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { PSP } from "../psp/psp.ts";
import type { RptAlNodo } from "./modello.ts";
import { type AzioneWisp, isInAttesa } from "./wisp.ts";

const riga = (rpt: RptAlNodo): string => `<tr>
<td data-label="Ente creditore"><span class="fio-codice">${escapeHtml(rpt.idDominio)}</span></td>
<td data-label="Causale">${escapeHtml(rpt.righe[0]?.causale ?? "")}<br><span class="fio-minore">IUV <span class="fio-codice">${escapeHtml(rpt.iuv)}</span></span></td>
<td data-label="Importo" class="text-end text-nowrap">${formatEuro(rpt.importo)}</td>
</tr>`;

const scelte = (): string =>
  PSP.map(
    (psp, indice) => `<div class="form-check">
<input name="psp" type="radio" id="psp-${indice}" value="${escapeHtml(psp.id)}"${indice === 1 ? " checked" : ""}>
<label for="psp-${indice}">${escapeHtml(psp.nome)} <span class="fio-minore">commissione ${formatEuro(psp.commissione)}</span></label>
</div>`,
  ).join("\n");

const bottone = (id: string, azione: AzioneWisp, testo: string, classe: string): string =>
  `<form method="post" action="/sandbox/wisp/${escapeHtml(id)}/${azione}"><button type="submit" class="btn ${classe}">${testo}</button></form>`;

const azioni = (id: string): string => `<form method="post" action="/sandbox/wisp/${escapeHtml(id)}/paga" class="mt-4">
<fieldset><legend class="h5">Con chi vuoi pagare?</legend>
${scelte()}
</fieldset>
<button type="submit" class="btn btn-primary btn-lg mt-3">Paga</button>
</form>
<div class="d-flex flex-wrap gap-3 mt-4">
${bottone(id, "annulla", "Annulla", "btn-outline-primary")}
${bottone(id, "rifiuta", "Pagamento rifiutato", "btn-outline-danger")}
${bottone(id, "chiudi", "Torna al portale senza pagare", "btn-outline-secondary")}
</div>`;

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
${rpt.some(isInAttesa) ? azioni(idSessione) : `<div class="alert alert-info mt-4" role="status">Il pagamento è concluso: ${escapeHtml(stati)}.</div>`}`,
  });
};
