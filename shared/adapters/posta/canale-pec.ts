/**
 * Certified mail as a channel: the same message, from the certified mailbox of the creditor. What its provider tells afterwards (acceptance, delivery, failed
 * delivery) comes back to that mailbox and names the message by its Message-ID, which therefore says by itself which message it is.
 */
import * as z from "zod";
import { idMessaggioPec } from "../../domain/promemoria/ricevuta-pec.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CanaleComunicazione } from "../../ports/comunicazioni.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { composeMessaggio, isIndirizzo } from "./messaggio-mime.ts";
import { findPassword } from "./password.ts";
import type { createSmtp } from "./smtp.ts";

interface Porte {
  readonly smtp: ReturnType<typeof createSmtp>;
  readonly segreti: Segreti;
  readonly clock: Clock;
}

const ATTESA_MILLISECONDI = 30_000;
const CONNESSIONE_MILLISECONDI = 10_000;

const casella = z.object({
  ...{ host: z.string(), port: z.number(), username: z.string(), segreto: z.string(), from: z.string() },
  startTls: z.boolean().default(false),
  inChiaro: z.boolean().default(false),
});

export const createCanalePec = ({ smtp, segreti, clock }: Porte): CanaleComunicazione => ({
  send: async ({ id, pec, oggetto, testo, mittente, allegata, impostazioni }) => {
    const letta = casella.safeParse(impostazioni);
    if (!letta.success)
      return { esito: "riprova", dettaglio: "la casella PEC del creditore non è configurata per intero (pecBatch.caselle)" };
    const { segreto, from, inChiaro, ...server } = letta.data;
    if (pec === undefined || !isIndirizzo(pec))
      return { esito: "irraggiungibile", dettaglio: "l'indirizzo PEC del debitore non è utilizzabile" };
    if (!isIndirizzo(from)) return { esito: "riprova", dettaglio: "il mittente (pecBatch.caselle.from) non è un indirizzo utilizzabile" };
    const password = await findPassword(segreti, segreto, server.host);
    if (password === undefined) return { esito: "riprova", dettaglio: "la password della casella PEC non si può leggere" };
    const messaggio = composeMessaggio({
      ...{ id, da: { nome: mittente, indirizzo: from }, a: pec, oggetto, testo, data: clock.now() },
      ...{ idMessaggio: idMessaggioPec(id), ...(allegata && { allegata }) },
    });
    const attese = { connectionTimeout: CONNESSIONE_MILLISECONDI, readTimeout: ATTESA_MILLISECONDI };
    return smtp.send({ ...server, ...attese, password, tls: !server.startTls && !inChiaro }, { da: from, a: pec, messaggio });
  },
});
