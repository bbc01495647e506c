/** The login page of the identity provider: one chooses who to be, nobody has a password. */
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { PERCORSO } from "./percorso.ts";
import { PERSONE } from "./persone.ts";

export const paginaAccesso = (uid: string): string =>
  paginaHtml({
    titolo: "Accesso",
    sezione: "Identità dimostrativa",
    contenuto: `<h1 class="h2">Chi accede?</h1>
<p>Questo è il provider di identità della macchina locale: al suo posto, in un'installazione vera, ci sono SPID, CIE o l'identità aziendale dell'ente.</p>
<form method="post" action="${PERCORSO}/accesso/${escapeHtml(uid)}">
<ul class="list-unstyled d-grid gap-2">
${PERSONE.map(
  ({ id, nome, mestiere, gruppi }) =>
    `<li><button class="btn btn-outline-primary w-100 text-start" type="submit" name="persona" value="${escapeHtml(id)}"><strong>${escapeHtml(nome)}</strong><br>${escapeHtml(mestiere)} (gruppo ${escapeHtml(gruppi.join(", "))})</button></li>`,
).join("\n")}
</ul>
</form>`,
  });

export const paginaErrore = (testo: string): string =>
  paginaHtml({
    titolo: "Accesso non riuscito",
    sezione: "Identità dimostrativa",
    contenuto: `<h1 class="h2">Accesso non riuscito</h1><p>${escapeHtml(testo)}</p><p><a href="/backoffice/v1/login/oidc">Ricomincia</a></p>`,
  });
