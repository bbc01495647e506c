/** The frame of every page of the sandbox: Bootstrap Italia's look, Italian, usable by keyboard and on a phone, nothing from the outside. */
import { escapeXml } from "../comune/xml.ts";

export { escapeXml as escapeHtml };

export interface Pagina {
  readonly titolo: string;
  /** Already escaped HTML of the main part. */
  readonly contenuto: string;
  /** Name of an ES module among the static files. */
  readonly modulo?: string;
  /** Name of a style sheet among the static files, after that of every page. */
  readonly stile?: string;
  /** Of the page; the frame knows both. */
  readonly lingua?: "it" | "en";
  /** Shown beside the brand, e.g. "Pagamento". */
  readonly sezione?: string;
}

export const STATICI = "/sandbox/statici";

const CORNICE = {
  it: {
    salta: "Vai al contenuto",
    principale: "Principale",
    inizio: "Inizio",
    piede: "Ambiente simulato su questa macchina: nessun messaggio raggiunge pagoPA e nessun denaro si muove.",
  },
  en: {
    salta: "Skip to content",
    principale: "Main",
    inizio: "Home",
    piede: "Everything is simulated on this machine: no message reaches pagoPA and no money moves.",
  },
} as const;

export const paginaHtml = ({ titolo, contenuto, modulo, stile, sezione, lingua = "it" }: Pagina): string => `<!doctype html>
<html lang="${lingua}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeXml(titolo)} · Fiorino</title>
<link rel="icon" href="${STATICI}/icona.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STATICI}/bootstrap-italia.min.css">
<link rel="stylesheet" href="${STATICI}/sandbox.css">
${stile === undefined ? "" : `<link rel="stylesheet" href="${STATICI}/${stile}">`}
${modulo === undefined ? "" : `<script type="module" src="${STATICI}/${modulo}"></script>`}
</head>
<body>
<div class="skiplinks"><a class="visually-hidden-focusable" href="#contenuto">${CORNICE[lingua].salta}</a></div>
<header class="fio-testata">
<div class="container d-flex flex-wrap align-items-center justify-content-between gap-2 py-3">
<a class="fio-marchio" href="/">Fiorino</a>
<span class="fio-sezione">${escapeXml(sezione ?? "ambiente dimostrativo")}</span>
<nav aria-label="${CORNICE[lingua].principale}"><ul class="fio-voci"><li><a href="/">${CORNICE[lingua].inizio}</a></li><li><a href="/sandbox">Sandbox</a></li></ul></nav>
</div>
</header>
<main id="contenuto" class="container py-4" tabindex="-1">
${contenuto}
</main>
<footer class="fio-piede"><div class="container py-3">${CORNICE[lingua].piede}</div></footer>
</body>
</html>
`;
