/** From the receipt of the Node to the state of everything that hangs from the notice: once, whatever is repeated, reordered, interrupted or simultaneous. */
import { beforeEach, describe, expect, it } from "vitest";
import { OriginaliCompressi } from "../../../shared/adapters/originali/originali-compressi.ts";
import type { Pagamento } from "../../../shared/domain/pagamenti/pagamento.ts";
import type { Rendicontazione } from "../../../shared/domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../../shared/domain/ricevute/ricevuta.ts";
import { APPLICAZIONE, COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, IUV, pendenza, testata, voce } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV2, busta, consegnaV1, consegnaV2, NAV, qrCode, type RicevutaDiProva, receipt } from "./messaggi.ts";

const ID = "c110729d258c4ab1b765fe902aae41d6";
const PAGATO = "2026-03-10T09:15:30.000Z";
const chiave = { idDominio: COMUNE, iuv: IUV };

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
});

const load = (altro: Parameters<typeof pendenza>[0] = {}) =>
  impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) });
const deliver = (r: RicevutaDiProva = {}, idPA = COMUNE) =>
  impianto.call(busta(consegnaV2(testata(idPA) + receipt({ fiscalCode: COMUNE, ...r }, true))));
const posizione = () => impianto.posizioni.getPosizione(chiave);
const activate = (nota = "") => impianto.call(busta(attivazioneV2(testata() + qrCode(COMUNE) + nota)));
const riga = (altro: Partial<Rendicontazione> = {}): Rendicontazione => ({
  versione: 0,
  idDominio: COMUNE,
  idFlusso: "2026-03-11AGID_01-1",
  idPsp: "AGID_01",
  revisione: 1,
  progressivo: 1,
  iuv: IUV,
  iur: ID,
  indice: 1,
  importo: 1250n,
  esito: 0,
  data: "2026-03-10",
  stato: "ANOMALA",
  segnalazioni: [{ data: ADESSO, codice: "007101", descrizione: "senza pagamento" }],
  ...altro,
});
const senzaRicevuta = (altro: Partial<Riscossione> = {}): Riscossione => ({
  versione: 0,
  idDominio: COMUNE,
  iuv: IUV,
  iur: ID,
  indice: 1,
  idDominioTitolare: COMUNE,
  idA2A: APPLICAZIONE,
  idPendenza: "P1",
  stato: "RISCOSSA",
  tipo: "ENTRATA",
  importo: 1250n,
  data: "2026-03-10T23:00:00.000Z",
  senzaRpt: true,
  ...altro,
});

