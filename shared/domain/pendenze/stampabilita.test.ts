import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { Documento, Pendenza } from "./pendenza.ts";
import { checkStampabile, sortPerStampa } from "./stampabilita.ts";

const OGGI = "2026-11-25";
const [VOCE] = buildPendenza().voci;
const bollo = { variante: "bollo", tipoBollo: "01", hashDocumento: "AAAA", provinciaResidenza: "TO" } as const;

describe("quali pendenze hanno un avviso stampato", () => {
  it.each<[string, Partial<Pendenza>]>([
    ["da pagare", {}],
    ["che scade oggi", { dataScadenza: OGGI }],
    ["con la validità trascorsa, che si attualizza alla verifica", { dataValidita: "2026-01-01" }],
  ])("quella %s", (_nome, altro) => {
    expect(checkStampabile(buildPendenza(altro), OGGI)).toEqual({ ok: true, valore: undefined });
  });

  it.each<[string, Partial<Pendenza>, string, string]>([
    ["pagata", { stato: "ESEGUITA", dataPagamento: "2026-11-20T23:30:00.000Z" }, "PAG_006", "già pagata il 21/11/2026"],
    ["riconciliata", { stato: "INCASSATA" }, "PAG_006", "già pagata"],
    ["pagata in parte", { stato: "ESEGUITA_PARZIALE" }, "PAG_006", "già pagata in parte"],
    ["annullata", { stato: "ANNULLATA" }, "PAG_006", "annullata"],
    ["anomala", { stato: "ANOMALA" }, "PAG_006", "anomalie"],
    ["scaduta", { dataScadenza: "2026-11-24" }, "PAG_007", "scaduta il 24/11/2026"],
    ["di importo zero", { importo: 0n }, "PAG_006", "non ha un importo da pagare"],
    ["di soli bolli", { voci: VOCE ? [{ ...VOCE, destinazione: bollo }] : [] }, "NON_TROVATO", "soli bolli"],
  ])("non quella %s, e dice perché", (_nome, altro, codice, motivo) => {
    const esito = checkStampabile(buildPendenza(altro), OGGI);
    expect(esito).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.stringContaining(motivo) } });
    expect(esito).toMatchObject({ errore: { dettaglio: expect.stringContaining("301000000000000133") } });
  });
});

describe("l'ordine degli avvisi di un documento", () => {
  const con = (n: number, altro: Partial<Documento>): Pendenza =>
    buildPendenza({
      numeroAvviso: `30100000000000${String(n).padStart(4, "0")}`,
      documento: { identificativo: "D", descrizione: "D", ...altro },
    });
  const ORDINATE = [
    con(7, {}),
    con(6, { rata: 1 }),
    con(5, { rata: 2 }),
    con(4, { rata: 10 }),
    con(9, { soglia: { tipo: "SCONTATO" } }),
    con(3, { soglia: { tipo: "RIDOTTO" } }),
    con(2, { soglia: { tipo: "ENTRO", giorni: 5 } }),
    con(1, { soglia: { tipo: "ENTRO", giorni: 30 } }),
    con(0, { soglia: { tipo: "OLTRE", giorni: 30 } }),
  ];

  it("è soluzione unica, rate, soglie dalla più vicina, comunque arrivino", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ORDINATE, { minLength: ORDINATE.length }), (mischiate) => {
        expect(sortPerStampa(mischiate)).toEqual(ORDINATE);
      }),
    );
  });

  it("a parità segue il numero avviso", () => {
    expect(sortPerStampa([con(2, { rata: 1 }), con(1, { rata: 1 })]).map((p) => p.numeroAvviso.slice(-1))).toEqual(["1", "2"]);
  });
});
