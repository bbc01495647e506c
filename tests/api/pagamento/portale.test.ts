/** What a portal shows before anybody pays: creditors, units, accounts, incomes and debt types, in the API Pagamento v2 and v1. Only what is public, only what is enabled. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente } from "../ambiente.ts";

const CITTADINO = cittadino({ codiceFiscale: "RSSMRA85T10A562S", dominio: UNIONE });
const FORM = { tipo: "formly", definizione: Buffer.from('{"campi":[]}').toString("base64") };
const LOGO = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

describe("the registry that a portal shows", () => {
  let ambiente: AmbienteApi;
  const put = (operazione: string, params: Record<string, string>, body: unknown) => ambiente.invoke(operazione, { params, body });

  beforeAll(async () => {
    ambiente = await createAmbiente();
    const { body: dominio } = await ambiente.invoke("backoffice/getDominio", { params: { idDominio: COMUNE } });
    const { idDominio: _, unitaOperative: __, contiAccredito: ___, entrate: ____, tipiPendenza: _____, ...campi } = dominio;
    const esiti = [
      await put("backoffice/addDominio", { idDominio: COMUNE }, { ...campi, logo: LOGO, pec: "comune@pec.example" }),
      await put(
        "backoffice/addUnitaOperativa",
        { idDominio: COMUNE, idUnitaOperativa: "CHIUSA" },
        { ragioneSociale: "Chiusa", abilitato: false },
      ),
      await put(
        "backoffice/addTipoPendenza",
        { idTipoPendenza: "MENSA" },
        {
          descrizione: "Mensa scolastica",
          portalePagamento: { abilitato: true, form: FORM },
        },
      ),
      await put(
        "backoffice/addTipoPendenzaDominio",
        { idDominio: UNIONE, idTipoPendenza: "MENSA" },
        { portalePagamento: { abilitato: false } },
      ),
      await put(
        "backoffice/addTipoPendenzaDominio",
        { idDominio: COMUNE, idTipoPendenza: "LIBERO" },
        {
          pagaTerzi: false,
          portalePagamento: { abilitato: true, form: { ...FORM, impaginazione: "eyJhIjoxfQ==" }, validazione: "eyJ0eXBlIjoib2JqZWN0In0=" },
        },
      ),
    ];
    expect(esiti.map(({ status, testo }) => [status < 300, testo])).toEqual(esiti.map(() => [true, ""]));
  });
  afterAll(() => ambiente.stop());

  const ask = (operazione: string, chiamata: Chiamata = {}) => ambiente.invoke(operazione, chiamata);
  const nomi = (body: Record<string, unknown>, campo: string) =>
    (body["risultati"] as Record<string, unknown>[]).map((voce) => voce[campo]);

  it.each<[string, Chiamata["as"], readonly string[]]>([
    ["an application its own", "gest-mensa", [UNIONE]],
    ["a citizen all, whoever recognised it", CITTADINO, [COMUNE, UNIONE]],
    ["who has no credentials all", null, [COMUNE, UNIONE]],
  ])("pagamento/findDomini lists to %s", async (_caso, as, attesi) => {
    for (const operazione of ["pagamento/findDomini", "pagamento-v1/findDomini"]) {
      const { status, body } = await ask(operazione, { as: as ?? null });
      expect([status, nomi(body, "idDominio").toSorted()]).toEqual([200, attesi.toSorted()]);
    }
  });

  it("tells only what is public of a creditor, and its image when it is asked for", async () => {
    const { testo, body } = await ask("pagamento/findDomini", { as: null });
    expect(testo).not.toMatch(/stazione|auxDigit|segregationCode|iuvPrefix|scaricaFr|frammenti|servizio|logo/);
    expect(body["risultati"]).toContainEqual(expect.objectContaining({ idDominio: COMUNE, pec: "comune@pec.example" }));
    const conLogo = await ask("pagamento/findDomini", { as: null, query: { campi: "idDominio,logo", ordinamento: "-idDominio" } });
    expect(conLogo.body["risultati"]).toEqual([{ idDominio: UNIONE }, { idDominio: COMUNE, logo: LOGO }]);
    expect((await ask("pagamento/findDomini", { query: { ordinamento: "+gln" } })).body).toMatchObject({
      ...{ codice: "100001", dettaglio: expect.stringContaining("ordinamento") },
    });
  });

  it("pagamento/findTipiPendenza offers what the creditor lets citizens pay, with its form, by description", async () => {
    const { status, body } = await ask("pagamento/findTipiPendenza", { as: null, params: { idDominio: COMUNE } });
    expect([status, body["risultati"]]).toEqual([
      200,
      [
        { idTipoPendenza: "MENSA", descrizione: "Mensa scolastica", pagaTerzi: false, form: FORM },
        {
          ...{ idTipoPendenza: "LIBERO", descrizione: "Tipo LIBERO", pagaTerzi: false },
          ...{ form: { ...FORM, impaginazione: "eyJhIjoxfQ==" }, validazione: "eyJ0eXBlIjoib2JqZWN0In0=" },
        },
      ],
    ]);
    const scelti = await ask("pagamento/findTipiPendenza", { as: null, params: { idDominio: COMUNE }, query: { descrizione: "LIBER" } });
    expect(nomi(scelti.body, "idTipoPendenza")).toEqual(["LIBERO"]);
    // The creditor switched off what the common type has on.
    expect((await ask("pagamento/findTipiPendenza", { as: "gest-mensa", params: { idDominio: UNIONE } })).body["risultati"]).toEqual([]);
    expect((await ask("pagamento/findTipiPendenza", { as: "gest-mensa", params: { idDominio: COMUNE } })).status).toBe(404);
    expect((await ask("pagamento/findTipiPendenza", { as: null, params: { idDominio: "99999999999" } })).status).toBe(404);
  });

  it("pagamento/findUnitaOperative leaves out what is closed", async () => {
    const { body } = await ask("pagamento/findUnitaOperative", { as: null, params: { idDominio: COMUNE } });
    expect(body).toMatchObject({ numRisultati: 1, risultati: [{ idUnita: "TRIBUTI", ragioneSociale: "Ufficio Tributi" }] });
    expect((await ask("pagamento/findUnitaOperative", { as: "gest-mensa", params: { idDominio: COMUNE } })).status).toBe(404);
  });

  it.each<[string, Record<string, string>, string, unknown]>([
    ["pagamento-v1/findUnitaOperative", {}, "idUnita", "TRIBUTI"],
    ["pagamento-v1/findContiAccredito", {}, "iban", IBAN_COMUNE],
    ["pagamento-v1/findEntrate", {}, "idEntrata", "TARI"],
  ])("%s lists it in v1, and nothing of what is disabled", async (operazione, params, campo, atteso) => {
    const { status, body } = await ask(operazione, { as: null, params: { idDominio: COMUNE, ...params } });
    expect(status).toBe(200);
    expect(nomi(body, campo)).toContain(atteso);
    const spenti = await ask(operazione, { as: null, params: { idDominio: COMUNE }, query: { abilitato: "false" } });
    expect(spenti.body["risultati"]).toEqual([]);
    expect((await ask(operazione, { as: "gest-mensa", params: { idDominio: COMUNE } })).status).toBe(404);
  });

  it.each<[string, Record<string, string>, Record<string, unknown>, Record<string, string>]>([
    ["pagamento-v1/getDominio", {}, { idDominio: COMUNE, abilitato: true, logo: LOGO }, { idDominio: "99999999999" }],
    ["pagamento-v1/getUnitaOperativa", { idUnitaOperativa: "TRIBUTI" }, { idUnita: "TRIBUTI" }, { idUnitaOperativa: "CHIUSA" }],
    ["pagamento-v1/getContoAccredito", { iban: IBAN_COMUNE.toLowerCase() }, { iban: IBAN_COMUNE }, { iban: "IT60X0542811101000000999999" }],
    ["pagamento-v1/getEntrata", { idEntrata: "TARI" }, { idEntrata: "TARI", tipoEntrata: { idEntrata: "TARI" } }, { idEntrata: "NESSUNA" }],
  ])("%s shows it whole, to who may see its creditor", async (operazione, params, atteso, assente) => {
    const tutti = { idDominio: COMUNE, ...params };
    const { status, body, testo } = await ask(operazione, { as: null, params: tutti });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        ...atteso,
        ...("tipoEntrata" in atteso && { tipoEntrata: expect.objectContaining({ idEntrata: "TARI" }) }),
      }),
    ]);
    expect(testo).not.toMatch(/stazione|auxDigit|segregationCode|CHIUSA/);
    expect((await ask(operazione, { as: null, params: { ...tutti, ...assente } })).status).toBe(404);
    expect((await ask(operazione, { as: "gest-mensa", params: tutti })).status).toBe(404);
  });

  it("is served by two functions, whatever the path of v1 that is asked", async () => {
    const domini = await import("../../../functions/pagamento/findDomini.ts");
    const unita = await import("../../../functions/pagamento/findUnitaOperative.ts");
    const { buildEvento, toEsito } = await import("../ambiente.ts");
    const call = async (path: string, params: Record<string, string>) => {
      const evento = buildEvento({ api: "pagamento-v1", method: "GET", path }, { params, as: null });
      const { handler } = path.split("/").length > 3 ? unita : domini;
      return toEsito(await handler(evento, Object.create({ awsRequestId: "r", getRemainingTimeInMillis: () => 1000 })));
    };
    const dominio = { idDominio: COMUNE };
    expect((await call("/domini", {})).body["numRisultati"]).toBe(2);
    expect((await call("/domini/{idDominio}", dominio)).body["idDominio"]).toBe(COMUNE);
    expect((await call("/domini/{idDominio}/contiAccredito/{iban}", { ...dominio, iban: IBAN_COMUNE })).body["iban"]).toBe(IBAN_COMUNE);
    expect(nomi((await call("/domini/{idDominio}/entrate", dominio)).body, "idEntrata")).toContain("TARI");
    expect((await call("/domini/{idDominio}/entrate/{idEntrata}", { ...dominio, idEntrata: "TARI" })).body["idEntrata"]).toBe("TARI");
  });
});
