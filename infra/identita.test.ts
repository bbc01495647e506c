import { describe, expect, it } from "vitest";
import { ambienteIdentita } from "./identita.ts";
import { parseParametri } from "./parametri.ts";

const PROVIDER = { id: "ente", nome: "Ente", emittente: "https://login.ente.example", destinatari: ["fiorino"] };
const PROXY = { intestazione: "x-principal", certificato: "CN=proxy" };
const parametri = (campi: object = {}) => parseParametri({ stage: "collaudo", ...campi });

describe("le variabili che dicono come si riconosce chi chiama", () => {
  it("sono quelle di tutte le API, salvo la sessione del Backoffice e il certificato del Nodo", () => {
    expect(ambienteIdentita("pendenze", parametri())).toEqual({ FIORINO_AUTENTICAZIONE: "basic,apikey", FIORINO_PROXY_NOSTRI: "1" });
    expect(ambienteIdentita("backoffice", parametri())).toEqual({
      FIORINO_AUTENTICAZIONE: "basic,apikey,session",
      FIORINO_SESSIONE_MINUTI: "480",
      FIORINO_PROXY_NOSTRI: "1",
    });
    expect(ambienteIdentita("pagopa", parametri())).toEqual({ FIORINO_AUTENTICAZIONE: "basic" });
  });

  it("nominano provider e proxy solo dove servono", () => {
    const tutti = parametri({
      autenticazioneApi: { pendenze: "ssl,oauth2,header" },
      identita: JSON.stringify([PROVIDER]),
      proxyIdentita: JSON.stringify(PROXY),
    });
    expect(Object.keys(ambienteIdentita("pendenze", tutti))).toEqual([
      "FIORINO_AUTENTICAZIONE",
      "FIORINO_IDENTITA",
      "FIORINO_PROXY_IDENTITA",
      "FIORINO_PROXY_NOSTRI",
    ]);
    expect(Object.keys(ambienteIdentita("pagamento", tutti))).toEqual([
      "FIORINO_AUTENTICAZIONE",
      "FIORINO_PROXY_IDENTITA",
      "FIORINO_LIMITE_CITTADINI",
      "FIORINO_LIMITE_ANONIMI",
      "FIORINO_PROXY_NOSTRI",
    ]);
    const limitati = ambienteIdentita("utente", parametri({ richiesteCittadino: 20, piccoCittadino: 200 }));
    expect(limitati).toMatchObject({ FIORINO_LIMITE_CITTADINI: "20,200", FIORINO_LIMITE_ANONIMI: "5,60" });
    expect(Object.keys(ambienteIdentita("riconciliazione", tutti))).toEqual(["FIORINO_AUTENTICAZIONE", "FIORINO_PROXY_NOSTRI"]);
    const [provider] = JSON.parse(ambienteIdentita("backoffice", tutti)["FIORINO_IDENTITA"] ?? "[]");
    expect(provider).toMatchObject({
      ...PROVIDER,
      algoritmi: ["RS256", "PS256", "ES256"],
      claimPrincipal: "sub",
      prefisso: "",
      gruppi: {},
    });
  });

  it.each([
    ["un modo che non esiste", { autenticazione: "basic,ldap" }, /autenticazione/],
    ["un'API che non esiste", { autenticazioneApi: { altra: "basic" } }, /autenticazioneApi/],
    ["JSON che non lo è", { identita: "[" }, /identita: non è JSON/],
    ["un emittente in chiaro", { identita: [{ ...PROVIDER, emittente: "http://login.ente.example" }] }, /https/],
    ["un algoritmo simmetrico", { identita: [{ ...PROVIDER, algoritmi: ["HS256"] }] }, /algoritmi/],
    ["nessun destinatario", { identita: [{ ...PROVIDER, destinatari: [] }] }, /destinatari/],
    [
      "due provider che nominano le stesse persone",
      { identita: [PROVIDER, { ...PROVIDER, id: "b", emittente: "https://b.example" }] },
      /prefisso/,
    ],
    ["un segreto scritto nei parametri", { identita: [{ ...PROVIDER, client: { id: "c", segreto: "in-chiaro" } }] }, /segreto/],
    ["un proxy che non dimostra di essere sé", { proxyIdentita: { intestazione: "x-principal" } }, /segreto o certificato/],
    [
      "troppi gruppi per una variabile",
      { identita: [{ ...PROVIDER, gruppi: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`gruppo-${i}`, {}])) }] },
      /2500 caratteri/,
    ],
  ])("rifiutano %s", (_caso, campi, atteso) => expect(() => parametri(campi)).toThrow(atteso));
});
