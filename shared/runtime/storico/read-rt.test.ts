/** The reader of RTs agrees with the official schema on what is an RT, message by message, mutation by mutation. */
import { describe, expect, it } from "vitest";
import { hasSchemiStorici, openOracoloPagamenti } from "../../../tests/api/pagopa/oracle-storico.ts";
import { type RtDiProva, scriviRt } from "../../../tests/sostegno/storico.ts";
import { readRt } from "./read-rt.ts";

const BASE = scriviRt({ righe: [{ importo: 1250n, iur: "IUR-1", commissioni: 150n, bollo: "bWFyY2E=", esito: "OK" }] });
const muta = (da: string | RegExp, a: string): string => {
  const mutata = BASE.replace(da, a);
  if (mutata === BASE) throw new Error(`la mutazione ${String(da)} non tocca nulla`);
  return mutata;
};
const testo = (n: number): string => "è".repeat(n);

const VALIDE: readonly [string, string][] = [
  ["as a PSP writes it", BASE],
  ["with the default namespace", scriviRt({ prefisso: "" })],
  ["with any prefix", scriviRt({ prefisso: "x1" })],
  ["without rows", scriviRt({ esito: "1", righe: [], totale: 0n })],
  ["with five rows", scriviRt({ righe: Array.from({ length: 5 }, () => ({ importo: 1n, iur: "I" })) })],
  ["with a date that has an offset", muta(/2026-03-10</, "2026-03-10+02:00<")],
  ["with an instant that has an offset", muta("T10:15:30", "T10:15:30.123+01:00")],
  ["with a name of 70 characters", muta("Banca di Prova", testo(70))],
  ["with a bank code", muta(/(Attestante><pay_i:tipoIdentificativoUnivoco>)G/, "$1A")],
  [
    "with CDATA, comments and white space",
    muta("<pay_i:dominio>", "\n <!-- x --> <pay_i:dominio>").replace("Mario Rossi", "<![CDATA[Mario & Rossi]]>"),
  ],
  ["with a zero fee", muta("1.50", "0.00")],
];
const NON_VALIDE: readonly [string, string][] = [
  ["another root", BASE.replaceAll("pay_i:RT", "pay_i:RPT")],
  ["another namespace", BASE.replace("2011/Pagamenti", "2012/Pagamenti")],
  ["an unqualified element", BASE.replaceAll("pay_i:versioneOggetto", "versioneOggetto")],
  ["outcome 5", muta("codiceEsitoPagamento>0", "codiceEsitoPagamento>5")],
  ["six rows", scriviRt({ righe: Array.from({ length: 6 }, () => ({ importo: 1n, iur: "I" })) })],
  ["an amount with a comma", muta("12.50", "12,50")],
  ["an amount with one decimal", muta("12.50", "12.5")],
  ["an amount too large", muta("12.50", "1000000000.00")],
  ["a negative amount", muta("12.50", "-12.50")],
  ["an empty optional element", muta("IUR-1", "")],
  ["a text too long", muta("Banca di Prova", testo(71))],
  ["a date that does not exist", muta(/2026-03-10</, "2026-02-30<")],
  ["a context with a small letter", BASE.replaceAll("CodiceContesto", "codiceContesto")],
  ["an attachment of another kind", muta(">BD<", ">XX<")],
  ["an attachment that is not base64", muta("bWFyY2E=", "b%")],
  ["accounting data without its digit", muta("9/0101002IM/", "0101002IM/")],
  [
    "elements out of order",
    muta(
      /(<pay_i:codiceEsitoPagamento>.*?<\/pay_i:codiceEsitoPagamento>)(<pay_i:importoTotalePagato>.*?<\/pay_i:importoTotalePagato>)/,
      "$2$1",
    ),
  ],
  ["a repeated element", muta(/(<pay_i:versioneOggetto>.*?<\/pay_i:versioneOggetto>)/, "$1$1")],
  ["an element more", muta("</pay_i:RT>", "<pay_i:altro>x</pay_i:altro></pay_i:RT>")],
  ["an element less", muta(/<pay_i:riferimentoDataRichiesta>.*?<\/pay_i:riferimentoDataRichiesta>/, "")],
  ["text between elements", muta("<pay_i:dominio>", "testo<pay_i:dominio>")],
  ["an unknown attribute", muta("<pay_i:dominio>", '<pay_i:dominio x="1">')],
  ["a row before its place", muta(/(<pay_i:codiceEsitoPagamento>)/, "<pay_i:datiSingoloPagamento/>$1")],
  [
    "a fee of the creditor of zero",
    muta(
      "</pay_i:commissioniApplicatePSP>",
      "</pay_i:commissioniApplicatePSP><pay_i:commissioniApplicatePA>0.00</pay_i:commissioniApplicatePA>",
    ),
  ],
];

describe("readRt", () => {
  it.each(VALIDE)("reads an RT %s", (_caso, xml) => {
    expect(readRt(xml)).toMatchObject({ ok: true });
  });

  it.each(NON_VALIDE)("refuses an RT with %s, saying where", (_caso, xml) => {
    expect(readRt(xml)).toMatchObject({ ok: false, errore: expect.stringMatching(/RT|radice|namespace/) });
  });

  if (hasSchemiStorici) {
    it("agrees with the official schema on all of them", () => {
      const oracolo = openOracoloPagamenti();
      for (const [caso, xml] of VALIDE) expect([caso, oracolo(xml)]).toEqual([caso, undefined]);
      for (const [caso, xml] of NON_VALIDE) expect([caso, oracolo(xml) === undefined]).toEqual([caso, false]);
    });
  }

  it("reads amounts in cents, instants in UTC and days as they are", () => {
    const rt: RtDiProva = { righe: [{ importo: 99_999_999_999n, iur: "I" }], data: "2026-07-01" };
    expect(readRt(scriviRt(rt))).toMatchObject({
      ok: true,
      valore: {
        dataOraMessaggioRicevuta: "2026-07-01T08:15:30.000Z",
        soggettoPagatore: { anagraficaPagatore: "Mario Rossi", "e-mailPagatore": "mario.rossi@example.it" },
        datiPagamento: {
          importoTotalePagato: 99_999_999_999n,
          datiSingoloPagamento: [{ singoloImportoPagato: 99_999_999_999n, dataEsitoSingoloPagamento: "2026-07-01" }],
        },
      },
    });
  });

  it("takes the PSP of an older schema, with 35 characters, and an RT that was signed inside", () => {
    expect(readRt(muta("AGID_01", "P".repeat(35))).ok).toBe(true);
    const firma = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>';
    expect(readRt(muta("</pay_i:RT>", `${firma}</pay_i:RT>`)).ok).toBe(true);
  });

  it.each([
    ["a DOCTYPE", BASE.replace("?>", '?><!DOCTYPE RT [<!ENTITY x "y">]>')],
    ["10,000 levels", BASE.replace("Mario Rossi", "<a>".repeat(10_000))],
    ["nothing", ""],
    ["a cut text", BASE.slice(0, 700)],
  ])("refuses %s", (_caso, xml) => {
    expect(readRt(xml).ok).toBe(false);
  });
});
