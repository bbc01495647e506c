/** The notifications as the Backoffice sees them, and how one is sent again. */
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { ArchivioNotifiche } from "../../adapters/archivio/notifiche.ts";
import { deposito, wireUnitOfWork } from "./base.ts";

export const porteElencoNotifiche = { notifiche: new ArchivioNotifiche(deposito) };
export const wireRinvioNotifica = () => wireUnitOfWork({ notifica: mappaNotifica });
