/** Whose money each transfer of a receipt is, the share agreed for others, and that nothing is counted twice or lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { toJsonNodo } from "../pagamenti/json-nodo.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import {
  createProspetto,
  GRUPPI_BENEFICIARI,
  quotaAttesaDi,
  quoteDi,
  type RichiestaProspetto,
  type RigaSenzaRicevuta,
} from "./prospetto.ts";

const PROVINCIA = "80002150938";
type Quota = readonly [ente: string, importo: bigint, bollo?: boolean];

const ricevuta = (quote: readonly Quota[], altro: Partial<Ricevuta> = {}): Ricevuta =>
  buildRicevuta({
    importo: quote.reduce((somma, [, importo]) => somma + importo, 0n),
    rt: toJsonNodo({
      transferList: quote.map(([fiscalCodePA, transferAmount, bollo], posto) => ({
        ...{ idTransfer: posto + 1, transferAmount, fiscalCodePA, remittanceInformation: "TARI", transferCategory: "9/0101100IM/" },
        ...(bollo ? { MBDAttachment: "AA==" } : { IBAN: "IT60X0542811101000000123456" }),
      })),
    }),
    ...altro,
  });
const { idA2A: _, idPendenza: __, ...senzaDebito } = buildRicevuta();
const altrui = (quote: readonly Quota[]): Ricevuta => ({ ...senzaDebito, rt: ricevuta(quote).rt });

const prospetto = (
  ricevute: readonly Ricevuta[],
  richiesta: Partial<RichiestaProspetto> = {},
  righe: readonly RigaSenzaRicevuta[] = [],
) => {
  const conto = createProspetto({ gruppi: ["relazione"], ...richiesta });
  for (const una of ricevute) expect(conto.add(una, undefined).ok).toBe(true);
  for (const una of righe) expect(conto.addRiga(una).ok).toBe(true);
  return conto.result();
};

describe("di chi è una quota", () => {
  it.each<[string, Ricevuta, readonly (readonly [string, string, bigint])[]]>([
    ["dell'avviso emesso qui", ricevuta([[COMUNE, 100n]]), [["PROPRIO", COMUNE, 100n]]],
    ["di un avviso di un altro intermediario", altrui([[COMUNE, 100n]]), [["NON_MIO", COMUNE, 100n]]],
    [
      "di un altro ente nell'avviso proprio",
      ricevuta([
        [COMUNE, 100n],
        [PROVINCIA, 5n],
      ]),
      [
        ["PROPRIO", COMUNE, 100n],
        ["PER_ALTRI", PROVINCIA, 5n],
      ],
    ],
    [
      "dell'ente nell'avviso di un altro, di cui è copia",
      ricevuta(
        [
          [PROVINCIA, 100n],
          [COMUNE, 5n],
        ],
        { idDominioTitolare: PROVINCIA },
      ),
      [["DA_ALTRI", COMUNE, 5n]],
    ],
    ["di una marca da bollo", ricevuta([[COMUNE, 1600n, true]]), [["BOLLO", COMUNE, 1600n]]],
    ["di un pagamento non riuscito", ricevuta([[COMUNE, 100n]], { esito: "KO" }), []],
    [
      "di una RT, che non nomina beneficiari",
      ricevuta([], { importo: 700n, primitiva: "paaInviaRT", rt: {} }),
      [["PROPRIO", COMUNE, 700n]],
    ],
  ])("%s", (_caso, una, attese) => {
    expect(quoteDi(una).map(({ relazione, idBeneficiario, importo }) => [relazione, idBeneficiario, importo])).toEqual(attese);
  });
});

describe("la quota attesa", () => {
  it.each<[bigint, number, bigint]>([
    [10_000n, 500, 500n],
    [10_010n, 500, 501n],
    [10_009n, 500, 500n],
    [333n, 505, 17n],
    [0n, 500, 0n],
  ])("di %s centesimi a %i centesimi di punto è %s", (proprio, percento, atteso) => {
    expect(quotaAttesaDi(proprio, percento)).toBe(atteso);
  });

  it.each<[string, bigint, Partial<RichiestaProspetto>, number, number]>([
    ["giusta", 500n, {}, 1, 0],
    ["a meno di un centesimo", 501n, {}, 1, 0],
    ["di due centesimi in meno", 498n, {}, 1, 1],
    ["di un altro beneficiario", 1n, { idBeneficiario: "99999999999" }, 0, 0],
  ])("%s", (_caso, importo, altro, confrontate, diverse) => {
    const avviso = ricevuta([
      [COMUNE, 10_000n],
      [PROVINCIA, importo],
    ]);
    const esito = prospetto([avviso], { quotaAttesa: 500, ...altro });
    expect([esito.confrontate, esito.diverse, esito.differenze.length]).toEqual([confrontate, diverse, diverse]);
    if (diverse > 0) expect(esito.differenze[0]).toMatchObject({ idBeneficiario: PROVINCIA, importo, atteso: 500n });
  });

  it("non confronta nulla se nessuno la chiede", () => {
    const avviso = ricevuta([
      [COMUNE, 10_000n],
      [PROVINCIA, 1n],
    ]);
    expect(prospetto([avviso])).toMatchObject({ confrontate: 0, diverse: 0, differenze: [] });
  });
});

const riga = (n: number, importo: bigint, esito: number): RigaSenzaRicevuta => ({
  ...{ idDominio: COMUNE, iuv: `47${n}`, idPsp: "ABI03069", importo, esito, data: "2026-11-24" },
});

it("una riga senza ricevuta si conta con il tipo della regola; revocata, o non riuscita, non è denaro", () => {
  const conto = createProspetto({ gruppi: ["relazione", "idTipoPendenza"] }, [
    { nome: "a", quando: { prefissoIuv: "47" }, idTipoPendenza: "TARI" },
  ]);
  for (const esito of [0, 4, 8, 9, 3, -1]) expect(conto.addRiga(riga(1, 100n, esito)).ok).toBe(true);
  expect(conto.result().risultati).toEqual([
    { gruppo: { relazione: "SOLO_RENDICONTATO", idTipoPendenza: "TARI" }, quote: 4, importo: 400n },
  ]);
});

it("la somma delle relazioni è il totale, comunque si raggruppi e in qualunque ordine: mio più non mio", () => {
  const quota = fc.tuple(fc.constantFrom(COMUNE, PROVINCIA, "00000000000"), fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.boolean());
  const una = fc.tuple(fc.array(quota, { minLength: 1, maxLength: 5 }), fc.constantFrom(0, 1, 2)).map(([quote, di]) => {
    if (di === 1) return altrui(quote);
    return ricevuta(quote, di === 2 ? { idDominioTitolare: PROVINCIA } : {});
  });
  const righe = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.constantFrom(0, 4, 8, 9, 3)), { maxLength: 5 });
  const somma = (quali: readonly { readonly importo: bigint }[]): bigint => quali.reduce((totale, { importo }) => totale + importo, 0n);
  fc.assert(
    fc.property(fc.array(una, { maxLength: 10 }), righe, fc.subarray([...GRUPPI_BENEFICIARI]), (ricevute, altre, gruppi) => {
      const pagate = altre.filter(([, esito]) => esito !== 3).map(([importo]) => ({ importo }));
      const conta = (scelti: RichiestaProspetto["gruppi"], quali = ricevute) =>
        prospetto(
          quali,
          { gruppi: scelti },
          altre.map(([importo, esito], n) => riga(n, importo, esito)),
        );
      const { totale, risultati } = conta(gruppi);
      const attese = [...ricevute.flatMap(quoteDi), ...pagate];
      expect(somma(risultati)).toBe(totale.importo);
      expect(totale).toEqual({ quote: attese.length, importo: somma(attese) });
      const perRelazione = conta(["relazione"]).risultati;
      const mio = perRelazione.filter(({ gruppo }) => gruppo.relazione === "PROPRIO");
      expect(somma(mio) + somma(perRelazione.filter((r) => !mio.includes(r)))).toBe(totale.importo);
      expect(somma(perRelazione.filter(({ gruppo }) => gruppo.relazione === "SOLO_RENDICONTATO"))).toBe(somma(pagate));
      expect(conta(gruppi, [...ricevute].reverse())).toEqual(conta(gruppi));
    }),
    { numRuns: 100 },
  );
});
