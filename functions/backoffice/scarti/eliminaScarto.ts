/** POST /scarti/{coda}/{idMessaggio}/elimina: a dead letter is thrown away, and stays in the journal with the reason. */
import { eliminaScarto } from "../../../shared/contracts/backoffice/scarti.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteGestioneScarti } from "../../../shared/runtime/wiring/gestione-scarti.ts";
import { createRemoveScarto } from "../../../shared/usecases/scarti/scarti.ts";

const remove = createRemoveScarto(porteGestioneScarti);

export const handler = httpOperation(eliminaScarto, async ({ params, body, chiamante, traccia }) => {
  const esito = await remove({ coda: params.coda, id: params.idMessaggio, ...body }, chiamante, traccia);
  return esito.ok ? reply(204, undefined) : refuse(esito.errore);
});
