/**
 * A store that takes what is written of the money and forgets it, in front of one that keeps the rest: the memory of a consumer is measured over millions of lines
 * in minutes, and what it asks and writes is what it would.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ArchivioDistratto {
  readonly url: string;
  close(): void;
}

const CONTENUTO = { "content-type": "application/x-amz-json-1.0" };

/** @param ricordato what a request mentions when it must be kept. */
export const startArchivioDistratto = async (vero: string, ricordato: string): Promise<ArchivioDistratto> => {
  const forward = async (corpo: string, headers: Record<string, string>): Promise<{ readonly stato: number; readonly testo: string }> => {
    const risposta = await fetch(vero, { method: "POST", body: corpo, headers });
    return { stato: risposta.status, testo: await risposta.text() };
  };
  const server = createServer(async (richiesta, risposta) => {
    const pezzi: Buffer[] = [];
    for await (const pezzo of richiesta) pezzi.push(pezzo as Buffer);
    const corpo = Buffer.concat(pezzi).toString("utf8");
    const azione = String(richiesta.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
    if (azione === "BatchGetItem") return void risposta.writeHead(200, CONTENUTO).end('{"Responses":{},"UnprocessedKeys":{}}');
    if (azione.includes("Write") && !corpo.includes(ricordato)) return void risposta.writeHead(200, CONTENUTO).end("{}");
    const { "x-amz-target": bersaglio = "", authorization = "", "x-amz-date": data = "" } = richiesta.headers;
    const { stato, testo } = await forward(corpo, {
      ...CONTENUTO,
      ...{ "x-amz-target": String(bersaglio), authorization, "x-amz-date": String(data) },
    });
    return void risposta.writeHead(stato, CONTENUTO).end(testo);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
};
