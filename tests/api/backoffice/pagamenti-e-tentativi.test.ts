/** Portal payments and payment attempts in the hands of operators: filters, scope, documents, and what may be changed of them. */
import { describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { contratto } from "../../sostegno/contratti.ts";
import { CCP, IUV, PAGAMENTO, RICEVUTA } from "../pagamento/sostegno.ts";
import { createImpianto } from "./impianto-contabile.ts";
import { aperta, CHIAVE_STORICA, CONDIVISO, FALLITO, RICEVUTA_APERTA, seedOperatori, storica } from "./pagamenti-e-tentativi.ts";

const ALTRO = "pagamenti-unione";
const SOLO_MENSA = "pagamenti-mensa";
const LEGGE = "pagamenti-legge";
const servizi = ["Pagamenti", "Pendenze"];
const OPERATORI = [
  { principal: ALTRO, idDominio: UNIONE, tipo: "*", servizi },
  { principal: SOLO_MENSA, idDominio: COMUNE, tipo: "MENSA", servizi },
  { principal: LEGGE, idDominio: COMUNE, tipo: "*", servizi, autorizzazioni: ["R"] },
];

const { invoke, elementi, costo } = createImpianto(OPERATORI, seedOperatori);

describe("pagamenti", () => {
  it.each([
    [{}, [CONDIVISO, FALLITO, PAGAMENTO]],
    [{ ordinamento: "-dataRichiestaPagamento" }, [PAGAMENTO, FALLITO, CONDIVISO]],
    [{ idDominio: COMUNE }, [CONDIVISO, FALLITO, PAGAMENTO]],
    [{ idDominio: UNIONE }, [CONDIVISO]],
    [{ stato: "ESEGUITO" }, [PAGAMENTO]],
    [{ severitaDa: "5" }, [FALLITO]],
    [{ severitaDa: "1", severitaA: "4" }, []],
    [{ verificato: "true" }, []],
    [{ verificato: "false", stato: "FALLITO" }, [FALLITO]],
    [{ versante: "bnclra85t10a562s" }, [FALLITO]],
    [{ idDebitore: "VRDLGU80A01H501X", idDominio: COMUNE }, [CONDIVISO, FALLITO]],
    [{ iuv: IUV }, [PAGAMENTO]],
    [{ idA2A: APPLICAZIONE, idPendenza: "STORICA" }, [CONDIVISO, FALLITO]],
    [{ idSessionePortale: "sessione-7" }, [PAGAMENTO]],
    [{ id: FALLITO, stato: "FALLITO", severitaDa: "3", iuv: storica.iuv }, [FALLITO]],
    [{ id: FALLITO, stato: "ESEGUITO" }, []],
    [{ dataDa: "2026-11-25", dataA: "2026-11-25" }, [PAGAMENTO]],
  ])("filtra con %o", async (query, attesi) => {
    expect((await elementi("backoffice/findPagamenti", query)).map(({ id }) => id)).toEqual(attesi);
  });

  it("mostra ciò che hanno in comune, o i soli campi chiesti", async () => {
    expect(await elementi("backoffice/findPagamenti", { id: FALLITO })).toMatchObject([
      { severita: 5, verificato: false, idA2A: APPLICAZIONE, rpp: `/backoffice/v1/rpp?idPagamento=${FALLITO}` },
    ]);
    expect(await elementi("backoffice/findPagamenti", { id: FALLITO, campi: "id,stato" })).toEqual([{ id: FALLITO, stato: "FALLITO" }]);
  });

  it.each([
    [ALTRO, {}, []],
    [SOLO_MENSA, {}, [FALLITO]],
    [LEGGE, {}, [FALLITO, PAGAMENTO]],
    [LEGGE, { id: CONDIVISO }, []],
    [ALTRO, { id: PAGAMENTO }, []],
    [SOLO_MENSA, { id: PAGAMENTO }, []],
  ])("a %s con %o mostra solo i suoi", async (as, query, attesi) => {
    expect((await elementi("backoffice/findPagamenti", query, as)).map(({ id }) => id)).toEqual(attesi);
  });

  it("nel dettaglio porta pendenze e tentativi; a chi non vede risponde come se non ci fosse", async () => {
    const { pathParameters: params } = findCampione("backoffice/getPagamento");
    expect(await invoke("backoffice/getPagamento", { params: params ?? {} })).toMatchObject({
      status: 200,
      body: {
        pendenze: [{ idPendenza: "TARI-2026-1", stato: "ESEGUITO", pendenza: "/backoffice/v1/pendenze/GEST-TRIBUTI/TARI-2026-1" }],
        rpp: [
          {
            stato: "RT_ACCETTATA_PA",
            bloccante: true,
            rt: { receiptId: RICEVUTA },
            pendenza: { tipoPendenza: { idTipoPendenza: "TARI" } },
          },
        ],
        note: [],
      },
    });
    for (const [as, id] of [
      [ALTRO, PAGAMENTO],
      [SOLO_MENSA, PAGAMENTO],
      [LEGGE, CONDIVISO],
      [LEGGE, "ignoto"],
    ] as const)
      expect((await invoke("backoffice/getPagamento", { params: { id }, as })).status).toBe(404);
  });

  it("si segna come esaminato con una nota, tutto o niente, e il giornale lo dice", async () => {
    const { pathParameters, body, expected } = findCampione("backoffice/updatePagamento");
    const esito = await invoke("backoffice/updatePagamento", { params: pathParameters ?? {}, body });
    expect([esito.status, esito.body]).toEqual([
      expected.status,
      expect.objectContaining({
        verificato: true,
        stato: "ESEGUITO",
        note: [expect.objectContaining({ autore: "amministratore", oggetto: "Verifica" })],
      }),
    ]);
    expect((await elementi("backoffice/findPagamenti", { verificato: "true" })).map(({ id }) => id)).toEqual([PAGAMENTO]);
    const { body: giornale } = await invoke("backoffice/findEventi", { query: { idPagamento: PAGAMENTO } });
    expect(giornale["risultati"]).toMatchObject([{ tipoEvento: "updatePagamento", esito: "OK" }]);
  });

  it.each([
    ["un percorso che non si cambia", [{ op: "REPLACE", path: "/stato", value: "ESEGUITO" }], undefined, 400, "path"],
    ["un'operazione che non c'è", [{ op: "DELETE", path: "/verificato", value: true }], undefined, 400, "op"],
    ["un valore di altro tipo", [{ op: "REPLACE", path: "/verificato", value: "si" }], undefined, 400, "value"],
    ["nessuna variazione", [], undefined, 400, "serve almeno una variazione"],
    ["chi può solo leggere", [{ op: "REPLACE", path: "/verificato", value: false }], LEGGE, 403, "Pagamenti"],
    ["chi non lo vede", [{ op: "REPLACE", path: "/verificato", value: false }], SOLO_MENSA, 404, PAGAMENTO],
  ])("rifiuta %s", async (_caso, body, as, status, dettaglio) => {
    const esito = await invoke("backoffice/updatePagamento", { params: { id: PAGAMENTO }, body, ...(as !== undefined && { as }) });
    expect([esito.status, esito.body["dettaglio"]]).toEqual([status, expect.stringContaining(dettaglio)]);
  });
});

describe("tentativi", () => {
  const CHIAVE_APERTA = { idDominio: COMUNE, iuv: aperta.iuv, ccp: "aperto" };
  const chiaveDi = (id: `backoffice/${string}`) => findCampione(id).pathParameters ?? {};

  it.each([
    [{}, ["aperto", "n/a", CCP]],
    [{ ordinamento: "-dataRichiesta" }, [CCP, "n/a", "aperto"]],
    [{ esito: "NON_ESEGUITO" }, ["aperto"]],
    [{ idDominio: COMUNE, iuv: IUV }, [CCP]],
    [{ ccp: RICEVUTA }, [CCP]],
    [{ idA2A: APPLICAZIONE, idPendenza: "STORICA" }, ["n/a"]],
    [{ idPagamento: PAGAMENTO }, [CCP]],
    [{ idPagamento: PAGAMENTO, direzione: "NORD" }, []],
    [{ esito: "ESEGUITO" }, [CCP]],
    [{ esito: "DECORENNZA_PARZIALE" }, []],
    [{ idDebitore: "VRDLGU80A01H501X" }, ["n/a"]],
    [{ anagraficaDebitore: "verdi" }, ["n/a"]],
    [{ direzione: "SUD,NORD", divisione: "D9", tassonomia: "Ticket", idUnita: "TRIBUTI", idTipoPendenza: "MENSA" }, ["n/a"]],
    [{ idDominio: COMUNE, tassonomia: "Altro" }, []],
    [{ dataRptDa: "2026-11-25" }, [CCP]],
    [{ dataRtDa: "2026-11-25", dataRtA: "2026-11-25" }, [CCP]],
    [{ idDominio: UNIONE }, []],
  ])("filtra con %o", async (query, attesi) => {
    const trovati = await elementi("backoffice/findRpp", query);
    const nomi: Readonly<Record<string, string>> = { RT_ACCETTATA_PA: CCP, RPT_ACCETTATA_PSP: "n/a" };
    expect(trovati.map(({ stato }) => nomi[String(stato)] ?? "aperto")).toEqual(attesi);
  });

  it("segue la regola delle pendenze, in elenco e in dettaglio", async () => {
    expect(await elementi("backoffice/findRpp", {}, ALTRO)).toEqual([]);
    expect(await elementi("backoffice/findRpp", {}, SOLO_MENSA)).toMatchObject([{ pendenza: { idPendenza: "STORICA" } }]);
    expect(await elementi("backoffice/findRpp", { campi: "stato" }, SOLO_MENSA)).toEqual([{ stato: "RPT_ACCETTATA_PSP" }]);
    for (const id of ["backoffice/getRpp", "backoffice/getRpt", "backoffice/getRt"] as const) {
      expect([id, (await invoke(id, { params: chiaveDi(id) })).status]).toEqual([id, 200]);
      for (const as of [ALTRO, SOLO_MENSA]) expect([id, (await invoke(id, { params: chiaveDi(id), as })).status]).toEqual([id, 404]);
    }
    expect((await invoke("backoffice/getRpp", { params: { ...CHIAVE_STORICA, ccp: "n-a" }, as: SOLO_MENSA })).body).toMatchObject({
      bloccante: true,
    });
    expect((await invoke("backoffice/getRpp", { params: { ...CHIAVE_STORICA, ccp: "altro" } })).status).toBe(404);
  });

  it("stampa insieme le ricevute elencate, o quelle di un debitore in un anno, a chi vede le pendenze", async () => {
    const ricevute = `${COMUNE}/${IUV}/${RICEVUTA}`;
    for (const query of [{ ricevute }, { anno: "2026", idDebitore: "RSSMRA85T10A562S" }]) {
      const { status, bytes } = await invoke("backoffice/getStampaRicevute", { query });
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
      for (const as of [ALTRO, SOLO_MENSA]) expect((await invoke("backoffice/getStampaRicevute", { query, as })).status).toBe(404);
    }
    expect((await invoke("backoffice/getStampaRicevute", { query: { anno: "2026" } })).body["dettaglio"]).toContain("idDebitore");
  });

  it("dà richiesta e ricevuta come sono state scambiate, o nella forma di RPT e RT 6.2", async () => {
    const params = { idDominio: COMUNE, iuv: IUV, ccp: CCP };
    const query = { retrocompatibilitaMessaggiPagoPAV1: "true" };
    const accept = (tipo: string) => ({ headers: { accept: tipo } });
    expect((await invoke("backoffice/getRt", { params, ...accept("application/xml") })).testo).toContain("originale &amp; intatta");
    expect((await invoke("backoffice/getRt", { params, ...accept("application/pdf") })).bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const rt = await invoke("backoffice/getRt", { params, query, ...accept("application/xml") });
    expect(rt.testo).toContain("<codiceEsitoPagamento>0</codiceEsitoPagamento><importoTotalePagato>100.50</importoTotalePagato>");
    expect((await invoke("backoffice/getRt", { params, query })).body).toMatchObject({
      datiPagamento: { codiceEsitoPagamento: "0", importoTotalePagato: 100.5 },
    });
    expect((await invoke("backoffice/getRpp", { params, query })).body).toMatchObject({ rt: { riferimentoMessaggioRichiesta: CCP } });
    // This attempt keeps no transfer: there is nothing to translate, and it is given as it was.
    expect((await invoke("backoffice/getRpt", { params, query })).body).toMatchObject({ creditorReferenceId: IUV });
    expect((await invoke("backoffice/getRpt", { params: { ...CHIAVE_STORICA, ccp: "n-a" }, query })).body).toEqual({
      versioneOggetto: "6.2.0",
    });
    const rpt = await invoke("backoffice/getRpt", { params: CHIAVE_APERTA, query, ...accept("application/xml") });
    expect(rpt.testo).toContain(`<ibanAccredito>${IBAN_COMUNE}</ibanAccredito>`);
    expect((await invoke("backoffice/getRpt", { params: CHIAVE_APERTA, query })).body).toMatchObject({
      datiVersamento: { importoTotaleDaVersare: 100.5, codiceContestoPagamento: "aperto" },
    });
    const schema = contratto("pagopa/gad/xsd/PagInf_RPT_RT_6_2_0.xsd");
    if (schema === undefined) return;
    const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
    const { readFileSync } = await import("node:fs");
    const xsd = XmlDocument.fromBuffer(readFileSync(schema));
    for (const { testo } of [rt, rpt]) expect(() => XsdValidator.fromDoc(xsd).validate(XmlDocument.fromString(testo))).not.toThrow();
  });

  it("smette di impedire altri tentativi quando un operatore lo dice", async () => {
    const { pathParameters, body, expected } = findCampione("backoffice/updateRpp");
    expect(await invoke("backoffice/updateRpp", { params: pathParameters ?? {}, body })).toMatchObject({
      status: expected.status,
      body: { bloccante: false },
    });
    expect((await invoke("backoffice/getRpp", { params: pathParameters ?? {} })).body).toMatchObject({
      bloccante: false,
      stato: "RT_ACCETTATA_PA",
    });
  });

  it("si chiude con la sua ricevuta, in base64 o come testo, registrata come le altre; due volte non cambia nulla", async () => {
    const assegna = (value: string) =>
      invoke("backoffice/updateRpp", { params: CHIAVE_APERTA, body: [{ op: "REPLACE", path: "/rt", value }] });
    expect(await assegna(Buffer.from(RICEVUTA_APERTA).toString("base64"))).toMatchObject({
      status: 200,
      body: { stato: "RT_ACCETTATA_PA", rt: { receiptId: "ricevuta-caricata-4" }, pendenza: { stato: "ESEGUITA", importoPagato: 100.5 } },
    });
    expect((await assegna(RICEVUTA_APERTA)).status).toBe(200);
    expect((await invoke("backoffice/findRiscossioni", { query: { idDominio: COMUNE, iuv: aperta.iuv } })).body).toMatchObject({
      numRisultati: 1,
    });
  });

  it.each([
    ["un percorso che non si cambia", [{ op: "REPLACE", path: "/stato", value: "x" }], undefined, 400, "path"],
    [
      "due variazioni insieme",
      [true, false].map((value) => ({ op: "REPLACE", path: "/bloccante", value })),
      undefined,
      400,
      "una variazione",
    ],
    ["chi può solo leggere", [{ op: "REPLACE", path: "/bloccante", value: true }], LEGGE, 403, "Pendenze"],
    ["chi non lo vede", [{ op: "REPLACE", path: "/bloccante", value: true }], ALTRO, 404, CCP],
    ["una ricevuta che non si legge", [{ op: "REPLACE", path: "/rt", value: "<x/>" }], undefined, 400, "paSendRT"],
    ["una ricevuta di chi non vede il tentativo", [{ op: "REPLACE", path: "/rt", value: "<x/>" }], ALTRO, 404, CCP],
    [
      "la ricevuta di un altro",
      [{ op: "REPLACE", path: "/rt", value: String(findCampione("backoffice/addRicevuta").body) }],
      undefined,
      422,
      "non è del tentativo",
    ],
  ])("rifiuta %s", async (_caso, body, as, status, dettaglio) => {
    const esito = await invoke("backoffice/updateRpp", {
      params: { idDominio: COMUNE, iuv: IUV, ccp: CCP },
      body,
      ...(as !== undefined && { as }),
    });
    expect([esito.status, esito.body["dettaglio"]]).toEqual([status, expect.stringContaining(dettaglio)]);
  });
});

describe("il costo di una pagina", () => {
  it.each([
    ["backoffice/findPagamenti", {}, ["Query"]],
    ["backoffice/findPagamenti", { id: PAGAMENTO }, ["GetItem"]],
    ["backoffice/findRpp", {}, ["Query", "BatchGetItem"]],
    [
      "backoffice/findRpp",
      { idDominio: COMUNE, direzione: "NORD", anagraficaDebitore: "verdi", idTipoPendenza: "MENSA" },
      ["Query", "BatchGetItem"],
    ],
  ] as const)("%s con %o: %j", async (id, query, attese) => {
    expect(await costo(id, query)).toEqual(attese);
  });
});
