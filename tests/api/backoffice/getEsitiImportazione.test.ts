import { describe, expect, it } from "vitest";
import { createProvaInstallazione } from "./importazioni.ts";

const prova = createProvaInstallazione();
const entrata = (idEntrata: string, descrizione: string) => ({
  idEntrata,
  descrizione,
  tipoContabilita: "ALTRO",
  codiceContabilita: "0101100IM/",
});

describe("GET /backoffice/v1/importazioni/anagrafica/{id}/esiti", () => {
  it("tells entry by entry what differs and what became of it; the equal ones only when asked for", async () => {
    const entrate = [entrata("TARI", "Tassa rifiuti"), entrata("MENSA", "Entrata MENSA")];
    const operatori = [{ principal: "nuovo", ragioneSociale: "Nuovo", domini: ["99999999999"] }];
    const { body } = await prova.importa({ schema: "fiorino/anagrafica", versione: 1, entrate, operatori });
    const attese = [
      {
        ...{ sezione: "entrata", id: "TARI", azione: "MODIFICA", esito: "SCRITTA" },
        differenze: [{ campo: "descrizione", prima: '"Entrata TARI"', dopo: '"Tassa rifiuti"' }],
      },
      { sezione: "entrata", id: "MENSA", azione: "INVARIATA" },
      {
        ...{ sezione: "operatore", id: "nuovo", azione: "AGGIUNTA", esito: "RIFIUTATA", codice: "NON_PROCESSABILE" },
        dettaglio: "domini: il dominio 99999999999 non è registrato",
      },
      { sezione: "entrata", id: "LIBERO", azione: "ASSENTE" },
      { sezione: "operatore", id: "operatore-limitato", azione: "ASSENTE" },
    ];
    expect(body["voci"]).toEqual(attese);
    const importazione = body["importazione"] as Record<string, unknown>;
    expect(importazione).toMatchObject({ stato: "CONCLUSA_CON_RIFIUTI", scritte: 1, rifiutate: 1 });
    const { body: brevi } = await prova.invoke("getEsitiImportazione", { params: { id: String(importazione["id"]) } });
    expect(brevi["voci"]).toEqual(attese.filter(({ azione }) => azione !== "INVARIATA"));
  });

  it("does not find an unknown one", async () => {
    expect((await prova.invoke("getEsitiImportazione", { params: { id: "0123456789abcdef" } })).status).toBe(404);
  });
});
