/** Whatever the filters, a list answers what a naive reading of the same debts would, in one query; on both stores. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedAnagrafica } from "../../../tests/sostegno/anagrafica.ts";
import { attesePendenze, attesiRpp, FRAMMENTI, provePendenze, proveRpp, storeElenchi } from "../../../tests/sostegno/elenchi.ts";
import { ADESSO } from "../../../tests/sostegno/esempi.ts";
import { NOMI_TABELLE, startDynamoDiProva } from "../../../tests/sostegno/tabelle.ts";
import { AnagraficheInCache } from "../../adapters/archivio/anagrafiche.ts";
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { DepositoDynamoDb } from "../../adapters/dynamodb/deposito.ts";
import { DepositoInMemoria } from "../../adapters/memory/deposito.ts";
import { createClockFermo } from "../../adapters/memory/tempo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { createFindRpp } from "../pagamenti/find-rpp.ts";
import { findPendenze } from "./find-pendenze.ts";

/** Requests of the lists since the last reset, as the store received them. */
type Impianto = { readonly deposito: Deposito; readonly richieste: string[]; stop(): Promise<void> };

const createInMemoria = async (): Promise<Impianto> => {
  const richieste: string[] = [];
  const deposito = new DepositoInMemoria(({ operazione, tabella }) => {
    if (tabella === "archivio") richieste.push(operazione);
  });
  return { deposito, richieste, stop: async () => {} };
};

const createSuDynamo = async (): Promise<Impianto> => {
  const dynamo = await startDynamoDiProva();
  return { deposito: new DepositoDynamoDb(dynamo.client, NOMI_TABELLE), richieste: dynamo.richieste, stop: () => dynamo.stop() };
};

describe.each([
  ["in memory", createInMemoria, 400, { query: "query", batch: "getMany", count: "count" }],
  ["on DynamoDB", createSuDynamo, 40, { query: "QueryCommand", batch: "BatchGetCommand", count: "QueryCommand" }],
] as const)("lists %s", (_dove, create, numRuns, nomi) => {
  let impianto: Impianto;
  let anagrafiche: Anagrafiche;
  const clock = createClockFermo(ADESSO);
  beforeAll(async () => {
    impianto = await create();
    await seedAnagrafica(impianto.deposito);
    await storeElenchi(impianto.deposito);
    const cache = new AnagraficheInCache(impianto.deposito, clock);
    // Creditors written too much for one list key.
    const getCreditore: Anagrafiche["getCreditore"] = async (idDominio) => {
      const creditore = await cache.getCreditore(idDominio);
      return creditore && { ...creditore, dominio: { ...creditore.dominio, frammenti: FRAMMENTI } };
    };
    anagrafiche = Object.assign(Object.create(cache), { getCreditore });
    await Promise.all(["01234567897", "91001750081"].map((idDominio) => anagrafiche.getCreditore(idDominio)));
  });
  afterAll(() => impianto.stop());

  /** All the pages, by cursor; checks that each tells the total. */
  const walk = async <T>(limite: number, find: (pagina: RichiestaPagina) => Promise<Pagina<T>>): Promise<readonly T[]> => {
    const visti: T[] = [];
    let pagina = await find({ limite, salta: 0, totale: true });
    const totale = pagina.totale;
    for (let n = 0; n < 200; n++) {
      visti.push(...pagina.elementi);
      expect(pagina.totale).toBe(totale);
      if (pagina.cursore === undefined) break;
      pagina = await find({ limite, salta: 0, totale: true, cursore: pagina.cursore });
    }
    expect(visti).toHaveLength(totale ?? -1);
    return visti;
  };

  it("of debts agree with the naive reading for any combination of filters, callers and pages", async () => {
    await fc.assert(
      fc.asyncProperty(provePendenze, async (prova) => {
        const porte = { posizioni: new ArchivioPosizioni(impianto.deposito), anagrafiche, clock };
        const trovate = await walk(
          prova.limite,
          async (pagina) => (await findPendenze(porte)(prova.filtri, pagina, prova.chiamante)).pagina,
        );
        expect(trovate.map(({ iuv }) => iuv)).toEqual(attesePendenze(prova));
      }),
      { numRuns },
    );
  });

  it("of attempts agree with the naive reading for any combination of filters, callers and pages", async () => {
    await fc.assert(
      fc.asyncProperty(proveRpp, async (prova) => {
        const porte = { posizioni: new ArchivioPosizioni(impianto.deposito), anagrafiche, clock };
        const trovati = await walk(
          prova.limite,
          async (pagina) => (await createFindRpp(porte)(prova.filtri, pagina, prova.chiamante)).pagina,
        );
        expect(trovati.map(({ tentativo }) => tentativo.ccp)).toEqual(attesiRpp(prova));
        expect(trovati.every(({ pendenza, tentativo }) => pendenza.iuv === tentativo.iuv)).toBe(true);
      }),
      { numRuns },
    );
  });

  it("are one query per list key and at most one count, whatever the filters", async () => {
    await fc.assert(
      fc.asyncProperty(provePendenze, proveRpp, async (delle, dei) => {
        const porte = { posizioni: new ArchivioPosizioni(impianto.deposito), anagrafiche, clock };
        const pagina = { limite: 4, salta: 0, totale: true, tettoTotale: 10_000 };
        const { filtri, chiamante } = delle;
        const { domini, idA2A } = chiamante;
        const senzaChiave = [filtri.idDominio, filtri.idDebitore, filtri.idA2A].every((chiave) => chiave === undefined);
        const perElenco = filtri.idDominio !== undefined && filtri.idDebitore === undefined;
        // An operator's own creditors, read one by one when the list of the installation would give too few of theirs.
        const diOperatore = senzaChiave && idA2A === undefined && domini !== "*" ? domini.length * FRAMMENTI + 1 : 1;
        const chiavi = (filtri.mostraSpontaneiNonPagati ? 2 : 1) * (perElenco ? FRAMMENTI : diOperatore);
        impianto.richieste.length = 0;
        await findPendenze(porte)(filtri, { ...pagina, totale: false }, delle.chiamante);
        expect(impianto.richieste.length).toBeLessThanOrEqual(chiavi);
        expect(impianto.richieste.every((richiesta) => richiesta === nomi.query)).toBe(true);
        impianto.richieste.length = 0;
        await findPendenze(porte)(filtri, pagina, delle.chiamante);
        expect(impianto.richieste.length).toBeLessThanOrEqual(2 * chiavi);
        impianto.richieste.length = 0;
        await createFindRpp(porte)(dei.filtri, pagina, dei.chiamante);
        expect(impianto.richieste.filter((richiesta) => richiesta === nomi.batch).length).toBeLessThanOrEqual(1);
        expect(impianto.richieste.filter((richiesta) => richiesta !== nomi.batch).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });
});
