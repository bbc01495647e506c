import { describe, expect, it } from "vitest";
import { findDifettoServizio, findServizio, mapRichiesta } from "./mappatura.ts";
import type { ServizioPagoPA } from "./servizio.ts";

const servizio = (altro: Partial<ServizioPagoPA> = {}): ServizioPagoPA => ({
  idServizio: "00001",
  idSoggettoServizio: "00002",
  descrizione: "Tassa automobilistica",
  schema: "TassaAutomobilistica_1_1_0",
  dataInizioValidita: "2026-01-01",
  idA2A: "GEST",
  pendenza: { causale: "Targa {{ veicoloTarga }}", importo: "{{ se(tipoVeicoloTarga = '1', 10, 20) }}" },
  abilitato: true,
  ...altro,
});

describe("a mapping", () => {
  it.each([
    ["that can be used", {}, undefined],
    ["without an end", { dataFineValidita: "2026-01-01" }, undefined],
    ["that ends before it begins", { dataFineValidita: "2025-12-31" }, "dataFineValidita"],
    ["on a field of another service", { pendenza: { causale: "{{ codicePratica }}" } }, "causale: il file non ha la colonna codicePratica"],
    [
      "with a function that does not exist",
      { pendenza: { voci: [{ importo: "{{ raddoppia(1) }}" }] } },
      "voci.0.importo: funzione raddoppia",
    ],
    ["with an expression cut short", { pendenza: { causale: "{{ 'a' & }}" } }, "causale"],
    ["that chooses the creditor", { pendenza: { idDominio: "11111111111" } }, "pendenza.idDominio"],
    ["that chooses the application", { pendenza: { idA2A: "ALTRA" } }, "pendenza.idA2A"],
    ["that chooses the number", { pendenza: { numeroAvviso: "3" } }, "pendenza.numeroAvviso"],
    ["that annuls", { pendenza: { azione: "A" } }, "pendenza.azione"],
  ])("%s", (_caso, altro, difetto) => {
    const trovato = findDifettoServizio(servizio(altro));
    if (difetto === undefined) expect(trovato).toBeUndefined();
    else expect(trovato).toContain(difetto);
  });

  it.each([
    ["its first day", "2026-01-01", {}, true],
    ["the day before", "2025-12-31", {}, false],
    ["its last day", "2026-06-30", { dataFineValidita: "2026-06-30" }, true],
    ["the day after", "2026-07-01", { dataFineValidita: "2026-06-30" }, false],
    ["while it is off", "2026-01-01", { abilitato: false }, false],
  ])("is found on %s", (_caso, oggi, altro, atteso) => {
    const tipi = [{ idTipoPendenza: "ALTRO" }, { idTipoPendenza: "BOLLO", servizioPagoPA: servizio(altro) }];
    expect(findServizio(tipi, "00001", "00002", oggi)?.idTipoPendenza).toBe(atteso ? "BOLLO" : undefined);
    expect(findServizio(tipi, "00001", "00003", oggi)).toBeUndefined();
  });

  const map = (pendenza: ServizioPagoPA["pendenza"], dati = { tipoVeicoloTarga: "1", veicoloTarga: "AB123CD" }) =>
    mapRichiesta({ idTipoPendenza: "BOLLO", servizio: servizio({ pendenza }) }, dati, "01234567897", "2026-03-10");

  it("fills the body of the debt from the fields of the request and the day", () => {
    const pendenza = { causale: "{{ veicoloTarga }} {{ oggi }}", importo: "{{ se(tipoVeicoloTarga = '1', importo('10,50'), 20) }}" };
    expect(map(pendenza)).toEqual({
      ok: true,
      valore: { corpo: { idDominio: "01234567897", idTipoPendenza: "BOLLO", causale: "AB123CD 2026-03-10", importo: 10.5 } },
    });
  });

  it("may name the debt, within the room that repetitions leave", () => {
    expect(map({ idPendenza: "B-{{ veicoloTarga }}" })).toMatchObject({ ok: true, valore: { idPendenza: "B-AB123CD" } });
    expect(map({ idPendenza: "B".repeat(30) })).toEqual({ ok: false, errore: expect.stringContaining("29 caratteri") });
  });

  it("says which datum does not do", () => {
    expect(map({ importo: "{{ importo(veicoloTarga) }}" })).toEqual({ ok: false, errore: expect.stringContaining("importo") });
  });
});
