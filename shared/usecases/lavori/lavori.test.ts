import { beforeEach, describe, expect, it } from "vitest";
import { ADESSO } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioLavori } from "../../adapters/archivio/lavori.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { createFindLavori, createGetEsecuzione } from "./find-lavori.ts";
import { createRunLavoro } from "./run-lavoro.ts";
import { createStartLavoro } from "./start-lavoro.ts";

const NOME = "acquisisciFlussi";
const definizioni = [
  { nome: NOME, summary: "Cerca i flussi", espressione: "cron(0 4,8,12,16,20 * * ? *)", timeoutSeconds: 300 },
  { nome: "recuperaRpt", summary: "Recupera le RPT", espressione: "cron(5/10 * * * ? *)", timeoutSeconds: 300 },
];
const avvioDi = (idEsecuzione: string) => ({ nome: NOME, idEsecuzione, durataMassimaSecondi: 300 });

let memoria: Memoria;
let lavori: ArchivioLavori;
let avviati: string[];
let risposta: Esito<void>;

beforeEach(async () => {
  memoria = await createMemoria();
  lavori = new ArchivioLavori(memoria.deposito);
  avviati = [];
  risposta = ok(undefined);
});

const run = () => createRunLavoro({ ...memoria, lavori });
const find = (richiesta = { limite: 25, salta: 0, totale: true }) =>
  createFindLavori({ definizioni, lavori, clock: memoria.clock })(richiesta);
const stato = (id: string) => createGetEsecuzione({ definizioni, lavori, clock: memoria.clock })(id);
const start = (forza = false, idOperazione = NOME) =>
  createStartLavoro({
    ...{ ...memoria, definizioni, lavori },
    avvio: {
      start: async (nome, id) => {
        avviati.push(`${nome} ${id}`);
        return risposta;
      },
    },
  })({ idOperazione, forza }, { principal: "mario" }, memoria.traccia);

describe("a run of a job", () => {
  it("holds the job while it lasts, then tells what it counted, with three requests of its own", async () => {
    let durante: unknown;
    const esito = await run()(avvioDi("e1"), async () => {
      durante = (await lavori.getLavoro(NOME))?.inCorso;
      memoria.richieste.push("il lavoro");
      return { flussi: 3 };
    });
    expect(esito).toEqual(ok({ flussi: 3 }));
    expect(durante).toMatchObject({ idEsecuzione: "e1", dal: ADESSO, finoA: "2026-11-25T09:05:30.000Z" });
    const lavoro = await lavori.getLavoro(NOME);
    expect(lavoro).toMatchObject({
      ultimoSuccesso: ADESSO,
      ultima: { id: "e1", stato: "CONCLUSA", origine: "SCHEDULAZIONE", cifre: { flussi: 3 } },
    });
    expect(lavoro).not.toHaveProperty("inCorso");
    expect(memoria.richieste.filter((r) => !r.startsWith("il lavoro")).slice(0, 2)).toEqual([
      "getMany:archivio",
      expect.stringMatching(/^commit/),
    ]);
  });

  it("does nothing while another holds the job, and both end once", async () => {
    const eseguiti: string[] = [];
    await run()(avvioDi("e1"), async () => {
      eseguiti.push("e1");
      const secondo = await run()(avvioDi("e2"), async () => {
        eseguiti.push("e2");
        return {};
      });
      expect(secondo).toEqual(ko("occupato"));
      return {};
    });
    expect(eseguiti).toEqual(["e1"]);
  });

  it("of many that begin in the same instant, one works", async () => {
    let insieme = 0;
    let massimo = 0;
    const esiti = await Promise.all(
      ["e1", "e2", "e3", "e4"].map((id) =>
        run()(avvioDi(id), async () => {
          insieme += 1;
          massimo = Math.max(massimo, insieme);
          await new Promise((resolve) => setTimeout(resolve, 5));
          insieme -= 1;
          return {};
        }),
      ),
    );
    expect([massimo, esiti.filter((esito) => esito.ok).length]).toEqual([1, 1]);
  });

  it("that dies leaves the job free once it can no longer be alive", async () => {
    await expect(
      run()(avvioDi("e1"), async () => {
        memoria.observe(({ operazione }) => {
          if (operazione === "commit") throw new Error("spento");
        });
        return {};
      }),
    ).rejects.toThrow("spento");
    memoria.observe(() => {});
    expect(await run()(avvioDi("e2"), async () => ({}))).toEqual(ko("occupato"));
    memoria.clock.advance(5 * 60_000 + 31_000);
    expect(await run()(avvioDi("e3"), async () => ({}))).toEqual(ok({}));
  });

  it("that fails says why, and is tried again under its own id; one that ended is not repeated", async () => {
    await expect(run()(avvioDi("e1"), () => Promise.reject(new Error("pagoPA non risponde")))).rejects.toThrow("pagoPA non risponde");
    expect(await stato(NOME)).toMatchObject(ok({ esecuzione: { stato: "FALLITA", dettaglio: "pagoPA non risponde" } }));
    expect(await run()(avvioDi("e1"), async () => ({ flussi: 1 }))).toEqual(ok({ flussi: 1 }));
    expect(await run()(avvioDi("e1"), async () => ({ flussi: 2 }))).toEqual(ko("gia-eseguita"));
  });
});

