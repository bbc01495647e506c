import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evento } from "../../domain/eventi.ts";
import type { FiltriEventi } from "../../ports/giornale.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { DocumentiInMemoria } from "../memory/documenti.ts";
import { createClockFermo, createIdsInSequenza } from "../memory/tempo.ts";
import { GiornaleArchivio } from "./giornale.ts";
import { toElementoEvento } from "./mappa-evento.ts";
import { ArchivioUnitOfWork } from "./unit-of-work.ts";

const DOMINIO = "01234567897";
const ALTRO = "91001750081";
const IUV = "01000000000000123";

const evento = (id: string, campi: Partial<Evento> = {}): Evento => ({
  id,
  componente: "API_PAGOPA",
  categoriaEvento: "INTERFACCIA",
  ruolo: "SERVER",
  tipoEvento: "paVerifyPaymentNotice",
  esito: "OK",
  severita: 0,
  dataEvento: "2026-03-01T10:00:00.000Z",
  durataMillisecondi: 5,
  transactionId: "t",
  ...campi,
});

const prepara = (conDeposito = true) => {
  const richieste: string[] = [];
  const deposito = new DepositoInMemoria(({ operazione }) => void richieste.push(operazione));
  const documenti = new DocumentiInMemoria();
  const clock = createClockFermo("2026-03-01T10:00:00.000Z");
  const uow = new ArchivioUnitOfWork(deposito, {}, clock, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
    ...(conDeposito && { documenti }),
  });
  const giornale = new GiornaleArchivio(deposito, documenti);
  return { deposito, documenti, giornale, richieste, put: (...eventi: readonly Evento[]) => uow.putEventi(eventi) };
};

const FILTRI: FiltriEventi = { domini: [], visibili: "*", ordine: "desc" };
const PAGINA = { limite: 25, salta: 0, totale: false };

describe("i messaggi del giornale", () => {
  it("tornano byte per byte, qualunque sia la loro codifica", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), async (byte) => {
        const { giornale, put } = prepara();
        await put(evento("e1", { idDominio: DOMINIO, iuv: IUV, parametriRichiesta: { data: "d", payload: byte } }));
        const { elementi } = await giornale.find({ ...FILTRI, idDominio: DOMINIO, iuv: IUV }, PAGINA);
        const messaggio = elementi[0]?.messaggi.richiesta;
        expect(messaggio && [...((await giornale.readMessaggio(messaggio)) ?? [])]).toEqual([...byte]);
      }),
      { numRuns: 50 },
    );
  });

  it("oltre 100 kB compressi vanno nel deposito dei documenti, e l'evento ne tiene l'impronta", async () => {
    const { deposito, giornale, put } = prepara();
    const grande = new Uint8Array(randomBytes(300_000));
    await put(evento("e1", { idDominio: DOMINIO, iuv: IUV, parametriRisposta: { data: "d", payload: grande } }));
    expect(deposito.all("eventi")[0]?.["parametriRisposta"]).toEqual({
      data: "d",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      chiave: "giornale/2026-03-01/e1-risposta.gz",
    });
    const { elementi } = await giornale.find({ ...FILTRI, idDominio: DOMINIO, iuv: IUV }, PAGINA);
    const messaggio = elementi[0]?.messaggi.risposta;
    expect(messaggio && Buffer.from((await giornale.readMessaggio(messaggio)) ?? []).equals(grande)).toBe(true);
  });

  it("senza deposito un messaggio enorme lascia il suo inizio, e lo dice", async () => {
    const { deposito, put } = prepara(false);
    await put(evento("e1", { parametriRisposta: { data: "d", payload: new Uint8Array(randomBytes(300_000)) } }));
    expect(deposito.all("eventi")[0]?.["parametriRisposta"]).toMatchObject({ tagliato: true, gzip: expect.any(Uint8Array) });
  });

  it("un messaggio alterato si riconosce", async () => {
    const { giornale, put } = prepara();
    await put(evento("e1", { idDominio: DOMINIO, iuv: IUV, parametriRichiesta: { data: "d", payload: "<a/>" } }));
    const { elementi } = await giornale.find({ ...FILTRI, idDominio: DOMINIO, iuv: IUV }, PAGINA);
    const messaggio = elementi[0]?.messaggi.richiesta;
    await expect(giornale.readMessaggio({ ...messaggio, digest: "0".repeat(64) })).rejects.toThrow("impronta");
  });

  it("scadono dopo la conservazione chiesta: 760 giorni sono più di 24 mesi", async () => {
    const { scadeAlle } = await toElementoEvento(evento("e1"), { giorni: 760 });
    expect(new Date(Number(scadeAlle) * 1_000).toISOString()).toBe("2028-03-30T10:00:00.000Z");
  });
});

