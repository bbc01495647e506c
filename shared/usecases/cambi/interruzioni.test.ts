/** Whatever dies, and whoever else writes, every debt changes once and the figures say so. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alimentata, createBanco, debito, Fine, IBAN_COMUNE, IBAN_NUOVO, suEntrata } from "../../../tests/sostegno/cambi.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";

const buildDebiti = (quanti: number): readonly Pendenza[] =>
  Array.from({ length: quanti }, (_, n) => (n % 3 === 0 ? alimentata() : n % 7 === 1 ? alimentata({ voci: [suEntrata] }) : debito()));

const storieDi = async (banco: Awaited<ReturnType<typeof createBanco>>, pendenze: readonly Pendenza[]) =>
  Promise.all(pendenze.map(async (pendenza) => (await banco.memoria.posizioni.getPosizione(pendenza)).storia.length));

describe("the worker of the replacements", () => {
  it("killed at any request, and called again, changes each debt once and counts it once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), async (cadute) => {
        const banco = await createBanco();
        const pendenze = buildDebiti(60);
        for (const valore of pendenze) await banco.memoria.store({ azione: "crea", entita: "pendenza", valore });
        const { id } = await banco.approve();
        const restano = [...cadute];
        let mancano = restano.shift() ?? 0;
        banco.memoria.observe(() => {
          if (mancano === 0) return;
          mancano -= 1;
          if (mancano > 0) return;
          mancano = restano.shift() ?? 0;
          throw new Fine("caduta");
        });
        await banco.deliver();
        banco.memoria.observe(() => {});
        const dirette = pendenze.filter(({ voci }) => voci[0]?.destinazione.variante === "conto");
        const entrate = pendenze.filter((pendenza) => !dirette.includes(pendenza));
        expect((await banco.accounts(...dirette)).flat()).toEqual(dirette.map(() => IBAN_NUOVO));
        expect(await storieDi(banco, pendenze)).toEqual(pendenze.map(() => 1));
        expect(await banco.cambi.get(id)).toMatchObject({
          ...{ stato: "CONCLUSO", pendenzeCambiate: dirette.length, pendenzeRiallineate: entrate.length },
          ...{ pendenzeEscluse: 0, numeroScarti: 0 },
        });
      }),
      { numRuns: 25 },
    );
  });

  it("two at once end as one", async () => {
    const banco = await createBanco();
    const pendenze = buildDebiti(60);
    for (const valore of pendenze) await banco.memoria.store({ azione: "crea", entita: "pendenza", valore });
    const { id } = await banco.approve();
    const messaggio = { id, tappa: 0 };
    const { traccia, clock } = banco.memoria;
    await Promise.all([banco.work(messaggio, traccia), banco.work(messaggio, traccia)]);
    clock.advance(120_000);
    const adesso = { ...traccia, inizio: clock.now() };
    await Promise.allSettled([banco.work(messaggio, adesso), banco.work(messaggio, adesso), banco.work(messaggio, adesso)]);
    await banco.deliver();
    expect(await storieDi(banco, pendenze)).toEqual(pendenze.map(() => 1));
    expect(await banco.cambi.get(id)).toMatchObject({ stato: "CONCLUSO" });
  });

  it("decides again on a debt that others change meanwhile, and keeps what they wrote", async () => {
    const banco = await createBanco();
    const pendenze = buildDebiti(30).filter(({ voci }) => voci[0]?.destinazione.variante === "conto");
    for (const valore of pendenze) await banco.memoria.store({ azione: "crea", entita: "pendenza", valore });
    const { id } = await banco.approve();
    const [prima, seconda] = pendenze;
    if (!prima || !seconda) throw new Error("servono due pendenze");
    let letture = 0;
    const altri: Promise<void>[] = [];
    banco.memoria.observe(({ operazione }) => {
      if (operazione !== "getMany" || letture++ > 0) return;
      // After the worker has read them: one is paid, another gets a new text.
      altri.push(
        (async () => {
          const pagata = { ...(await banco.read(prima)), stato: "ESEGUITA", dataPagamento: "2026-11-25T09:00:00.000Z" } as const;
          await banco.memoria.store({ azione: "sostituisci", entita: "pendenza", valore: pagata });
          await banco.memoria.store({
            azione: "sostituisci",
            entita: "pendenza",
            valore: { ...(await banco.read(seconda)), causale: "altra" },
          });
        })(),
      );
    });
    await banco.deliver();
    await Promise.all(altri);
    expect(letture, "the worker met the change and read again").toBeGreaterThan(1);
    expect(await banco.accounts(prima, seconda)).toEqual([[IBAN_COMUNE], [IBAN_NUOVO]]);
    expect(await banco.read(seconda)).toMatchObject({ causale: "altra" });
    expect(await banco.cambi.get(id)).toMatchObject({ stato: "CONCLUSO", pendenzeCambiate: pendenze.length - 1 });
  });
});
