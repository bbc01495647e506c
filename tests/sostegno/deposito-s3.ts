/** S3 as far as objects and ranges by path, for tests: what it is given, with the checks that a signed upload relies on. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

export interface DepositoS3 {
  readonly endpoint: string;
  /** By bucket and key, as they are in the path. */
  readonly oggetti: ReadonlyMap<string, Buffer>;
  /** `METHOD bucket/key` since the last `richieste.length = 0`. */
  readonly richieste: string[];
  stop(): Promise<void>;
}

const readCorpo = async (richiesta: IncomingMessage): Promise<Buffer> => {
  const pezzi: Buffer[] = [];
  for await (const pezzo of richiesta) pezzi.push(Buffer.from(pezzo));
  return Buffer.concat(pezzi);
};

/** Headers covered by a signature in the query must be there; a digest that is declared must be that of the bytes. */
const isAccettata = (richiesta: IncomingMessage, url: URL, corpo: Buffer): boolean => {
  const firmate = url.searchParams.get("X-Amz-SignedHeaders")?.split(";") ?? [];
  const dichiarata = richiesta.headers["x-amz-checksum-sha256"];
  const vera = createHash("sha256").update(corpo).digest("base64");
  return firmate.every((nome) => richiesta.headers[nome] !== undefined) && (dichiarata === undefined || dichiarata === vera);
};

export const startDepositoS3 = async (): Promise<DepositoS3> => {
  const oggetti = new Map<string, Buffer>();
  const richieste: string[] = [];
  const server = createServer(async (richiesta, risposta) => {
    const url = new URL(richiesta.url ?? "", "http://s3");
    const nome = decodeURIComponent(url.pathname.slice(1));
    richieste.push(`${richiesta.method} ${nome}`);
    const corpo = await readCorpo(richiesta);
    if (!isAccettata(richiesta, url, corpo)) {
      risposta.statusCode = 400;
      risposta.end();
      return;
    }
    if (richiesta.method === "PUT") oggetti.set(nome, corpo);
    const [, da, a] = /^bytes=(\d+)-(\d+)$/.exec(richiesta.headers.range ?? "") ?? [];
    const intero = oggetti.get(nome);
    const oggetto = da === undefined ? intero : intero?.subarray(Number(da), Number(a) + 1);
    risposta.statusCode = !oggetto ? 404 : da === undefined ? 200 : oggetto.length > 0 ? 206 : 416;
    risposta.setHeader("content-length", richiesta.method === "PUT" ? 0 : (oggetto?.byteLength ?? 0));
    risposta.end(richiesta.method === "GET" ? oggetto : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof indirizzo === "object" && indirizzo ? indirizzo.port : 0}`,
    oggetti,
    richieste,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
