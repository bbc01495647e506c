/** Payment pages, from the office that publishes one to who pays on it. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioPosizioni } from "../../../shared/adapters/archivio/posizioni.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente } from "../ambiente.ts";
import { CF, describeCollegamenti, ID } from "./collegamenti-pagina.suite.ts";

const REDIRECT = "https://checkout.pagopa.it/c/abc";
const campione = (operazione: string) => {
  const [primo] = readCampioni(operazione);
  if (!primo) throw new Error(`nessun campione di ${operazione}`);
  return primo;
};
const PAGINA = Object(campione("backoffice/addPaginaPagamento").body);
const PAGA = Object(campione("cittadino/payPagina").body);

let ambiente: AmbienteApi;
let checkout: Server;
let acceso = true;
const carrelli: { paymentNotices: { amount: number }[]; returnUrls: Record<string, string> }[] = [];

const put = (idPagina: string, altro: object = {}, chiamata: Chiamata = {}, idDominio = COMUNE) =>
  ambiente.invoke("backoffice/addPaginaPagamento", { params: { idDominio, idPagina }, body: { ...PAGINA, ...altro }, ...chiamata });
const pay = (altro: object = {}, chiamata: Chiamata = {}, id = ID) =>
  ambiente.invoke("cittadino/payPagina", { params: { id }, body: { ...PAGA, ...altro }, as: null, ...chiamata });
const read = (id = ID, chiamata: Chiamata = {}) => ambiente.invoke("cittadino/getPagina", { params: { id }, as: null, ...chiamata });

beforeAll(async () => {
  checkout = createServer((req, res) => {
    const pezzi: Buffer[] = [];
    req.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
    req.on("end", () => {
      carrelli.push(JSON.parse(Buffer.concat(pezzi).toString("utf8")));
      res.writeHead(acceso ? 302 : 503, acceso ? { location: REDIRECT } : {}).end();
    });
  });
  await new Promise<void>((resolve) => {
    checkout.listen(0, "127.0.0.1", resolve);
  });
  ambiente = await createAmbiente({}, `http://127.0.0.1:${(checkout.address() as AddressInfo).port}/checkout/ec/v2`);
  for (const [principal, domini] of [
    ["op-comune", [COMUNE]],
    ["op-unione", [UNIONE]],
  ] as const) {
    const acl = [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }];
    const body = { ragioneSociale: principal, password: PASSWORD, domini, tipiPendenza: ["*"], acl };
    expect((await ambiente.invoke("backoffice/addOperatore", { params: { principal }, body })).status).toBe(201);
  }
  expect((await put("lampade-votive", {}, { as: "op-comune" })).status).toBe(201);
});
beforeEach(() => {
  acceso = true;
  carrelli.length = 0;
});
afterAll(async () => {
  checkout.close();
  await ambiente.stop();
});

describe("a payment page, for who publishes it", () => {
  it.each([
    "backoffice/findPaginePagamento",
    "backoffice/getPaginaPagamento",
    "backoffice/addCollegamentiPagina",
    "cittadino/getPagina",
    "cittadino/payPagina",
  ])("answers the sample of %s", async (operazione) => {
    const { pathParameters, queryStringParameters, body, expected } = campione(operazione);
    const as = operazione.startsWith("cittadino") ? { as: null } : { as: "op-comune" };
    const esito = await ambiente.invoke(operazione, {
      params: pathParameters ?? {},
      query: queryStringParameters ?? {},
      ...(body !== undefined && { body }),
      ...as,
    });
    expect([esito.status, esito.body]).toEqual([expected.status, expect.anything()]);
  });

  it("is replaced as a whole, and says its address", async () => {
    expect((await put("lampade-votive", {}, { as: "op-comune" })).status).toBe(200);
    const { body, headers } = await ambiente.invoke("backoffice/getPaginaPagamento", {
      params: { idDominio: COMUNE, idPagina: "lampade-votive" },
    });
    expect(body).toMatchObject({
      ...PAGINA,
      idPagina: "lampade-votive",
      stato: "APERTA",
      indirizzo: expect.stringContaining(`/cittadino/v1/pagine/${ID}`),
    });
    expect(headers["etag"]).toBeDefined();
  });

  it("prints its poster: tagged, with the address in a QR code and in letters", async () => {
    const { status, bytes } = await ambiente.invoke("backoffice/getPaginaPagamento", {
      params: { idDominio: COMUNE, idPagina: "lampade-votive" },
      headers: { accept: "application/pdf" },
    });
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    expect(bytes.includes("/StructTreeRoot")).toBe(true);
  });

  it.each<[string, object, string]>([
    ["a type that the creditor does not use", { idTipoPendenza: "MAI-VISTO" }, "idTipoPendenza"],
    ["an income that it does not have", { codEntrata: "MAI-VISTA" }, "codEntrata"],
    ["an application that does not exist", { idA2A: "MAI-VISTA" }, "idA2A"],
    ["limits upside down", { importo: { tipo: "LIBERO", minimo: 5, massimo: 1 } }, "minimo"],
    ["days upside down", { dal: "2026-12-02", al: "2026-12-01" }, "al"],
    ["a title without Italian", { titolo: { en: "x" } }, "it"],
    ["a return inside the network", { urlRitorno: "https://169.254.169.254/" }, "urlRitorno"],
    ["a return that is a script", { urlRitorno: "javascript:alert(1)" }, "urlRitorno"],
    ["fields with one name", { campi: [PAGINA.campi[0], PAGINA.campi[0]] }, "campi"],
  ])("refuses %s", async (_caso, altro, campo) => {
    expect(await put("altra-pagina", altro)).toMatchObject({ status: 400, body: { dettaglio: expect.stringContaining(campo) } });
  });

  it("does not exist for who works for another creditor", async () => {
    const params = { idDominio: COMUNE, idPagina: "lampade-votive" };
    const as = "op-unione";
    const mai = await ambiente.invoke("backoffice/getPaginaPagamento", { params: { ...params, idPagina: "mai-vista" }, as: "op-comune" });
    expect(mai.status).toBe(404);
    const altrui = [
      ambiente.invoke("backoffice/getPaginaPagamento", { params, as }),
      ambiente.invoke("backoffice/findPaginePagamento", { params: { idDominio: COMUNE }, as }),
      ambiente.invoke("backoffice/addCollegamentiPagina", { params, body: { collegamenti: [{ riferimento: "1" }] }, as }),
      put("lampade-votive", {}, { as }),
    ];
    expect((await Promise.all(altrui)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe("a payment page, for who pays", () => {
  it("asks what it asks in the language of who reads, and shows nothing of the office's", async () => {
    const { body } = await read(ID, { query: { lingua: "en" } });
    expect(body).toMatchObject({ titolo: "Votive lamps", campi: [{ nome: "tomba", etichetta: "Grave number" }], lingue: ["it", "en"] });
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(["idA2A", "pagamentiMassimi", "urlRitorno"]));
  });

  it("is framed by the sites that the office names, and by no other", async () => {
    const siti = ["https://www.comune.example.it", "https://servizi.example.it:8443"];
    await put("riquadro", { incorporabileDa: siti });
    const { headers } = await read(`${COMUNE}.riquadro`, { headers: { accept: "text/html" } });
    expect(headers["content-security-policy"]).toMatch(new RegExp(`; frame-ancestors ${siti.join(" ").replaceAll(".", "\\.")}$`));
    for (const sito of [
      "http://www.example.it",
      "https://www.example.it/pagina",
      "https://*",
      "https://a.it; script-src *",
      "'self'",
      "https://localhost",
      "*",
    ])
      expect([sito, (await put("riquadro-2", { incorporabileDa: [sito] })).status]).toEqual([sito, 400]);
  });

  it("is a document that runs nothing but its own script", async () => {
    await put("html", { titolo: { it: '<img src=x onerror="alert(1)">' }, causale: "x" });
    const { testo, headers } = await read(`${COMUNE}.html`, { headers: { accept: "text/html,application/xhtml+xml" } });
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'; script-src 'sha256-[\w+/]{43}='; /);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(testo).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(testo).not.toContain("<img");
    expect([...testo.matchAll(/<label for="([\w.]+)"/g)].map(([, nome]) => nome)).toEqual([
      "identificativo",
      "anagrafica",
      "email",
      "campi.tomba",
      "importo",
    ]);
  });

  it("makes a spontaneous debt and leads to Checkout, which comes back where the office said", async () => {
    const { status, body, cookies } = await pay();
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        redirect: REDIRECT,
        importo: 35.5,
        causale: "Lampade votive 2026, B-12",
        numeroAvviso: expect.any(String),
      }),
    ]);
    expect(cookies[0]).toContain("fiorino-anonimo");
    expect(carrelli[0]).toMatchObject({ paymentNotices: [{ amount: 3550 }] });
    expect(JSON.stringify(carrelli[0]?.returnUrls)).toContain("https://www.borgofiorino.example/grazie");
    const { body: pendenza } = await ambiente.invoke("backoffice/getPendenza", {
      params: { idA2A: "GEST-TRIBUTI", idPendenza: String(body["idPendenza"]) },
    });
    expect(pendenza).toMatchObject({
      tipo: "spontaneo",
      soggettoPagatore: { identificativo: CF },
      datiAllegati: { pagina: { campi: { tomba: "B-12" } } },
    });
  });

  it("gives the notice when pagoPA does not answer", async () => {
    acceso = false;
    const { status, body } = await pay();
    expect([status, "redirect" in body, body["numeroAvviso"]]).toEqual([201, false, expect.any(String)]);
  });

  it.each<[string, object, Chiamata, number, string]>([
    ["too little", { importo: 9.99 }, {}, 400, "importo: da 10,00 a 200,00"],
    ["too much", { importo: 200.01 }, {}, 400, "importo: da 10,00 a 200,00"],
    ["nothing", { importo: undefined }, {}, 400, "importo: obbligatorio"],
    ["a field missing", { campi: {} }, {}, 400, "campi.tomba: obbligatorio"],
    ["a field too long", { campi: { tomba: "x".repeat(21) } }, {}, 400, "campi.tomba"],
    ["a field that is not asked", { campi: { tomba: "1", altro: "1" } }, {}, 400, "campi.altro"],
    ["no consent", { consensoInformativa: "0" }, {}, 400, "informativa"],
    ["a tax code that is none", { pagatore: { identificativo: "X" } }, {}, 400, "identificativo"],
    ["a return of one's own", { urlRitorno: "https://altrove.example" }, {}, 400, "urlRitorno"],
    ["a link that nobody made", { precompilato: "x".repeat(60) }, {}, 404, "collegamento"],
    ["another debtor, to a citizen", {}, { as: cittadino("VRDLGU80A01H501S") }, 422, "VRDLGU80A01H501S"],
  ])("refuses %s", async (_caso, altro, chiamata, status, nominato) => {
    expect(await pay(altro, chiamata)).toMatchObject({ status, body: { dettaglio: expect.stringContaining(nominato) } });
  });

  it.each([`${COMUNE}.mai-vista`, `${UNIONE}.lampade-votive`, "x", `${COMUNE}.html/../x`])(
    "answers %s as a page that does not exist",
    async (id) => {
      expect(await read(id)).toMatchObject({ status: 404, body: { dettaglio: "pagina di pagamento non trovata" } });
      expect(await pay({}, {}, id)).toMatchObject({ status: 404, body: { dettaglio: "pagina di pagamento non trovata" } });
    },
  );

  it("is suspended, not yet open, closed", async () => {
    await put("sospesa", { abilitata: false });
    await put("futura", { dal: "2099-01-01" });
    await put("passata", { al: "2020-01-01" });
    expect((await read(`${COMUNE}.sospesa`)).status).toBe(404);
    expect((await read(`${COMUNE}.futura`)).body["stato"]).toBe("NON_ANCORA_APERTA");
    expect((await read(`${COMUNE}.passata`)).body["stato"]).toBe("CHIUSA");
    for (const id of ["futura", "passata"]) expect(await pay({}, {}, `${COMUNE}.${id}`)).toMatchObject({ status: 422 });
  });
});

describeCollegamenti({ put, pay, read, invoke: (operazione, chiamata) => ambiente.invoke(operazione, chiamata) });

describe("places of a page", () => {
  it("are never more than its limit, however many ask at once", async () => {
    await put("tre-posti", { pagamentiMassimi: 3 });
    const esiti = await Promise.all(Array.from({ length: 6 }, () => pay({}, {}, `${COMUNE}.tre-posti`)));
    expect(esiti.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422, 422, 422]);
  });

  it("stay within the total", async () => {
    await put("totale", { totaleMassimo: 100 });
    expect((await pay({ importo: 60 }, {}, `${COMUNE}.totale`)).status).toBe(201);
    expect((await pay({ importo: 40.01 }, {}, `${COMUNE}.totale`)).status).toBe(422);
    expect((await pay({ importo: 40 }, {}, `${COMUNE}.totale`)).status).toBe(201);
  });

  it("are given back when the days to pay are over, unless it was paid; the debt is then past its own", async () => {
    await put("un-posto", { pagamentiMassimi: 2, giorniPerPagare: 1 });
    const ieri = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    const chiavi: string[] = [];
    for (const _ of [1, 2]) chiavi.push(String((await pay({}, {}, `${COMUNE}.un-posto`)).body["idPendenza"]));
    expect((await pay({}, {}, `${COMUNE}.un-posto`)).status).toBe(422);
    await agePrenotazioni(ieri);
    await markPagata(chiavi[0] ?? "");
    expect((await pay({}, {}, `${COMUNE}.un-posto`)).status).toBe(201);
    expect((await pay({}, {}, `${COMUNE}.un-posto`)).status).toBe(422);
  });
});

/** Days pass: the places held are those of two days ago. */
const agePrenotazioni = async (giorno: string): Promise<void> => {
  const { elementi } = await ambiente.deposito.query({
    ...{ tabella: "archivio", pk: `PGP#${COMUNE}#un-posto`, sk: { inizia: "PRENOTAZIONE#" }, ordine: "asc", limite: 10 },
  });
  for (const elemento of elementi) {
    const vecchio = { ...elemento, scadenza: giorno, sk: `PRENOTAZIONE#${giorno}#${String(elemento["idPendenza"])}` };
    const { pk, sk } = elemento;
    expect(
      await ambiente.deposito.commit([
        { azione: "elimina", tabella: "archivio", chiave: { pk, sk }, versione: Number(elemento["versione"]) },
        { azione: "crea", tabella: "archivio", elemento: vecchio },
      ]),
    ).toEqual([]);
  }
};

const markPagata = async (idPendenza: string): Promise<void> => {
  const pendenza = await new ArchivioPosizioni(ambiente.deposito).readPendenzaById("GEST-TRIBUTI", idPendenza);
  if (!pendenza) throw new Error(`${idPendenza} non c'è`);
  const uow = new ArchivioUnitOfWork(ambiente.deposito, { pendenza: mappaPendenza }, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const valore = { ...pendenza, stato: "ESEGUITA", importoPagato: pendenza.importo } as const;
  expect(await uow.commit([{ azione: "sostituisci", entita: "pendenza", valore }])).toMatchObject({ ok: true });
};
