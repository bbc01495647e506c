/** POST /pendenze: an operator loads or updates a debt named in the body. */
import { createPendenza } from "../../../shared/contracts/backoffice/pendenze-scrittura.ts";
import { toNuovaPendenza } from "../../../shared/presenters/pendenze/nuova-pendenza.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { loadPendenza } from "../../../shared/runtime/pendenze/caricamento-operatore.ts";

export const handler = httpOperation(createPendenza, ({ query, body, ...scambio }) => {
  const { idA2A, idPendenza, ...corpo } = body;
  return loadPendenza({ idA2A, idPendenza }, toNuovaPendenza(corpo), { ...scambio, stampaAvviso: query.stampaAvviso });
});
