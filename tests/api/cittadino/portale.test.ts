/** Portal API 1.0, operations 6 to 15, as a portal meets them: creditors and their images, services with their form, the citizen's debts, notices and receipts. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORM_OCCUPAZIONE } from "../../../local/sandbox/form-cittadino.ts";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente } from "../ambiente.ts";
import { IUV, seedPagamento, storePendenza } from "../pagamento/sostegno.ts";

const CF = "RSSMRA85T10A562S";
const IO = cittadino(CF);
const ALTRO = cittadino("VRDLGI70A01H501K");
const PAGATA = `3${IUV}`;
const DA_PAGARE = "301000000000000244";
const DI_ALTRI = "301000000000000345";
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

let ambiente: AmbienteApi;
const ask = (id: string, chiamata: Chiamata = {}) => ambiente.invoke(id, { as: null, ...chiamata });
const diAvviso = (numeroAvviso: string, altro: Chiamata = {}): Chiamata => ({ params: { idDominio: COMUNE, numeroAvviso }, ...altro });

beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedPagamento(ambiente);
  await storePendenza(ambiente, { idPendenza: "DA-PAGARE", iuv: DA_PAGARE.slice(1), numeroAvviso: DA_PAGARE, uuid: "uuid-244" });
  const debitore = { tipo: "F", identificativo: "VRDLGI70A01H501K", anagrafica: "Luigi Verdi" } as const;
  await storePendenza(ambiente, { idPendenza: "DI-ALTRI", iuv: DI_ALTRI.slice(1), numeroAvviso: DI_ALTRI, uuid: "uuid-345", debitore });
  const put = async (id: string, params: Record<string, string>, body: unknown) => {
    const { status, testo } = await ambiente.invoke(`backoffice/${id}`, { params, body });
    expect([status < 300, testo]).toEqual([true, ""]);
  };
  const { body } = await ambiente.invoke("backoffice/getDominio", { params: { idDominio: COMUNE } });
  const { idDominio: _, unitaOperative: __, contiAccredito: ___, entrate: ____, tipiPendenza: _____, ...campi } = body;
  await put("addDominio", { idDominio: COMUNE }, { ...campi, logo: PNG });
  await put(
    "addTipoPendenza",
    { idTipoPendenza: "COSAP" },
    { descrizione: "Canone occupazione", portalePagamento: { ...FORM_OCCUPAZIONE, gruppo: "Suolo" } },
  );
  await put("addTipoPendenzaDominio", { idDominio: COMUNE, idTipoPendenza: "COSAP" }, {});
  await put("addEntrata", { idEntrata: "COSAP" }, { descrizione: "Canone", tipoContabilita: "ALTRO", codiceContabilita: "0103101AP/" });
  await put("addEntrataDominio", { idDominio: COMUNE, idEntrata: "COSAP" }, { ibanAccredito: IBAN_COMUNE, abilitato: true });
});
afterAll(() => ambiente.stop());

describe("what the portal shows to everybody", () => {
  it("cittadino/findDomini and cittadino/getDominio tell what is public of the creditors", async () => {
    const elenco = await ask("cittadino/findDomini");
    const enti = elenco.body["risultati"] as Record<string, unknown>[];
    expect([elenco.status, enti.map(({ idDominio }) => idDominio).toSorted()]).toEqual([200, [COMUNE, UNIONE].toSorted()]);
    const ente = await ask("cittadino/getDominio", { params: { idDominio: COMUNE } });
    expect([ente.status, ente.body]).toEqual([200, expect.objectContaining({ idDominio: COMUNE, logo: PNG })]);
    expect(ente.testo).not.toMatch(/stazione|auxDigit|frammenti/);
    expect((await ask("cittadino/getDominio", { params: { idDominio: "99999999999" } })).status).toBe(404);
  });

  it("cittadino/getLogo is the image itself, which can run nothing", async () => {
    const esito = await ask("cittadino/getLogo", { params: { idDominio: COMUNE } });
    expect([esito.status, esito.headers["content-type"], esito.bytes.toString("base64")]).toEqual([200, "image/png", PNG]);
    expect(esito.headers["content-security-policy"]).toContain("sandbox");
    expect((await ask("cittadino/getLogo", { params: { idDominio: UNIONE } })).status).toBe(404);
  });

  it.each([{ descrizione: "CANONE" }, { descriione: "canone" }, { gruppo: "Suolo" }])(
    "cittadino/findTipiPendenza filters by %o",
    async (query) => {
      const { status, body } = await ask("cittadino/findTipiPendenza", { params: { idDominio: COMUNE }, query });
      expect([status, body["risultati"]]).toEqual([200, [expect.objectContaining({ idTipoPendenza: "COSAP", gruppo: "Suolo" })]]);
      const altri = Object.fromEntries(Object.keys(query).map((nome) => [nome, "altro"]));
      expect((await ask("cittadino/findTipiPendenza", { params: { idDominio: COMUNE }, query: altri })).body).toEqual({ risultati: [] });
    },
  );

  it("cittadino/getTipoPendenza describes the form of one service", async () => {
    const { status, body } = await ask("cittadino/getTipoPendenza", { params: { idDominio: COMUNE, idTipoPendenza: "COSAP" } });
    expect([status, body]).toEqual([200, expect.objectContaining({ idTipoPendenza: "COSAP", formDescritta: expect.anything() })]);
    expect((await ask("cittadino/getTipoPendenza", { params: { idDominio: COMUNE, idTipoPendenza: "LIBERO" } })).status).toBe(404);
  });
});

describe("the debts of the citizen", () => {
  it("cittadino/findPendenze lists its own, of that creditor, by state", async () => {
    const numeri = async (chiamata: Chiamata) => {
      const { status, body } = await ask("cittadino/findPendenze", chiamata);
      expect(status).toBe(200);
      return (body["risultati"] as Record<string, unknown>[]).map(({ numeroAvviso }) => numeroAvviso);
    };
    const di = (as: Chiamata["as"], query = {}, idDominio = COMUNE): Chiamata => ({ ...(as && { as }), params: { idDominio }, query });
    expect((await numeri(di(IO))).toSorted()).toEqual([PAGATA, DA_PAGARE].toSorted());
    expect(await numeri(di(IO, { stato: "ESEGUITA" }))).toEqual([PAGATA]);
    expect(await numeri(di(ALTRO))).toEqual([DI_ALTRI]);
    expect(await numeri(di(IO, {}, UNIONE))).toEqual([]);
    expect((await ask("cittadino/findPendenze", { params: { idDominio: COMUNE } })).status).toBe(401);
  });

  it("cittadino/getPendenza shows its own and hides the others, without saying which exist", async () => {
    const sua = await ask("cittadino/getPendenza", diAvviso(DA_PAGARE, { as: IO }));
    expect([sua.status, sua.body]).toEqual([
      200,
      expect.objectContaining({ numeroAvviso: DA_PAGARE, stato: "NON_ESEGUITA", importo: 100.5 }),
    ]);
    const forma = async (numeroAvviso: string, as: Chiamata["as"]) => {
      const { status, testo } = await ask("cittadino/getPendenza", diAvviso(numeroAvviso, { as: as ?? null }));
      return [status, testo.replaceAll(numeroAvviso, "N")];
    };
    for (const as of [IO, null]) expect(await forma(DI_ALTRI, as)).toEqual(await forma("301000000000000999", as));
    expect(await forma(DA_PAGARE, null)).toEqual(await forma("301000000000000999", null));
  });

  it("cittadino/getAvviso opens with the tax code of the debtor, as data and printed", async () => {
    const query = { idDebitore: CF };
    expect((await ask("cittadino/getAvviso", diAvviso(DA_PAGARE, { query }))).body).toMatchObject({
      stato: "NON_ESEGUITA",
      importo: 100.5,
    });
    const pdf = await ask("cittadino/getAvviso", diAvviso(DA_PAGARE, { as: IO, headers: { accept: "application/pdf" } }));
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    expect((await ask("cittadino/getAvviso", diAvviso(DA_PAGARE, { query: { idDebitore: "VRDLGI70A01H501K" } }))).status).toBe(404);
  });

  it("cittadino/getRicevuta is the receipt that says the debt is paid, as data and printed", async () => {
    const dati = await ask("cittadino/getRicevuta", diAvviso(PAGATA, { as: IO }));
    expect([dati.status, dati.body]).toEqual([200, expect.objectContaining({ idRicevuta: "ricevuta-1" })]);
    const pdf = await ask("cittadino/getRicevuta", diAvviso(PAGATA, { as: IO, headers: { accept: "application/pdf" } }));
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    const rifiuti = [diAvviso(PAGATA, { as: ALTRO }), diAvviso(PAGATA), diAvviso(DA_PAGARE, { as: IO })];
    for (const chiamata of rifiuti) expect((await ask("cittadino/getRicevuta", chiamata)).status).toBe(404);
  });

  it("cittadino/addPendenzaDaForm makes a spontaneous debt, found again by who made it", async () => {
    const campione = readCampioni("cittadino/addPendenzaDaForm").find(({ caso }) => caso.includes("occupazione"));
    const { pathParameters, body } = campione ?? {};
    const creata = await ask("cittadino/addPendenzaDaForm", { params: pathParameters ?? {}, body });
    expect([creata.status, creata.body]).toEqual([201, expect.objectContaining({ idDominio: COMUNE, tipoPendenza: "COSAP" })]);
    const sua = diAvviso(String(creata.body["numeroAvviso"]), { cookies: creata.cookies.map((cookie) => cookie.split(";")[0] ?? "") });
    expect((await ask("cittadino/getPendenza", sua)).body).toMatchObject({ tipo: "spontaneo", stato: "NON_ESEGUITA" });
    expect((await ask("cittadino/getPendenza", { ...sua, cookies: [] })).status).toBe(404);
  });
});
