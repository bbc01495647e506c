/** Each anomaly of the reference has the row that shows it. */
import { describe, expect, it } from "vitest";
import { buildPendenzaRiga, buildRiga, buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import { abbinaRiga, type ContestoRiga, checkTotali, isInterno, needsPendenza } from "./abbinamento.ts";

const ADESSO = "2026-11-25T09:00:00.000Z";
const dueVoci = buildPendenzaRiga(1, { voci: [...buildPendenzaRiga(1).voci, ...buildPendenzaRiga(2).voci] });
const base: ContestoRiga = { riscossione: undefined, pendenza: undefined, interno: true, ripetuta: false };

describe("abbinamento di una riga", () => {
  it.each<[string, number, Partial<ContestoRiga>, string, string[]]>([
    ["pagata con ricevuta", 0, { riscossione: buildRiscossione(1) }, "OK", []],
    ["pagata in stand-in con ricevuta", 4, { riscossione: buildRiscossione(1) }, "OK", []],
    ["ricevuta non arrivata", 0, {}, "ANOMALA", ["007101"]],
    ["ricevuta non arrivata, pendenza nota", 4, { pendenza: buildPendenzaRiga(1) }, "ANOMALA", ["007101"]],
    ["importo diverso dal pagato", 0, { riscossione: buildRiscossione(1, { importo: 1n }) }, "ANOMALA", ["007104"]],
    ["senza ricevuta, pendenza nota di una voce", 9, { pendenza: buildPendenzaRiga(1) }, "OK", []],
    ["senza ricevuta, pendenza sconosciuta", 9, {}, "ANOMALA", ["007111"]],
    ["stand-in senza ricevuta, pendenza sconosciuta", 8, {}, "ANOMALA", ["007111"]],
    ["senza ricevuta, pendenza di più voci", 8, { pendenza: dueVoci }, "ANOMALA", ["007114"]],
    ["senza ricevuta annunciata, ma la ricevuta c'è", 9, { riscossione: buildRiscossione(1) }, "OK", []],
    ["revocata", 3, { riscossione: buildRiscossione(1) }, "ANOMALA", ["007112"]],
    ["esito sconosciuto", -1, { riscossione: buildRiscossione(1) }, "ANOMALA", ["007110"]],
    ["ripetuta", 0, { riscossione: buildRiscossione(1), ripetuta: true }, "ANOMALA", ["007115"]],
    ["ripetuta e senza pagamento", 0, { ripetuta: true }, "ANOMALA", ["007115", "007101"]],
    ["di un altro intermediario", 0, { interno: false }, "ALTRO_INTERMEDIARIO", []],
    ["di un altro intermediario, senza ricevuta", 9, { interno: false }, "ALTRO_INTERMEDIARIO", []],
    ["IUV di forma altrui ma pendenza nota", 0, { interno: false, pendenza: buildPendenzaRiga(1) }, "ANOMALA", ["007101"]],
  ])("%s", (_caso, esito, contesto, stato, codici) => {
    const abbinata = abbinaRiga(buildRiga(1, { esito }), { ...base, ...contesto }, ADESSO);
    expect([abbinata.stato, abbinata.segnalazioni.map((s) => s.codice)]).toEqual([stato, codici]);
  });

  it("dice i due importi quando sono diversi", () => {
    const { segnalazioni } = abbinaRiga(buildRiga(1), { ...base, riscossione: buildRiscossione(1, { importo: 1000n }) }, ADESSO);
    expect(segnalazioni[0]?.dettaglio).toBe("rendicontato 10,01, pagato 10,00");
  });

  it("chiede la pendenza solo quando decide", () => {
    expect(needsPendenza(buildRiga(1), undefined, true)).toBe(false);
    expect(needsPendenza(buildRiga(1), undefined, false)).toBe(true);
    expect(needsPendenza(buildRiga(1, { esito: 9 }), undefined, true)).toBe(true);
    expect(needsPendenza(buildRiga(1, { esito: 9 }), buildRiscossione(1), false)).toBe(false);
  });

  it("riconosce gli IUV del dominio dal codice di segregazione", () => {
    expect(isInterno("01000000000000133", { auxDigit: 3, segregationCode: "01" })).toBe(true);
    expect(isInterno("02000000000000133", { auxDigit: 3, segregationCode: "01" })).toBe(false);
  });
});

describe("totali di un flusso", () => {
  const totali = { numeroPagamenti: 2, importoTotale: 300n, righeAcquisite: 2, importoAcquisito: 300n };
  it.each<[string, Partial<typeof totali>, "accetta" | "segnala", string[]]>([
    ["tornano", {}, "accetta", []],
    ["un centesimo in meno", { importoTotale: 299n }, "segnala", ["007106"]],
    ["una riga in più", { numeroPagamenti: 1 }, "segnala", ["007107"]],
    ["tutto diverso", { numeroPagamenti: 1, importoTotale: 1n }, "segnala", ["007106", "007107"]],
  ])("%s", (_caso, altro, evento, codici) => {
    const esito = checkTotali({ ...totali, ...altro }, [], ADESSO);
    expect([esito.evento, esito.segnalazioni.map((s) => s.codice)]).toEqual([evento, codici]);
  });

  it("un'anomalia di flusso già vista resta, una di riga non pesa", () => {
    expect(checkTotali(totali, ["007116"], ADESSO).evento).toBe("segnala");
    expect(checkTotali(totali, ["007101"], ADESSO).evento).toBe("accetta");
  });
});
