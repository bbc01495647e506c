/** POST /caricamenti/firmati: where a large treasury file is to be written. */
import { addCaricamentoFirmato } from "../../shared/contracts/riconciliazione/caricamenti.ts";
import { presentCaricamentoFirmato } from "../../shared/presenters/riconciliazione/tesoreria.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { announce } from "../../shared/runtime/wiring/caricamenti.ts";

export const handler = httpOperation(addCaricamentoFirmato, async ({ body, chiamante, traccia }) => {
  const esito = await announce({ ...body, forza: false }, chiamante, traccia);
  return esito.ok ? reply(201, presentCaricamentoFirmato(esito.valore)) : refuse(esito.errore);
});
