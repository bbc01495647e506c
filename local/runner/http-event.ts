/** From an HTTP request to the event of API Gateway's HTTP API, payload format 2.0. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type PeerCertificate, TLSSocket } from "node:tls";
import type { Match } from "./router.ts";

const TEXT_TYPES = /^(text\/|application\/(json|xml|javascript)\b|application\/[^;]*\+(json|xml)\b)/i;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** API Gateway passes text as it is and anything else in base64; text that is not UTF-8 would be damaged, so it goes in base64 too. */
export function encodeBody(body: Buffer, contentType: string | undefined): { body: string; isBase64Encoded: boolean } {
  if (contentType !== undefined && TEXT_TYPES.test(contentType)) {
    const text = body.toString("utf8");
    if (!text.includes("\uFFFD")) return { body: text, isBase64Encoded: false };
  }
  return { body: body.toString("base64"), isBase64Encoded: true };
}

function distinguishedName(name: object): string {
  return Object.entries(name)
    .map(([key, value]) => `${key}=${String(value)}`)
    .reverse()
    .join(",");
}

function clientCertificate(certificate: PeerCertificate): object {
  const pem = certificate.raw.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    clientCertPem: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----`,
    subjectDN: distinguishedName(certificate.subject),
    issuerDN: distinguishedName(certificate.issuer),
    serialNumber: certificate.serialNumber.match(/../g)?.join(":").toLowerCase() ?? "",
    validity: { notBefore: certificate.valid_from, notAfter: certificate.valid_to },
  };
}

function authentication(req: IncomingMessage): object | undefined {
  if (!(req.socket instanceof TLSSocket)) return undefined;
  const certificate = req.socket.getPeerCertificate();
  return certificate.raw === undefined ? undefined : { clientCert: clientCertificate(certificate) };
}

function headersOf(req: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    if (name !== "cookie" && values !== undefined) headers[name] = values.join(",");
  }
  return headers;
}

function clfTime(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = `${two(now.getUTCDate())}/${MONTHS[now.getUTCMonth()]}/${now.getUTCFullYear()}`;
  return `${day}:${two(now.getUTCHours())}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())} +0000`;
}

/** `path` is the path after the rewrite of compatible addresses, still percent-encoded. */
export function httpEvent(req: IncomingMessage, url: URL, path: string, match: Match, body: Buffer): object {
  const now = new Date();
  const headers = headersOf(req);
  const query: Record<string, string> = {};
  for (const name of new Set(url.searchParams.keys())) query[name] = url.searchParams.getAll(name).join(",");
  const clientAuthentication = authentication(req);
  const cookies = req.headers.cookie?.split("; ");
  const method = req.method ?? "GET";
  return {
    version: "2.0",
    routeKey: `${match.route.method} ${match.route.path}`,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookies === undefined ? {} : { cookies }),
    headers,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    requestContext: {
      accountId: "000000000000",
      apiId: match.route.apiId,
      ...(clientAuthentication === undefined ? {} : { authentication: clientAuthentication }),
      domainName: headers.host ?? "localhost",
      domainPrefix: "locale",
      http: {
        method,
        path,
        protocol: `HTTP/${req.httpVersion}`,
        sourceIp: req.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: `${match.route.method} ${match.route.path}`,
      stage: "$default",
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 ? encodeBody(body, headers["content-type"]) : { isBase64Encoded: false }),
  };
}
