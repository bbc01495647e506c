import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { ko, ok } from "../esito.ts";
import type { Documento, Pendenza } from "../pendenze/pendenza.ts";
import { sumImporti } from "../valori/importo.ts";
import { type AvvisoOfferto, buildOpzioni, isPagabile } from "./opzioni-pagamento.ts";
import type { Trasferimento } from "./trasferimenti.ts";

const OGGI = "2026-11-25";
const IERI = "2026-11-24";
const DOMANI = "2026-11-26";

const transfer = (ibanPostale?: string): Trasferimento => ({
  ...{ indice: 1, importo: 10_050n, idDominio: "01234567897", ragioneSociale: "Comune", causale: "c", categoria: "9/x", metadata: [] },
  accredito: { tipo: "conto", iban: "IT60X0542811101000000123456" },
  ...(ibanPostale !== undefined && { ibanPostale }),
});

const del = (altro: Partial<Documento> = {}): Pick<Pendenza, "documento"> => ({
  documento: { identificativo: "D", descrizione: "Documento", ...altro },
});
const PAGATA = { stato: "ESEGUITA", importoPagato: 10_050n } as const;

let numero = 0;
const avviso = (altro: Partial<Pendenza> = {}, trasferimenti: AvvisoOfferto["trasferimenti"] = ok([transfer()])): AvvisoOfferto => {
  numero += 1;
  const iuv = String(numero).padStart(17, "0");
  return { pendenza: buildPendenza({ iuv, numeroAvviso: `3${iuv}`, dataScadenza: DOMANI, ...altro }), trasferimenti };
};
const stati = (avvisi: readonly AvvisoOfferto[]) => buildOpzioni(avvisi, OGGI).map(({ stato }) => stato);

describe("the state of a notice", () => {
  it.each([
    ["due tomorrow", avviso(), "PO_UNPAID", "POI_UNPAID"],
    ["due today", avviso({ dataScadenza: OGGI }), "PO_UNPAID", "POI_UNPAID"],
    ["expired yesterday", avviso({ dataScadenza: IERI }), "PO_EXPIRED_NOT_PAYABLE", "POI_EXPIRED_NOT_PAYABLE"],
    ["past its validity, not expired", avviso({ dataValidita: IERI }), "PO_EXPIRED_UNPAID", "POI_EXPIRED_UNPAID"],
    ["paid", avviso(PAGATA), "PO_PAID", "POI_PAID"],
    ["collected", avviso({ ...PAGATA, stato: "INCASSATA" }), "PO_PAID", "POI_PAID"],
    ["without an account", avviso({}, ko("manca il conto")), "PO_INVALID", "POI_INVALID"],
    ["of zero", avviso({ voci: [] }), "PO_INVALID", "POI_INVALID"],
    ["paid in part", avviso({ stato: "ESEGUITA_PARZIALE", importoPagato: 1n }), "PO_PARTIALLY_PAID", "POI_UNPAID"],
  ] as const)("%s", (_caso, uno, opzione, rata) => {
    const [sola, ...altre] = buildOpzioni([uno], OGGI);
    expect(altre).toEqual([]);
    expect([sola?.stato, sola?.rate.map(({ stato }) => stato)]).toEqual([opzione, [rata]]);
  });

  it("says allCCP only when every transfer has a postal account", () => {
    const piano = (...conti: (string | undefined)[]) => conti.map((conto, i) => avviso(del({ rata: i + 1 }), ok([transfer(conto)])));
    expect(buildOpzioni(piano("IT1", "IT2"), OGGI)[0]?.allCCP).toBe(true);
    expect(buildOpzioni(piano("IT1", undefined), OGGI)[0]?.allCCP).toBe(false);
    expect(buildOpzioni([avviso({}, ok([]))], OGGI)[0]?.allCCP).toBe(false);
  });
});