describe("an operator who starts a job", () => {
  it("is answered before it runs; the run carries who asked for it, also in the journal", async () => {
    const esito = await start();
    expect(esito).toMatchObject(ok({ esecuzione: { stato: "RICHIESTA", principal: "mario" } }));
    const id = esito.ok ? esito.valore.esecuzione.id : "";
    expect(avviati).toEqual([`${NOME} ${id}`]);
    await run()(avvioDi(id), async () => ({ flussi: 2 }));
    expect(await stato(id)).toMatchObject(ok({ esecuzione: { stato: "CONCLUSA", origine: "OPERATORE", principal: "mario" } }));
    expect(memoria.deposito.all("eventi")).toMatchObject([{ categoriaEvento: "UTENTE", sottotipoEvento: NOME }]);
  });

  it("is told that it is already running; by force, takes it away from the run that held it, which leaves it alone", async () => {
    await run()(avvioDi("e1"), async () => {
      expect(await start()).toMatchObject(ko({ codice: "LAVORO_IN_CORSO" }));
      expect((await start(true)).ok).toBe(true);
      await run()(avvioDi("e2"), async () => ({ flussi: 5 }));
      return { flussi: 1 };
    });
    expect(await lavori.getLavoro(NOME)).toMatchObject({ ultima: { id: "e2" } });
    expect(await stato("e1")).toMatchObject(ok({ esecuzione: { stato: "CONCLUSA", cifre: { flussi: 1 } } }));
    expect(JSON.stringify(memoria.deposito.all("eventi"))).toContain("tolta la prenotazione di e1");
  });

  it("is told when the call was refused, and the request does not stay open", async () => {
    risposta = ko("Lambda ha risposto 429");
    expect(await start()).toEqual(ko({ codice: "BATCH_001", dettaglio: "Lambda ha risposto 429" }));
    const [, id = ""] = avviati[0]?.split(" ") ?? [];
    expect(await stato(id)).toMatchObject(ok({ esecuzione: { stato: "FALLITA", dettaglio: "Lambda ha risposto 429" } }));
  });

  it("may use GovPay's name of the job; a name of neither is not found", async () => {
    expect((await start(false, "acquisizioneRendicontazioni")).ok).toBe(true);
    expect(await start(false, "resetCacheAnagrafica")).toMatchObject(ko({ codice: "NON_TROVATO" }));
  });

  it("learns after a quarter of an hour that a request was lost", async () => {
    const esito = await start();
    const id = esito.ok ? esito.valore.esecuzione.id : "";
    expect(await stato(id)).toMatchObject(ok({ maiPartita: false }));
    memoria.clock.advance(16 * 60_000);
    expect(await stato(id)).toMatchObject(ok({ maiPartita: true }));
  });
});

it("the list shows every declared job, also one that never ran, in one request", async () => {
  await run()(avvioDi("e1"), async () => ({}));
  memoria.richieste.length = 0;
  const { elementi, totale } = await find();
  expect(memoria.richieste).toEqual(["query:archivio"]);
  expect([totale, elementi.map(({ definizione, inCorso, prossima }) => [definizione.nome, inCorso, prossima])]).toEqual([
    2,
    [
      [NOME, false, "2026-11-25T11:00:00.000Z"],
      ["recuperaRpt", false, "2026-11-25T09:05:00.000Z"],
    ],
  ]);
});
