/** GET /collegamenti/{gettone}: what a public link opens. */
import { getCollegamento } from "../../shared/contracts/cittadino/collegamenti.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { openCollegamento } from "../../shared/runtime/wiring/apertura-collegamenti.ts";

export const handler = httpOperation(getCollegamento, async ({ params, query }) => {
  const esito = await openCollegamento(params.gettone, query.dati === "true");
  if (!esito.ok) return refuse(esito.errore);
  if ("verso" in esito.valore) return reply(303, undefined, { location: esito.valore.verso });
  if ("pdf" in esito.valore) return reply(200, file("application/pdf", esito.valore.pdf, esito.valore.nome));
  const { uuid, ...dati } = esito.valore.dati;
  return reply(200, { ...dati, UUID: uuid });
});
