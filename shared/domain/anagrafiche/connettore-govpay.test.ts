/** Where a creditor wants its flows sent, as its connector says. */
import { expect, it } from "vitest";
import { readCallback } from "./connettore-govpay.ts";

const REST = { abilitato: true, tipoConnettore: "REST", url: "https://ente.example/govpay", contenuti: ["FLUSSI_RENDICONTAZIONE"] };
const url = REST.url;

it.each<[string, object | undefined, object | undefined]>([
  ["none", undefined, undefined],
  ["not enabled", { ...REST, abilitato: false }, undefined],
  ["by mail", { ...REST, tipoConnettore: "EMAIL" }, undefined],
  ["for other contents", { ...REST, contenuti: ["RPP"] }, undefined],
  ["without contents", { ...REST, contenuti: undefined }, undefined],
  ["open", REST, { url }],
  ["basic", { ...REST, auth: { username: "u", password: "p" } }, { url, auth: { tipo: "basic", username: "u", password: "p" } }],
  [
    "header",
    { ...REST, auth: { headerName: "h", headerValue: "v" } },
    { url, auth: { tipo: "header", headerName: "h", headerValue: "v" } },
  ],
  ["API key", { ...REST, auth: { apiId: "i", apiKey: "k" } }, { url, auth: { tipo: "apikey", apiId: "i", apiKey: "k" } }],
  [
    "certificate",
    { ...REST, auth: { certificatoClient: "segreto:c", autorita: "pem" } },
    { url, auth: { tipo: "certificato", certificatoClient: "segreto:c", autorita: "pem" } },
  ],
  [
    "OAuth2",
    { ...REST, auth: { clientId: "c", clientSecret: "s", urlTokenEndpoint: "https://t" } },
    { url, auth: { tipo: "oauth2", clientId: "c", clientSecret: "s", urlTokenEndpoint: "https://t" } },
  ],
])("%s", (_nome, servizioGovPay, atteso) => {
  const esportazioni = servizioGovPay && { servizioGovPay: { ...servizioGovPay } };
  expect(readCallback(esportazioni ? { esportazioni } : {}, "FLUSSI_RENDICONTAZIONE")).toEqual(atteso);
});
