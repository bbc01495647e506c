/**
 * Who sees and pays what in the API Pagamento (reference 3.10): applications, citizens, companies, who has no credentials; what is of others answers
 * as what does not exist.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORM_BOLLO } from "../../../local/sandbox/form-cittadino.ts";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente, type Esito } from "../ambiente.ts";
import { describeCittadino } from "./cittadino.suite.ts";
import { AZIENDA, BIANCHI, DELL_UNIONE, DI_AZIENDA, DI_BIANCHI, DI_ROSSI, debitore, MENSA_BIANCHI, RITORNO, ROSSI } from "./debitori.ts";
import { describeRicevute } from "./ricevute.suite.ts";
import { CCP, IUV, PAGAMENTO, RICEVUTA, seedPagamento, storePendenza } from "./sostegno.ts";

/** An anonymous browser that comes back with this cookie. */
const conCookie = (cookie: string): Chiamata => ({ as: null, cookies: [cookie] });

describe("callers of the API Pagamento", () => {
  let ambiente: AmbienteApi;
  let checkout: Server;
  let cookieDelPagamento = "";

  beforeAll(async () => {
    checkout = createServer((req, res) => {
      req.resume();
      req.on("end", () => res.writeHead(302, { location: "https://checkout.example/c/1" }).end());
    });
    await new Promise<void>((resolve) => checkout.listen(0, "127.0.0.1", resolve));
    const { port } = checkout.address() as AddressInfo;
    ambiente = await createAmbiente({}, `http://127.0.0.1:${port}/checkout/ec/v2`);
    await seedPagamento(ambiente);
    await storePendenza(ambiente, { ...DI_ROSSI, idPendenza: "ROSSI" });
    await storePendenza(ambiente, { ...DI_BIANCHI, idPendenza: "BIANCHI", debitore: debitore(BIANCHI) });
    await storePendenza(ambiente, { ...MENSA_BIANCHI, idPendenza: "MENSA", idTipoPendenza: "MENSA", debitore: debitore(BIANCHI) });
    await storePendenza(ambiente, { ...DI_AZIENDA, idPendenza: "AZIENDA", debitore: { ...debitore(AZIENDA), tipo: "G" } });
    await storePendenza(ambiente, { ...DELL_UNIONE, idPendenza: "UNIONE", idDominio: UNIONE });
    await ambiente.invoke("backoffice/addTipoPendenzaDominio", {
      params: { idDominio: COMUNE, idTipoPendenza: "MENSA" },
      body: { pagaTerzi: false },
    });
    await ambiente.invoke("backoffice/addTipoPendenza", {
      params: { idTipoPendenza: "BOLLOT" },
      body: { descrizione: "Marca da bollo", portalePagamento: FORM_BOLLO },
    });
    const { rememberSessione } = await import("../../../shared/runtime/accessi/sessione-anonima.ts");
    const anonimo = {
      tipo: "anonimo",
      principal: "anonimo",
      nome: "",
      autodeterminazione: false,
      domini: [],
      tipiPendenza: [],
      acl: [],
    } as const;
    cookieDelPagamento = rememberSessione(anonimo, { pagamenti: [PAGAMENTO] })["set-cookie"]?.split(";")[0] ?? "";
  });
  afterAll(async () => {
    checkout.close();
    await ambiente.stop();
  });

  const AVVISO = { idDominio: COMUNE, numeroAvviso: `3${IUV}` };
  const RPP = { idDominio: COMUNE, iuv: IUV, ccp: CCP };
  const PAGATA: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
    ["pagamento/getPendenza", { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }, { idPendenza: "NESSUNA" }],
    ["pagamento/getStoriaPendenza", { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }, { idPendenza: "NESSUNA" }],
    ["pagamento/getPendenzaByAvviso", AVVISO, { numeroAvviso: "301999999999999999" }],
    ["pagamento/getAvviso", AVVISO, { numeroAvviso: "301999999999999999" }],
    ["pagamento/getRpp", RPP, { ccp: "nessuno" }],
    ["pagamento/getRpt", RPP, { ccp: "nessuno" }],
    ["pagamento/getRt", RPP, { ccp: "nessuno" }],
    ["pagamento/getRicevuta", { idDominio: COMUNE, iuv: IUV, idRicevuta: RICEVUTA }, { idRicevuta: "nessuna" }],
  ];

  it.each(PAGATA)("%s shows a debt to its application, to its debtor and to nobody else", async (operazione, params, assente) => {
    const ask = (as: Chiamata["as"]): Promise<Esito> => ambiente.invoke(operazione, { params, ...(as !== undefined && { as }) });
    const stati = await Promise.all(
      [undefined, cittadino(ROSSI), cittadino({ codiceFiscale: ROSSI, dominio: COMUNE })].map(async (as) => (await ask(as)).status),
    );
    expect(stati).toEqual([200, 200, 200]);
    const estranei = [
      "gest-mensa",
      cittadino(BIANCHI),
      cittadino({ codiceFiscale: ROSSI, dominio: UNIONE }),
      cittadino({ codiceFiscale: ROSSI, perConto: AZIENDA, deleghe: [{ codiceFiscale: AZIENDA, ragioneSociale: "Azienda srl" }] }),
    ];
    for (const as of estranei) {
      const [altrui, inesistente] = await Promise.all([ask(as), ambiente.invoke(operazione, { params: { ...params, ...assente }, as })]);
      expect([altrui.status, altrui.body["codice"], altrui.body["descrizione"]]).toEqual([404, "404000", inesistente.body["descrizione"]]);
      expect(inesistente.status).toBe(404);
      expect(altrui.testo).not.toContain(ROSSI);
    }
    // Who says nothing of itself is asked what it knows, or told that there is nothing.
    expect((await ask(null)).status).toBe(operazione === "pagamento/getAvviso" ? 400 : 404);
  });

  it.each<[string, Chiamata, readonly string[]]>([
    ["an application its own", {}, ["ROSSI", "BIANCHI", "MENSA", "AZIENDA", "UNIONE", "TARI-2026-1"]],
    ["a citizen its own, of every creditor", { as: cittadino(ROSSI) }, ["ROSSI", "UNIONE", "TARI-2026-1"]],
    ["a citizen that came in from one creditor, of that one", { as: cittadino({ codiceFiscale: ROSSI, dominio: UNIONE }) }, ["UNIONE"]],
    ["a citizen nothing of the debtor that it names", { as: cittadino(ROSSI), query: { idDebitore: BIANCHI } }, []],
    [
      "a citizen of one creditor nothing of another",
      { as: cittadino({ codiceFiscale: ROSSI, dominio: UNIONE }), query: { idDominio: COMUNE } },
      [],
    ],
    ["a citizen nothing of a payment of others", { as: cittadino(BIANCHI), query: { idPagamento: PAGAMENTO } }, []],
    ["a citizen what is still to be paid", { as: cittadino(ROSSI), query: { stato: "NON_ESEGUITA", idDominio: COMUNE } }, ["ROSSI"]],
    [
      "who acts for a company what is of the company",
      { as: cittadino({ codiceFiscale: ROSSI, perConto: AZIENDA, deleghe: [{ codiceFiscale: AZIENDA, ragioneSociale: "Azienda srl" }] }) },
      ["AZIENDA"],
    ],
    ["who has no credentials nothing", { as: null }, []],
    ["who has no credentials nothing by naming a debtor", { as: null, query: { idDebitore: ROSSI } }, []],
  ])("pagamento/findPendenze lists to %s", async (_caso, chiamata, attese) => {
    const { status, body } = await ambiente.invoke("pagamento/findPendenze", chiamata);
    const viste = (body["risultati"] as { idPendenza: string }[]).map(({ idPendenza }) => idPendenza);
    expect([status, viste.toSorted(), body["numRisultati"]]).toEqual([200, attese.toSorted(), attese.length]);
    const v3 = await ambiente.invoke("pagamento-v3/findPendenze", chiamata);
    expect([v3.status, v3.body["numRisultati"]]).toEqual([200, attese.length]);
  });

  it("pagamento/getStoriaPendenza tells the debtor in its language what happened, and never who it is", async () => {
    const { queryStringParameters, expected } = findCampione("pagamento/getStoriaPendenza");
    const params = { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" };
    const query = queryStringParameters ?? {};
    const { status, body, testo } = await ambiente.invoke("pagamento/getStoriaPendenza", { params, query, as: cittadino(ROSSI) });
    expect([status, body["numRisultati"]]).toEqual([expected.status, 1]);
    const avviata = {
      tipo: "PAGAMENTO_AVVIATO",
      descrizione: "A payment of €100.50 was started.",
      autore: "pagoPA",
      dettagli: { importo: 100.5 },
    };
    expect(body["risultati"]).toEqual([{ data: "2026-11-25T10:59:00.000+01:00", ...avviata }]);
    expect(testo).not.toMatch(new RegExp(`${ROSSI}|Rossi|${IUV}`));
    const lingua = await ambiente.invoke("pagamento/getStoriaPendenza", { params, query: { lingua: "es" }, as: cittadino(ROSSI) });
    expect([lingua.status, lingua.body["dettaglio"]]).toEqual([400, expect.stringContaining("lingua")]);
  });

  it("pagamento/findRpp and findRicevute show attempts and receipts to the debtor, not to others", async () => {
    const quanti = async (operazione: string, params: Record<string, string>, as: Chiamata["as"]): Promise<unknown> =>
      (await ambiente.invoke(operazione, { params, ...(as !== undefined && { as }) })).body["numRisultati"];
    const chi = [cittadino(ROSSI), cittadino(BIANCHI)];
    expect(await Promise.all(chi.map((as) => quanti("pagamento/findRpp", {}, as)))).toEqual([1, 0]);
    const tutti = [undefined, ...chi, "gest-mensa", null];
    const params = { idDominio: COMUNE, iuv: IUV };
    expect(await Promise.all(tutti.map((as) => quanti("pagamento/findRicevute", params, as)))).toEqual([1, 1, 0, 0, 0]);
    const ko = await ambiente.invoke("pagamento/findRicevute", { params, query: { esito: "NON_ESEGUITO" } });
    expect(ko.body).toEqual({ numRisultati: 0, risultati: [] });
  });

  describe("who has no credentials", () => {
    const leggi = (query: Record<string, string>, numeroAvviso = DI_ROSSI.numeroAvviso, headers = {}) =>
      ambiente.invoke("pagamento/getAvviso", { as: null, params: { idDominio: COMUNE, numeroAvviso }, query, headers });

    it.each<[string, Record<string, string>, number]>([
      ["the debtor", { idDebitore: ROSSI.toLowerCase() }, 200],
      ["the UUID", { UUID: "0123456789abcdef0123456789abcdef" }, 200],
      ["another debtor", { idDebitore: BIANCHI }, 404],
      ["another UUID", { UUID: "f".repeat(32) }, 404],
      ["the debtor and another UUID", { idDebitore: ROSSI, UUID: "f".repeat(32) }, 404],
      ["nothing", {}, 400],
    ])("reads a notice of which it names %s", async (_caso, query, atteso) => {
      const { status, body, testo } = await leggi(query);
      expect(status).toBe(atteso);
      if (atteso === 400) expect(body["dettaglio"]).toContain("idDebitore");
      if (atteso !== 200) return;
      expect(body).toMatchObject({ stato: "NON_ESEGUITA", importo: 100.5 });
      expect(testo).not.toContain(ROSSI);
    });

    it("cannot tell a notice of others from one that does not exist", async () => {
      const [altrui, inesistente] = [await leggi({ idDebitore: BIANCHI }), await leggi({ idDebitore: BIANCHI }, "301999999999999998")];
      expect([altrui.status, altrui.body["codice"], altrui.body["descrizione"]]).toEqual([
        inesistente.status,
        inesistente.body["codice"],
        inesistente.body["descrizione"],
      ]);
    });

    const paga = (pendenze: readonly unknown[], altro: Chiamata = {}) =>
      ambiente.invoke("pagamento/addPagamento", { as: null, body: { pendenze, urlRitorno: RITORNO }, ...altro });

    it("pays a notice of which it knows the debtor, and finds the payment with the cookie of the answer alone", async () => {
      const { status, body, cookies } = await paga([{ idDominio: COMUNE, ...DI_ROSSI, idDebitore: ROSSI }].map(({ iuv: _, ...p }) => p));
      expect([status, body["redirect"]]).toEqual([201, "https://checkout.example/c/1"]);
      const [cookie = ""] = cookies;
      expect(cookie).toMatch(/^fiorino-anonimo=[\w-]+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
      const sua = conCookie(cookie.split(";")[0] ?? "");
      const params = { id: String(body["id"]) };
      expect(await ambiente.invoke("pagamento/getPagamento", { ...sua, params })).toMatchObject({
        status: 200,
        body: { stato: "IN_CORSO" },
      });
      const elenco = await ambiente.invoke("pagamento/findPagamenti", sua);
      expect(elenco.body).toMatchObject({ numRisultati: 1, risultati: [{ id: body["id"] }] });
      const alterato = conCookie(`${cookie.split(";")[0]?.slice(0, -2)}AA`);
      for (const chiamata of [{ as: null }, alterato, conCookie("fiorino-anonimo=ciao")]) {
        expect((await ambiente.invoke("pagamento/getPagamento", { ...chiamata, params })).status).toBe(404);
        expect((await ambiente.invoke("pagamento/findPagamenti", chiamata)).body).toMatchObject({ numRisultati: 0, risultati: [] });
      }
      // It started a payment: the debt itself is still of others.
      expect(
        (await ambiente.invoke("pagamento/getPendenza", { ...sua, params: { idA2A: "GEST-TRIBUTI", idPendenza: "ROSSI" } })).status,
      ).toBe(404);
    });

    it("is sent by the browser straight to the page of payment when it posts as a form does", async () => {
      const { status, headers, testo } = await paga([{ idDominio: COMUNE, numeroAvviso: DI_ROSSI.numeroAvviso, idDebitore: ROSSI }], {
        headers: { accept: "application/x-www-form-urlencoded" },
      });
      expect([status, headers["location"]]).toEqual([303, "https://checkout.example/c/1"]);
      expect(new URLSearchParams(testo).get("redirect")).toBe("https://checkout.example/c/1");
    });

    it.each<[string, unknown, number, string]>([
      ["without naming the debtor", { idDominio: COMUNE, numeroAvviso: DI_ROSSI.numeroAvviso }, 400, "SINTASSI"],
      ["of another debtor", { idDominio: COMUNE, numeroAvviso: DI_ROSSI.numeroAvviso, idDebitore: BIANCHI }, 422, "VER_008"],
      ["that does not exist", { idDominio: COMUNE, numeroAvviso: "301999999999999997", idDebitore: BIANCHI }, 422, "VER_008"],
      ["by the name that its application gave it", { idA2A: "GEST-TRIBUTI", idPendenza: "ROSSI" }, 422, "VER_008"],
    ])("does not pay a debt %s", async (_caso, pendenza, status, codice) => {
      const esito = await paga([pendenza]);
      expect([esito.status, esito.body["codice"], esito.cookies]).toEqual([status, codice, []]);
    });

    const BOLLO = {
      richiedente: { codiceFiscale: ROSSI, nominativo: "Mario Rossi" },
      ...{ documento: { contenuto: Buffer.from("%PDF-1.7").toString("base64") }, provincia: "CN", consensoInformativa: "2026-01" },
    };

    it("pays what it fills in a form for, and finds again the debt that was born with the payment", async () => {
      const { status, body, cookies } = await paga([{ idDominio: COMUNE, idTipoPendenza: "BOLLOT", dati: BOLLO }]);
      expect([status, body["redirect"]]).toEqual([201, "https://checkout.example/c/1"]);
      const sua = conCookie(cookies[0]?.split(";")[0] ?? "");
      const elenco = await ambiente.invoke("pagamento/findPendenze", { ...sua, query: { mostraSpontaneiNonPagati: "true" } });
      const [pendenza] = elenco.body["risultati"] as { idA2A: string; idPendenza: string; importo: number; tipo: string }[];
      expect([elenco.body["numRisultati"], pendenza?.importo, pendenza?.tipo]).toEqual([1, 16, "spontaneo"]);
      const params = { idA2A: pendenza?.idA2A ?? "", idPendenza: pendenza?.idPendenza ?? "" };
      expect((await ambiente.invoke("pagamento/getPendenza", { ...sua, params })).status).toBe(200);
      expect((await ambiente.invoke("pagamento/getPendenza", { as: null, params })).status).toBe(404);
      const storia = await ambiente.invoke("pagamento/getStoriaPendenza", { ...sua, params });
      expect(storia.body).toMatchObject({ risultati: [{ tipo: "PENDENZA_CREATA", autore: "ente", dettagli: { importo: 16 } }] });
      expect((await ambiente.invoke("pagamento/getStoriaPendenza", { as: null, params })).status).toBe(404);
      // Not paid yet, it is not among the debts.
      expect((await ambiente.invoke("pagamento/findPendenze", sua)).body["numRisultati"]).toBe(0);
    });

    it.each<[string, Record<string, unknown>, number, string, string]>([
      ["without the data that the form wants", { idTipoPendenza: "BOLLOT", dati: {} }, 400, "SINTASSI", "consensoInformativa"],
      ["of a type that citizens have no form for", { idTipoPendenza: "LIBERO", dati: BOLLO }, 422, "UAN_002", "LIBERO"],
      ["with fields that are not of a form", { idTipoPendenza: "BOLLOT", importo: 1 }, 400, "SINTASSI", "importo"],
    ])("does not open a payment %s", async (_caso, voce, status, codice, nominato) => {
      const esito = await paga([{ idDominio: COMUNE, ...voce }]);
      expect([esito.status, esito.body["codice"], esito.body["dettaglio"]]).toEqual([status, codice, expect.stringContaining(nominato)]);
    });

    it("reads the receipt of the payment that it started, and nothing else of the debt", async () => {
      const sua = conCookie(cookieDelPagamento);
      const params = { idDominio: COMUNE, iuv: IUV, idRicevuta: RICEVUTA };
      expect((await ambiente.invoke("pagamento/getRicevuta", { ...sua, params })).status).toBe(200);
      expect(
        (await ambiente.invoke("pagamento/findRicevute", { ...sua, params: { idDominio: COMUNE, iuv: IUV } })).body["numRisultati"],
      ).toBe(1);
      expect((await ambiente.invoke("pagamento/getRpp", { ...sua, params: RPP })).status).toBe(404);
      expect((await ambiente.invoke("pagamento/getPendenzaByAvviso", { ...sua, params: AVVISO })).status).toBe(404);
    });
  });

  describeRicevute(() => ambiente, "pagamento/getStampaRicevute", "pendenze/getStampaRicevute");
  describeCittadino(() => ambiente);
});
