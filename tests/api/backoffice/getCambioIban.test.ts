import { beforeAll, describe, expect, it } from "vitest";
import { addContoNuovo, COMUNE, LIMITATO, requestCambio, SCONOSCIUTO, UNIONE } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const get = (idDominio: string, id: unknown, as?: string) =>
  prova.invoke("getCambioIban", { params: { idDominio, id: String(id) }, ...(as !== undefined && { as }) });

beforeAll(() => addContoNuovo(prova));

describe("GET /backoffice/v1/domini/{idDominio}/cambiIban/{id}", () => {
  it("tells how far it has got", async () => {
    const cambio = await requestCambio(prova);
    const { status, body } = await get(COMUNE, cambio["id"], LIMITATO);
    expect([status, body]).toEqual([200, cambio]);
    expect(body).toMatchObject({ fase: "ANAGRAFICA", pendenzeCambiate: 0, scarti: [] });
    expect((await get(UNIONE, cambio["id"])).status).toBe(404);
  });

  it.each([
    ["unknown", COMUNE, SCONOSCIUTO, 404],
    ["out of scope", UNIONE, SCONOSCIUTO, 404],
    ["with an id that is not one", COMUNE, "x!1", 400],
  ])("does not find one that is %s", async (_caso, idDominio, id, status) => {
    expect((await get(idDominio, id, LIMITATO)).status).toBe(status);
  });
});
