/** POST /pendenze/tracciati/caricamenti: where the file of a large batch is to be written. */
import { addCaricamentoTracciato } from "../../../shared/contracts/backoffice/tracciati.ts";
import { presentCaricamento } from "../../../shared/presenters/tracciati/tracciato.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { announce } from "../../../shared/runtime/wiring/tracciati.ts";

export const handler = httpOperation(addCaricamentoTracciato, async ({ body, query, chiamante, traccia }) => {
  const { formato, ...dati } = body;
  const esito = await announce({ ...dati, ...query, tipo: formato, forza: true }, chiamante, traccia);
  return esito.ok ? reply(201, presentCaricamento(esito.valore)) : refuse(esito.errore);
});
