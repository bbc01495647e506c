/** Collected amounts, settlement flows with their rows, treasury movements: what operators read and register, within their creditors, types and units. */
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione, readCampioni } from "../../sostegno/campioni.ts";
import { buildPagata, buildRiga, buildRiscossione } from "../../sostegno/flussi.ts";
import type { Chiamata } from "../ambiente.ts";
import { type ArchivioDiProva, FLUSSO, IUV, seedRiconciliazione } from "../riconciliazione/archivio.ts";
import { createImpianto } from "./impianto-contabile.ts";

const ALTRO = "contabile-unione";
const SOLO_MENSA = "contabile-mensa";
const FLUSSO_VECCHIO = "2026-11-20ABI03069-000000009";
const servizi = ["Rendicontazioni e Incassi"];
const OPERATORI = [
  { principal: ALTRO, idDominio: UNIONE, tipo: "*", servizi },
  { principal: SOLO_MENSA, idDominio: COMUNE, tipo: "MENSA", servizi },
];

let archivio: ArchivioDiProva;
const { invoke, elementi, campione, costo } = createImpianto(OPERATORI, async (ambiente) => {
  archivio = await seedRiconciliazione(ambiente.deposito);
  await archivio.storeFlusso([buildRiga(1)], { idFlusso: FLUSSO_VECCHIO, obsoleto: true, dataFlusso: "2026-11-20T18:30:00.000Z" });
  const [pendenza] = buildPagata(4);
  if (pendenza) await archivio.store(pendenza);
  const bollo = buildRiscossione(4, {
    tipo: "MBT",
    direzione: "SUD",
    divisione: "D1",
    tassonomia: "Ticket",
    idUnitaOperativa: "TRIBUTI",
    commissioni: 150n,
  });
  await archivio.store({ azione: "crea", entita: "riscossione", valore: bollo });
  const { idDominio, idPsp } = { idDominio: COMUNE, idPsp: "ABI03069" };
  const classificata = {
    ...buildRiga(2),
    dataFlusso: "2026-11-24T18:30:00.000Z",
    direzione: "NORD",
    stato: "OK",
    segnalazioni: [],
  } as const;
  await archivio.unitOfWork.putRendicontazioni([
    { versione: 0, idDominio, idPsp, idFlusso: FLUSSO, revisione: 1, progressivo: 2, ...classificata },
  ]);
});

