/** Delivery of receipts to the creditor's system. */
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createSistemaEnte } from "../../adapters/http/sistema-ente.ts";
import { anagrafiche, clock, wireUnitOfWork } from "./base.ts";
import { createClient } from "./http.ts";
import { posizioni } from "./posizioni.ts";
import { segreti } from "./segreti.ts";

export const wireDeliverNotifica = () => ({
  posizioni,
  anagrafiche,
  ente: createSistemaEnte(withSegreti(createClient(), segreti)),
  unitOfWork: wireUnitOfWork({ notifica: mappaNotifica }),
  clock,
});
