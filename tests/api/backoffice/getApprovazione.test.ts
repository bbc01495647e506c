import { beforeAll, describe, expect, it } from "vitest";
import { addContoNuovo, IBAN_COMUNE, IBAN_NUOVO, requestCambio, SCONOSCIUTO } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();

beforeAll(() => addContoNuovo(prova));

describe("GET /backoffice/v1/approvazioni/{id}", () => {
  it("tells who has to decide what will happen, who asked and until when", async () => {
    const cambio = await requestCambio(prova);
    const { status, body } = await prova.invoke("getApprovazione", { params: { id: String(cambio["idApprovazione"]) } });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        ...{
          stato: "RICHIESTA",
          richiedente: "amministratore",
          motivazione: "Cambio di tesoriere",
          scadenza: cambio["scadenzaApprovazione"],
        },
        descrizione: expect.stringMatching(new RegExp(`${IBAN_COMUNE}.*${IBAN_NUOVO}.*3 entrate.*disabilitato`)),
      }),
    ]);
  });

  it("does not find an unknown one", async () => {
    expect((await prova.invoke("getApprovazione", { params: { id: SCONOSCIUTO } })).status).toBe(404);
  });
});
