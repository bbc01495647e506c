import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import { candidatiFlusso, parseCausale } from "../tesoreria/causali/riferimento.ts";
import { buildCausaleRiversamento, buildCausaleVersamento, normalizeIdFlusso } from "./causale.ts";
import { isRiferimentoRf, mod97 } from "./mod97.ts";
import { buildNumeroAvviso } from "./numero-avviso.ts";

const ID = "2026-03-17ABI03069-000012345";
const HEX = "0123456789abcdef0123456789abcdef";
const IUV = "01188340000064356";
const RF = "RF18539007547034";

describe("a cumulative transfer is recognized in", () => {
  it.each([
    ["the current form", `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${ID}`, ID],
    ["the form of an integration", `/PUR/LGPE-RIVERSAMENTO/TXT/3/URI/${ID}`, ID],
    ["the older form", `/PUR/LGPE-RIVERSAMENTO/URI/${ID}`, ID],
    ["the form of SACI 1.4", `/PUR/LGPE-RIVERSAMENTO Banca Prova pagamenti del 20260317/URI/${ID}`, ID],
    ["dots for slashes", `.PUR.LGPE-RIVERSAMENTO.URI.${ID}`, ID],
    ["dots for slashes and text after", `.PUR.LGPE-RIVERSAMENTO.TXT.0.URI.${ID}. TRN 1234`, ID],
    ["blanks for slashes", `PUR LGPE-RIVERSAMENTO URI ${ID}`, ID],
    ["blanks for slashes with TXT", `PUR LGPE-RIVERSAMENTO TXT 0 URI ${ID}`, ID],
    ["colons for slashes", `:PUR:LGPE-RIVERSAMENTO:URI:${ID}`, ID],
    ["a missing first slash", `PUR/LGPE-RIVERSAMENTO/URI/${ID}`, ID],
    ["a blank after the dash", `/PUR/LGPE- RIVERSAMENTO/URI/${ID}`, ID],
    ["a blank before the dash", `/PUR/LGPE -RIVERSAMENTO/URI/${ID}`, ID],
    ["blanks around the dash", `/PUR/LGPE - RIVERSAMENTO/URI/${ID}`, ID],
    ["a blank inside LGPE", `/PUR/L GPE-RIVERSAMENTO/URI/${ID}`, ID],
    ["a blank inside RIVERSAMENTO", `/PUR/LGPE-RIVERSA MENTO/URI/${ID}`, ID],
    ["a blank for the dash", `/PUR/LGPE RIVERSAMENTO/URI/${ID}`, ID],
    ["a dash lost", `/PUR/LGPERIVERSAMENTO/URI/${ID}`, ID],
    ["a blank inside URI", `/PUR/LGPE-RIVERSAMENTO/U RI/${ID}`, ID],
    ["a blank after URI and its slash", `/PUR/LGPE-RIVERSAMENTO/URI / ${ID}`, ID],
    ["a blank before the day", `/PUR/LGPE-RIVERSAMENTO/URI/2026-03- 17ABI03069-000012345`, ID],
    ["a blank inside the day", `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-1 7ABI03069-000012345`, ID],
    ["a blank inside the year", `/PUR/LGPE-RIVERSAMENTO/URI/20 26-03-17ABI03069-000012345`, ID],
    ["a blank after the day", `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17 ABI03069-000012345`, ID],
    ["a blank inside the sender", `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI 03069-000012345`, ID],
    ["a line wrap inside the number", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069-0000\r\n12345", ID],
    ["two line wraps", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03\n-17ABI03069-0000\n   12345", ID],
    ["a wrap before the next tag", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069-0000 12345/ZZ4/4184", ID],
    [
      "a wrap that leaves letters before the next tag",
      "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069-0000 ABC/ZZ4/4184",
      "2026-03-17ABI03069-0000ABC",
    ],
    ["the prefix RI1", `RI1/PUR/LGPE-RIVERSAMENTO/URI/${ID} ACCREDITO BOLLETTINO P.A.`, ID],
    ["the prefix ACCREDITI VARI without PUR", `ACCREDITI VARI LGPE-RIVERSAMENTO/URI/${ID}`, ID],
    ["tags of the bank around", `:ERI:EUR 000000000012345 :MA2:EU R :RI3:/PUR/LGPE-RIVERSAMENTO/URI/${ID} :SEC:CASH :TR1:PSP CBILL`, ID],
    ["spaced tags of the bank around", `: S C 2 :COR1 : R I 3 :/PUR/LGPE-RIVERSAMENTO/URI/${ID} : I O R :123`, ID],
    ["amounts before it", `000000000000000,00000000000000101,01EUR/ZZ2PSP SPA/PUR/LGPE-RIVERSAMENTO/URI/${ID}/ZZ4/ID1357`, ID],
    ["URI NOT PROVIDED before it", `URI NOT PROVIDED /PUR/LGPE-RIVERSAMENTO/URI/${ID}`, ID],
    ["URI NOT PROVIDED between", `/PUR/LGPE-RIVERSAMENTO/URI NOT PROVIDED/URI/${ID}`, ID],
    ["words after it", `/PUR/LGPE-RIVERSAMENTO/URI/${ID} ORD BANCA PROVA SPA`, ID],
    ["a date after it", `/PUR/LGPE-RIVERSAMENTO/URI/${ID} 17/03/2026`, ID],
    ["an amount after it", `/PUR/LGPE-RIVERSAMENTO/URI/${ID} 1234,50 EUR`, ID],
    ["a second copy, cut", `/PUR/LGPE-RIVERSAMENTO/URI/${ID} .PUR.LGPE-RIVERSAMENTO.URI.2026-03- TRXID: 12`, ID],
    ["upper case", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17UNCRITMM-A1B2C3", "2026-03-17UNCRITMM-A1B2C3"],
    ["lower case", "/pur/lgpe-riversamento/uri/2026-03-17uncritmm-a1b2c3", "2026-03-17uncritmm-a1b2c3"],
    ["a PSP id with underscore", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17AGID_01-S000123456", "2026-03-17AGID_01-S000123456"],
    ["no second dash", "ACCREDITI VARI LGPE-RIVERSAMENTO/URI/2026-01-01 ABC123", "2026-01-01ABC123"],
    ["no second dash and an underscore", "LGPE-RIVERSAMENTO URI 2026-12-15 IUV_VALID", "2026-12-15IUV_VALID"],
    ["dashes in the number", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17PPAYITR1XXX-S-2026-01", "2026-03-17PPAYITR1XXX-S-2026-01"],
    ["two hexadecimal halves", `/PUR/LGPE-RIVERSAMENTO/URI/${HEX.slice(0, 16)} ${HEX.slice(16)}`, HEX],
    ["two uneven hexadecimal parts with words after", `/PUR/LGPE-RIVERSAMENTO/URI/${HEX.slice(0, 27)} ${HEX.slice(27)} PSP`, HEX],
    ["a flow and a single payment: the flow wins", `/RFB/${IUV} /PUR/LGPE-RIVERSAMENTO/URI/${ID}`, ID],
  ])("%s", (_caso, testo, idFlusso) => {
    expect(parseCausale(testo)).toEqual({ tipo: "cumulativo", idFlusso });
  });
});

describe("a single payment is recognized in", () => {
  it.each([
    ["the free form", `/RFB/${IUV}/10.00`, IUV],
    ["the free form without amount", `/RFB/${IUV}`, IUV],
    ["the free form with text", `/RFB/${IUV}/10.00/TXT/TARI 2026`, IUV],
    ["an IUV of 15 digits", "/RFB/202599000361001/5.00", "202599000361001"],
    ["blanks for slashes", `RFB ${IUV} 10.00 TXT TARI`, IUV],
    ["blanks for slashes and 15 digits", "RFB 202599000361001 10.00", "202599000361001"],
    ["dots for slashes", `.RFB.${IUV}.10.00`, IUV],
    ["no first slash", `RFB/${IUV}/10.00`, IUV],
    ["lower case", `/rfb/${IUV}/10.00`, IUV],
    ["a wrap inside the digits", "/RFB/011883400 00064356/10.00", IUV],
    ["a wrap after 15 of 17 digits", "/RFB/011883400000643 56/10.00", IUV],
    ["a wrap after 15 of 17 digits whose check digits do not agree", "/RFB/111111111111111 11/10.00", "11111111111111111"],
    ["a wrap after 15 of 17 digits, no amount, check digits that agree", "/RFB/011883400000643 56", IUV],
    ["15 digits and an amount that happens to satisfy their check digits", `RFB ${IUV.slice(0, 15)} ${IUV.slice(15)}.00`, IUV.slice(0, 15)],
    ["15 digits and two digits of an amount", "RFB 202599000361001 10", "202599000361001"],
    ["a prefix", `ACCREDITI VARI /RFB/${IUV}/10.00`, IUV],
    ["a number after RFS", `/RFS/${IUV}/10.00`, IUV],
    ["an RF reference", `/RFS/${RF}/10.00`, RF],
    ["an RF reference in groups", "/RFS/RF18 5390 0754 7034/10.00/TXT/x", RF],
    ["an RF reference in groups, blanks for slashes", "RFS RF18 5390 0754 7034 10.00", RF],
    ["an RF reference in groups, dots for slashes", ".RFS.RF18 5390 0754 7034.10.00", RF],
    ["an RF reference wrapped in the wrong place", "/RFS/RF185 39007547 034/10.00", RF],
    ["an RF reference with letters after RFB", "/RFB/RF45w9/1.00", "RF45w9"],
    ["an RF reference whose check is wrong", "/RFS/RF19 5390 0754 7034/10.00", "RF19539007547034"],
    ["the second of two tags", `/RFB/NOTPROVIDED /RFB/${IUV}/10.00`, IUV],
    ["an unreadable flow", `/PUR/LGPE-RIVERSAMENTO/URI/X /RFB/${IUV}`, IUV],
  ])("%s", (_caso, testo, iuv) => {
    expect(parseCausale(testo)).toEqual({ tipo: "singolo", iuv });
  });
});

it.each([
  "",
  "BONIFICO TARI 2026",
  "/PUR/LGPE-RIVERSAMENTO/",
  "/PUR/LGPE-RIVERSAMENTO/URI/",
  "/PUR/LGPE-RIVERSAMENTO/URI/NOTPROVIDED",
  `PUR URI ${ID}`,
  "/RFB/1234/10.00",
  "/RFB/123456789012345678/10.00",
  "/RFB/ABC",
  `CIRFB/${IUV}`,
  `${" x".repeat(300)}/RFB/${IUV}`,
])("nothing is recognized in %j", (testo) => {
  expect(parseCausale(testo)).toBeUndefined();
});

it("takes an RF reference by its groups of four although the next number agrees with its check digits too", () => {
  const codice = "RF9881D3GH7012";
  const intruso = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0")).find((n) => isRiferimentoRf(codice + n));
  expect(isRiferimentoRf(codice) && intruso !== undefined).toBe(true);
  expect(parseCausale(`RFS ${codice.replace(/.{4}(?=.)/g, "$& ")} ${intruso} EUR`)).toEqual({ tipo: "singolo", iuv: codice });
});

it("offers the other readings of a text that a blank makes ambiguous", () => {
  expect(candidatiFlusso(`/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069-0001 12 ABC`)).toEqual([
    "2026-03-17ABI03069-000112",
    "2026-03-17ABI03069-0001",
    "2026-03-17ABI03069-000112ABC",
  ]);
});

describe("writing", () => {
  it("follows the three forms", () => {
    expect(buildCausaleVersamento(IUV, 1000n)).toBe(`/RFB/${IUV}/10.00`);
    expect(buildCausaleVersamento(RF, 5n, " TARI \n 2026 ")).toBe("/RFS/RF18 5390 0754 7034/0.05/TXT/TARI 2026");
    expect(buildCausaleRiversamento(ID)).toBe(`/PUR/LGPE-RIVERSAMENTO/URI/${ID}`);
    expect(buildCausaleRiversamento(ID, 2)).toBe(`/PUR/LGPE-RIVERSAMENTO/TXT/2/URI/${ID}`);
  });

  it("cuts the text to the 140 characters of a transfer", () => {
    expect(buildCausaleVersamento(IUV, 1000n, "x".repeat(500))).toHaveLength(140);
  });
});

const cifre = (minimo: number, massimo: number) => fc.stringMatching(new RegExp(`^\\d{${minimo},${massimo}}$`));
const giorno = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const idFlusso = fc
  .tuple(giorno, fc.constantFrom("ABI03069", "UNCRITMM", "BPPIITRRXXX", "AGID_01", "PPAYITR1XXX"), cifre(1, 12))
  .map(([data, psp, numero]) => `${data}${psp}-${numero}`);
const iuv = fc
  .tuple(cifre(2, 2), cifre(13, 13))
  .map(([segregationCode, riferimento]) => buildNumeroAvviso({ auxDigit: 3, segregationCode, riferimento }).iuv);
const riferimentoRf = fc
  .stringMatching(/^[A-Z0-9]{5,21}$/)
  .map((corpo) => `RF${String(98 - mod97(`${corpo}RF00`)).padStart(2, "0")}${corpo}`);

const mangiature = fc.record({
  separatore: fc.constantFrom("/", ".", " ", ":"),
  maiuscole: fc.boolean(),
  prima: fc.constantFrom("", "ACCREDITI VARI ", "RI1", ":RI3:", "URI NOT PROVIDED "),
  dopo: fc.constantFrom("", " ORD BANCA", " :SEC:CASH", " IMPORTO 10,00"),
  spazio: fc.nat({ max: 34 }),
});

const mangle = (testo: string, m: { separatore: string; maiuscole: boolean; prima: string; dopo: string }) => {
  const separato = testo.replaceAll("/", m.separatore);
  return m.prima + (m.maiuscole ? separato.toUpperCase() : separato) + m.dopo;
};
const insertSpazio = (testo: string, posizione: number) =>
  `${testo.slice(0, posizione % testo.length)} ${testo.slice(posizione % testo.length)}`;

describe("what was written is found again after a bank had it", () => {
  it("for a flow, with a blank anywhere in the id", () => {
    fc.assert(
      fc.property(idFlusso, fc.option(fc.nat({ max: 9 }), { nil: undefined }), mangiature, (id, integrazione, m) => {
        const letto = parseCausale(mangle(buildCausaleRiversamento(insertSpazio(id, m.spazio), integrazione), m));
        expect(letto?.tipo === "cumulativo" && normalizeIdFlusso(letto.idFlusso)).toBe(normalizeIdFlusso(id));
      }),
      { numRuns: 1000 },
    );
  });

  it("for a notice, with a blank anywhere in the IUV", () => {
    fc.assert(
      fc.property(iuv, fc.bigInt({ min: 1n, max: 99_999_999_999n }), mangiature, (codice, importo, m) => {
        expect(parseCausale(mangle(buildCausaleVersamento(codice, importo, "TARI 2026"), m))).toEqual({ tipo: "singolo", iuv: codice });
        const conSpazio = buildCausaleVersamento(insertSpazio(codice, m.spazio), importo);
        expect(parseCausale(m.prima + conSpazio)).toEqual({ tipo: "singolo", iuv: codice });
      }),
      { numRuns: 1000 },
    );
  });

  it("for an RF reference, in groups of four or wrapped", () => {
    fc.assert(
      fc.property(riferimentoRf, mangiature, (codice, m) => {
        const causale = buildCausaleVersamento(codice, 1000n).replaceAll("/", m.separatore === " " ? "/" : m.separatore);
        expect(parseCausale(m.prima + causale)).toEqual({ tipo: "singolo", iuv: codice });
      }),
      { numRuns: 1000 },
    );
  });
});

it("never throws, never answers more than the protocol's lengths, and ends on hostile text", async () => {
  const pezzi = fc.array(
    fc.constantFrom("LGPE-RIVERSAMENTO", "L G P E", "URI", "/", " ", "RFS", "RFB", "2026-03-17", "-", "9", "A", ".", "\n"),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 1000 }),
        pezzi.map((p) => p.join("")),
      ),
      (testo) => {
        const letto = parseCausale(testo);
        const codice = letto?.tipo === "cumulativo" ? letto.idFlusso : (letto?.iuv ?? "");
        expect(codice).toMatch(/^[\w-]{0,35}$/);
      },
    ),
  );
  for (const nocivo of ["L ", "URI ", "RFB/1 ", "LGPE-RIVERSAMENTO URI ", "9 ", "RFS/RF "])
    await ends(() => parseCausale(nocivo.repeat(100_000)));
});
