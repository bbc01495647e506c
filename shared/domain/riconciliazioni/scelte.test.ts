/** Which flow or which collected amounts a movement pays, with the code for every way it cannot be told. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildRiscossione, FLUSSO } from "../../../tests/sostegno/flussi.ts";
import type { Flusso } from "../rendicontazioni/flusso.ts";
import { chooseFlusso, chooseRiscossioni } from "./scelte.ts";

const flusso = (altro: Partial<Flusso> = {}): Flusso => ({
  versione: 1,
  idDominio: COMUNE,
  idFlusso: FLUSSO,
  idPsp: "A",
  revisione: 1,
  stato: "ACQUISITO",
  obsoleto: false,
  dataFlusso: "2026-11-24T18:30:00.000Z",
  dataAcquisizione: "2026-11-25T09:00:00.000Z",
  trn: "TRN-A",
  dataRegolamento: "2026-11-24",
  numeroPagamenti: 1,
  importoTotale: 1000n,
  pagineAcquisite: 1,
  pagineTotali: 1,
  righeAcquisite: 1,
  importoAcquisito: 1000n,
  segnalazioni: [],
  ...altro,
});

const movimento = { importo: 1000n, sct: "SCT" };
const esitoDi = (esito: ReturnType<typeof chooseFlusso>): string =>
  esito.ok ? `${esito.valore.idPsp}/${esito.valore.revisione}` : esito.errore.codice;

describe("flusso di un movimento", () => {
  it.each<[string, Flusso[], string]>([
    ["sconosciuto", [], "021405"],
    ["ancora in acquisizione", [flusso({ stato: "IN_ACQUISIZIONE" })], "021405"],
    ["anomalo", [flusso({ stato: "ANOMALO" })], "021404"],
    ["illeggibile", [flusso({ stato: "RIFIUTATO" })], "021404"],
    ["di altro importo", [flusso({ importoTotale: 1001n })], "021407"],
    ["già riconciliato", [flusso({ idRiconciliazione: "altra" })], "021413"],
    [
      "riconciliato in una revisione precedente",
      [flusso({ revisione: 2 }), flusso({ obsoleto: true, idRiconciliazione: "altra" })],
      "021413",
    ],
    ["preso da questo stesso movimento", [flusso({ idRiconciliazione: "questa" })], "A/1"],
    ["giusto", [flusso()], "A/1"],
    ["ultima revisione non obsoleta", [flusso({ obsoleto: true }), flusso({ revisione: 2 })], "A/2"],
    ["di due PSP, uno solo con l'importo", [flusso({ importoTotale: 5n }), flusso({ idPsp: "B" })], "B/1"],
    ["di due PSP con lo stesso importo, TRN dello sct", [flusso(), flusso({ idPsp: "B", trn: "sct" })], "B/1"],
    ["di due PSP con lo stesso importo", [flusso(), flusso({ idPsp: "B" })], "021403"],
    ["di due PSP, uno già riconciliato", [flusso({ idRiconciliazione: "altra" }), flusso({ idPsp: "B" })], "B/1"],
  ])("%s", (_caso, revisioni, atteso) => {
    expect(esitoDi(chooseFlusso(movimento, revisioni, "questa"))).toBe(atteso);
  });

  it("un importo sbagliato nomina tutti e due gli importi", () => {
    expect(chooseFlusso({ importo: 999n, sct: "S" }, [flusso()], "questa")).toMatchObject({
      errore: { dettaglio: "movimento di 9,99 euro, atteso 10,00" },
    });
  });
});

describe("riscossioni di un movimento singolo", () => {
  const r = (altro: Parameters<typeof buildRiscossione>[1]) => buildRiscossione(1, { importo: 1000n, ...altro });
  it.each<[string, ReturnType<typeof r>[], string | number]>([
    ["nessuna", [], "021402"],
    ["solo una marca da bollo", [r({ tipo: "MBT" })], "021402"],
    ["già incassata", [r({ stato: "INCASSATA" })], "021406"],
    ["di altro importo", [r({ importo: 999n })], "021407"],
    ["una", [r({})], 1],
    ["una libera e una già incassata", [r({}), r({ iur: "altro", stato: "INCASSATA" })], 1],
    ["due pagamenti uguali", [r({}), r({ iur: "altro" })], "021403"],
    ["due voci di un pagamento accreditate insieme", [r({ importo: 400n }), r({ indice: 2, importo: 600n })], 2],
    ["una voce sola di un pagamento", [r({}), r({ indice: 2, importo: 600n })], 1],
  ])("%s", (_caso, riscossioni, atteso) => {
    const esito = chooseRiscossioni(movimento, riscossioni);
    expect(esito.ok ? esito.valore.length : esito.errore.codice).toBe(atteso);
  });
});
