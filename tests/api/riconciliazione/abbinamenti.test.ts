/** Riscontri, proposals, decisions, undo and notifications over HTTP, with the real consumers between one call and the other. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mappeAbbinamento } from "../../../shared/adapters/archivio/mappe-abbinamento.ts";
import * as mappe from "../../../shared/adapters/archivio/mappe-tesoreria.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { modificheMovimento } from "../../../shared/usecases/tesoreria/registra-righe.ts";
import { buildMovimento, causaleDi } from "../../sostegno/abbinamenti.ts";
import { buildIuv, buildPagata, buildRiga } from "../../sostegno/flussi.ts";
import { NOMI_TABELLE } from "../../sostegno/tabelle.ts";
import { type AmbienteApi, type Chiamata, createAmbiente } from "../ambiente.ts";
import { COMUNE, consume, FLUSSO, IUR, IUV, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
const SECONDO = `${FLUSSO.slice(0, -1)}2`;

/** Every message that waits in the archive, given to its consumer as the queue would, until none is left. */
const fatti = new Set<string>();
const work = async (evidenze: Record<string, readonly string[]> = {}): Promise<void> => {
  const riscontri = (await import("../../../functions/consumers/riscontri.ts")).handler;
  const riconciliazioni = (await import("../../../functions/consumers/riconciliazioni.ts")).handler;
  const vuote = { flussi: [], iuv: [], iur: [], movimenti: [] };
  expect(await consume(riscontri, { idDominio: COMUNE, ...vuote, ...evidenze })).toEqual({ batchItemFailures: [] });
  for (let giro = 0; giro < 10; giro += 1) {
    const { Items = [] } = await ambiente.dynamo.client.send(new ScanCommand({ TableName: NOMI_TABELLE.archivio }));
    const messaggi = Items.filter((e) => String(e["pk"]).startsWith("OUT#") && !fatti.has(String(e["pk"])));
    if (messaggi.length === 0) return;
    for (const { pk, coda, corpo } of messaggi) {
      fatti.add(String(pk));
      const handler = coda === "riscontri" ? riscontri : coda === "riconciliazioni" ? riconciliazioni : undefined;
      if (handler) expect(await consume(handler, JSON.parse(String(corpo)))).toEqual({ batchItemFailures: [] });
    }
  }
};

const call = (id: string, chiamata: Chiamata = {}) => ambiente.invoke(id, chiamata);
const elenco = async (id: string, query: Record<string, string> = {}, as?: string) => {
  const { body } = await call(id, { query: { idDominio: COMUNE, ...query }, ...(as !== undefined && { as }) });
  return body["risultati"];
};

beforeAll(async () => {
  ambiente = await createAmbiente();
  const archivio = await seedRiconciliazione(ambiente.deposito);
  await archivio.store(...buildPagata(4));
  await archivio.storeFlusso([buildRiga(4)], { idFlusso: SECONDO });
  const { mappaMovimento: movimento, mappaChiaveMovimento: chiaveMovimento } = mappe;
  const unitOfWork = new ArchivioUnitOfWork(
    ambiente.deposito,
    { ...mappeAbbinamento, movimento, chiaveMovimento },
    clockDiSistema,
    createIdsInSequenza(),
    { conservazioneEventiGiorni: 760 },
  );
  for (const m of [
    buildMovimento("M1", 3006n, "BONIFICO"),
    buildMovimento("M2", 1004n, causaleDi(SECONDO)),
    buildMovimento("M3", 7n, "ALTRO"),
  ])
    expect((await unitOfWork.commit(modificheMovimento(m))).ok).toBe(true);
  await work({ flussi: [FLUSSO, SECONDO], movimenti: ["M1", "M2", "M3"] });
});
afterAll(() => ambiente.stop());

it("le etichette di un pagamento si leggono per IUV, di flussi e movimenti per elenco", async () => {
  expect(await elenco("riconciliazione/findRiscontri", { iuv: IUV })).toMatchObject([
    {
      soggetto: "TRASFERIMENTO",
      iuv: IUV,
      iur: IUR,
      etichette: expect.arrayContaining(["RT_IUF", "IUF_NO_TES"]),
      avanzamento: "RENDICONTATO",
    },
  ]);
  expect(await elenco("riconciliazione/findRiscontri", { iuv: buildIuv(4) })).toMatchObject([
    { etichette: ["RT_IUF_TES"], avanzamento: "INCASSATO", movimenti: ["M2"] },
  ]);
  expect(await elenco("riconciliazione/findRiscontri", { etichetta: "RT_IUF_TES" })).toMatchObject([{ iuv: buildIuv(4) }]);
  expect(await elenco("riconciliazione/findRiscontri", { etichetta: "IUV_NO_RT" })).toMatchObject([{ iuv: buildIuv(3) }]);
  expect(await elenco("riconciliazione/findRiscontri", { soggetto: "FLUSSO", etichetta: "IUF_NO_TES" })).toMatchObject([
    { idFlusso: FLUSSO },
  ]);
  expect(await elenco("riconciliazione/findRiscontri", { soggetto: "MOVIMENTO" })).toMatchObject([
    { idMovimento: "M3", stato: "NON_ABBINATO" },
    { idMovimento: "M2", stato: "ABBINATO", collegamenti: [{ oggetto: { idFlusso: SECONDO }, importo: 10.04 }] },
    { idMovimento: "M1", stato: "DA_CONFERMARE", etichette: ["TES_NO_MATCH"] },
  ]);
  for (const query of [{}, { iuv: IUV }, { soggetto: "FLUSSO" }, { soggetto: "MOVIMENTO" }])
    expect(await elenco("riconciliazione/findRiscontri", query, "gest-mensa")).toEqual([]);
});

