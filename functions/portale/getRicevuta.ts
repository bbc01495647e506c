/** GET /documenti/{idDominio}/{numeroAvviso}/ricevuta: the receipt as data or printed. */
import { getRicevuta } from "../../shared/contracts/portale/pagamenti.ts";
import { numeroAvvisoToIuv } from "../../shared/domain/valori/numero-avviso.ts";
import { replyRicevutaPortale } from "../../shared/runtime/http/ricevuta-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getRicevuta, ({ params: { idDominio, numeroAvviso }, ...richiesta }) =>
  replyRicevutaPortale({ ...richiesta, params: { idDominio, iuv: numeroAvvisoToIuv(numeroAvviso) } }, getRicevuta.api),
);
