/** Undo: what was collected goes back to the cent, each amount once, whatever interrupts it; and the money is free to be explained again. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import {
  buildIuv,
  buildPagata,
  buildPendenzaRiga,
  buildRiconciliazione,
  buildRiga,
  FLUSSO,
  storeFlusso,
} from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { stornaVoce } from "../../domain/riconciliazioni/incasso.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import { elaborateRiconciliazione } from "./elaborate-riconciliazione.ts";
import { retryRiconciliazione } from "./retry-riconciliazione.ts";
import { undoRiconciliazione } from "./undo-riconciliazione.ts";

const CHI: Chiamante = {
  tipo: "operatore",
  principal: "ragioniera",
  nome: "Ragioniera",
  autodeterminazione: false,
  domini: [{ idDominio: COMUNE }],
  tipiPendenza: "*",
  acl: [],
};
const CHIAVE = { idDominio: COMUNE, id: "movimento-1" };

const createProva = async (righe = [buildRiga(1), buildRiga(2)]) => {
  const memoria = await createMemoria();
  const elaborate = elaborateRiconciliazione(memoria);
  const run = (id = "movimento-1") => elaborate({ idDominio: COMUNE, id, tappa: 0 }, memoria.traccia);
  const importo = sumImporti(righe.map((r) => r.importo));
  const register = (altro: Partial<Riconciliazione> = {}) =>
    memoria.store({ azione: "crea", entita: "riconciliazione", valore: buildRiconciliazione({ importo, idFlusso: FLUSSO, ...altro }) });
  return {
    ...memoria,
    importo,
    register,
    run,
    undo: (chi = CHI) => undoRiconciliazione({ ...memoria, unlink: async () => [] })(CHIAVE, "era di un altro ente", chi, memoria.traccia),
    retry: (chi = CHI) => retryRiconciliazione(memoria)(CHIAVE, chi, memoria.traccia),
    letta: (id = "movimento-1") => memoria.rendicontazioni.getRiconciliazione(COMUNE, id),
    posizione: (n: number) => memoria.posizioni.getPosizione({ idDominio: COMUNE, iuv: buildIuv(n) }),
  };
};

/** Debts, amounts and flows: what an undo must leave as it found it. */
const denaro = ({ deposito }: Awaited<ReturnType<typeof createProva>>) =>
  deposito
    .all("archivio")
    .filter((e) => ["POS#", "FLU#", "UNI#"].some((prefisso) => e.pk.startsWith(prefisso)) && !e.sk.startsWith("STORIA#"))
    .map(({ versione: _, dataUltimoAggiornamento: __, ...resto }) => resto)
    .sort((a, b) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1));

