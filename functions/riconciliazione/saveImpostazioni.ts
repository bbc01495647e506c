/** PUT /impostazioni/{idDominio}: how the money of a creditor is matched from now on. */
import { saveImpostazioni } from "../../shared/contracts/riconciliazione/impostazioni.ts";
import { fromNumeroJson } from "../../shared/domain/valori/importo.ts";
import { presentImpostazioni, toVersione } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteImpostazioni } from "../../shared/runtime/wiring/abbinamenti-scrittura.ts";
import { saveImpostazioni as createSave } from "../../shared/usecases/abbinamenti/impostazioni.ts";

const save = createSave(porteImpostazioni);

export const handler = httpOperation(saveImpostazioni, async ({ params, body, ifMatch, chiamante, traccia }) => {
  const tolleranza = fromNumeroJson(body.tolleranza, "tolleranza");
  if (!tolleranza.ok) return refuse({ codice: "SINTASSI", dettaglio: tolleranza.errore });
  const nuove = { ...body, tolleranza: tolleranza.valore };
  const esito = await save(params.idDominio, nuove, toVersione(ifMatch).versione, chiamante, traccia);
  return esito.ok ? reply(200, presentImpostazioni(esito.valore)) : refuse(esito.errore);
});
