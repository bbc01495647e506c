/** What the legacy family has no words for is refused with its reason; what follows from a state, and the notice behind an IUV. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pendenza } from "../../../tests/api/pagopa/debito.ts";
import { creditori } from "../../../tests/sostegno/storico.ts";
import type { Trasferimento } from "../pagamenti/trasferimenti.ts";
import { numeroAvvisoToIuv } from "../valori/numero-avviso.ts";
import { avvisoDiIuv } from "./avviso-di-iuv.ts";
import { type DatiRpt, rptDi } from "./rpt.ts";
import { isAperta, isRiusabile, isStatoRpt, observeStato, STATI_RPT, type StatoRpt } from "./stati-rpt.ts";

const ENTE = "01234567897";
const conto = { tipo: "conto", iban: "IT60X0542811101000000123456" } as const;
const bollo = {
  tipo: "bollo",
  marca: { hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=", tipoBollo: "01", provinciaResidenza: "RM" },
} as const;
const riga = (altro: Partial<Trasferimento> = {}): Trasferimento => ({
  ...{
    indice: 1,
    importo: 1250n,
    idDominio: ENTE,
    ragioneSociale: "x",
    causale: "c",
    categoria: "9/0101002IM/",
    metadata: [],
    accredito: conto,
  },
  ...altro,
});
const [creditore] = fc.sample(creditori, { numRuns: 1, seed: 3 });
const chiedi = (righe: readonly Trasferimento[], altro: Partial<DatiRpt> = {}) => {
  if (!creditore) throw new Error("nessun creditore");
  return rptDi(pendenza({ idDominio: ENTE }), creditore, {
    ...{ trasferimenti: righe, idStazione: "s", ccp: "c", idMessaggio: "m", adesso: "2026-07-01T22:30:00.000Z", tipoVersamento: "BBT" },
    ...altro,
  });
};

describe("rptDi", () => {
  it.each<[string, readonly Trasferimento[], Partial<DatiRpt>, RegExp]>([
    ["no rows", [], {}, /da 1 a 5/],
    ["six rows", Array.from({ length: 6 }, (_, i) => riga({ indice: i + 1 })), {}, /da 1 a 5/],
    ["another beneficiary", [riga({ idDominio: "91001750081" })], {}, /altro ente beneficiario/],
    ["two rows at a PSP", [riga(), riga({ indice: 2 })], { tipoVersamento: "PO" }, /una sola voce/],
    ["a stamp at a PSP", [riga({ accredito: bollo })], { tipoVersamento: "PO" }, /marca da bollo/],
    ["a direct debit without an account", [riga()], { tipoVersamento: "AD" }, /conto di addebito/],
    ["a category too short", [riga({ categoria: "9/ab" })], {}, /categoria 9\/ab/],
    ["a category of another kind", [riga({ categoria: "5/0101002IM" })], {}, /categoria/],
    ["a digest too long", [riga({ accredito: { ...bollo, marca: { ...bollo.marca, hashDocumento: "A".repeat(72) } } })], {}, /impronta/],
  ])("refuses %s", (_caso, righe, dati, motivo) => {
    expect(chiedi(righe, dati)).toMatchObject({ ok: false, errore: { descrizione: expect.stringMatching(motivo) } });
  });

  it("is dated on the Italian day, and says OTHER for the digits of Request-to-Pay", () => {
    const rpt = chiedi([riga({ categoria: "6/0101002 IM/" }), riga({ indice: 2, accredito: bollo, importo: 1600n })]);
    expect(rpt).toMatchObject({
      ok: true,
      valore: {
        datiVersamento: {
          ...{ dataEsecuzionePagamento: "2026-07-02", importoTotaleDaVersare: 2850n, firmaRicevuta: "0" },
          datiSingoloVersamento: [{ datiSpecificiRiscossione: "9/0101002IM/" }, { datiMarcaBolloDigitale: { tipoBollo: "01" } }],
        },
      },
    });
  });
});

describe("the states that the Node tells", () => {
  // The table of pagopa.md 1.3: may the IUV be used again?
  it.each<[StatoRpt, boolean, boolean]>([
    ["RPT_RICEVUTA_NODO", true, false],
    ["RPT_RIFIUTATA_NODO", false, true],
    ["RPT_ACCETTATA_NODO", true, false],
    ["RPT_RIFIUTATA_PSP", true, false],
    ["RPT_ERRORE_INVIO_A_PSP", false, true],
    ["RPT_INVIATA_A_PSP", true, false],
    ["RPT_ACCETTATA_PSP", true, false],
    ["RPT_DECORSI_TERMINI", false, true],
    ["RT_RICEVUTA_NODO", true, false],
    ["RT_RIFIUTATA_NODO", true, false],
    ["RT_ACCETTATA_NODO", true, false],
    ["RT_RIFIUTATA_PA", true, false],
    ["RT_ESITO_SCONOSCIUTO_PA", true, false],
    ["RT_ERRORE_INVIO_A_PA", true, false],
    ["RT_ACCETTATA_PA", false, false],
  ])("%s: open %s, IUV again %s", (stato, aperta, riusabile) => {
    expect([isAperta(stato), isRiusabile(stato)]).toEqual([aperta, riusabile]);
  });

  it.each([
    ["0", false],
    ["1", true],
    ["2", false],
    ["3", true],
    ["4", false],
  ])("a receipt with outcome %s lets the IUV be used again: %s", (esito, atteso) => {
    expect(isRiusabile("RT_ACCETTATA_PA", esito)).toBe(atteso);
  });

  it("never make us forget a receipt, nor believe in one that we do not hold", () => {
    for (const stato of Object.keys(STATI_RPT).filter(isStatoRpt)) {
      expect(observeStato("RT_ACCETTATA_PA", stato)).toBe("RT_ACCETTATA_PA");
      expect(observeStato("RPT_INVIATA_A_PSP", stato)).toBe(stato === "RT_ACCETTATA_PA" ? "RPT_INVIATA_A_PSP" : stato);
    }
    expect([isStatoRpt("toString"), isAperta("RPT_SCADUTA")]).toEqual([false, false]);
  });
});

describe("the notice behind an IUV", () => {
  it.each([
    ["01000000000000123", { auxDigit: 3 as const }, "301000000000000123"],
    ["01000000000000123", { auxDigit: 1 as const }, "101000000000000123"],
    ["123456789012345", { auxDigit: 0 as const, stazione: "80008000801_07" }, "007123456789012345"],
    ["123456789012345", { auxDigit: 0 as const }, undefined],
    ["123456789012345", { auxDigit: 3 as const }, undefined],
    ["01000000000000123", {}, undefined],
    ["RF23567483937849450550875", { auxDigit: 3 as const }, undefined],
  ])("%s of %o is %s", (iuv, dominio, atteso) => {
    expect(avvisoDiIuv(iuv, dominio)).toBe(atteso);
    if (atteso !== undefined) expect(numeroAvvisoToIuv(atteso)).toBe(iuv);
  });
});
