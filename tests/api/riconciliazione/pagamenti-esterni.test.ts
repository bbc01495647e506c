/** Payments on notices of other intermediaries: the creditor's rules, and what they make of them in the books, in the lists and in a credit. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import regole from "../../../events/riconciliazione/saveImpostazioni/pagamenti-esterni.json" with { type: "json" };
import { toJsonNodo } from "../../../shared/domain/pagamenti/json-nodo.ts";
import type { Ricevuta, Riscossione } from "../../../shared/domain/ricevute/ricevuta.ts";
import { buildRicevuta } from "../../sostegno/esempi.ts";
import { buildPagata, buildRiga, buildRiscossione, FLUSSO } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, openArchivio, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
const FLUSSO_ALTRUI = "2026-11-24ABI03069-000000002";
const iuvAltrui = (n: number): string => `47${String(n).padStart(15, "0")}`;

const altrui = (n: number): Riscossione => {
  const { idA2A: _, idPendenza: __, idVocePendenza: ___, idTipoPendenza: ____, ...resto } = buildRiscossione(n);
  return { ...resto, iuv: iuvAltrui(n), tipo: "ALTRO_INTERMEDIARIO" };
};
const ricevuta = ({ iuv, iur, importo }: Riscossione, transferCategory: string): Ricevuta => {
  const { idA2A: _, idPendenza: __, ...resto } = buildRicevuta({ iuv, idRicevuta: iur, numeroAvviso: `3${iuv}`, importo });
  const quota = { idTransfer: 1, transferAmount: importo, fiscalCodePA: COMUNE, IBAN: "IT60X0542811101000000123456" };
  return { ...resto, rt: toJsonNodo({ transferList: [{ ...quota, remittanceInformation: "x", transferCategory }] }) };
};

/** 1: own. 2: taken by its taxonomy. 3: by its segregation code only. 4: a row without receipt. */
beforeAll(async () => {
  ambiente = await createAmbiente();
  const archivio = openArchivio(ambiente.deposito);
  await archivio.store(
    ...buildPagata(1),
    ...[altrui(2), altrui(3)].map((valore) => ({ azione: "crea", entita: "riscossione", valore }) as const),
    { azione: "crea", entita: "ricevuta", valore: ricevuta(altrui(2), "9/0101100IM/") },
    { azione: "crea", entita: "ricevuta", valore: ricevuta(altrui(3), "9/0201102IM/") },
  );
  await archivio.storeFlusso([buildRiga(1), ...[2, 3].map((n) => buildRiga(n, { iuv: iuvAltrui(n) }))]);
  await archivio.storeFlusso([buildRiga(4, { iuv: iuvAltrui(4) })], { idFlusso: FLUSSO_ALTRUI }, {}, "ALTRO_INTERMEDIARIO");
});
afterAll(() => ambiente.stop());

const NOVEMBRE = { idDominio: COMUNE, dataDa: "2026-11-01", dataA: "2026-11-30" };
const PERCORSO = { params: { idDominio: COMUNE } };
const save = (body: object, altro: object = {}) => ambiente.invoke("riconciliazione/saveImpostazioni", { ...PERCORSO, body, ...altro });
const accertamenti = async (gruppi: string) =>
  (await ambiente.invoke("riconciliazione/findAccertamenti", { query: { ...NOVEMBRE, gruppi } })).body["risultati"];
const [tari, altro] = regole.body.pagamentiEsterni.regole;
const withRegole = (...quali: readonly object[]) => ({ ...regole.body, pagamentiEsterni: { regole: quali } });

it("senza regole, ciò che è di altri intermediari non ha tipo né capitolo", async () => {
  expect(await accertamenti("regolaEsterna,idTipoPendenza")).toMatchObject([
    { idTipoPendenza: "TARI", quote: 1, pagato: 10.01 },
    { regolaEsterna: "NESSUNA", quote: 2, pagato: 20.05 },
  ]);
});