describe("a receipt that pays what is due", () => {
  it("closes debt and attempt, records the money, and queues the notification, in one transaction", async () => {
    await load({ voci: [voce(1, 1000n), voce(2, 250n)] });
    await activate();
    impianto.clock.advance(60_000);
    const transfers = [
      { id: 1, importo: "10.00" },
      { id: 2, importo: "2.50" },
    ];
    await deliver({ transfers });
    await impianto.drain();

    const { pendenza: p, tentativi, ricevute, riscossioni, notifiche, storia } = await posizione();
    expect(p).toMatchObject({
      stato: "ESEGUITA",
      importoPagato: 1250n,
      dataPagamento: PAGATO,
      voci: [{ stato: "Eseguito" }, { stato: "Eseguito" }],
      segnalazioni: [],
    });
    expect(tentativi).toMatchObject([{ stato: "RT_ACCETTATA_PA", idRicevuta: ID, dataRicevuta: "2026-03-10T10:01:00.000Z" }]);
    expect(ricevute).toMatchObject([
      {
        idRicevuta: ID,
        idDominio: COMUNE,
        idDominioTitolare: COMUNE,
        idA2A: APPLICAZIONE,
        idPendenza: "P1",
        ccp: tentativi[0]?.ccp,
        primitiva: "paSendRTV2",
        importo: 1250n,
        commissioni: 150n,
        esito: "OK",
        idPsp: "AGID_01",
        standIn: false,
        dataPagamento: PAGATO,
        segnalazioni: [],
        rt: { receiptId: ID, paymentAmount: 12.5, transferList: { transfer: [{ transferAmount: 10 }, { transferAmount: 2.5 }] } },
      },
    ]);
    expect(
      riscossioni.map(({ indice, importo, tipo, stato, senzaRpt, commissioni, idVocePendenza }) => ({
        indice,
        importo,
        tipo,
        stato,
        senzaRpt,
        commissioni,
        idVocePendenza,
      })),
    ).toEqual([
      { indice: 1, importo: 1000n, tipo: "ENTRATA", stato: "RISCOSSA", senzaRpt: false, commissioni: 150n, idVocePendenza: "V1" },
      { indice: 2, importo: 250n, tipo: "ENTRATA", stato: "RISCOSSA", senzaRpt: false, commissioni: undefined, idVocePendenza: "V2" },
    ]);
    expect(notifiche).toMatchObject([{ idRicevuta: ID, idA2A: APPLICAZIONE, stato: "DA_SPEDIRE", tentativi: 0 }]);
    expect(impianto.messaggi()).toMatchObject([
      { coda: "notifiche", corpo: JSON.stringify({ tipo: "RICEVUTA", ...chiave, idRicevuta: ID }) },
    ]);
    expect(storia).toMatchObject([
      { evento: "paga", campi: { stato: { prima: "NON_ESEGUITA", dopo: "ESEGUITA" }, importoPagato: { prima: "0.00", dopo: "12.50" } } },
    ]);
    expect(impianto.eventi().filter(({ tipoEvento }) => tipoEvento === "paSendRTV2")).toMatchObject([
      { esito: "OK", ccp: ID, iuv: IUV, idPendenza: "P1", idDominio: COMUNE },
    ]);
  });

  it("keeps the original byte for byte, wherever it travelled", async () => {
    await load();
    for (const [receiptId, coda] of [
      ["r-piccola", ""],
      ["r-grande", `<!--${"è".repeat(150_000)}-->`],
    ] as const) {
      const messaggio = busta(`\r\n${consegnaV2(testata() + receipt({ fiscalCode: COMUNE, receiptId }, true))}${coda}`);
      await impianto.call(messaggio);
      await impianto.drain();
      const { ricevute } = await posizione();
      const originale = ricevute.find(({ idRicevuta }) => idRicevuta === receiptId)?.originale ?? { digest: "" };
      expect(await new OriginaliCompressi(impianto.documenti).read(originale)).toBe(messaggio);
    }
  });

  it("serves version 1 too", async () => {
    await load();
    await impianto.call(busta(consegnaV1(testata() + receipt({ fiscalCode: COMUNE }, false))));
    await impianto.drain();
    const { pendenza: p, ricevute, tentativi } = await posizione();
    expect(p?.stato).toBe("ESEGUITA");
    expect(ricevute).toMatchObject([{ primitiva: "paSendRT" }]);
    expect(tentativi).toMatchObject([{ tipoRpt: "ctPaymentPA", ccp: ID, rpt: { paymentAmount: 12.5 } }]);
  });

  it("wins on an annulled debt", async () => {
    await load({ stato: "ANNULLATA" });
    await deliver();
    await impianto.drain();
    expect((await posizione()).pendenza?.stato).toBe("ESEGUITA");
  });

  it("rebuilds the attempt of a stand-in payment", async () => {
    await load();
    await deliver({ standIn: "true" });
    await impianto.drain();
    const { tentativi, ricevute } = await posizione();
    expect(ricevute).toMatchObject([{ standIn: true, ccp: ID }]);
    expect(tentativi).toMatchObject([{ ccp: ID, stato: "RT_ACCETTATA_PA", importo: 1250n, modello: "Modello unico" }]);
  });

  it("closes the attempt of its cart, else the latest, and advances the portal payment", async () => {
    const carrello = "00000000000000000000000000000abc";
    const pagamento: Pagamento = {
      versione: 0,
      id: carrello,
      idA2A: APPLICAZIONE,
      nome: "carrello",
      stato: "IN_CORSO",
      importo: 2250n,
      dataRichiesta: ADESSO,
      posizioni: [
        { ...chiave, numeroAvviso: NAV, idA2A: APPLICAZIONE, idPendenza: "P1", causale: "a", importo: 1250n, esito: "IN_CORSO" },
        {
          idDominio: UNIONE,
          iuv: "02000000000000199",
          numeroAvviso: "302000000000000199",
          idA2A: APPLICAZIONE,
          idPendenza: "P2",
          causale: "b",
          importo: 1000n,
          esito: "IN_CORSO",
        },
      ],
    };
    await load();
    await impianto.write({ azione: "crea", entita: "pagamento", valore: pagamento });
    await activate(`<paymentNote>${carrello}</paymentNote>`);
    impianto.clock.advance(1_000);
    await activate();
    await deliver({ paymentNote: carrello });
    await impianto.drain();
    const { tentativi } = await posizione();
    expect(tentativi.map(({ idPagamento, stato }) => [idPagamento, stato]).toSorted()).toEqual([
      [undefined, "RPT_ACCETTATA_NODO"],
      [carrello, "RT_ACCETTATA_PA"],
    ]);
    expect(await impianto.posizioni.getPagamento(carrello)).toMatchObject({
      stato: "IN_CORSO",
      posizioni: [{ esito: "ESEGUITO" }, { esito: "IN_CORSO" }],
    });
    await impianto.write({
      azione: "crea",
      entita: "pendenza",
      valore: pendenza({
        idDominio: UNIONE,
        idPendenza: "P2",
        iuv: "02000000000000199",
        numeroAvviso: "302000000000000199",
        voci: [voce(1, 1000n)],
      }),
    });
    await deliver(
      {
        receiptId: "altra",
        fiscalCode: UNIONE,
        noticeNumber: "302000000000000199",
        creditorReferenceId: "02000000000000199",
        importo: "10.00",
        transfers: [{ id: 1, importo: "10.00", ente: UNIONE }],
        paymentNote: carrello,
      },
      UNIONE,
    );
    await impianto.drain();
    expect(await impianto.posizioni.getPagamento(carrello)).toMatchObject({ stato: "ESEGUITO" });
  });

  it("does not queue a notification for an application that cannot be told", async () => {
    await load({ idA2A: "GEST-MENSA" });
    await deliver();
    await impianto.drain();
    expect((await posizione()).notifiche).toEqual([]);
    expect(impianto.messaggi()).toEqual([]);
    expect((await posizione()).pendenza?.stato).toBe("ESEGUITA");
  });
});

