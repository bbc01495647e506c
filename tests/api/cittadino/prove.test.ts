/** A creditor in prova on a live installation, from its registration to its receipt; then in service. Whoever calls outside finds a server that counts the calls. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ArchivioPosizioni } from "../../../shared/adapters/archivio/posizioni.ts";
import { COMUNE, PASSWORD, STAZIONE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, type Chiamata, createAmbiente } from "../ambiente.ts";
import { consumaRicevute, type Sistemi, startSistemi, verifyAvviso } from "./sistemi.ts";

const ENTE = "77665544332";
const IDA2A = "GEST-PROVA";
const RITORNO = "https://portale.example/esito?s=1";
const IBAN = "IT60X0542811101000000123456";
const DOMINIO = { ragioneSociale: "Comune <di> Provafiorino", auxDigit: "3", segregationCode: "09", scaricaFr: true, abilitato: true };
const APPLICAZIONE = { principal: "gest-prova", domini: [ENTE, COMUNE], tipiPendenza: ["TARI"], apiPendenze: true, apiPagamenti: true };

let ambiente: AmbienteApi;
let sistemi: Sistemi;
let chiave = "";

const conChiave = (): Pick<Chiamata, "as" | "headers"> => ({ as: null, headers: { "x-app-id": "gest-prova", "x-api-key": chiave } });
const put = (idPendenza: string, altro: object = {}, chiamata: Chiamata = {}) =>
  ambiente.invoke("pendenze/addPendenza", {
    ...conChiave(),
    ...chiamata,
    params: { idA2A: IDA2A, idPendenza },
    body: {
      idDominio: ENTE,
      idTipoPendenza: "TARI",
      causale: "TARI <2026>",
      soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", email: "mario@example.org" },
      importo: 100.5,
      voci: [{ idVocePendenza: "1", importo: 100.5, descrizione: "TARI", codEntrata: "TARI" }],
      ...altro,
    },
  });
const avvia = async (idPendenza: string) => {
  const { status, body, headers } = await ambiente.invoke("pagamento/addPagamento", {
    ...conChiave(),
    body: { pendenze: [{ idA2A: IDA2A, idPendenza }], urlRitorno: RITORNO },
  });
  return { status, id: String(body["id"]), body, headers };
};
const esito = (id: string, scelto?: string, chiamata: Chiamata = {}) =>
  ambiente.invoke("cittadino/payProva", {
    as: null,
    params: { id },
    ...(scelto !== undefined && { body: { esito: scelto } }),
    ...chiamata,
  });
const pendenza = async (idPendenza: string, chi: Chiamata = conChiave()) =>
  (await ambiente.invoke("pendenze/getPendenza", { ...chi, params: { idA2A: IDA2A, idPendenza } })).body;
const backoffice = (operazione: string, params: Record<string, string>, body: unknown, as = "amministratore") =>
  ambiente.invoke(`backoffice/${operazione}`, { params, body, as });

beforeAll(async () => {
  sistemi = await startSistemi();
  ambiente = await createAmbiente(sistemi.variabili, `${sistemi.checkout}/checkout`);
});
afterAll(async () => {
  vi.useRealTimers();
  sistemi.stop();
  await ambiente.stop();
});

describe("a creditor in prova", () => {
  it("is born without a station, and is so only from birth", async () => {
    expect((await backoffice("addDominio", { idDominio: ENTE }, { ...DOMINIO, inProva: true })).status).toBe(201);
    const letto = await ambiente.invoke("backoffice/getDominio", { params: { idDominio: ENTE } });
    expect(letto.body).toMatchObject({ inProva: true });
    const dopo = { ...DOMINIO, stazione: STAZIONE, gln: "8000000000019", segregationCode: "01", inProva: true };
    expect((await backoffice("addDominio", { idDominio: COMUNE }, dopo)).body).toMatchObject({
      dettaglio: "inProva: si indica quando il dominio nasce, questo è già in esercizio",
    });
    const senza = await backoffice("addDominio", { idDominio: "11223344556" }, { ...DOMINIO, auxDigit: "0", inProva: true });
    expect(senza).toMatchObject({ status: 400, body: { dettaglio: expect.stringContaining("stazione") } });
    for (const [operazione, params, body] of [
      ["addContiAccredito", { idDominio: ENTE, ibanAccredito: IBAN }, { postale: false, abilitato: true }],
      ["addEntrataDominio", { idDominio: ENTE, idEntrata: "TARI" }, { ibanAccredito: IBAN, abilitato: true }],
      ["addTipoPendenzaDominio", { idDominio: ENTE, idTipoPendenza: "TARI" }, {}],
    ] as const)
      expect({ operazione, ...(await backoffice(operazione, params, body)) }).toMatchObject({ operazione, status: 201 });
  });

  it("has applications of its own, with keys that say what they are", async () => {
    const tutte = { ...APPLICAZIONE, domini: ["*"], inProva: true, abilitato: true };
    expect(await backoffice("addApplicazione", { idA2A: IDA2A }, tutte)).toMatchObject({ status: 422 });
    const aclLarghe = { ...APPLICAZIONE, acl: [{ servizio: "Pendenze", autorizzazioni: ["R"] }], inProva: true, abilitato: true };
    expect(await backoffice("addApplicazione", { idA2A: IDA2A }, aclLarghe)).toMatchObject({ status: 422 });
    const creata = await backoffice("addApplicazione", { idA2A: IDA2A }, { ...APPLICAZIONE, inProva: true, abilitato: true });
    expect(creata.status).toBe(201);
    const vera = await backoffice("addApplicazione", { idA2A: IDA2A }, { ...APPLICAZIONE, inProva: false, abilitato: true });
    expect(vera.body).toMatchObject({ dettaglio: expect.stringContaining("non cambia") });
    const { body } = await backoffice("addSegretoApplicazione", { idA2A: IDA2A }, { tipo: "API_KEY" });
    chiave = String(body["apiKey"]);
    expect(chiave).toMatch(/^fio_prova_[\w-]{43}$/);
  });

  it("is the only one that its applications see, whatever their scope names, and whoever asks is told what it is", async () => {
    expect(await put("VERA-1", { idDominio: COMUNE })).toMatchObject({ status: 422, body: { codice: "VER_022" } });
    const { status, headers, body } = await put("TARI-1");
    expect({ status, prova: headers["fiorino-prova"], numero: String(body["numeroAvviso"]).slice(0, 3) }).toEqual({
      ...{ status: 201, prova: "true", numero: "309" },
    });
    expect(await pendenza("TARI-1")).toMatchObject({ prova: true, stato: "NON_ESEGUITA" });
    const diTutti = await ambiente.invoke("pendenze/findPendenze", { as: "gest-tributi", query: { idDominio: ENTE } });
    expect(diTutti).toMatchObject({ headers: { "fiorino-prova": "true" }, body: { risultati: [{ prova: true }] } });
  });

  it("does not share a debt, nor a cart, with a creditor in service", async () => {
    const voci = (idDominio?: string) => [
      { idVocePendenza: "1", importo: 100.5, descrizione: "TARI", codEntrata: "TARI", ...(idDominio && { idDominio }) },
    ];
    const misto = { as: "gest-tributi", headers: {}, params: { idA2A: "GEST-TRIBUTI", idPendenza: "MISTA" } };
    const corpo = (idDominio: string, beneficiario: string) => ({
      ...{ idDominio, idTipoPendenza: "TARI", causale: "TARI", importo: 100.5, voci: voci(beneficiario) },
      soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
    });
    for (const [idDominio, beneficiario] of [
      [ENTE, COMUNE],
      [COMUNE, ENTE],
    ] as const) {
      const negata = await ambiente.invoke("pendenze/addPendenza", { ...misto, body: corpo(idDominio, beneficiario) });
      expect(negata).toMatchObject({ status: 422, body: { codice: "DOM_001" } });
    }
    const body = { ...corpo(COMUNE, COMUNE), idA2A: "GEST-TRIBUTI", idPendenza: "VERA" };
    const carrello = await ambiente.invoke("pagamento/addPagamento", {
      as: "gest-tributi",
      body: { pendenze: [body, { idDominio: ENTE, numeroAvviso: (await pendenza("TARI-1"))["numeroAvviso"] }], urlRitorno: RITORNO },
    });
    expect(carrello).toMatchObject({ status: 400, body: { codice: "PAG_000" } });
    expect(sistemi.uscite).toEqual([]);
  });

  it("is not known to the Node", async () => {
    expect(await verifyAvviso(ENTE, String((await pendenza("TARI-1"))["numeroAvviso"]))).toBe("PAA_ID_DOMINIO_ERRATO");
  });
});

describe("a payment in prova", () => {
  it("leads to a page of ours that runs nothing and says what it is, in two languages", async () => {
    const { status, id, body, headers } = await avvia("TARI-1");
    expect({ status, prova: headers["fiorino-prova"] }).toEqual({ status: 201, prova: "true" });
    expect(body["redirect"]).toBe(`https://fiorino.example/cittadino/v1/prove/${id}`);
    const pagina = (lingua?: string) =>
      ambiente.invoke("cittadino/getProva", {
        ...{ as: null, params: { id }, headers: { accept: "text/html" } },
        ...(lingua !== undefined && { query: { lingua } }),
      });
    const it = await pagina();
    expect(it.testo).toContain("PROVA");
    expect(it.testo).toContain("Comune &lt;di&gt; Provafiorino");
    expect(it.testo).toContain("TARI &lt;2026&gt;");
    expect(it.testo).not.toMatch(/<script|Mario|RSSMRA/);
    expect(it.headers["fiorino-prova"]).toBe("true");
    expect(it.headers["content-security-policy"]).toContain("form-action 'self' https://portale.example;");
    expect((await pagina("en")).testo).toContain("Test payment");
    expect((await ambiente.invoke("cittadino/getProva", { as: null, params: { id } })).body).toMatchObject({ prova: true, importo: 100.5 });
  });

  it("is paid once however many times it is asked for, and its receipt is filed as of prova", async () => {
    const { id } = await avvia("TARI-1");
    const form = { body: "esito=PAGATO", headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" } };
    for (let volta = 0; volta < 2; volta += 1) {
      const { status, headers } = await esito(id, undefined, form);
      expect({ status, verso: headers["location"] }).toEqual({ status: 303, verso: `${RITORNO}&idPagamento=${id}&esito=OK` });
    }
    expect(await consumaRicevute(sistemi.code)).toBe(0);
    expect(await pendenza("TARI-1")).toMatchObject({ stato: "ESEGUITA", prova: true });
    const posizione = await new ArchivioPosizioni(ambiente.deposito).getPosizione({
      idDominio: ENTE,
      iuv: String((await pendenza("TARI-1"))["iuvAvviso"]),
    });
    expect(posizione.ricevute).toMatchObject([{ prova: true, provenienza: "PROVA", idPsp: "PROVA", esito: "OK", segnalazioni: [] }]);
    expect(posizione.riscossioni).toMatchObject([{ prova: true, importo: 10_050n }]);
    expect(posizione.tentativi).toMatchObject([{ prova: true, stato: "RT_ACCETTATA_PA", idPagamento: id }]);
    const { body: storia } = await ambiente.invoke("pendenze/getStoriaPendenza", {
      ...conChiave(),
      params: { idA2A: IDA2A, idPendenza: "TARI-1" },
    });
    // Of money that does not exist pagoPA has said nothing.
    expect(storia["risultati"]).toMatchObject([
      { tipo: "PENDENZA_CREATA" },
      { tipo: "PAGAMENTO_AVVIATO", autore: "sistema" },
      { tipo: "PAGATA", autore: "sistema" },
    ]);
    const pagato = await ambiente.invoke("pagamento/getPagamento", { ...conChiave(), params: { id } });
    expect(pagato.body).toMatchObject({ stato: "ESEGUITO", prova: true });
    expect((await esito(id, "RIFIUTATO")).headers["location"]).toContain("esito=OK");
    expect(sistemi.code).toEqual([]);
  });

  it.each([
    ["RIFIUTATO", 303, "ERROR", 0, "NON_ESEGUITA"],
    ["ANNULLATO", 303, "CANCEL", 0, "NON_ESEGUITA"],
    ["ABBANDONATO", 200, undefined, 0, "NON_ESEGUITA"],
    ["MAI_TORNATO", 200, undefined, 1, "ESEGUITA"],
    ["RICEVUTA_DOPPIA", 303, "OK", 2, "ESEGUITA"],
    ["RICEVUTA_TARDI", 303, "OK", 1, "ESEGUITA"],
    ["RICEVUTA_DIVERSA", 303, "OK", 1, "ANOMALA"],
    ["RICEVUTA_KO", 303, "ERROR", 1, "NON_ESEGUITA"],
    ["PAGATO_ALTROVE", 303, "ERROR", 1, "ESEGUITA"],
  ])("goes as it was chosen: %s", async (scelto, status, ritorno, ricevute, stato) => {
    await put(`TARI-${scelto}`);
    const { id } = await avvia(`TARI-${scelto}`);
    const svolto = await esito(id, scelto);
    expect(svolto.status).toBe(status);
    if (ritorno !== undefined) expect(svolto.headers["location"]).toBe(`${RITORNO}&idPagamento=${id}&esito=${ritorno}`);
    expect(sistemi.code.map(({ attesa }) => attesa)).toEqual(
      Array.from({ length: ricevute }, () => (scelto === "RICEVUTA_TARDI" ? 600 : undefined)),
    );
    expect(await consumaRicevute(sistemi.code)).toBe(0);
    expect(await pendenza(`TARI-${scelto}`)).toMatchObject({ stato });
  });

  it("goes as its amount asks when nobody chooses, and Checkout itself may refuse", async () => {
    const voci = (importo: number) => ({ importo, voci: [{ idVocePendenza: "1", importo, descrizione: "TARI", codEntrata: "TARI" }] });
    await put("MAGICA", voci(7102.77));
    expect((await esito((await avvia("MAGICA")).id)).headers["location"]).toContain("esito=ERROR");
    await put("CARRELLO", voci(7205.77));
    expect(await avvia("CARRELLO")).toMatchObject({ status: 422, body: { codice: "PAG_014" } });
  });

  it.each([
    ["un esito che non c'è", '{"esito": "VINTO"}'],
    ["JSON a metà", '{"esito":'],
  ])("refuses %s and pays nothing", async (_caso, body) => {
    const { id } = await avvia("MAGICA");
    expect(await esito(id, undefined, { body })).toMatchObject({ status: 400, body: { codice: "SINTASSI" } });
    expect(sistemi.code).toEqual([]);
  });

  it("does not exist for who has the id of another, real or not", async () => {
    const id = "0123456789abcdef0123456789abcdef";
    for (const esiti of [await esito(id, "PAGATO"), await ambiente.invoke("cittadino/getProva", { as: null, params: { id } })])
      expect(esiti).toMatchObject({ status: 404 });
  });

  it("never pays a debt that is not of prova, even if its message is forged", async () => {
    await put("FALSA");
    await esito((await avvia("FALSA")).id, "PAGATO");
    const [messaggio] = sistemi.code;
    const vera = { as: "gest-tributi", headers: {} };
    const { body } = await ambiente.invoke("pendenze/addPendenza", {
      ...vera,
      params: { idA2A: "GEST-TRIBUTI", idPendenza: "VERA-2" },
      body: {
        ...{ idDominio: COMUNE, idTipoPendenza: "TARI", causale: "TARI", importo: 100.5 },
        soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
        voci: [{ idVocePendenza: "1", importo: 100.5, descrizione: "TARI", codEntrata: "TARI" }],
      },
    });
    const falsa = String((await pendenza("FALSA"))["numeroAvviso"]);
    const numero = String(body["numeroAvviso"]);
    const corpo = (messaggio?.corpo ?? "").replaceAll(ENTE, COMUNE).replaceAll(falsa, numero).replaceAll(falsa.slice(1), numero.slice(1));
    sistemi.code.splice(0, sistemi.code.length, { corpo, attesa: undefined });
    expect(await consumaRicevute(sistemi.code)).toBe(1);
    const letta = await ambiente.invoke("pendenze/getPendenza", { ...vera, params: { idA2A: "GEST-TRIBUTI", idPendenza: "VERA-2" } });
    expect(letta.body).toMatchObject({ stato: "NON_ESEGUITA" });
    expect("prova" in letta.body).toBe(false);
  });
});

describe("what is printed of it", () => {
  it("is told by the notice: no code that a reader takes for real", async () => {
    const numeroAvviso = String((await pendenza("MAGICA"))["numeroAvviso"]);
    const { body, headers } = await ambiente.invoke("pendenze/getAvviso", { ...conChiave(), params: { idDominio: ENTE, numeroAvviso } });
    expect(body).toMatchObject({ qrcode: "PROVA - NON PAGABILE" });
    expect(headers["fiorino-prova"]).toBe("true");
  });
});

describe("its coming into service", () => {
  const inServizio = { ...DOMINIO, stazione: STAZIONE, gln: "8000000000019", inProva: false };

  it("is decided by an operator of the whole installation, and never by leaving the field out", async () => {
    const acl = [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }];
    const operatore = { ragioneSociale: "Op", password: PASSWORD, domini: [ENTE], tipiPendenza: ["*"], acl };
    await backoffice("addOperatore", { principal: "op-ente" }, operatore);
    expect(await backoffice("addDominio", { idDominio: ENTE }, inServizio, "op-ente")).toMatchObject({ status: 403 });
    const { inProva: _, ...taciuto } = inServizio;
    expect((await backoffice("addDominio", { idDominio: ENTE }, taciuto)).status).toBe(200);
    expect((await ambiente.invoke("backoffice/getDominio", { params: { idDominio: ENTE } })).body).toMatchObject({ inProva: true });
  });

  it("leaves its debts of prova where they are: nobody pays them, changes them or takes them for real", async () => {
    await put("RESTA");
    const aperto = await avvia("RESTA");
    expect((await backoffice("addDominio", { idDominio: ENTE }, inServizio)).status).toBe(200);
    // What the instance remembers of the registry is a minute old at most.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const numero = String((await pendenza("RESTA", { as: "gest-tributi" }))["numeroAvviso"]);
    expect(await verifyAvviso(ENTE, numero)).toBe("PAA_PAGAMENTO_SCONOSCIUTO");
    expect(await esito(aperto.id, "PAGATO")).toMatchObject({ status: 422, body: { codice: "422000" } });
    expect((await put("ALTRA")).status).toBe(422);
    expect(sistemi.uscite).toEqual([]);
  });
});
