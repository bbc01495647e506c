/** Delivery of receipts, and of settlement rows, to the creditor's system. */
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { mappeRiepilogo } from "../../adapters/archivio/mappe-anomalia.ts";
import { mappaInvio, mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { ArchivioNotifiche } from "../../adapters/archivio/notifiche.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createSistemaEnte } from "../../adapters/http/sistema-ente.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";
import { createClient } from "./http.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";
import { segreti } from "./segreti.ts";

export const porteNotifiche = {
  ...porteRendicontazioni,
  notifiche: new ArchivioNotifiche(deposito),
  anomalie: new ArchivioAnomalie(deposito),
  ente: createSistemaEnte(withSegreti(createClient(), segreti)),
  unitOfWork: wireUnitOfWork({ notifica: mappaNotifica, invioRendicontazioni: mappaInvio, riepilogo: mappeRiepilogo.riepilogo }),
  clock,
};