describe("la ricerca costa una interrogazione, quali che siano i filtri", () => {
  const tutti = async () => {
    const prova = prepara();
    await prova.put(
      evento("1", { idDominio: DOMINIO, iuv: IUV, ccp: "c1", dataEvento: "2026-03-01T10:00:00.000Z" }),
      evento("2", {
        idDominio: DOMINIO,
        iuv: IUV,
        idA2A: "APP",
        idPendenza: "P1",
        tipoEvento: "paGetPaymentV2",
        dataEvento: "2026-03-02T10:00:00.000Z",
      }),
      evento("3", { idDominio: ALTRO, iuv: IUV, esito: "KO", severita: 3, dataEvento: "2026-03-03T10:00:00.000Z" }),
      evento("4", {
        idA2A: "APP",
        idPendenza: "P1",
        componente: "API_PENDENZE",
        esito: "FAIL",
        severita: 5,
        dataEvento: "2026-03-04T10:00:00.000Z",
      }),
      evento("5", {
        idPagamento: "pag1",
        ruolo: "CLIENT",
        idDominio: DOMINIO,
        categoriaEvento: "INTERNO",
        dataEvento: "2026-03-05T10:00:00.000Z",
      }),
      evento("6", { dataEvento: "2026-03-06T10:00:00.000Z", sottotipoEvento: "X" }),
    );
    prova.richieste.length = 0;
    return prova;
  };

  it.each<[string, Partial<FiltriEventi>, readonly string[]]>([
    ["dominio e IUV", { idDominio: DOMINIO, iuv: IUV }, ["2", "1"]],
    ["dominio, IUV e ccp", { idDominio: DOMINIO, iuv: IUV, ccp: "c1" }, ["1"]],
    ["il solo IUV, di tutti i domini", { iuv: IUV }, ["3", "2", "1"]],
    ["il solo IUV, dei domini visibili", { iuv: IUV, visibili: [DOMINIO] }, ["2", "1"]],
    ["pendenza, anche prima che avesse uno IUV", { idA2A: "APP", idPendenza: "P1" }, ["4", "2"]],
    ["pendenza, di chi vede un dominio", { idA2A: "APP", idPendenza: "P1", visibili: [DOMINIO] }, ["2"]],
    ["pagamento", { idPagamento: "pag1" }, ["5"]],
    ["dominio", { idDominio: DOMINIO, domini: [DOMINIO] }, ["5", "2", "1"]],
    ["dominio e operazione", { idDominio: DOMINIO, domini: [DOMINIO], tipoEvento: "paGetPaymentV2" }, ["2"]],
    ["dominio e categoria", { idDominio: DOMINIO, domini: [DOMINIO], categoriaEvento: "INTERNO" }, ["5"]],
    ["dominio e giorni", { idDominio: DOMINIO, domini: [DOMINIO], da: "2026-03-02T00:00:00.000Z", a: "2026-03-02T23:59:59.999Z" }, ["2"]],
    ["IUV e giorni", { iuv: IUV, da: "2026-03-02T00:00:00.000Z" }, ["3", "2"]],
    ["IUV ed esito", { iuv: IUV, esito: "KO" }, ["3"]],
    ["IUV e severità", { iuv: IUV, severitaDa: 1, severitaA: 4 }, ["3"]],
    ["dal più vecchio", { iuv: IUV, ordine: "asc" }, ["1", "2", "3"]],
  ])("per %s", async (_nome, filtri, attesi) => {
    const { giornale, richieste } = await tutti();
    const { elementi } = await giornale.find({ ...FILTRI, ...filtri }, PAGINA);
    expect(elementi.map(({ evento: { id } }) => id)).toEqual(attesi);
    expect(richieste).toEqual(["query"]);
  });

  it("senza chiavi, una per dominio più una per ciò che non è di nessuno", async () => {
    const { giornale, richieste } = await tutti();
    const { elementi } = await giornale.find({ ...FILTRI, domini: [DOMINIO, ALTRO] }, PAGINA);
    expect(elementi.map(({ evento: { id } }) => id)).toEqual(["6", "5", "4", "3", "2", "1"]);
    expect(richieste).toEqual(["query", "query", "query"]);
  });

  it("chi vede alcuni domini non vede ciò che non è di nessuno", async () => {
    const { giornale } = await tutti();
    const { elementi } = await giornale.find({ ...FILTRI, domini: [ALTRO], visibili: [ALTRO] }, PAGINA);
    expect(elementi.map(({ evento: { id } }) => id)).toEqual(["3"]);
  });

  it("una pagina dopo l'altra, senza ripetere né perdere", async () => {
    const { giornale } = await tutti();
    const visti: string[] = [];
    let cursore: string | undefined;
    do {
      const pagina = await giornale.find({ ...FILTRI, iuv: IUV }, { ...PAGINA, limite: 1, ...(cursore !== undefined && { cursore }) });
      visti.push(...pagina.elementi.map(({ evento: { id } }) => id));
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    expect(visti).toEqual(["3", "2", "1"]);
  });

  it("l'identificativo trova l'evento in una lettura, e un testo qualsiasi non trova nulla", async () => {
    const { giornale, richieste } = await tutti();
    const { elementi } = await giornale.find({ ...FILTRI, idPagamento: "pag1" }, PAGINA);
    richieste.length = 0;
    expect((await giornale.get(elementi[0]?.riferimento ?? ""))?.evento.id).toBe("5");
    expect(richieste).toEqual(["get"]);
    for (const testo of ["", "x", "AAAA", Buffer.from("DOM#1\u0000DOMINIO").toString("base64url")])
      expect(await giornale.get(testo)).toBeUndefined();
    expect(richieste).toEqual(["get"]);
  });
});
