import { describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { openContratto } from "../../../tests/sostegno/contratto-gpd.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Carrello } from "../../ports/checkout.ts";
import { createCheckout } from "./checkout.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./client.ts";

const BASE = "https://api.platform.pagopa.it/checkout/ec";
const PAGINA = "https://checkout.pagopa.it/c/1?a=1&b=2#x";

const avviso = (numero: number) => ({
  numeroAvviso: `3010000000000001${String(numero).padStart(2, "0")}`,
  idDominio: "01234567897",
  ragioneSociale: "R".repeat(200),
  causale: "C".repeat(200),
  importo: 10_050n,
});

const buildCarrello = (altro: Partial<Carrello> = {}): Carrello => ({
  idCarrello: "0123456789abcdef0123456789abcdef",
  avvisi: [avviso(1)],
  ritorno: {
    ok: "https://p.example/ok",
    annullato: "https://p.example/no",
    errore: "https://p.example/ko",
    attesa: "https://p.example/boh",
  },
  ...altro,
});

const invia = async (
  carrello: Carrello,
  versione: 1 | 2 = 2,
  risposta: Esito<RispostaHttp, ErroreHttp> = ok({ status: 302, headers: { location: PAGINA }, testo: "" }),
) => {
  const viste: RichiestaHttp[] = [];
  const checkout = createCheckout({
    request: async (richiesta) => {
      viste.push(richiesta);
      return risposta;
    },
  });
  const esito = await checkout.createCarrello({ url: `${BASE}/v${versione}/` }, carrello);
  const corpo: Record<string, unknown> = JSON.parse(String(viste[0]?.body));
  return { esito, corpo, richiesta: viste[0] };
};

const MASSIMO = buildCarrello({ emailNotice: "a@example.it", avvisi: [1, 2, 3, 4, 5].map(avviso), tuttoPostale: true });
const CARRELLI: [string, Carrello][] = [
  ["one notice and nothing optional", buildCarrello()],
  ["five notices, mail and postal accounts", MASSIMO],
];

describe("a cart on Checkout", () => {
  it("goes to the version of the connector, and the redirect comes back as it was written", async () => {
    const { esito, richiesta } = await invia(buildCarrello());
    expect([esito, richiesta?.url, richiesta?.method]).toEqual([ok({ redirect: PAGINA }), `${BASE}/v2/carts`, "POST"]);
  });

  it("says allCCP only when everything can be credited to postal accounts", async () => {
    expect((await invia(MASSIMO)).corpo["allCCP"]).toBe(true);
    expect((await invia(buildCarrello())).corpo).not.toHaveProperty("allCCP");
  });

  it("never cuts a text inside a character, nor sends more than one line", async () => {
    const { corpo } = await invia(
      buildCarrello({ avvisi: [{ ...avviso(1), ragioneSociale: `${"R".repeat(139)}😀`, causale: "TARI\n2026" }] }),
    );
    expect(corpo["paymentNotices"]).toMatchObject([{ companyName: "R".repeat(139), description: "TARI 2026" }]);
  });

  it.each<[string, Esito<RispostaHttp, ErroreHttp>, string]>([
    ["302 without an address", ok({ status: 302, headers: {}, testo: "" }), "inatteso"],
    ["400", ok({ status: 400, headers: {}, testo: "" }), "richiesta"],
    ["422", ok({ status: 422, headers: {}, testo: '{"title":"t","detail":"d"}' }), "non-pagabile"],
    ["502", ok({ status: 502, headers: {}, testo: "" }), "nodo"],
    ["no answer in time", ko({ causa: "tempo", dettaglio: "10 s" }), "tempo"],
    ["no connection", ko({ causa: "rete", dettaglio: "ECONNREFUSED" }), "irraggiungibile"],
  ])("tells %s apart", async (_, risposta, causa) => {
    expect((await invia(buildCarrello(), 2, risposta)).esito).toMatchObject({ ok: false, errore: { causa } });
  });

  for (const [versione, schema] of [
    [1, "CartRequest"],
    [2, "CartRequestV2"],
  ] as const) {
    const file = contratto(`pagopa/openapi/checkout_v${versione}.json`);
    if (file !== undefined)
      it.each(CARRELLI)(`version ${versione} respects the official contract: %s`, async (_, carrello) => {
        const { corpo } = await invia(carrello, versione);
        expect(openContratto(file)(schema, corpo)).toBe("");
      });
  }
});
