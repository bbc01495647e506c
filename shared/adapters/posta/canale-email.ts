/** E-mail as a channel: the section mailBatch of the configuration says by which server (reference 2.15). */
import * as z from "zod";
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

/** Less than the function has, whatever the configuration says. */
const ATTESA_MASSIMA = 30_000;

const attesa = z.number().transform((millisecondi) => Math.min(millisecondi, ATTESA_MASSIMA));
const schema = z.object({
  mailserver: z.object({
    ...{ host: z.string(), port: z.number(), username: z.string(), password: z.string(), from: z.string(), startTls: z.boolean() },
    ...{ readTimeout: attesa, connectionTimeout: attesa, sslConfig: z.object({ abilitato: z.boolean() }).nullish() },
  }),
});

export const createCanaleEmail = ({ smtp, segreti, clock }: Porte): CanaleComunicazione => {
  return {
    send: async ({ id, email, oggetto, testo, mittente, allegata, impostazioni }) => {
      const letta = schema.safeParse(impostazioni);
      if (!letta.success) return { esito: "riprova", dettaglio: "il server di posta non è configurato per intero (mailBatch.mailserver)" };
      const { sslConfig, from, password: scritta, ...server } = letta.data.mailserver;
      if (email === undefined || !isIndirizzo(email))
        return { esito: "irraggiungibile", dettaglio: "l'indirizzo e-mail del debitore non è utilizzabile" };
      if (!isIndirizzo(from))
        return { esito: "riprova", dettaglio: "il mittente (mailBatch.mailserver.from) non è un indirizzo utilizzabile" };
      const password = await findPassword(segreti, scritta, server.host);
      if (password === undefined) return { esito: "riprova", dettaglio: "la password del server di posta non si può leggere" };
      const messaggio = composeMessaggio({
        ...{ id, da: { nome: mittente, indirizzo: from }, a: email, oggetto, testo, data: clock.now() },
        ...(allegata && { allegata }),
      });
      return smtp.send({ ...server, password, tls: sslConfig?.abilitato === true && !server.startTls }, { da: from, a: email, messaggio });
    },
  };
};
