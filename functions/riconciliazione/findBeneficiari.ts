/** GET /beneficiari: whose money the receipts of a creditor tell. */
import { findBeneficiari } from "../../shared/contracts/riconciliazione/beneficiari.ts";
import { presentBeneficiari, presentBeneficiariCsv, toRichiestaBeneficiari } from "../../shared/presenters/riconciliazione/beneficiari.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteBeneficiari } from "../../shared/runtime/wiring/beneficiari.ts";
import { findBeneficiari as createFind } from "../../shared/usecases/beneficiari/sum-beneficiari.ts";

const find = createFind(porteBeneficiari);

export const handler = httpOperation(findBeneficiari, async ({ query, chiamante, accept }) => {
  const esito = await find(toRichiestaBeneficiari(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const csv = accept === "text/csv";
  return reply(
    200,
    csv ? file(accept, presentBeneficiariCsv(query, esito.valore), "beneficiari.csv") : presentBeneficiari(query, esito.valore),
  );
});
