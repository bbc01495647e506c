/** The job of the missing receipts: polite with pagoPA, one path to the money, safe to run twice, at once and interrupted. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildPendenzaRiga, buildRiga, createFdrFinto, FLUSSO, PSP } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { addServizioRecupero, buildReceipt, createRecuperi } from "../../../tests/sostegno/recuperi.ts";
import { DocumentiInMemoria } from "../../adapters/memory/documenti.ts";
import { createFlussiOriginali } from "../../adapters/nodo-storico/flussi-originali.ts";
import type { RigaFlusso } from "../../ports/fdr.ts";
import { acquirePagina } from "../rendicontazioni/acquire-pagina.ts";
import { registerFlusso } from "../rendicontazioni/register-flusso.ts";

const GRAZIA = 12 * 60;
const originali = createFlussiOriginali(new DocumentiInMemoria());
const chiave = { idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP };

let memoria: Memoria;
let recuperi: ReturnType<typeof createRecuperi>;
beforeEach(async () => {
  memoria = await createMemoria();
  await addServizioRecupero(memoria);
  recuperi = createRecuperi(memoria);
});

/** A flow arrives and is matched. */
const arrive = async (righe: RigaFlusso[], revisione = 1): Promise<void> => {
  const { fdr } = createFdrFinto([{ righe, revisione }]);
  const istanti = { dataPubblicazione: "2026-11-24T20:00:00.000Z", dataFlusso: "2026-11-24T18:30:00.000Z" };
  await registerFlusso(memoria)({ ...chiave, revisione, ...istanti }, memoria.traccia);
  await acquirePagina({ ...memoria, fdr, originali })({ ...chiave, revisione, pagina: 1 }, memoria.traccia);
};
const load = (...numeri: number[]): Promise<void> =>
  memoria.store(...numeri.map((n) => ({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(n) }) as const));
const recupero = (n: number) => memoria.recuperi.getRecupero({ idDominio: COMUNE, iuv: buildIuv(n), iur: buildRiga(n).iur });
const posizione = (n: number) => memoria.posizioni.getPosizione({ idDominio: COMUNE, iuv: buildIuv(n) });
const eventi = (tipo: string) => memoria.deposito.all("eventi").filter((e) => e["tipoEvento"] === tipo);

