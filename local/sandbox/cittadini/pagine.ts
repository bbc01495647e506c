/** The pages of the identity provider of the citizens: who comes in, and whether it lets its data be given. */
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { BUGIE_CITTADINI } from "./bugie.ts";
import { CITTADINI, type Cittadino } from "./persone.ts";

const TITOLI = { spid: "SPID dimostrativo", cie: "CIE dimostrativa" } as const;

export const paginaScelta = (percorso: string, stile: "spid" | "cie"): string =>
  paginaHtml({
    titolo: "Accesso",
    sezione: TITOLI[stile],
    contenuto: `<h1 class="h2">Chi accede?</h1>
<p>Questo è il provider di identità dei cittadini sulla macchina locale: al suo posto, in un'installazione vera, c'è chi riconosce con ${stile === "spid" ? "SPID" : "la carta d'identità elettronica"}.</p>
<form method="post" action="${escapeHtml(percorso)}">
<ul class="list-unstyled d-grid gap-2">
${CITTADINI.map(
  ({ id, nome, cognome, codiceFiscale, chi }) =>
    `<li><button class="btn btn-outline-primary w-100 text-start" type="submit" name="persona" value="${escapeHtml(id)}"><strong>${escapeHtml(`${nome} ${cognome}`)}</strong> <code>${codiceFiscale}</code><br>${escapeHtml(chi)}</button></li>`,
).join("\n")}
</ul>
<details class="mt-4"><summary>Far mentire il provider</summary>
<p><label for="bugia">Che cosa dice di falso</label> <select class="form-select" id="bugia" name="bugia"><option value="">niente</option>${BUGIE_CITTADINI.map((bugia) => `<option>${bugia}</option>`).join("")}</select></p></details>
</form>`,
  });

export const paginaConsenso = (
  percorso: string,
  stile: "spid" | "cie",
  { persona, bugia }: { readonly persona: Cittadino; readonly bugia: string | undefined },
): string =>
  paginaHtml({
    titolo: "Consenso",
    sezione: TITOLI[stile],
    contenuto: `<h1 class="h2">Dare questi dati a Fiorino?</h1>
<ul><li>Nome: ${escapeHtml(`${persona.nome} ${persona.cognome}`)}</li><li>Codice fiscale: <code>${persona.codiceFiscale}</code></li>${persona.azienda && stile === "spid" ? `<li>Azienda: ${escapeHtml(persona.azienda.ragioneSociale)} (<code>${persona.azienda.partitaIva}</code>)</li>` : ""}</ul>
<form method="post" action="${escapeHtml(percorso)}">
<input type="hidden" name="persona" value="${escapeHtml(persona.id)}"><input type="hidden" name="bugia" value="${escapeHtml(bugia ?? "")}">
<p class="d-flex gap-2"><button class="btn btn-primary" type="submit" name="consenso" value="si">Acconsento</button><button class="btn btn-outline-primary" type="submit" name="consenso" value="no">Rifiuto</button></p>
</form>`,
  });

export const paginaErrore = (testo: string): string =>
  paginaHtml({
    titolo: "Accesso non riuscito",
    sezione: "Identità dei cittadini",
    contenuto: `<h1 class="h2">Accesso non riuscito</h1><p>${escapeHtml(testo)}</p><p><a href="/utente/v1/login">Ricomincia</a></p>`,
  });
