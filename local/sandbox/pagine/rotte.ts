/** The pages for people and the files they need. */
import { html, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import { paginaBanco } from "./banco.ts";
import { paginaInizio } from "./inizio.ts";
import { rotteOpenapi } from "./openapi.ts";
import { serviStatico } from "./statici.ts";

export const rottePagine = (contesto: Contesto): Rotta[] => [
  rotta("GET", "/", () => html(paginaInizio(contesto.macchina.baseUrl))),
  rotta("GET", "/sandbox", () => html(paginaBanco())),
  rotta("GET", "/sandbox/statici/*", (richiesta) => serviStatico(richiesta.parametri["*"] ?? "")),
  ...rotteOpenapi,
];
