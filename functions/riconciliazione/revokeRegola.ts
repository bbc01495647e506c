/** POST /regole/{idDominio}/{id}/revoca: a decision that counts no more. */
import { revokeRegola } from "../../shared/contracts/riconciliazione/proposte.ts";
import { presentRegola } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteDecisioni } from "../../shared/runtime/wiring/abbinamenti-scrittura.ts";
import { revokeRegola as createRevoke } from "../../shared/usecases/abbinamenti/regole.ts";

const revoke = createRevoke(porteDecisioni);

export const handler = httpOperation(revokeRegola, async ({ params, body, chiamante, traccia }) => {
  const esito = await revoke(params, body.motivo, chiamante, traccia);
  return esito.ok ? reply(200, presentRegola(esito.valore)) : refuse(esito.errore);
});
