/** Pages of a flow: counted once each and in order, whatever the queue does; requests per row within the budget. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import {
  buildPagata,
  buildPendenzaRiga,
  buildRiga,
  createFdrFinto,
  FLUSSO,
  type FlussoFinto,
  PSP,
} from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { DocumentiInMemoria } from "../../adapters/memory/documenti.ts";
import { createFlussiOriginali } from "../../adapters/nodo-storico/flussi-originali.ts";
import type { RigaFlusso } from "../../ports/fdr.ts";
import { acquirePagina } from "./acquire-pagina.ts";
import { registerFlusso } from "./register-flusso.ts";

const chiave = { idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP, revisione: 1 };
const righeDi = (quante: number): RigaFlusso[] => Array.from({ length: quante }, (_, i) => buildRiga(i + 1));

const createProva = async (flusso: FlussoFinto, righePerPagina = 1000) => {
  const memoria = await createMemoria();
  const { fdr, guasti, chiamate } = createFdrFinto([flusso], righePerPagina);
  await registerFlusso(memoria)(
    { ...chiave, dataPubblicazione: "2026-11-24T20:00:00.000Z", dataFlusso: "2026-11-24T18:30:00.000Z" },
    memoria.traccia,
  );
  const acquire = acquirePagina({ ...memoria, fdr, originali: createFlussiOriginali(new DocumentiInMemoria()) });
  const run = (pagina: number) => acquire({ ...chiave, pagina }, memoria.traccia);
  return {
    memoria,
    guasti,
    chiamate,
    run,
    runAll: async () => {
      for (let pagina = 1; (await memoria.rendicontazioni.getFlusso(chiave))?.stato === "IN_ACQUISIZIONE"; pagina += 1) await run(pagina);
    },
    flusso: async () => {
      const letto = await memoria.rendicontazioni.getFlusso(chiave);
      if (!letto) throw new Error("flusso assente");
      return letto;
    },
    righe: () => memoria.rendicontazioni.findRighe(chiave, 1, 10_000),
  };
};

describe("acquisizione di un flusso", () => {
  it("porta testata, righe abbinate e stato", async () => {
    const prova = await createProva({ righe: righeDi(3) });
    await prova.memoria.store(...buildPagata(1), ...buildPagata(2));
    await prova.run(1);
    expect(await prova.flusso()).toMatchObject({
      stato: "ACQUISITO",
      trn: `TRN-${PSP}`,
      numeroPagamenti: 3,
      importoTotale: 3006n,
      righeAcquisite: 3,
      pagineAcquisite: 1,
      mittente: { tipo: "A", id: "03069" },
    });
    expect((await prova.righe()).map((r) => [r.progressivo, r.stato])).toEqual([
      [1, "OK"],
      [2, "OK"],
      [3, "ANOMALA"],
    ]);
  });

  it.each<[string, Partial<FlussoFinto>, string[]]>([
    ["somma diversa dalla testata", { importoTotale: 1n }, ["007106"]],
    ["numero di righe diverso dalla testata", { numeroPagamenti: 5 }, ["007107"]],
    ["dominio diverso da quello richiesto", { idDominioRicevente: UNIONE }, ["007116"]],
  ])("è anomalo per %s", async (_caso, altro, codici) => {
    const prova = await createProva({ righe: righeDi(2), ...altro });
    await prova.run(1);
    const { stato, segnalazioni } = await prova.flusso();
    expect([stato, segnalazioni.map((s) => s.codice)]).toEqual(["ANOMALO", codici]);
  });

  it("segna le ripetizioni, anche tra pagine diverse, e non le perde", async () => {
    const prova = await createProva({ righe: [buildRiga(1), buildRiga(2), buildRiga(1), buildRiga(1), buildRiga(3)] }, 2);
    await prova.memoria.store(...[1, 2, 3].flatMap(buildPagata));
    await prova.runAll();
    const righe = await prova.righe();
    expect(righe.map((r) => [r.progressivo, r.segnalazioni.map((s) => s.codice)])).toEqual([
      [1, []],
      [2, []],
      [3, ["007115"]],
      [4, ["007115"]],
      [5, []],
    ]);
    expect((await prova.flusso()).stato).toBe("ACQUISITO");
  });

  it("le righe senza ricevuta guardano la pendenza", async () => {
    const righe = [buildRiga(1, { esito: 9 }), buildRiga(2, { esito: 8 }), buildRiga(3, { iuv: "99123456789012345" })];
    const prova = await createProva({ righe });
    await prova.memoria.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(1) });
    await prova.run(1);
    expect((await prova.righe()).map((r) => r.stato)).toEqual(["OK", "ANOMALA", "ALTRO_INTERMEDIARIO"]);
  });

  it("una pagina ripetuta non conta due volte, una fuori turno aspetta", async () => {
    const prova = await createProva({ righe: righeDi(5) }, 2);
    await prova.run(1);
    const dopoUna = await prova.flusso();
    await prova.run(1);
    expect(await prova.flusso()).toEqual(dopoUna);
    await expect(prova.run(3)).rejects.toThrow("prima della precedente");
    await prova.runAll();
    expect(await prova.flusso()).toMatchObject({ stato: "ACQUISITO", righeAcquisite: 5, pagineAcquisite: 3 });
    const pagine = prova.memoria.messaggi().map(({ corpo }) => corpo);
    // Then the applications of the creditor are told.
    expect(pagine).toEqual([...[1, 2, 3].map((pagina) => ({ ...chiave, pagina })), { tipo: "RENDICONTAZIONI", ...chiave }]);
  });

  it("pagoPA che non risponde fa ripetere, un contenuto illeggibile rifiuta il flusso", async () => {
    const prova = await createProva({ righe: righeDi(1) });
    prova.guasti.set(`testata ${FLUSSO}`, { causa: "irraggiungibile", dettaglio: "500" });
    await expect(prova.run(1)).rejects.toThrow("500");
    expect((await prova.flusso()).stato).toBe("IN_ACQUISIZIONE");
    prova.guasti.set(`testata ${FLUSSO}`, { causa: "illeggibile", dettaglio: "sumPayments: atteso un importo" });
    await prova.run(1);
    expect(await prova.flusso()).toMatchObject({
      stato: "RIFIUTATO",
      segnalazioni: [{ codice: "FLUSSO_ILLEGGIBILE", dettaglio: "sumPayments: atteso un importo" }],
    });
  });

  it("costa al massimo 0,1 richieste per riga, e legge al massimo 0,03", async () => {
    const QUANTE = 3000;
    const prova = await createProva({ righe: righeDi(QUANTE).map((riga, i) => ({ ...riga, esito: i % 2 === 0 ? 0 : 9 })) });
    prova.memoria.richieste.length = 0;
    await prova.runAll();
    const diArchivio = prova.memoria.richieste.filter((r) => r.endsWith(":archivio"));
    expect((await prova.flusso()).righeAcquisite).toBe(QUANTE);
    expect(diArchivio.length / QUANTE).toBeLessThan(0.1);
    expect(diArchivio.filter((r) => r.startsWith("getMany")).length / QUANTE).toBeLessThanOrEqual(0.03);
    expect(diArchivio.filter((r) => r.startsWith("putMany")).length / QUANTE).toBeLessThanOrEqual(0.04);
  });

  it("interrotta in qualunque punto e ripetuta arriva allo stesso flusso", async () => {
    const righe = [...righeDi(4), buildRiga(2), buildRiga(6, { esito: 9 })];
    const attesa = await createProva({ righe }, 2);
    await attesa.runAll();
    const finale = [await attesa.flusso(), await attesa.righe()];
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), fc.boolean(), async (punti, doppia) => {
        const prova = await createProva({ righe }, 2);
        let n = 0;
        prova.memoria.observe(() => {
          n += 1;
          if (punti.includes(n)) throw new Error("interruzione");
        });
        for (let giro = 0; giro < 12; giro += 1) {
          const pagine = prova.memoria.messaggi().map(({ corpo }) => Object(corpo)["pagina"] as number);
          const consegne = pagine.map((pagina) => prova.run(pagina).catch(() => {}));
          await Promise.all(doppia ? [...consegne, prova.run(1).catch(() => {})] : consegne);
        }
        expect([{ ...(await prova.flusso()), versione: 0 }, await prova.righe()]).toEqual([{ ...finale[0], versione: 0 }, finale[1]]);
      }),
      { numRuns: 40 },
    );
  });
});
