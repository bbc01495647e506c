/** GET /domini/{idDominio}/contiAccredito/{iban}, v1: one account. */
import { getContoAccredito } from "../../shared/contracts/pagamento-v1/conti-entrate.ts";
import { presentContoV1 } from "../../shared/presenters/pagamento/conti-entrate-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { inCreditore } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = inCreditore({ anagrafiche });

export const handler = httpOperation(getContoAccredito, async ({ params, chiamante }) => {
  const esito = await find(
    params.idDominio,
    chiamante,
    ({ conti }) => conti.find(({ iban }) => iban === params.iban.toUpperCase()),
    `conto ${params.iban}`,
  );
  return esito.ok ? reply(200, presentContoV1(esito.valore)) : refuse(esito.errore);
});
