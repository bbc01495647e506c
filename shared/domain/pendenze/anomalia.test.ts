import { describe, expect, it } from "vitest";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { type RisoluzioneAnomalia, resolveAnomalia } from "./anomalia.ts";
import type { Pendenza, Voce } from "./pendenza.ts";
import { statiPendenza } from "./stati-pendenza.ts";

const [voce] = buildPendenza().voci;
if (!voce) throw new Error("la pendenza di prova ha una voce");
const anomala = (altro: Partial<Pendenza> = {}, dellaVoce: Partial<Voce> = {}): Pendenza =>
  buildPendenza({
    stato: "ANOMALA",
    importoPagato: 20_100n,
    dataPagamento: "2026-11-20T10:00:00.000Z",
    segnalazioni: [{ data: "2026-11-20T10:00:00.000Z", codice: "PAGAMENTO_DUPLICATO", descrizione: "due volte" }],
    voci: [{ ...voce, stato: "Anomalo", ...dellaVoce }],
    ...altro,
  });
const scelta = (risoluzione: RisoluzioneAnomalia["risoluzione"], altro: Partial<RisoluzioneAnomalia> = {}): RisoluzioneAnomalia => ({
  risoluzione,
  motivazione: "Sentito l'ufficio",
  ...altro,
});

describe("the settlement of an anomalous debt", () => {
  it("accepts it as paid, with the items", () => {
    const esito = resolveAnomalia(anomala(), scelta("PAGATA"), ADESSO);
    expect(esito).toMatchObject({
      ok: true,
      valore: {
        stato: "ESEGUITA",
        importoPagato: 20_100n,
        voci: [{ stato: "Eseguito" }],
        descrizioneStato: "Anomalia risolta: accettata come pagata. Sentito l'ufficio",
        segnalazioni: [{ codice: "PAGAMENTO_DUPLICATO" }, { codice: "ANOMALIA_RISOLTA", data: ADESSO, dettaglio: "Sentito l'ufficio" }],
      },
    });
  });

  it("is collected when all its money is in the bank already", () => {
    const esito = resolveAnomalia(anomala({ importoIncassato: 10_050n }, { incassata: true }), scelta("PAGATA"), ADESSO);
    expect(esito).toMatchObject({ ok: true, valore: { stato: "INCASSATA" } });
  });

  it("notes a refund, which is no longer among what was paid", () => {
    const esito = resolveAnomalia(anomala(), scelta("RIMBORSATA", { importoRimborsato: 10_050n, riferimento: "Mandato 12" }), ADESSO);
    expect(esito).toMatchObject({ ok: true, valore: { stato: "ESEGUITA", importoPagato: 10_050n } });
    expect(esito.ok && esito.valore.segnalazioni.at(-1)).toMatchObject({
      descrizione: "Anomalia risolta: annotato il rimborso di 100,50 euro",
      dettaglio: "Sentito l'ufficio (Mandato 12)",
    });
  });

  it("opens it again: nothing is paid any more", () => {
    const esito = resolveAnomalia(anomala(), scelta("RIAPERTA"), ADESSO);
    expect(esito).toMatchObject({ ok: true, valore: { stato: "NON_ESEGUITA", importoPagato: 0n, voci: [{ stato: "Non eseguito" }] } });
    expect(esito.ok && "dataPagamento" in esito.valore).toBe(false);
  });

  it.each([
    ["a refund of nothing", anomala(), scelta("RIMBORSATA", { importoRimborsato: 0n }), "importoRimborsato"],
    ["a refund without its amount", anomala(), scelta("RIMBORSATA"), "importoRimborsato"],
    ["a refund of everything", anomala(), scelta("RIMBORSATA", { importoRimborsato: 20_100n }), "RIAPERTA"],
    ["a reopening of what is in the bank", anomala({ importoIncassato: 1n }), scelta("RIAPERTA"), "riconciliato"],
    ["a reopening with an item in the bank", anomala({}, { incassata: true }), scelta("RIAPERTA"), "riconciliato"],
  ])("refuses %s", (_caso, pendenza, richiesta, motivo) => {
    expect(resolveAnomalia(pendenza, richiesta, ADESSO)).toMatchObject({
      ok: false,
      errore: { codice: "NON_PROCESSABILE", dettaglio: expect.stringContaining(motivo) },
    });
  });

  it.each(statiPendenza.stati.filter((stato) => stato !== "ANOMALA"))("refuses a debt that is %s", (stato) => {
    expect(resolveAnomalia(anomala({ stato }), scelta("PAGATA"), ADESSO)).toMatchObject({
      ok: false,
      errore: { codice: "VER_003", dettaglio: expect.stringContaining(stato) },
    });
  });
});
