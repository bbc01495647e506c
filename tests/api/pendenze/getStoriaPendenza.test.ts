import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

describe("GET /pendenze/v2/pendenze/{idA2A}/{idPendenza}/storia", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
    await api.sample("addPendenza", "a-due-voci");
    await api.put("P1");
    await api.put("P1", corpo({ importo: 120, voci: [{ ...Object(corpo()["voci"])[0], importo: 120 }] }));
    for (const body of [
      [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }],
      [{ op: "REPLACE", path: "/stato", value: "NON_ESEGUITA" }],
      [{ op: "ADD", path: "/nota", value: { oggetto: "Telefonata", testo: "Paga domani" } }],
    ])
      await api.invoke("pendenze/updatePendenza", { params: chiave("P1"), body });
  });
  afterAll(() => api.stop());
  const get = (idPendenza: string, query: Readonly<Record<string, string>> = {}, as = "gest-tributi") =>
    api.invoke("pendenze/getStoriaPendenza", { params: chiave(idPendenza), query, as });
  const eventi = (body: Record<string, unknown>) => (body["risultati"] as { evento: string }[]).map(({ evento }) => evento);

  it("answers its sample", async () => {
    const { atteso, esito } = await api.sample("getStoriaPendenza", "storia");
    expect(esito.status).toBe(atteso);
    expect(eventi(esito.body)).toEqual(["creata"]);
  });

  it("tells who changed what and when, amounts in euro, in one request for the debt and one for the page", async () => {
    api.richieste.length = 0;
    const { status, body } = await get("P1");
    expect([status, body["numRisultati"]]).toEqual([200, 5]);
    expect(api.richieste).toEqual(["Query", "Query"]);
    expect(eventi(body)).toEqual(["creata", "aggiornata", "annullata", "ripristinata", "modificata"]);
    expect(body["risultati"]).toMatchObject([
      { autore: "gest-tributi", campi: expect.arrayContaining([{ campo: "importo", dopo: 100.5 }]) },
      {
        campi: [
          { campo: "importo", prima: 100.5, dopo: 120 },
          { campo: "voci.1.importo", prima: 100.5, dopo: 120 },
        ],
      },
      { campi: [{ campo: "stato", prima: "NON_ESEGUITA", dopo: "ANNULLATA" }] },
      { campi: [{ campo: "stato", prima: "ANNULLATA", dopo: "NON_ESEGUITA" }] },
      { campi: [{ campo: "note", dopo: [{ oggetto: "Telefonata", autore: "gest-tributi" }] }] },
    ]);
  });

  it("calls the debtor as the API does, and leaves free data alone", async () => {
    await api.put("P2");
    const soggettoPagatore = { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", email: "m@example.it" };
    const voce = {
      idVocePendenza: "2",
      importo: 1,
      descrizione: "x",
      codEntrata: "TARI",
      datiAllegati: { variante: 1, destinazione: { a: 1 } },
    };
    await api.put("P2", corpo({ soggettoPagatore, importo: 101.5, voci: [...Object(corpo()["voci"]), voce] }));
    const { body } = await get("P2", { ordinamento: "-data", risultatiPerPagina: "1" });
    expect(body["risultati"]).toMatchObject([
      {
        campi: expect.arrayContaining([
          expect.objectContaining({ campo: "soggettoPagatore", dopo: soggettoPagatore }),
          { campo: "voci.2", dopo: expect.objectContaining({ codEntrata: "TARI", datiAllegati: voce.datiAllegati }) },
        ]),
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('"variante":"entrata"');
  });

  it("goes by pages, in both directions, by number and by cursor", async () => {
    const prima = await get("P1", { risultatiPerPagina: "2" });
    expect(eventi(prima.body)).toEqual(["creata", "aggiornata"]);
    const prossima = new URL(String(prima.body["prossimiRisultati"]), "http://x").searchParams;
    expect(eventi((await get("P1", Object.fromEntries(prossima))).body)).toEqual(["annullata", "ripristinata"]);
    expect(eventi((await get("P1", { risultatiPerPagina: "2", pagina: "3" })).body)).toEqual(["modificata"]);
    const ultime = await get("P1", { ordinamento: "-data", risultatiPerPagina: "3" });
    expect(eventi(ultime.body)).toEqual(["modificata", "ripristinata", "annullata"]);
    const ultima = new URL(String(ultime.body["prossimiRisultati"]), "http://x").searchParams;
    const resto = await get("P1", Object.fromEntries(ultima));
    expect([eventi(resto.body), resto.body["prossimiRisultati"], resto.body["numRisultati"]]).toEqual([
      ["aggiornata", "creata"],
      undefined,
      5,
    ]);
  });

  it.each([
    ["an unknown debt", "IGNOTA", {}, "gest-tributi", 404, "404000"],
    ["a debt of others", "P1", {}, "gest-mensa", 404, "404000"],
    ["another order", "P1", { ordinamento: "autore" }, "gest-tributi", 400, "100001"],
    ["an unknown filter", "P1", { evento: "paga" }, "gest-tributi", 400, "100001"],
  ])("refuses %s", async (_caso, idPendenza, query, as, status, codice) => {
    expect(await get(idPendenza, query, as)).toMatchObject({ status, body: { codice } });
  });
});
