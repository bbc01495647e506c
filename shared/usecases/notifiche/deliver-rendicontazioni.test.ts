/** The rows of a flow on their way to the creditors' applications: at least once each, in order, whatever stops. */
import { beforeEach, describe, expect, it } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPagata, buildPendenzaRiga, buildRiga, buildRiscossione, FLUSSO, PSP, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioNotifiche } from "../../adapters/archivio/notifiche.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { ko, ok } from "../../domain/esito.ts";
import { CONNETTORE_GOVPAY, readEsitoRiga } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { SistemaEnte } from "../../ports/sistema-ente.ts";
import { presentFlussoRiversamento } from "../../presenters/riconciliazione/flusso-riversamento.ts";
import { presentNuovaRendicontazione } from "../../presenters/riconciliazione/nuova-rendicontazione.ts";
import { createDeliverFlusso } from "./deliver-flusso.ts";
import { createDeliverRendicontazioni } from "./deliver-rendicontazioni.ts";
import { createOpenInvii } from "./open-invii.ts";

const FLUSSO_DI_PROVA = { idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP, revisione: 1 };
const CHIAVE = { ...FLUSSO_DI_PROVA, destinatario: APPLICAZIONE };

describe("rows of a flow to the creditor's system", () => {
  let memoria: Memoria;
  let notifiche: ArchivioNotifiche;
  let consegnate: Record<string, unknown>[];
  /** What the other system answers to a row. */
  let risponde: (iuv: string) => number;

  const ente: Pick<SistemaEnte, "notifyRendicontazione"> = {
    notifyRendicontazione: async (_servizio, corpo) => {
      const riga: Record<string, unknown> = { ...Object(corpo) };
      const status = risponde(String(riga["iuv"]));
      if (status >= 300) return ko({ status, dettaglio: `ha risposto ${status}` });
      consegnate.push(riga);
      return ok({ status });
    },
  };
  const deliver = () =>
    createDeliverRendicontazioni({ ...memoria, notifiche, ente, present: presentNuovaRendicontazione })(CHIAVE, memoria.traccia);
  const open = () => createOpenInvii({ ...memoria, registro: new ArchivioRegistro(memoria.deposito) })(FLUSSO_DI_PROVA);
  const invio = () => notifiche.getInvio(CHIAVE);
  const iuvConsegnati = () => consegnate.map(({ iuv }) => iuv);

  beforeEach(async () => {
    memoria = await createMemoria();
    notifiche = new ArchivioNotifiche(memoria.deposito);
    consegnate = [];
    risponde = () => 201;
  });

  it("opens one delivery for each application that can be told, once however many times it is asked", async () => {
    await open();
    await open();
    const messaggi = memoria.messaggi().filter(({ coda }) => coda === "notifiche");
    expect(messaggi).toEqual([{ coda: "notifiche", corpo: { tipo: "RENDICONTAZIONI", ...CHIAVE } }]);
    expect(await notifiche.getInvio({ ...CHIAVE, destinatario: ALTRA_APPLICAZIONE })).toBeUndefined();
  });

  it("tells each row of its own debts, by receipt or by debt, exactly as the API says, and no other's", async () => {
    await memoria.store(...buildPagata(1));
    // Paid without a receipt: the debt is known, the amount is not.
    await memoria.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(2) });
    await memoria.store({ azione: "crea", entita: "riscossione", valore: buildRiscossione(3, { idA2A: ALTRA_APPLICAZIONE }) });
    const bicRiversamento = "BPPIITRRXXX";
    await storeFlusso(
      memoria,
      [buildRiga(1), buildRiga(2, { esito: 9 }), buildRiga(3), buildRiga(4), buildRiga(1, { iur: "iur-1b", esito: -1 })],
      {
        ...{ bicRiversamento, dataPubblicazione: "2026-11-24T20:00:00.000Z" },
      },
    );
    await open();
    expect(await deliver()).toEqual({ esito: "consegnata" });
    const { iuv, iur } = buildRiga(1);
    expect(consegnate).toEqual([
      {
        ...{ idDominio: COMUNE, iuv, iur, indice: 1, importo: 10.01, esito: "ESEGUITO", data: "2026-11-23", idFlusso: FLUSSO },
        ...{ dataFlusso: "2026-11-24T19:30:00.000+01:00", trn: "TRN-1", dataRegolamento: "2026-11-24", idPsp: PSP, bicRiversamento },
        ...{ revisione: 1, dataOraPubblicazione: "2026-11-24T21:00:00.000+01:00" },
      },
      expect.objectContaining({ iuv: buildRiga(2).iuv, esito: "ESEGUITO_SENZA_RPT" }),
    ]);
    expect(await invio()).toMatchObject({ stato: "SPEDITO", righe: 5, spedite: 2, rifiutate: 1 });
    expect(await deliver()).toEqual({ esito: "gia-consegnata" });
    expect(consegnate).toHaveLength(2);
  });

  const seedRighe = async (quante: number): Promise<string[]> => {
    const numeri = Array.from({ length: quante }, (_, i) => i + 1);
    for (const n of numeri) await memoria.store(...buildPagata(n));
    await storeFlusso(
      memoria,
      numeri.map((n) => buildRiga(n)),
    );
    await open();
    return numeri.map((n) => buildRiga(n).iuv);
  };

  it("goes past a row that is refused for good, and stops at one that is only late, to begin again from there", async () => {
    const iuv = await seedRighe(15);
    risponde = (codice) => (codice === iuv[2] ? 422 : codice === iuv[12] ? 503 : 200);
    expect(await deliver()).toEqual({ esito: "riprova", secondi: 60 });
    expect(await invio()).toMatchObject({
      stato: "DA_SPEDIRE",
      righe: 12,
      spedite: 11,
      rifiutate: 1,
      tentativi: 1,
      descrizioneStato: "ha risposto 503",
    });
    expect(await deliver()).toEqual({ esito: "riprova", secondi: 240 });
    risponde = () => 200;
    consegnate = [];
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(iuvConsegnati()).toEqual(iuv.slice(12));
    expect(await invio()).toMatchObject({ stato: "SPEDITO", spedite: 14, rifiutate: 1, tentativi: 0 });
  });

  it("gives up on an application that has no such operation, and on a flow that was replaced", async () => {
    await seedRighe(2);
    risponde = () => 404;
    expect(await deliver()).toEqual({ esito: "annullata" });
    expect(await invio()).toMatchObject({ stato: "ANNULLATO", descrizioneStato: expect.stringContaining("non riceve le rendicontazioni") });
    const { idFlusso } = await storeFlusso(memoria, [buildRiga(1)], { idFlusso: "2026-11-25ABI03069-2", obsoleto: true });
    await createOpenInvii({ ...memoria, registro: new ArchivioRegistro(memoria.deposito) })({ ...FLUSSO_DI_PROVA, idFlusso });
    const sua = { ...CHIAVE, idFlusso };
    expect(
      await createDeliverRendicontazioni({ ...memoria, notifiche, ente, present: presentNuovaRendicontazione })(sua, memoria.traccia),
    ).toEqual({
      esito: "annullata",
    });
  });

  it("tells every row at least once, in order, wherever the machine stops", async () => {
    const iuv = await seedRighe(250);
    let scritture = 0;
    memoria.observe(({ operazione }) => {
      if (operazione !== "commit") return;
      scritture += 1;
      if (scritture % 2 === 0) throw new Error("spento");
    });
    for (let giro = 0; (await invio())?.stato === "DA_SPEDIRE" && giro < 20; giro += 1) await deliver().catch(() => undefined);
    memoria.observe(() => {});
    expect(await invio()).toMatchObject({ stato: "SPEDITO", righe: 250, spedite: 250 });
    expect([...new Set(iuvConsegnati())]).toEqual(iuv);
  });

  it("costs two reads and a write every hundred rows", async () => {
    await seedRighe(200);
    memoria.richieste.length = 0;
    await deliver();
    const conta = (prefisso: string) => memoria.richieste.filter((r) => r.startsWith(prefisso)).length;
    expect([conta("query:archivio"), conta("getMany:archivio"), conta("commit")]).toEqual([2, 2, 2]);
  });

  it("leaves the rest to another message when the other system is slow", async () => {
    const iuv = await seedRighe(30);
    risponde = () => {
      memoria.clock.advance(1000);
      return 200;
    };
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(await invio()).toMatchObject({ stato: "DA_SPEDIRE", righe: 10, spedite: 10 });
    expect(memoria.messaggi().filter(({ coda }) => coda === "notifiche")).toHaveLength(2);
    await deliver();
    await deliver();
    expect([iuvConsegnati(), (await invio())?.stato]).toEqual([iuv, "SPEDITO"]);
  });
});

