/** The start of portal payments, through Checkout or through the legacy Node. */
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { mappaPagamento, mappaPendenza, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { createCheckout } from "../../adapters/http/checkout.ts";
import { createCheckoutProva } from "../../adapters/prova/checkout-prova.ts";
import { API_BASE } from "../../contracts/operation.ts";
import { presentRpt } from "../../presenters/storico/rpt.ts";
import { config } from "../config/config.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, ids, wireUnitOfWork } from "./base.ts";
import { nodoStorico } from "./nodo-storico.ts";
import { posizioni } from "./posizioni.ts";
import { wireHttp } from "./uscite.ts";

const urlProva = (idPagamento: string): string => `${config.urlPubblico}${API_BASE.cittadino}/prove/${idPagamento}`;

export const wireStartPagamento = () => ({
  posizioni,
  anagrafiche,
  checkout: createCheckout(wireHttp("Checkout")),
  prova: { checkout: createCheckoutProva(urlProva), connettore: { url: config.urlPubblico } },
  nodoStorico,
  presentRpt,
  unitOfWork: wireUnitOfWork({
    notifica: mappaNotifica,
    pagamento: mappaPagamento,
    pendenza: mappaPendenza,
    tentativo: mappaTentativo,
    unicita: mappaUnicita,
  }),
  clock,
  ids,
  attualizza,
});
