import { beforeEach, describe, expect, it } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { buildTentativoStorico } from "../../../tests/sostegno/nodo-storico.ts";
import { ko, ok } from "../../domain/esito.ts";
import { CONNETTORE_GOVPAY } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { type ChiaveNotifica, type Notifica, nuovaNotifica, TENTATIVI_CHE_TRATTENGONO } from "../../domain/notifiche/notifica.ts";
import type { NotificaRicevuta, SistemaEnte } from "../../ports/sistema-ente.ts";
import { presentNotificaPagamento } from "../../presenters/ente-v1/notifica-pagamento.ts";
import { createDeliverNotifica } from "./deliver-notifica.ts";

const POSIZIONE = { idDominio: COMUNE, iuv: "01000000000000133" };
const CHIAVE = { tipo: "RICEVUTA", ...POSIZIONE, idRicevuta: "ricevuta-1" } as const;
const ATTIVAZIONE = { tipo: "ATTIVAZIONE", ...POSIZIONE, ccp: "ccp-1" } as const;
const RPP = { tipo: "RPP", ...POSIZIONE, idRicevuta: "ricevuta-1" } as const;
type Risposta = Awaited<ReturnType<SistemaEnte["notifyRicevuta"]>>;

const MUTO = {
  notifyRicevuta: async () => ok({ status: 200 }),
  notifyPagamento: async () => ok({ status: 200 }),
  notifyAnnullamento: async () => ok({ status: 200 }),
  sendRpp: async () => ok({ status: 200 }),
};
const PRESENTERS = {
  originali: { read: async () => "<rt/>" },
  present: () => ({}),
  presentPagamento: presentNotificaPagamento,
  presentRpt: () => "<rpt/>",
};

describe("delivery of a receipt to the creditor's system", () => {
  let memoria: Memoria;
  let ricevute: NotificaRicevuta[];
  let risposta: Risposta;

  const seed = (idA2A: string): Promise<void> =>
    memoria.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenza({ idA2A }) },
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ idA2A }) },
      {
        azione: "crea",
        entita: "notifica",
        valore: nuovaNotifica(CHIAVE, idA2A, ADESSO),
      },
    );

  const deliver = () => {
    const ente = {
      ...MUTO,
      notifyRicevuta: async (_servizio: unknown, notifica: NotificaRicevuta) => {
        ricevute.push(notifica);
        return risposta;
      },
    };
    return createDeliverNotifica({
      ...{ ...memoria, ...PRESENTERS, ente },
      present: (ricevuta, _posizione, ragioneSociale) => ({ id: ricevuta.idRicevuta, ragioneSociale }),
    })(CHIAVE, memoria.traccia);
  };

  beforeEach(async () => {
    memoria = await createMemoria();
    ricevute = [];
    risposta = ok({ status: 201 });
  });

  it("sends it once: a second message changes nothing", async () => {
    await seed(APPLICAZIONE);
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(await deliver()).toEqual({ esito: "gia-consegnata" });
    expect(ricevute).toEqual([{ ...POSIZIONE, idRicevuta: "ricevuta-1", corpo: { id: "ricevuta-1", ragioneSociale: "Comune di Prova" } }]);
    expect(await memoria.posizioni.getNotifica(CHIAVE)).toMatchObject({ stato: "SPEDITA", tentativi: 1 });
  });

  it("keeps it and waits longer after each failure", async () => {
    await seed(APPLICAZIONE);
    risposta = ko({ status: 503, dettaglio: "il sistema dell'ente ha risposto 503: manutenzione" });
    expect(await deliver()).toEqual({ esito: "riprova", secondi: 60 });
    expect(await deliver()).toEqual({ esito: "riprova", secondi: 240 });
    expect(await memoria.posizioni.getNotifica(CHIAVE)).toMatchObject({
      stato: "DA_SPEDIRE",
      tentativi: 2,
      descrizioneStato: "il sistema dell'ente ha risposto 503: manutenzione",
      dataProssimoTentativo: "2026-11-25T09:04:00.000Z",
    });
    risposta = ok({ status: 200 });
    expect(await deliver()).toEqual({ esito: "consegnata" });
  });

  it("gives up when the application has nowhere to be told", async () => {
    await seed(ALTRA_APPLICAZIONE);
    expect(await deliver()).toEqual({ esito: "annullata" });
    expect(ricevute).toEqual([]);
    expect(await memoria.posizioni.getNotifica(CHIAVE)).toMatchObject({ stato: "ANNULLATA" });
  });

  it("delivers again, harmlessly, when the machine stopped after the call and before the state", async () => {
    await seed(APPLICAZIONE);
    memoria.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("spento");
    });
    await expect(deliver()).rejects.toThrow("spento");
    memoria.observe(() => {});
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(ricevute).toHaveLength(2);
  });

  it("journals each attempt", async () => {
    await seed(APPLICAZIONE);
    risposta = ko({ dettaglio: "tempo scaduto" });
    await deliver();
    const eventi = memoria.deposito.all("eventi").filter((e) => e["tipoEvento"] === "notificaRicevuta");
    expect(eventi).toMatchObject([{ componente: "API_ENTE", ruolo: "CLIENT", esito: "FAIL", dettaglioEsito: "tempo scaduto" }]);
  });

  it("refuses a message about a receipt that is not there", async () => {
    await expect(deliver()).rejects.toThrow("notifica RICEVUTA sconosciuta");
  });
});

