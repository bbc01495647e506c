/** Counts what a deployed handler really sends to DynamoDB: a proxy in front of the emulator, since the client inside the function is its own. */
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface ContatoreDynamo {
  readonly endpoint: string;
  /** Operations since the last `richieste.length = 0`: GetItem, Query, TransactWriteItems... */
  readonly richieste: string[];
  /** Emulator to which everything goes. */
  setDestinazione(endpoint: string): void;
  stop(): Promise<void>;
}

export const startContatore = async (): Promise<ContatoreDynamo> => {
  const richieste: string[] = [];
  let destinazione = "";
  const server = createServer((entrata, uscita) => {
    richieste.push(String(entrata.headers["x-amz-target"]).split(".")[1] ?? "?");
    const inoltro = request(new URL(entrata.url ?? "/", destinazione), { method: entrata.method, headers: entrata.headers }, (risposta) => {
      uscita.writeHead(risposta.statusCode ?? 502, risposta.headers);
      risposta.pipe(uscita);
    });
    inoltro.on("error", () => uscita.destroy());
    entrata.pipe(inoltro);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    richieste,
    setDestinazione: (endpoint) => {
      destinazione = endpoint;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
