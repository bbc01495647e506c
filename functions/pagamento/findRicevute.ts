/** GET /ricevute/{idDominio}/{iuv}: the receipts of a payment code. */
import { findRicevute } from "../../shared/contracts/pagamento/ricevute.ts";
import { presentRicevutePortale } from "../../shared/presenters/pagamento/ricevute.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findRicevutePortale } from "../../shared/usecases/ricevute/ricevute-portale.ts";

const find = findRicevutePortale(porteLettura);

const v2 = httpOperation(findRicevute, async ({ params, query, chiamante, cookies }) =>
  reply(200, presentRicevutePortale(params.idDominio, await find(params, query.esito, withSessione(chiamante, cookies)))),
);

export const handler = withVersioni(v2, { "pagamento-v3": () => import("../pagamento-v3/findRicevute.ts") });
