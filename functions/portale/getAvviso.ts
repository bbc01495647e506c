/** GET /documenti/{idDominio}/{numeroAvviso}/avviso: the notice as data or printed; the search of one is beside. */
import { getAvviso } from "../../shared/contracts/portale/pagamenti.ts";
import { presentAvviso } from "../../shared/presenters/pendenze/avviso.ts";
import { replyAvviso } from "../../shared/runtime/http/avviso-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withPercorsi } from "../../shared/runtime/versioni.ts";

const documento = httpOperation(getAvviso, (richiesta) => replyAvviso(richiesta, presentAvviso));

export const handler = withPercorsi(documento, "portale", { "/avvisi/ricerca": () => import("./findAvviso.ts") });
