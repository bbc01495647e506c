import { describe, expect, it } from "vitest";
import { createProvaInstallazione } from "./importazioni.ts";

const prova = createProvaInstallazione();
const ENTRATA = { idEntrata: "SUOLO", descrizione: "Suolo pubblico", tipoContabilita: "SIOPE", codiceContabilita: "3321" };
const DOCUMENTO = { schema: "fiorino/anagrafica", versione: 1, entrate: [ENTRATA] };
const send = async (): Promise<string> => String((await prova.invoke("addImportazioneAnagrafica", { body: DOCUMENTO })).body["id"]);
const get = (id: string, as?: string) => prova.invoke("getImportazioneAnagrafica", { params: { id }, ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/importazioni/anagrafica/{id}", () => {
  it("tells how far it has got: before, after, and after the same message again", async () => {
    const id = await send();
    expect((await get(id)).body).toMatchObject({ stato: "IN_ATTESA", simulazione: false, scritte: 0, rifiutate: 0 });
    await prova.consume(id);
    const dopo = (await get(id)).body;
    expect(dopo).toMatchObject({ stato: "CONCLUSA", scritte: 1, confronto: { aggiunte: 1, modificate: 0, invariate: 0, assenti: 3 } });
    await prova.consume(id);
    expect((await get(id)).body).toEqual(dopo);
  });

  it.each([
    ["unknown", "0123456789abcdef", undefined, 404],
    ["with an id that is not one", "x!1", undefined, 400],
  ])("does not find one that is %s", async (_caso, id, as, status) => {
    expect((await get(id, as)).status).toBe(status);
  });

  it("is hidden to who neither asked for it nor may read everything", async () => {
    expect((await get(await send(), "operatore-limitato")).status).toBe(404);
  });
});
