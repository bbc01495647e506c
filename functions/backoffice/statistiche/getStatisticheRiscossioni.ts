/** GET /statistiche/riscossioni: amounts collected by day of payment, from the counters. */
import { getStatisticheRiscossioni } from "../../../shared/contracts/backoffice/statistiche.ts";
import { presentStatistica, toPeriodo } from "../../../shared/presenters/backoffice/statistica.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteContatori } from "../../../shared/runtime/wiring/contatori.ts";
import { getStatistica } from "../../../shared/usecases/statistiche/get-statistica.ts";

const get = getStatistica(porteContatori);

export const handler = httpOperation(getStatisticheRiscossioni, async ({ query, chiamante }) => {
  const { passo, gruppi } = query;
  const esito = await get({ ...toPeriodo(query), cubo: "riscossioni", passo, gruppi }, chiamante);
  return esito.ok ? reply(200, presentStatistica(esito.valore)) : refuse(esito.errore);
});