it("una proposta si conferma una volta: chi arriva secondo sa chi ha deciso; annullata, non torna", async () => {
  const proposte = await elenco("riconciliazione/findProposte");
  expect(proposte).toMatchObject([{ idMovimento: "M1", importo: 30.06, frase: expect.stringMatching(/\.$/), versione: 1 }]);
  const id = String(Reflect.get(Reflect.get(Object(proposte), 0), "id"));
  const params = { idDominio: COMUNE, id };
  expect((await call("riconciliazione/confirmProposta", { params, body: {}, headers: { "if-match": '"7"' } })).status).toBe(412);
  expect((await call("riconciliazione/confirmProposta", { params, body: {}, as: "gest-mensa" })).status).toBe(403);
  const esiti = await Promise.all([
    call("riconciliazione/confirmProposta", { params, body: { nota: "visto" }, headers: { "if-match": '"1"' } }),
    call("riconciliazione/rejectProposta", { params, body: {}, as: "amministratore" }),
  ]);
  expect(esiti.map(({ status }) => status).sort()).toEqual([200, 409]);
  const perso = esiti.find(({ status }) => status === 409);
  expect(perso?.body["dettaglio"]).toMatch(/già stata (confermata|rifiutata) da (gest-tributi|amministratore)/);
});

it("a mano: il collegamento diventa denaro, si annulla con un motivo, e la regola resta con chi l'ha decisa", async () => {
  const oggetto = { tipo: "FLUSSO", idFlusso: FLUSSO, idPsp: "ABI03069" };
  const body = { idDominio: COMUNE, idMovimento: "M1", decisione: "CONFERMA", oggetti: [{ oggetto, importo: 30.06 }], nota: "a mano" };
  const creata = await call("riconciliazione/addRegola", { body, as: "amministratore" });
  expect([creata.status, creata.body["decisione"], creata.body["principal"]]).toEqual([201, "CONFERMA", "amministratore"]);
  await work({ movimenti: ["M1"] });
  const { body: pagina } = await call("riconciliazione/findRiconciliazioni", { query: { idDominio: COMUNE } });
  const sua = [pagina["risultati"]].flat().find((r) => Reflect.get(Object(r), "idFlussoRendicontazione") === FLUSSO);
  expect(sua).toMatchObject({ stato: "ACQUISITA", movimenti: [{ idMovimento: "M1", importo: 30.06 }] });
  const params = { idDominio: COMUNE, id: String(Reflect.get(Object(sua), "id")) };
  const revoca = await call("riconciliazione/revokeRegola", {
    params: { idDominio: COMUNE, id: String(creata.body["id"]) },
    body: { motivo: "m" },
  });
  expect([revoca.status, revoca.body["codice"]]).toEqual([422, "422000"]);
  expect((await call("riconciliazione/undoRiconciliazione", { params, body: {} })).status).toBe(400);
  expect((await call("riconciliazione/undoRiconciliazione", { params, body: { motivo: "m" }, as: "gest-mensa" })).status).toBe(403);
  const annullata = await call("riconciliazione/undoRiconciliazione", {
    params,
    body: { motivo: "era di un altro ente" },
    as: "amministratore",
  });
  expect([annullata.status, annullata.body["stato"]]).toEqual([202, "IN_ANNULLAMENTO"]);
  await work({ movimenti: ["M1"] });
  expect((await call("riconciliazione/getRiconciliazione", { params })).body).toMatchObject({
    stato: "ANNULLATA",
    annullamento: { motivo: "era di un altro ente", principal: "amministratore" },
    riscossioni: [],
  });
  expect(await elenco("riconciliazione/findRiscontri", { iuv: IUV })).toMatchObject([{ avanzamento: "RENDICONTATO" }]);
  expect((await call("riconciliazione/retryRiconciliazione", { params })).status).toBe(422);
  const regole = await elenco("riconciliazione/findRegole", { idMovimento: "M1", revocate: "false" });
  expect(regole).toContainEqual(expect.objectContaining({ decisione: "RIFIUTO", origine: "ANNULLAMENTO", principal: "amministratore" }));
  expect(await elenco("riconciliazione/findRegole", {}, "gest-mensa")).toEqual([]);
});

