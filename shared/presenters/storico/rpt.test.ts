/** Whatever texts debt and registry hold, the RPT is valid for the official schema, sums up, and is the same once stored and written again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pendenza } from "../../../tests/api/pagopa/debito.ts";
import { hasSchemiStorici, openOracoloPagamenti } from "../../../tests/api/pagopa/oracle-storico.ts";
import { creditori, soggetti, trasferimenti } from "../../../tests/sostegno/storico.ts";
import { toJsonNodo } from "../../domain/pagamenti/json-nodo.ts";
import { type Rpt, rptDi, rptFromJson } from "../../domain/storico/rpt.ts";
import { parseXml } from "../../runtime/soap/xml-tree.ts";
import { presentRpt } from "./rpt.ts";

const ADESSO = "2026-03-10T22:59:59.999Z";

const rptArbitrarie = fc
  .record({
    creditore: creditori,
    debitore: soggetti,
    versante: fc.option(soggetti, { nil: undefined }),
    righe: trasferimenti,
    conUnita: fc.boolean(),
    ibanAddebito: fc.option(fc.constant("IT60X0542811101000000123456"), { nil: undefined }),
  })
  .map(({ creditore, debitore, versante, righe, conUnita, ibanAddebito }): Rpt => {
    const debito = pendenza({ idDominio: creditore.dominio.idDominio, debitore, ...(conUnita && { idUnitaOperativa: "UFF-1" }) });
    const rpt = rptDi(debito, creditore, {
      ...{ trasferimenti: righe, idStazione: "80008000801_01", ccp: "c110729d258c4ab1b765fe902aae41d6", idMessaggio: "m".repeat(32) },
      ...{ adesso: ADESSO, tipoVersamento: "BBT" },
      ...(versante && { versante }),
      ...(ibanAddebito !== undefined && { ibanAddebito, bicAddebito: "BCITITMM" }),
    });
    if (!rpt.ok) throw new Error(rpt.errore.descrizione);
    return rpt.valore;
  });

describe("RPT 6.2", () => {
  it("is well-formed, with no empty element, whatever the texts", () => {
    fc.assert(
      fc.property(rptArbitrarie, (rpt) => {
        const xml = presentRpt(rpt);
        expect(parseXml(xml).ok).toBe(true);
        expect(xml).not.toMatch(/<([\w-]+)><\/\1>|<[\w-]+\/>/);
      }),
    );
  });

  it("is the same once stored as JSON and written again", () => {
    fc.assert(
      fc.property(rptArbitrarie, (rpt) => {
        const json: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(toJsonNodo(rpt)));
        expect(presentRpt(rptFromJson(json))).toBe(presentRpt(rpt));
      }),
    );
  });

  it("says the sum of its rows, the wall clock of Rome and no Request-to-Pay digit", () => {
    fc.assert(
      fc.property(rptArbitrarie, (rpt) => {
        const { importoTotaleDaVersare, datiSingoloVersamento } = rpt.datiVersamento;
        expect(datiSingoloVersamento.reduce((somma, riga) => somma + riga.importoSingoloVersamento, 0n)).toBe(importoTotaleDaVersare);
        expect(presentRpt(rpt)).toContain("<dataOraMessaggioRichiesta>2026-03-10T23:59:59</dataOraMessaggioRichiesta>");
        expect(datiSingoloVersamento.every((riga) => /^[0129]\//.test(riga.datiSpecificiRiscossione))).toBe(true);
        // A stamp row has no account, every other row has one.
        expect(datiSingoloVersamento.every((r) => (r.ibanAccredito === undefined) !== (r.datiMarcaBolloDigitale === undefined))).toBe(true);
      }),
    );
  });

  if (hasSchemiStorici) {
    it("is valid for the official schema, minimal and maximal", () => {
      const oracolo = openOracoloPagamenti();
      fc.assert(
        fc.property(rptArbitrarie, (rpt) => {
          expect(oracolo(presentRpt(rpt))).toBeUndefined();
        }),
        { numRuns: 150 },
      );
    });
  }

  it.each([
    ["no rows", (rpt: Rpt): Rpt => ({ ...rpt, datiVersamento: { ...rpt.datiVersamento, datiSingoloVersamento: [] } })],
    ["a total that is not the sum", (rpt: Rpt): Rpt => ({ ...rpt, datiVersamento: { ...rpt.datiVersamento, importoTotaleDaVersare: 7n } })],
  ])("is not written with %s", (_caso, rompi) => {
    const [rpt] = fc.sample(rptArbitrarie, { numRuns: 1, seed: 7 });
    expect(() => presentRpt(rompi(rpt ?? ({} as Rpt)))).toThrow(RangeError);
  });
});
