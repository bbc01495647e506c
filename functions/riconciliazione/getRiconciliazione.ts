/** GET /riconciliazioni/{idDominio}/{id}: the outcome of a movement, with what it collected. */
import { RIGHE_MASSIME } from "../../shared/contracts/riconciliazione/parametri.ts";
import { getRiconciliazione } from "../../shared/contracts/riconciliazione/riconciliazioni.ts";
import { toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiconciliazione } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getRiconciliazione as createGet } from "../../shared/usecases/riconciliazioni/get-riconciliazione.ts";

const get = createGet(porteContabili);

const v3 = httpOperation(getRiconciliazione, async ({ params, query, chiamante }) => {
  const esito = await get(params, toTratto(query, RIGHE_MASSIME), chiamante);
  return esito.ok ? reply(200, presentRiconciliazione(esito.valore)) : refuse(esito.errore);
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/getRiconciliazione.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/getIncasso.ts"),
});
