/** The pages of the OpenAPI documents, made when they are asked for from the documents as they are on the disk, and the files that they offer. */
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { API_REST } from "../../../shared/contracts/operation.ts";
import { renderCatalogo, renderIndice } from "../../openapi/indici.ts";
import { type Pagina, paginaApi } from "../../openapi/pagine.ts";
import type { Documento } from "../../tools/client/documento.ts";
import { html, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { paginaHtml } from "./layout.ts";

const DOCUMENTI = fileURLToPath(new URL("../../../docs/openapi/", import.meta.url));
const CLIENT = fileURLToPath(new URL("../../../clients/typescript/src/", import.meta.url));
const API: readonly string[] = [...API_REST, "pagopa"];

const checkApi = (nome: string): string => {
  if (!API.includes(nome)) throw new Rifiuto(404, `L'API ${nome} non esiste: ci sono ${API.join(", ")}.`);
  return nome;
};

const letti = new Map<string, { readonly scrittoIl: number; readonly documento: Documento }>();

async function readDocumento(api: string): Promise<Documento> {
  const file = `${DOCUMENTI}${checkApi(api)}.json`;
  try {
    const { mtimeMs } = await stat(file);
    const gia = letti.get(api);
    if (gia?.scrittoIl === mtimeMs) return gia.documento;
    const documento: Documento = JSON.parse(await readFile(file, "utf8"));
    letti.set(api, { scrittoIl: mtimeMs, documento });
    return documento;
  } catch {
    throw new Rifiuto(404, `Il documento OpenAPI dell'API ${api} non è stato ancora generato.`);
  }
}

const rispondi = (pagina: Pagina | undefined): Risposta => {
  if (pagina === undefined) throw new Rifiuto(404, "L'API non ha questa operazione.");
  return html(paginaHtml({ ...pagina, sezione: "API", modulo: "openapi.js", stile: "openapi.css" }));
};

async function scarica(cartella: string, nome: string, tipo: string): Promise<Risposta> {
  try {
    if (!/^[a-z][a-z0-9-]*\.(?:json|ts)$/.test(nome)) throw new Error("non è un nome di file");
    return { stato: 200, tipo, corpo: await readFile(`${cartella}${nome}`, "utf8") };
  } catch {
    throw new Rifiuto(404, `${nome} non esiste.`);
  }
}

const JSON_TIPO = "application/json; charset=utf-8";
const senzaEstensione = (nome = ""): string => nome.replace(/\.html$/, "");

const indice = async (): Promise<Risposta> =>
  rispondi(renderIndice(new Map(await Promise.all(API.map(async (api) => [api, await readDocumento(api)] as const)))));

/** An address with or without `.html`: with it, it is the one of the deployed site. */
export const rotteOpenapi: readonly Rotta[] = [
  rotta("GET", "/openapi", indice),
  rotta("GET", "/openapi/index.html", indice),
  rotta("GET", "/openapi/problemi.html", () => rispondi(renderCatalogo())),
  rotta("GET", "/openapi/postman/{file}", ({ parametri }) => scarica(`${DOCUMENTI}postman/`, parametri.file ?? "", JSON_TIPO)),
  rotta("GET", "/openapi/client/{file}", ({ parametri }) => scarica(CLIENT, parametri.file ?? "", "text/plain; charset=utf-8")),
  rotta("GET", "/openapi/{api}", async ({ parametri: { api = "" } }) => {
    if (api.endsWith(".json")) return scarica(DOCUMENTI, `${checkApi(api.slice(0, -5))}.json`, JSON_TIPO);
    const nome = senzaEstensione(api);
    return rispondi(paginaApi(nome, await readDocumento(nome)));
  }),
  rotta("GET", "/openapi/{api}/{operazione}", async ({ parametri: { api = "", operazione } }) =>
    rispondi(paginaApi(api, await readDocumento(api), senzaEstensione(operazione))),
  ),
];
