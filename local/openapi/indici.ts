/** The pages that lead to the others: the list of the APIs, the operations of one, the catalogue of the problems. */
import { PROBLEMI, type Problema } from "../../shared/contracts/problems.ts";
import { baseDi, type Documento, type Rotta, rotteDi } from "../tools/client/documento.ts";
import { type Pagina, percorsoPagina, renderBriciole, renderMetodo } from "./operazione.ts";
import { escapeHtml, PROBLEMI_HTML, RADICE_PAGINE, renderParagrafi, renderRiga, renderTabella } from "./testo.ts";

export const renderIndice = (documenti: ReadonlyMap<string, Documento>): Pagina => ({
  titolo: "API di Fiorino",
  contenuto: `<h1>Le API</h1>
<ul class="fio-griglia">${[...documenti]
    .map(
      ([api, documento]) => `<li class="fio-scheda">
<h2 class="h5"><a href="${percorsoPagina(api)}">${escapeHtml(documento.info.title)}</a></h2>
<p class="fio-codice mb-0">${escapeHtml(baseDi(documento))}</p>
<p class="mb-0">Operazioni: ${rotteDi(documento).length}</p>
</li>`,
    )
    .join("\n")}</ul>
<p class="mt-4"><a href="${PROBLEMI_HTML}">Catalogo dei problemi</a>: i codici delle risposte di errore.</p>
<p><a href="${RADICE_PAGINE}/postman/macchina-locale.json" download>Ambiente Postman della macchina locale</a></p>`,
});

const renderVoce = (api: string, base: string, { metodo, percorso, operazione }: Rotta): string =>
  `<li id="${escapeHtml(operazione.operationId)}" class="fio-operazione">
<a href="${percorsoPagina(api, operazione.operationId)}">${escapeHtml(operazione.summary ?? operazione.operationId)}</a>
<span class="fio-rotta">${renderMetodo(metodo)} <code>${escapeHtml(base + percorso)}</code></span>
<span class="fio-minore">${escapeHtml(operazione.operationId)}</span>
</li>`;

const renderScarichi = (api: string): string =>
  [
    [`${RADICE_PAGINE}/${api}.json`, "Documento OpenAPI 3.1 (JSON)"],
    [`${RADICE_PAGINE}/postman/${api}.json`, "Raccolta Postman"],
    ...(api === "pagopa" ? [] : [[`${RADICE_PAGINE}/client/${api}.ts`, "Client TypeScript"]]),
  ]
    .map(([indirizzo, nome]) => `<li><a href="${indirizzo}" download>${nome}</a></li>`)
    .join("");

export function renderApi(api: string, documento: Documento): Pagina {
  const base = baseDi(documento);
  const { info, components } = documento;
  const rotte = rotteDi(documento);
  const usati = new Set(rotte.flatMap(({ operazione }) => (operazione.security ?? []).flatMap(Object.keys)));
  const modi = Object.entries(components.securitySchemes ?? {}).filter(([nome]) => usati.has(nome));
  const gruppi = [...Map.groupBy(rotte, ({ operazione }) => operazione.tags?.[0] ?? "")].map(
    ([tag, sue]) => `<section class="fio-gruppo">
<h2 class="h4">${escapeHtml(tag === "" ? "Operazioni" : tag.replace(/^./, (prima) => prima.toUpperCase()))}</h2>
<ul class="fio-operazioni">${sue.map((rotta) => renderVoce(api, base, rotta)).join("\n")}</ul>
</section>`,
  );
  return {
    titolo: info.title,
    contenuto: `${renderBriciole([[`${RADICE_PAGINE}/index.html`, "API"]], info.title)}
<h1>${escapeHtml(info.title)}</h1>
${renderParagrafi(info.description)}
<p>Percorso di base: <code>${escapeHtml(base)}</code>. Operazioni: ${rotte.length}. Gli errori hanno i codici del <a href="${PROBLEMI_HTML}">catalogo dei problemi</a>.</p>
<ul>${renderScarichi(api)}</ul>
${modi.length === 0 ? "" : `<h2 class="h4">Come ci si fa riconoscere</h2>\n<ul>${modi.map(([, { description = "" }]) => `<li>${renderRiga(description)}</li>`).join("")}</ul>`}
<form class="fio-campo" id="filtro" role="search" hidden>
<label for="cerca">Cerca fra le operazioni</label>
<input id="cerca" type="search" autocomplete="off" aria-describedby="trovate">
<p id="trovate" class="fio-minore" role="status"></p>
</form>
${gruppi.join("\n")}`,
  };
}

/** Every problem that an operation may answer with, those with the same code together. */
export function renderCatalogo(): Pagina {
  const problemi: readonly Problema[] = Object.values(PROBLEMI);
  const perCodice = [...Map.groupBy(problemi, ({ codice }) => codice)].sort(([, [a]], [, [b]]) => (a?.status ?? 0) - (b?.status ?? 0));
  const righe = perCodice.map(([codice, suoi]) => [
    `<code id="${escapeHtml(codice)}">${escapeHtml(codice)}</code>`,
    [...new Set(suoi.map(({ status }) => status))].join(", "),
    [...new Set(suoi.map(({ categoria }) => categoria))].join(", "),
    [...new Set(suoi.map(({ descrizione }) => escapeHtml(descrizione)))].join("<br>"),
  ]);
  return {
    titolo: "Catalogo dei problemi",
    contenuto: `${renderBriciole([[`${RADICE_PAGINE}/index.html`, "API"]], "Catalogo dei problemi")}
<h1>Catalogo dei problemi</h1>
<p>Una risposta di errore è un oggetto JSON con <code>categoria</code>, <code>codice</code>, <code>descrizione</code> e, dove serve, <code>dettaglio</code>. La categoria dice di chi è l'errore: della richiesta, di chi chiama, di pagoPA, del sistema dell'ente (EC) o del servizio.</p>
${renderTabella("Problemi", ["Codice", "Stato HTTP", "Categoria", "Descrizione"], righe)}`,
  };
}
