import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

describe("GET /pendenze/v2/pendenze", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
    for (let n = 1; n <= 5; n++) await api.put(`P${n}`, corpo(n === 1 ? { dataScadenza: "2020-01-01", direzione: "NORD" } : {}));
    const mensa = [{ idVocePendenza: "1", importo: 100.5, descrizione: "Mensa", codEntrata: "MENSA" }];
    await api.put("MENSA", corpo({ idDominio: UNIONE, idTipoPendenza: "MENSA", voci: mensa }));
  });
  afterAll(() => api.stop());
  const find = (query: Readonly<Record<string, string>> = {}, as = "gest-tributi") => api.invoke("pendenze/findPendenze", { query, as });
  const idIn = ({ body }: { readonly body: Record<string, unknown> }): unknown[] =>
    (body["risultati"] as { idPendenza: string }[]).map(({ idPendenza }) => idPendenza);

  it.each(["da-pagare", "campi"])("answers the sample %s as it says", async (caso) => {
    const { atteso, esito } = await api.sample("findPendenze", caso);
    expect([esito.status, esito.body["numRisultati"]]).toEqual([atteso, expect.any(Number)]);
  });

  it("lists the debts of the caller in GovPay's envelope, links included", async () => {
    const { status, body } = await find();
    expect(status).toBe(200);
    expect(body).toMatchObject({ numRisultati: 6, numPagine: 1, pagina: 1, risultatiPerPagina: 25 });
    expect(body["risultati"]).toContainEqual(
      expect.objectContaining({
        idPendenza: "P1",
        stato: "SCADUTA",
        importo: 100.5,
        rpp: "/pendenze/v2/rpp?idA2A=GEST-TRIBUTI&idPendenza=P1",
      }),
    );
  });

  it("pages by link without losing or repeating, in both orders", async () => {
    for (const ordinamento of ["+dataCaricamento", "-dataCaricamento"]) {
      const visti: unknown[] = [];
      let query: Record<string, string> | undefined = { idDominio: COMUNE, risultatiPerPagina: "2", ordinamento };
      while (query) {
        const esito = await find(query);
        expect(esito.body).toMatchObject({ numRisultati: 5, numPagine: 3 });
        visti.push(...idIn(esito));
        const prossimi = esito.body["prossimiRisultati"];
        query = typeof prossimi === "string" ? Object.fromEntries(new URLSearchParams(prossimi.split("?")[1])) : undefined;
      }
      const attesi = ["P1", "P2", "P3", "P4", "P5"];
      expect(visti).toEqual(ordinamento.startsWith("-") ? attesi.reverse() : attesi);
    }
  });

  it.each<readonly [Record<string, string>, readonly string[]]>([
    [{ idDominio: COMUNE, stato: "SCADUTA" }, ["P1"]],
    [{ idDominio: COMUNE, stato: "INCASSATA" }, []],
    [{ idDominio: UNIONE }, ["MENSA"]],
    [{ idPendenza: "P3" }, ["P3"]],
    [{ direzione: "NORD" }, ["P1"]],
    [{ idDebitore: "RSSMRA85T10A562S", idPendenza: "P2" }, ["P2"]],
    [{ idPagamento: "ignoto" }, []],
    [{ dataDa: "2099-01-01" }, []],
    [{ dataA: "2020-01-01" }, []],
    [{ dataDa: "2020-01-01T00:00:00.000+01:00", dataA: "2099-12-31", pagina: "3", risultatiPerPagina: "2" }, ["P5", "MENSA"]],
  ])("filters by %o", async (query, attesi) => {
    expect(idIn(await find(query))).toEqual(attesi);
  });

  it("costs one query, plus one count when more follows", async () => {
    api.richieste.length = 0;
    await find({ idDominio: COMUNE });
    await find({ idDominio: COMUNE, risultatiPerPagina: "2" });
    await find({ idDominio: COMUNE, risultatiPerPagina: "2", metadatiPaginazione: "false" });
    expect(api.richieste).toEqual(["Query", "Query", "Query", "Query"]);
  });

  it("counts only, with risultatiPerPagina=0", async () => {
    expect((await find({ risultatiPerPagina: "0" })).body).toMatchObject({ numRisultati: 6, risultati: [] });
  });

  it("gives only the fields asked for", async () => {
    expect((await find({ campi: "idPendenza,stato", idPendenza: "P1" })).body["risultati"]).toEqual([
      { idPendenza: "P1", stato: "SCADUTA" },
    ]);
  });

  it("shows to each application only creditors and types in its scope", async () => {
    expect(idIn(await find({ idDominio: COMUNE }, "gest-mensa"))).toEqual([]);
    expect(idIn(await find({ idA2A: "GEST-TRIBUTI" }, "gest-mensa"))).toEqual(["MENSA"]);
  });

  it("combines every filter with every other, in one query", async () => {
    const tutti = {
      ...{
        idDominio: COMUNE,
        idA2A: "GEST-TRIBUTI",
        idPendenza: "P1",
        idDebitore: "rssmra85t10a562s",
        stato: "SCADUTA",
        direzione: "NORD",
      },
      ...{ dataDa: "2020-01-01", dataA: "2099-12-31", mostraSpontaneiNonPagati: "true", ordinamento: "-dataCaricamento" },
    };
    api.richieste.length = 0;
    expect(idIn(await find(tutti))).toEqual(["P1"]);
    expect(api.richieste).toEqual(["Query"]);
    for (const altro of [
      { direzione: "SUD" },
      { stato: "ANOMALA" },
      { divisione: "D1" },
      { dataDa: "2099-01-01" },
      { idA2A: "GEST-MENSA" },
    ])
      expect(idIn(await find({ ...tutti, ...altro } as Record<string, string>))).toEqual([]);
  });

  it("gives the same place in the list to a cursor used with other dates or filters", async () => {
    const { body } = await find({ idDominio: COMUNE, risultatiPerPagina: "2" });
    const cursore = new URL(String(body["prossimiRisultati"]), "http://x").searchParams.get("cursore") ?? "";
    expect(idIn(await find({ idDominio: COMUNE, cursore, dataDa: "2099-01-01" }))).toEqual([]);
    expect(idIn(await find({ idDominio: COMUNE, cursore, dataA: "2020-01-01" }))).toEqual([]);
    expect(idIn(await find({ idDominio: COMUNE, cursore, dataDa: "2020-01-01" }))).toEqual(["P3", "P4", "P5"]);
    expect(idIn(await find({ idDominio: COMUNE, cursore, idPendenza: "P4" }))).toEqual(["P4"]);
  });

  it("finds nothing in dates that end before they start", async () => {
    expect((await find({ dataDa: "2026-12-01", dataA: "2026-11-01" })).body).toMatchObject({ numRisultati: 0, risultati: [] });
  });

  it("without metadata gives no total, and still the next page", async () => {
    const { body } = await find({ risultatiPerPagina: "2", metadatiPaginazione: "false" });
    expect(body).not.toHaveProperty("numRisultati");
    expect(body).not.toHaveProperty("numPagine");
    expect(body["prossimiRisultati"]).toMatch(
      /^\/pendenze\/v2\/pendenze\?risultatiPerPagina=2&metadatiPaginazione=false&pagina=2&cursore=/,
    );
  });

  it.each([
    ["ordinamento", "+importo"],
    ["ordinamento", "+dataCaricamento,-stato"],
    ["ordinamento", "*dataCaricamento"],
    ["ordinamento", ""],
    ["campi", "idPendenza,password"],
    ["campi", ""],
    ["stato", "PAGATA"],
    ["stato", "scaduta"],
    ["dataDa", "ieri"],
    ["dataDa", "2026-02-30"],
    ["dataA", "2026-11-25T25:00:00Z"],
    ["dataA", "25/11/2026"],
    ["pagina", "0"],
    ["pagina", "1.5"],
    ["pagina", "due"],
    ["pagina", "500"],
    ["risultatiPerPagina", "-1"],
    ["risultatiPerPagina", "5001"],
    ["metadatiPaginazione", "no"],
    ["maxRisultati", "1"],
    ["cursore", "e30"],
    ["cursore", "non è un cursore"],
    ["cursore", "x".repeat(1001)],
    ["idDominio", "123"],
    ["idA2A", "GEST TRIBUTI"],
    ["idPendenza", "x".repeat(36)],
    ["idDebitore", "RSSMRA85T10A562SX"],
    ["idDebitore", ""],
    ["idPagamento", "x".repeat(36)],
    ["direzione", ""],
    ["divisione", "x".repeat(36)],
    ["mostraSpontaneiNonPagati", "forse"],
  ])("refuses %s=%s, naming the parameter", async (campo, valore) => {
    expect(await find({ [campo]: valore })).toMatchObject({
      status: 400,
      body: { categoria: "RICHIESTA", codice: "100001", dettaglio: expect.stringMatching(new RegExp(`^${campo}: `)) },
    });
  });

  it("says what it can order by, and what it was asked", async () => {
    expect((await find({ ordinamento: "-dataScadenza" })).body["dettaglio"]).toBe(
      "ordinamento: non si può ordinare per «dataScadenza»: è ammesso dataCaricamento, preceduto da + o -",
    );
  });
});
