import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import { mascheraturaOf, maskDatiPersonali } from "./mascheratura.ts";

describe("la mascheratura dei dati personali", () => {
  it.each([
    [
      '{"debitore":{"identificativo":"RSSMRA85T10A562S","anagrafica":"Mario \\"il\\" Rossi"}}',
      '{"debitore":{"identificativo":"***","anagrafica":"***"}}',
    ],
    ['{"email" : "m@example.it", "cap":"00100","importo":10.5}', '{"email" : "***", "cap":"***","importo":10.5}'],
    ['{"causale":"multa di rssmra85t10a562s, iban IT60X0542811101000000123456"}', '{"causale":"multa di ***, iban ***"}'],
    ['{"anagrafica":"tronc', '{"anagrafica":"***"'],
    ['{"identificativo":1234567890}', '{"identificativo":"***"}'],
    ['{"idPendenza":"TARI-1","voci":[{"codEntrata":"X"}]}', '{"idPendenza":"TARI-1","voci":[{"codEntrata":"X"}]}'],
  ])("%s", (testo, atteso) => expect(maskDatiPersonali(testo)).toBe(atteso));

  it("vale se nessuno ha detto altro", () => {
    expect([undefined, {}, { mascheratura: 1 }, { mascheratura: "credenziali" }].map(mascheraturaOf)).toEqual([
      ...["datiPersonali", "datiPersonali", "datiPersonali", "credenziali"],
    ]);
  });

  it("non si blocca su un testo ostile", async () => {
    for (const ostile of [`"nome":"${"\\".repeat(100_000)}`, '"nome":'.repeat(20_000)]) await ends(() => maskDatiPersonali(ostile));
  });
});
