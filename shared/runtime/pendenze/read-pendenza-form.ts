/** The debt that comes out of a form, by the contract of a POST: same fields, same limits, same sentences. */
import { PendenzaPost } from "../../contracts/comuni/form-pendenza.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { toNuovaPendenza } from "../../presenters/pendenze/nuova-pendenza.ts";
import type { PendenzaDaForm } from "../../usecases/pendenze/forward-form.ts";
import { describeErrori } from "../http/errori.ts";

export const readPendenzaForm = (corpo: unknown): Esito<PendenzaDaForm> => {
  const letta = PendenzaPost.safeParse(corpo);
  if (!letta.success) return ko(describeErrori(letta.error, "pendenza"));
  const { idA2A, idPendenza, ...dati } = letta.data;
  const nuova = toNuovaPendenza(dati);
  return nuova.ok ? ok({ idA2A, idPendenza, nuova: nuova.valore }) : nuova;
};
