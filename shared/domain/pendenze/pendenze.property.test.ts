import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nuova, voce } from "../../../tests/sostegno/pendenze.ts";
import type { Dominio } from "../anagrafiche/creditore.ts";
import { hasCheckDigitValido, numeroAvvisoToIuv } from "../valori/numero-avviso.ts";
import { generateNumeroAvviso } from "./avviso-pendenza.ts";
import type { NuovaPendenza } from "./nuova-pendenza.ts";
import { checkImporti } from "./regole-importi.ts";
import { createPendenza, updatePendenzaDa } from "./scrittura-pendenza.ts";
import { diffPendenza } from "./storia-pendenza.ts";

const importi = fc.array(fc.bigInt({ min: 0n, max: 9_999_999_999n }), { minLength: 1, maxLength: 5 });
const toNuova = (valori: readonly bigint[], altro: Partial<NuovaPendenza> = {}): NuovaPendenza =>
  nuova({ voci: valori.map((importo, i) => voce({ idVocePendenza: `${i + 1}`, importo })), ...altro });

const dominio = (auxDigit: 0 | 1 | 2 | 3): Dominio => ({
  ...{ versione: 1, idDominio: "01234567890", ragioneSociale: "Ente", intermediato: true, scaricaFr: true, abilitato: true, frammenti: 1 },
  ...{ auxDigit, segregationCode: "01", stazione: "80008000801_05" },
});
const crea = (pendenza: NuovaPendenza, frammenti = 1) =>
  createPendenza(pendenza, {
    ...{ idA2A: "A", idPendenza: "P", tipo: "dovuto", uuid: "u", frammenti, adesso: "2026-11-25T09:00:00.000Z" },
    avviso: { numeroAvviso: "301000000000000133", iuv: "01000000000000133", segnalazioni: [] },
  });

describe("the total of a debt", () => {
  it("is the sum of its items, and no other amount passes", () => {
    fc.assert(
      fc.property(importi, fc.bigInt({ min: -100n, max: 100n }), (valori, scarto) => {
        const somma = valori.reduce((a, b) => a + b, 0n);
        expect(checkImporti(toNuova(valori, { importo: somma + scarto })).ok).toBe(scarto === 0n);
      }),
    );
  });

  it("has shares that sum to each item, whatever the cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 99_999n }), { minLength: 1, maxLength: 8 }),
        fc.bigInt({ min: -2n, max: 2n }),
        (quote, scarto) => {
          const importo = quote.reduce((a, b) => a + b, 0n) + 2n;
          const contabilita = { quote: [...quote, 2n + scarto].map((q) => ({ capitolo: "1", annoEsercizio: 2026, importo: q })) };
          expect(checkImporti(nuova({ voci: [voce({ importo, contabilita })] })).ok).toBe(scarto === 0n);
        },
      ),
    );
  });
});

describe("numbers generated for a creditor", () => {
  it("differ whenever prefix and counter do, carry right check digits and the layout of the first digit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2, 3),
        fc.stringMatching(/^\d{0,4}$/),
        fc.uniqueArray(fc.bigInt({ min: 1n, max: 999_999_999n }), { minLength: 2, maxLength: 20 }),
        (auxDigit, prefisso, progressivi) => {
          const esiti = progressivi.map((n) => generateNumeroAvviso(prefisso, n, dominio(auxDigit)));
          const numeri = esiti.flatMap((esito) => (esito.ok ? [esito.valore] : []));
          expect(new Set(numeri.map(({ iuv }) => iuv)).size).toBe(progressivi.length);
          for (const { numeroAvviso, iuv } of numeri) {
            expect([numeroAvviso.length, numeroAvviso.charAt(0), numeroAvvisoToIuv(numeroAvviso)]).toEqual([18, String(auxDigit), iuv]);
            expect(hasCheckDigitValido(numeroAvviso)).toBe(true);
          }
        },
      ),
    );
  });

  it("end when the counter no longer fits, instead of starting again", () => {
    expect(generateNumeroAvviso("123456789012", 9n, dominio(3)).ok).toBe(true);
    expect(generateNumeroAvviso("123456789012", 10n, dominio(3))).toMatchObject({ ok: false, errore: { codice: "VER_028" } });
  });
});

describe("a debt loaded again", () => {
  it("as it is does not change, and with other amounts changes only them", () => {
    fc.assert(
      fc.property(importi, fc.bigInt({ min: 1n, max: 500n }), (valori, scarto) => {
        const prima = crea(toNuova(valori));
        const stessa = updatePendenzaDa(prima, toNuova(valori), "2026-12-01T00:00:00.000Z");
        expect(stessa.ok && diffPendenza(prima, stessa.valore)).toEqual({});
        const altra = updatePendenzaDa(prima, toNuova([(valori[0] ?? 0n) + scarto, ...valori.slice(1)]), "2026-12-01T00:00:00.000Z");
        expect(altra.ok && Object.keys(diffPendenza(prima, altra.valore)).sort()).toEqual(["importo", "voci.1.importo"]);
      }),
    );
  });

  it("keeps the index of the items it had, whatever the order they come in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.integer({ min: 1, max: 5 }), (ordine, quante) => {
        const valori = [1n, 2n, 3n, 4n, 5n];
        const prima = crea(toNuova(valori.slice(0, quante)));
        const tutte = toNuova(valori);
        const voci = ordine.flatMap((i) => tutte.voci[i] ?? []);
        const dopo = updatePendenzaDa(prima, { ...tutte, voci }, "2026-12-01T00:00:00.000Z");
        if (!dopo.ok) throw new Error(dopo.errore.codice);
        expect(dopo.valore.voci.map(({ indice }) => indice)).toEqual([1, 2, 3, 4, 5]);
        expect(dopo.valore.voci.slice(0, quante).map(({ idVocePendenza }) => idVocePendenza)).toEqual(
          prima.voci.map(({ idVocePendenza }) => idVocePendenza),
        );
      }),
    );
  });

  it("lies on one of the creditor's list keys, and consecutive numbers on different ones", () => {
    const frammenti = Array.from({ length: 10 }, (_, n) => {
      const iuv = `010000000000${String(n).padStart(3, "0")}00`;
      const contesto = {
        idA2A: "A",
        idPendenza: "P",
        tipo: "dovuto",
        uuid: "u",
        frammenti: 10,
        adesso: "2026-11-25T09:00:00.000Z",
      } as const;
      return createPendenza(nuova(), { ...contesto, avviso: { numeroAvviso: `3${iuv}`, iuv, segnalazioni: [] } }).frammento;
    });
    expect([...frammenti].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
