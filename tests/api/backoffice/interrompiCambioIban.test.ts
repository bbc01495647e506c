import { beforeAll, describe, expect, it } from "vitest";
import { addContoNuovo, COMUNE, decide, LIMITATO, requestCambio, SCONOSCIUTO } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const stop = (id: unknown, body: unknown = { motivazione: "La banca ha rinviato la chiusura" }, as = LIMITATO) =>
  prova.invoke("interrompiCambioIban", { params: { idDominio: COMUNE, id: String(id) }, body, as });

beforeAll(() => addContoNuovo(prova));

describe("POST /backoffice/v1/domini/{idDominio}/cambiIban/{id}/interruzione", () => {
  it("stops one that is going on, once, and says who did it and why", async () => {
    const cambio = await requestCambio(prova);
    expect(await stop(cambio["id"])).toMatchObject({ status: 422, body: { dettaglio: expect.stringContaining("IN_APPROVAZIONE") } });
    expect((await decide(prova, cambio["idApprovazione"], "APPROVATA")).status).toBe(200);
    expect(await stop(cambio["id"])).toMatchObject({
      status: 200,
      body: { stato: "INTERROTTO", descrizioneStato: `Fermato da ${LIMITATO}: La banca ha rinviato la chiusura` },
    });
    expect((await stop(cambio["id"])).status).toBe(422);
  });

  it.each([
    ["an unknown one", SCONOSCIUTO, { motivazione: "x" }, LIMITATO, 404],
    ["no reason", SCONOSCIUTO, {}, LIMITATO, 400],
    ["who may only read", SCONOSCIUTO, { motivazione: "x" }, "operatore-limitato", 403],
  ])("refuses %s", async (_caso, id, body, as, status) => {
    expect((await stop(id, body, as)).status).toBe(status);
  });
});
