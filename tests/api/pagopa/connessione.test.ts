/** How the Node proves who it is (pagopa.md 3.6): the chain is the gateway's business, the subject ours, changed while running. */
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, INTERMEDIARIO } from "../../sostegno/anagrafica.ts";
import { pendenza, testata } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { busta, qrCode, verifica } from "./messaggi.ts";

const VECCHIO = "CN=forwarder.platform.pagopa.it,O=PagoPA S.p.A.,L=Roma,C=IT";
const NUOVO = "CN=forwarder-2027.platform.pagopa.it,O=PagoPA S.p.A.,L=Roma,C=IT";
const VERIFICA = busta(verifica(testata() + qrCode(COMUNE)));

let impianto: Impianto;
const come = (subjectDN: string) =>
  impianto.call(VERIFICA, { requestContext: { authentication: { clientCert: { subjectDN, issuerDN: "CN=Una CA pubblica" } } } });

/** What the Backoffice writes when the administrator changes the subjects. */
const setSoggetti = async (principalPagoPa: string, altriPrincipalPagoPa: readonly string[] = []) => {
  const intermediario = await impianto.anagrafiche.getIntermediario(INTERMEDIARIO);
  if (!intermediario) throw new Error("anagrafica assente");
  await impianto.write(
    { azione: "sostituisci", entita: "intermediario", valore: { ...intermediario, principalPagoPa, altriPrincipalPagoPa } },
    ...[principalPagoPa, ...altriPrincipalPagoPa].map(
      (principal) =>
        ({ azione: "crea", entita: "principale", valore: { versione: 0, principal, tipo: "nodo", riferimento: INTERMEDIARIO } }) as const,
    ),
  );
  impianto.clock.advance(61_000);
};

beforeEach(async () => {
  impianto = await createImpianto();
  await impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza() });
});

describe("il certificato client del Nodo", () => {
  it.each([
    VECCHIO,
    "/C=IT/L=Roma/O=PagoPA S.p.A./CN=forwarder.platform.pagopa.it",
    'C = IT, L = Roma, O = "PagoPA S.p.A.", CN = FORWARDER.platform.pagopa.it',
  ])("è riconosciuto dal soggetto comunque lo scriva chi chiude il TLS: %s", async (soggetto) => {
    await setSoggetti(VECCHIO);
    expect(await come(soggetto)).toMatchObject({ status: 200, outcome: "OK" });
  });

  it("durante un rinnovo valgono il vecchio e il nuovo, senza reinstallare nulla", async () => {
    await setSoggetti(VECCHIO);
    expect((await come(NUOVO)).status).toBe(401);
    await impianto.write({
      azione: "crea",
      entita: "principale",
      valore: { versione: 0, principal: NUOVO, tipo: "nodo", riferimento: INTERMEDIARIO },
    });
    const intermediario = await impianto.anagrafiche.getIntermediario(INTERMEDIARIO);
    if (!intermediario) throw new Error("anagrafica assente");
    await impianto.write({ azione: "sostituisci", entita: "intermediario", valore: { ...intermediario, altriPrincipalPagoPa: [NUOVO] } });
    impianto.clock.advance(61_000);
    expect([(await come(VECCHIO)).outcome, (await come(NUOVO)).outcome]).toEqual(["OK", "OK"]);
  });

  it.each([
    ["un altro soggetto della stessa CA", "CN=altro.example.it,O=PagoPA S.p.A.,L=Roma,C=IT"],
    ["una parte del soggetto", "CN=forwarder.platform.pagopa.it"],
    ["il soggetto con una parte in più", `${VECCHIO},OU=Altro`],
    ["il soggetto dentro un altro valore", `CN=x\\,${VECCHIO}`],
  ])("%s non entra", async (_caso, soggetto) => {
    await setSoggetti(VECCHIO);
    expect((await come(soggetto)).status).toBe(401);
  });

  it("il soggetto di un'applicazione non è il Nodo", async () => {
    await impianto.write({
      azione: "crea",
      entita: "principale",
      valore: { versione: 0, principal: NUOVO, tipo: "applicazione", riferimento: "GEST-TRIBUTI" },
    });
    expect((await come(NUOVO)).status).toBe(403);
  });
});

describe("il giornale dello scambio", () => {
  it("tiene il messaggio byte per byte anche in UTF-16, le intestazioni e il numero avviso", async () => {
    const byte = Buffer.from(`\uFEFF${VERIFICA.replace("utf-8", "UTF-16").replace("UTF-8", "UTF-16")}`, "utf16le");
    const headers = { "content-type": "text/xml; charset=utf-16", authorization: "Basic c2VncmV0bw==", "x-forwarded-for": "10.0.0.1" };
    await impianto.call(byte.toString("base64"), { isBase64Encoded: true, headers });
    const [evento] = impianto.deposito.all("eventi");
    const { gzip, headers: tenute } = Object(evento?.["parametriRichiesta"]);
    expect(gunzipSync(gzip).equals(byte)).toBe(true);
    expect(tenute).toEqual([
      { nome: "content-type", valore: "text/xml; charset=utf-16" },
      { nome: "authorization", valore: "***" },
    ]);
    expect(evento?.["numeroAvviso"]).toMatch(/^\d{18}$/);
  });
});
