/** Writers that overlap, readers that see halves of what they write: nothing is lost, nothing is out of order. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO } from "../../../tests/sostegno/esempi.ts";
import { ArchivioVariazioni } from "../../adapters/archivio/variazioni.ts";
import { DepositoInMemoria } from "../../adapters/memory/deposito.ts";
import { createClockFermo } from "../../adapters/memory/tempo.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { PostoVariazioni, VariazioneContabile } from "../../domain/variazioni/variazione-contabile.ts";
import type { Deposito } from "../../ports/deposito.ts";
import { readVariazioni } from "./read-variazioni.ts";

const CHIAMANTE: Chiamante = {
  ...{ tipo: "applicazione", principal: "a", nome: "a", autodeterminazione: false, domini: "*", tipiPendenza: "*", acl: [] },
};
const variazione = (n: number, altro: Partial<VariazioneContabile> = {}): VariazioneContabile => ({
  ...{ tipo: "MOVIMENTO", azione: "CREATA", idDominio: COMUNE, versione: n, chiave: { id: `m-${n}` }, ...altro },
});
const serie = (quante: number, da = 1) => Array.from({ length: quante }, (_, i) => variazione(da + i));

const createProva = () => {
  const clock = createClockFermo(ADESSO);
  const richieste: string[] = [];
  const deposito = new DepositoInMemoria(({ operazione }) => richieste.push(operazione));
  const writer = (orologio = clock) => new ArchivioVariazioni(deposito, orologio);
  const reader = (da: Pick<Deposito, "query" | "commit"> = deposito) =>
    readVariazioni({ variazioni: new ArchivioVariazioni(da, clock), clock });
  return { clock, deposito, richieste, writer, reader };
};

/** Pages until there is nothing to read at once. */
const readAll = async (read: ReturnType<typeof readVariazioni>, limite: number, inizio?: PostoVariazioni) => {
  let posto = inizio;
  const lette: VariazioneContabile[] = [];
  for (let giro = 0; giro < 10_000; giro += 1) {
    const esito = await read({ idDominio: COMUNE, limite, ...(posto && { cursore: { idDominio: COMUNE, posto } }) }, CHIAMANTE);
    if (!esito.ok) throw new Error(esito.errore.codice);
    lette.push(...esito.valore.variazioni);
    posto = esito.valore.posto;
    if (!esito.valore.altre) return { lette, posto };
  }
  throw new Error("non finisce");
};
const versioni = (lette: readonly VariazioneContabile[]): number[] => lette.map(({ versione }) => versione);

