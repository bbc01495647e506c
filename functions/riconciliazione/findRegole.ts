/** GET /regole: what people decided of the movements. */
import { findRegole } from "../../shared/contracts/riconciliazione/proposte.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentRegola, toFiltriRegole } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { abbinamenti } from "../../shared/runtime/wiring/abbinamenti.ts";
import { findRegole as createFind } from "../../shared/usecases/abbinamenti/find-decisioni.ts";

const find = createFind(abbinamenti);

export const handler = httpOperation(findRegole, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriRegole(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRegola));
});
