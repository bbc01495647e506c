import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { applyCosto, fineRiduzione, giornoNotifica, withPrezzo } from "./costo-notifica.ts";
import { mergeNotifica } from "./notifica-send.ts";
import type { Pendenza, Voce } from "./pendenza.ts";

const IUN = "AAAA-BBBB-CCCC-202611-D-1";
const ORA = "2026-11-25T09:00:00.000Z";
const [VOCE] = buildPendenza().voci;
const notificata = (altro: Partial<Pendenza> = {}): Pendenza => buildPendenza({ notificaSend: { aggiungiCosto: true }, ...altro });
const somma = ({ voci }: Pendenza): bigint => voci.reduce((totale, { importo }) => totale + importo, 0n);

describe("a notification through SEND", () => {
  it("whatever is read and however often, the amount is what the creditor asked and the last cost, and the items add up to it", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 5_000n), { minLength: 1, maxLength: 6 }), (costi) => {
        let pendenza = notificata();
        for (const totale of costi) pendenza = applyCosto(withPrezzo(pendenza, { iun: IUN, totale }, ORA) ?? pendenza);
        const base = buildPendenza();
        expect([pendenza.importo, somma(pendenza)]).toEqual([base.importo + (costi.at(-1) ?? 0n), somma(base) + (costi.at(-1) ?? 0n)]);
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, Partial<Pendenza>]>([
    ["paid", { stato: "ESEGUITA" }],
    ["paid in part", { importoPagato: 1n }],
    [
      "of stamps only",
      {
        voci: VOCE ? [{ ...VOCE, destinazione: { variante: "bollo", tipoBollo: "01", hashDocumento: "x", provinciaResidenza: "RM" } }] : [],
      },
    ],
    ["all of another beneficiary", { voci: VOCE ? [{ ...VOCE, idDominio: "99999999999" } satisfies Voce] : [] }],
    ["too large to hold it", { importo: 99_999_999_999n }],
  ])("of a debt %s leaves the amount as it is", (_nome, altro) => {
    const pendenza = notificata(altro);
    expect(withPrezzo(pendenza, { iun: IUN, totale: 500n }, ORA)?.importo).toBe(pendenza.importo);
  });

  it("keeps what was read when the debt is loaded again, unless it is of another notification", () => {
    const prima = { aggiungiCosto: true, costoApplicato: 5n, prezzo: { iun: IUN, totale: 5n, lettoIl: ORA } } as const;
    expect(mergeNotifica(prima, { aggiungiCosto: true })).toEqual({ aggiungiCosto: true, prezzo: prima.prezzo });
    expect(mergeNotifica(prima, { iun: "ALTRA" })).toEqual({ iun: "ALTRA" });
    expect(mergeNotifica(prima, undefined)).toBeUndefined();
  });

  it.each<[string | undefined, string | undefined, string | undefined, string | undefined]>([
    ["2026-11-20T23:30:00.000Z", "2026-11-24T10:00:00.000Z", "2026-11-21", "2026-11-26"],
    [undefined, "2026-11-24T10:00:00.000Z", "2026-11-24", "2026-11-29"],
    [undefined, undefined, undefined, undefined],
  ])("seen at %s and perfected at %s is of %s, and its reduced instalment holds until %s", (vista, perfezionata, giorno, fine) => {
    const date = { ...(vista && { dataVisualizzazione: vista }), ...(perfezionata && { dataPerfezionamento: perfezionata }) };
    const documento = { identificativo: "D", descrizione: "Multa", soglia: { tipo: "RIDOTTO", giorni: 5 } } as const;
    const pendenza = notificata({ documento, notificaSend: { prezzo: { iun: IUN, totale: 0n, lettoIl: ORA, ...date } } });
    expect([giornoNotifica(pendenza), fineRiduzione(pendenza)]).toEqual([giorno, fine]);
  });
});
