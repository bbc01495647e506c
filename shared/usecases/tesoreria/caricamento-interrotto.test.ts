/** The loader killed, called twice, given files in any order and in any pieces: the archive is that of a run that nothing disturbed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IBAN_COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createLavoroTesoreria, fileDi, type LavoroTesoreria, righeDi } from "../../../tests/sostegno/lavoro-tesoreria.ts";
import type { FormatoTesoreria, RigaLetta } from "../../domain/tesoreria/movimento.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";

class Caduta extends Error {}

/** What a movement says, without the names given by chance and the files that said it. */
const detto = ({ id: _, versione: _v, origini: _o, dataRegistrazione: _d, dataAggiornamento: _a, ...resto }: Movimento): string =>
  JSON.stringify(resto, (_, valore) => (typeof valore === "bigint" ? `${valore}` : valore));
const archivioDi = (lavoro: LavoroTesoreria): readonly string[] => lavoro.movimenti().map(detto).sort();

interface Vero {
  readonly n: number;
  readonly importo: bigint;
}

const flussoDi = ({ n }: Vero): string => `2026-11-02PPAYITR1XXX-S2${String(n).padStart(8, "0")}`;
const base = ({ n, importo }: Vero) =>
  ({ operazione: "ESEGUITO", segno: "ENTRATA", importo, sct: `TRN${String(n).padStart(11, "0")}` }) as const;
const comeOpi = (vero: Vero): RigaLetta => ({
  ...base(vero),
  ...{ riga: vero.n, dataContabile: "2026-11-03", esercizio: 2026, documento: "SOSPESO", numeroSospeso: `${vero.n}` },
  causale: `/PUR/LGPE-RIVERSAMENTO/URI/${flussoDi(vero)}`,
});
const comeCamt = (vero: Vero): RigaLetta => ({
  ...base(vero),
  ...{
    riga: 1000 + vero.n,
    dataContabile: "2026-11-02",
    dataValuta: "2026-11-02",
    conto: IBAN_COMUNE,
    riferimentoBanca: `REF${vero.n}`,
    ordinante: "PSP",
  },
  causale: `PUR LGPE-RIVERSAMENTO URI ${flussoDi(vero)}`,
});
const comeStorno = (vero: Vero): RigaLetta => ({
  ...comeOpi(vero),
  riga: 2000 + vero.n,
  operazione: "STORNATO",
  dataContabile: "2026-11-05",
});
const comeReversale = (vero: Vero): RigaLetta => ({
  ...comeOpi(vero),
  ...{ riga: 3000 + vero.n, operazione: "REGOLARIZZATO", dataContabile: "2026-11-04", numeroDocumento: "77" },
});

const veri = (quanti: number): readonly Vero[] => Array.from({ length: quanti }, (_, i) => ({ n: i + 1, importo: BigInt(100 + (i % 3)) }));

/** Small stages, so that there are many places to be killed in. */
const PASSO = { tappa: 5, lotto: 3 };

