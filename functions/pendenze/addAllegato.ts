/** POST /allegati: where to upload an attachment that does not fit in a PUT. */
import { addAllegato } from "../../shared/contracts/pendenze/allegati.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { allegati } from "../../shared/runtime/wiring/allegati.ts";

export const handler = httpOperation(addAllegato, async ({ body, chiamante }) => {
  const { idA2A } = chiamante;
  if (idA2A === undefined) return refuse({ codice: "NON_AUTORIZZATO", dettaglio: "l'operazione è riservata alle applicazioni" });
  const { impronta, dimensione } = body;
  const { url, intestazioni, scadenza } = allegati.signScrittura({ idA2A, impronta }, dimensione);
  return reply(201, { impronta, url, metodo: "PUT", intestazioni: { ...intestazioni }, scadenza });
});
