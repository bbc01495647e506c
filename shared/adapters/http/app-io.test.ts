import { describe, expect, it } from "vitest";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Busta, DomandaEsito } from "../../ports/comunicazioni.ts";
import { createCanaleAppIO, toMessaggioAppIO } from "./app-io.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./client.ts";

const BUSTA: Busta = {
  ...{ id: "b1", codiceFiscale: "RSSMRA80A01H501U", oggetto: "Avviso di pagamento", testo: "x".repeat(100), mittente: "Comune" },
  pagamento: { idDominio: "01234567897", importo: 1050n, numeroAvviso: "301000000000000123", scadenza: "2026-12-31T22:59:59.999Z" },
  ...{ impostazioni: { abilitato: true, url: "https://api.io.example/api/v1/", timeToLive: 3600 }, apiKey: "segreto:mensa" },
};
type Risposta = Esito<RispostaHttp, ErroreHttp>;
const risposta = (status: number, corpo: unknown = {}, headers: Record<string, string> = {}): Risposta =>
  ok({ status, headers, testo: JSON.stringify(corpo) });
const AMMESSO = risposta(200, { sender_allowed: true });

const invia = async (profilo: Risposta, messaggio: Risposta = risposta(201, { id: "IO1" }), busta = BUSTA) => {
  const viste: RichiestaHttp[] = [];
  const risposte = [profilo, messaggio];
  const canale = createCanaleAppIO({
    request: async (richiesta) => {
      viste.push(richiesta);
      return risposte[viste.length - 1] ?? risposta(500);
    },
  });
  return { esito: await canale.send(busta), viste };
};

describe("App IO", () => {
  it("is asked for the profile, then given the message, with the key of the service and no tax code in an address", async () => {
    const { esito, viste } = await invia(AMMESSO);
    expect(esito).toEqual({ esito: "spedito", idMessaggio: "IO1" });
    expect(viste.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST https://api.io.example/api/v1/profiles",
      "POST https://api.io.example/api/v1/messages",
    ]);
    expect(viste.map(({ headers }) => headers?.["Ocp-Apim-Subscription-Key"])).toEqual(["segreto:mensa", "segreto:mensa"]);
    expect(JSON.parse(viste[1]?.body ?? "")).toEqual({
      ...{ fiscal_code: "RSSMRA80A01H501U", time_to_live: 3600 },
      content: {
        ...{ subject: BUSTA.oggetto, markdown: BUSTA.testo, due_date: "2026-12-31T22:59:59.999Z" },
        payment_data: {
          ...{ amount: 1050, notice_number: "301000000000000123", invalid_after_due_date: false },
          payee: { fiscal_code: "01234567897" },
        },
      },
    });
  });

  it.each<[string, Risposta, string, number]>([
    ["a citizen without the app", risposta(404), "irraggiungibile", 1],
    ["a service switched off", risposta(200, { sender_allowed: false }), "irraggiungibile", 1],
    ["too many calls", risposta(429, {}, { "retry-after": "120" }), "riprova", 1],
    ["a key refused", risposta(401), "riprova", 1],
    ["a profile that is not one", risposta(200, { altro: 1 }), "riprova", 1],
    ["no answer", ko({ causa: "tempo", dettaglio: "tempo scaduto" }), "riprova", 1],
    ["a request refused", risposta(400), "rifiutato", 1],
  ])("that answers with %s is asked no more", async (_nome, profilo, esito, chiamate) => {
    const fatto = await invia(profilo);
    expect([fatto.esito.esito, fatto.viste.length]).toEqual([esito, chiamate]);
  });

  it("says how long to wait", async () => {
    expect((await invia(risposta(429, {}, { "retry-after": "120" }))).esito).toMatchObject({ secondi: 120 });
  });

  it.each<[string, Risposta, string]>([
    ["500, which may come after it was made", risposta(500), "incerto"],
    ["502 of who is between", risposta(502), "incerto"],
    ["too many calls", risposta(429), "riprova"],
    ["400", risposta(400), "rifiutato"],
    ["silence", ko({ causa: "tempo", dettaglio: "tempo scaduto" }), "incerto"],
    ["a connection that did not begin", ko({ causa: "rete", dettaglio: "ECONNREFUSED", maiPartita: true }), "riprova"],
  ])("that answers the message with %s", async (_nome, messaggio, esito) => {
    expect((await invia(AMMESSO, messaggio)).esito.esito).toBe(esito);
  });

  it.each([
    ["short", "Ok", "Ciao"],
    ["long", "x".repeat(300), "y".repeat(20_000)],
  ])("gets %s texts within its limits", (_nome, oggetto, testo) => {
    const { content } = toMessaggioAppIO({ ...BUSTA, oggetto, testo }, undefined);
    expect(content.subject.length).toBeGreaterThanOrEqual(10);
    expect(content.subject.length).toBeLessThanOrEqual(120);
    expect(content.markdown.length).toBeGreaterThanOrEqual(80);
    expect(content.markdown.length).toBeLessThanOrEqual(10_000);
  });

  it("gets no payment that its contract does not hold", () => {
    const grande = { ...BUSTA, pagamento: { idDominio: "01234567897", importo: 10_000_000_000n, numeroAvviso: "301000000000000123" } };
    expect(toMessaggioAppIO(grande, 3600).content).not.toHaveProperty("payment_data");
  });
});

