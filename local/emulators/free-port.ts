/** A free loopback port, for programs that want to be told one. */
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below the ports that systems give to outgoing connections: nobody takes it by chance before its program does, nor while that one starts again. */
const PORTE = { da: 20_000, a: 32_000 } as const;
const TENTATIVI = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (errore: NodeJS.ErrnoException) => (errore.code === "EADDRINUSE" ? resolve(false) : reject(errore)));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/** @throws Error when none of those tried is free. */
export async function findFreePort(): Promise<number> {
  for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
    const port = randomInt(PORTE.da, PORTE.a);
    if (await isFree(port)) return port;
  }
  throw new Error("nessuna porta libera");
}
