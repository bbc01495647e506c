/**
 * Layouts towards accounting, from their saving to their file: "riconciliazione/findTracciatiContabili", "riconciliazione/getTracciatoContabile",
 * "riconciliazione/saveTracciatoContabile", "riconciliazione/runTracciatoContabile", "riconciliazione/getEsecuzioneTracciato".
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { buildPendenzaRiga, buildRiscossione } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, CONTESTO, consume, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
let s3: DepositoS3;

const CON_QUOTE: Pendenza = {
  ...buildPendenzaRiga(7, { causale: "=TARI" }),
  voci: buildPendenzaRiga(7).voci.map((voce) => ({
    ...voce,
    contabilita: {
      quote: [
        { capitolo: "30", annoEsercizio: 2026, importo: 500n },
        { capitolo: "40", annoEsercizio: 2026, importo: 507n },
      ],
    },
  })),
};

beforeAll(async () => {
  s3 = await startDepositoS3();
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  const archivio = await seedRiconciliazione(ambiente.deposito);
  await archivio.store(
    { azione: "crea", entita: "pendenza", valore: CON_QUOTE },
    { azione: "crea", entita: "riscossione", valore: buildRiscossione(7, { data: "2026-11-24T10:00:00.000Z" }) },
  );
});
afterAll(async () => {
  await ambiente.stop();
  await s3.stop();
});

type Altro = Parameters<AmbienteApi["invoke"]>[1];
const invoke = (id: string, params: Readonly<Record<string, string>>, altro: Altro = {}) =>
  ambiente.invoke(`riconciliazione/${id}`, { params: { idDominio: COMUNE, ...params }, ...altro });
const save = (nome: string, body: unknown, altro: Altro = {}) => invoke("saveTracciatoContabile", { nome }, { body, ...altro });

const elaborate = async (messaggio: Readonly<Record<string, string>>) => {
  const { handler } = await import("../../../functions/consumers/esportazioni.ts");
  expect(await consume(handler, messaggio)).toEqual({ batchItemFailures: [] });
};

/** Asks, lets the queue do it (twice: nothing is made twice), and downloads. */
const esegui = async (nome: string, periodo = { dataDa: "2026-11-01", dataA: "2026-11-30" }, as?: string) => {
  const chi = as === undefined ? {} : { as };
  const chiesta = await invoke("runTracciatoContabile", { nome }, { body: periodo, ...chi });
  expect([chiesta.status, chiesta.body["stato"]]).toEqual([202, "IN_ATTESA"]);
  const id = String(chiesta.body["id"]);
  await elaborate({ id, tracciatoContabile: COMUNE });
  await elaborate({ id, tracciatoContabile: COMUNE });
  const { body } = await invoke("getEsecuzioneTracciato", { nome, id }, chi);
  const collegamento = body["collegamento"];
  const file = typeof collegamento === "string" ? Buffer.from(await (await fetch(collegamento)).arrayBuffer()).toString("latin1") : "";
  return { esito: body, file, id };
};

const campione = new URL("../../../events/riconciliazione/saveTracciatoContabile/nuovo.json", import.meta.url);
const { body: NUOVO }: { body: Readonly<Record<string, unknown>> } = JSON.parse(readFileSync(campione, "utf8"));

describe("un tracciato contabile", () => {
  it("si crea, si rilegge com'è, si sostituisce nella versione vista, si elenca prima di quelli del prodotto", async () => {
    const creato = await save("ragioneria", NUOVO);
    expect([creato.status, creato.body]).toMatchObject([
      201,
      { idDominio: COMUNE, nome: "ragioneria", predefinito: false, abilitato: true, ...NUOVO },
    ]);
    const letto = await invoke("getTracciatoContabile", { nome: "ragioneria" });
    expect(letto.body).toEqual(creato.body);
    const headers = { "if-match": letto.headers["etag"] ?? "" };
    expect((await save("ragioneria", NUOVO, { headers, as: "amministratore" })).status).toBe(200);
    expect((await save("ragioneria", NUOVO, { headers })).status).toBe(412);
    const elenco = await invoke("findTracciatiContabili", {}, { query: { risultatiPerPagina: "2" } });
    expect(elenco.body).toMatchObject({
      numRisultati: 8,
      risultati: [{ nome: "ragioneria" }, { nome: "accertamenti", predefinito: true }],
    });
  });

  it("per posta dice a chi, in alternativa a un'applicazione, e vuole indirizzi che lo siano", async () => {
    const email = { indirizzi: ["ragioneria@ente.it", "revisore@ente.it"], oggetto: "Incassi" };
    expect((await save("posta", { layout: NUOVO["layout"], email })).body).toMatchObject({ email });
    expect((await invoke("getTracciatoContabile", { nome: "posta" })).body).toMatchObject({ email });
    const insieme = await save("posta", { layout: NUOVO["layout"], email, destinatario: "GEST-TRIBUTI" });
    expect([insieme.status, insieme.testo]).toEqual([422, expect.stringContaining("email: in alternativa a destinatario")]);
    const iniettato = await save("posta", { layout: NUOVO["layout"], email: { indirizzi: ["a@ente.it\r\nBcc: b@ente.it"] } });
    expect([iniettato.status, iniettato.testo]).toEqual([400, expect.stringContaining("email.indirizzi.0")]);
  });

  it.each<[string, string, object, number, string]>([
    ["del prodotto", "mypivot", {}, 422, "è di un tracciato del prodotto"],
    ["con una fonte ignota", "x", { dettaglio: [{ nome: "a", parti: [{ fonte: "process.env" }], lunghezza: 1 }] }, 400, "dettaglio"],
    ["con un file fuori dalla cartella", "x", { nomeFile: "../altro.csv" }, 400, "nomeFile"],
    [
      "con un totale in testata",
      "x",
      { testata: [{ nome: "t", parti: [{ fonte: "file.righe" }], lunghezza: 9 }] },
      422,
      "layout.testata.0.parti",
    ],
    ["con un campo in più", "x", { espressione: "1+1" }, 400, "espressione"],
  ])("%s si rifiuta", async (_caso, nome, altro, status, testo) => {
    const esito = await save(nome, { layout: { ...Object(NUOVO["layout"]), ...altro } });
    expect(esito.status).toBe(status);
    expect(esito.testo).toContain(testo);
  });

  it("di un ente che non si vede non c'è, nemmeno da eseguire", async () => {
    const as = "gest-mensa";
    expect((await save("x", NUOVO, { as })).status).toBe(404);
    expect((await invoke("getTracciatoContabile", { nome: "mypivot" }, { as })).status).toBe(404);
    expect((await invoke("findTracciatiContabili", {}, { as })).status).toBe(404);
    const body = { dataDa: "2026-11-01", dataA: "2026-11-30" };
    expect((await invoke("runTracciatoContabile", { nome: "mypivot" }, { as, body })).status).toBe(404);
  });
});