describe("what App IO says of a message", () => {
  const chiedi = async (data: Risposta, altro: Partial<DomandaEsito> = {}) => {
    const viste: RichiestaHttp[] = [];
    const canale = createCanaleAppIO({
      request: async (richiesta) => {
        viste.push(richiesta);
        return data;
      },
    });
    const { codiceFiscale, impostazioni, apiKey = "" } = BUSTA;
    return { esito: await canale.findEsito({ idMessaggio: "IO1", codiceFiscale, impostazioni, apiKey, ...altro }), viste };
  };

  it("is asked with the key of the service, as their API wants it", async () => {
    const { viste } = await chiedi(risposta(200, { status: "PROCESSED" }));
    expect(viste.map(({ method, url, headers }) => [method, url, headers?.["Ocp-Apim-Subscription-Key"]])).toEqual([
      ["GET", "https://api.io.example/api/v1/messages/RSSMRA80A01H501U/IO1", "segreto:mensa"],
    ]);
  });

  it("cannot be asked elsewhere by a name", async () => {
    const { viste } = await chiedi(risposta(404), { idMessaggio: "../../altro?x=1" });
    expect(viste[0]?.url).toBe("https://api.io.example/api/v1/messages/RSSMRA80A01H501U/..%2F..%2Faltro%3Fx%3D1");
  });

  it.each<[string, Risposta, object]>([
    ["accepted", risposta(200, { status: "ACCEPTED" }), { esito: "noto", stato: "ACCETTATO" }],
    ["throttled", risposta(200, { status: "THROTTLED", read_status: "UNAVAILABLE" }), { esito: "noto", stato: "ACCETTATO" }],
    ["unread", risposta(200, { status: "PROCESSED", read_status: "UNREAD" }), { esito: "noto", stato: "RECAPITATO", letto: false }],
    ["read", risposta(200, { status: "PROCESSED", read_status: "READ" }), { esito: "noto", stato: "RECAPITATO", letto: true }],
    ["rejected", risposta(200, { status: "REJECTED" }), { esito: "noto", stato: "NON_RECAPITATO" }],
    ["failed", risposta(200, { status: "FAILED" }), { esito: "noto", stato: "NON_RECAPITATO" }],
    ["a word nobody knows", risposta(200, { status: "toString" }), { esito: "riprova" }],
    ["nothing readable", ok({ status: 200, headers: {}, testo: "<html>" }), { esito: "riprova" }],
    ["not found", risposta(404), { esito: "riprova" }],
    ["busy", risposta(429), { esito: "riprova" }],
    ["silent", ko({ causa: "rete", dettaglio: "GET https://api.io.example/messages/RSSMRA80A01H501U" }), { esito: "riprova" }],
  ])("is %s, without the tax code in what is written", async (_nome, data, atteso) => {
    const { esito } = await chiedi(data);
    expect(esito).toMatchObject(atteso);
    expect(JSON.stringify(esito)).not.toContain("RSSMRA");
  });
});
