/** GET /accertamenti: what was paid, reported and cashed, by office, chapter and quote. */
import { findAccertamenti } from "../../shared/contracts/riconciliazione/accertamenti.ts";
import {
  presentAccertamenti,
  presentAccertamentiCsv,
  toRichiestaAccertamenti,
} from "../../shared/presenters/riconciliazione/accertamento.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { rendicontazioni } from "../../shared/runtime/wiring/letture-contabili.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { findAccertamenti as createFind } from "../../shared/usecases/contabilita/find-accertamenti.ts";

const find = createFind({ posizioni, rendicontazioni });

export const handler = httpOperation(findAccertamenti, async ({ query, chiamante, accept }) => {
  const esito = await find(toRichiestaAccertamenti(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const csv = accept === "text/csv";
  return reply(
    200,
    csv ? file(accept, presentAccertamentiCsv(query, esito.valore), "accertamenti.csv") : presentAccertamenti(query, esito.valore),
  );
});