describe("una ricevuta che manca", () => {
  it("aspetta la grazia, si chiede a pagoPA, passa dalla coda e paga la pendenza come se l'avesse consegnata il Nodo", async () => {
    await load(1);
    recuperi.ricevute.set("iur-1", buildReceipt(1));
    await arrive([buildRiga(1)]);
    expect(await recuperi.run()).toMatchObject({ trovate: 0 });
    expect(recuperi.chiamate).toEqual([]);
    recuperi.wait(GRAZIA);
    expect(await recuperi.run()).toMatchObject({ trovate: 1 });
    expect(await recupero(1)).toMatchObject({ stato: "TROVATO" });
    expect(recuperi.inCoda).toMatchObject([{ primitiva: "paSendRTV2", provenienza: "RECUPERO", idPA: COMUNE, principal: "nodo" }]);
    expect((await posizione(1)).pendenza?.stato).toBe("NON_ESEGUITA");
    await recuperi.drain();
    const { pendenza, ricevute, riscossioni, rendicontazioni } = await posizione(1);
    expect(pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1001n, dataPagamento: "2026-11-23T10:00:00.000Z" });
    expect(ricevute).toMatchObject([{ idRicevuta: "iur-1", provenienza: "RECUPERO" }]);
    expect(riscossioni).toMatchObject([{ iur: "iur-1", indice: 1, importo: 1001n, senzaRpt: false }]);
    expect(rendicontazioni).toMatchObject([{ stato: "OK", segnalazioni: [] }]);
    expect(await recupero(1)).toMatchObject({ stato: "RECUPERATO", provenienza: "RECUPERO" });
    expect(eventi("paSendRTV2")).toMatchObject([{ componente: "GOVPAY", categoriaEvento: "INTERNO", sottotipoEvento: "RECUPERO" }]);
  });

  it("se il Nodo la consegna prima, non si chiede", async () => {
    await load(1);
    await arrive([buildRiga(1)]);
    const testata = { idPA: COMUNE, idBrokerPA: "80008000801", idStation: "80008000801_01" };
    const busta = recuperi.porte.compose(testata, buildReceipt(1));
    if (!busta.ok) throw new Error(busta.errore);
    const consegna = { testata, principal: "nodo", ricevutaAlle: "2026-11-25T09:30:00.000Z", durataMillisecondi: 1 };
    await recuperi.porte.accept({ primitiva: "paSendRTV2", busta: busta.valore, ...consegna });
    await recuperi.drain();
    expect(await recupero(1)).toMatchObject({ stato: "RECUPERATO", provenienza: "NODO" });
    recuperi.wait(GRAZIA);
    await recuperi.run();
    expect(recuperi.chiamate).toEqual([]);
    expect((await posizione(1)).ricevute[0]).not.toHaveProperty("provenienza");
  });

  it("una pagina di flusso riconsegnata non la riporta indietro", async () => {
    await load(1);
    recuperi.ricevute.set("iur-1", buildReceipt(1));
    await arrive([buildRiga(1)]);
    recuperi.wait(GRAZIA);
    await recuperi.run();
    const prima = await recupero(1);
    const { fdr } = createFdrFinto([{ righe: [buildRiga(1)] }]);
    const [flusso] = await memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
    if (!flusso) throw new Error("flusso assente");
    const daRifare = { ...flusso, stato: "IN_ACQUISIZIONE", pagineAcquisite: 0, righeAcquisite: 0 } as const;
    await memoria.unitOfWork.commit([{ azione: "sostituisci", entita: "flusso", valore: daRifare }]);
    await acquirePagina({ ...memoria, fdr, originali })({ ...chiave, revisione: 1, pagina: 1 }, memoria.traccia);
    expect(await recupero(1)).toEqual(prima);
  });

  it("che pagoPA non ha, dopo cinque risposte passa a una persona", async () => {
    await load(1);
    await arrive([buildRiga(1)]);
    for (let giro = 0; giro < 6; giro += 1) {
      recuperi.wait(49 * 60);
      await recuperi.run();
    }
    expect(recuperi.chiamate).toHaveLength(5);
    expect(await recupero(1)).toMatchObject({ stato: "NON_TROVATO", tentativi: 5, dettaglio: "pagoPA ha risposto 404" });
  });

  it.each([
    ["di un altro pagamento", buildReceipt(1, { receiptId: "un-altro" }), "pagoPA ha dato un'altra ricevuta: un-altro"],
    ["che il Nodo non potrebbe mandare", buildReceipt(1, { fiscalCode: "1" }), "fiscalCode: deve essere di 11 cifre"],
  ])("%s non arriva ai conti", async (_caso, receipt, motivo) => {
    await load(1);
    recuperi.ricevute.set("iur-1", receipt);
    await arrive([buildRiga(1)]);
    recuperi.wait(GRAZIA);
    expect(await recuperi.run()).toMatchObject({ mancate: 1, trovate: 0 });
    expect(recuperi.inCoda).toEqual([]);
    expect((await recupero(1))?.dettaglio).toContain(motivo);
  });

  it("pagata in stand-in resta segnata come tale", async () => {
    await load(1);
    recuperi.ricevute.set("iur-1", buildReceipt(1));
    await arrive([buildRiga(1, { esito: 4 })]);
    recuperi.wait(GRAZIA);
    await recuperi.run();
    await recuperi.drain();
    expect((await posizione(1)).ricevute).toMatchObject([{ standIn: true }]);
  });
});

