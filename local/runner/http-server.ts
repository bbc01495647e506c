/** The one port of the machine: the APIs by their full paths, with API Gateway's limits, and whatever the sandbox serves beside them. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { httpEvent } from "./http-event.ts";
import { sendGatewayError, sendOutcome } from "./http-response.ts";
import type { Match } from "./router.ts";
import type { EsitoInvocazione } from "./types.ts";

const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Lambda's limit for a synchronous event, base64 included. */
const MAX_EVENT_BYTES = 6_291_556;
/** HTTP API limit on request line and headers together. */
const MAX_HEADER_BYTES = 10_240;

export interface HttpHost {
  rewrite(path: string): string;
  route(method: string, path: string): Match | undefined;
  invoke(functionName: string, event: object): Promise<EsitoInvocazione>;
  /** What is not an API: resolves false when nobody serves the path. */
  fallback(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean>;
}

/** The whole body, or `undefined` once it exceeds the limit. */
async function readBody(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function serveApi(host: HttpHost, req: IncomingMessage, res: ServerResponse, url: URL, path: string, match: Match): Promise<void> {
  const body = Number(req.headers["content-length"] ?? 0) > MAX_BODY_BYTES ? undefined : await readBody(req);
  const event = body === undefined ? undefined : httpEvent(req, url, path, match, body);
  if (event === undefined || JSON.stringify(event).length > MAX_EVENT_BYTES) {
    res.setHeader("connection", "close");
    return sendGatewayError(res, 413);
  }
  const timer = setTimeout(() => sendGatewayError(res, 503), match.route.timeoutMs);
  const outcome = await host.invoke(match.route.functionName, event);
  clearTimeout(timer);
  sendOutcome(res, outcome);
}

async function serve(host: HttpHost, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(`http://localhost${req.url?.startsWith("/") ? req.url : "/"}`);
  const path = host.rewrite(url.pathname);
  const match = host.route(req.method ?? "GET", path);
  if (match !== undefined) return serveApi(host, req, res, url, path, match);
  if (!(await host.fallback(req, res, url.pathname))) sendGatewayError(res, 404);
}

function busyPort(port: number): Error {
  return new Error(
    `La porta ${port} è già occupata: fermare il programma che la usa oppure sceglierne un'altra, per esempio PORT=${port + 1} npm start`,
  );
}

/** Listens on `port` (0 = any free one). Rejects with an Italian message when the port is taken. */
export function listen(server: Server, port: number, hostname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? busyPort(port) : error));
    server.listen(port, hostname, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

export interface TlsFiles {
  cert: string;
  key: string;
  /** Authorities of the client certificates; when given, a certificate is asked for and passed on to the functions. */
  ca?: string;
}

/** Builds the server; it answers 503 until `start` gives it what to serve. */
export function createGateway(tls?: TlsFiles): { server: Server; start(host: HttpHost): void } {
  let current: HttpHost | undefined;
  const onRequest = (req: IncomingMessage, res: ServerResponse): void => {
    if (current === undefined) {
      sendGatewayError(res, 503);
      return;
    }
    serve(current, req, res).catch((error: unknown) => {
      console.error(error);
      sendGatewayError(res, 500);
    });
  };
  const start = (host: HttpHost): void => {
    current = host;
  };
  const options = { maxHeaderSize: MAX_HEADER_BYTES };
  if (tls === undefined) return { server: createServer(options, onRequest), start };
  const ca = tls.ca === undefined ? {} : { ca: readFileSync(tls.ca), requestCert: true, rejectUnauthorized: true };
  return { server: createTlsServer({ ...options, cert: readFileSync(tls.cert), key: readFileSync(tls.key), ...ca }, onRequest), start };
}
