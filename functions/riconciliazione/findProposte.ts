/** GET /proposte: ways to explain movements that wait for a person, the surest first. */
import { findProposte } from "../../shared/contracts/riconciliazione/proposte.ts";
import { definiti } from "../../shared/domain/definiti.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentProposta } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { abbinamenti } from "../../shared/runtime/wiring/abbinamenti.ts";
import { findProposte as createFind } from "../../shared/usecases/abbinamenti/find-decisioni.ts";

const find = createFind(abbinamenti);

export const handler = httpOperation(findProposte, async ({ query, chiamante, url }) => {
  const { idDominio, idMovimento, fiduciaMinima, dataDa: da, dataA: a } = query;
  const filtri = definiti({ idDominio, idMovimento, fiduciaMinima, da, a });
  return reply(200, presentPagina(await find(filtri, toRichiestaPagina(query), chiamante), query, url, presentProposta));
});
