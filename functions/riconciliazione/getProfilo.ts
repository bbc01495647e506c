/** GET /profilo: who is calling and what it may do. */
import { getProfilo } from "../../shared/contracts/riconciliazione/profilo.ts";
import { presentProfilo } from "../../shared/presenters/comuni/profilo.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v3 = httpOperation(getProfilo, async ({ chiamante }) => reply(200, presentProfilo(chiamante)));

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/getProfilo.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/getProfilo.ts"),
});
