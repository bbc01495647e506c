/** The pages of the OpenAPI documents, by name of file: the runner makes one when it is asked for, the deployment all of them. */
import type { Documento } from "../tools/client/documento.ts";
import { rotteDi } from "../tools/client/documento.ts";
import { renderApi, renderCatalogo, renderIndice } from "./indici.ts";
import { type Pagina, renderOperazione } from "./operazione.ts";

export type { Pagina } from "./operazione.ts";

/** The page of an API, or of one of its operations; undefined when there is no such operation. */
export function paginaApi(api: string, documento: Documento, id?: string): Pagina | undefined {
  if (id === undefined) return renderApi(api, documento);
  const rotta = rotteDi(documento).find(({ operazione }) => operazione.operationId === id);
  return rotta && renderOperazione(api, documento, rotta);
}

/** Path under /openapi → page, for every page that there is. */
export function* renderPagine(documenti: ReadonlyMap<string, Documento>): Generator<readonly [string, Pagina]> {
  yield ["index.html", renderIndice(documenti)];
  yield ["problemi.html", renderCatalogo()];
  for (const [api, documento] of documenti) {
    yield [`${api}.html`, renderApi(api, documento)];
    for (const rotta of rotteDi(documento)) yield [`${api}/${rotta.operazione.operationId}.html`, renderOperazione(api, documento, rotta)];
  }
}
