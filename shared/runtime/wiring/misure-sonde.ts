/** The measures of the probes: counts of the archive, certificates, queues. */
import { ArchivioNotifiche } from "../../adapters/archivio/notifiche.ts";
import { ArchivioRecuperi } from "../../adapters/archivio/recuperi.ts";
import { deposito } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";
import { porteScadenze } from "./scadenze.ts";
import { porteSonde } from "./sonde.ts";

const { registro, posizioni, rendicontazioni } = porteRendicontazioni;

export const porteMisure = {
  ...porteSonde,
  ...{ registro, posizioni, rendicontazioni },
  recuperi: new ArchivioRecuperi(deposito),
  notifiche: new ArchivioNotifiche(deposito),
  scadenze: porteScadenze.archivio,
};
