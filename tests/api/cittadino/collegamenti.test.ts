/** "cittadino/getCollegamento": public links as whoever has one meets them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Collegamenti, ScopoCollegamento } from "../../../shared/ports/collegamenti.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente, type Esito } from "../ambiente.ts";
import { IUV, RICEVUTA, seedPagamento, storePendenza } from "../pagamento/sostegno.ts";

const DA_PAGARE = "01000000000000244";
const IERI = new Date(Date.now() - 86_400_000).toISOString();
const DOMANI = new Date(Date.now() + 86_400_000).toISOString();
let ambiente: AmbienteApi;
let collegamenti: Collegamenti;

const open = (gettone: string, query: Record<string, string> = {}): Promise<Esito> =>
  ambiente.invoke("cittadino/getCollegamento", { as: null, params: { gettone }, query });
const make = (scopo: ScopoCollegamento, dati: Record<string, string>, scade = DOMANI): string =>
  collegamenti.create(scopo, { idDominio: COMUNE, ...dati }, scade);

beforeAll(async () => {
  ambiente = await createAmbiente({ FIORINO_CHIAVE_CREDENZIALI: "chiave-delle-prove-dei-collegamenti" });
  await seedPagamento(ambiente);
  await storePendenza(ambiente, { idPendenza: "DA-PAGARE", iuv: DA_PAGARE, numeroAvviso: `3${DA_PAGARE}`, uuid: "uuid-da-pagare" });
  ({ collegamenti } = await import("../../../shared/runtime/wiring/collegamenti.ts"));
});
afterAll(() => ambiente.stop());

describe("GET /collegamenti/{gettone}", () => {
  it("gives the receipt, of that debt and no other", async () => {
    const esito = await open(make("RICEVUTA", { iuv: IUV, idRicevuta: RICEVUTA }));
    expect([esito.status, esito.headers["content-type"], esito.bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
    expect((await open(make("RICEVUTA", { iuv: IUV, idRicevuta: "un-altra" }))).status).toBe(404);
    expect((await open(make("RICEVUTA", { iuv: DA_PAGARE }))).status).toBe(404);
  });

  it("gives the notice, and says when it can no longer be paid", async () => {
    const esito = await open(make("AVVISO", { numeroAvviso: `3${DA_PAGARE}` }));
    expect([esito.status, esito.headers["content-type"], esito.bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
    expect(await open(make("AVVISO", { iuv: IUV }))).toMatchObject({ status: 422, body: { codice: "PAG_006" } });
  });

  it("says what it is about to the page that gets it, without saying whose it is", async () => {
    const { status, body } = await open(make("PAGAMENTO", { iuv: DA_PAGARE }), { dati: "true" });
    expect([status, body]).toEqual([200, { scopo: "PAGAMENTO", idDominio: COMUNE, numeroAvviso: `3${DA_PAGARE}`, UUID: "uuid-da-pagare" }]);
  });

  it("leads to the page of payment of the portal, where there is one", async () => {
    const gettone = make("PAGAMENTO", { iuv: DA_PAGARE });
    // Other test files of the same process never change this section: here it is written before it is read.
    const value = { abilitato: true, urlPagamento: "https://portale.example.it/paga" };
    await ambiente.invoke("backoffice/updateConfigurazione", { body: [{ op: "REPLACE", path: "/accessoCittadini", value }] });
    const esito = await open(gettone);
    expect([esito.status, esito.headers["location"]]).toEqual([303, `https://portale.example.it/paga?collegamento=${gettone}`]);
  });

  it.each<readonly [string, () => string]>([
    ["expired", () => make("AVVISO", { iuv: DA_PAGARE }, IERI)],
    ["of another purpose", () => make("PAGINA", { iuv: DA_PAGARE })],
    ["turned into another purpose", () => `01${make("AVVISO", { iuv: IUV }).slice(2)}`],
    [
      "with a character changed",
      () => make("AVVISO", { iuv: DA_PAGARE }).replace(/.(.{5})$/, (tutto, fine) => (tutto.startsWith("A") ? `B${fine}` : `A${fine}`)),
    ],
    ["cut", () => make("AVVISO", { iuv: DA_PAGARE }).slice(0, -4)],
    ["of a debt that does not exist", () => make("AVVISO", { iuv: "01999999999999999" })],
    ["without a debt", () => make("AVVISO", {})],
    ["invented", () => `002611${"A".repeat(80)}`],
  ])("one that is %s opens nothing, and does not say why", async (_che, gettone) => {
    for (const query of [{}, { dati: "true" }] as const)
      expect(await open(gettone(), query)).toMatchObject({ status: 404, body: { dettaglio: "collegamento non valido o scaduto" } });
  });
});