describe("annullamento di una riconciliazione", () => {
  it("riporta riscossioni, pendenze e flusso com'erano, con chi e perché", async () => {
    const prova = await createProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await storeFlusso(prova, [buildRiga(1), buildRiga(2)]);
    const prima = denaro(prova);
    await prova.register();
    await prova.run();
    expect((await prova.posizione(1)).pendenza?.stato).toBe("INCASSATA");
    expect(await prova.undo()).toMatchObject({ ok: true, valore: { stato: "IN_ANNULLAMENTO" } });
    expect(prova.messaggi()).toContainEqual({ coda: "riconciliazioni", corpo: { ...CHIAVE, tappa: 0 } });
    await prova.run();
    expect(await prova.letta()).toMatchObject({
      stato: "ANNULLATA",
      descrizioneStato: "Annullata da ragioniera: era di un altro ente",
      importoRiconciliato: 0n,
      annullamento: { principal: "ragioniera", righe: 2 },
    });
    expect(denaro(prova)).toEqual(prima);
    expect((await prova.posizione(1)).storia).toContainEqual(
      expect.objectContaining({
        autore: "ragioniera",
        evento: "storna",
        campi: expect.objectContaining({ stato: { prima: "INCASSATA", dopo: "ESEGUITA" } }),
      }),
    );
    expect(prova.deposito.all("eventi").map((e) => e["tipoEvento"])).toContain("riconciliazioneAnnullata");
  });

  it("il denaro si spiega di nuovo con un'altra riconciliazione, e la pendenza è incassata una volta sola", async () => {
    const prova = await createProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await storeFlusso(prova, [buildRiga(1), buildRiga(2)]);
    await prova.register();
    await prova.run();
    await prova.undo();
    await prova.run();
    await prova.register({ id: "movimento-2" });
    await prova.run("movimento-2");
    expect(await prova.letta("movimento-2")).toMatchObject({ stato: "ACQUISITA", importoRiconciliato: prova.importo });
    const { pendenza, riscossioni } = await prova.posizione(1);
    expect([pendenza?.stato, pendenza?.importoIncassato, riscossioni[0]?.idRiconciliazione]).toEqual(["INCASSATA", 1001n, "movimento-2"]);
  });

  it("di un solo pagamento, e di una riga senza ricevuta: il pagamento resta, l'incasso no", async () => {
    const prova = await createProva([buildRiga(1, { esito: 9 })]);
    await prova.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(1) });
    await storeFlusso(prova, [buildRiga(1, { esito: 9 })]);
    await prova.register();
    await prova.run();
    await prova.undo();
    await prova.run();
    const { pendenza, riscossioni } = await prova.posizione(1);
    expect([pendenza?.stato, pendenza?.importoPagato, pendenza?.importoIncassato]).toEqual(["ESEGUITA", 1001n, 0n]);
    expect(riscossioni).toMatchObject([{ stato: "RISCOSSA", senzaRpt: true }]);
    const singola = await createProva();
    await singola.store(...buildPagata(1));
    await singola.store({
      azione: "crea",
      entita: "riconciliazione",
      valore: buildRiconciliazione({ importo: 1001n, iuv: buildIuv(1) }),
    });
    await singola.run();
    await singola.undo();
    await singola.run();
    expect([(await singola.letta())?.stato, (await singola.posizione(1)).pendenza?.stato]).toEqual(["ANNULLATA", "ESEGUITA"]);
  });

  it("chiesta due volte è una; di chi non vede il dominio, o non conclusa, è rifiutata", async () => {
    const prova = await createProva();
    await storeFlusso(prova, [buildRiga(1), buildRiga(2)]);
    await prova.register();
    expect(await prova.undo()).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
    await prova.run();
    const esiti = await Promise.all([prova.undo(), prova.undo()]);
    expect(esiti.map((e) => e.ok)).toEqual([true, true]);
    expect(prova.messaggi()).toHaveLength(1);
    expect(await prova.undo({ ...CHI, domini: [] })).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
  });

  it("interrotto tra due scritture qualunque, anche in doppio, non storna nulla due volte", async () => {
    const numeri = Array.from({ length: 60 }, (_, i) => i + 1);
    const righe = numeri.map((n) => buildRiga(n));
    const create = async () => {
      const prova = await createProva(righe);
      for (const n of numeri) await prova.store(...buildPagata(n));
      await storeFlusso(prova, righe);
      const prima = denaro(prova);
      await prova.register();
      await prova.run();
      await prova.undo();
      return { prova, prima };
    };
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 4 }), fc.boolean(), async (punti, doppia) => {
        const { prova, prima } = await create();
        let n = 0;
        prova.observe(() => {
          n += 1;
          if (punti.includes(n)) throw new Error("interruzione");
        });
        for (let giro = 0; giro < punti.length + 1; giro += 1)
          await Promise.all([prova.run().catch(() => {}), ...(doppia ? [prova.run().catch(() => {})] : [])]);
        prova.observe(() => {});
        await prova.run();
        expect((await prova.letta())?.stato).toBe("ANNULLATA");
        expect(denaro(prova)).toEqual(prima);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

describe("ripetizione di una riconciliazione in errore", () => {
  it("riparte con lo stesso sct, ed è trovata da ciò che le mancava", async () => {
    const prova = await createProva();
    await prova.store(...buildPagata(1), ...buildPagata(2));
    await prova.register();
    await prova.run();
    expect(await prova.letta()).toMatchObject({ stato: "ERRORE", attende: `FLUSSO#${FLUSSO}` });
    expect(await prova.rendicontazioni.findInAttesa(COMUNE, `FLUSSO#${FLUSSO}`)).toMatchObject([{ id: "movimento-1" }]);
    await storeFlusso(prova, [buildRiga(1), buildRiga(2)]);
    expect(await prova.retry()).toMatchObject({ ok: true, valore: { stato: "IN_ELABORAZIONE" } });
    expect(await prova.retry()).toMatchObject({ ok: true });
    await prova.run();
    expect((await prova.letta())?.stato).toBe("ACQUISITA");
    expect(await prova.rendicontazioni.findInAttesa(COMUNE, `FLUSSO#${FLUSSO}`)).toEqual([]);
    expect(await prova.retry()).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
    expect(await prova.retry({ ...CHI, domini: [] })).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
  });
});

describe("storno di una voce pagata due volte", () => {
  const [voce] = buildPendenzaRiga(1).voci;
  it.each<[string, bigint, boolean, Pendenza["stato"]]>([
    ["incassata due volte: resta incassata", 2002n, true, "INCASSATA"],
    ["incassata una volta: torna pagata", 1001n, false, "ESEGUITA"],
  ])("%s", (_caso, importoIncassato, incassata, stato) => {
    if (!voce) throw new Error("voce assente");
    const pendenza = buildPendenzaRiga(1, { stato: "INCASSATA", importoIncassato, voci: [{ ...voce, incassata: true }] });
    const dopo = stornaVoce(pendenza, { importo: 1001n, indice: 1, idVocePendenza: "1" }, "2026-11-26T10:00:00.000Z");
    expect([dopo.voci[0]?.incassata, dopo.stato, dopo.importoIncassato]).toEqual([incassata, stato, importoIncassato - 1001n]);
  });
});
