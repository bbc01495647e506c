/** Signatures as whoever receives checks them: the documented verification for HMAC, the public key of the certificate for the Italian model. */
import { createHmac, createPublicKey, generateKeyPairSync, verify, X509Certificate } from "node:crypto";
import { expect, it } from "vitest";
import { createCertificato } from "../../../tests/sostegno/certificato.ts";
import { digestDi, signModi, signWebhook } from "./firma-webhook.ts";

const CORPO = '{"id":"e1"}';
const chiave = (byte: number): string => `whsec_${Buffer.alloc(32, byte).toString("base64")}`;

it("signs id, instant and body once for each key in use", () => {
  const attesa = (byte: number): string =>
    `v1,${createHmac("sha256", Buffer.alloc(32, byte)).update(`e1.1795680000.${CORPO}`).digest("base64")}`;
  expect(signWebhook("e1", 1_795_680_000, CORPO, [chiave(1), chiave(2)])).toBe(`${attesa(1)} ${attesa(2)}`);
  expect(signWebhook("e1", 1_795_680_001, CORPO, [chiave(1)])).not.toBe(attesa(1));
});

it("matches the vector published by Standard Webhooks", () => {
  const firma = signWebhook("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, '{"test": 2432232314}', [
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  ]);
  expect(firma).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

const RICHIESTA = {
  corpo: CORPO,
  tipo: "application/cloudevents+json; charset=utf-8",
  id: "e1",
  secondi: 1_795_680_000,
  destinatario: "https://ente",
};

it("gives the token of the Italian model, that the certificate inside it verifies", () => {
  const { cert, key } = createCertificato({ CN: "fiorino" }, "2090-01-01T00:00:00Z");
  const esito = signModi(`${cert}${key}`, RICHIESTA);
  const [intestazione = "", contenuto = "", firma = ""] = (esito.ok ? esito.valore : "").split(".");
  const { alg, x5c } = JSON.parse(Buffer.from(intestazione, "base64url").toString());
  const pubblica = createPublicKey(new X509Certificate(Buffer.from(x5c[0], "base64")).publicKey.export({ type: "spki", format: "pem" }));
  const dove = alg === "ES256" ? { key: pubblica, dsaEncoding: "ieee-p1363" as const } : { key: pubblica };
  expect(verify("sha256", Buffer.from(`${intestazione}.${contenuto}`), dove, Buffer.from(firma, "base64url"))).toBe(true);
  expect(JSON.parse(Buffer.from(contenuto, "base64url").toString())).toEqual({
    ...{ aud: "https://ente", iat: 1_795_680_000, nbf: 1_795_680_000, exp: 1_795_680_300, jti: "e1" },
    signed_headers: [{ digest: digestDi(CORPO) }, { "content-type": RICHIESTA.tipo }],
  });
});

it.each([
  ["without a key", createCertificato({ CN: "x" }, "2090-01-01T00:00:00Z").cert],
  [
    "without a certificate",
    generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  ],
])("says what the secret lacks: %s", (_caso, pem) => {
  expect(signModi(pem, RICHIESTA)).toMatchObject({ ok: false, errore: expect.stringContaining("certificato e chiave privata") });
});
