/** Many writers of debts at once, on the emulator of the database: through the handler, and as the containers of the same function, each with its own counter. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnagraficheInCache } from "../../../shared/adapters/archivio/anagrafiche.ts";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioPosizioni } from "../../../shared/adapters/archivio/posizioni.ts";
import { ArchivioProgressivi } from "../../../shared/adapters/archivio/progressivi.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { savePendenza } from "../../../shared/usecases/pendenze/save-pendenza.ts";
import { APPLICAZIONE } from "../../sostegno/anagrafica.ts";
import { createMemoria } from "../../sostegno/memoria.ts";
import { GESTIONALE, numero, nuova } from "../../sostegno/pendenze.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const SCRITTORI = 64;
const quanti = <T>(n: number, build: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => build(i));

describe("64 writers at once", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
  });
  afterAll(() => api.stop());

  it("with the same notice number for 64 debts: one has it, the others are told of whom", async () => {
    const esiti = await Promise.all(quanti(SCRITTORI, (i) => api.put(`STESSO-${i}`, corpo({ numeroAvviso: numero(500) }))));
    expect(esiti.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(esiti.filter(({ status, body }) => status === 422 && body["codice"] === "VER_025")).toHaveLength(SCRITTORI - 1);
  });

  it("half with numbers of their own where the counter is about to pass: no number to two debts", async () => {
    const prossimo = Number(String((await api.put("SONDA")).body["numeroAvviso"]).slice(3, 16));
    const esiti = await Promise.all(
      quanti(SCRITTORI, (i) => api.put(`MISTA-${i}`, corpo(i % 2 === 0 ? { numeroAvviso: numero(prossimo + 1 + i / 2) } : {}))),
    );
    const numeri = esiti.filter(({ status }) => status === 201).map(({ body }) => body["numeroAvviso"]);
    expect(new Set(numeri).size).toBe(numeri.length);
    // A number given may come late, and say so; a generated one is never refused for that.
    esiti.forEach(({ status, body }, i) => {
      expect([status, body["codice"] ?? "-"]).toEqual(i % 2 === 0 && status !== 201 ? [422, "VER_025"] : [201, "-"]);
    });
  });

  it("with the same ETag: one writes, the others are told that it is stale", async () => {
    await api.put("ETAG");
    const { headers } = await api.invoke("pendenze/getPendenza", { params: chiave("ETAG") });
    const ifMatch = { "if-match": headers["etag"] ?? "" };
    const esiti = await Promise.all(
      quanti(SCRITTORI, (i) =>
        api.invoke("pendenze/addPendenza", { params: chiave("ETAG"), headers: ifMatch, body: corpo({ causale: `Causale ${i}` }) }),
      ),
    );
    const vincitori = esiti.flatMap(({ status }, i) => (status === 200 ? [i] : []));
    expect(vincitori).toHaveLength(1);
    expect(esiti.filter(({ status }) => status === 412)).toHaveLength(SCRITTORI - 1);
    const letta = await api.invoke("pendenze/getPendenza", { params: chiave("ETAG") });
    expect([letta.body["causale"], letta.headers["etag"]]).toEqual([`Causale ${vincitori[0]}`, '"2"']);
  });

  it("each adding its own item to what it has read: whoever is refused reads again, and no item is lost", async () => {
    const voce = (i: number) => ({ idVocePendenza: String(i), importo: 1, descrizione: "Voce", codEntrata: "TARI" });
    await api.put("VOCI", corpo({ importo: 1, voci: [voce(0)] }));
    const add = async (i: number): Promise<void> => {
      for (;;) {
        const { body, headers } = await api.invoke("pendenze/getPendenza", { params: chiave("VOCI") });
        const presenti = (Array.isArray(body["voci"]) ? body["voci"] : []).map((v) => voce(Number(Object(v).idVocePendenza)));
        const voci = [...presenti, voce(i)];
        const esito = await api.invoke("pendenze/addPendenza", {
          ...{ params: chiave("VOCI"), headers: { "if-match": headers["etag"] ?? "" } },
          body: corpo({ importo: voci.length, voci }),
        });
        if (esito.status === 200) return;
        expect(esito.status).toBe(412);
      }
    };
    await Promise.all([1, 2, 3, 4].map(add));
    const { body, headers } = await api.invoke("pendenze/getPendenza", { params: chiave("VOCI") });
    expect([body["importo"], headers["etag"]]).toEqual([5, '"5"']);
  });

  it("from 8 containers, each with its own counter: 64 debts, 64 numbers, then 64 repetitions that write nothing", async () => {
    const memoria = await createMemoria();
    const containers = quanti(8, () =>
      savePendenza({
        posizioni: new ArchivioPosizioni(api.deposito),
        anagrafiche: new AnagraficheInCache(api.deposito, clockDiSistema),
        progressivi: new ArchivioProgressivi(api.deposito),
        unitOfWork: new ArchivioUnitOfWork(api.deposito, { pendenza: mappaPendenza }, clockDiSistema, memoria.ids, {
          conservazioneEventiGiorni: 1,
        }),
        clock: clockDiSistema,
        ids: memoria.ids,
      }),
    );
    const salva = (i: number) =>
      containers[i % containers.length]?.({
        ...{
          idA2A: APPLICAZIONE,
          idPendenza: `CONT-${i}`,
          nuova: nuova(),
          tipo: "dovuto",
          chiamante: GESTIONALE,
          traccia: memoria.traccia,
        },
      });
    const esiti = await Promise.all(quanti(SCRITTORI, salva));
    const numeri = esiti.map((esito) => (esito?.ok && esito.valore.creata ? esito.valore.pendenza.numeroAvviso : "rifiutata"));
    expect(new Set(numeri).size).toBe(SCRITTORI);
    const ancora = await Promise.all(quanti(SCRITTORI, salva));
    expect(ancora.map((esito) => esito?.ok && !esito.valore.scritta && esito.valore.pendenza.numeroAvviso)).toEqual(numeri);
  });
});