describe("a receipt that does not match", () => {
  it.each([
    ["another amount", { importo: "12.49" }, 1249n],
    [
      "another split",
      {
        transfers: [
          { id: 1, importo: "6.25" },
          { id: 2, importo: "6.25" },
        ],
      },
      1250n,
    ],
    ["another position", { transfers: [{ id: 2, importo: "12.50" }] }, 1250n],
  ])("makes the debt anomalous, with the money recorded: %s", async (_caso, ricevuta, pagato) => {
    await load();
    await deliver(ricevuta);
    await impianto.drain();
    const { pendenza: p, riscossioni, ricevute, notifiche } = await posizione();
    expect(p).toMatchObject({ stato: "ANOMALA", importoPagato: pagato, segnalazioni: [{ codice: "IMPORTO_DIVERSO" }] });
    expect(p?.descrizioneStato).toContain("dovuto 12.50");
    expect(riscossioni.reduce((somma, { importo }) => somma + importo, 0n)).toBe(pagato);
    expect(ricevute).toMatchObject([{ segnalazioni: [{ codice: "IMPORTO_DIVERSO" }] }]);
    expect(notifiche).toHaveLength(1);
  });

  it("for a paid notice is a second payment: kept, recorded, flagged", async () => {
    await load();
    await deliver();
    await deliver({ receiptId: "seconda", paymentDateTime: "2026-03-10T11:00:00" });
    await impianto.drain();
    const { pendenza: p, ricevute, riscossioni } = await posizione();
    expect(p).toMatchObject({
      stato: "ANOMALA",
      importoPagato: 2500n,
      dataPagamento: PAGATO,
      segnalazioni: [{ codice: "PAGAMENTO_DUPLICATO" }],
      voci: [{ stato: "Eseguito" }],
    });
    expect(ricevute).toHaveLength(2);
    expect(riscossioni).toHaveLength(2);
    await deliver({ receiptId: "terza" });
    await impianto.drain();
    expect((await posizione()).pendenza).toMatchObject({ stato: "ANOMALA", importoPagato: 3750n });
  });

  it("for an unknown notice is stored and flagged", async () => {
    await deliver();
    await impianto.drain();
    const { ricevute, riscossioni, notifiche } = await posizione();
    expect(ricevute).toMatchObject([{ idRicevuta: ID, segnalazioni: [{ codice: "AVVISO_SCONOSCIUTO" }] }]);
    expect(ricevute[0]).not.toHaveProperty("idA2A");
    expect(riscossioni).toMatchObject([{ importo: 1250n, tipo: "ENTRATA" }]);
    expect(notifiche).toEqual([]);
  });

  it("for a notice issued elsewhere tells it apart", async () => {
    await deliver({ noticeNumber: "347000000000000199", creditorReferenceId: "47000000000000199" });
    await impianto.drain();
    const altrove = await impianto.posizioni.getPosizione({ idDominio: COMUNE, iuv: "47000000000000199" });
    expect(altrove.riscossioni).toMatchObject([{ tipo: "ALTRO_INTERMEDIARIO" }]);
  });

  it("with outcome KO is only kept", async () => {
    await load();
    await deliver({ outcome: "KO" });
    await impianto.drain();
    const { pendenza: p, ricevute, riscossioni, notifiche, tentativi } = await posizione();
    expect(p?.stato).toBe("NON_ESEGUITA");
    expect(ricevute[0]?.segnalazioni.map(({ codice }) => codice)).toEqual(["ESITO_KO", "IMPORTO_CON_ESITO_KO"]);
    expect([riscossioni, notifiche, tentativi]).toEqual([[], [], []]);
  });

  it("that contradicts itself loses no money", async () => {
    await load();
    const transfers = [
      { id: 1, importo: "6.00" },
      { id: 1, importo: "7.00" },
    ];
    await deliver({ transfers, creditorReferenceId: "99999999999999999" });
    await impianto.drain();
    const { ricevute, riscossioni, pendenza: p } = await posizione();
    expect(ricevute[0]?.segnalazioni.map(({ codice }) => codice)).toEqual([
      "IUV_DIVERSO",
      "SOMMA_DIVERSA",
      "TRANSFER_RIPETUTO",
      "IMPORTO_DIVERSO",
    ]);
    expect(riscossioni).toMatchObject([{ importo: 1300n }]);
    expect(p?.stato).toBe("ANOMALA");
  });
});

