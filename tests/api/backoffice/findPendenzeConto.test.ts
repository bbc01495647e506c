import { beforeAll, describe, expect, it } from "vitest";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { conto, IBAN_NUOVO, LIMITATO, storeDebito, UNIONE } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const find = (query: Record<string, string> = {}, params: Record<string, string> = conto, as?: string) =>
  prova.invoke("findPendenzeConto", { params, query, ...(as !== undefined && { as }) });

beforeAll(async () => {
  await storeDebito(prova, "P-1", "01000000000000101", { dataCaricamento: "2026-11-01T10:00:00.000Z" });
  await storeDebito(prova, "P-2", "01000000000000202", { dataCaricamento: "2026-11-02T10:00:00.000Z", voci: buildPendenza().voci });
  await storeDebito(prova, "P-PAGATA", "01000000000000303", { stato: "ESEGUITA" });
  await storeDebito(prova, "P-ANNULLATA", "01000000000000404", { stato: "ANNULLATA" });
});

describe("GET /backoffice/v1/domini/{idDominio}/contiAccredito/{ibanAccredito}/pendenze", () => {
  it("lists those still to be paid in order of loading, by account and by income, without the debtor", async () => {
    const { status, body, testo } = await find();
    expect([status, body["numRisultati"]]).toEqual([200, 2]);
    expect(body["risultati"]).toMatchObject([
      { idPendenza: "P-1", importo: 100.5, voci: [{ indice: 1, riferimento: "ibanAccredito" }] },
      { idPendenza: "P-2", voci: [{ indice: 1, riferimento: "codEntrata", codEntrata: "TARI" }] },
    ]);
    expect(testo).not.toContain("RSSMRA85T10A562S");
  });

  it("lists the annulled ones apart, and pages with the cursor", async () => {
    expect((await find({ stato: "ANNULLATA" })).body["risultati"]).toMatchObject([{ idPendenza: "P-ANNULLATA" }]);
    const prima = await find({ risultatiPerPagina: "1" });
    const seguito = Object.fromEntries(new URL(String(prima.body["prossimiRisultati"]), "http://x").searchParams);
    expect((await find(seguito)).body["risultati"]).toMatchObject([{ idPendenza: "P-2" }]);
  });

  it.each([
    ["an unknown account", { ...conto, ibanAccredito: IBAN_NUOVO }, undefined, 404],
    ["a creditor out of scope", { idDominio: UNIONE, ibanAccredito: "IT54W8000000292100645211111" }, LIMITATO, 404],
  ])("refuses %s", async (_caso, params, as, status) => {
    expect((await find({}, params, as)).status).toBe(status);
  });

  it("refuses a state in which nothing is to be paid", async () => {
    expect((await find({ stato: "ESEGUITA" })).body).toMatchObject({ codice: "100001", dettaglio: expect.stringContaining("stato") });
  });
});
