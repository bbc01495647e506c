/** Deliveries to subscribers: order for each debt, what a refusal holds, when a subscriber is left alone, and the small sister of `npm run soak -- webhook`. */
import { describe, expect, it } from "vitest";
import { runWebhook } from "../../../local/soak/webhook.ts";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAbbonamenti, createAbbonati } from "../../adapters/archivio/abbonamenti.ts";
import { ArchivioAnnunci } from "../../adapters/archivio/annunci.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import type { Abbonamento } from "../../domain/abbonamenti/abbonamento.ts";
import type { TentativoConsegna } from "../../domain/abbonamenti/consegna.ts";
import { createSeguito } from "../../domain/abbonamenti/seguito.ts";
import type { Annuncio } from "../../domain/annunci/annuncio.ts";
import type { EsitoSpedizione } from "../../ports/abbonamenti.ts";
import { wakeAbbonamenti } from "./abbonamenti.ts";
import { createDeliverAnnunci } from "./deliver-annunci.ts";

const CHIAVE = { idDominio: COMUNE, idAbbonamento: "protocollo" };
const annuncio = (debito: string, n: number): Annuncio => ({
  ...{ id: `${debito}${n}`, tipo: "pendenza.modificata", idDominio: COMUNE, data: "2026-11-26T08:00:00.000Z", oggetto: debito },
  ...{ ambito: { importo: 100 * n, idTipoPendenza: "TARI" }, dati: {} },
});

const createProva = async (altro: Partial<Abbonamento> = {}) => {
  const memoria = await createMemoria();
  const abbonamento: Abbonamento = {
    ...{ versione: 0, ...CHIAVE, abilitato: true, url: "https://protocollo.example.it/", tipi: [], filtri: {}, chiavi: [], ...altro },
  };
  await memoria.store(
    { azione: "crea", entita: "abbonamento", valore: abbonamento },
    { azione: "crea", entita: "seguito", valore: createSeguito(COMUNE, "protocollo", memoria.clock.now()) },
  );
  const abbonati = createAbbonati(memoria.deposito, memoria.clock);
  const annunci = new ArchivioAnnunci({ ...memoria, abbonati });
  const abbonamenti = new ArchivioAbbonamenti(memoria.deposito);
  const mandati: string[] = [];
  let risponde: (id: string) => number | EsitoSpedizione = () => 204;
  const porte = {
    ...{ ...memoria, annunci, abbonamenti, registro: new ArchivioRegistro(memoria.deposito), present: () => ({}) },
    spedizione: {
      send: async (_abbonamento: Abbonamento, id: string) => {
        mandati.push(id);
        const risposta = risponde(id);
        const tentativo: TentativoConsegna = { data: memoria.clock.now(), millisecondi: 1, status: Number(risposta) };
        return typeof risposta === "number" ? { tentativo } : risposta;
      },
    },
  };
  const deliver = createDeliverAnnunci(porte);
  return {
    ...{ ...porte, memoria, mandati },
    deliver: () => deliver(CHIAVE, memoria.traccia),
    wake: wakeAbbonamenti(porte),
    answer: (nuova: typeof risponde) => {
      risponde = nuova;
    },
    seguito: async () => (await abbonamenti.getSeguito(CHIAVE)) ?? createSeguito("", "", ""),
    sveglie: () => memoria.messaggi().filter(({ coda }) => coda === "abbonamenti").length,
  };
};

const minuti = (quanti: number): number => quanti * 60_000;

