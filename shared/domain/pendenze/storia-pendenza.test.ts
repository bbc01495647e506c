import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { Pendenza, Voce } from "./pendenza.ts";
import { campiDiNascita, diffPendenza } from "./storia-pendenza.ts";

const prima = buildPendenza({ dataScadenza: "2026-12-31" });
const [voce] = prima.voci;
if (!voce) throw new Error("la pendenza di prova ha una voce");
const con = (altro: Partial<Voce>): Partial<Pendenza> => ({ voci: [{ ...voce, ...altro }] });
const nota = { data: "2026-11-25T10:00:00.000Z", autore: "gest-tributi", oggetto: "Telefonata", testo: "Paga domani" };
const segnalazione = { data: "2026-11-25T10:00:00.000Z", codice: "IMPORTO_DIVERSO", descrizione: "..." };

describe("the history of a debt", () => {
  it.each<[string, Pendenza, object]>([
    ["nothing changed", { ...prima, versione: 7, dataUltimoAggiornamento: "2026-12-01T00:00:00.000Z" }, {}],
    ["an amount, in euro", { ...prima, importo: 10_075n }, { importo: { prima: 100.5, dopo: 100.75 } }],
    ["the debtor", { ...prima, debitore: { ...prima.debitore, email: "m@example.it" } }, { debitore: { prima: prima.debitore } }],
    ["a field that was not there", { ...prima, nome: "Tassa" }, { nome: { dopo: "Tassa" } }],
    [
      "an item, field by field",
      { ...prima, ...con({ stato: "Eseguito" }) },
      { "voci.1.stato": { prima: "Non eseguito", dopo: "Eseguito" } },
    ],
    ["a new item, whole", { ...prima, voci: [voce, { ...voce, indice: 2 }] }, { "voci.2": { dopo: { indice: 2, importo: 100.5 } } }],
    ["a note, only what was added", { ...prima, note: [nota] }, { note: { dopo: [nota] } }],
    ["a warning, only what was added", { ...prima, segnalazioni: [segnalazione] }, { segnalazioni: { dopo: [segnalazione] } }],
  ])("tells %s", (_caso, dopo, atteso) => {
    const campi = diffPendenza(prima, dopo);
    expect(campi).toMatchObject(atteso);
    expect(Object.keys(campi)).toEqual(Object.keys(atteso));
  });

  it("tells a field that went", () => {
    const { dataScadenza: _, ...dopo } = prima;
    expect(diffPendenza(prima, dopo)).toEqual({ dataScadenza: { prima: "2026-12-31" } });
  });

  it("keeps only what is added to notes that were there", () => {
    const altra = { ...nota, testo: "Ha pagato" };
    expect(diffPendenza({ ...prima, note: [nota] }, { ...prima, note: [nota, altra] })).toEqual({ note: { dopo: [altra] } });
    expect(diffPendenza({ ...prima, segnalazioni: [segnalazione] }, prima)).toEqual({
      segnalazioni: { prima: [segnalazione], dopo: [] },
    });
  });

  it("says of a birth what it is worth and under which number", () => {
    expect(campiDiNascita(prima)).toEqual({
      stato: { dopo: "NON_ESEGUITA" },
      importo: { dopo: 100.5 },
      numeroAvviso: { dopo: prima.numeroAvviso },
      voci: { dopo: [{ idVocePendenza: "1", importo: 100.5 }] },
    });
  });
});
