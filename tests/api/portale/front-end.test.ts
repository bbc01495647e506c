/** The contract between front ends and back ends, as a back end serves it and as a client of others: two gateways, each with its own tables, that ask each other over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type Gateway, PAGINA_CHECKOUT, startGateway } from "../../sostegno/gateway.ts";
import { type SecondoGateway, startSecondoGateway } from "../../sostegno/secondo-gateway.ts";
import { type Chiamata, cittadino } from "../ambiente.ts";
import { IUV, PAGAMENTO, seedPagamento, storePendenza } from "../pagamento/sostegno.ts";

const CF = "RSSMRA85T10A562S";
const ALTRO_CF = "VRDLGI70A01H501K";
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
  const suaDi = (numeroAvviso: string) => ({
    idPendenza: numeroAvviso,
    iuv: numeroAvviso.slice(1),
    numeroAvviso,
    uuid: `uuid-${numeroAvviso}`,
  });
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
    const ricevuta = await b.invoke("portale/forwardDocumento", { as: IO, params });
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

  // Last: it never answers again.
  it("B that does not answer hides nothing of A's, and keeps nobody longer than two seconds", async () => {
    b.freeze();
    const inizio = performance.now();
    const { status, body } = await ask("portale/findAttesi", { as: IO, body: { stato: "NON_ESEGUITA" } });
    expect(performance.now() - inizio).toBeLessThan(3_500);
    expect([status, voci(body), body["detentori"]]).toEqual([
      200,
      [`locale ${NOSTRA}`],
      [expect.objectContaining({ id: "locale", esito: "RISPOSTO" }), { id: "b", nome: "Back end b", esito: "NON_RISPONDE" }],
    ]);
    const avviso = await ask("portale/forwardAvviso", { params: { detentore: "b" }, body: { idDominio: UNIONE, numeroAvviso: LORO } });
    expect([avviso.status, avviso.body["codice"]]).toEqual([503, "503000"]);
  });
});
