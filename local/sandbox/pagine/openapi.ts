/** Swagger UI over the generated document of an API, from this machine and without its telemetry. */
import type { API } from "../ambiente.ts";
import { escapeHtml, STATICI } from "./layout.ts";

export const paginaOpenapi = (api: (typeof API)[number]): string => `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API ${escapeHtml(api.titolo)} · Fiorino</title>
<link rel="icon" href="${STATICI}/icona.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STATICI}/swagger/swagger-ui.css">
<link rel="stylesheet" href="${STATICI}/openapi.css">
<script src="${STATICI}/swagger/swagger-ui-bundle.js" defer></script>
<script src="${STATICI}/openapi.js" type="module"></script>
</head>
<body>
<header class="fio-striscia"><a href="/">Fiorino</a><h1>API ${escapeHtml(api.titolo)}</h1></header>
<main><div id="swagger" data-documento="/openapi/${escapeHtml(api.nome)}.json">Caricamento del documento…</div></main>
</body>
</html>
`;