describe("le regole", () => {
  it("in prova si contano e non spostano nulla; poi valgono, anche per il passato, nell'ordine in cui sono scritte", async () => {
    expect(await save(withRegole({ ...tari, inProva: true }, { ...altro, inProva: true }))).toMatchObject({ status: 200 });
    expect(await accertamenti("regolaEsterna,idTipoPendenza")).toMatchObject([
      { idTipoPendenza: "TARI", quote: 1, pagato: 10.01 },
      { regolaEsterna: altro?.nome, quote: 1, pagato: 10.03 },
      { regolaEsterna: tari?.nome, quote: 1, pagato: 10.02 },
    ]);
    const salvate = await save(regole.body);
    expect([salvate.status, salvate.body["pagamentiEsterni"]]).toEqual([200, regole.body.pagamentiEsterni]);
    expect((await ambiente.invoke("riconciliazione/getImpostazioni", PERCORSO)).body["pagamentiEsterni"]).toEqual(
      regole.body.pagamentiEsterni,
    );
    expect(await accertamenti("idTipoPendenza,annoEsercizio,capitolo")).toEqual([
      { idTipoPendenza: "MENSA", quote: 1, pagato: 10.03, rendicontato: 10.03, incassato: 0 },
      { idTipoPendenza: "TARI", quote: 1, pagato: 10.01, rendicontato: 10.01, incassato: 0 },
      { idTipoPendenza: "TARI", annoEsercizio: 2026, capitolo: "3001", quote: 1, pagato: 10.02, rendicontato: 10.02, incassato: 0 },
    ]);
  });

  it("si leggono nell'elenco delle riscossioni, accanto a ciò che dice pagoPA", async () => {
    const { body } = await ambiente.invoke("riconciliazione/findRiscossioni", { query: { idDominio: COMUNE, ordinamento: "data" } });
    const perIuv = new Map((body["risultati"] as { iuv: string; attribuzione?: object }[]).map((r) => [r.iuv, r.attribuzione]));
    expect([...perIuv.values()].filter((attribuzione) => attribuzione !== undefined)).toHaveLength(2);
    expect(perIuv.get(iuvAltrui(2))).toEqual({ regola: tari?.nome, idTipoPendenza: "TARI", capitolo: "3001" });
    expect(perIuv.get(iuvAltrui(3))).toEqual({ regola: altro?.nome, idTipoPendenza: "MENSA" });
    const solo = await ambiente.invoke("riconciliazione/findRiscossioni", { query: { idDominio: COMUNE, campi: "iuv,attribuzione" } });
    expect(solo.body["risultati"]).toContainEqual({ iuv: iuvAltrui(3), attribuzione: { regola: altro?.nome, idTipoPendenza: "MENSA" } });
  });

  it("dicono che cosa c'è in un sospeso, anche delle righe di cui non c'è la ricevuta", async () => {
    const { body } = await ambiente.invoke("riconciliazione/analyzeSospeso", {
      body: { idDominio: COMUNE, testo: `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO} /PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO_ALTRUI}` },
    });
    expect(body["totali"]).toMatchObject({
      numero: 4,
      perTipo: [
        { idTipoPendenza: "MENSA", numero: 2, importo: 20.07 },
        { idTipoPendenza: "TARI", numero: 2, importo: 20.03 },
      ],
    });
    const spiegazioni = body["spiegazioni"] as { codice: string; frase: string }[];
    expect(spiegazioni.find(({ codice }) => codice === "ATTRIBUITI")?.frase).toContain("3 pagamenti, per 30,09 €");
  });

  it.each<[string, object, string]>([
    ["senza condizioni", { ...tari, quando: {} }, "quando"],
    ["con un nome riservato", { ...tari, nome: "NESSUNA" }, "nome"],
    ["con un codice di segregazione di tre cifre", { ...tari, quando: { codiceSegregazione: "470" } }, "2 cifre"],
    ["con un tipo che l'ente non ha", { ...tari, idTipoPendenza: "NIENTE" }, "pagamentiEsterni.regole[0].idTipoPendenza: NIENTE"],
    ["con un'entrata che l'ente non ha", { ...tari, idEntrata: "NIENTE" }, "pagamentiEsterni.regole[0].idEntrata: NIENTE"],
  ])("non entrano %s, e le altre restano", async (_caso, una, detto) => {
    const { status, testo } = await save(withRegole(una));
    expect([status, testo]).toEqual([400, expect.stringContaining(detto)]);
    expect((await ambiente.invoke("riconciliazione/getImpostazioni", PERCORSO)).body["pagamentiEsterni"]).toEqual(
      regole.body.pagamentiEsterni,
    );
  });

  it("sono dell'ente: di un altro non valgono, e chi non lo vede non le scrive", async () => {
    expect((await save(regole.body, { as: "gest-mensa" })).status).toBe(403);
    expect((await ambiente.invoke("riconciliazione/getImpostazioni", { params: { idDominio: UNIONE } })).body).not.toHaveProperty(
      "pagamentiEsterni",
    );
  });
});

describe("di chi è il denaro", () => {
  const find = (query: Readonly<Record<string, string>>) =>
    ambiente.invoke("riconciliazione/findBeneficiari", {
      query: { idDominio: COMUNE, dataDa: "2026-11-01", dataA: "2026-11-30", gruppi: "relazione,idTipoPendenza,idPsp", ...query },
    });
  const idPsp = "ABI03069";

  it("conta anche ciò che solo un flusso racconta, una volta, con il tipo che dicono le regole", async () => {
    const { body } = await find({ soloRendicontati: "true" });
    expect(body["risultati"]).toContainEqual({ relazione: "SOLO_RENDICONTATO", idTipoPendenza: "MENSA", idPsp, quote: 1, importo: 10.04 });
    expect(body["risultati"]).toContainEqual(
      expect.objectContaining({ relazione: "NON_MIO", idTipoPendenza: "TARI", quote: 1, importo: 10.02 }),
    );
    expect(body["totale"]).toEqual({ quote: 3, importo: 30.09 });
    expect((await find({})).body["totale"]).toEqual({ quote: 2, importo: 20.05 });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["in un altro mese", { dataDa: "2026-10-01", dataA: "2026-10-31" }],
    ["di un altro ente", { idDominio: UNIONE }],
  ])("non la conta %s", async (_caso, query) => {
    expect((await find({ ...query, soloRendicontati: "true" })).body["totale"]).toEqual({ quote: 0, importo: 0 });
  });
});

it("i riscontri di altri intermediari si cercano con la qualifica, anche di un solo codice", async () => {
  const find = (query: Readonly<Record<string, string>>) =>
    ambiente.invoke("riconciliazione/findRiscontri", { query: { idDominio: COMUNE, ordinamento: "data", ...query } });
  const iuv = async (query: Readonly<Record<string, string>>) =>
    ((await find(query)).body["risultati"] as { iuv: string }[]).map((r) => r.iuv);
  expect(await iuv({ qualifica: "NON_MIO" })).toEqual([iuvAltrui(2), iuvAltrui(3)]);
  expect(await iuv({ qualifica: "NON_MIO", iuv: iuvAltrui(2) })).toEqual([iuvAltrui(2)]);
  expect(await iuv({ qualifica: "STAND_IN" })).toEqual([]);
  expect((await find({ qualifica: "NON_MIO", soggetto: "FLUSSO" })).testo).toContain("qualifica: ammessa solo con soggetto TRASFERIMENTO");
});
