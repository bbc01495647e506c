/** The counters end right whatever happens to the changes on their way: told twice, in another order, in other batches, with the function dying at any request. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Casella, caselleDi, groupCaselle, INSTALLAZIONE, sumCaselle } from "../../domain/statistiche/caselle.ts";
import { type Contributo, nomeContatore, variazioniTra } from "../../domain/statistiche/contributi.ts";
import type { Cambiamento } from "../../ports/contatori.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { ArchivioContatori } from "./contatori.ts";

const CREDITORI = ["01234567897", "99999999990"];
const GIORNI = ["2026-10-31", "2026-11-01", "2026-11-26"];
const ANNO = { da: "2026-01", a: "2026-12" };

const createConti = (muore: () => boolean = () => false) => {
  const richieste: number[] = [];
  const deposito = new DepositoInMemoria(({ operazione, quante }) => {
    if (operazione === "commit") richieste.push(quante);
    if (muore()) throw new Error("interrotta");
  });
  return { contatori: new ArchivioContatori(deposito, createClockFermo("2026-11-26T10:00:00.000Z")), deposito, richieste };
};

const contributo = (altro: Partial<Contributo> = {}): Contributo => ({
  ...{ cubo: "pendenze", idDominio: CREDITORI[0] ?? "", giorno: "2026-11-26", importo: 1_050n },
  dimensioni: { idTipoPendenza: "TARI", idA2A: "GEST", stato: "NON_ESEGUITA" },
  ...altro,
});

/** Life of a debt: where it is loaded, and the states that it goes through. */
const arbVita = fc.record({
  idDominio: fc.constantFrom(...CREDITORI),
  giorno: fc.constantFrom(...GIORNI),
  importo: fc.bigInt(1n, 100_000n),
  stati: fc.array(fc.constantFrom("NON_ESEGUITA", "ESEGUITA", "ANNULLATA", "INCASSATA"), { minLength: 1, maxLength: 4 }),
});
type Vita = typeof arbVita extends fc.Arbitrary<infer T> ? T : never;

const fasi = ({ stati, ...vita }: Vita): readonly Contributo[] =>
  stati.map((stato, n) => contributo({ ...vita, importo: vita.importo + BigInt(n % 2), dimensioni: { idTipoPendenza: "TARI", stato } }));

const cambiamentiDi = (vite: readonly Vita[]): readonly Cambiamento[] =>
  vite.flatMap((vita, v) => fasi(vita).map((fase, n, tutte) => ({ id: `${v}-${n}`, variazioni: variazioniTra(tutte[n - 1], fase) })));

const comparable = (caselle: readonly Casella[]): readonly string[] =>
  caselle
    .filter(({ numero, importo }) => numero !== 0 || importo !== 0n)
    .map((c) => [c.passo, c.periodo, c.idDominio, c.dominio, nomeContatore(c), c.numero, c.importo].join("|"))
    .sort();

const readAll = async (contatori: ArchivioContatori): Promise<readonly string[]> => {
  const richieste = [
    ...CREDITORI.flatMap((idDominio) => [
      { cubo: "pendenze", idDominio, passo: "giorno", da: "2026-01-01", a: "2026-12-31" } as const,
      { cubo: "pendenze", idDominio, passo: "mese", ...ANNO } as const,
    ]),
    { cubo: "pendenze", idDominio: INSTALLAZIONE, passo: "mese", ...ANNO } as const,
  ];
  return comparable((await Promise.all(richieste.map((richiesta) => contatori.read(richiesta)))).flat());
};

/** What is there at the end, counted one by one. */
const recount = (vite: readonly Vita[]): readonly string[] =>
  comparable(
    sumCaselle(vite.flatMap((vita) => fasi(vita).slice(-1)).flatMap((ultima) => variazioniTra(undefined, ultima).flatMap(caselleDi))),
  );

