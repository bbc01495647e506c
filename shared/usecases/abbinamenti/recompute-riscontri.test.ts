/** Recomputation over the archive: in any order, twice, interrupted anywhere, the same money moves once and the same things are remembered. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildMovimento, causaleDi, createAbbinamentiDiProva } from "../../../tests/sostegno/abbinamenti.ts";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildPagata, buildRiconciliazione, buildRiga, FLUSSO, PSP, storeFlusso } from "../../../tests/sostegno/flussi.ts";

import { idSoggetto } from "../../domain/anomalie/soggetto.ts";

type Prova = Awaited<ReturnType<typeof createAbbinamentiDiProva>>;

const RIGHE = [buildRiga(1), buildRiga(2)];
const TOTALE = 2003n;

const pendenza = async (prova: Prova, n: number) => (await prova.posizioni.getPendenza({ idDominio: COMUNE, iuv: buildIuv(n) }))?.stato;
const riconciliazioni = (prova: Prova) =>
  prova.deposito
    .all("archivio")
    .filter(({ pk }) => pk.startsWith("RCN#"))
    .map(({ stato, importo, movimenti }) => ({ stato, importo, movimenti }));

/** What is remembered and what was collected: no versions, messages, journals; troubles that are over are history, and history has an order. */
const fotografia = ({ deposito }: Prova) =>
  deposito
    .all("archivio")
    .filter(({ pk, sk }) => !pk.startsWith("OUT#") && !sk.startsWith("STORIA#"))
    .filter((e) => e["evidenza"] !== "ASSENTE")
    .map(({ versione: _, id: __, sk, ...resto }) => ({ ...resto, sk: sk.replace(/#[^#]*$/, "") }))
    .map((e) => JSON.stringify(e))
    .sort();

describe("riscontri ricalcolati", () => {
  it("un movimento arrivato prima del suo flusso si riconcilia da sé quando il flusso arriva", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await prova.addMovimento(buildMovimento("M1", TOTALE, causaleDi(FLUSSO)));
    expect((await prova.memoriaDi("M1")).abbinamento).toMatchObject({ stato: "NON_ABBINATO", etichette: ["TES_NO_IUF_OR_IUV"] });
    await storeFlusso(prova, RIGHE);
    await prova.arrive({ flussi: [FLUSSO] });
    expect((await prova.memoriaDi("M1")).abbinamento).toMatchObject({
      stato: "ABBINATO",
      residuo: 0n,
      collegamenti: [{ oggetto: { tipo: "FLUSSO", idFlusso: FLUSSO, idPsp: PSP }, importo: TOTALE, origine: "AUTOMATICO" }],
    });
    const [riscontro] = await prova.abbinamenti.getRiscontriFlussi([{ idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP }]);
    expect(riscontro).toMatchObject({ copertura: "COPERTO", idMovimenti: ["M1"] });
    expect(riconciliazioni(prova)).toEqual([{ stato: "ACQUISITA", importo: 2003, movimenti: [{ idMovimento: "M1", importo: 2003 }] }]);
    expect([await pendenza(prova, 1), await pendenza(prova, 2)]).toEqual(["INCASSATA", "INCASSATA"]);
  });

  it("un flusso accreditato in due movimenti è una sola riconciliazione, quando c'è tutto il denaro", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await storeFlusso(prova, RIGHE);
    await prova.arrive({ flussi: [FLUSSO] });
    await prova.addMovimento(buildMovimento("M1", 2000n, causaleDi(FLUSSO)));
    expect([riconciliazioni(prova), await pendenza(prova, 1)]).toEqual([[], "ESEGUITA"]);
    await prova.addMovimento(buildMovimento("M2", 3n, causaleDi(FLUSSO)));
    expect(riconciliazioni(prova)).toMatchObject([
      { stato: "ACQUISITA", importo: 2003, movimenti: expect.arrayContaining([{ idMovimento: "M2", importo: 3 }]) },
    ]);
    expect(await pendenza(prova, 1)).toBe("INCASSATA");
  });

  it("un movimento che paga due flussi sta in due riconciliazioni", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    const altro = `${FLUSSO.slice(0, -1)}2`;
    await storeFlusso(prova, [buildRiga(1)]);
    await storeFlusso(prova, [buildRiga(2)], { idFlusso: altro });
    await prova.addMovimento(buildMovimento("M1", TOTALE, `${causaleDi(FLUSSO)} ${causaleDi(altro)}`));
    expect(riconciliazioni(prova)).toMatchObject([
      { stato: "ACQUISITA", movimenti: [{ idMovimento: "M1" }] },
      { stato: "ACQUISITA", movimenti: [{ idMovimento: "M1" }] },
    ]);
    expect([await pendenza(prova, 1), await pendenza(prova, 2)]).toEqual(["INCASSATA", "INCASSATA"]);
  });

  it.each([
    ["per IUV", `/RFB/${buildIuv(1)}`],
    ["per IUR", `PAGAMENTO IUR ${"a".repeat(31)}1`],
  ])("un accredito singolo %s trova il pagamento, prima o dopo la ricevuta", async (_caso, causale) => {
    for (const prima of ["movimento", "ricevuta"]) {
      const prova = await createAbbinamentiDiProva();
      const [creata, riscossione] = buildPagata(1);
      if (!creata || riscossione?.entita !== "riscossione") throw new Error("esempio senza riscossione");
      const valore = causale.includes("IUR") ? { ...riscossione.valore, iur: `${"a".repeat(31)}1` } : riscossione.valore;
      const movimento = buildMovimento("M1", 1001n, causale);
      if (prima === "movimento") await prova.addMovimento(movimento);
      await prova.store(creata, { ...riscossione, valore });
      await prova.arrive({ iuv: [buildIuv(1)], iur: [valore.iur] });
      if (prima === "ricevuta") await prova.addMovimento(movimento);
      expect([prima, riconciliazioni(prova), await pendenza(prova, 1)]).toMatchObject([prima, [{ stato: "ACQUISITA" }], "INCASSATA"]);
    }
  });

  it("una riconciliazione chiesta prima del flusso si ripete da sola", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), ...buildPagata(2), {
      azione: "crea",
      entita: "riconciliazione",
      valore: buildRiconciliazione({ importo: TOTALE, causale: causaleDi(FLUSSO), stato: "ERRORE", attende: `FLUSSO#${FLUSSO}` }),
    });
    await storeFlusso(prova, RIGHE);
    await prova.arrive({ flussi: [FLUSSO] });
    expect(riconciliazioni(prova)).toMatchObject([{ stato: "ACQUISITA" }]);
  });

  it("un flusso di una riga accreditato da solo è coperto, senza una riconciliazione sua: in qualunque ordine", async () => {
    for (const prima of ["flusso", "movimento"]) {
      const prova = await createAbbinamentiDiProva();
      await prova.store(...buildPagata(1));
      const movimento = buildMovimento("M1", 1001n, `/RFB/${buildIuv(1)}`);
      if (prima === "movimento") await prova.addMovimento(movimento);
      await storeFlusso(prova, [buildRiga(1)]);
      await prova.arrive({ flussi: [FLUSSO] });
      if (prima === "flusso") await prova.addMovimento(movimento);
      const [riscontro] = await prova.abbinamenti.getRiscontriFlussi([{ idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP }]);
      expect([prima, riscontro?.copertura, riscontro?.idMovimenti]).toEqual([prima, "COPERTO", ["M1"]]);
      expect(riconciliazioni(prova)).toMatchObject([{ stato: "ACQUISITA", importo: 1001, movimenti: [{ idMovimento: "M1" }] }]);
      expect(await pendenza(prova, 1)).toBe("INCASSATA");
    }
  });

  it("una riga senza pagamento diventa un lavoro da fare, che si chiude quando arriva la ricevuta", async () => {
    const prova = await createAbbinamentiDiProva();
    await storeFlusso(prova, [buildRiga(3)], {}, { 1: "007101" });
    await prova.arrive({ flussi: [FLUSSO] });
    const anomalie = async () =>
      (await prova.anomalie.findDiSoggetto(COMUNE, idSoggetto({ tipo: "RISCONTRO", iuv: buildIuv(3), iur: "iur-3", indice: 1 }))).map(
        ({ codice, evidenza }) => [codice, evidenza],
      );
    expect(await anomalie()).toEqual([["RICEVUTA_MANCANTE", "PRESENTE"]]);
    await prova.store(...buildPagata(3));
    await prova.arrive({ esami: [buildIuv(3)] });
    expect(await anomalie()).toEqual([["RICEVUTA_MANCANTE", "ASSENTE"]]);
  });

  it("ciò che non cambia non si riscrive; un pagamento che nessun movimento nomina costa tre letture", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await storeFlusso(prova, RIGHE);
    await prova.addMovimento(buildMovimento("M1", TOTALE, causaleDi(FLUSSO)));
    const prima = prova.deposito.all("archivio").length;
    prova.richieste.length = 0;
    await prova.arrive({ flussi: [FLUSSO], movimenti: ["M1"] });
    expect(prova.richieste.filter((r) => r.startsWith("commit"))).toEqual([]);
    expect(prova.richieste.length).toBeLessThanOrEqual(25);
    expect(prova.deposito.all("archivio")).toHaveLength(prima);
    prova.richieste.length = 0;
    await prova.arrive({ iuv: [buildIuv(1)], iur: ["iur-1"] });
    expect(prova.richieste).toEqual(["query:archivio", "query:archivio", "query:archivio"]);
  });
});

