/** GET /profilo, v1: who is calling and what it may do. */
import { getProfilo } from "../../shared/contracts/riconciliazione-v1/comuni.ts";
import { presentProfilo } from "../../shared/presenters/comuni/profilo.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getProfilo, async ({ chiamante }) => reply(200, presentProfilo(chiamante)));
