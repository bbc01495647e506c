/** Every rule on an RT holds for what a correct PSP writes, whatever the outcome, and each breaks alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pendenza } from "../../../tests/api/pagopa/debito.ts";
import { creditori, type RtDiProva, righeDi, scriviRt, trasferimenti } from "../../../tests/sostegno/storico.ts";
import { readRt } from "../../runtime/storico/read-rt.ts";
import { findIncoerenzeRt } from "./regole-rt.ts";
import { isPagata, isParziale, toRichiestaRicevuta } from "./ricevuta-storica.ts";
import { type Rpt, rptDi } from "./rpt.ts";
import type { Rt } from "./rt.ts";

const leggi = (rt: RtDiProva): Rt => {
  const letta = readRt(scriviRt(rt));
  if (!letta.ok) throw new Error(letta.errore);
  return letta.valore;
};
const codici = (rt: Rt, rpt?: Rpt): readonly string[] => findIncoerenzeRt(rt, rpt, "2026-03-10T10:00:00.000Z").map(({ codice }) => codice);

/** Rows that a PSP can repeat in an RT as they are: texts within the schema. */
const rptScritte = fc.record({ creditore: creditori, righe: trasferimenti }).map(({ creditore, righe }): Rpt => {
  const pulite = righe.map((riga, i) => ({ ...riga, causale: `/RFB/01000000000000123/${i}` }));
  const dati = { idStazione: "s", ccp: "CCP-1", idMessaggio: "RPT-1", adesso: "2026-03-10T10:00:00.000Z", tipoVersamento: "BBT" } as const;
  const rpt = rptDi(pendenza({ idDominio: creditore.dominio.idDominio }), creditore, { ...dati, trasferimenti: pulite });
  if (!rpt.ok) throw new Error(rpt.errore.descrizione);
  return rpt.valore;
});
const conBollo = (rpt: Rpt, pagate?: (i: number) => boolean): RtDiProva["righe"] =>
  righeDi(rpt, pagate).map((riga, i) => {
    const chiesto = rpt.datiVersamento.datiSingoloVersamento[i]?.datiMarcaBolloDigitale !== undefined;
    return chiesto && riga.importo > 0n ? { ...riga, bollo: "bWFyY2E=" } : riga;
  });

describe("an RT that a correct PSP writes", () => {
  it("breaks no rule when everything was paid (0)", () => {
    fc.assert(
      fc.property(rptScritte, (rpt) => {
        const rt = leggi({ righe: conBollo(rpt) ?? [] });
        expect(codici(rt, rpt)).toEqual([]);
        expect(isPagata(rt)).toBe(true);
        expect(rt.datiPagamento.importoTotalePagato).toBe(rpt.datiVersamento.importoTotaleDaVersare);
      }),
    );
  });

  it.each(["1", "3"])("breaks no rule when nothing was paid (%s), with rows or without", (esito) => {
    fc.assert(
      fc.property(rptScritte, fc.boolean(), (rpt, conRighe) => {
        const rt = leggi({ esito, righe: conRighe ? righeDi(rpt, () => false) : [] });
        expect(codici(rt, rpt)).toEqual([]);
        expect(isPagata(rt)).toBe(false);
      }),
    );
  });

  it.each(["2", "4"])("breaks no rule when it was paid in part (%s)", (esito) => {
    fc.assert(
      fc.property(
        rptScritte.filter((rpt) => rpt.datiVersamento.datiSingoloVersamento.length > 1),
        (rpt) => {
          const rt = leggi({ esito, righe: conBollo(rpt, (i) => i > 0) ?? [] });
          expect(codici(rt, rpt)).toEqual([]);
          expect([isPagata(rt), isParziale(rt)]).toEqual([true, true]);
          // Only what was paid becomes money, each row with its own IUR and position.
          const { receipt } = toRichiestaRicevuta({ ...INTESTAZIONE }, rt);
          const righe = rpt.datiVersamento.datiSingoloVersamento.slice(1);
          expect(receipt.transferList.map(({ transferAmount, iur, posizione }) => ({ transferAmount, iur, posizione }))).toEqual(
            righe.map((riga, i) => ({ transferAmount: riga.importoSingoloVersamento, iur: `IUR-${i + 2}`, posizione: i + 2 })),
          );
        },
      ),
    );
  });
});

