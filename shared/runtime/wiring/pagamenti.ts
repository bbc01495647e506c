/** The start of portal payments through Checkout. */
import { mappaPagamento } from "../../adapters/archivio/mappe-posizione.ts";
import { createCheckout } from "../../adapters/http/checkout.ts";
import { createHttpClient } from "../../adapters/http/client.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, ids, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const wireStartPagamento = () => ({
  posizioni,
  anagrafiche,
  checkout: createCheckout(createHttpClient({ clock })),
  unitOfWork: wireUnitOfWork({ pagamento: mappaPagamento }),
  clock,
  ids,
  attualizza,
});
