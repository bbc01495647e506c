/** From a function's answer to the HTTP response, with API Gateway's rules for what is missing or wrong. */
import type { ServerResponse } from "node:http";
import { asArray, asNumber, asObject, asText, isObject } from "../assembly/json.ts";
import type { JsonObject } from "../assembly/types.ts";
import type { EsitoInvocazione } from "./types.ts";

/** The texts are API Gateway's own: clients must meet here what they will meet there. */
export const GATEWAY_MESSAGES: Record<number, string> = {
  404: "Not Found",
  413: "Request Entity Too Large",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export function sendGatewayError(res: ServerResponse, status: number): void {
  if (res.headersSent) return;
  const body = JSON.stringify({ message: GATEWAY_MESSAGES[status] ?? "Internal Server Error" });
  res.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
}

/** Writes the answer of a function. One without `statusCode` is a 200 with itself as JSON body, as format 2.0 prescribes. */
export function sendOutcome(res: ServerResponse, outcome: EsitoInvocazione): void {
  if (res.headersSent || res.destroyed) return;
  if (!outcome.ok) {
    sendGatewayError(res, 500);
    return;
  }
  const { payload } = outcome;
  if (!isObject(payload) || payload.statusCode === undefined) {
    const body = typeof payload === "string" ? payload : JSON.stringify(payload);
    res.writeHead(200, { "content-type": "application/json" }).end(body);
    return;
  }
  const status = asNumber(payload.statusCode, 0);
  if (Number.isInteger(status) && status >= 100 && status <= 599) writeAnswer(res, status, payload);
  else sendGatewayError(res, 500);
}

function writeAnswer(res: ServerResponse, status: number, payload: JsonObject): void {
  for (const [name, value] of Object.entries(asObject(payload.headers))) res.setHeader(name, asText(value) ?? "");
  const cookies = asArray(payload.cookies).map((cookie) => asText(cookie) ?? "");
  if (cookies.length > 0) res.setHeader("set-cookie", cookies);
  const text = asText(payload.body) ?? "";
  const body = payload.isBase64Encoded === true ? Buffer.from(text, "base64") : Buffer.from(text, "utf8");
  if (body.length > 0 && !res.hasHeader("content-type")) res.setHeader("content-type", "text/plain;charset=UTF-8");
  if (status !== 204 && status !== 304) res.setHeader("content-length", body.length);
  res.writeHead(status).end(body);
}