describe("the counters", () => {
  it("equal a recount, however the changes arrive", async () => {
    const casi = fc.record({
      vite: fc.array(arbVita, { minLength: 1, maxLength: 30 }),
      ordine: fc.infiniteStream(fc.nat()),
      lotti: fc.infiniteStream(fc.integer({ min: 1, max: 12 })),
      ripetuti: fc.infiniteStream(fc.boolean()),
      guasti: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    });
    await fc.assert(
      fc.asyncProperty(casi, async ({ vite, ordine, lotti, ripetuti, guasti }) => {
        const { contatori } = createConti(() => guasti.next().value === 0);
        const mischiati = cambiamentiDi(vite)
          .flatMap((cambiamento) => (ripetuti.next().value ? [cambiamento, cambiamento] : [cambiamento]))
          .map((cambiamento) => ({ cambiamento, posto: ordine.next().value }))
          .sort((a, b) => a.posto - b.posto)
          .map(({ cambiamento }) => cambiamento);
        while (mischiati.length > 0) {
          const lotto = mischiati.slice(0, lotti.next().value);
          try {
            await contatori.add(lotto);
          } catch {
            // The stream gives the whole batch again, with other borders.
            continue;
          }
          mischiati.splice(0, lotto.length);
        }
        let letti: readonly string[] | undefined;
        while (!letti) letti = await readAll(contatori).catch(() => undefined);
        expect(letti).toEqual(recount(vite));
      }),
      { numRuns: 60 },
    );
  });

  it("cost one transaction every some tens of changes, and nothing for a change that counts the same", async () => {
    const { contatori, richieste } = createConti();
    const cambiamenti = Array.from({ length: 500 }, (_, n) => ({
      id: String(n),
      variazioni: variazioniTra(contributo(), contributo({ dimensioni: { idTipoPendenza: "TARI", idA2A: "GEST", stato: "ESEGUITA" } })),
    }));
    expect(await contatori.add(cambiamenti)).toBe(500);
    expect(richieste.length).toBeLessThanOrEqual(6);
    expect(Math.max(...richieste)).toBeLessThanOrEqual(100);
    expect(await contatori.add([{ id: "x", variazioni: variazioniTra(contributo(), contributo()) }])).toBe(0);
    expect(richieste.length).toBeLessThanOrEqual(6);
  });

  it("remember a change for longer than a stream tells it, and then no more", async () => {
    const { contatori, deposito } = createConti();
    await contatori.add([{ id: "evento", variazioni: variazioniTra(undefined, contributo()) }]);
    const ricordo = deposito.all("archivio").find(({ pk }) => pk === "CTT#evento");
    expect(Number(ricordo?.["scadeAlle"]) - Date.parse("2026-11-26T10:00:00.000Z") / 1_000).toBe(3 * 86_400);
  });

  it("answer a year of a creditor with a million debts in one request", async () => {
    const letture: string[] = [];
    const deposito = new DepositoInMemoria(({ operazione }) => void letture.push(operazione));
    const contatori = new ArchivioContatori(deposito, createClockFermo("2026-11-26T10:00:00.000Z"));
    const anno = Array.from({ length: 12 }, (_, m) =>
      ["TARI", "IMU", "CUP", "MENSA", "SANZIONE"].flatMap((idTipoPendenza) =>
        ["NON_ESEGUITA", "ESEGUITA", "ANNULLATA", "INCASSATA"].map((stato) => ({
          ...contributo({
            giorno: `2026-${String(m + 1).padStart(2, "0")}-15`,
            dimensioni: { idTipoPendenza, stato, idA2A: "GEST" },
            importo: 4_166n * 100n,
          }),
          numero: 4_167,
        })),
      ),
    ).flat();
    await contatori.add(anno.map((variazione, n) => ({ id: String(n), variazioni: [variazione] })));
    letture.length = 0;
    const caselle = await contatori.read({ cubo: "pendenze", idDominio: CREDITORI[0] ?? "", passo: "mese", ...ANNO });
    expect(letture).toEqual(["query"]);
    const [totale] = groupCaselle(caselle, []);
    expect(totale?.numero).toBe(1_000_080);
    expect(groupCaselle(caselle, ["periodo", "stato"])).toHaveLength(48);
  });
});
