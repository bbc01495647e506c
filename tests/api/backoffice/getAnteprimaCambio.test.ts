import { beforeAll, describe, expect, it } from "vitest";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { addContoNuovo, conto, IBAN_COMUNE, IBAN_NUOVO, storeDebito } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const preview = (ibanNuovo: string, params = conto) => prova.invoke("getAnteprimaCambio", { params, query: { ibanNuovo } });

beforeAll(async () => {
  await addContoNuovo(prova);
  await storeDebito(prova, "P-1", "01000000000000101", { dataNotificaAvviso: "2026-11-01" });
  await storeDebito(prova, "P-2", "01000000000000202", { voci: buildPendenza().voci });
  const params = { idDominio: conto.idDominio, idTipoPendenza: "MENSA" };
  const body = { portaleBackoffice: { form: { tipo: "angular2-json-schema-form", definizione: { iban: IBAN_COMUNE } } } };
  await prova.invoke("addTipoPendenzaDominio", { params, body });
});

describe("GET …/contiAccredito/{ibanAccredito}/anteprimaCambio", () => {
  it("tells debts, types, amounts, incomes and what has to be known first", async () => {
    const { status, body } = await preview(IBAN_NUOVO);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        impedimenti: [],
        avvisi: [expect.stringContaining("pagoPA")],
        entrate: ["LIBERO", "MENSA", "TARI"],
        pendenze: expect.objectContaining({ numero: 1, notificate: 1, perTipo: [{ idTipoPendenza: "TARI", numero: 1, importo: 100.5 }] }),
        pendenzeTramiteEntrate: expect.objectContaining({ numero: 1, esempi: [expect.objectContaining({ idPendenza: "P-2" })] }),
      }),
    ]);
  });

  it("tells what makes the request impossible instead of refusing the preview", async () => {
    expect((await preview(IBAN_COMUNE)).body).toMatchObject({ impedimenti: [expect.stringContaining("stesso conto")] });
  });

  it("does not find an account that is not registered", async () => {
    expect((await preview(IBAN_NUOVO, { ...conto, ibanAccredito: "IT00X0" })).status).toBe(404);
  });
});
