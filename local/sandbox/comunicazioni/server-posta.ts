/** A mail server that takes everything and delivers nothing: what arrives is shown on /sandbox/posta. Enough of SMTP for a client that submits (RFC 6409). */
import { createServer, type Server, type Socket } from "node:net";
import { findEsitoProva } from "../../../shared/domain/prova/valori-magici.ts";

export interface Raccolto {
  readonly da: string;
  readonly a: readonly string[];
  readonly messaggio: string;
}

/** How the next conversation goes wrong, for tests. `silenzio`: takes the message and never says so. */
export type GuastoPosta = "rifiuta" | "occupato" | "silenzio" | "chiude";

export interface ServerPosta {
  readonly port: number;
  fail(guasto: GuastoPosta | undefined): void;
  close(): Promise<void>;
}

const MASSIMO_MESSAGGIO = 10_000_000;

const converse = (socket: Socket, guasto: () => GuastoPosta | undefined, collect: (raccolto: Raccolto) => void): void => {
  let arrivato = "";
  let dati = false;
  let autenticato = false;
  let da = "";
  let a: string[] = [];
  const say = (riga: string): void => {
    socket.write(`${riga}\r\n`);
  };
  const command = (riga: string): string => {
    const maiuscola = riga.toUpperCase();
    if (maiuscola.startsWith("EHLO")) return "250-sandbox\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 10000000";
    if (maiuscola.startsWith("AUTH PLAIN ")) {
      autenticato = true;
      return "235 2.7.0 ok";
    }
    if (maiuscola === "QUIT") return "221 ciao";
    if (!autenticato) return "530 5.7.0 autenticarsi";
    const indirizzo = /<([^<>\s]*)>/.exec(riga)?.[1] ?? "";
    if (maiuscola.startsWith("MAIL FROM:")) {
      [da, a] = [indirizzo, []];
      return "250 ok";
    }
    if (maiuscola.startsWith("RCPT TO:")) {
      const chiesto = findEsitoProva({ posta: indirizzo }, ["comunicazione"]);
      if (chiesto === "POSTA_PIENA") return `452 4.2.2 la casella di <${indirizzo}> è piena`;
      if (guasto() === "rifiuta" || chiesto === "POSTA_RESPINTA") return `550 5.1.1 <${indirizzo}> non esiste`;
      a.push(indirizzo);
      return guasto() === "occupato" ? "451 4.3.0 riprovare" : "250 ok";
    }
    if (maiuscola !== "DATA") return "502 5.5.1 comando non previsto";
    dati = true;
    return "354 avanti";
  };
  /** False: the message has not come whole. */
  const take = (): boolean => {
    const fine = arrivato.indexOf("\r\n.\r\n");
    if (fine < 0) return false;
    collect({ da, a, messaggio: arrivato.slice(0, fine).replace(/^\.\./gm, ".") });
    arrivato = arrivato.slice(fine + 5);
    dati = false;
    if (guasto() === "chiude") socket.destroy();
    else if (guasto() !== "silenzio") say("250 2.0.0 preso");
    return true;
  };
  const receive = (): void => {
    for (;;) {
      if (dati) {
        if (!take()) return;
        continue;
      }
      const fine = arrivato.indexOf("\r\n");
      if (fine < 0) return;
      const riga = arrivato.slice(0, fine);
      arrivato = arrivato.slice(fine + 2);
      say(command(riga));
    }
  };
  socket.on("error", () => socket.destroy());
  socket.on("data", (pezzo) => {
    arrivato += pezzo.toString("utf8");
    if (arrivato.length > MASSIMO_MESSAGGIO) socket.destroy();
    else receive();
  });
  say("220 sandbox ESMTP");
};

/** @param port 0 = any. @throws Error when the port is taken. */
export const startServerPosta = async (port: number, collect: (raccolto: Raccolto) => void): Promise<ServerPosta> => {
  let guasto: GuastoPosta | undefined;
  const aperti = new Set<Socket>();
  const server: Server = createServer((socket) => {
    aperti.add(socket);
    socket.on("close", () => aperti.delete(socket));
    converse(socket, () => guasto, collect);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  server.unref();
  const indirizzo = server.address();
  return {
    port: typeof indirizzo === "object" && indirizzo !== null ? indirizzo.port : port,
    fail: (nuovo) => {
      guasto = nuovo;
    },
    close: () => {
      for (const socket of aperti) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