describe("riscontri sotto sforzo", () => {
  const altro = `${FLUSSO.slice(0, -1)}2`;
  type Arrivo = (prova: Prova) => Promise<void>;
  const arrivi: readonly Arrivo[] = [
    async (prova) => {
      await storeFlusso(prova, RIGHE);
      await prova.arrive({ flussi: [FLUSSO] });
    },
    async (prova) => {
      await storeFlusso(prova, [buildRiga(3)], { idFlusso: altro });
      await prova.arrive({ flussi: [altro] });
    },
    (prova) => prova.addMovimento(buildMovimento("M1", 2000n, causaleDi(FLUSSO))),
    (prova) => prova.addMovimento(buildMovimento("M2", 1006n, `${causaleDi(FLUSSO)} ${causaleDi(altro)}`)),
    (prova) => prova.addMovimento(buildMovimento("M3", 55n, "BONIFICO")),
    async (prova) => {
      await prova.store(...buildPagata(4));
      await prova.arrive({ iuv: [buildIuv(4)], iur: ["iur-4"] });
    },
    (prova) => prova.addMovimento(buildMovimento("M4", 1004n, `/RFB/${buildIuv(4)}`)),
  ];
  const create = async (): Promise<Prova> => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), ...buildPagata(2), ...buildPagata(3));
    return prova;
  };

  it("ogni ordine di arrivo finisce nello stesso stato", async () => {
    const attesa = await create();
    for (const arrivo of arrivi) await arrivo(attesa);
    const finale = fotografia(attesa);
    expect(riconciliazioni(attesa).map(({ stato }) => stato)).toEqual(["ACQUISITA", "ACQUISITA", "ACQUISITA"]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...arrivi], { minLength: arrivi.length }), async (ordine) => {
        const prova = await create();
        for (const arrivo of ordine) await arrivo(prova);
        expect(fotografia(prova)).toEqual(finale);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it("interrotto tra due richieste qualunque, in due istanze insieme, muove il denaro una volta sola", async () => {
    const attesa = await create();
    await storeFlusso(attesa, RIGHE);
    await attesa.storeMovimento(buildMovimento("M1", TOTALE, causaleDi(FLUSSO)));
    await attesa.arrive({ flussi: [FLUSSO] });
    const finale = fotografia(attesa);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 45 }), { maxLength: 3 }), fc.boolean(), async (punti, doppia) => {
        const prova = await create();
        await storeFlusso(prova, RIGHE);
        await prova.storeMovimento(buildMovimento("M1", TOTALE, causaleDi(FLUSSO)));
        let n = 0;
        prova.observe(() => {
          n += 1;
          if (punti.includes(n)) throw new Error("interruzione");
        });
        for (let giro = 0; giro < punti.length + 1; giro += 1)
          await Promise.all([
            prova.recompute({ flussi: [FLUSSO] }).catch(() => {}),
            ...(doppia ? [prova.recompute({ movimenti: ["M1"] }).catch(() => {})] : []),
          ]);
        prova.observe(() => {});
        await prova.arrive({ flussi: [FLUSSO] });
        expect(fotografia(prova)).toEqual(finale);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
