/** The page of an operation: who may call it, what it wants, what it gives back, with which examples and which refusals. */
import {
  baseDi,
  type Contenuto,
  type Documento,
  type Esempio,
  type OperazioneDocumento,
  type Rotta,
  resolve,
} from "../tools/client/documento.ts";
import { examplesOf } from "./esempi.ts";
import { Schemi } from "./schema.ts";
import { escapeHtml, RADICE_PAGINE, renderCodice, renderParagrafi, renderProblemi, renderRiga, renderTabella } from "./testo.ts";

export interface Pagina {
  readonly titolo: string;
  /** HTML of the main part. */
  readonly contenuto: string;
}

const CHIAMANTI: Readonly<Record<string, string>> = {
  applicazione: "Le applicazioni degli enti",
  operatore: "Gli operatori",
  cittadino: "I cittadini che hanno fatto accesso",
  anonimo: "Chiunque, senza credenziali",
  nodo: "Il Nodo dei pagamenti",
};

export const renderMetodo = (metodo: string): string => `<span class="fio-metodo fio-metodo-${metodo.toLowerCase()}">${metodo}</span>`;

const POSTI: Readonly<Record<string, string>> = { path: "percorso", query: "query", header: "intestazione", cookie: "cookie" };

function renderChiamanti(operazione: OperazioneDocumento, { components }: Documento): string {
  const chi = (operazione["x-chiamanti"] ?? []).map((uno) => `<li>${escapeHtml(CHIAMANTI[uno] ?? uno)}</li>`);
  const modi = (operazione.security ?? []).flatMap((accesso) => {
    const schemi = Object.keys(accesso);
    const descritti = schemi.map((nome) => components.securitySchemes?.[nome]?.description ?? nome);
    return schemi.length === 0 ? [] : [`<li>${renderRiga(descritti.join("; "))}</li>`];
  });
  return `<h2 class="h4" id="chi">Chi può chiamare</h2>
<ul>${chi.join("")}</ul>
${modi.length === 0 ? "" : `<p>Si fa riconoscere con uno di questi:</p>\n<ul>${modi.join("")}</ul>`}`;
}

function renderParametri({ parameters = [] }: OperazioneDocumento, schemi: Schemi): string {
  if (parameters.length === 0) return "";
  const righe = parameters.map(({ name, in: posto, required, description, schema }) => [
    `<code>${escapeHtml(name)}</code>${required === true ? ' <span class="fio-obbligatorio">obbligatorio</span>' : ""}`,
    POSTI[posto] ?? posto,
    schemi.withLimiti(schema, name),
    renderRiga(description ?? schema.description ?? ""),
  ]);
  return `<h2 class="h4" id="parametri">Parametri</h2>
${renderTabella("Parametri", ["Nome", "Dove", "Tipo", "Descrizione"], righe)}`;
}

const renderContenuto = (tipo: string, { schema }: Contenuto, posto: string, schemi: Schemi): string =>
  `<p><code>${escapeHtml(tipo)}</code></p>\n${schema ? schemi.render(schema, posto) : ""}`;

function renderRichiesta(base: string, rotta: Rotta, schemi: Schemi): string {
  const contenuti = Object.entries(rotta.operazione.requestBody?.content ?? {});
  const esempi = examplesOf(base, rotta).map(
    ({ titolo, corpo, curl }) => `<h3 class="h5">${escapeHtml(titolo)}</h3>
${corpo === undefined ? "" : renderCodice(corpo, `Corpo di esempio: ${titolo}`)}
${renderCodice(curl, `Comando: ${titolo}`)}`,
  );
  const corpo = contenuti.map(([tipo, contenuto]) => renderContenuto(tipo, contenuto, "Corpo", schemi)).join("\n");
  return `${corpo === "" ? "" : `<h2 class="h4" id="corpo">Corpo della richiesta</h2>\n${corpo}`}
<h2 class="h4" id="esempi">Esempi</h2>
${esempi.join("\n")}`;
}

const renderEsempio = (stato: string, tipo: string, { summary, value }: Esempio): string =>
  `${summary === undefined ? "" : `<p>${renderRiga(summary)}.</p>`}${renderCodice(
    typeof value === "string" ? value : JSON.stringify(value, undefined, 2),
    `Risposta ${stato} di esempio, ${tipo}`,
  )}`;

function renderRisposte({ responses }: OperazioneDocumento, schemi: Schemi, { components }: Documento): string {
  const riuscite = Object.entries(responses).filter(([stato]) => Number(stato) < 400);
  const errori = Object.entries(responses).filter(([stato]) => Number(stato) >= 400);
  const sezioni = riuscite.map(([stato, { description = "", content = {} }]) => {
    const corpi = Object.entries(content).map(([tipo, contenuto]) => {
      const { example, examples = {} } = contenuto;
      const esempi: readonly Esempio[] = example === undefined ? Object.values(examples) : [{ value: example }];
      return [
        renderContenuto(tipo, contenuto, `Risposta ${stato}`, schemi),
        ...esempi.map((uno) => renderEsempio(stato, tipo, resolve(uno, components.examples))),
      ].join("\n");
    });
    return `<h3 class="h5" id="risposta-${stato}">${stato} ${renderRiga(description)}</h3>\n${corpi.join("\n") || "<p>Senza corpo.</p>"}`;
  });
  const righe = errori.map(([stato, { description = "" }]) => [stato, renderProblemi(description).replaceAll("; <a ", "<br><a ")]);
  return `<h2 class="h4" id="risposte">Risposte</h2>
${sezioni.join("\n")}
${righe.length === 0 ? "" : `<h2 class="h4" id="errori">Errori</h2>\n${renderTabella("Errori", ["Stato", "Codici"], righe)}`}`;
}

export const percorsoPagina = (api: string, id?: string): string => `${RADICE_PAGINE}/${api}${id === undefined ? "" : `/${id}`}.html`;

export const renderBriciole = (passi: readonly (readonly [string, string])[], qui: string): string =>
  `<nav aria-label="Percorso"><ol class="fio-briciole">${passi
    .map(([indirizzo, nome]) => `<li><a href="${indirizzo}">${escapeHtml(nome)}</a></li>`)
    .join("")}<li aria-current="page">${escapeHtml(qui)}</li></ol></nav>`;

export function renderOperazione(api: string, documento: Documento, rotta: Rotta): Pagina {
  const { operazione, metodo, percorso } = rotta;
  const schemi = new Schemi(documento.components.schemas);
  const base = baseDi(documento);
  const nome = documento.info.title;
  const parti = [
    renderChiamanti(operazione, documento),
    renderParametri(operazione, schemi),
    renderRichiesta(base, rotta, schemi),
    renderRisposte(operazione, schemi, documento),
  ];
  const sezioni = schemi.renderSezioni();
  const titolo = operazione.summary ?? operazione.operationId;
  return {
    titolo: `${titolo} · ${nome}`,
    contenuto: `${renderBriciole(
      [
        [`${RADICE_PAGINE}/index.html`, "API"],
        [percorsoPagina(api), nome],
      ],
      operazione.operationId,
    )}
<h1>${escapeHtml(titolo)}</h1>
<p class="fio-rotta">${renderMetodo(metodo)} <code>${escapeHtml(base + percorso)}</code></p>
<p><code>${escapeHtml(operazione.operationId)}</code></p>
${renderParagrafi(operazione.description)}
${parti.join("\n")}
${sezioni === "" ? "" : `<h2 class="h4" id="schemi">Schemi</h2>\n${sezioni}`}`,
  };
}
