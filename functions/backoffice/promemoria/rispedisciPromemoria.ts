/** POST /promemoria/{idDominio}/{iuv}/{idPromemoria}/rispedisci: an operator wants a message sent again; the receipts of certified mail are beside. */
import { rispedisciPromemoria } from "../../../shared/contracts/backoffice/promemoria.ts";
import { presentPromemoria } from "../../../shared/presenters/backoffice/promemoria.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { withPercorsi } from "../../../shared/runtime/versioni.ts";
import { porteRispedizione } from "../../../shared/runtime/wiring/promemoria-pendenza.ts";
import { createResendComunicazione } from "../../../shared/usecases/comunicazioni/resend-comunicazione.ts";

const resend = createResendComunicazione(porteRispedizione);

const rispedisci = httpOperation(rispedisciPromemoria, async ({ params, body, chiamante, traccia }) => {
  const esito = await resend({ ...params, ...body, chiamante, traccia });
  return esito.ok ? reply(200, { idPromemoria: esito.valore.id, ...presentPromemoria(esito.valore) }) : refuse(esito.errore);
});

export const handler = withPercorsi(rispedisci, "backoffice", { "/promemoria/ricevutePec": () => import("./addRicevutaPec.ts") });