describe("several creditors", () => {
  const transfers = [
    { id: 1, importo: "10.00" },
    { id: 2, importo: "2.50", ente: UNIONE },
  ];
  const multi = { voci: [voce(1, 1000n), voce(2, 250n, { idDominio: UNIONE })] };
  const secondaria = () => impianto.posizioni.getPosizione({ idDominio: UNIONE, iuv: IUV });

  it.each([
    ["owner first", [COMUNE, UNIONE]],
    ["secondary first", [UNIONE, COMUNE]],
    ["owner only", [COMUNE]],
  ])("each files its own copy and its own money once: %s", async (_caso, ordine) => {
    await load(multi);
    for (const ente of ordine) {
      await deliver({ transfers }, ente);
      await impianto.drain();
    }
    const titolare = await posizione();
    expect(titolare.pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect(titolare.riscossioni).toMatchObject([{ indice: 1, importo: 1000n }]);
    const altra = await secondaria();
    expect(altra.riscossioni).toMatchObject([{ indice: 2, importo: 250n, tipo: "ENTRATA", idDominioTitolare: COMUNE, idPendenza: "P1" }]);
    expect(altra.ricevute).toHaveLength(ordine.length - 1);
    expect(impianto.messaggi()).toHaveLength(1);
  });

  it("a beneficiary that is not registered is collected as not intermediated", async () => {
    await load({ voci: [voce(1, 1000n), voce(2, 250n, { idDominio: "11111111111" })] });
    await deliver({
      transfers: [
        { id: 1, importo: "10.00" },
        { id: 2, importo: "2.50", ente: "11111111111" },
      ],
    });
    await impianto.drain();
    const { riscossioni } = await impianto.posizioni.getPosizione({ idDominio: "11111111111", iuv: IUV });
    expect(riscossioni).toMatchObject([{ tipo: "ENTRATA_PA_NON_INTERMEDIATA", importo: 250n }]);
  });

  it("a stamp is collected with its XML", async () => {
    await load();
    await deliver({ importo: "16.00", transfers: [{ id: 1, importo: "16.00", accredito: "<MBDAttachment>QUJDREVG</MBDAttachment>" }] });
    await impianto.drain();
    expect((await posizione()).riscossioni).toMatchObject([{ tipo: "MBT", allegato: "QUJDREVG" }]);
  });
});

describe("receipts and settlement flows", () => {
  it("a row that waited for its receipt becomes OK", async () => {
    await load();
    await impianto.write({ azione: "crea", entita: "rendicontazione", valore: riga() });
    await deliver();
    await impianto.drain();
    expect((await posizione()).rendicontazioni).toMatchObject([{ stato: "OK", segnalazioni: [] }]);
  });

  it.each([
    [
      "another amount",
      riga({ importo: 1251n }),
      [{ stato: "ANOMALA", segnalazioni: [{ codice: "007104", dettaglio: "rendicontato 12.51, pagato 12.50" }] }],
    ],
    ["another payment", riga({ iur: "altro" }), [{ stato: "ANOMALA", segnalazioni: [{ codice: "007101" }] }]],
    [
      "a further anomaly",
      riga({ segnalazioni: [...riga().segnalazioni, { data: ADESSO, codice: "007110", descrizione: "x" }] }),
      [{ stato: "ANOMALA", segnalazioni: [{ codice: "007110" }] }],
    ],
  ])("a row of %s stays anomalous", async (_caso, valore, attese) => {
    await load();
    await impianto.write({ azione: "crea", entita: "rendicontazione", valore });
    await deliver();
    await impianto.drain();
    expect((await posizione()).rendicontazioni).toMatchObject(attese);
  });

  it.each(["RISCOSSA", "INCASSATA"] as const)(
    "a payment known only from the flow (%s) is completed when its receipt comes late, and not counted twice",
    async (stato) => {
      const pagata = pendenza({
        stato: stato === "INCASSATA" ? "INCASSATA" : "ESEGUITA",
        importoPagato: 1250n,
        dataPagamento: "2026-03-09T23:00:00.000Z",
        voci: [voce(1, 1250n, { stato: "Eseguito" })],
      });
      await impianto.write(
        { azione: "crea", entita: "pendenza", valore: pagata },
        { azione: "crea", entita: "riscossione", valore: senzaRicevuta({ stato }) },
      );
      await deliver();
      await impianto.drain();
      const { pendenza: p, riscossioni, ricevute, notifiche, storia } = await posizione();
      expect(p).toMatchObject({ stato: pagata.stato, importoPagato: 1250n, dataPagamento: PAGATO, segnalazioni: [] });
      expect(riscossioni).toMatchObject([{ senzaRpt: false, idRicevuta: ID, stato, data: PAGATO, commissioni: 150n }]);
      expect(ricevute).toMatchObject([{ segnalazioni: [] }]);
      expect(notifiche).toHaveLength(1);
      expect(storia).toMatchObject([{ evento: "completaRicevuta" }]);
    },
  );
});

describe("repeated, interrupted, simultaneous", () => {
  const istantanea = () => impianto.deposito.all("archivio").filter(({ pk }) => !pk.startsWith("OUT#"));

  it("the same receipt delivered again changes nothing, and the journal tells both deliveries", async () => {
    await load();
    await deliver();
    await impianto.drain();
    const prima = istantanea();
    impianto.clock.advance(3_600_000);
    await deliver();
    await impianto.drain();
    expect(istantanea()).toEqual(prima);
    expect(impianto.messaggi()).toHaveLength(1);
    expect(impianto.eventi().map(({ dettaglioEsito }) => dettaglioEsito)).toEqual([undefined, "Ricevuta già registrata"]);
  });

  it("the same message given twice by the queue leaves one entry", async () => {
    await load();
    await deliver();
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("coda vuota");
    await impianto.consume(messaggio);
    const prima = [istantanea(), impianto.eventi()];
    await impianto.consume(messaggio);
    expect([istantanea(), impianto.eventi()]).toEqual(prima);
  });

  it.each(["query archivio", "commit archivio"])("a crash before «%s» is healed by the next delivery of the queue", async (passo) => {
    await load();
    await deliver();
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("coda vuota");
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === passo) throw new Error("interrotto");
    };
    await expect(impianto.consume(messaggio)).rejects.toThrow("interrotto");
    impianto.stato.guasto = undefined;
    expect((await posizione()).ricevute).toEqual([]);
    await impianto.consume(messaggio);
    expect((await posizione()).pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect(impianto.messaggi()).toHaveLength(1);
  });

  it("64 deliveries of the same receipt at once are one payment", async () => {
    await load();
    await Promise.all(Array.from({ length: 64 }, () => deliver()));
    await Promise.all(impianto.inCoda.splice(0).map((messaggio) => impianto.consume(messaggio)));
    const { pendenza: p, ricevute, riscossioni, notifiche } = await posizione();
    expect(p).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect([ricevute.length, riscossioni.length, notifiche.length, impianto.messaggi().length]).toEqual([1, 1, 1, 1]);
  });

  it("64 different receipts for one notice at once are all recorded to the cent, within the deliveries of the queue", async () => {
    await load();
    for (let n = 0; n < 64; n += 1) await deliver({ receiptId: `r-${n}` });
    let daFare = impianto.inCoda.splice(0);
    for (let consegna = 1; consegna <= 8 && daFare.length > 0; consegna += 1) {
      const esiti = await Promise.allSettled(daFare.map((messaggio) => impianto.consume(messaggio)));
      daFare = daFare.filter((_, i) => esiti[i]?.status === "rejected");
    }
    expect(daFare).toEqual([]);
    const { pendenza: p, ricevute, riscossioni, notifiche } = await posizione();
    expect(p).toMatchObject({ stato: "ANOMALA", importoPagato: 64n * 1250n });
    expect([ricevute.length, riscossioni.length, notifiche.length, impianto.messaggi().length]).toEqual([64, 64, 64, 64]);
  });

  it("a poisoned message fails every time, and touches nothing", async () => {
    await load();
    await deliver();
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("coda vuota");
    const { busta: _, ...senzaBusta } = messaggio;
    const prima = istantanea();
    await expect(impianto.consume({ ...messaggio, busta: "<rotto" })).rejects.toThrow(/non ben formato/);
    await expect(impianto.consume({ ...messaggio, busta: busta("<pa:paSendRTV2Request/>") })).rejects.toThrow(/idPA/);
    await expect(impianto.consume({ ...senzaBusta, chiave: "perso" })).rejects.toThrow(/assente/);
    expect(istantanea()).toEqual(prima);
  });
});