describe("il limite di pagoPA", () => {
  it("dieci chiamate all'ora in tutto, anche con due lavori insieme; le altre ai giri seguenti", async () => {
    const numeri = Array.from({ length: 25 }, (_, i) => i + 1);
    await load(...numeri);
    for (const n of numeri) recuperi.ricevute.set(`iur-${n}`, buildReceipt(n));
    await arrive(numeri.map((n) => buildRiga(n)));
    recuperi.wait(GRAZIA);
    await Promise.all([recuperi.run(), recuperi.run()]);
    expect(recuperi.chiamate).toHaveLength(10);
    expect(new Set(recuperi.chiamate).size).toBe(10);
    recuperi.wait(11);
    await recuperi.run();
    expect(recuperi.chiamate).toHaveLength(10);
    for (let giro = 0; giro < 2; giro += 1) {
      await recuperi.drain();
      recuperi.wait(62);
      await recuperi.run();
    }
    expect(recuperi.chiamate).toHaveLength(25);
    await recuperi.drain();
    for (const n of numeri) expect((await posizione(n)).pendenza?.stato).toBe("ESEGUITA");
  });

  it("un 429 ferma tutti per il tempo chiesto, e non conta come una risposta", async () => {
    await load(1, 2);
    await arrive([buildRiga(1), buildRiga(2)]);
    recuperi.guasti.set("*", { causa: "troppe-richieste", dettaglio: "429", attesaSecondi: 7200 });
    recuperi.wait(GRAZIA);
    expect(await recuperi.run()).toMatchObject({ disservizi: 1, rimandate: 1 });
    recuperi.wait(100);
    await recuperi.run();
    expect(recuperi.chiamate).toHaveLength(1);
    recuperi.guasti.clear();
    recuperi.wait(30);
    await recuperi.run();
    expect(recuperi.chiamate).toHaveLength(3);
    expect((await recupero(1))?.tentativi).toBe(1);
  });

  it("senza chiamate non si legge nemmeno l'archivio di ciascuna", async () => {
    const numeri = Array.from({ length: 30 }, (_, i) => i + 1);
    await arrive(numeri.map((n) => buildRiga(n)));
    recuperi.wait(GRAZIA);
    await recuperi.run();
    recuperi.wait(15);
    memoria.richieste.length = 0;
    expect(await recuperi.run()).toMatchObject({ rimandate: 20 });
    expect(memoria.richieste.filter((r) => r.endsWith(":archivio")).length).toBeLessThanOrEqual(4);
  });
});

describe("interruzioni", () => {
  it("dopo una caduta in qualunque punto, il lavoro ripreso finisce uguale e la ricevuta è una", async () => {
    for (let caduta = 1; caduta <= 12; caduta += 1) {
      memoria = await createMemoria();
      await addServizioRecupero(memoria);
      recuperi = createRecuperi(memoria);
      await load(1);
      recuperi.ricevute.set("iur-1", buildReceipt(1));
      await arrive([buildRiga(1)]);
      recuperi.wait(GRAZIA);
      let richieste = 0;
      memoria.observe(() => {
        richieste += 1;
        if (richieste === caduta) throw new Error("archivio non disponibile");
      });
      await recuperi.run().catch(() => undefined);
      memoria.observe(() => {});
      for (let giro = 0; giro < 3; giro += 1) {
        recuperi.wait(70);
        await recuperi.run();
        await recuperi.drain();
      }
      const { pendenza, ricevute, riscossioni } = await posizione(1);
      expect([caduta, pendenza?.stato, ricevute.length, riscossioni.length]).toEqual([caduta, "ESEGUITA", 1, 1]);
      expect((await recupero(1))?.stato).toBe("RECUPERATO");
    }
  });
});