const ALLE = (minuti: number): string => `2026-11-25T08:0${minuti}:00.000Z`;
const GUASTO: Risposta = ko({ status: 503, dettaglio: "503" });

describe("an application of version 1, and a connector that wants the messages", () => {
  const prepare = async (altro: Partial<Pick<Notifica, "tentativi">> = {}, versioneApi: "REST v1" | "REST v2" = "REST v1") => {
    const memoria = await createMemoria();
    const tentativo = buildTentativoStorico({ idRicevuta: "ricevuta-1", idPagamento: "pagamento-1" });
    await memoria.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenza() },
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta() },
      { azione: "crea", entita: "tentativo", valore: tentativo },
      {
        azione: "crea",
        entita: "riscossione",
        valore: buildRiscossione(133, { ...POSIZIONE, iur: "ricevuta-1", idRicevuta: "ricevuta-1" }),
      },
      {
        azione: "crea",
        entita: "pagamento",
        valore: {
          ...{ versione: 0, id: "pagamento-1", idA2A: APPLICAZIONE, nome: "TARI", stato: "IN_CORSO", importo: 1n, dataRichiesta: ADESSO },
          ...{ posizioni: [], idSessionePortale: "portale-1" },
        },
      },
      { azione: "crea", entita: "notifica", valore: { ...nuovaNotifica(ATTIVAZIONE, APPLICAZIONE, ALLE(1)), ...altro } },
      { azione: "crea", entita: "notifica", valore: nuovaNotifica(CHIAVE, APPLICAZIONE, ALLE(2)) },
      { azione: "crea", entita: "notifica", valore: nuovaNotifica(RPP, CONNETTORE_GOVPAY, ALLE(2)) },
    );
    const chiamate: { readonly che: string; readonly dati: Readonly<Record<string, unknown>> }[] = [];
    const risposte: Risposta[] = [];
    const call =
      (che: string) =>
      async (_servizio: unknown, dati: object): Promise<Risposta> => {
        chiamate.push({ che, dati: { ...dati } });
        return risposte.shift() ?? ok({ status: 200 });
      };
    const ente = {
      ...{
        notifyRicevuta: call("ricevuta"),
        notifyPagamento: call("pagamento"),
        notifyAnnullamento: call("annulla"),
        sendRpp: call("rpp"),
      },
    };
    const [applicazione, creditore] = await Promise.all([
      memoria.anagrafiche.getApplicazione(APPLICAZIONE),
      memoria.anagrafiche.getCreditore(COMUNE),
    ]);
    if (!applicazione || !creditore) throw new Error("anagrafica di prova");
    const connettore = { abilitato: true, tipoConnettore: "REST", url: "https://ente.example", contenuti: ["RPP"] };
    const dominio = { ...creditore.dominio, esportazioni: { servizioGovPay: connettore } };
    const anagrafiche = {
      getApplicazione: async () => ({ ...applicazione, servizioIntegrazione: { url: "https://ente.example", versioneApi } }),
      getCreditore: async () => ({ ...creditore, dominio }),
    };
    const deliver = createDeliverNotifica({ ...memoria, ...PRESENTERS, anagrafiche, ente });
    const stato = async (chiave: ChiaveNotifica) => (await memoria.posizioni.getNotifica(chiave))?.stato;
    return { chiamate, risposte, stato, deliver: (chiave: ChiaveNotifica) => deliver(chiave, memoria.traccia) };
  };

  it("is told of the attempt, then of its receipt with what was collected, both with the portal's session", async () => {
    const { deliver, chiamate, stato } = await prepare();
    expect(await deliver(ATTIVAZIONE)).toEqual({ esito: "consegnata" });
    expect(await deliver(CHIAVE)).toEqual({ esito: "consegnata" });
    const sessione = { idSession: "pagamento-1", idCarrello: "pagamento-1", idSessionePortale: "portale-1" };
    const corpo = { idA2A: APPLICAZIONE, idPendenza: buildPendenza().idPendenza, rpt: { versioneOggetto: "6.2.0" } };
    expect(chiamate).toMatchObject([
      { che: "pagamento", dati: { ...POSIZIONE, ...sessione, corpo } },
      {
        che: "pagamento",
        dati: { ...sessione, corpo: { ...corpo, rt: buildRicevuta().rt, riscossioni: [{ iur: "ricevuta-1", indice: 1 }] } },
      },
    ]);
    expect(chiamate[0]?.dati["corpo"]).not.toHaveProperty("rt");
    expect([await stato(ATTIVAZIONE), await stato(CHIAVE)]).toEqual(["SPEDITA", "SPEDITA"]);
  });

  it("hears of one payment code in order: what waits holds back what follows, and a late message finds it done", async () => {
    const { deliver, chiamate, risposte } = await prepare();
    expect(await deliver(CHIAVE)).toEqual({ esito: "consegnata" });
    expect(chiamate.map(({ dati }) => Object.keys(Object(dati["corpo"])).includes("rt"))).toEqual([false, true]);
    expect(await deliver(ATTIVAZIONE)).toEqual({ esito: "gia-consegnata" });
    const guasto = await prepare();
    guasto.risposte.push(GUASTO);
    expect(await guasto.deliver(CHIAVE)).toEqual({ esito: "riprova", secondi: 60 });
    expect(await guasto.deliver(CHIAVE)).toEqual({ esito: "riprova", secondi: 60 });
    expect(guasto.chiamate).toHaveLength(1);
    expect(risposte).toEqual([]);
  });

  it("gets the receipt anyway when the activation has failed for an hour, and then no activation any more", async () => {
    const { deliver, chiamate, stato } = await prepare({ tentativi: TENTATIVI_CHE_TRATTENGONO });
    expect(await deliver(CHIAVE)).toEqual({ esito: "consegnata" });
    expect(await deliver(ATTIVAZIONE)).toEqual({ esito: "annullata" });
    expect([chiamate.length, await stato(ATTIVAZIONE)]).toEqual([1, "ANNULLATA"]);
  });

  it.each([
    [404, "annullata", "ANNULLATA"],
    [400, "annullata", "ANNULLATA"],
    [401, "riprova", "DA_SPEDIRE"],
    [500, "riprova", "DA_SPEDIRE"],
  ])("refused with %i, an activation is %s", async (status, esito, dopo) => {
    const { deliver, risposte, stato } = await prepare();
    risposte.push(ko({ status, dettaglio: String(status) }));
    expect([(await deliver(ATTIVAZIONE)).esito, await stato(ATTIVAZIONE)]).toEqual([esito, dopo]);
  });

  it("changed to version 2, has no activation any more and the receipt as a PUT", async () => {
    const { deliver, chiamate } = await prepare({}, "REST v2");
    expect([await deliver(ATTIVAZIONE), await deliver(CHIAVE)]).toEqual([{ esito: "annullata" }, { esito: "consegnata" }]);
    expect(chiamate.map(({ che }) => che)).toEqual(["ricevuta"]);
  });

  it("the connector gets request and receipt as XML, whatever becomes of the application", async () => {
    const { deliver, chiamate, risposte } = await prepare();
    risposte.push(GUASTO);
    expect(await deliver(CHIAVE)).toMatchObject({ esito: "riprova" });
    expect(await deliver(RPP)).toEqual({ esito: "consegnata" });
    expect(chiamate[1]).toEqual({ che: "rpp", dati: { ...POSIZIONE, ccp: "ccp-1", rpt: "<rpt/>", rt: "<rt/>" } });
  });
});