describe("the options of a document", () => {
  it("are the single solution, the thresholds and each plan, in this order", () => {
    const opzioni = buildOpzioni(
      [
        avviso(del({ rata: 2, piano: "B" })),
        avviso(del({ rata: 1, piano: "A" })),
        avviso(del({ rata: 1, piano: "B" })),
        avviso(del({ soglia: { tipo: "ENTRO", giorni: 5 } })),
        avviso(del({ soglia: { tipo: "RIDOTTO" } })),
        avviso(del()),
      ],
      OGGI,
    );
    expect(opzioni.map(({ descrizione, rate }) => [descrizione, rate.length])).toEqual([
      ["Soluzione unica", 1],
      ["Pagamento entro 5 giorni", 1],
      ["Pagamento in misura ridotta", 1],
      ["Piano A: 1 rata", 1],
      ["Piano B: 2 rate", 2],
    ]);
  });

  it("is one plan when nobody names them, from the first to the last instalment", () => {
    const rate = [3, 1, 2].map((rata) => avviso({ ...del({ rata }), dataScadenza: `2027-0${rata}-28`, importo: BigInt(rata) }));
    const [piano] = buildOpzioni(rate, OGGI);
    expect(piano).toMatchObject({ descrizione: "Piano di 3 rate", scadenza: "2027-03-28" });
    expect(piano?.rate.map(({ scadenza }) => scadenza)).toEqual(["2027-01-28", "2027-02-28", "2027-03-28"]);
  });

  it.each([
    ["nothing paid", [avviso(del()), avviso(del({ rata: 1 })), avviso(del({ rata: 2 }))], ["PO_UNPAID", "PO_UNPAID"]],
    [
      "an instalment paid",
      [avviso(del()), avviso({ ...del({ rata: 1 }), ...PAGATA }), avviso(del({ rata: 2 }))],
      ["PO_INVALID", "PO_PARTIALLY_PAID"],
    ],
    ["the single solution paid", [avviso({ ...del(), ...PAGATA }), avviso(del({ rata: 1 }))], ["PO_PAID", "PO_INVALID"]],
    ["the plan paid whole", [avviso(del()), avviso({ ...del({ rata: 1 }), ...PAGATA })], ["PO_INVALID", "PO_PAID"]],
    ["both paid", [avviso({ ...del(), ...PAGATA }), avviso({ ...del({ rata: 1 }), ...PAGATA })], ["PO_PAID", "PO_PAID"]],
    ["an instalment expired", [avviso({ ...del({ rata: 1 }), dataScadenza: IERI }), avviso(del({ rata: 2 }))], ["PO_UNPAID"]],
    [
      "all instalments expired",
      [avviso({ ...del({ rata: 1 }), dataScadenza: IERI }), avviso({ ...del({ rata: 2 }), dataScadenza: IERI })],
      ["PO_EXPIRED_NOT_PAYABLE"],
    ],
    [
      "one expired, one past its validity",
      [avviso({ ...del({ rata: 1 }), dataScadenza: IERI }), avviso({ ...del({ rata: 2 }), dataValidita: IERI })],
      ["PO_EXPIRED_UNPAID"],
    ],
    ["an instalment annulled", [avviso({ ...del({ rata: 1 }), stato: "ANNULLATA" }), avviso(del({ rata: 2 }))], ["PO_UNPAID"]],
  ] as const)("%s", (_caso, avvisi, attesi) => {
    expect(stati(avvisi)).toEqual(attesi);
  });

  it("says why an overtaken option cannot be paid", () => {
    const [unica] = buildOpzioni([avviso(del()), avviso({ ...del({ rata: 1 }), ...PAGATA })], OGGI);
    expect(unica).toMatchObject({ motivo: expect.stringContaining("altra opzione"), rate: [{ stato: "POI_INVALID" }] });
  });
});

describe("always", () => {
  const casuale = fc
    .record({
      rata: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      piano: fc.constantFrom(undefined, "A", "B"),
      stato: fc.constantFrom("NON_ESEGUITA", "ESEGUITA", "ANNULLATA", "ESEGUITA_PARZIALE", "INCASSATA", "ANOMALA"),
      dataScadenza: fc.constantFrom(IERI, OGGI, DOMANI),
      conto: fc.boolean(),
    })
    .map(({ rata, piano, stato, dataScadenza, conto }) => {
      const documento = del(rata === undefined ? {} : { rata, ...(piano !== undefined && { piano }) });
      return avviso({ ...documento, stato, dataScadenza }, conto ? ok([transfer()]) : ko("manca il conto"));
    });

  it("every debt not annulled is in one option, whose amount is the sum of its instalments", () => {
    fc.assert(
      fc.property(fc.array(casuale, { maxLength: 12 }), (avvisi) => {
        const opzioni = buildOpzioni(avvisi, OGGI);
        const attesi = avvisi.filter(({ pendenza }) => pendenza.stato !== "ANNULLATA").map(({ pendenza }) => pendenza.iuv);
        expect(opzioni.flatMap(({ rate }) => rate.map(({ iuv }) => iuv)).sort()).toEqual(attesi.sort());
        for (const { importo, rate } of opzioni) expect(importo).toBe(sumImporti(rate.map((rata) => rata.importo)));
      }),
    );
  });

  it("once something was paid, only the options already begun may be paid", () => {
    fc.assert(
      fc.property(fc.array(casuale, { maxLength: 12 }), (avvisi) => {
        const opzioni = buildOpzioni(avvisi, OGGI);
        const iniziate = opzioni.filter(({ rate }) => rate.some(({ stato }) => stato === "POI_PAID"));
        if (iniziate.length === 0) return;
        for (const opzione of opzioni.filter(isPagabile)) expect(iniziate).toContain(opzione);
      }),
    );
  });
});