describe("what changed since a place", () => {
  it("comes in the order written, in pages of any size, one request each", async () => {
    const { writer, reader, richieste } = createProva();
    const scrittore = writer();
    await scrittore.append(serie(120));
    await scrittore.append([variazione(1, { idDominio: UNIONE }), ...serie(5, 121)]);
    for (const limite of [1, 7, 50, 500]) expect(versioni((await readAll(reader(), limite)).lette)).toEqual(versioni(serie(125)));
    richieste.length = 0;
    await readAll(reader(), 500);
    expect(richieste).toEqual(["query"]);
  });

  it("costs a transaction for each creditor, and no reading before it", async () => {
    const { writer, richieste } = createProva();
    const scrittore = writer();
    await scrittore.append(serie(500));
    await scrittore.append([...serie(10), variazione(1, { idDominio: UNIONE })]);
    expect(richieste).toEqual(["commit", "commit", "commit"]);
  });

  it("goes on from where it was, also after days in which nothing changed", async () => {
    const { writer, reader, clock } = createProva();
    const scrittore = writer();
    await scrittore.append(serie(3));
    let { posto } = await readAll(reader(), 10);
    for (let giorno = 0; giorno < 60; giorno += 1) {
      clock.advance(86_400_000);
      ({ posto } = await readAll(reader(), 10, posto));
    }
    await scrittore.append(serie(2, 4));
    expect(versioni((await readAll(reader(), 10, posto)).lette)).toEqual([4, 5]);
  });

  it("says that a place is gone, instead of passing over what was there", async () => {
    const { writer, reader, clock } = createProva();
    await writer().append(serie(3));
    const { posto } = await readAll(reader(), 10);
    clock.advance(32 * 86_400_000);
    const read = reader();
    const cursore = { idDominio: COMUNE, posto };
    expect(await read({ limite: 10, cursore }, CHIAMANTE)).toMatchObject({ ok: false, errore: { codice: "CURSORE_SCADUTO" } });
    expect(await read({ limite: 10, idDominio: COMUNE, da: ADESSO }, CHIAMANTE)).toMatchObject({
      ...{ ok: false, errore: { codice: "PARAMETRO_NON_VALIDO", dettaglio: expect.stringContaining("30 giorni") } },
    });
    // Never written: not ours.
    const falso = { idDominio: COMUNE, posto: { segmento: clock.now(), lette: 1 } };
    expect(await read({ limite: 10, cursore: falso }, CHIAMANTE)).toMatchObject({ ok: false, errore: { codice: "CURSORE_SCADUTO" } });
  });

  it("begins from an instant, included", async () => {
    const { writer, reader, clock } = createProva();
    const scrittore = writer();
    await scrittore.append(serie(1));
    clock.advance(60_000);
    const da = clock.now();
    await scrittore.append(serie(2, 2));
    const esito = await reader()({ idDominio: COMUNE, da, limite: 10 }, CHIAMANTE);
    expect(esito.ok && versioni(esito.valore.variazioni)).toEqual([2, 3]);
  });

  it("shows of a creditor only what the caller may see, and skips it without losing the place", async () => {
    const { writer, reader } = createProva();
    const riscossione = (n: number, ambito: NonNullable<VariazioneContabile["ambito"]>) =>
      variazione(n, { tipo: "RISCOSSIONE", chiave: { iuv: "1", iur: "1", indice: 1 }, ambito });
    await writer().append([
      ...[riscossione(1, { idTipoPendenza: "TARI", idUnitaOperativa: "U1" }), riscossione(2, { idTipoPendenza: "MENSA" })],
      ...[riscossione(3, {}), riscossione(4, { idTipoPendenza: "TARI", idUnitaOperativa: "U2" }), variazione(5)],
    ]);
    const see = async (domini: Chiamante["domini"], tipiPendenza: Chiamante["tipiPendenza"]) => {
      const esito = await reader()({ idDominio: COMUNE, limite: 10 }, { ...CHIAMANTE, domini, tipiPendenza });
      return esito.ok ? versioni(esito.valore.variazioni) : esito.errore.codice;
    };
    expect(await see("*", "*")).toEqual([1, 2, 3, 4, 5]);
    expect(await see([{ idDominio: COMUNE }], ["TARI"])).toEqual([1, 4, 5]);
    expect(await see([{ idDominio: COMUNE, unitaOperative: ["U1"] }], ["TARI"])).toEqual([1, 5]);
    expect(await see([{ idDominio: UNIONE }], "*")).toBe("NON_AUTORIZZATO");
    const soloFlussi = await reader()({ idDominio: COMUNE, limite: 2, tipi: ["FLUSSO"] }, CHIAMANTE);
    expect(soloFlussi).toMatchObject({ ok: true, valore: { variazioni: [], altre: true, posto: { lette: 2 } } });
  });

  it("wants the creditor named by whoever sees many, and knows it of whoever sees one", async () => {
    const { writer, reader } = createProva();
    await writer().append(serie(1));
    expect(await reader()({ limite: 10 }, CHIAMANTE)).toMatchObject({
      ok: false,
      errore: { dettaglio: expect.stringContaining("idDominio") },
    });
    expect(await reader()({ limite: 10 }, { ...CHIAMANTE, domini: [{ idDominio: COMUNE }] })).toMatchObject({
      ok: true,
      valore: { idDominio: COMUNE },
    });
    const cursore = { idDominio: COMUNE, posto: { da: ADESSO } };
    expect(await reader()({ idDominio: UNIONE, cursore, limite: 10 }, CHIAMANTE)).toMatchObject({
      ok: false,
      errore: { codice: "PARAMETRO_NON_VALIDO" },
    });
  });

  it("loses nothing whatever the writers' clocks and whatever halves of their transactions are seen", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            scrittore: fc.nat(2),
            quante: fc.integer({ min: 1, max: 120 }),
            passo: fc.integer({ min: 0, max: 3_000 }),
            nascosti: fc.nat(3),
          }),
          {
            ...{ minLength: 1, maxLength: 12 },
          },
        ),
        fc.integer({ min: 1, max: 80 }),
        async (mosse, limite) => {
          const { clock, deposito, writer, reader } = createProva();
          // Three clocks, two of which are wrong.
          const orologi = [0, -5_000, 4_000].map((scarto) => ({
            ...clock,
            now: () => new Date(Date.parse(clock.now()) + scarto).toISOString(),
          }));
          const scrittori = orologi.map((orologio) => writer(orologio));
          let nascosti = 0;
          /** Some of the last items are not visible yet, though what follows them is. */
          const aMeta: Pick<Deposito, "query" | "commit"> = {
            commit: (scritture) => deposito.commit(scritture),
            query: async (richiesta) => {
              const pezzo = await deposito.query({ ...richiesta, limite: 10_000 });
              const { length } = pezzo.elementi;
              const visti = pezzo.elementi.filter((_, i) => nascosti === 0 || i !== length - 1 - nascosti);
              return { elementi: visti.slice(0, richiesta.limite) };
            },
          };
          const read = reader(aMeta);
          const lette: number[] = [];
          let posto: PostoVariazioni | undefined;
          let scritte = 0;
          for (const { scrittore, quante, passo, nascosti: quanti } of mosse) {
            await scrittori[scrittore]?.append(serie(quante, scritte + 1));
            scritte += quante;
            clock.advance(passo);
            nascosti = quanti;
            const esito = await read({ idDominio: COMUNE, limite, ...(posto && { cursore: { idDominio: COMUNE, posto } }) }, CHIAMANTE);
            // The very place of the reader is not visible: it asks again.
            if (!esito.ok) continue;
            lette.push(...versioni(esito.valore.variazioni));
            posto = esito.valore.posto;
          }
          nascosti = 0;
          lette.push(...versioni((await readAll(read, limite, posto)).lette));
          expect(lette).toEqual(versioni(serie(scritte)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps one order when writers come together", async () => {
    const { writer, reader } = createProva();
    const scrittori = [writer(), writer(), writer()];
    await Promise.all(Array.from({ length: 30 }, (_, i) => scrittori[i % 3]?.append(serie(10, i * 10 + 1))));
    const { lette } = await readAll(reader(), 33);
    expect(versioni(lette).toSorted((a, b) => a - b)).toEqual(versioni(serie(300)));
  });
});
