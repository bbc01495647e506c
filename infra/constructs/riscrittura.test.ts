import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { rewritePath } from "../../shared/contracts/rewrites.ts";
import { PERCORSI } from "../stacks/web.ts";
import { buildRiscrittura } from "./riscrittura.ts";

const codice = buildRiscrittura();
const alBordo = (uri: string): unknown =>
  runInNewContext(`${codice};handler({request:{uri:${JSON.stringify(uri)},method:"GET"}}).uri`, Object.create(null));

/** CloudFront patterns: `*` is any run of characters, slashes included. */
const combacia = (modello: string, uri: string): boolean =>
  new RegExp(
    `^${modello
      .split("*")
      .map((parte) => parte.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(uri);

const apiDi = (uri: string): string | undefined =>
  Object.entries(PERCORSI).find(([, modelli]) => modelli.some((modello) => combacia(modello, uri)))?.[0];

describe("la riscrittura dei percorsi al bordo", () => {
  it.each([
    "/govpay/backend/api/pendenze/rs/basic/v2/pendenze/A2A/1",
    "/govpay/frontend/api/pagamento/rs/ssl/v2/pagamenti",
    "/govpay/backend/api/ragioneria/rs/apikey/v3/riconciliazioni/01234567897/1",
    "/govpay/backend/api/backoffice/rs/basic/v1/domini",
    "/govpay/frontend/api/user/rs/spid/v1/login/portale",
    "/govpay-portal-api/v1/pendenze/01234567897",
    "/govpay-portal-api/v1",
    "/govpay-portal-api/v2/altro",
    "/govpay/frontend/api/pagopa/PagamentiTelematiciCCPservice",
    "/pagamento/psp",
    "/govpay/frontend/web/connector/psp/",
    "/pendenze/v2/pendenze",
    "/govpay/backend/api/sconosciuta/rs/basic/v1/x",
    "/govpay/backend/api/backoffice/rs/basic/v1/rpp/01234567897/RF18539007547034/n/a/rt",
    "/backoffice/v1/rpp/01234567897/RF18539007547034/n/a",
  ])("%s: la funzione di CloudFront fa ciò che fa la macchina locale", (uri) => {
    expect(alBordo(uri)).toBe(rewritePath(uri));
  });

  it.each([
    ["/govpay/backend/api/pendenze/rs/basic/v2/pendenze/A2A/1", "pendenze"],
    ["/govpay/backend/api/pendenze/rs/basic/v1/rpp", "pendenze"],
    ["/pendenze/v1/pendenze/A2A/1", "pendenze"],
    ["/govpay/frontend/api/pagamento/rs/ssl/v2/pagamenti", "pagamento"],
    ["/pagamento/v3/pendenze", "pagamento"],
    ["/pagamento/v1/domini", "pagamento"],
    ["/govpay/frontend/api/user/rs/spid/v1/login/portale", "utente"],
    // The debts of the Portal API are served by the functions of the API Pagamento (`servitaDa`), its login is not.
    ["/govpay-portal-api/v1/pendenze/01234567897", "pagamento"],
    ["/govpay-portal-api/v1/profilo", "cittadino"],
    ["/portale/v1/servizi", "portale"],
    ["/pagamento/psp", "pagamento"],
    ["/govpay/frontend/web/connector/psp", "pagamento"],
    ["/govpay/backend/api/ragioneria/rs/apikey/v3/riconciliazioni/1/2", "riconciliazione"],
    ["/govpay/backend/api/backoffice/rs/basic/v1/domini", "backoffice"],
    ["/govpay/frontend/api/pagopa/PagamentiTelematiciCCPservice", "pagopa"],
  ])("%s arriva all'API %s, prima e dopo la riscrittura", (uri, api) => {
    expect([apiDi(uri), apiDi(rewritePath(uri))]).toEqual([api, api]);
  });

  it.each([
    ["/govpay/backend/api/backoffice/rs/basic/v1/rpp/01234567897/1/n/a/rt", "/backoffice/v1/rpp/01234567897/1/n-a/rt"],
    ["/backoffice/v1/rpp/01234567897/1/n/a", "/backoffice/v1/rpp/01234567897/1/n-a"],
    ["/backoffice/v1/rpp/01234567897/1/n/altro", "/backoffice/v1/rpp/01234567897/1/n/altro"],
    ["/pendenze/v2/rpp/01234567897/1/n/a", "/pendenze/v2/rpp/01234567897/1/n/a"],
  ])("il ccp assente di %s sta in un solo segmento", (uri, atteso) => {
    expect(alBordo(uri)).toBe(atteso);
  });

  it("sta nei 10 kB di CloudFront e non usa sintassi che il suo runtime non legge", () => {
    expect(Buffer.byteLength(codice)).toBeLessThan(10_000);
    expect(codice).not.toMatch(/\?\?|\?\./);
  });
});