describe("entrate previste", () => {
  it("dice di ogni riscossione il flusso che la rendiconta, o che non c'è ancora", async () => {
    const entrate = await elementi("backoffice/findEntratePreviste", { idDominio: COMUNE });
    expect(entrate.map(({ iur, idFlusso }) => [iur, idFlusso])).toEqual([
      ["iur-1", FLUSSO],
      ["iur-2", FLUSSO],
      ["iur-4", undefined],
    ]);
    expect(entrate[0]).toEqual({
      ...{ idA2A: "GEST-TRIBUTI", idPendenza: "PND-1", idDominio: COMUNE, iuv: IUV, indice: 1, iur: "iur-1", importoPagato: 10.01 },
      ...{ dataPagamento: "2026-11-23", idTipoPendenza: "TARI", idEntrata: "TARI", identificativoDebitore: "RSSMRA85T10A562S" },
      ...{ idFlusso: FLUSSO, numeroPagamenti: 3, importoTotale: 30.06, trn: "TRN-1", dataRegolamento: "2026-11-24" },
    });
  });

  it.each([
    [{ dataDa: "2026-11-24" }, undefined, []],
    [{ dataA: "2026-11-23", risultatiPerPagina: "1", metadatiPaginazione: "false" }, undefined, ["iur-1"]],
    [{}, SOLO_MENSA, []],
    [{}, ALTRO, []],
    [{ idDominio: COMUNE }, ALTRO, []],
  ])("con %o per %s: %j", async (query, as, attesi) => {
    const { body } = await invoke("backoffice/findEntratePreviste", { query, ...(as !== undefined && { as }) });
    expect(Object(body["risultati"]).map(({ iur }: { iur: string }) => iur)).toEqual(attesi);
  });

  it("è anche un prospetto stampato, dello stesso periodo e degli stessi limiti", async () => {
    const stampa = async (as?: string) => {
      const headers = { accept: "application/pdf" };
      return invoke("backoffice/findEntratePreviste", { query: { dataDa: "2026-11-01" }, headers, ...(as !== undefined && { as }) });
    };
    const [tutto, niente] = [await stampa(), await stampa(SOLO_MENSA)];
    expect([tutto.status, tutto.headers["content-type"], tutto.bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
    expect(tutto.bytes.length).toBeGreaterThan(niente.bytes.length);
  });

  it("non dà pagine più lunghe di quanto una chiamata possa leggere", async () => {
    const { status, body } = await invoke("backoffice/findEntratePreviste", { query: { risultatiPerPagina: "501" } });
    expect([status, String(body["dettaglio"])]).toEqual([400, expect.stringMatching(/risultatiPerPagina: al massimo 500/)]);
    expect(await campione("backoffice/findEntratePreviste")).toMatchObject({ pagina: 1 });
  });
});

describe("riscossioni", () => {
  it.each([
    [{}, ["iur-1", "iur-2", "iur-4"]],
    [{ ordinamento: "-data" }, ["iur-4", "iur-2", "iur-1"]],
    [{ idDominio: COMUNE, iuv: IUV }, ["iur-1"]],
    [{ iuv: IUV }, ["iur-1"]],
    [{ idA2A: "GEST-TRIBUTI", idPendenza: "PND-2" }, ["iur-2"]],
    [{ idPendenza: "PND-2" }, ["iur-2"]],
    [{ idUnita: "TRIBUTI" }, ["iur-4"]],
    [{ idTipoPendenza: "TARI" }, ["iur-1", "iur-2", "iur-4"]],
    [{ idTipoPendenza: "MENSA" }, []],
    [{ tipo: "MBT,ALTRO_INTERMEDIARIO" }, ["iur-4"]],
    [{ direzione: "NORD,SUD", divisione: "D1", tassonomia: "Ticket" }, ["iur-4"]],
    [{ direzione: "NORD" }, []],
    [{ stato: "INCASSATA" }, []],
    [{ iur: "iur-2" }, ["iur-2"]],
    [{ dataDa: "2026-11-24" }, []],
    [{ idDominio: COMUNE, iuv: IUV, dataDa: "2026-11-24" }, []],
    [{ idDominio: UNIONE }, []],
  ])("filtra con %o", async (query, attesi) => {
    expect((await elementi("backoffice/findRiscossioni", query)).map(({ iur }) => iur)).toEqual(attesi);
  });

  it("mostra commissioni, tentativo e collegamenti di questa API, o i soli campi chiesti", async () => {
    const [prima] = await elementi("backoffice/findRiscossioni", { iur: "iur-4" });
    expect(prima).toMatchObject({
      ...{ importo: 10.04, commissioni: 1.5, idVocePendenza: "1", dominio: { ragioneSociale: "Comune di Prova" } },
      pendenza: "/backoffice/v1/pendenze/GEST-TRIBUTI/PND-4",
      rpp: `/backoffice/v1/rpp/${COMUNE}/01000000000000004/iur-4`,
    });
    expect(await elementi("backoffice/findRiscossioni", { iur: "iur-4", campi: "iur,importo" })).toEqual([
      { iur: "iur-4", importo: 10.04 },
    ]);
  });

  it("le nasconde a chi non ne vede il dominio o il tipo, in elenco e in dettaglio", async () => {
    expect(await campione("backoffice/getRiscossione")).toMatchObject({
      iur: "iur-1",
      vocePendenza: { idVocePendenza: "1", pendenza: { idPendenza: "PND-1" } },
    });
    const params = findCampione("backoffice/getRiscossione").pathParameters ?? {};
    for (const as of [ALTRO, SOLO_MENSA]) expect(await elementi("backoffice/findRiscossioni", {}, as)).toEqual([]);
    expect(await elementi("backoffice/findRiscossioni", { idDominio: COMUNE, iuv: IUV }, SOLO_MENSA)).toEqual([]);
    expect((await invoke("backoffice/getRiscossione", { params, as: ALTRO })).status).toBe(403);
    expect((await invoke("backoffice/getRiscossione", { params, as: SOLO_MENSA })).status).toBe(404);
  });
});

describe("flussi di rendicontazione", () => {
  it.each([
    [{}, [FLUSSO_VECCHIO, FLUSSO]],
    [{ escludiObsoleti: "true" }, [FLUSSO]],
    [{ incassato: "false", ordinamento: "-data" }, [FLUSSO, FLUSSO_VECCHIO]],
    [{ incassato: "true" }, []],
    [{ iuv: IUV }, [FLUSSO_VECCHIO, FLUSSO]],
    [{ iuv: IUV, idDominio: COMUNE, escludiObsoleti: "true", incassato: "false" }, [FLUSSO]],
    [{ stato: "Anomalo" }, []],
    [{ idFlusso: FLUSSO }, [FLUSSO]],
    [{ dataDa: "2026-11-24", dataA: "2026-11-24" }, [FLUSSO]],
    [{ idDominio: UNIONE }, []],
  ])("filtra con %o", async (query, attesi) => {
    expect((await elementi("backoffice/findFlussiRendicontazione", query)).map(({ idFlusso }) => idFlusso)).toEqual(attesi);
  });

  it.each([
    "backoffice/getFlussoRendicontazione",
    "backoffice/getFlussoRendicontazioneDominio",
    "backoffice/getFlussoRendicontazioneByData",
  ] as const)("%s risponde in JSON o in XML, e non a chi non ne vede il dominio", async (id) => {
    for (const { pathParameters: params = {}, caso } of readCampioni(id)) {
      const json = await invoke(id, { params: params ?? {} });
      expect([caso, json.status, json.body]).toMatchObject([caso, 200, { idFlusso: FLUSSO, importoTotale: 30.06 }]);
      expect(json.body["rendicontazioni"]).toMatchObject([
        { iur: "iur-1", stato: "OK", riscossione: { pendenza: "/backoffice/v1/pendenze/GEST-TRIBUTI/PND-1", vocePendenza: { indice: 1 } } },
        { iur: "iur-2" },
        { iur: "iur-3", stato: "ANOMALA", segnalazioni: [{ codice: "007101" }] },
      ]);
      const xml = await invoke(id, { params: params ?? {}, headers: { accept: "application/xml" } });
      expect(xml.testo).toContain(`<identificativoFlusso>${FLUSSO}</identificativoFlusso>`);
      expect([403, 404]).toContain((await invoke(id, { params: params ?? {}, as: ALTRO })).status);
      const mensa = await invoke(id, { params: params ?? {}, as: SOLO_MENSA });
      expect([mensa.status, mensa.testo.includes("PND-1")]).toEqual([200, false]);
    }
  });

  it("non indovina di chi è un flusso con lo stesso nome di un altro, e rifiuta ciò che non è né dominio né data", async () => {
    const id = "2026-11-10PSP-1";
    await archivio.storeFlusso([], { idFlusso: id });
    await archivio.storeFlusso([], { idFlusso: id, idDominio: UNIONE });
    expect(await invoke("backoffice/getFlussoRendicontazione", { params: { idFlusso: id } })).toMatchObject({
      status: 422,
      body: { codice: "422000" },
    });
    const suo = await invoke("backoffice/getFlussoRendicontazione", { params: { idFlusso: id }, as: ALTRO });
    expect([suo.status, suo.body["idDominio"]]).toEqual([200, UNIONE]);
    expect((await invoke("backoffice/getFlussoRendicontazione", { params: { idFlusso: "ignoto" } })).status).toBe(404);
    expect(await invoke("backoffice/getFlussoRendicontazioneDominio", { params: { idDominio: FLUSSO, idFlusso: FLUSSO } })).toMatchObject({
      status: 400,
      body: { dettaglio: expect.stringContaining("idDominio") },
    });
  });
});

describe("rendicontazioni", () => {
  it.each([
    [{}, ["iur-1", "iur-2", "iur-3"]],
    [{ ordinamento: "-data" }, ["iur-3", "iur-2", "iur-1"]],
    [{ escludiObsoleti: "false" }, ["iur-1", "iur-1", "iur-2", "iur-3"]],
    [{ idDominio: COMUNE, idFlusso: FLUSSO_VECCHIO, escludiObsoleti: "false" }, ["iur-1"]],
    [{ idFlusso: FLUSSO_VECCHIO }, []],
    [{ iuv: IUV }, ["iur-1"]],
    [{ iuv: IUV, idDominio: COMUNE, escludiObsoleti: "false" }, ["iur-1", "iur-1"]],
    [{ dataDa: "2026-11-23", dataA: "2026-11-23" }, ["iur-1", "iur-2", "iur-3"]],
    [{ dataDa: "2026-11-24" }, []],
    [{ direzione: "NORD" }, ["iur-2"]],
    [{ divisione: "ALTRA" }, []],
    [{ "flussoRendicontazione.dataFlussoDa": "2026-11-24" }, ["iur-1", "iur-2", "iur-3"]],
    [{ "flussoRendicontazione.dataFlussoA": "2026-11-23" }, []],
    [{ idDominio: UNIONE }, []],
  ])("filtra con %o", async (query, attesi) => {
    expect((await elementi("backoffice/findRendicontazioni", query)).map(({ iur }) => iur)).toEqual(attesi);
  });

  it("porta flusso e voce pagata, nascosta a chi non vede il tipo della pendenza", async () => {
    await campione("backoffice/findRendicontazioni");
    const [prima] = await elementi("backoffice/findRendicontazioni", { iuv: IUV });
    expect(prima).toMatchObject({
      flussoRendicontazione: { idFlusso: FLUSSO, stato: "Acquisito" },
      vocePendenza: { idVocePendenza: "1", pendenza: { idPendenza: "PND-1", causale: "TARI 2026" } },
    });
    expect(await elementi("backoffice/findRendicontazioni", { iuv: IUV, campi: "iuv,esito" })).toEqual([{ iuv: IUV, esito: 0 }]);
    const [mensa] = await elementi("backoffice/findRendicontazioni", { iuv: IUV }, SOLO_MENSA);
    expect([mensa?.["iur"], mensa && "vocePendenza" in mensa]).toEqual(["iur-1", false]);
    expect(await elementi("backoffice/findRendicontazioni", {}, ALTRO)).toEqual([]);
  });

  it("sfoglia riga per riga senza perderne né ripeterne", async () => {
    const viste: unknown[] = [];
    let query: Record<string, string> | undefined = { risultatiPerPagina: "1" };
    while (query) {
      const { body } = await invoke("backoffice/findRendicontazioni", { query });
      const { risultati, prossimiRisultati, numRisultati } = body;
      expect(numRisultati).toBe(3);
      viste.push(...Object(risultati).map((riga: Record<string, unknown>) => riga["iur"]));
      query = typeof prossimiRisultati === "string" ? Object.fromEntries(new URL(prossimiRisultati, "http://x").searchParams) : undefined;
    }
    expect(viste).toEqual(["iur-1", "iur-2", "iur-3"]);
  });
});

describe("incassi", () => {
  const add = (body: Record<string, unknown>, altro: Chiamata = {}) =>
    invoke("backoffice/addIncasso", { params: { idDominio: COMUNE }, body, ...altro });
  const CAUSALE = `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO}`;

  it.each([
    ["una causale senza codici", { importo: 1, causale: "BONIFICO" }, 422, "021401"],
    ["uno IUV mai pagato", { importo: 1, iuv: "01999999999999999" }, 422, "021402"],
    ["un flusso ignoto", { importo: 1, idFlusso: "ignoto" }, 422, "021405"],
    ["un importo diverso da quello del flusso", { importo: 1, causale: CAUSALE }, 422, "021407"],
    ["un conto di altri", { importo: 1, iuv: IUV, ibanAccredito: "IT54W8000000292100645211111" }, 422, "021412"],
    ["due riferimenti", { importo: 1, iuv: IUV, idFlusso: FLUSSO }, 400, "SINTASSI"],
    ["un importo nullo", { importo: 0, iuv: IUV }, 400, "SINTASSI"],
    ["tre decimali", { importo: 1.001, iuv: IUV }, 400, "SINTASSI"],
  ])("rifiuta %s e non registra nulla", async (_caso, body, status, codice) => {
    expect(await add(body)).toMatchObject({ status, body: { codice } });
    expect(await elementi("backoffice/findIncassi", {})).toEqual([]);
  });

  it("rifiuta un dominio sconosciuto e quello di altri", async () => {
    expect(await add({ importo: 1, iuv: IUV }, { params: { idDominio: "99999999999" } })).toMatchObject({
      status: 422,
      body: { codice: "021410" },
    });
    expect((await add({ importo: 1, iuv: IUV }, { as: ALTRO })).status).toBe(403);
  });

  it("riconcilia il flusso mentre l'operatore aspetta, una volta sola", async () => {
    const body = { importo: 30.06, sct: "SCT-9", dataValuta: "2026-11-25", ibanAccredito: "IT60X0542811101000000123456", causale: CAUSALE };
    const prima = await add(body, { query: { idFlussoCaseInsensitive: "true" } });
    expect([prima.status, prima.headers["location"]]).toEqual([201, `/backoffice/v1/incassi/${COMUNE}/${FLUSSO}`]);
    expect(prima.body).toMatchObject({
      ...{
        idIncasso: FLUSSO,
        stato: "ACQUISITO",
        idFlusso: FLUSSO,
        trn: FLUSSO,
        sct: "SCT-9",
        ibanAccredito: "IT60X0542811101000000123456",
      },
      segnalazioni: [{ codice: "021402" }],
      riscossioni: [{ iur: "iur-1", stato: "INCASSATA", incasso: `/backoffice/v1/incassi/${COMUNE}/${FLUSSO}` }, { iur: "iur-2" }],
    });
    const seconda = await add(body);
    expect([seconda.status, seconda.body]).toEqual([201, prima.body]);
    expect(await add({ ...body, sct: "SCT-10" })).toMatchObject({ status: 422, body: { codice: "021413" } });
    expect(
      (await elementi("backoffice/findFlussiRendicontazione", { incassato: "true" })).map(({ riconciliazione }) => riconciliazione),
    ).toEqual([`/backoffice/v1/incassi/${COMUNE}/${FLUSSO}`]);
  });

  it("riconcilia un solo pagamento, anche senza il nome del bonifico", async () => {
    await archivio.store(...buildPagata(5));
    const { status, body } = await add({ importo: 10.05, iuv: "01000000000000005" });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ idIncasso: "01000000000000005", stato: "ACQUISITO", iuv: "01000000000000005" }),
    ]);
    expect(body).not.toHaveProperty("sct");
    expect(await add({ importo: 10.05, iuv: "01000000000000005", causale: undefined, dataValuta: "2026-11-30" })).toMatchObject({
      status: 422,
      body: { codice: "021406" },
    });
  });

  it.each([
    [{}, [FLUSSO, "01000000000000005"]],
    [{ sct: "SCT-9" }, [FLUSSO]],
    [{ idFlusso: FLUSSO, stato: "ACQUISITO" }, [FLUSSO]],
    [{ iuv: "01000000000000005" }, ["01000000000000005"]],
    [{ stato: "ERRORE" }, []],
    [{ dataA: "2020-01-01" }, []],
  ])("elenca con %o", async (query, attesi) => {
    expect((await elementi("backoffice/findIncassi", query)).map(({ idIncasso }) => idIncasso)).toEqual(attesi);
  });

  it("nel dettaglio sceglie le riscossioni per tipo, e tace a chi non vede", async () => {
    expect(await campione("backoffice/getIncasso")).toMatchObject({ riscossioni: [{ iur: "iur-1" }, { iur: "iur-2" }] });
    const params = { idDominio: COMUNE, idIncasso: FLUSSO };
    const bolli = await invoke("backoffice/getIncasso", { params, query: { "riscossioni.tipo": "MBT" } });
    expect(bolli.body).toMatchObject({ stato: "ACQUISITO", riscossioni: [] });
    expect((await invoke("backoffice/getIncasso", { params, as: ALTRO })).status).toBe(403);
    expect((await invoke("backoffice/getIncasso", { params, as: SOLO_MENSA })).body).toMatchObject({ riscossioni: [] });
    expect((await invoke("backoffice/getIncasso", { params: { ...params, idIncasso: "altro" } })).status).toBe(404);
    expect(await elementi("backoffice/findIncassi", {}, ALTRO)).toEqual([]);
  });
});

describe("il costo di una pagina", () => {
  it.each([
    ["backoffice/findRiscossioni", {}, ["Query"]],
    ["backoffice/findRiscossioni", { idDominio: COMUNE, direzione: "SUD", tipo: "MBT" }, ["Query"]],
    ["backoffice/findFlussiRendicontazione", {}, ["Query"]],
    ["backoffice/findFlussiRendicontazione", { iuv: IUV }, ["Query", "BatchGetItem"]],
    // The page, the rows of each of its four payment codes, flows and debts together.
    ["backoffice/findEntratePreviste", {}, ["Query", "Query", "Query", "Query", "Query", "BatchGetItem"]],
    ["backoffice/findIncassi", {}, ["Query"]],
    ["backoffice/findRendicontazioni", { escludiObsoleti: "false" }, ["Query", "BatchGetItem"]],
    ["backoffice/findRendicontazioni", {}, ["Query", "Query", "BatchGetItem"]],
  ] as const)("%s con %o: %j", async (id, query, attese) => {
    expect(await costo(id, query)).toEqual(attese);
  });
});
