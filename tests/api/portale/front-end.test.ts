/** The contract between front ends and back ends, as a back end serves it and as a client of others: two gateways, each with its own tables, that ask each other over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type Gateway, PAGINA_CHECKOUT, startGateway } from "../../sostegno/gateway.ts";
import { type SecondoGateway, startSecondoGateway } from "../../sostegno/secondo-gateway.ts";
import { ends } from "../../sostegno/tempo.ts";
import { type Chiamata, cittadino } from "../ambiente.ts";
import { IUV, PAGAMENTO, seedPagamento, storePendenza, storeSenzaRpt } from "../pagamento/sostegno.ts";

const CF = "RSSMRA85T10A562S";
const ALTRO_CF = "VRDLGI70A01H501K";
const CF_DEL_LOTTO = "BNCGNN75M01F205Q";
const IO = cittadino(CF);
const PAGATA = `3${IUV}`;
const NOSTRA = "301000000000000244";
const LORO = "301000000000000345";
const RITORNO = "https://portale.example.it/ritorno";
const ALTRO = { tipo: "F", identificativo: ALTRO_CF, anagrafica: "Luigi Verdi" } as const;

let a: Gateway;
let b: SecondoGateway;
const ask = (operazione: string, chiamata: Chiamata = {}) => a.ambiente.invoke(operazione, chiamata);
const federa = (id: string, url: string, idDomini: readonly string[]): Chiamata => ({
  body: [
    {
      ...{ op: "REPLACE", path: "/federazione" },
      value: {
        abilitato: true,
        backEnd: [{ id, nome: `Back end ${id}`, url, idDomini, auth: { username: "gest-tributi", password: "segreto:FED" } }],
      },
    },
  ],
});
const voci = (body: Record<string, unknown>) =>
  (body["risultati"] as Record<string, unknown>[]).map(({ detentore, numeroAvviso }) => `${detentore} ${numeroAvviso}`).toSorted();

beforeAll(async () => {
  a = await startGateway();
  b = await startSecondoGateway();
  await seedPagamento(a.ambiente);
  await storePendenza(a.ambiente, { idPendenza: "NOSTRA", iuv: NOSTRA.slice(1), numeroAvviso: NOSTRA, uuid: "uuid-a" });
  const suaDi = (n: string) => ({ idPendenza: n, iuv: n.slice(1), numeroAvviso: n, uuid: `uuid-${n}` });
  await b.storePendenza({ ...suaDi(LORO), idDominio: UNIONE, causale: "Mensa" });
  await b.storePendenza({ ...suaDi("301000000000000446"), idDominio: UNIONE, debitore: ALTRO });
  // Of a creditor that B does not hold for A: A must not believe it.
  await b.storePendenza({ ...suaDi("301000000000000547"), idDominio: COMUNE });
  const sezione = await ask("backoffice/updateConfigurazione", federa("b", b.url, [UNIONE]));
  expect([sezione.status, sezione.testo]).toEqual([200, expect.anything()]);
  expect((await b.invoke("backoffice/updateConfigurazione", federa("a", a.url, [COMUNE]))).status).toBe(200);
}, 60_000);
afterAll(async () => {
  await b?.stop();
  await a?.stop();
});

describe("a back end for somebody's front end", () => {
  it("portale/findEnti, portale/findServizi and portale/getServizio tell who is paid and for what", async () => {
    const enti = await ask("portale/findEnti");
    expect([enti.status, (enti.body["risultati"] as unknown[]).length]).toEqual([200, 2]);
    expect((await ask("portale/findServizi", { params: { idDominio: COMUNE } })).status).toBe(200);
    expect((await ask("portale/getServizio", { params: { idDominio: COMUNE, idTipoPendenza: "NESSUNO" } })).status).toBe(404);
    const dati = { params: { idDominio: COMUNE, idTipoPendenza: "NESSUNO" }, body: {} };
    expect((await ask("portale/addSpontanea", dati)).status).toBeGreaterThanOrEqual(400);
  });

  it("portale/findAttesi finds the payments of a tax code, without saying whose they are", async () => {
    const { status, body, testo } = await ask("portale/findAttesi", { body: { codiceFiscale: CF } });
    expect([status, voci(body)]).toEqual([200, [`locale ${PAGATA}`, `locale ${NOSTRA}`].toSorted()]);
    expect(testo).not.toMatch(/RSSMRA|Rossi|uuid/i);
    const storico = await ask("portale/findAttesi", { body: { codiceFiscale: CF, stato: "ESEGUITA" } });
    expect(voci(storico.body)).toEqual([`locale ${PAGATA}`]);
    const pagine = await ask("portale/findAttesi", { body: { codiceFiscale: CF, limite: 1 } });
    const seguito = await ask("portale/findAttesi", { body: { codiceFiscale: CF, limite: 1, cursore: pagine.body["cursore"] } });
    expect([...voci(pagine.body), ...voci(seguito.body)].toSorted()).toEqual(voci(body));
  });

  it("answers nothing of other creditors to an application, and of nobody else to a citizen", async () => {
    expect(voci((await ask("portale/findAttesi", { as: "gest-mensa", body: { codiceFiscale: CF } })).body)).toEqual([]);
    expect((await ask("portale/findAttesi", { as: IO, body: { codiceFiscale: ALTRO_CF } })).status).toBe(403);
    expect((await ask("portale/findAttesi", { body: {} })).body).toMatchObject({
      codice: "100001",
      dettaglio: expect.stringContaining("codiceFiscale"),
    });
  });

  it("portale/findAvviso opens one to who knows notice and tax code; both wrong ones answer alike", async () => {
    const cerca = (numeroAvviso: string, codiceFiscale: string) =>
      ask("portale/findAvviso", { as: null, body: { idDominio: COMUNE, numeroAvviso, codiceFiscale } });
    const { status, body, testo } = await cerca(NOSTRA, CF);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ detentore: "locale", importo: 100.5, stato: "NON_ESEGUITA", pagabile: true }),
    ]);
    expect(testo).not.toMatch(/RSSMRA|Rossi/);
    expect((await cerca(PAGATA, CF)).body).toMatchObject({ pagabile: false, motivo: "già pagato" });
    const [altri, assente] = [await cerca(NOSTRA, ALTRO_CF), await cerca("301000000000000999", CF)];
    expect([altri.status, altri.testo.replace(NOSTRA, "N")]).toEqual([404, assente.testo.replace("301000000000000999", "N")]);
  });

  it("portale/getAvviso and portale/getRicevuta give documents, portale/getPagamento the outcome", async () => {
    const chiesto = (numeroAvviso: string): Chiamata => ({
      params: { idDominio: COMUNE, numeroAvviso },
      headers: { accept: "application/pdf" },
    });
    for (const esito of [await ask("portale/getAvviso", chiesto(NOSTRA)), await ask("portale/getRicevuta", chiesto(PAGATA))])
      expect([esito.status, esito.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    expect((await ask("portale/getRicevuta", { ...chiesto(PAGATA), as: "gest-mensa" })).status).toBe(404);
    expect((await ask("portale/getPagamento", { params: { id: PAGAMENTO } })).body).toMatchObject({ stato: "ESEGUITO" });
    const avvio = { body: { pendenze: [{ idDominio: COMUNE, numeroAvviso: PAGATA }], urlRitorno: RITORNO } };
    expect((await ask("portale/addPagamento", avvio)).body).toMatchObject({ codice: "PAG_006" });
  });

  it("prints the statement of a payment whose receipt never came, to whom it concerns", async () => {
    const numeroAvviso = "301000000000000648";
    await storeSenzaRpt(a.ambiente, {
      ...{ idPendenza: "NOVE", iuv: numeroAvviso.slice(1), numeroAvviso, uuid: "uuid-9" },
      debitore: ALTRO,
    });
    const get = (accept: string, as?: Chiamata["as"]) =>
      ask("portale/getRicevuta", { params: { idDominio: COMUNE, numeroAvviso }, headers: { accept }, ...(as && { as }) });
    const dati = await get("application/json");
    expect([dati.status, dati.body["dettaglio"]]).toEqual([404, expect.stringContaining("risulta dal flusso 2026-11-25ABI03069-1")]);
    for (const as of [undefined, cittadino(ALTRO_CF)]) {
      const { status, headers, bytes } = await get("application/pdf", as);
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
      expect(headers["content-disposition"]).toContain("attestazione_");
    }
    const altrui = await get("application/pdf", IO);
    expect([altrui.status, altrui.testo]).toEqual([404, expect.not.stringContaining("flusso")]);
  });

  it("portale/addPosizione, portale/updatePosizione and portale/getAnnunci serve the management system", async () => {
    const [campione] = readCampioni("portale/addPosizione");
    const params = { idA2A: "GEST-TRIBUTI", idPendenza: "PORTALE-1" };
    const { numeroAvviso: _, ...corpo } = Object(campione?.body);
    const creata = await ask("portale/addPosizione", { params, body: { ...corpo, idDominio: COMUNE } });
    expect([creata.status, creata.body]).toEqual([201, expect.objectContaining({ idDominio: COMUNE })]);
    const annulla = [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }];
    expect((await ask("portale/updatePosizione", { params, body: annulla })).status).toBe(200);
    expect((await ask("portale/updatePosizione", { params, body: annulla, as: "gest-mensa" })).status).toBe(400);
    expect((await ask("portale/getAnnunci", { query: { idDominio: COMUNE } })).status).toBe(200);
  });

  it("portale/addPosizioni executes each row by itself: what is refused stops nothing, and repeated changes nothing", async () => {
    const [campione] = readCampioni("portale/addPosizioni");
    const [carica, altrove] = Object(campione?.body)["posizioni"] as Record<string, unknown>[];
    const riga = (n: number, altro: Record<string, unknown> = {}) => ({ ...carica, idPendenza: `LOTTO-${n}`, ...altro });
    const soggettoPagatore = { tipo: "F", identificativo: CF_DEL_LOTTO, anagrafica: "Gianna Bianchi" };
    const pendenza = { ...Object(carica?.["pendenza"]), idDominio: COMUNE, soggettoPagatore };
    const nuove = Array.from({ length: 95 }, (_, i) => riga(i, { pendenza }));
    const guaste = [
      riga(0, { pendenza }),
      riga(200, { pendenza: { ...pendenza, importo: "tanto" } }),
      riga(201, { pendenza: { ...pendenza, idDominio: "99999999999" } }),
      riga(202, { azione: "ANNULLA", pendenza }),
      { ...altrove, idPendenza: "MAI-VISTA" },
    ];
    const send = (posizioni: unknown[], as?: string) =>
      ask("portale/addPosizioni", { params: { idA2A: "GEST-TRIBUTI" }, body: { posizioni }, ...(as && { as }) });
    const esitiDi = ({ body }: { body: Record<string, unknown> }) => body["esiti"] as Record<string, unknown>[];
    const prima = await send([...nuove, ...guaste]);
    expect([prima.status, prima.body["riuscite"], prima.body["rifiutate"]]).toEqual([200, 95, 5]);
    expect(new Set(esitiDi(prima).map(({ numeroAvviso }) => numeroAvviso)).size).toBe(96);
    expect(esitiDi(prima).slice(95)).toMatchObject([
      { errore: { codice: "SINTASSI", dettaglio: expect.stringContaining("riga 1") } },
      { errore: { codice: "SINTASSI", dettaglio: expect.stringContaining("importo") } },
      { errore: { codice: "DOM_000" } },
      { errore: { dettaglio: "pendenza: non ammesso con azione ANNULLA" } },
      { idPendenza: "MAI-VISTA", esito: "RIFIUTATA", errore: { codice: "404000" } },
    ]);
    const ripetuta = await send(nuove);
    expect(new Set(esitiDi(ripetuta).map(({ esito }) => esito))).toEqual(new Set(["INVARIATA"]));
    expect((await send([...nuove, ...guaste, riga(300)])).body).toMatchObject({ dettaglio: expect.stringContaining("al massimo 100") });
    expect((await send(nuove, "gest-mensa")).body).toMatchObject({ codice: "APP_002" });
  });

  it("a position paid elsewhere is shown as such, and its caller takes it back", async () => {
    const params = { idA2A: "GEST-TRIBUTI", idPendenza: "LOTTO-1" };
    const pagata = { data: "2026-01-15", importo: 150.5, riferimento: "Quietanza 12/2026", mezzo: "Sportello" };
    const send = async (riga: unknown) => {
      const { body } = await ask("portale/addPosizioni", { params: { idA2A: "GEST-TRIBUTI" }, body: { posizioni: [riga] } });
      return (body["esiti"] as Record<string, unknown>[])[0] ?? {};
    };
    const segnata = await send({ idPendenza: "LOTTO-1", azione: "PAGATA_ALTROVE", pagataAltrove: pagata });
    expect(segnata).toMatchObject({ esito: "AGGIORNATA", stato: "ANNULLATA" });
    const cerca = { as: null, body: { idDominio: COMUNE, numeroAvviso: segnata["numeroAvviso"], codiceFiscale: CF_DEL_LOTTO } };
    expect((await ask("portale/findAvviso", cerca)).body).toMatchObject({
      ...{ stato: "ANNULLATA", pagabile: false, motivo: "già pagato fuori da pagoPA" },
    });
    expect((await ask("pendenze/getPendenza", { params })).body).toMatchObject({ stato: "ANNULLATA", pagataAltrove: pagata });
    const patch = [{ op: "REPLACE", path: "/pagataAltrove", value: { ...pagata, data: "2999-01-01" } }];
    expect((await ask("portale/updatePosizione", { params, body: patch })).status).toBe(400);
    expect(await send({ idPendenza: "LOTTO-1", azione: "RIPRISTINA" })).toMatchObject({ stato: "NON_ESEGUITA" });
    expect((await ask("portale/findAvviso", cerca)).body).toMatchObject({ stato: "NON_ESEGUITA", pagabile: true });
  });

  it("portale/getSalute says the version of the contract and what errors mean", async () => {
    const { status, body } = await ask("portale/getSalute", { as: null });
    expect([status, body]).toMatchObject([
      200,
      { stato: "OK", contratto: "1.0", errori: expect.arrayContaining([expect.objectContaining({ codice: "PAG_006" })]) },
    ]);
  });
});

describe("two gateways that ask each other", () => {
  it("A shows the payments of B beside its own, marked with their holder, and only of the creditors that B holds", async () => {
    const { body } = await ask("portale/findAttesi", { as: IO, body: { stato: "NON_ESEGUITA" } });
    expect(voci(body)).toEqual([`b ${LORO}`, `locale ${NOSTRA}`]);
    expect(body["detentori"]).toEqual([
      { id: "locale", nome: "Fiorino", esito: "RISPOSTO" },
      { id: "b", nome: "Back end b", esito: "RISPOSTO" },
    ]);
  });

  it("B shows those of A the same way, receipts included", async () => {
    const storico = await b.invoke("portale/findAttesi", { as: IO, body: { stato: "ESEGUITA" } });
    expect(voci(storico.body)).toEqual([`a ${PAGATA}`]);
    const params = { detentore: "a", idDominio: COMUNE, numeroAvviso: PAGATA, documento: "ricevuta" };
    const ricevuta = await b.invoke("portale/forwardDocumento", { as: IO, params, headers: { accept: "application/pdf" } });
    expect([ricevuta.status, ricevuta.testo.slice(0, 5)]).toEqual([200, "%PDF-"]);
    expect((await b.invoke("portale/forwardDocumento", { as: cittadino(ALTRO_CF), params })).status).toBe(404);
  });

  it("portale/forwardAvviso asks the holder what it costs today; of others a citizen gets nothing", async () => {
    const chiedi = (as: Chiamata["as"], body: unknown, detentore = "b") =>
      ask("portale/forwardAvviso", { ...(as && { as }), params: { detentore }, body });
    const suo = await chiedi(IO, { idDominio: UNIONE, numeroAvviso: LORO });
    expect([suo.status, suo.body]).toEqual([
      200,
      expect.objectContaining({ detentore: "b", importo: 100.5, causale: "Mensa", pagabile: true }),
    ]);
    expect((await chiedi(IO, { idDominio: UNIONE, numeroAvviso: "301000000000000446", codiceFiscale: ALTRO_CF })).status).toBe(404);
    expect((await chiedi(undefined, { idDominio: UNIONE, numeroAvviso: LORO, codiceFiscale: CF })).status).toBe(200);
    expect((await chiedi(undefined, { idDominio: COMUNE, numeroAvviso: "301000000000000547" })).status).toBe(404);
    expect((await chiedi(undefined, { idDominio: UNIONE, numeroAvviso: LORO }, "nessuno")).status).toBe(404);
  });

  it("portale/forwardPagamento starts at the holder, where it is then followed; its refusals come back", async () => {
    const paga = (as: Chiamata["as"], numeroAvviso: string) =>
      b.invoke("portale/forwardPagamento", {
        as: as ?? null,
        params: { detentore: "a" },
        body: { pendenze: [{ idDominio: COMUNE, numeroAvviso }], urlRitorno: RITORNO },
      });
    expect((await paga(IO, PAGATA)).body).toMatchObject({ codice: "422000", dettaglio: expect.stringContaining("Back end a") });
    expect((await paga(cittadino(ALTRO_CF), NOSTRA)).body).toMatchObject({
      codice: "422000",
      dettaglio: expect.stringContaining("Back end a"),
    });
    const avviata = await paga(IO, NOSTRA);
    expect([avviata.status, avviata.body]).toEqual([201, expect.objectContaining({ detentore: "a", redirect: PAGINA_CHECKOUT })]);
    // The payment is of the holder, where its outcome is read.
    expect((await ask("portale/getPagamento", { params: { id: String(avviata.body["id"]) } })).body).toMatchObject({ stato: "IN_CORSO" });
    expect((await paga(null, NOSTRA)).status).toBe(401);
  });

  it("a citizen of A pays a debt of B and sees its receipt on A, printed and as data", async () => {
    const chiave = { idDominio: UNIONE, numeroAvviso: LORO };
    const avviata = await ask("portale/forwardPagamento", {
      ...{ as: IO, params: { detentore: "b" }, body: { pendenze: [chiave], urlRitorno: RITORNO } },
    });
    expect([avviata.status, avviata.body["redirect"]]).toEqual([201, PAGINA_CHECKOUT]);
    const params = { detentore: "b", ...chiave, documento: "ricevuta" };
    const get = (accept: string, as: Chiamata["as"] = IO) =>
      ask("portale/forwardDocumento", { ...(as && { as }), params, headers: { accept } });
    expect((await get("application/json")).status).toBe(404);
    const pagata = { receiptId: "ricevuta-di-b", importo: "100.50", paymentNote: String(avviata.body["id"]) };
    const transfers = [{ id: 1, importo: "100.50", ente: UNIONE }];
    await b.deliver({ ...pagata, noticeNumber: LORO, creditorReferenceId: LORO.slice(1), fiscalCode: UNIONE, transfers });
    // The outcome, the history, and both forms of the receipt.
    const avviso = await ask("portale/forwardAvviso", { as: IO, params: { detentore: "b" }, body: chiave });
    expect(avviso.body).toMatchObject({ stato: "ESEGUITA", pagabile: false, motivo: "già pagato" });
    const storico = await ask("portale/findAttesi", { as: IO, body: { stato: "ESEGUITA" } });
    expect(voci(storico.body)).toEqual([`b ${LORO}`, `locale ${PAGATA}`]);
    const dati = await get("application/json");
    expect([dati.status, dati.body]).toEqual([
      200,
      { detentore: "b", ...chiave, idRicevuta: "ricevuta-di-b", importo: 100.5, dataPagamento: expect.any(String), psp: "Banca di Prova" },
    ]);
    const stampata = await get("application/pdf");
    expect([stampata.status, stampata.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    for (const accept of ["application/json", "application/pdf"]) expect((await get(accept, cittadino(ALTRO_CF))).status).toBe(404);
  });

  // Last: it never answers again.
  it("B that does not answer hides nothing of A's, and keeps nobody longer than two seconds", async () => {
    b.freeze();
    const { status, body } = await ends(() => ask("portale/findAttesi", { as: IO, body: { stato: "NON_ESEGUITA" } }));
    expect([status, voci(body), body["detentori"]]).toEqual([
      200,
      [`locale ${NOSTRA}`],
      [expect.objectContaining({ id: "locale", esito: "RISPOSTO" }), { id: "b", nome: "Back end b", esito: "NON_RISPONDE" }],
    ]);
    const avviso = await ask("portale/forwardAvviso", { params: { detentore: "b" }, body: { idDominio: UNIONE, numeroAvviso: LORO } });
    expect([avviso.status, avviso.body["codice"]]).toEqual([503, "503000"]);
  });
});
