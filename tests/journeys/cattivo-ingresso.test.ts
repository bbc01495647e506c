/** Everything wrong that can arrive from outside, over HTTP, on the real machine: a clear answer, nothing lost, nothing doubled. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendi, type Credenziali, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../../local/demo/cliente.ts";
import { attendiFlusso, readMovimenti, readRighe, reconcile } from "../../local/demo/contabilita.ts";
import { attendiStato, type Macchina } from "../../local/demo/macchina.ts";
import {
  attendiNotifica,
  awaitMattina,
  comanda,
  creditoreDi,
  iuvDi,
  load,
  notificate,
  osserva,
  paga,
  pendenzaDi,
  readFlussi,
  readRiscossioni,
  urlPendenza,
} from "./debiti.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { basic, credenzialiDi, type FdrFinta, faultDi, moveFdr, openFdrFinta, spedisci, spedisciAPezzi, verificaXml } from "./parti.ts";

const ALTRO = { idA2A: "ALTRO-GEST", username: "altro-gest", password: "Altro-2026" };
const ENORME = "x".repeat(11_000_000);

let fiorino: FiorinoDiProva;
let macchina: Macchina;
let ambiente: Oggetto;
let fdr: FdrFinta;
let comune: string;
beforeAll(async () => {
  fiorino = await openFiorino();
  macchina = fiorino.macchina;
  comune = creditoreDi(macchina);
  // Eight hours pass in these journeys.
  await awaitMattina(macchina);
  ambiente = await osserva(macchina, "ambiente");
  fdr = await openFdrFinta(macchina.base);
  await moveFdr(macchina, ambiente, "99001122334", fdr.url);
  // An application of the second creditor only.
  const diritti = { apiPagamenti: true, apiPendenze: true, apiRagioneria: true, acl: [], ruoli: [], abilitato: true };
  await chiama(`${macchina.base}/backoffice/v1/applicazioni/${ALTRO.idA2A}`, {
    metodo: "PUT",
    chi: credenzialiDi(ambiente, "amministratore"),
    corpo: { principal: ALTRO.username, password: ALTRO.password, domini: [creditoreDi(macchina, 1)], tipiPendenza: ["*"], ...diritti },
    atteso: 201,
  });
}, AVVIO_MS);
afterAll(async () => {
  await fdr?.close();
  await fiorino?.close();
}, AVVIO_MS);

const guasta = (guasto: Oggetto): Promise<Oggetto> => comanda(macchina, "guasti", guasto, 201);
const acquisisci = (): Promise<Oggetto> => comanda(macchina, "schedulazioni/acquisisciFlussi");

describe("requests to the REST APIs", { timeout: VIAGGIO_MS }, () => {
  const legale = (altro: Oggetto = {}): string => JSON.stringify({ ...pendenzaDi(comune), ...altro });

  it.each<[string, () => string, number, string | undefined]>([
    ["malformed JSON", () => '{"a":', 400, "SINTASSI"],
    ["an empty body", () => "", 400, "SINTASSI"],
    ["a list for an object", () => "[]", 400, "SINTASSI"],
    ["text for a number", () => legale({ importo: "12.50" }), 400, "SINTASSI"],
    ["a third decimal", () => JSON.stringify(pendenzaDi(comune, 12.505)), 400, "SINTASSI"],
    ["an unknown field", () => legale({ sconosciuto: 1 }), 400, "SINTASSI"],
    ["__proto__", () => legale().replace("{", '{"__proto__":{"abilitato":true},'), 400, "SINTASSI"],
    ["a hundred thousand brackets", () => "[".repeat(100_000), 400, "SINTASSI"],
    ["a body over the operation's limit", () => legale({ x: "y".repeat(5_900_000) }), 413, "413000"],
    ["a body over the gateway's limit", () => ENORME, 413, undefined],
  ])("refuse %s, and write nothing", async (_caso, corpo, status, codice) => {
    const risposta = await spedisci(urlPendenza(macchina, "MALE"), "PUT", { chi: macchina.applicazione, corpo: corpo() });
    expect(risposta).toMatchObject({ status, codice });
    expect(risposta.testo).not.toMatch(/\bat .*\.m?js|node:internal/);
    const letta = await spedisci(urlPendenza(macchina, "MALE"), "GET", { chi: macchina.applicazione });
    expect(letta).toMatchObject({ status: 404, codice: "404000" });
  });

  it.each<[string, () => Credenziali | undefined, number, string]>([
    ["no credentials", () => undefined, 401, "401"],
    ["a wrong password", () => ({ ...macchina.applicazione, password: "sbagliata" }), 401, "401"],
    ["an unknown user", () => ({ username: "chi", password: "sbagliata" }), 401, "401"],
    ["an administrator in an application's place", () => credenzialiDi(ambiente, "amministratore"), 403, "403000"],
    ["an application in another's name", () => ALTRO, 400, "APP_002"],
  ])("refuse %s", async (_caso, chi, status, codice) => {
    expect(await spedisci(urlPendenza(macchina, "MALE"), "PUT", { chi: chi(), corpo: legale() })).toMatchObject({ status, codice });
  });

  it("hide another creditor's data, as if they were not there", async () => {
    const { idPendenza, numeroAvviso } = await load(macchina, "NASCOSTA");
    const chiedi = (url: string) => spedisci(url, "GET", { chi: ALTRO });
    const { pendenze, riconciliazione } = macchina.api;
    for (const url of [
      urlPendenza(macchina, idPendenza),
      `${pendenze}/pendenze/byAvviso/${comune}/${numeroAvviso}`,
      `${pendenze}/avvisi/${comune}/${numeroAvviso}`,
    ])
      expect(await chiedi(url)).toMatchObject({ status: 404, codice: "404000" });
    const elenchi = ["flussiRendicontazione", "riscossioni", "riconciliazioni"].map((risorsa) => `${riconciliazione}/${risorsa}`);
    for (const url of [`${pendenze}/pendenze`, ...[`${pendenze}/pendenze`, ...elenchi].map((elenco) => `${elenco}?idDominio=${comune}`)])
      expect(await chiedi(url)).toMatchObject({ status: 200, corpo: { numRisultati: 0, risultati: [] } });
    const scrivi = { chi: ALTRO, corpo: legale() };
    expect(await spedisci(`${pendenze}/pendenze/${ALTRO.idA2A}/SUA`, "PUT", scrivi)).toMatchObject({ status: 422, codice: "VER_022" });
  });

  it("reach the same operations by GovPay's paths", async () => {
    const url = `${macchina.base}/govpay/backend/api/pendenze/rs/basic/v2/pendenze/${macchina.applicazione.idA2A}/GOVPAY-1`;
    expect(await spedisci(url, "PUT", { chi: macchina.applicazione, corpo: legale() })).toMatchObject({ status: 201 });
    expect((await spedisci(url, "GET", { chi: macchina.applicazione })).corpo).toMatchObject({ idPendenza: "GOVPAY-1" });
    expect((await spedisci(urlPendenza(macchina, "GOVPAY-1"), "GET", { chi: macchina.applicazione })).status).toBe(200);
    expect((await spedisci(url, "PUT", { corpo: legale() })).status).toBe(401);
    for (const percorso of ["backend/api/ragioneria/rs/basic/v3/riscossioni", "frontend/api/pagamento/rs/basic/v2/profilo"])
      expect((await spedisci(`${macchina.base}/govpay/${percorso}`, "GET", { chi: macchina.applicazione })).status).toBe(200);
  });
});

describe("messages of the Node", { timeout: VIAGGIO_MS }, () => {
  const DTD = '<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
  const AVVISO = "301999999999999999";
  const messaggio = (stazione?: string, prologo?: string): string => verificaXml(comune, AVVISO, stazione, prologo);

  it.each<[string, () => string, number, string]>([
    ["of an unknown notice", () => messaggio(), 200, "PAA_PAGAMENTO_SCONOSCIUTO"],
    ["cut in the middle", () => messaggio().slice(0, 300), 200, "PAA_SINTASSI_EXTRAXSD"],
    ["with a DTD", () => messaggio(undefined, "<!DOCTYPE a>"), 200, "PAA_SINTASSI_EXTRAXSD"],
    ["with an entity bomb", () => messaggio(undefined, DTD).replace("<idPA>", "<idPA>&c;"), 200, "PAA_SINTASSI_EXTRAXSD"],
    ["over the primitive's limit", () => messaggio(undefined, `<!--${"x".repeat(300_000)}-->`), 200, "PAA_SINTASSI_EXTRAXSD"],
    ["of an unknown station", () => messaggio("99001122334_99"), 200, "PAA_STAZIONE_INT_ERRATA"],
    ["of an unknown creditor", () => verificaXml("11111111111", AVVISO), 200, "PAA_ID_DOMINIO_ERRATO"],
    ["of a retired primitive", () => messaggio().replaceAll("paVerifyPaymentNoticeReq", "paaInviaRT"), 400, "PAA_SINTASSI_EXTRAXSD"],
    ["that are JSON", () => "{}", 400, "PAA_SINTASSI_EXTRAXSD"],
  ])("%s are answered as the specification says", async (_caso, corpo, status, fault) => {
    const chi = credenzialiDi(ambiente, "nodo");
    const risposta = await spedisci(`${macchina.base}/pagopa/paForNode`, "POST", { chi, corpo: corpo(), tipo: "text/xml" });
    expect({ status: risposta.status, fault: faultDi(risposta.testo) }).toEqual({ status, fault });
  });

  it.each<[string, () => Credenziali | undefined, number]>([
    ["without credentials", () => undefined, 401],
    ["with a wrong password", () => ({ ...credenzialiDi(ambiente, "nodo"), password: "sbagliata" }), 401],
    ["with an application's credentials", () => macchina.applicazione, 403],
  ])("%s are refused at the door", async (_caso, chi, status) => {
    const risposta = await spedisci(`${macchina.base}/pagopa/paForNode`, "POST", { chi: chi(), corpo: messaggio(), tipo: "text/xml" });
    expect({ status: risposta.status, fault: faultDi(risposta.testo) }).toEqual({ status, fault: "PAA_SYSTEM_ERROR" });
  });

  it.each([
    ["UTF-8", "text/xml; charset=utf-8", (xml: string) => Buffer.from(xml)],
    ["ISO-8859-1", "text/xml", (xml: string) => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><!-- città -->${xml}`, "latin1")],
    ["UTF-16", "text/xml", (xml: string) => Buffer.from(`\uFEFF${xml}`, "utf16le")],
  ])("that arrive in pieces, in %s and with another SOAPAction, are understood", async (_codifica, tipo, scrivi) => {
    const { numeroAvviso } = await load(macchina, `PEZZI-${_codifica}`);
    const risposta = await spedisciAPezzi(`${macchina.base}/pagopa/paForNode`, scrivi(verificaXml(comune, numeroAvviso)), {
      "content-type": tipo,
      soapaction: '"paSendRT"',
      authorization: basic(credenzialiDi(ambiente, "nodo")),
    });
    expect({ status: risposta.status, fault: faultDi(risposta.testo) }).toEqual({ status: 200, fault: "OK" });
  });

  it("over the gateway's limit do not reach a function", async () => {
    const chi = credenzialiDi(ambiente, "nodo");
    expect((await spedisci(`${macchina.base}/pagopa/paForNode`, "POST", { chi, corpo: ENORME, tipo: "text/xml" })).status).toBe(413);
  });

  it.each([
    ["malformato", { originalFaultCode: "PAA_SINTASSI_EXTRAXSD" }],
    ["perso", { faultCode: "PPT_STAZIONE_INT_PA_TIMEOUT" }],
    ["doppio", undefined],
  ])("that go «%s» leave the notice payable", async (tipo, fault) => {
    const { idDominio, numeroAvviso } = await load(macchina, `GUASTO-${tipo}`);
    await guasta({ parte: "nodo", tipo, operazione: "paVerifyPaymentNotice" });
    const esito = await comanda(macchina, "psp/verifica", { idDominio, numeroAvviso });
    expect(esito).toMatchObject(fault === undefined ? { esito: "OK" } : { esito: "KO", fault });
    expect(await comanda(macchina, "psp/verifica", { idDominio, numeroAvviso })).toMatchObject({ esito: "OK", importo: 12.5 });
  });
});

describe("the parties that misbehave", { timeout: VIAGGIO_MS }, () => {
  it("Checkout refuses or vanishes: the payment fails clearly, and starts at the next attempt", async () => {
    const { idPendenza } = await load(macchina, "CARRELLO");
    const { idA2A } = macchina.applicazione;
    const corpo = JSON.stringify({ pendenze: [{ idA2A, idPendenza }], urlRitorno: "https://portale.example/ritorno" });
    const avvia = () => spedisci(`${macchina.api.pagamento}/pagamenti`, "POST", { chi: macchina.applicazione, corpo });
    for (const [tipo, status, codice] of [
      ["rifiutato", 500, "NDP_001"],
      ["perso", 502, "NDP_000"],
    ] as const) {
      await guasta({ parte: "checkout", tipo });
      expect(await avvia()).toMatchObject({ status, codice, corpo: { categoria: "PAGOPA" } });
    }
    expect(await avvia()).toMatchObject({ status: 201, corpo: { redirect: expect.stringContaining("/sandbox/checkout/c/") } });
  });

  it("receipts that come twice, again, out of order, late or broken count once each", async () => {
    const ids = ["DOPPIA", "ANCORA", "DOPO", "PRIMA", "TARDI", "ROTTA"];
    const [doppia, ancora, dopo, prima, tardi, rotta] = await Promise.all(ids.map((id) => load(macchina, id)));
    if (!doppia || !ancora || !dopo || !prima || !tardi || !rotta) throw new Error("pendenze non caricate");
    const deviRicevuta = (guasto: Oggetto) => guasta({ parte: "nodo", operazione: "paSendRTV2", ...guasto });

    await deviRicevuta({ tipo: "doppio" });
    expect(await paga(doppia, macchina)).toMatchObject({ ricevuta: { consegnata: true } });

    const receiptId = testoDi(await paga(ancora, macchina), "ricevuta", "receiptId");
    const ancoraDueVolte = await Promise.all([1, 2].map(() => comanda(macchina, `nodo/ricevute/${receiptId}/invia`)));
    for (const { scambi } of ancoraDueVolte.map((esito) => ({ scambi: elencoDi(esito, "scambi") })))
      expect(scambi.map((scambio) => faultDi(testoDi(scambio, "risposta")))).toEqual(scambi.map(() => "OK"));

    // Activated first, concluded last.
    const token = testoDi(await paga(dopo, macchina, { soloAttivazione: true }), "token");
    await paga(prima, macchina);
    await comanda(macchina, `psp/pagamenti/${token}/esito`);

    await deviRicevuta({ tipo: "perso", fase: "risposta" });
    expect(await paga(tardi, macchina)).toMatchObject({ ricevuta: { consegnata: false } });
    await deviRicevuta({ tipo: "malformato" });
    const rottaPagata = await paga(rotta, macchina);
    expect(rottaPagata).toMatchObject({ ricevuta: { consegne: [{ esito: "KO", faultCode: "PAA_SINTASSI_EXTRAXSD" }] } });
    await comanda(macchina, `nodo/ricevute/${testoDi(rottaPagata, "ricevuta", "receiptId")}/invia`);
    await comanda(macchina, "orologio/avanza", { ore: 2 });

    const tutti = [doppia, ancora, dopo, prima, tardi, rotta];
    for (const { idPendenza } of tutti) await attendiStato(macchina, idPendenza, "ESEGUITA");
    for (const { iuv } of tutti) expect(await attendiNotifica(macchina, iuv)).toMatchObject([{ volte: 1 }]);
    expect(iuvDi(await readRiscossioni(macchina, comune))).toEqual(tutti.map(({ iuv }) => iuv).sort());
  });

  it("a creditor's system that refuses and drops calls gets its receipt in the end", async () => {
    const debito = await load(macchina, "GESTIONALE");
    await guasta({ parte: "ente", tipo: "rifiutato", volte: 2 });
    await guasta({ parte: "ente", tipo: "perso", fase: "risposta" });
    await paga(debito, macchina);
    await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
    await comanda(macchina, "orologio/avanza", { ore: 6 });
    // The lost answer had been written by them: the same PUT comes again and is still one receipt.
    await attendi("la consegna dopo la risposta persa", async () => {
      const [ricevuta] = (await notificate(macchina)).get(debito.iuv) ?? [];
      return ricevuta?.["volte"] === 2 ? ricevuta : undefined;
    });
    expect((await notificate(macchina)).get(debito.iuv)).toHaveLength(1);
    expect(elencoDi(await osserva(macchina, "guasti"), "guasti")).toEqual([]);
  });

  it("a flow that contradicts itself is kept, told apart and never reconciled, until a right revision comes", async () => {
    fdr.altera = (testata) => ({ ...testata, sumPayments: numeroDi(testata, "sumPayments") + 1 });
    const [emesso] = elencoDi(await comanda(macchina, "psp/rendicontazione", {}), "flussi");
    const idFlusso = testoDi(emesso, "idFlusso");
    await acquisisci();
    const anomalo = await attendiFlusso(macchina, comune, idFlusso, 1);
    expect(anomalo).toMatchObject({ stato: "Anomalo", segnalazioni: [{ codice: "007106" }] });
    await comanda(macchina, "orologio/avanza", { giorni: 1 });
    const movimento = (await readMovimenti(macchina, comune)).find(({ causale }) => causale.includes(idFlusso));
    if (!movimento) throw new Error("manca il movimento del flusso");
    const esito = await reconcile(macchina, comune, movimento);
    expect(esito).toMatchObject({ stato: "ERRORE", descrizioneStato: expect.stringContaining("021404") });

    fdr.altera = undefined;
    await comanda(macchina, "psp/rendicontazione", { anomalie: { sostituisci: idFlusso } });
    await acquisisci();
    expect(await attendiFlusso(macchina, comune, idFlusso, 2)).toMatchObject({ stato: "Acquisito", segnalazioni: [] });
    expect(await reconcile(macchina, comune, movimento, "-2")).toMatchObject({ stato: "ACQUISITA" });
  });

  it("FdR that refuses, cuts and drops answers, and a bank that spoils the remittance text, cost a retry and no cent", async () => {
    const debito = await load(macchina, "FLUSSO");
    await paga(debito, macchina);
    await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
    await guasta({ parte: "banca", tipo: "malformato" });
    const [emesso] = elencoDi(await comanda(macchina, "psp/rendicontazione", {}), "flussi");
    const idFlusso = testoDi(emesso, "idFlusso");
    for (const [operazione, tipo] of [
      ["elenco", "rifiutato"],
      ["elenco", "malformato"],
      ["testata", "perso"],
      ["pagamenti", "malformato"],
    ])
      await guasta({ parte: "fdr", operazione, tipo });
    await comanda(macchina, "orologio/avanza", { giorni: 1 });
    await attendiFlusso(macchina, comune, idFlusso, 1);
    expect(elencoDi(await osserva(macchina, "guasti"), "guasti")).toEqual([]);
    expect(iuvDi(await readRighe(macchina, comune, idFlusso))).toEqual([debito.iuv]);
    expect((await readFlussi(macchina, comune)).filter((flusso) => flusso["idFlusso"] === idFlusso)).toHaveLength(1);

    const movimento = (await readMovimenti(macchina, comune)).find(({ causale }) => causale.startsWith("ACCREDITI VARI"));
    if (!movimento) throw new Error("manca il movimento rovinato");
    expect(await reconcile(macchina, comune, movimento)).toMatchObject({ stato: "ACQUISITA" });
    await attendiStato(macchina, debito.idPendenza, "INCASSATA");
    const ripetuto = { ...movimento, sct: "ALTRO-SCT" };
    expect(campo(await reconcile(macchina, comune, ripetuto), "descrizioneStato")).toContain("021413");
  });

  it.each([
    ["an unknown flow", "/PUR/LGPE-RIVERSAMENTO/URI/2026-11-25NESSUNO-1", "021405"],
    ["an unknown payment", "/RFB/01999999999999999/1.00", "021402"],
    ["nothing recognizable", "bonifico del 3 marzo", "021401"],
  ])("a movement for %s ends in ERRORE and says why", async (_caso, causale, codice) => {
    const movimento = { importo: 1, centesimi: 100n, causale, sct: `SCT-${codice}`, data: "2026-11-25" };
    const esito = await reconcile(macchina, comune, movimento);
    expect(esito).toMatchObject({ stato: "ERRORE", descrizioneStato: expect.stringContaining(codice), riscossioni: [] });
  });
});
