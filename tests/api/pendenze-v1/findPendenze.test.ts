import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { storePendenza } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v1/pendenze", () => {
  let api: AmbienteApi;
  beforeAll(async () => {
    api = await createAmbiente();
    const iuv = (n: number): string => `0100000000000${n}33`;
    const numeri = (n: number) => ({ iuv: iuv(n), numeroAvviso: `3${iuv(n)}`, idPendenza: `P${n}` });
    await storePendenza(api, { ...numeri(10), stato: "NON_ESEGUITA", documento: { identificativo: "D1", descrizione: "Piano", rata: 1 } });
    await storePendenza(api, { ...numeri(11), stato: "ESEGUITA", proprieta: { lineaTestoRicevuta1: "riga" } });
    await storePendenza(api, { ...numeri(12), stato: "INCASSATA" });
    await storePendenza(api, { ...numeri(13), stato: "ANOMALA" });
    await storePendenza(api, { ...numeri(14), stato: "NON_ESEGUITA", dataScadenza: "2020-01-01" });
  });
  afterAll(() => api.stop());
  const find = (query: Readonly<Record<string, string>> = {}) => api.invoke("pendenze-v1/findPendenze", { query });
  const idIn = ({ body }: { readonly body: Record<string, unknown> }): unknown[] =>
    (body["risultati"] as { idPendenza: string; stato: string }[]).map(({ idPendenza, stato }) => `${idPendenza} ${stato}`);

  it("shows a collected debt as paid, and nothing of what came with v2", async () => {
    const esito = await find();
    expect(idIn(esito).toSorted()).toEqual(["P10 NON_ESEGUITA", "P11 ESEGUITA", "P12 ESEGUITA", "P13 ANOMALA", "P14 SCADUTA"]);
    expect(esito.testo).not.toMatch(/"(documento|proprieta|allegati)"/);
    expect(esito.body["risultati"]).toContainEqual(expect.objectContaining({ rpp: "/pendenze/v1/rpp?idA2A=GEST-TRIBUTI&idPendenza=P11" }));
  });

  it.each<readonly [Record<string, string>, readonly string[]]>([
    [{ stato: "ESEGUITA" }, ["P11 ESEGUITA", "P12 ESEGUITA"]],
    [{ stato: "SCADUTA" }, ["P14 SCADUTA"]],
    [{ idDominio: COMUNE, stato: "NON_ESEGUITA" }, ["P10 NON_ESEGUITA"]],
    [{ idA2A: "GEST-MENSA" }, []],
    [{ dataDa: "2099-01-01" }, []],
  ])("filters by %o, on what it shows", async (query, attesi) => {
    expect(idIn(await find(query)).toSorted()).toEqual(attesi);
  });

  it("keeps the filters and the version in the link to the next page", async () => {
    const { body } = await find({ idDominio: COMUNE, risultatiPerPagina: "2" });
    expect(body["prossimiRisultati"]).toMatch(/^\/pendenze\/v1\/pendenze\?idDominio=01234567897&risultatiPerPagina=2&pagina=2&cursore=/);
  });

  it.each([
    [{ stato: "INCASSATA" }, "stato"],
    [{ stato: "ANOMALA" }, "stato"],
    [{ campi: "idPendenza,documento" }, "campi"],
    [{ idPendenza: "P1" }, "idPendenza"],
  ])("refuses %o, which v1 does not know, naming the parameter", async (query, campo) => {
    expect(await find(query as Record<string, string>)).toMatchObject({
      status: 400,
      body: { codice: "100001", dettaglio: expect.stringContaining(campo) },
    });
  });
});
