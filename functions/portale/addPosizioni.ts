/** POST /posizioni/{idA2A}: up to a hundred positions, each with its outcome. */
import { addPosizioni } from "../../shared/contracts/portale/posizioni.ts";
import { presentEsitiPosizioni } from "../../shared/presenters/portale/esiti-posizioni.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { toRigaPosizione } from "../../shared/runtime/pendenze/righe-posizioni.ts";
import { load } from "../../shared/runtime/wiring/caricamento-posizioni.ts";

export const handler = httpOperation(addPosizioni, async ({ params: { idA2A }, body: { posizioni }, chiamante, traccia }) => {
  const esito = await load({ idA2A, righe: posizioni.map(toRigaPosizione(idA2A)), chiamante, traccia });
  return esito.ok ? reply(200, presentEsitiPosizioni(esito.valore)) : refuse(esito.errore);
});
