/** POST /pagamentiNotificati: what the creditor's own system knows to be paid. */
import { addPagamentiNotificati } from "../../shared/contracts/riconciliazione/pagamenti-notificati.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { readNotificati } from "../../shared/runtime/riconciliazione/read-notificati.ts";
import { porteDecisioni } from "../../shared/runtime/wiring/abbinamenti-scrittura.ts";
import { addPagamentiNotificati as createAdd } from "../../shared/usecases/abbinamenti/add-pagamenti-notificati.ts";

const add = createAdd(porteDecisioni);

export const handler = httpOperation(addPagamentiNotificati, async ({ query, body, chiamante, traccia }) => {
  const righe = await readNotificati(body);
  if (!righe.ok) return refuse({ codice: "SINTASSI", dettaglio: righe.errore });
  const esito = await add(query.idDominio, righe.valore, chiamante, traccia);
  return esito.ok ? reply(200, { ...esito.valore, rifiutati: [...esito.valore.rifiutati] }) : refuse(esito.errore);
});