describe("un pagamento senza ricevuta", () => {
  it.each([8, 9])(
    "esito %i: la pendenza è pagata quando arriva il flusso, sulla voce giusta, e l'avviso non è più pagabile",
    async (esito) => {
      await load(1);
      await arrive([buildRiga(1, { esito })]);
      expect(await recuperi.run()).toMatchObject({ senzaRpt: 1 });
      const { pendenza, riscossioni, rendicontazioni, storia } = await posizione(1);
      expect(pendenza).toMatchObject({ stato: "ESEGUITA", descrizioneStato: "Eseguito senza RPT", importoPagato: 1001n });
      expect(pendenza?.voci).toMatchObject([{ stato: "Eseguito", senzaRpt: true, incassata: false }]);
      expect(riscossioni).toMatchObject([{ senzaRpt: true, stato: "RISCOSSA", importo: 1001n, idVocePendenza: "1" }]);
      expect(rendicontazioni).toMatchObject([{ stato: "OK" }]);
      expect(storia).toMatchObject([{ evento: "paga", autore: "pagoPA", campi: { idFlusso: { dopo: FLUSSO } } }]);
      expect(await recupero(1)).toMatchObject({ stato: "SENZA_RPT" });
      expect(eventi("govpayPagamentoEseguitoSenzaRPT")).toHaveLength(1);
      expect(recuperi.chiamate).toEqual([]);
      await recuperi.run();
      expect((await posizione(1)).riscossioni).toHaveLength(1);
    },
  );

  it("di più voci: la riga vale per tutte, quella del suo importo è la sua", async () => {
    const pendenza = buildPendenzaRiga(1);
    const [voce] = pendenza.voci;
    if (!voce) throw new Error("manca la voce");
    const voci = [
      { ...voce, indice: 1, idVocePendenza: "A", importo: 400n },
      { ...voce, indice: 2, idVocePendenza: "B", importo: 601n },
    ];
    await memoria.store({ azione: "crea", entita: "pendenza", valore: { ...pendenza, importo: 1001n, voci } });
    await arrive([buildRiga(1, { esito: 9, indice: 2, importo: 601n })]);
    await recuperi.run();
    const letta = await posizione(1);
    expect(letta.pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1001n });
    expect(letta.pendenza?.voci).toMatchObject([
      { idVocePendenza: "A", stato: "Eseguito", senzaRpt: true },
      { idVocePendenza: "B", stato: "Eseguito", senzaRpt: true },
    ]);
    expect(letta.riscossioni).toMatchObject([{ idVocePendenza: "B", importo: 601n, indice: 2 }]);
    expect(letta.rendicontazioni).toMatchObject([{ stato: "OK", segnalazioni: [] }]);
  });

  it("senza pendenza resta a una persona", async () => {
    await arrive([buildRiga(1, { esito: 9 })]);
    await recuperi.run();
    expect(await recupero(1)).toMatchObject({ stato: "NON_TROVATO", dettaglio: expect.stringContaining("Nessuna pendenza") });
  });

  it("la ricevuta che arriva dopo lo completa e toglie il segno dalla voce", async () => {
    await load(1);
    await arrive([buildRiga(1, { esito: 9 })]);
    await recuperi.run();
    const testata = { idPA: COMUNE, idBrokerPA: "80008000801", idStation: "80008000801_01" };
    const busta = recuperi.porte.compose(testata, buildReceipt(1));
    if (!busta.ok) throw new Error(busta.errore);
    const consegna = { testata, principal: "nodo", ricevutaAlle: "2026-11-25T09:30:00.000Z", durataMillisecondi: 1 };
    await recuperi.porte.accept({ primitiva: "paSendRTV2", busta: busta.valore, ...consegna });
    await recuperi.drain();
    const { pendenza, riscossioni } = await posizione(1);
    expect(pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1001n });
    expect(pendenza?.voci[0]).not.toHaveProperty("senzaRpt");
    expect(riscossioni).toMatchObject([{ senzaRpt: false, idRicevuta: "iur-1" }]);
    expect(await recupero(1)).toMatchObject({ stato: "RECUPERATO", provenienza: "NODO" });
  });

  it("la riga tolta da una revisione successiva non paga niente", async () => {
    await load(1);
    await arrive([buildRiga(1, { esito: 9 })]);
    await arrive([buildRiga(2)], 2);
    await recuperi.run();
    expect((await posizione(1)).pendenza?.stato).toBe("NON_ESEGUITA");
    expect(await recupero(1)).toMatchObject({ stato: "NON_TROVATO", dettaglio: expect.stringContaining("revisione successiva") });
  });
});
