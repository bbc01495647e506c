/** GET /profilo: who is calling and what it may do. */
import { getProfilo } from "../../shared/contracts/pendenze/profilo.ts";
import { presentProfilo } from "../../shared/presenters/comuni/profilo.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(getProfilo, async ({ chiamante }) => reply(200, presentProfilo(chiamante)));

export const handler = withVersioni(v2, { "pendenze-v1": () => import("../pendenze-v1/getProfilo.ts") });
