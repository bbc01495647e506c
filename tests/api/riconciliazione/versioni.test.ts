/** Versions 2 and 1: the same flows, amounts and movements as version 3, in the shapes of then; and the movement reconciled while one waits. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRiga } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { type ArchivioDiProva, COMUNE, FLUSSO, IUR, IUV, seedRiconciliazione, UNIONE } from "./archivio.ts";

const V2 = "riconciliazione-v2";
const V1 = "riconciliazione-v1";
const CAUSALE = `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO}`;
const RISCOSSIONE = { idDominio: COMUNE, iuv: IUV, iur: IUR, indice: "1" };

let ambiente: AmbienteApi;
let archivio: ArchivioDiProva;
beforeAll(async () => {
  ambiente = await createAmbiente();
  archivio = await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const get = (operazione: string, params: Record<string, string> = {}, query: Record<string, string> = {}, headers = {}) =>
  ambiente.invoke(operazione, { params, query, headers });
const primo = ({ body }: { readonly body: Record<string, unknown> }): Record<string, unknown> => Object(Object(body["risultati"])[0]);

describe("flows", () => {
  it("in v2 have their creditor, and no instant of acquisition; in v1 what FdR-3 added is not there", async () => {
    const v3 = primo(await get("riconciliazione/findFlussiRendicontazione"));
    const v2 = primo(await get("riconciliazione-v2/findFlussiRendicontazione", {}, { statoFlussoRendicontazione: "Acquisito" }));
    const { data: _, ...attesi } = v3;
    expect(v2).toEqual(attesi);
    const v1 = primo(await get("riconciliazione-v1/findFlussiRendicontazione", {}, { stato: "Acquisito", dataDa: "2026-11-24" }));
    expect(v1).toEqual({
      ...{ idFlusso: FLUSSO, dataFlusso: v3["dataFlusso"], trn: "TRN-1", dataRegolamento: "2026-11-24", idPsp: "ABI03069" },
      ...{ idDominio: COMUNE, numeroPagamenti: 3, importoTotale: 30.06, stato: "Acquisito", segnalazioni: [] },
    });
  });

  it.each<[string, Record<string, string>]>([
    ["riconciliazione-v2/getFlussoRendicontazioneByNome", { idFlusso: FLUSSO }],
    ["riconciliazione-v2/getFlussoRendicontazione", { idDominio: COMUNE, idFlusso: FLUSSO }],
    ["riconciliazione-v2/getFlussoRendicontazione", { idDominio: FLUSSO, idFlusso: "2026-11-24T18:30:00Z" }],
    [
      "riconciliazione-v2/getFlussoRendicontazioneByData",
      { idDominio: COMUNE, idFlusso: FLUSSO, dataOraFlusso: "2026-11-24T19:30:00+01:00" },
    ],
    ["riconciliazione-v1/getFlussoRendicontazione", { idFlusso: FLUSSO }],
    ["riconciliazione-v1/getFlussoRendicontazioneByData", { idFlusso: FLUSSO, dataOraFlusso: "2026-11-24T18:30:00Z" }],
  ])("are read one by one: %s %o, in JSON and in XML", async (operazione, params) => {
    const { status, body } = await get(operazione, params);
    expect(status).toBe(200);
    const riscossione = operazione.startsWith(V1) ? { idDominio: COMUNE, idVocePendenza: "1" } : { dominio: { idDominio: COMUNE } };
    expect(body).toMatchObject({ idFlusso: FLUSSO, rendicontazioni: [{ iur: IUR, importo: 10.01, riscossione }, {}, {}] });
    expect(Object(body["rendicontazioni"])[0]).not.toHaveProperty("stato");
    const xml = await get(operazione, params, {}, { accept: "application/xml" });
    expect(xml.testo).toContain("<importoTotalePagamenti>30.06</importoTotalePagamenti>");
    const altra = { ...params, ...(params["dataOraFlusso"] ? { dataOraFlusso: "2020-01-01T00:00:00Z" } : { idFlusso: "assente" }) };
    expect((await get(operazione, params["idDominio"] === FLUSSO ? { ...params, idDominio: "assente" } : altra)).status).toBe(404);
  });

  it("that two creditors of the caller call by one name are told apart by the creditor", async () => {
    const idFlusso = "2026-11-25ABI03069-000000077";
    await archivio.storeFlusso([], { idFlusso });
    await archivio.storeFlusso([], { idFlusso, idDominio: UNIONE });
    for (const operazione of ["riconciliazione-v2/getFlussoRendicontazioneByNome", "riconciliazione-v1/getFlussoRendicontazione"])
      expect(await get(operazione, { idFlusso })).toMatchObject({ status: 422, body: { dettaglio: expect.stringContaining(UNIONE) } });
    expect((await get("riconciliazione-v2/getFlussoRendicontazione", { idDominio: UNIONE, idFlusso })).status).toBe(200);
  });
});

describe("collected amounts", () => {
  it("have in each version the shape and the links of that version", async () => {
    const v2 = await get("riconciliazione-v2/getRiscossione", RISCOSSIONE);
    expect(v2.body).toMatchObject({ dominio: { idDominio: COMUNE }, iur: IUR, pendenza: "/pendenze/v2/pendenze/GEST-TRIBUTI/PND-1" });
    expect([v2.body["idDominio"], v2.body["idRicevuta"]]).toEqual([undefined, undefined]);
    const v1 = await get("riconciliazione-v1/getRiscossione", RISCOSSIONE);
    expect(v1.body).toMatchObject({
      ...{ idDominio: COMUNE, pendenza: "/pendenze/v1/pendenze/GEST-TRIBUTI/PND-1", rpp: `/pendenze/v1/rpp/${COMUNE}/${IUV}/${IUR}` },
      vocePendenza: { idVocePendenza: "1", pendenza: { idPendenza: "PND-1" } },
    });
    expect(v1.body).not.toHaveProperty("dominio");
  });

  it.each<[string, Record<string, string>, number]>([
    ["riconciliazione-v2/findRiscossioni", { iur: IUR, tipo: "ENTRATA" }, 1],
    ["riconciliazione-v2/findRiscossioni", { dataDa: "2026-11-23T00:00:00Z", dataA: "2026-11-23" }, 2],
    ["riconciliazione-v1/findRiscossioni", { idA2A: "GEST-TRIBUTI", idPendenza: "PND-1", stato: "RISCOSSA" }, 1],
    ["riconciliazione-v1/findRiscossioni", { tipo: "MBT" }, 0],
    ["riconciliazione-v1/findRiscossioni", { dataDa: "2026-11-23", dataA: "2026-11-23" }, 2],
  ])("%s filters by %o", async (operazione, query, attese) => {
    const { status, body } = await get(operazione, {}, query);
    expect([status, Object(body["risultati"]).length, body["numRisultati"]]).toEqual([200, attese, attese]);
  });

  it("in v1 come from the oldest, in v2 from the newest, and with campi are only that", async () => {
    const iur = async (operazione: string): Promise<unknown> => primo(await get(operazione))["iur"];
    expect(await iur("riconciliazione-v1/findRiscossioni")).toBe(IUR);
    for (const operazione of ["riconciliazione-v1/findRiscossioni", "riconciliazione-v2/findRiscossioni"])
      expect(primo(await get(operazione, {}, { campi: "iuv,importo", risultatiPerPagina: "1", ordinamento: "+data" }))).toEqual({
        iuv: IUV,
        importo: 10.01,
      });
  });
});

it.each<[string, Record<string, string>, string]>([
  ["riconciliazione-v2/findFlussiRendicontazione", { stato: "Acquisito" }, "stato"],
  ["riconciliazione-v2/findFlussiRendicontazione", { campi: "idFlusso,data" }, "campi"],
  ["riconciliazione-v2/findRiscossioni", { stato: "RISCOSSA" }, "stato"],
  ["riconciliazione-v2/findRiconciliazioni", { sct: "S" }, "sct"],
  ["riconciliazione-v1/findFlussiRendicontazione", { idFlusso: FLUSSO }, "idFlusso"],
  ["riconciliazione-v1/findFlussiRendicontazione", { dataDa: "2026-11-24T10:00:00Z" }, "dataDa"],
  ["riconciliazione-v1/findRiscossioni", { tipo: "ALTRO_INTERMEDIARIO" }, "tipo"],
  ["riconciliazione-v1/findIncassi", { ordinamento: "importo" }, "ordinamento"],
])("%s refuses %o, which that version does not know, naming it", async (operazione, query, campo) => {
  expect(await get(operazione, {}, query)).toMatchObject({
    ...{ status: 400, body: { codice: "100001", dettaglio: expect.stringContaining(campo) } },
  });
});

describe("a movement reconciled while one waits", () => {
  const post = (operazione: string, body: unknown, idDominio = COMUNE, as = "gest-tributi") =>
    ambiente.invoke(operazione, { params: { idDominio }, body, as });
  const V2_POST = "riconciliazione-v2/addRiconciliazione";
  const V1_POST = "riconciliazione-v1/addIncasso";
  const base = { importo: 10, sct: "SCT-ERR" };

  it.each<[string, object, number, string]>([
    [V2_POST, { ...base, causale: "STIPENDI DI NOVEMBRE" }, 422, "021401"],
    [V2_POST, { ...base, iuv: "01999999999999999" }, 422, "021402"],
    [V2_POST, { ...base, idFlussoRendicontazione: "2026-11-24ABI03069-999" }, 422, "021405"],
    [V2_POST, { ...base, causale: CAUSALE }, 422, "021407"],
    [V2_POST, { ...base, iuv: IUV }, 422, "021407"],
    [V2_POST, { ...base, iuv: IUV, contoAccredito: "IT54W8000000292100645211111" }, 422, "021412"],
    [V2_POST, { ...base, iuv: IUV, causale: "due" }, 400, "SINTASSI"],
    [V2_POST, { importo: 10, iuv: IUV }, 400, "SINTASSI"],
    [V1_POST, { importo: 10, causale: CAUSALE }, 422, "021407"],
    [V1_POST, { importo: 10, causale: "STIPENDI" }, 422, "021401"],
    [V1_POST, { importo: 10 }, 400, "SINTASSI"],
    [V1_POST, { importo: 10, iuv: IUV }, 400, "SINTASSI"],
    [V1_POST, { importo: 10.001, causale: CAUSALE }, 400, "SINTASSI"],
  ])("%s of %o is refused with %i %s, and leaves nothing", async (operazione, body, status, codice) => {
    const esito = await post(operazione, body);
    expect([esito.status, esito.body["codice"]]).toEqual([status, codice]);
    expect((await get("riconciliazione-v2/findRiconciliazioni")).body["numRisultati"]).toBe(0);
  });

  it("is refused of a creditor that is not there, and of one that is not the caller's", async () => {
    for (const operazione of [V2_POST, V1_POST]) {
      const corpo = operazione === V1_POST ? { importo: 10, causale: CAUSALE } : { ...base, iuv: IUV };
      expect(await post(operazione, corpo, "99999999999")).toMatchObject({ status: 422, body: { codice: "021410" } });
      expect(await post(operazione, corpo, COMUNE, "gest-mensa")).toMatchObject({ status: 403 });
    }
  });

  it("of a flow collects the good rows whatever the bad one, in v2: 201, then 200 to the same request", async () => {
    const body = { importo: 30.06, sct: "SCT-1", causale: CAUSALE, dataValuta: "2026-11-25" };
    const prima = await post(V2_POST, body);
    const location = `/riconciliazione/v2/riconciliazioni/${COMUNE}/${FLUSSO}`;
    expect([prima.status, prima.headers["location"]]).toEqual([201, location]);
    expect(prima.body).toMatchObject({
      ...{ id: FLUSSO, stato: "ACQUISITA", importo: 30.06, idFlussoRendicontazione: FLUSSO },
      // The third row has no receipt and no debt.
      segnalazioni: [{ codice: "021402", dettaglio: expect.stringContaining("riga 3") }],
      riscossioni: [
        { iuv: IUV, stato: "INCASSATA", incasso: location, dominio: { idDominio: COMUNE } },
        { iur: buildRiga(2).iur, stato: "INCASSATA" },
      ],
    });
    const { status, body: ripetuta } = await post(V2_POST, body);
    expect([status, ripetuta]).toEqual([200, prima.body]);
    expect(await post(V2_POST, { ...body, sct: "SCT-2" })).toMatchObject({ status: 422, body: { codice: "021413" } });
  });

  it("is then in every version, in its shape", async () => {
    const v2 = await get("riconciliazione-v2/getRiconciliazione", { idDominio: COMUNE, idIncasso: FLUSSO }, { "riscossioni.tipo": "MBT" });
    expect(v2.body).toMatchObject({ id: FLUSSO, riscossioni: [] });
    expect(primo(await get("riconciliazione-v2/findRiconciliazioni", {}, { campi: "id,importo" }))).toEqual({ id: FLUSSO, importo: 30.06 });
    const incasso = {
      ...{ idIncasso: FLUSSO, dominio: { idDominio: COMUNE, ragioneSociale: "Comune di Prova" }, causale: CAUSALE },
      ...{ importo: 30.06, dataValuta: "2026-11-25", sct: "SCT-1" },
    };
    expect(primo(await get("riconciliazione-v1/findIncassi", {}, { dataDa: "2026-11-01" }))).toEqual(incasso);
    const v1 = await get("riconciliazione-v1/getIncasso", { idDominio: COMUNE, idIncasso: FLUSSO });
    expect(v1.body).toMatchObject({ ...incasso, riscossioni: [{ incasso: `/riconciliazione/v1/incassi/${COMUNE}/${FLUSSO}` }, {}] });
    expect((await get("riconciliazione/getRiconciliazione", { idDominio: COMUNE, id: FLUSSO })).body).toMatchObject({ stato: "ACQUISITA" });
  });

  it("in v1 is known by the bank's text, needs no transfer name and hides what another version failed", async () => {
    const idFlusso = "2026-11-25ABI03069-000000088";
    await archivio.storeFlusso([buildRiga(4)], { idFlusso });
    const esito = await post(V1_POST, { importo: 10.04, causale: `BONIFICO /PUR/LGPE-RIVERSAMENTO/URI/${idFlusso}` });
    expect(esito).toMatchObject({ status: 201, body: { idIncasso: idFlusso, riscossioni: [] } });
    expect([esito.body["sct"], esito.body["stato"]]).toEqual([undefined, undefined]);
    await ambiente.invoke("riconciliazione/addRiconciliazione", {
      ...{ params: { idDominio: COMUNE, id: "fallita" }, body: { importo: 5, sct: "SCT-F", causale: "BONIFICO" } },
    });
    const { handler } = await import("../../../functions/consumers/riconciliazioni.ts");
    const { consume } = await import("./archivio.ts");
    await consume(handler, { idDominio: COMUNE, id: "fallita", tappa: 0 });
    expect((await get("riconciliazione-v1/getIncasso", { idDominio: COMUNE, idIncasso: "fallita" })).status).toBe(404);
    expect((await get("riconciliazione-v1/findIncassi")).body["numRisultati"]).toBe(2);
    expect((await get("riconciliazione-v2/getRiconciliazione", { idDominio: COMUNE, idIncasso: "fallita" })).body).toMatchObject({
      stato: "ERRORE",
    });
  });
});

describe("what is the same in every version", () => {
  it("is the profile", async () => {
    const [v3, v2, v1] = await Promise.all(
      ["riconciliazione/getProfilo", "riconciliazione-v2/getProfilo", "riconciliazione-v1/getProfilo"].map((o) => get(o)),
    );
    expect([v2?.body, v1?.body]).toEqual([v3?.body, v3?.body]);
  });

  it.each(["riconciliazione/getAllegato", "riconciliazione-v2/getAllegato"])(
    "%s gives nothing for an id that is none",
    async (operazione) => {
      expect((await get(operazione, { id: "nessuno" })).status).toBe(404);
    },
  );

  it.each([V2, V1])("the links of pages stay in %s", async (api) => {
    const { body } = await get(`${api}/findRiscossioni`, {}, { risultatiPerPagina: "1" });
    expect(body["prossimiRisultati"]).toContain(`${api === V1 ? "/riconciliazione/v1" : "/riconciliazione/v2"}/riscossioni?`);
  });

  it("is served by the functions of v3, which choose by the path", async () => {
    const { handler } = await import("../../../functions/riconciliazione/getFlussoRendicontazione.ts");
    const { buildEvento, toEsito } = await import("../ambiente.ts");
    const call = async (
      path: string,
      params: Record<string, string>,
      versione: "riconciliazione" | "riconciliazione-v2" | "riconciliazione-v1",
    ) => toEsito(await handler(buildEvento({ api: versione, method: "GET", path }, { params }), Object({ awsRequestId: "prova-prova" })));
    const perNome = "/flussiRendicontazione/{idFlusso}";
    const perDominio = "/flussiRendicontazione/{idDominio}/{idFlusso}";
    const [v3, v2, nome, v1] = [
      await call(perDominio, { idDominio: COMUNE, idFlusso: FLUSSO }, "riconciliazione"),
      await call(perDominio, { idDominio: COMUNE, idFlusso: FLUSSO }, V2),
      await call(perNome, { idFlusso: FLUSSO }, V2),
      await call(perNome, { idFlusso: FLUSSO }, V1),
    ];
    expect([v3.status, v2.status, nome.status, v1.status]).toEqual([200, 200, 200, 200]);
    expect(["data" in v3.body, "data" in v2.body, "dominio" in v1.body]).toEqual([true, false, false]);
    expect(nome.body).toEqual(v2.body);
  });
});

it("the notice of a debt tells what each of its items collected", async () => {
  const byAvviso = (numeroAvviso: string, as = "gest-tributi") =>
    ambiente.invoke("riconciliazione/getPendenzaByAvviso", { params: { idDominio: COMUNE, numeroAvviso }, as });
  expect(await byAvviso(`3${IUV}`)).toMatchObject({
    status: 200,
    body: { idPendenza: "PND-1", dominio: { ragioneSociale: "Comune di Prova" }, voci: [{ riscossione: { iur: IUR, importo: 10.01 } }] },
  });
  expect([(await byAvviso(`0${IUV}`)).status, (await byAvviso(`3${IUV}`, "gest-mensa")).status]).toEqual([404, 404]);
});
