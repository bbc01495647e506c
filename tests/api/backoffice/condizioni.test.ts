/** Entity tags and conditions, on every resource of the registry that is written: who replaces says what it has seen, or nothing. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { createProva } from "./prove.ts";

const prova = createProva();

const intermediario = { idIntermediario: "44455566677" };
const connettore = { urlRPT: "https://nodo.example/rpt" };
const dominio = { idDominio: COMUNE };
const iban = "IT34D0503401647000000012345";

/** In an order in which each finds what it refers to. */
const RISORSE: readonly (readonly [scrittura: string, lettura: string, params: Record<string, string>, body: Record<string, unknown>])[] = [
  [
    "addIntermediario",
    "getIntermediario",
    intermediario,
    { denominazione: "Partner", principalPagoPa: "nodo-partner", servizioPagoPa: connettore },
  ],
  ["addStazione", "getStazione", { ...intermediario, idStazione: "44455566677_01" }, { versione: "V2", abilitato: true }],
  [
    "addDominio",
    "getDominio",
    { idDominio: "77788899900" },
    { ragioneSociale: "Solo", intermediato: false, scaricaFr: false, abilitato: true },
  ],
  ["addUnitaOperativa", "getUnitaOperativa", { ...dominio, idUnitaOperativa: "UO-ETAG" }, { ragioneSociale: "Ufficio" }],
  ["addContiAccredito", "getContiAccredito", { ...dominio, ibanAccredito: iban }, { postale: false, abilitato: true }],
  ["addEntrata", "getEntrata", { idEntrata: "ETAG" }, { descrizione: "Etag", tipoContabilita: "ALTRO", codiceContabilita: "0101101TS" }],
  ["addEntrataDominio", "getEntrataDominio", { ...dominio, idEntrata: "ETAG" }, { ibanAccredito: iban }],
  ["addTipoPendenza", "getTipoPendenza", { idTipoPendenza: "ETAG" }, { descrizione: "Etag" }],
  ["addTipoPendenzaDominio", "getTipoPendenzaDominio", { ...dominio, idTipoPendenza: "ETAG" }, {}],
  ["addApplicazione", "getApplicazione", { idA2A: "ETAG" }, { principal: "etag-app" }],
  ["addOperatore", "getOperatore", { principal: "etag-ope" }, { ragioneSociale: "Etag" }],
];

describe.each(RISORSE)("%s", (scrittura, lettura, params, body) => {
  const put = async (ifMatch?: string) => {
    const { status } = await prova.invoke(scrittura, { params, body, ...(ifMatch !== undefined && { headers: { "if-match": ifMatch } }) });
    return status;
  };
  const etag = async () => (await prova.invoke(lettura, { params })).headers["etag"];

  it("is created without a condition, never under one", async () => {
    expect([await put("*"), await put('"1"'), await etag()]).toEqual([412, 412, undefined]);
    expect([await put(), await etag()]).toEqual([201, '"1"']);
  });

  it("is replaced by who has seen it as it is, and by nobody who has not", async () => {
    expect([await put('"1"'), await etag()]).toEqual([200, '"2"']);
    expect([await put('"1"'), await put('W/"2"'), await put("2"), await put('"7", "8"')]).toEqual([412, 412, 412, 412]);
    expect([await put('"7", "2"'), await put("*"), await put(), await etag()]).toEqual([200, 200, 200, '"5"']);
  });
});

describe("two who replace the same version together", () => {
  it("one goes through, the other is told", async () => {
    const put = (descrizione: string) =>
      prova.invoke("addTipoPendenza", { params: { idTipoPendenza: "ETAG" }, body: { descrizione }, headers: { "if-match": '"5"' } });
    const esiti = await Promise.all([put("Uno"), put("Due")]);
    expect(esiti.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe("lists", () => {
  it("have a tag too, the same until something in them changes", async () => {
    const etag = async () => (await prova.invoke("findEntrate")).headers["etag"];
    const prima = await etag();
    expect([prima, await etag()]).toEqual([expect.stringMatching(/^W\/"[\w-]{16}"$/), prima]);
    await prova.invoke("addEntrata", {
      params: { idEntrata: "ETAG2" },
      body: { descrizione: "Etag", tipoContabilita: "ALTRO", codiceContabilita: "0101101TS" },
    });
    expect(await etag()).not.toBe(prima);
  });
});
