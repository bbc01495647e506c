/** POST /eventi/sigilli/{giorno}/verifica: a part of the verification of a day of the journal. */
import { verificaSigillo } from "../../../shared/contracts/backoffice/sigilli.ts";
import { presentVerifica } from "../../../shared/presenters/backoffice/sigillo.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteVerificaSigilli } from "../../../shared/runtime/wiring/sigilli.ts";
import { verifyGiorno } from "../../../shared/usecases/giornale/verify-giorno.ts";

const verify = verifyGiorno(porteVerificaSigilli);

export const handler = httpOperation(verificaSigillo, async ({ params, query, chiamante }) => {
  const esito = await verify(params.giorno, query.parte, chiamante);
  return esito.ok ? reply(200, presentVerifica(esito.valore)) : refuse(esito.errore);
});
