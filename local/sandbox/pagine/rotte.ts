/** The pages for people and the files they need. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { API } from "../ambiente.ts";
import { html, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import { paginaBanco } from "./banco.ts";
import { paginaInizio } from "./inizio.ts";
import { paginaOpenapi } from "./openapi.ts";
import { serviStatico } from "./statici.ts";

const OPENAPI = fileURLToPath(new URL("../../../docs/openapi/", import.meta.url));

const apiDi = (nome: string | undefined): (typeof API)[number] => {
  const api = API.find((voce) => voce.nome === nome);
  if (api === undefined) throw new Rifiuto(404, `L'API ${nome ?? ""} non esiste: ci sono ${API.map((voce) => voce.nome).join(", ")}.`);
  return api;
};

export const rottePagine = (contesto: Contesto): Rotta[] => [
  rotta("GET", "/", () => html(paginaInizio(contesto.macchina.baseUrl))),
  rotta("GET", "/sandbox", () => html(paginaBanco())),
  rotta("GET", "/sandbox/statici/*", (richiesta) => serviStatico(richiesta.parametri["*"] ?? "")),
  rotta("GET", "/openapi/{api}", (richiesta) => {
    const nome = richiesta.parametri.api ?? "";
    return nome.endsWith(".json") ? documento(apiDi(nome.slice(0, -5)).nome) : html(paginaOpenapi(apiDi(nome)));
  }),
];

const documento = async (nome: string) => {
  try {
    return { stato: 200, tipo: "application/json; charset=utf-8", corpo: await readFile(`${OPENAPI}${nome}.json`, "utf8") };
  } catch {
    throw new Rifiuto(404, `Il documento OpenAPI dell'API ${nome} non è stato ancora generato.`);
  }
};
