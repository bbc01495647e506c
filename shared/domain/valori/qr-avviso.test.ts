import fc from "fast-check";
import { expect, it } from "vitest";
import { ok } from "../esito.ts";
import { IMPORTO_MASSIMO_CENTESIMI } from "./importo.ts";
import { buildBarcode, buildQrAvviso, parseQrAvviso } from "./qr-avviso.ts";

const NAV = "301188340000064356";

it.each([
  [0n, "00"],
  [5n, "05"],
  [10_050n, "10050"],
  [IMPORTO_MASSIMO_CENTESIMI, "99999999999"],
])("writes %s cents as %s in the QR and in the barcode", (importo, cifre) => {
  expect(buildQrAvviso(NAV, "15376371009", importo)).toBe(`PAGOPA|002|${NAV}|15376371009|${cifre}`);
  expect(buildBarcode("8088888034256", NAV, importo)).toBe(`41580888880342568020${NAV}3902${cifre}`);
});

it("reads back every QR it wrote", () => {
  const numeroAvviso = fc.stringMatching(/^[0-3]\d{17}$/);
  fc.assert(
    fc.property(
      numeroAvviso,
      fc.stringMatching(/^\d{11}$/),
      fc.bigInt({ min: 0n, max: IMPORTO_MASSIMO_CENTESIMI }),
      (nav, idDominio, importo) => {
        expect(parseQrAvviso(buildQrAvviso(nav, idDominio, importo))).toEqual(ok({ numeroAvviso: nav, idDominio, importo }));
      },
    ),
  );
});

it.each([
  "",
  `PAGOPA|001|${NAV}|15376371009|100`,
  `PAGOPA|002|${NAV}|15376371009|`,
  `PAGOPA|002|${NAV}|15376371009|1.00`,
  `PAGOPA|002|${NAV}|15376371009|100|x`,
  `PAGOPA|002|4${NAV.slice(1)}|15376371009|100`,
  `PAGOPA|002|${NAV}|1537637100|100`,
])("refuses %j", (testo) => {
  expect(parseQrAvviso(testo).ok).toBe(false);
});

it("reads an amount of one digit", () => {
  expect(parseQrAvviso(`PAGOPA|002|${NAV}|15376371009|5`)).toMatchObject({ valore: { importo: 5n } });
});
