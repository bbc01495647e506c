/**
 * One message handed to a mail server (submission, RFC 6409). Written here and not taken from a library because what matters is one thing that they do not tell:
 * whether a failure came before or after the server could have taken the message. Providers with an SMTP endpoint, SES among them, are reached this way.
 */
import { checkIndirizzo } from "../../domain/valori/indirizzo-esterno.ts";
import type { Guardia } from "../http/scambio.ts";
import { ColloquioSmtp, ErroreSmtp, type PuntoSmtp, type RispostaSmtp } from "./colloquio-smtp.ts";

export interface ServerSmtp extends PuntoSmtp {
  readonly startTls: boolean;
  readonly username: string;
  readonly password: string;
}

export interface DaConsegnare {
  readonly da: string;
  readonly a: string;
  readonly messaggio: string;
}

export type EsitoSmtp = { readonly esito: "spedito" } | { readonly esito: "riprova" | "rifiutato" | "incerto"; readonly dettaglio: string };

/** The server said no: for ever, or for now. */
class Rifiuto extends Error {
  readonly definitivo: boolean;

  constructor(fase: string, codice: number, definitivo: boolean) {
    super(`il server di posta ha risposto ${codice} a ${fase}`);
    this.definitivo = definitivo;
  }
}

/** Replies may repeat the address: only their code is kept. */
const expect = ({ codice }: RispostaSmtp, fase: string, attesi: readonly number[], { sempreRiprova = false } = {}): void => {
  if (!attesi.includes(codice)) throw new Rifiuto(fase, codice, codice >= 500 && !sempreRiprova);
};

const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");
const NOME_CLIENTE = "fiorino.localdomain";

const greet = async (colloquio: ColloquioSmtp): Promise<string> => {
  const saluto = await colloquio.command(`EHLO ${NOME_CLIENTE}`);
  expect(saluto, "EHLO", [250]);
  return saluto.testo.toUpperCase();
};

/** Credentials go in the clear only to a host that the installation allows by name. */
const authenticate = async (colloquio: ColloquioSmtp, { username, password }: ServerSmtp, capacita: string): Promise<void> => {
  if (!/AUTH[ =].*\bPLAIN\b/.test(capacita)) throw new Rifiuto("EHLO, senza AUTH PLAIN", 250, false);
  const risposta = await colloquio.command(`AUTH PLAIN ${base64(`\u0000${username}\u0000${password}`)}`);
  // Credentials are put right by whoever administers: no message is lost meanwhile.
  expect(risposta, "AUTH", [235], { sempreRiprova: true });
};

export const createSmtp = (guardia: Guardia) => {
  const deliver = async (server: ServerSmtp, { da, a, messaggio }: DaConsegnare, fase: { consegnato: boolean }): Promise<void> => {
    const colloquio = await ColloquioSmtp.open(server, guardia);
    try {
      expect(await colloquio.read(), "il saluto", [220]);
      let capacita = await greet(colloquio);
      if (server.startTls) {
        expect(await colloquio.command("STARTTLS"), "STARTTLS", [220], { sempreRiprova: true });
        await colloquio.startTls();
        capacita = await greet(colloquio);
      }
      await authenticate(colloquio, server, capacita);
      expect(await colloquio.command(`MAIL FROM:<${da}>`), "MAIL FROM", [250]);
      expect(await colloquio.command(`RCPT TO:<${a}>`), "RCPT TO", [250, 251]);
      expect(await colloquio.command("DATA"), "DATA", [354]);
      fase.consegnato = true;
      colloquio.write(`${messaggio.replace(/^\./gm, "..")}\r\n.\r\n`);
      const esito = await colloquio.read();
      fase.consegnato = false;
      expect(esito, "il messaggio", [250]);
      colloquio.write("QUIT\r\n");
    } finally {
      colloquio.close();
    }
  };

  return {
    send: async (server: ServerSmtp, daConsegnare: DaConsegnare): Promise<EsitoSmtp> => {
      const host = server.host.includes(":") ? `[${server.host}]` : server.host;
      const ammesso = guardia ? checkIndirizzo(`https://${host}/`, guardia) : undefined;
      if (ammesso?.ok === false) return { esito: "riprova", dettaglio: `server di posta non ammesso: ${ammesso.errore}` };
      if (!server.tls && !server.startTls && guardia && !guardia.includes(server.host))
        return { esito: "riprova", dettaglio: "il server di posta non usa TLS: le credenziali non si mandano in chiaro" };
      const fase = { consegnato: false };
      try {
        await deliver(server, daConsegnare, fase);
        return { esito: "spedito" };
      } catch (errore) {
        if (errore instanceof Rifiuto) return { esito: errore.definitivo ? "rifiutato" : "riprova", dettaglio: errore.message };
        if (!(errore instanceof ErroreSmtp)) throw errore;
        // The message was on its way, and the server has not said whether it took it.
        return { esito: fase.consegnato ? "incerto" : "riprova", dettaglio: errore.message };
      }
    },
  };
};