it("una riconciliazione in errore si ripete su richiesta", async () => {
  const params = { idDominio: COMUNE, id: "mov-errore" };
  await call("riconciliazione/addRiconciliazione", {
    params,
    body: { importo: 1, sct: "SCT-E", idFlussoRendicontazione: "2026-11-24X-1" },
  });
  await work();
  expect((await call("riconciliazione/getRiconciliazione", { params })).body["stato"]).toBe("ERRORE");
  expect(await call("riconciliazione/retryRiconciliazione", { params })).toMatchObject({ status: 202, body: { stato: "IN_ELABORAZIONE" } });
});

it.each<[string, object, RegExp]>([
  ["senza oggetti", { decisione: "CONFERMA" }, /oggetti/],
  [
    "con un importo a tre decimali",
    { decisione: "CONFERMA", oggetti: [{ oggetto: { tipo: "FLUSSO", idFlusso: "f", idPsp: "p" }, importo: 1.001 }] },
    /importo/,
  ],
  ["senza importo", { decisione: "CONFERMA", oggetti: [{ oggetto: { tipo: "FLUSSO", idFlusso: "f", idPsp: "p" } }] }, /importo/],
  [
    "non pagoPA, con oggetti",
    { decisione: "NON_PAGOPA", oggetti: [{ oggetto: { tipo: "FLUSSO", idFlusso: "f", idPsp: "p" } }] },
    /oggetti/,
  ],
])("rifiuta una regola %s", async (_caso, altro, testo) => {
  const { status, body } = await call("riconciliazione/addRegola", { body: { idDominio: COMUNE, idMovimento: "M3", ...altro } });
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(testo)]);
});

it("i pagamenti notificati dall'ente, in JSON e in CSV: ripetuti non cambiano nulla, le righe sbagliate non fermano le altre", async () => {
  const notifica = { iud: "IUD-1", iuv: buildIuv(4), importo: 10.04, data: "2026-11-25" };
  const pagamenti = [
    notifica,
    { ...notifica, iud: "IUD-2", iuv: "01999", importo: 5 },
    { ...notifica, iud: "IUD-3", importo: -1 },
    { iud: "IUD-4" },
  ];
  const post = (body: unknown, contentType = "application/json", as?: string) =>
    call("riconciliazione/addPagamentiNotificati", {
      query: { idDominio: COMUNE },
      body,
      headers: { "content-type": contentType },
      ...(as !== undefined && { as }),
    });
  expect((await post({ pagamenti })).body).toMatchObject({
    nuovi: 2,
    invariati: 0,
    rifiutati: [
      { riga: 3, iud: "IUD-3", motivo: expect.stringMatching(/importo/) },
      { riga: 4, iud: "IUD-4", motivo: expect.stringMatching(/iuv/) },
    ],
  });
  const csv = `iud;iuv;importo;data;iur;indice\nIUD-1;${buildIuv(4)};10,04;2026-11-25;;\nIUD-2;01999;6,00;2026-11-25;;\nIUD-5;01998;1;ieri;;\n`;
  expect((await post(csv, "text/csv")).body).toMatchObject({
    nuovi: 0,
    aggiornati: 1,
    invariati: 1,
    rifiutati: [{ riga: 3, motivo: expect.stringMatching(/data/) }],
  });
  expect(await elenco("riconciliazione/findRiscontri", { iuv: buildIuv(4) })).toMatchObject([{ etichette: ["IUD_RT_IUF_TES"] }]);
  expect(await elenco("riconciliazione/findRiscontri", { etichetta: "IUD_NO_RT" })).toMatchObject([{ iuv: "01999", importo: 6 }]);
  expect((await post("iud;altro\n", "text/csv")).body).toMatchObject({ codice: "SINTASSI", dettaglio: expect.stringMatching(/altro/) });
  expect((await post({ pagamenti: [] }, "application/json", "gest-mensa")).status).toBe(403);
});

it("la tolleranza è dell'ente: si legge, si cambia con la versione vista, e i limiti sono detti", async () => {
  const params = { idDominio: COMUNE };
  const prima = await call("riconciliazione/getImpostazioni", { params });
  expect(prima.body).toMatchObject({ tolleranza: 0, enteNotifica: false, versione: 0 });
  const { idDominio: _, versione: __, ...campi } = prima.body;
  const save = (altro: object, ifMatch = "0", as?: string) =>
    call("riconciliazione/saveImpostazioni", { params, body: { ...campi, ...altro }, headers: { "if-match": ifMatch }, ...(as && { as }) });
  expect(await save({ tolleranza: 0.02 })).toMatchObject({
    status: 200,
    body: { tolleranza: 0.02, principal: "gest-tributi", versione: 1 },
  });
  expect((await save({ tolleranza: 0.03 })).status).toBe(412);
  expect(await save({ tolleranza: 11 }, "1")).toMatchObject({
    status: 400,
    body: { dettaglio: expect.stringMatching(/tolleranza.*10 euro/) },
  });
  expect((await save({}, "1", "gest-mensa")).status).toBe(403);
  expect((await call("riconciliazione/getImpostazioni", { params, as: "gest-mensa" })).status).toBe(403);
});