const INTESTAZIONE = {
  ...{ identificativoIntermediarioPA: "b", identificativoStazioneIntermediarioPA: "s", identificativoDominio: "01234567897" },
  ...{ identificativoUnivocoVersamento: "01000000000000123", codiceContestoPagamento: "CCP-1" },
};
const PAGATA = { importo: 1000n, iur: "IUR" };
const NON_PAGATA = { importo: 0n, iur: "n/a", esito: "NON ESEGUITO" };

describe("a rule broken alone is named", () => {
  it.each<[string, RtDiProva]>([
    ["RT_TOTALE_DIVERSO", { righe: [PAGATA], totale: 999n }],
    ["RT_SENZA_RIGHE", { righe: [], totale: 1000n }],
    ["RT_IMPORTO_NON_DOVUTO", { esito: "1", righe: [PAGATA] }],
    ["RT_IMPORTO_NON_DOVUTO", { esito: "3", righe: [], totale: 1n }],
    ["RT_RIGA_NON_PAGATA", { righe: [PAGATA, NON_PAGATA] }],
    ["RT_NON_PARZIALE", { esito: "2", righe: [PAGATA, PAGATA] }],
    ["RT_NON_PARZIALE", { esito: "4", righe: [NON_PAGATA] }],
    ["RT_RIGA_SENZA_ESITO", { esito: "2", righe: [PAGATA, { importo: 0n, iur: "n/a" }] }],
    ["RT_RIGA_SENZA_ESITO", { esito: "4", righe: [PAGATA, { ...NON_PAGATA, iur: "IUR-2" }] }],
    ["RT_RIGA_SENZA_IUR", { righe: [{ importo: 1000n, iur: "n/a" }] }],
  ])("%s", (codice, rt) => {
    expect(codici(leggi(rt))).toEqual([codice]);
  });

  const [rpt] = fc.sample(
    rptScritte.filter(
      ({ datiVersamento: { datiSingoloVersamento: righe } }) => righe.length === 2 && righe[0]?.datiMarcaBolloDigitale !== undefined,
    ),
    { numRuns: 1, seed: 11 },
  );
  if (!rpt) throw new Error("nessuna RPT con una marca");
  const righe = conBollo(rpt) ?? [];
  const senzaBollo = righe.map(({ bollo: _, ...riga }) => riga);
  it.each<[string, RtDiProva]>([
    ["RT_IMPORTO_DIVERSO", { righe: righe.map((riga, i) => (i === 1 ? { ...riga, importo: riga.importo + 1n } : riga)) }],
    ["RT_CAUSALE_DIVERSA", { righe: righe.map((riga, i) => (i === 1 ? { ...riga, causale: "altra" } : riga)) }],
    ["RT_DATI_SPECIFICI_DIVERSI", { righe: righe.map((riga, i) => (i === 1 ? { ...riga, datiSpecifici: "9/altri" } : riga)) }],
    ["RT_SENZA_BOLLO", { righe: righe.map((riga, i) => (i === 0 ? (senzaBollo[0] ?? riga) : riga)) }],
    ["RT_RIGHE_DIVERSE", { righe: righe.slice(0, 1) }],
    ["RT_RIFERIMENTO_DIVERSO", { righe, riferimento: "altra-rpt" }],
  ])("%s, against the RPT", (codice, rt) => {
    expect(codici(leggi(rt), rpt)).toEqual([codice]);
  });

  it("rows in another order are told", () => {
    expect(codici(leggi({ righe: righe.toReversed() }), rpt)).toContain("RT_CAUSALE_DIVERSA");
  });
});
