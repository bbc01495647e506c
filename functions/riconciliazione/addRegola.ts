/** POST /regole: a person decides what a movement pays. */
import { addRegola } from "../../shared/contracts/riconciliazione/proposte.ts";
import { presentRegola, toNuovaRegola } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteDecisioni } from "../../shared/runtime/wiring/abbinamenti-scrittura.ts";
import { addRegola as createAdd } from "../../shared/usecases/abbinamenti/regole.ts";

const add = createAdd(porteDecisioni);

export const handler = httpOperation(addRegola, async ({ body, chiamante, traccia }) => {
  const nuova = toNuovaRegola(body);
  if (!nuova.ok) return refuse({ codice: "SINTASSI", dettaglio: nuova.errore });
  const esito = await add(nuova.valore, chiamante, traccia);
  return esito.ok ? reply(201, presentRegola(esito.valore)) : refuse(esito.errore);
});