describe("a subscriber", () => {
  it("is woken with what it wants, told it once and in order, and not again", async () => {
    const prova = await createProva({ filtri: { importoMinimo: 200n, idTipiPendenza: ["TARI"] } });
    await prova.annunci.append([annuncio("a", 1)]);
    expect(prova.sveglie()).toBe(0);
    await prova.annunci.append([annuncio("a", 2), annuncio("a", 3), annuncio("b", 2)]);
    await prova.annunci.append([annuncio("a", 3)]);
    expect(prova.sveglie()).toBe(2);
    await prova.deliver();
    await prova.deliver();
    expect(prova.mandati.toSorted()).toEqual(["a2", "a3", "b2"]);
    expect(prova.mandati.indexOf("a2")).toBeLessThan(prova.mandati.indexOf("a3"));
  });

  it("costs a creditor without any one cached query, and no message", async () => {
    const prova = await createProva({ abilitato: false });
    prova.memoria.richieste.length = 0;
    await prova.annunci.append([annuncio("a", 1)]);
    await prova.annunci.append([annuncio("a", 2)]);
    // The first writer of a creditor finds its head the first time.
    expect(prova.memoria.richieste).toEqual(["query:anagrafiche", "commit:archivio", "commit:archivio"]);
    await prova.deliver();
    expect([prova.sveglie(), prova.mandati]).toEqual([0, []]);
  });

  it("that refuses one debt has its later announcements held, and the others told", async () => {
    const prova = await createProva();
    prova.answer((id) => (id === "a1" ? 500 : 204));
    await prova.annunci.append([annuncio("a", 1), annuncio("b", 1), annuncio("a", 2)]);
    await prova.deliver();
    await prova.annunci.append([annuncio("a", 3), annuncio("b", 2)]);
    await prova.deliver();
    expect(prova.mandati.toSorted()).toEqual(["a1", "b1", "b2"]);
    expect((await prova.seguito()).trattenuti).toMatchObject([{ oggetto: "a", tentativi: 1 }]);
    expect(await prova.wake()).toEqual({ svegliati: 0, fermi: 0 });
    prova.memoria.clock.advance(minuti(2));
    expect(await prova.wake()).toEqual({ svegliati: 1, fermi: 0 });
    prova.answer(() => 204);
    await prova.deliver();
    expect(prova.mandati.slice(3)).toEqual(["a1", "a2", "a3"]);
    expect((await prova.seguito()).trattenuti).toEqual([]);
    const consegne = await prova.abbonamenti.findConsegneDi(CHIAVE, "a");
    expect(consegne.map(({ stato, tentativi }) => [stato, tentativi])).toEqual([
      ["CONSEGNATA", 2],
      ["CONSEGNATA", 1],
      ["CONSEGNATA", 1],
    ]);
  });

  it("that takes nothing is left alone, then tried with one announcement, then told everything in order", async () => {
    const prova = await createProva();
    prova.answer(() => 500);
    const tutti = Array.from({ length: 60 }, (_, i) => annuncio(`d${i % 30}`, 1 + Math.floor(i / 30)));
    await prova.annunci.append(tutti);
    await prova.deliver();
    expect(prova.mandati).toHaveLength(25);
    await prova.deliver();
    expect(prova.mandati).toHaveLength(25);
    prova.memoria.clock.advance(minuti(2));
    await prova.deliver();
    expect(prova.mandati).toHaveLength(26);
    expect((await prova.seguito()).guasto).toMatchObject({ tentativi: 2 });
    prova.memoria.clock.advance(minuti(24 * 60));
    prova.answer(() => 204);
    await prova.deliver();
    const presi = prova.mandati.slice(26);
    expect(presi).toHaveLength(60);
    for (let i = 0; i < 30; i += 1) expect(presi.indexOf(`d${i}1`)).toBeLessThan(presi.indexOf(`d${i}2`));
    expect(await prova.seguito()).toMatchObject({ trattenuti: [], falliti: 0 });
  });

  it.each<[string, (id: string) => number | EsitoSpedizione, number, object]>([
    ["410 stops it at once", () => 410, 0, { pausa: { motivo: expect.stringContaining("410"), automatica: true } }],
    [
      "a wait that it asks for is respected",
      () => ({ tentativo: { data: "", millisecondi: 1, status: 429 }, attesaSecondi: 600 }),
      0,
      { guasto: { prossimo: expect.stringMatching(/T\d\d:\d\d/) } },
    ],
    ["three days of refusals stop it", () => 500, 3 * 24 * 60 + 60, { pausa: { motivo: expect.stringContaining("3 giorni") } }],
  ])("%s", async (_caso, risponde, dopo, atteso) => {
    const prova = await createProva();
    prova.answer(risponde);
    await prova.annunci.append([annuncio("a", 1)]);
    await prova.deliver();
    prova.memoria.clock.advance(minuti(dopo));
    await prova.deliver();
    expect(await prova.seguito()).toMatchObject(atteso);
    const { length } = prova.mandati;
    await prova.deliver();
    expect(prova.mandati).toHaveLength(length);
    if (dopo > 0) {
      expect(await prova.abbonamenti.findConsegneDi(CHIAVE, "a")).toMatchObject([{ stato: "SCARTATA", tentativi: 2 }]);
      expect(await prova.wake()).toMatchObject({ fermi: 1 });
      expect(prova.memoria.deposito.all("eventi")).toMatchObject([{ tipoEvento: "abbonamentoInPausa" }]);
    }
  });

  it("whose worker finds another at work rings, and the other looks again before leaving", async () => {
    const prova = await createProva();
    await prova.annunci.append([annuncio("a", 1)]);
    let altro: Promise<void> | undefined;
    prova.answer((id) => {
      if (id === "a1") altro = prova.annunci.append([annuncio("a", 2)]).then(() => prova.deliver());
      return 204;
    });
    await prova.deliver();
    await altro;
    expect(prova.mandati).toEqual(["a1", "a2"]);
    expect((await prova.seguito()).presa).toBeUndefined();
  });
});

it("in the small soak everything arrives, in order for each debt, whoever dies or refuses", async () => {
  const esito = await runWebhook({ debiti: 40, annunciPerDebito: 5, seme: 7, morti: 0.02 });
  expect(esito.differenze).toEqual([]);
  expect(esito.annunci).toBe(200);
  expect(esito.interruzioni).toBeGreaterThan(0);
  expect(esito.rifiutate).toBeGreaterThan(50);
  expect(esito.minuti["giuPerUnGiorno"]).toBeGreaterThan(24 * 60);
  expect(esito.minuti["sano"]).toBeLessThan(24 * 60);
});
