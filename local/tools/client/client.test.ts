/** The TypeScript client: what it sends, what it gives back, and the types that stop a wrong call before it leaves. */
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Api } from "../../../clients/typescript/src/client.ts";
import { createClient, ErroreFiorino, type Opzioni } from "../../../clients/typescript/src/client.ts";
import { type Avviso, type PagamentoCreato, pagamento } from "../../../clients/typescript/src/pagamento.ts";
import { pendenze } from "../../../clients/typescript/src/pendenze.ts";
import { riconciliazione } from "../../../clients/typescript/src/riconciliazione.ts";
import { utente } from "../../../clients/typescript/src/utente.ts";
import { operazioni } from "../../../shared/contracts/index.ts";
import { API_BASE, API_REST } from "../../../shared/contracts/operation.ts";

const AVVISO = { idDominio: "01234567897", numeroAvviso: "301000000000000133" };

interface Spedita {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

const withRisposta = (body: BodyInit | null, init: ResponseInit = {}) => {
  const spedite: Spedita[] = [];
  const opzioni: Opzioni = {
    indirizzo: "https://pagamenti.example.it/",
    fetch: async (url, richiesta) => {
      spedite.push({ url, init: richiesta, headers: new Headers(richiesta.headers) });
      return new Response(body, init);
    },
  };
  return { spedite, opzioni };
};
const JSON_TIPO = { headers: { "content-type": "application/json; charset=utf-8", etag: '"v1"' } };

describe("a call of the client", () => {
  it("fills path and query, leaves out what is not given, and asks for JSON", async () => {
    const { spedite, opzioni } = withRisposta('{"importo":12.5}', JSON_TIPO);
    const { dati, stato, etag } = await createClient(pagamento, opzioni).call("getAvviso", {
      percorso: { ...AVVISO, numeroAvviso: "a/b c" },
      query: { idDebitore: "RSSMRA85T10A562S" },
    });
    expectTypeOf(dati).toEqualTypeOf<Avviso>();
    expect([stato, etag, dati.importo]).toEqual([200, '"v1"', 12.5]);
    expect(spedite[0]?.url).toBe("https://pagamenti.example.it/pagamento/v2/avvisi/01234567897/a%2Fb%20c?idDebitore=RSSMRA85T10A562S");
    expect([spedite[0]?.init.method, spedite[0]?.headers.get("accept"), spedite[0]?.init.body]).toEqual([
      "GET",
      "application/json",
      undefined,
    ]);
  });

  it("gives a file as a Blob when another representation is asked for", async () => {
    const { spedite, opzioni } = withRisposta("%PDF-1.7", { headers: { "content-type": "application/pdf" } });
    const { dati } = await createClient(pagamento, opzioni).call("getAvviso", { percorso: AVVISO, accetta: "application/pdf" });
    expectTypeOf(dati).toEqualTypeOf<Blob>();
    expect([await dati.text(), spedite[0]?.headers.get("accept")]).toEqual(["%PDF-1.7", "application/pdf"]);
  });

  it("sends a body with its key of repetition, and a file as it is", async () => {
    const { spedite, opzioni } = withRisposta("{}", { ...JSON_TIPO, status: 201 });
    const { dati } = await createClient(pagamento, opzioni).call("addPagamento", { corpo: { pendenze: [AVVISO] }, chiave: "k-1" });
    expectTypeOf(dati).toEqualTypeOf<PagamentoCreato>();
    expect([spedite[0]?.init.body, spedite[0]?.headers.get("idempotency-key"), spedite[0]?.headers.get("content-type")]).toEqual([
      JSON.stringify({ pendenze: [AVVISO] }),
      "k-1",
      "application/json",
    ]);
    const contenuto = new FormData();
    await createClient(pendenze, opzioni).call("addTracciatoPendenze", { corpo: { tipo: "multipart/form-data", contenuto } });
    // Only fetch knows the boundary of a form.
    expect([spedite[1]?.init.body, spedite[1]?.headers.get("content-type")]).toEqual([contenuto, null]);
    const zip = new Uint8Array([80, 75]);
    await createClient(riconciliazione, opzioni).call("addCaricamento", {
      query: { idDominio: AVVISO.idDominio },
      corpo: { tipo: "application/zip", contenuto: zip },
    });
    expect([spedite[2]?.init.body, spedite[2]?.headers.get("content-type")]).toEqual([zip, "application/zip"]);
  });

  it.each<[Opzioni["credenziali"], Record<string, string>]>([
    [{ utente: "così", password: "à:b" }, { authorization: `Basic ${Buffer.from("così:à:b").toString("base64")}` }],
    [
      { appId: "gest", apiKey: "k" },
      { "x-app-id": "gest", "x-api-key": "k" },
    ],
    [{ token: "t" }, { authorization: "Bearer t" }],
    [undefined, {}],
  ])("presents %j", async (credenziali, attese) => {
    const { spedite, opzioni } = withRisposta("{}", JSON_TIPO);
    await createClient(pagamento, { ...opzioni, ...(credenziali && { credenziali }) }).call("getProfilo");
    const { accept: _accept, ...presentate } = Object.fromEntries(spedite[0]?.headers ?? []);
    expect(presentate).toEqual(attese);
  });

  it("turns a refusal into an error with its problem and how long to wait", async () => {
    const problema = { categoria: "RICHIESTA", codice: "429000", descrizione: "Troppe richieste", dettaglio: "riprovare" };
    const { opzioni } = withRisposta(JSON.stringify(problema), {
      status: 429,
      headers: { ...JSON_TIPO.headers, "retry-after": "7" },
    });
    const errore = await createClient(pagamento, opzioni)
      .call("getProfilo")
      .catch((causa: unknown) => causa);
    expect(errore).toBeInstanceOf(ErroreFiorino);
    expect(errore).toMatchObject({ stato: 429, problema, attesaSecondi: 7, message: "getProfilo: 429 riprovare" });
  });

  it.each([
    ["<h1>Bad gateway</h1>", { status: 502, headers: { "content-type": "text/html" } }],
    ["{", { status: 502, ...JSON_TIPO }],
  ])("a page that is not ours (%s) is a refusal without a reason", async (body, init) => {
    const { opzioni } = withRisposta(body, init);
    await expect(createClient(pagamento, opzioni).call("getProfilo")).rejects.toMatchObject({ stato: 502, problema: undefined });
  });

  it("refuses to leave with a hole in the path", async () => {
    const { opzioni, spedite } = withRisposta("{}", JSON_TIPO);
    const client = createClient(pagamento, opzioni);
    await expect(client.call("getPagamento", { percorso: { id: "" } })).rejects.toThrow("manca id");
    expect(spedite).toEqual([]);
  });

  it("says where a browser must go", () => {
    const { urlOf } = createClient(utente, { indirizzo: "" });
    expect(urlOf("login", { query: { provider: "spid", ritorno: "/a?b=c" } })).toBe("/utente/v1/login?provider=spid&ritorno=%2Fa%3Fb%3Dc");
  });

  it("does not compile when it is wrong", () => {
    const client = createClient(pagamento, { indirizzo: "" });
    expectTypeOf<typeof client.call>().toBeCallableWith("getProfilo");
    type Nome = Parameters<typeof client.urlOf>[0];
    expectTypeOf<"getPendenza">().toExtend<Nome>();
    expectTypeOf<"getPendenzaInesistente">().not.toExtend<Nome>();
    // A path parameter cannot be left out.
    type GetPagamento = Parameters<typeof client.call<"getPagamento">>;
    expectTypeOf<["getPagamento", { percorso: { id: string } }]>().toExtend<GetPagamento>();
    expectTypeOf<["getPagamento"]>().not.toExtend<GetPagamento>();
    type Filtri = keyof NonNullable<NonNullable<Parameters<typeof client.call<"findPendenze">>[1]>["query"]>;
    expectTypeOf<"iuv">().toExtend<Filtri>();
    expectTypeOf<"importo">().not.toExtend<Filtri>();
    // A notice is not given as CSV.
    expectTypeOf<"text/csv">().not.toExtend<NonNullable<Parameters<typeof client.call<"getAvviso">>[1]["accetta"]>>();
  });
});

describe("the modules of the client", () => {
  it.each(API_REST)("%s has every operation of the registry, where it is", async (api) => {
    const modulo: Record<string, Api<Record<string, never>>> = await import(`../../../clients/typescript/src/${api}.ts`);
    const [letta] = Object.values(modulo);
    expect(letta?.base).toBe(API_BASE[api]);
    expect(
      Object.entries(letta?.operazioni ?? {})
        .map(([id, { metodo, percorso }]) => `${id} ${metodo} ${percorso}`)
        .sort(),
    ).toEqual(operazioni[api].map(({ id, method, path }) => `${id} ${method} ${path}`).sort());
  });
});
