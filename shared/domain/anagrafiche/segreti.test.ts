import { describe, expect, it } from "vitest";
import type { Connettore } from "./creditore.ts";
import { type AutenticazioneRichiesta, completeConnettore } from "./segreti.ts";

const URL_A = "https://a.example/v1";
const registrato = (auth: NonNullable<Connettore["auth"]>): Connettore => ({ url: URL_A, auth, subscriptionKey: "chiave" });
const TOKEN = "https://idp.example/token";

const COPPIE: readonly (readonly [NonNullable<Connettore["auth"]>, AutenticazioneRichiesta, AutenticazioneRichiesta, string])[] = [
  [{ tipo: "basic", username: "u", password: "s" }, { tipo: "basic", username: "u" }, { tipo: "basic", username: "x" }, "password"],
  [
    { tipo: "header", headerName: "h", headerValue: "s" },
    { tipo: "header", headerName: "h" },
    { tipo: "header", headerName: "x" },
    "headerValue",
  ],
  [{ tipo: "apikey", apiId: "i", apiKey: "s" }, { tipo: "apikey", apiId: "i" }, { tipo: "apikey", apiId: "x" }, "apiKey"],
  [
    { tipo: "oauth2", clientId: "c", clientSecret: "s", urlTokenEndpoint: TOKEN },
    { tipo: "oauth2", clientId: "c", urlTokenEndpoint: TOKEN },
    { tipo: "oauth2", clientId: "c", urlTokenEndpoint: "https://altrove.example/token" },
    "clientSecret",
  ],
];

describe("completeConnettore", () => {
  it.each(COPPIE)(
    "keeps the stored secret of %j for the same user at the same place, and asks for it otherwise",
    (auth, stesso, altro, nome) => {
      const mancante = { ok: false, errore: expect.stringContaining(`servizio.auth.${nome}`) };
      expect(completeConnettore({ url: "https://a.example/v2", auth: stesso }, registrato(auth), "servizio")).toMatchObject({
        ok: true,
        valore: { auth },
      });
      expect(completeConnettore({ url: URL_A, auth: altro }, registrato(auth), "servizio")).toEqual(mancante);
      expect(completeConnettore({ url: "https://b.example/v1", auth: stesso }, registrato(auth), "servizio")).toEqual(mancante);
      expect(completeConnettore({ url: URL_A, auth: stesso }, undefined, "servizio")).toEqual(mancante);
    },
  );

  it("does not take the secret of another kind of credentials", () => {
    const basic = registrato({ tipo: "basic", username: "u", password: "s" });
    expect(completeConnettore({ url: URL_A, auth: { tipo: "apikey", apiId: "u" } }, basic, "servizio").ok).toBe(false);
  });

  it.each([
    ["keeps it when nothing is said", { url: URL_A }, "chiave"],
    ["replaces it", { url: URL_A, subscriptionKey: "nuova" }, "nuova"],
    ["removes it with null", { url: URL_A, subscriptionKey: null }, undefined],
    ["forgets it when the address changes", { url: "https://b.example" }, undefined],
  ])("subscription key: %s", (_caso, richiesto, atteso) => {
    const esito = completeConnettore(richiesto, { url: URL_A, subscriptionKey: "chiave" }, "servizio");
    expect(esito.ok && esito.valore.subscriptionKey).toBe(atteso);
  });
});