describe("il file di un tracciato", () => {
  it("ha un record per quota e il totale in coda", async () => {
    const { esito, file, id } = await esegui("ragioneria");
    expect(esito).toMatchObject({
      stato: "PRONTA",
      righe: 4,
      byte: file.length,
      origine: "RICHIESTA",
      nomeFile: `INC_${COMUNE}_2026-11-01_2026-11-30.txt`,
    });
    const righe = file.split("\r\n");
    expect(righe.map((riga) => riga.trimEnd())).toEqual([
      "D0         00000000100120261123",
      "D0         00000000100220261123",
      "D30        00000000050020261124",
      "D40        00000000050720261124",
      "T000000003010",
      "",
    ]);
    expect(righe.slice(0, 5).every(({ length }) => length === 120)).toBe(true);
    expect((await invoke("getEsecuzioneTracciato", { nome: "ragioneria", id }, { as: "amministratore" })).status).toBe(404);
    expect((await invoke("getEsecuzioneTracciato", { nome: "mypivot", id })).status).toBe(404);
  });

  it("del prodotto ha le righe del periodo, innocue", async () => {
    const mypivot = await esegui("mypivot", { dataDa: "2026-11-24", dataA: "2026-11-24" }, "amministratore");
    expect(mypivot.file.split("\r\n")[1]).toMatch(/^GEST-TRIBUTI@PND-7;.*;2026-11-24;10\.07;;TARI;;'=TARI;TARI;<bilancio>/);
    const { file } = await esegui("accertamenti");
    expect(file).toContain(";TARI;2026;;;;30;;;1;5,00;0,00;0,00\r\n");
    const nonRendicontati = await esegui("hypersic-non-rendicontati");
    expect(nonRendicontati.esito["nomeFile"]).toBe(`RENDICONTAZIONE_AV20_${COMUNE}_20261130_999.txt`);
  });

  it("che non si può fare dice perché, e non resta in attesa", async () => {
    const layout = { ...Object(NUOVO["layout"]), dettaglio: [{ nome: "e", parti: [{ fonte: "riscossione.importo" }], lunghezza: 2 }] };
    expect((await save("corto", { layout })).status).toBe(201);
    const { esito } = await esegui("corto");
    expect(esito).toMatchObject({ stato: "SCARTATA", descrizioneStato: "riga 1, campo e: 10.01 non sta in 2 caratteri" });
  });

  it.each<[string, string, object, number, string]>([
    ["di un tracciato ignoto", "ignoto", { dataDa: "2026-11-01", dataA: "2026-11-02" }, 404, "ignoto"],
    ["di più di un anno", "mypivot", { dataDa: "2025-01-01", dataA: "2026-11-02" }, 422, "366 giorni"],
    ["al contrario", "mypivot", { dataDa: "2026-11-03", dataA: "2026-11-02" }, 400, "dataDa"],
  ])("%s si rifiuta", async (_caso, nome, body, status, testo) => {
    const esito = await invoke("runTracciatoContabile", { nome }, { body });
    expect(esito.status).toBe(status);
    expect(esito.testo).toContain(testo);
  });

  it("pianificato si chiede una volta sola per periodo, quante che siano le ore e le istanze", async () => {
    const pianificazione = { cadenza: "GIORNALIERA", ora: 0 };
    expect((await save("ogni-giorno", { ...NUOVO, pianificazione })).status).toBe(201);
    const { handler } = await import("../../../functions/scheduled/eseguiTracciatiContabili.ts");
    const primo = await handler({}, CONTESTO);
    expect(primo["richieste"]).toBeGreaterThanOrEqual(1);
    expect((await handler({}, CONTESTO))["richieste"]).toBe(0);
  });
});
