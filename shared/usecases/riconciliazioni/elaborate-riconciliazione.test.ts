/** The worker: debts collected to the cent, each row once, whatever interrupts it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import {
  buildIuv,
  buildPagata,
  buildPendenzaRiga,
  buildRiconciliazione,
  buildRiga,
  buildRiscossione,
  FLUSSO,
  storeFlusso,
} from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import type { RigaFlusso } from "../../ports/fdr.ts";
import { elaborateRiconciliazione } from "./elaborate-riconciliazione.ts";

const righeDi = (...numeri: readonly number[]): RigaFlusso[] => numeri.map((n) => buildRiga(n));
const totale = (righe: readonly RigaFlusso[]): bigint => sumImporti(righe.map((r) => r.importo));

const createProva = async () => {
  const memoria = await createMemoria();
  const elaborate = elaborateRiconciliazione(memoria);
  return {
    ...memoria,
    run: (id = "movimento-1", tappa = 0) => elaborate({ idDominio: COMUNE, id, tappa }, memoria.traccia),
    register: (altro: Partial<Riconciliazione>) =>
      memoria.store({ azione: "crea", entita: "riconciliazione", valore: buildRiconciliazione(altro) }),
    movimento: async (id = "movimento-1") => {
      const letta = await memoria.rendicontazioni.getRiconciliazione(COMUNE, id);
      if (!letta) throw new Error("riconciliazione assente");
      return letta;
    },
    posizione: (n: number) => memoria.posizioni.getPosizione({ idDominio: COMUNE, iuv: buildIuv(n) }),
  };
};

describe("riconciliazione di un flusso", () => {
  it("incassa riscossioni e pendenze e lega flusso e movimento", async () => {
    const prova = await createProva();
    const righe = righeDi(1, 2);
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await storeFlusso(prova, righe);
    await prova.register({ importo: totale(righe), causale: `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO}` });
    await prova.run();
    expect(await prova.movimento()).toMatchObject({
      stato: "ACQUISITA",
      descrizioneStato: "Riconciliati 20,03 euro, righe 2",
      importoRiconciliato: 2003n,
      idFlusso: FLUSSO,
      segnalazioni: [],
    });
    const { pendenza, riscossioni, storia } = await prova.posizione(1);
    expect(pendenza).toMatchObject({ stato: "INCASSATA", importoIncassato: 1001n, voci: [{ incassata: true }] });
    expect(riscossioni).toMatchObject([{ stato: "INCASSATA", idRiconciliazione: "movimento-1" }]);
    expect(storia).toMatchObject([
      { autore: "gest-tributi", evento: "incassa", campi: { stato: { prima: "ESEGUITA", dopo: "INCASSATA" } } },
    ]);
    const [flusso] = await prova.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
    expect(flusso?.idRiconciliazione).toBe("movimento-1");
  });

  it("riconosce l'identificativo che la banca ha scritto in maiuscolo e con uno spazio", async () => {
    const prova = await createProva();
    await prova.store(...buildPagata(1));
    await storeFlusso(prova, righeDi(1), { idFlusso: "2026-11-24abiXX-00001" });
    await prova.register({ importo: 1001n, causale: "ACCREDITI VARI PUR LGPE-RIVERSAMENTO URI 2026-11-24ABIXX-0 0001" });
    await prova.run();
    expect(await prova.movimento()).toMatchObject({ stato: "ACQUISITA", idFlusso: "2026-11-24abiXX-00001" });
  });

  it.each<[string, Partial<Riconciliazione>, string]>([
    ["causale senza riferimenti", { causale: "BONIFICO" }, "021401"],
    ["IUV senza riscossioni", { iuv: buildIuv(9) }, "021402"],
    ["flusso sconosciuto", { idFlusso: "2026-11-24X-1" }, "021405"],
    ["importo diverso dal flusso", { idFlusso: FLUSSO, importo: 1000n }, "021407"],
    ["importo diverso dalla riscossione", { iuv: buildIuv(1), importo: 1000n }, "021407"],
  ])("finisce in errore: %s", async (_caso, altro, codice) => {
    const prova = await createProva();
    await prova.store(...buildPagata(1));
    await storeFlusso(prova, righeDi(1));
    await prova.register({ importo: 1001n, ...altro });
    await prova.run();
    const { stato, descrizioneStato } = await prova.movimento();
    expect([stato, descrizioneStato?.slice(0, 6)]).toEqual(["ERRORE", codice]);
    expect((await prova.posizione(1)).pendenza?.stato).toBe("ESEGUITA");
  });

  it("righe ignote, ripetute o già incassate non fermano le altre: sono elencate", async () => {
    const prova = await createProva();
    const righe = [buildRiga(1), buildRiga(2), buildRiga(1), buildRiga(7)];
    await prova.store(...buildPagata(1), ...buildPagata(2));
    const { pendenza: _, ...posizione } = await prova.posizione(2);
    const [gia] = posizione.riscossioni;
    if (!gia) throw new Error("riscossione assente");
    await prova.unitOfWork.commit([
      { azione: "sostituisci", entita: "riscossione", valore: { ...gia, stato: "INCASSATA", idRiconciliazione: "altra" } },
    ]);
    await storeFlusso(prova, righe, {}, { 3: "007115", 4: "007101" });
    await prova.register({ importo: totale(righe), idFlusso: FLUSSO });
    await prova.run();
    const { stato, segnalazioni, importoRiconciliato, righeSegnalate } = await prova.movimento();
    expect([stato, importoRiconciliato, righeSegnalate]).toEqual(["ACQUISITA", 1001n, 3]);
    expect(segnalazioni.map((s) => [s.codice, s.dettaglio?.split(":")[0]])).toEqual([
      ["021406", "riga 2"],
      ["007115", "riga 3"],
      ["021402", "riga 4"],
    ]);
  });

  it("una riga senza ricevuta paga e incassa la pendenza, e la riga torna in ordine", async () => {
    const prova = await createProva();
    await prova.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(1) });
    await storeFlusso(prova, [buildRiga(1, { esito: 9 })], {}, { 1: "007111" });
    await prova.register({ importo: 1001n, idFlusso: FLUSSO });
    await prova.run();
    const { pendenza, riscossioni, rendicontazioni, storia } = await prova.posizione(1);
    expect(pendenza).toMatchObject({
      stato: "INCASSATA",
      descrizioneStato: "Eseguito senza RPT",
      importoPagato: 1001n,
      importoIncassato: 1001n,
    });
    expect(riscossioni).toMatchObject([{ senzaRpt: true, stato: "INCASSATA", iur: "iur-1", idVocePendenza: "1" }]);
    expect(rendicontazioni).toMatchObject([{ stato: "OK", segnalazioni: [] }]);
    expect(storia).toMatchObject([{ evento: "paga, incassa" }]);
    expect(prova.deposito.all("eventi").map((e) => e["tipoEvento"])).toContain("govpayPagamentoEseguitoSenzaRPT");
  });

  it("due righe dello stesso pagamento senza ricevuta incassano due voci di una pendenza pagata una volta", async () => {
    const prova = await createProva();
    const [voce] = buildPendenzaRiga(1).voci;
    if (!voce) throw new Error("voce assente");
    const voci = [
      { ...voce, importo: 600n },
      { ...voce, importo: 401n, indice: 2, idVocePendenza: "2" },
    ];
    await prova.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(1, { voci }) });
    const righe = [buildRiga(1, { esito: 9, importo: 600n }), buildRiga(1, { esito: 9, importo: 401n, indice: 2 })];
    await storeFlusso(prova, righe, {}, { 1: "007114", 2: "007114" });
    await prova.register({ importo: 1001n, idFlusso: FLUSSO });
    await prova.run();
    const { pendenza, riscossioni } = await prova.posizione(1);
    expect(pendenza).toMatchObject({ stato: "INCASSATA", importoPagato: 1001n, importoIncassato: 1001n });
    expect(riscossioni.map((r) => r.idVocePendenza)).toEqual(["1", "2"]);
    expect((await prova.movimento()).segnalazioni).toEqual([]);
  });

  it("un secondo pagamento senza ricevuta lascia la pendenza anomala, e il denaro registrato", async () => {
    const prova = await createProva();
    await prova.store(...buildPagata(1));
    await storeFlusso(prova, [buildRiga(1, { esito: 9, iur: "altro-iur" })]);
    await prova.register({ importo: 1001n, idFlusso: FLUSSO });
    await prova.run();
    const { pendenza, riscossioni } = await prova.posizione(1);
    expect(pendenza).toMatchObject({
      stato: "ANOMALA",
      importoPagato: 2002n,
      importoIncassato: 1001n,
      segnalazioni: [{ codice: "PAGAMENTO_DUPLICATO" }],
    });
    expect(riscossioni.map((r) => [r.iur, r.stato])).toEqual([
      ["altro-iur", "INCASSATA"],
      ["iur-1", "RISCOSSA"],
    ]);
    expect((await prova.movimento()).segnalazioni).toMatchObject([{ codice: "PAGAMENTO_ANOMALO" }]);
  });

  it("una marca da bollo e un beneficiario non intermediato contano come incassati", async () => {
    const prova = await createProva();
    const [voce] = buildPendenzaRiga(1).voci;
    if (!voce) throw new Error("voce assente");
    const voci = [
      { ...voce, stato: "Eseguito" as const },
      {
        ...voce,
        stato: "Eseguito" as const,
        indice: 2,
        idVocePendenza: "2",
        destinazione: { variante: "bollo", tipoBollo: "01", hashDocumento: "h", provinciaResidenza: "RM" } as const,
      },
      { ...voce, stato: "Eseguito" as const, indice: 3, idVocePendenza: "3", idDominio: "99999999999" },
    ];
    await prova.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(1, { voci, stato: "ESEGUITA" }) },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(1) },
    );
    await prova.register({ importo: 1001n, iuv: buildIuv(1) });
    await prova.run();
    expect((await prova.posizione(1)).pendenza?.stato).toBe("INCASSATA");
  });

  it("due movimenti per lo stesso flusso: uno solo lo prende", async () => {
    const prova = await createProva();
    await prova.store(...buildPagata(1));
    await storeFlusso(prova, righeDi(1));
    await prova.register({ importo: 1001n, idFlusso: FLUSSO });
    await prova.register({ importo: 1001n, idFlusso: FLUSSO, id: "movimento-2" });
    await Promise.all([prova.run(), prova.run("movimento-2")]);
    const esiti = [await prova.movimento(), await prova.movimento("movimento-2")].map((m) => [m.stato, m.descrizioneStato?.slice(0, 6)]);
    expect(esiti).toContainEqual(["ACQUISITA", "Riconc"]);
    expect(esiti).toContainEqual(["ERRORE", "021413"]);
    expect((await prova.posizione(1)).pendenza?.importoIncassato).toBe(1001n);
  });
});

describe("riconciliazione sotto sforzo", () => {
  const QUANTE = 70;
  const numeri = Array.from({ length: QUANTE }, (_, i) => i + 1);

  const createGrande = async () => {
    const prova = await createProva();
    for (const n of numeri) {
      if (n % 3 === 0) await prova.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(n) });
      else if (n % 10 !== 0) await prova.store(...buildPagata(n));
    }
    const righe = righeDi(...numeri);
    await storeFlusso(prova, righe, {}, Object.fromEntries(numeri.filter((n) => n % 3 === 0).map((n) => [n, "007101"])));
    await prova.register({ importo: totale(righe), idFlusso: FLUSSO });
    return prova;
  };

  /** Everything that matters of the archive: no versions, no ids of the journal. */
  const fotografia = (prova: Awaited<ReturnType<typeof createProva>>) =>
    prova.deposito
      .all("archivio")
      .filter((e) => !e.pk.startsWith("OUT#") && !e.sk.startsWith("STORIA#"))
      .map(({ versione: _, ...resto }) => resto)
      .sort((a, b) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1));

  it("interrotta tra due scritture qualunque e ripetuta, anche in doppio, arriva allo stesso stato", async () => {
    const attesa = await createGrande();
    await attesa.run();
    const finale = fotografia(attesa);
    expect(await attesa.movimento()).toMatchObject({ stato: "ACQUISITA" });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 5 }), fc.boolean(), async (punti, doppia) => {
        const prova = await createGrande();
        let n = 0;
        prova.observe(() => {
          n += 1;
          if (punti.includes(n)) throw new Error("interruzione");
        });
        for (let giro = 0; giro < punti.length + 1; giro += 1) {
          await Promise.all([prova.run().catch(() => {}), ...(doppia ? [prova.run().catch(() => {})] : [])]);
        }
        prova.observe(() => {});
        await prova.run();
        expect(fotografia(prova)).toEqual(finale);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it("cento movimenti insieme incassano ciascuno il suo", async () => {
    const prova = await createProva();
    const cento = Array.from({ length: 100 }, (_, i) => i + 1);
    for (const n of cento) {
      await prova.store(...buildPagata(n));
      await prova.register({ id: `m-${n}`, sct: `S-${n}`, importo: buildRiga(n).importo, causale: `/RFB/${buildIuv(n)}` });
    }
    await Promise.all(cento.map((n) => prova.run(`m-${n}`)));
    const stati = await Promise.all(
      cento.map(async (n) => [(await prova.movimento(`m-${n}`)).stato, (await prova.posizione(n)).pendenza?.stato]),
    );
    expect(stati.filter(([movimento, pendenza]) => movimento !== "ACQUISITA" || pendenza !== "INCASSATA")).toEqual([]);
  });
});
