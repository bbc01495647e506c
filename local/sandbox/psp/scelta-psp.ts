/** The choice of a PSP and the ways to leave without paying: what the payment pages of Checkout and of WISP have in common. */
import { formatEuro } from "../comune/importi.ts";
import { escapeHtml } from "../pagine/layout.ts";
import { PSP } from "./psp.ts";

const scelte = (): string =>
  PSP.map(
    (psp, indice) => `<div class="form-check">
<input name="psp" type="radio" id="psp-${indice}" value="${escapeHtml(psp.id)}"${indice === 1 ? " checked" : ""}>
<label for="psp-${indice}">${escapeHtml(psp.nome)} <span class="fio-minore">commissione ${formatEuro(psp.commissione)}</span></label>
</div>`,
  ).join("\n");

const bottone = (percorso: string, azione: string, testo: string, classe: string): string =>
  `<form method="post" action="${escapeHtml(percorso)}/${azione}"><button type="submit" class="btn ${classe}">${testo}</button></form>`;

/** Forms that post to `<percorso>/paga`, `/annulla`, `/rifiuta` and `/chiudi`, the last named `chiudi` for the reader. */
export const sceltaPsp = (
  percorso: string,
  chiudi: string,
): string => `<form method="post" action="${escapeHtml(percorso)}/paga" class="mt-4">
<fieldset><legend class="h5">Con chi vuoi pagare?</legend>
${scelte()}
</fieldset>
<button type="submit" class="btn btn-primary btn-lg mt-3">Paga</button>
</form>
<div class="d-flex flex-wrap gap-3 mt-4">
${bottone(percorso, "annulla", "Annulla", "btn-outline-primary")}
${bottone(percorso, "rifiuta", "Pagamento rifiutato", "btn-outline-danger")}
${bottone(percorso, "chiudi", chiudi, "btn-outline-secondary")}
</div>`;
