/** GET /domini/{idDominio}/unitaOperative/{idUnitaOperativa}, v1: one unit. */
import { getUnitaOperativa } from "../../shared/contracts/pagamento-v1/domini.ts";
import { presentUnitaV1 } from "../../shared/presenters/pagamento/dominio-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { inCreditore } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = inCreditore({ anagrafiche });

export const handler = httpOperation(getUnitaOperativa, async ({ params, chiamante }) => {
  const esito = await find(
    params.idDominio,
    chiamante,
    ({ unita }) => unita.find(({ idUnita }) => idUnita === params.idUnitaOperativa),
    `unità ${params.idUnitaOperativa}`,
  );
  return esito.ok ? reply(200, presentUnitaV1(esito.valore)) : refuse(esito.errore);
});