it.each([
  [undefined, "rimandata"],
  [200, "presa"],
  [201, "presa"],
  [400, "rifiutata"],
  [422, "rifiutata"],
  [401, "rimandata"],
  [429, "rimandata"],
  [404, "non-gestita"],
  [501, "non-gestita"],
  [503, "rimandata"],
  [302, "rifiutata"],
] as const)("a status %s means: %s", (status, esito) => {
  expect(readEsitoRiga(status)).toBe(esito);
});

describe("a flow whole, to the connector of its creditor", () => {
  const CONNETTORE = { abilitato: true, tipoConnettore: "REST", url: "https://ente.example/govpay", contenuti: ["FLUSSI_RENDICONTAZIONE"] };
  const DESTINATO = { ...FLUSSO_DI_PROVA, destinatario: CONNETTORE_GOVPAY };

  const createProva = async (connettore: object, altro: Parameters<typeof storeFlusso>[2] = {}) => {
    const memoria = await createMemoria();
    const registro = new ArchivioRegistro(memoria.deposito);
    const dominio = await registro.get("dominio", COMUNE);
    if (!dominio) throw new Error("manca il dominio di prova");
    await memoria.store({
      azione: "sostituisci",
      entita: "dominio",
      valore: { ...dominio, esportazioni: { servizioGovPay: { ...connettore } } },
    });
    await storeFlusso(memoria, [buildRiga(1), buildRiga(2)], altro);
    await createOpenInvii({ ...memoria, registro })(FLUSSO_DI_PROVA);
    const notifiche = new ArchivioNotifiche(memoria.deposito);
    const spediti: Parameters<SistemaEnte["sendFlusso"]>[] = [];
    const stati: number[] = [];
    const ente: Pick<SistemaEnte, "sendFlusso"> = {
      sendFlusso: async (...argomenti) => {
        spediti.push(argomenti);
        const status = stati.shift() ?? 201;
        return status < 300 ? ok({ status }) : ko({ status, dettaglio: `ha risposto ${status}` });
      },
    };
    const deliver = createDeliverFlusso({ ...memoria, notifiche, ente, presentXml: presentFlussoRiversamento });
    return { memoria, notifiche, spediti, stati, run: () => deliver(DESTINATO, memoria.traccia) };
  };

  it("goes as XML, once, and is tried again when the other system is down", async () => {
    const { notifiche, spediti, stati, run } = await createProva(CONNETTORE);
    stati.push(503);
    expect(await run()).toEqual({ esito: "riprova", secondi: 60 });
    expect(await notifiche.getInvio(DESTINATO)).toMatchObject({ stato: "DA_SPEDIRE", tentativi: 1, descrizioneStato: "ha risposto 503" });
    expect(await run()).toEqual({ esito: "consegnata" });
    expect(await run()).toEqual({ esito: "gia-consegnata" });
    expect(spediti).toHaveLength(2);
    const [servizio, { xml, ...flusso }] = spediti[1] ?? [undefined, { xml: "" }];
    expect([servizio, flusso]).toEqual([
      { url: CONNETTORE.url },
      { idDominio: COMUNE, idFlusso: FLUSSO, dataFlusso: "2026-11-24T18:30:00.000Z" },
    ]);
    expect(xml).toContain("<importoTotalePagamenti>20.03</importoTotalePagamenti>");
    expect(await notifiche.getInvio(DESTINATO)).toMatchObject({ stato: "SPEDITO", righe: 2, spedite: 2 });
  });

  it("is not asked twice of who refuses it, nor sent when it is too long", async () => {
    const rifiutato = await createProva(CONNETTORE);
    rifiutato.stati.push(400);
    expect(await rifiutato.run()).toEqual({ esito: "annullata" });
    expect(await rifiutato.notifiche.getInvio(DESTINATO)).toMatchObject({ stato: "ANNULLATO", descrizioneStato: "ha risposto 400" });
    const lungo = await createProva(CONNETTORE, { righeAcquisite: 15_001 });
    expect([await lungo.run(), lungo.spediti]).toEqual([{ esito: "annullata" }, []]);
  });

  it("is for nobody when the creditor does not want it", async () => {
    const { notifiche, memoria } = await createProva({ ...CONNETTORE, contenuti: ["RPP"] });
    expect(await notifiche.getInvio(DESTINATO)).toBeUndefined();
    expect(memoria.messaggi().filter(({ coda }) => coda === "notifiche")).toHaveLength(1);
  });
});
