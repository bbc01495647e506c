import { describe, expect, it } from "vitest";
import { COLONNE_GOVPAY } from "./govpay.ts";
import { type ModelloCsv, recognizeDialetto } from "./riconosci.ts";

const record = (testo: string) => ({ testo, dopo: testo.length });
const GOVPAY = Array.from({ length: COLONNE_GOVPAY }, (_, i) => `colonna${i}`).join(";");
const MYPAY = "IUD;codIuv;tipoIdentificativoUnivoco;codIdentificativoUnivoco;anagraficaPagatore;importoDovuto;causaleVersamento;azione";
const modello = (campi: Partial<ModelloCsv> = {}): ModelloCsv => ({ tipo: "fiorino", definizione: {}, ...campi });

const formatoDi = (testo: string, di?: ModelloCsv): string => {
  const dialetto = recognizeDialetto(record(testo), di);
  return dialetto.ok ? dialetto.valore.formato : dialetto.errore;
};

describe("the template of the installation", () => {
  it.each<[string, string, ModelloCsv | undefined, RegExp]>([
    ["stands in for GovPay's columns", GOVPAY, modello({ predefinito: true }), /^modello$/],
    ["reads any header", "a;b", modello({ predefinito: true }), /^modello$/],
    ["in a language that is not ours leaves GovPay's columns", GOVPAY, modello({ predefinito: true, tipo: "freemarker" }), /^govpay$/],
    ["of the type, in a language that is not ours, is an error", GOVPAY, modello({ tipo: "freemarker" }), /non si esegue/],
    ["where there is none, leaves GovPay's columns", GOVPAY, undefined, /^govpay$/],
  ])("%s", (_caso, testo, di, atteso) => {
    expect(formatoDi(testo, di)).toMatch(atteso);
  });

  it("does not take the files that their names recognise, that of a type does", () => {
    expect(formatoDi(MYPAY, modello({ predefinito: true }))).toBe(formatoDi(MYPAY, undefined));
    expect(formatoDi(MYPAY, modello())).toBe("modello");
  });
});
