/** The receipt that pays right: from the message of the Node to the state of everything that hangs from the notice. */

import { beforeEach, describe, expect, it } from "vitest";
import { ArchivioRegistro } from "../../../shared/adapters/archivio/registro.ts";
import { OriginaliCompressi } from "../../../shared/adapters/originali/originali-compressi.ts";
import type { Pagamento } from "../../../shared/domain/pagamenti/pagamento.ts";
import { APPLICAZIONE, COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, IUV, pendenza, testata, voce } from "./debito.ts";
import type { Impianto } from "./impianto.ts";
import { busta, consegnaV1, consegnaV2, NAV, receipt } from "./messaggi.ts";
import { chiave, createSportello, ID, PAGATO, type Sportello } from "./sportello.ts";

let sportello: Sportello;
let impianto: Impianto;
beforeEach(async () => {
  sportello = await createSportello();
  impianto = sportello.impianto;
});
const load: Sportello["load"] = (altro) => sportello.load(altro);
const deliver: Sportello["deliver"] = (r, idPA) => sportello.deliver(r, idPA);
const posizione = () => sportello.posizione();
const activate: Sportello["activate"] = (nota) => sportello.activate(nota);

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
      {
        evento: "paga",
        campi: {
          stato: { prima: "NON_ESEGUITA", dopo: "ESEGUITA" },
          importoPagato: { prima: 0, dopo: 12.5 },
          "voci.1.stato": { prima: "Non eseguito", dopo: "Eseguito" },
        },
      },
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

  it.each([
    ["", "per una pendenza annullata"],
    ["true", "per una pendenza annullata, pagata in stand-in"],
  ])("wins on an annulled debt, which says so (standIn «%s»)", async (standIn, frase) => {
    await load({ stato: "ANNULLATA" });
    await deliver(standIn === "" ? {} : { standIn });
    await impianto.drain();
    const { pendenza: p, ricevute } = await posizione();
    expect(p).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n, voci: [{ stato: "Eseguito" }] });
    const segnalata = { codice: "PAGATA_DOPO_ANNULLAMENTO", descrizione: `Ricevuta ${ID} di 12.50 ${frase}` };
    expect(p?.segnalazioni).toMatchObject([segnalata]);
    expect(ricevute[0]?.segnalazioni).toContainEqual(expect.objectContaining(segnalata));
  });

  it("on a debt paid elsewhere is a second payment", async () => {
    const pagataAltrove = { data: "2026-11-20", importo: 1250n, riferimento: "Quietanza 12", autore: "gest-tributi" };
    await load({ stato: "ANNULLATA", pagataAltrove });
    await deliver();
    await impianto.drain();
    const { pendenza: p, ricevute } = await posizione();
    expect([p?.stato, p?.importoPagato, ricevute.length]).toEqual(["ANOMALA", 1250n, 1]);
    expect(p?.segnalazioni).toMatchObject([
      { codice: "PAGAMENTO_DUPLICATO", dettaglio: expect.stringContaining("pagata altrove il 20/11/2026, riferimento Quietanza 12") },
    ]);
  });

  it("rebuilds the attempt of a stand-in payment", async () => {
    await load();
    await deliver({ standIn: "true" });
    await impianto.drain();
    const { tentativi, ricevute } = await posizione();
    expect(ricevute).toMatchObject([{ standIn: true, ccp: ID, segnalazioni: [{ codice: "STAND_IN" }], rt: { standIn: true } }]);
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

  it("tells the connector of the creditor that wants the messages, beside the application", async () => {
    await load();
    const registro = new ArchivioRegistro(impianto.deposito);
    const dominio = (await registro.list("dominio")).find(({ idDominio }) => idDominio === COMUNE);
    if (!dominio) throw new Error("anagrafica di prova");
    const servizioGovPay = { abilitato: true, tipoConnettore: "REST", url: "https://ente.example", contenuti: ["RPP"] };
    await impianto.write({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, esportazioni: { servizioGovPay } } });
    await deliver();
    await impianto.drain();
    expect((await posizione()).notifiche.map(({ tipo, idA2A }) => [tipo, idA2A])).toEqual([
      ["RPP", "connettore:servizioGovPay"],
      ["RICEVUTA", APPLICAZIONE],
    ]);
    expect(impianto.messaggi().map(({ gruppo }) => gruppo)).toEqual([APPLICAZIONE, "connettore-servizioGovPay"]);
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
