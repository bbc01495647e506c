/** A small HTTP service on a free loopback port, as the emulators written here are. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../runner/http-server.ts";

export interface Loopback {
  endpoint: string;
  port: number;
  stop(): Promise<void>;
}

/** The body as text; of one over `limit` bytes, what came before. */
export async function readText(req: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A request that `handle` fails loses its connection. */
export async function startLoopback(handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>): Promise<Loopback> {
  const server = createServer((req, res) => {
    handle(req, res).catch(() => res.destroy());
  });
  const port = await listen(server, 0, "127.0.0.1");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
