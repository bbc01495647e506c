import { beforeAll, describe, expect, it } from "vitest";
import { addContoNuovo, COMUNE, decide, LIMITATO, requestCambio, UNIONE } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const find = (params: Record<string, string>, query: Record<string, string> = {}, as?: string) =>
  prova.invoke("findCambiIban", { params, query, ...(as !== undefined && { as }) });

beforeAll(() => addContoNuovo(prova));

describe("GET /backoffice/v1/domini/{idDominio}/cambiIban", () => {
  it("lists those of the creditor, the latest first, a page at a time", async () => {
    const primo = await requestCambio(prova);
    await decide(prova, primo["idApprovazione"], "RIFIUTATA");
    const secondo = await requestCambio(prova);
    expect((await find({ idDominio: COMUNE })).body["risultati"]).toMatchObject([
      { id: secondo["id"], stato: "IN_APPROVAZIONE" },
      { id: primo["id"], stato: "NON_APPROVATO" },
    ]);
    const pagina = await find({ idDominio: COMUNE }, { risultatiPerPagina: "1", pagina: "2" });
    expect(pagina.body).toMatchObject({ numRisultati: 2, risultati: [{ id: primo["id"] }] });
  });

  it("shows nothing of another creditor", async () => {
    expect((await find({ idDominio: UNIONE })).body["risultati"]).toEqual([]);
    expect((await find({ idDominio: UNIONE }, {}, LIMITATO)).status).toBe(404);
  });
});
