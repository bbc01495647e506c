/** Reads the credentials that a request carries, for the modes switched on for its API. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { ModoAutenticazione } from "../config/config.ts";

export type Credenziali =
  | { readonly modo: "basic" | "apikey"; readonly principal: string; readonly segreto: string }
  | { readonly modo: "ssl"; readonly principal: string };

/** Gateway mutual TLS leaves the verified certificate in the request context. */
const subjectDi = (evento: APIGatewayProxyEventV2): string | undefined => {
  const contesto: { authentication?: { clientCert?: { subjectDN?: string } } } = evento.requestContext;
  return contesto.authentication?.clientCert?.subjectDN;
};

export const readCredenziali = (evento: APIGatewayProxyEventV2, modi: readonly ModoAutenticazione[]): Credenziali | undefined => {
  const subject = modi.includes("ssl") ? subjectDi(evento) : undefined;
  if (subject) return { modo: "ssl", principal: subject };
  const { authorization, "x-app-id": appId, "x-api-key": apiKey } = evento.headers;
  if (modi.includes("apikey") && appId && apiKey) return { modo: "apikey", principal: appId, segreto: apiKey };
  const basic = modi.includes("basic") ? /^basic\s+([a-z0-9+/=_-]+)$/i.exec(authorization ?? "") : null;
  if (!basic?.[1]) return undefined;
  const testo = Buffer.from(basic[1], "base64").toString("utf8");
  const due = testo.indexOf(":");
  return due < 1 ? undefined : { modo: "basic", principal: testo.slice(0, due), segreto: testo.slice(due + 1) };
};
