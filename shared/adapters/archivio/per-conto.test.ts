/** The list by account is exact: for any set of debts it holds those that a look at each of them would find, in order, and no other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { riferimentiConto, riferimentoConto, riferimentoEntrata } from "../../domain/pendenze/conti-pendenza.ts";
import type { Destinazione, Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statiPendenza } from "../../domain/pendenze/stati-pendenza.ts";
import type { FiltriPerConto } from "../../ports/posizioni.ts";

const destinazione: fc.Arbitrary<Destinazione> = fc.oneof(
  fc.constantFrom("TARI", "MENSA").map((codEntrata) => ({ variante: "entrata", codEntrata }) as const),
  fc
    .constantFrom(IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE)
    .map((ibanAccredito) => ({ variante: "conto", ibanAccredito, tipoContabilita: "ALTRO", codiceContabilita: "9" }) as const),
);

const debito = fc.record({
  stato: fc.constantFrom(...statiPendenza.stati),
  idDominio: fc.constantFrom(COMUNE, UNIONE),
  frammento: fc.constantFrom(0, 1),
  voci: fc.array(
    fc.record({
      destinazione,
      beneficiario: fc.constantFrom(undefined, COMUNE, UNIONE),
      stato: fc.constantFrom("Eseguito", "Non eseguito"),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

type Debito = typeof debito extends fc.Arbitrary<infer D> ? D : never;

const build = ({ voci, ...altro }: Debito, n: number): Pendenza => {
  const iuv = `0100000000000${String(n).padStart(4, "0")}`;
  return buildPendenza({
    ...altro,
    iuv,
    numeroAvviso: `3${iuv}`,
    idPendenza: `P-${String(n).padStart(4, "0")}`,
    voci: voci.map(({ destinazione: dove, beneficiario, stato }, i) => ({
      ...{ indice: i + 1, idVocePendenza: String(i + 1), importo: 1n, descrizione: "voce", incassata: false },
      stato: stato === "Eseguito" ? "Eseguito" : "Non eseguito",
      destinazione: dove,
      ...(beneficiario !== undefined && { idDominio: beneficiario }),
    })),
  });
};

describe("debts by account", () => {
  it("finds exactly those still to be paid that name the account or its incomes, page by page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(debito, { maxLength: 25 }),
        fc.constantFrom(COMUNE, UNIONE),
        fc.integer({ min: 1, max: 7 }),
        async (debiti, di, limite) => {
          const { store, posizioni } = await createMemoria();
          const pendenze = debiti.map(build);
          for (const valore of pendenze) await store({ azione: "crea", entita: "pendenza", valore });
          const riferimenti = [riferimentoConto(di, IBAN_COMUNE), riferimentoEntrata(di, "TARI")];
          const filtri: FiltriPerConto = { idDominio: di, frammenti: 2, riferimenti, tipiPendenza: "*", ordine: "asc" };
          const trovate: string[] = [];
          let cursore: string | undefined;
          let totale: number | undefined;
          do {
            const pagina = await posizioni.findPendenzePerConto(filtri, {
              limite,
              salta: 0,
              totale: true,
              ...(cursore !== undefined && { cursore }),
            });
            trovate.push(...pagina.elementi.map(({ idPendenza }) => idPendenza));
            totale = pagina.totale;
            cursore = pagina.cursore;
          } while (cursore !== undefined);
          const attese = pendenze.filter((p) => riferimentiConto(p).some((riferimento) => riferimenti.includes(riferimento)));
          expect([trovate, totale]).toEqual([attese.map(({ idPendenza }) => idPendenza), attese.length]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
