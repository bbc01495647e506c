/** Messages to citizens: decided, and sent by mail or App IO with the notice or the receipt attached. */
import { ArchivioComunicazioni } from "../../adapters/archivio/comunicazioni.ts";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { mappaPromemoria, mappaScadenzaPromemoria } from "../../adapters/archivio/mappe-uscite.ts";
import { createCanaleAppIO } from "../../adapters/http/app-io.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createCanaleEmail } from "../../adapters/posta/canale-email.ts";
import { createCanalePec } from "../../adapters/posta/canale-pec.ts";
import { createSmtp } from "../../adapters/posta/smtp.ts";
import type { PorteControllo } from "../../usecases/comunicazioni/check-comunicazione.ts";
import type { PorteInvio } from "../../usecases/comunicazioni/send-comunicazione.ts";
import { printAvviso } from "../../usecases/pendenze/print-avviso.ts";
import { describeRicevuta } from "../../usecases/ricevute/describe-ricevuta.ts";
import { config } from "../config/config.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { createClient } from "./http.ts";
import { segreti } from "./segreti.ts";
import { stampaAvviso } from "./stampa-avviso.ts";
import { stampaRicevuta } from "./stampa-ricevuta.ts";

const avviso = printAvviso({ anagrafiche, stampaAvviso, clock });

const print: PorteInvio["print"] = async (pendenza, ricevuta) => {
  if (!ricevuta) {
    const byte = await avviso(pendenza);
    return byte && { nomeFile: `avviso-${pendenza.numeroAvviso}.pdf`, byte };
  }
  const creditore = await anagrafiche.getCreditore(pendenza.idDominio);
  if (!creditore) return undefined;
  return {
    nomeFile: `ricevuta-${pendenza.numeroAvviso}.pdf`,
    byte: await stampaRicevuta.render(describeRicevuta(ricevuta, pendenza, creditore)),
  };
};

const posta = { smtp: createSmtp(config.hostInterni), segreti, clock };
const appIO = createCanaleAppIO(withSegreti(createClient(), segreti));

export const porteComunicazioni: PorteInvio & PorteControllo = {
  anagrafiche,
  comunicazioni: new ArchivioComunicazioni(deposito),
  canali: {
    PEC: createCanalePec(posta),
    EMAIL: createCanaleEmail(posta),
    APP_IO: appIO,
  },
  appIO,
  unitOfWork: wireUnitOfWork({ promemoria: mappaPromemoria, scadenzaPromemoria: mappaScadenzaPromemoria, unicita: mappaUnicita }),
  ...{ clock, ids, print },
};
