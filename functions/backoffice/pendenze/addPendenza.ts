/** PUT /pendenze/{idA2A}/{idPendenza}: an operator loads or updates a debt. */
import { addPendenza } from "../../../shared/contracts/backoffice/pendenze-scrittura.ts";
import { toNuovaPendenza } from "../../../shared/presenters/pendenze/nuova-pendenza.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { loadPendenza } from "../../../shared/runtime/pendenze/caricamento-operatore.ts";

export const handler = httpOperation(addPendenza, ({ params, query, body, ...scambio }) =>
  loadPendenza(params, toNuovaPendenza(body, query.dataAvvisatura), { ...scambio, stampaAvviso: query.stampaAvviso }),
);
