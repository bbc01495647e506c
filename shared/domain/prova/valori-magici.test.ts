import { describe, expect, it } from "vitest";
import { isCodiceFiscale } from "../valori/codice-fiscale.ts";
import { TESTI_FAMIGLIA, TESTI_PROVA } from "./testi.ts";
import { FAMIGLIE_PROVA, findEsitoProva, VALORI_MAGICI, type ValoreMagico } from "./valori-magici.ts";

const TUTTI: readonly ValoreMagico[] = VALORI_MAGICI;
const valoriDi = (campo: "esito" | "importo" | "codiceFiscale" | "posta") =>
  TUTTI.map((voce) => voce[campo]).filter((valore) => valore !== undefined);

describe("the table of the magic values", () => {
  it.each(["esito", "importo", "codiceFiscale", "posta"] as const)("has no %s twice", (campo) => {
    expect(new Set(valoriDi(campo)).size).toBe(valoriDi(campo).length);
  });

  it.each(TUTTI.map((voce) => [voce.esito, voce] as const))("%s can be provoked, and its value follows the scheme", (_esito, voce) => {
    const { importo, codiceFiscale, posta, famiglia } = voce;
    expect([importo, codiceFiscale, posta].some((valore) => valore !== undefined)).toBe(true);
    if (importo !== undefined) expect(String(importo)).toMatch(new RegExp(`^7${FAMIGLIE_PROVA.indexOf(famiglia) + 1}\\d\\d77$`));
    if (codiceFiscale !== undefined) expect(isCodiceFiscale(codiceFiscale)).toBe(true);
    // A name that no mail server of the world will ever answer for.
    if (posta !== undefined) expect(posta).toMatch(/^[a-z]+@prova\.example$/);
  });

  it("says of each value and of each family what happens, in both languages", () => {
    for (const testi of [TESTI_PROVA, TESTI_FAMIGLIA])
      for (const { it: italiano, en } of Object.values(testi)) expect([italiano.length > 5, en.length > 5]).toEqual([true, true]);
    expect(Object.keys(TESTI_PROVA).sort()).toEqual(valoriDi("esito").sort());
  });
});

describe("findEsitoProva", () => {
  it.each(TUTTI.map((voce) => [voce.esito, voce] as const))("%s is found by each of its values, in its family only", (esito, voce) => {
    const { famiglia } = voce;
    const altre = FAMIGLIE_PROVA.filter((altra) => altra !== famiglia);
    for (const campo of ["importo", "codiceFiscale", "posta"] as const) {
      const valore = voce[campo];
      if (valore === undefined) continue;
      expect(findEsitoProva({ [campo]: valore }, [famiglia])).toBe(esito);
      expect(findEsitoProva({ [campo]: valore }, altre)).toBeUndefined();
    }
  });

  it("lets the amount choose before the debtor, and each family for itself", () => {
    const dati = { importo: 730_277n, codiceFiscale: "PRVSMR80A01A562X" };
    expect(findEsitoProva(dati, ["ricevuta"])).toBe("RICEVUTA_DOPPIA");
    expect(findEsitoProva({ ...dati, codiceFiscale: "PRVRFT80A01A562T" }, ["pagamento"])).toBe("RIFIUTATO");
  });

  it("ignores the case of letters, and everything that is ordinary", () => {
    expect(findEsitoProva({ codiceFiscale: "prvrft80a01a562t" }, FAMIGLIE_PROVA)).toBe("RIFIUTATO");
    expect(findEsitoProva({ posta: "Respinta@Prova.example" }, FAMIGLIE_PROVA)).toBe("POSTA_RESPINTA");
    expect(findEsitoProva({ importo: 710_178n, codiceFiscale: "RSSMRA85T10A562S", posta: "a@b.it" }, FAMIGLIE_PROVA)).toBeUndefined();
    expect(findEsitoProva({}, FAMIGLIE_PROVA)).toBeUndefined();
  });
});
