/** Lines out, replies in, over a connection that may become TLS half way (RFC 5321). Bounded: a server cannot make us remember more than a reply. */

import { lookup } from "node:dns";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { createLookupEsterno, type Guardia } from "../http/scambio.ts";

export interface PuntoSmtp {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly tls: boolean;
  readonly connectionTimeout: number;
  readonly readTimeout: number;
}

export interface RispostaSmtp {
  readonly codice: number;
  readonly testo: string;
}

const RISPOSTA_MASSIMA = 16 * 1024;
const COMPLETA = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: [^\n]*)?\n/;

export class ErroreSmtp extends Error {}

export class ColloquioSmtp {
  #socket: Socket;
  #arrivato = "";
  #guasto: ErroreSmtp | undefined;
  #sveglia: (() => void) | undefined;
  readonly #punto: PuntoSmtp;

  private constructor(socket: Socket, punto: PuntoSmtp) {
    this.#socket = socket;
    this.#punto = punto;
    this.#listen();
  }

  static async open(punto: PuntoSmtp, guardia: Guardia): Promise<ColloquioSmtp> {
    const { host, port, tls, connectionTimeout } = punto;
    const protetta = guardia !== undefined && !guardia.includes(host);
    const opzioni = { host, port, ...(protetta && { lookup: createLookupEsterno(lookup) }) };
    const socket = tls ? connectTls({ ...opzioni, servername: host }) : connectTcp(opzioni);
    await new Promise<void>((resolve, reject) => {
      socket.setTimeout(connectionTimeout, () => socket.destroy(new ErroreSmtp("il server di posta non risponde")));
      socket.once(tls ? "secureConnect" : "connect", resolve);
      socket.once("error", (errore) => reject(new ErroreSmtp(describe(errore))));
    });
    return new ColloquioSmtp(socket, punto);
  }

  #listen(): void {
    const fail = (errore: ErroreSmtp): void => {
      this.#guasto ??= errore;
      this.#sveglia?.();
    };
    this.#socket.setTimeout(this.#punto.readTimeout, () => this.#socket.destroy(new ErroreSmtp("il server di posta non risponde")));
    this.#socket.on("data", (dati) => {
      this.#arrivato += dati.toString("latin1");
      if (this.#arrivato.length > RISPOSTA_MASSIMA) this.#socket.destroy(new ErroreSmtp("risposta del server di posta troppo lunga"));
      this.#sveglia?.();
    });
    this.#socket.on("error", (errore) => fail(new ErroreSmtp(describe(errore))));
    this.#socket.on("close", () => fail(new ErroreSmtp("il server di posta ha chiuso la connessione")));
  }

  /** The next reply. @throws ErroreSmtp when none comes. */
  async read(): Promise<RispostaSmtp> {
    for (;;) {
      const trovata = COMPLETA.exec(this.#arrivato);
      if (trovata) {
        this.#arrivato = this.#arrivato.slice(trovata[0].length);
        return { codice: Number(trovata[1]), testo: trovata[0] };
      }
      if (this.#guasto) throw this.#guasto;
      await new Promise<void>((resolve) => {
        this.#sveglia = resolve;
      });
    }
  }

  write(testo: string): void {
    this.#socket.write(testo, "utf8");
  }

  command(riga: string): Promise<RispostaSmtp> {
    if (/[\r\n]/.test(riga)) throw new ErroreSmtp("comando su più righe");
    this.write(`${riga}\r\n`);
    return this.read();
  }

  /** What came before the handshake in the clear is thrown away: it could be somebody else's. */
  async startTls(): Promise<void> {
    this.#socket.removeAllListeners();
    this.#arrivato = "";
    const chiaro = this.#socket;
    const sicuro = connectTls({ socket: chiaro, servername: this.#punto.host });
    await new Promise<void>((resolve, reject) => {
      sicuro.setTimeout(this.#punto.readTimeout, () => sicuro.destroy(new ErroreSmtp("il server di posta non risponde")));
      sicuro.once("secureConnect", resolve);
      sicuro.once("error", (errore) => reject(new ErroreSmtp(describe(errore))));
      chiaro.once("error", (errore) => reject(new ErroreSmtp(describe(errore))));
    });
    this.#socket = sicuro;
    this.#listen();
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** The code of the failure, never the address it was about. */
const describe = (errore: Error): string => {
  if (errore instanceof ErroreSmtp) return errore.message;
  return "code" in errore ? `connessione al server di posta: ${String(errore.code)}` : "connessione al server di posta non riuscita";
};