describe("a kill", () => {
  it("at any request to the store, followed by the same message or by another, gives the same movements and the same figures", async () => {
    const tutti = veri(12);
    const righe = [
      ...tutti.map(comeOpi),
      ...tutti.slice(0, 3).map(comeStorno),
      { ...comeOpi(tutti[0] ?? { n: 1, importo: 1n }), riga: 99, importo: 0n },
    ];
    const file = fileDi("OPI", righeDi(righe));
    const sereno = await createLavoroTesoreria();
    const { righeLette, nuovi, aggiornati, presenti, scartate, entrate, stato } = await sereno.finish(await sereno.upload(file));
    expect({ nuovi, aggiornati, scartate }).toEqual({ nuovi: 12, aggiornati: 3, scartate: 1 });
    let caduto = true;
    let cadute = 0;
    for (let punto = 1; caduto; punto += 1) {
      const lavoro = await createLavoroTesoreria(PASSO);
      const id = await lavoro.upload(file);
      let richieste = 0;
      lavoro.observe(() => {
        if (++richieste === punto) throw new Caduta();
      });
      caduto = await lavoro.deliver(id, { messageId: "m" }).then(
        () => false,
        (errore: unknown) => errore instanceof Caduta,
      );
      lavoro.observe(() => {});
      if (caduto) cadute += 1;
      await lavoro.deliver(id, { messageId: "m" });
      const fine = await lavoro.read(id);
      expect([punto, fine.righeLette, fine.nuovi, fine.aggiornati, fine.presenti, fine.scartate, fine.entrate, fine.stato]).toEqual([
        ...[punto, righeLette, nuovi, aggiornati, presenti, scartate, entrate, stato],
      ]);
      expect(archivioDi(lavoro)).toEqual(archivioDi(sereno));
      expect(await lavoro.scarti(id)).toBe(await sereno.scarti(id));
    }
    expect(cadute).toBeGreaterThan(15);
  });

  it("leaves the loading to who comes after it only when its time is over", async () => {
    const lavoro = await createLavoroTesoreria();
    const id = await lavoro.upload(fileDi("OPI", righeDi(veri(3).map(comeOpi))));
    let richieste = 0;
    lavoro.observe(() => {
      if (++richieste === 4) throw new Caduta();
    });
    await expect(lavoro.deliver(id, { messageId: "m" })).rejects.toThrow(Caduta);
    lavoro.observe(() => {});
    expect(await lavoro.deliver(id, { messageId: "altro" })).toMatchObject({ esito: "riprova", secondi: 300 });
    lavoro.clock.advance(301_000);
    expect(await lavoro.deliver(id, { messageId: "altro" })).toEqual({ esito: "fatto" });
    expect(await lavoro.read(id)).toMatchObject({ stato: "ESEGUITO", nuovi: 3 });
  });
});

describe("two loaders at once", () => {
  it("on files that overlap make each movement once", async () => {
    const lavoro = await createLavoroTesoreria();
    const tutti = veri(20);
    const uno = await lavoro.upload(fileDi("OPI", righeDi(tutti.slice(0, 15).map(comeOpi))));
    const altro = await lavoro.upload(fileDi("CAMT053", righeDi(tutti.slice(5).map(comeCamt))));
    await Promise.all([lavoro.deliver(uno), lavoro.deliver(altro)]);
    expect(await lavoro.read(uno)).toMatchObject({ stato: "ESEGUITO", righeLette: 15 });
    expect(await lavoro.read(altro)).toMatchObject({ stato: "ESEGUITO", righeLette: 15 });
    expect(lavoro.movimenti()).toHaveLength(20);
  });
});

describe("any split of the lines in files, in any order, with any repetition", () => {
  it("gives the same movements", async () => {
    const tutti = veri(5);
    const righe: readonly (readonly [FormatoTesoreria, RigaLetta])[] = [
      ...tutti.map((vero) => ["OPI", comeOpi(vero)] as const),
      ...tutti.map((vero) => ["CAMT053", comeCamt(vero)] as const),
      ...tutti.slice(0, 2).map((vero) => ["OPI", comeStorno(vero)] as const),
      ...tutti.slice(2, 4).map((vero) => ["OPI", comeReversale(vero)] as const),
    ];
    const sereno = await createLavoroTesoreria();
    for (const formato of ["OPI", "CAMT053"] as const)
      await sereno.load(formato, righeDi(righe.filter(([suo]) => suo === formato).map(([, riga]) => riga)));
    const giusto = archivioDi(sereno);
    expect(giusto).toHaveLength(5);
    const ripetute = fc.shuffledSubarray([...righe, ...righe], { minLength: righe.length }).map((scelte) => [...scelte, ...righe]);
    await fc.assert(
      fc.asyncProperty(ripetute, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 20, maxLength: 20 }), async (scelte, tagli) => {
        const lavoro = await createLavoroTesoreria();
        const restanti = [...scelte];
        for (const taglio of tagli) {
          const pezzo = restanti.splice(0, taglio);
          for (const formato of ["OPI", "CAMT053"] as const) {
            const sue = pezzo.filter(([suo]) => suo === formato).map(([, riga]) => riga);
            if (sue.length > 0) await lavoro.load(formato, righeDi(sue), { forza: true });
          }
        }
        for (const formato of ["CAMT053", "OPI"] as const)
          await lavoro.load(formato, righeDi(restanti.filter(([suo]) => suo === formato).map(([, riga]) => riga)), { forza: true });
        expect(archivioDi(lavoro)).toEqual(giusto);
      }),
      { numRuns: 12 },
    );
  });
});
