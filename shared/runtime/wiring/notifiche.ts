/** What leaves for the creditors' systems. */
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { mappeRiepilogo } from "../../adapters/archivio/mappe-anomalia.ts";
import { mappaInvio, mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { mappaEsecuzioneTracciato } from "../../adapters/archivio/mappe-tracciato-contabile.ts";
import { ArchivioNotifiche } from "../../adapters/archivio/notifiche.ts";
import { createTracciatiContabili } from "../../adapters/archivio/tracciati-contabili.ts";
import { createInterruttore } from "../../adapters/http/interruttore.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createSistemaEnte } from "../../adapters/http/sistema-ente.ts";
import { createCanaleEmail } from "../../adapters/posta/canale-email.ts";
import { createSmtp } from "../../adapters/posta/smtp.ts";
import { config } from "../config/config.ts";
import { segnalaAperto } from "../interruttori.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";
import { createClient } from "./http.ts";
import { oggetti } from "./oggetti.ts";
import { originali } from "./originali.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";
import { segreti } from "./segreti.ts";

export const porteNotifiche = {
  ...porteRendicontazioni,
  notifiche: new ArchivioNotifiche(deposito),
  anomalie: new ArchivioAnomalie(deposito),
  ente: createSistemaEnte(withSegreti(createClient(), segreti), createInterruttore(clock, segnalaAperto("SistemaEnte"))),
  posta: createCanaleEmail({ smtp: createSmtp(config.hostInterni), segreti, clock }),
  originali,
  unitOfWork: wireUnitOfWork({
    notifica: mappaNotifica,
    invioRendicontazioni: mappaInvio,
    riepilogo: mappeRiepilogo.riepilogo,
    esecuzioneTracciato: mappaEsecuzioneTracciato,
  }),
  tracciati: createTracciatiContabili(deposito),
  oggetti,
  clock,
};
