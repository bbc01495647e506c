/** The registration of a movement and its life until the outcome, with the worker fed as the queue would. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, consume, FLUSSO, IUV, openArchivio, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const put = (id: string, body: unknown, altro: { idDominio?: string; as?: string } = {}) =>
  ambiente.invoke("riconciliazione/addRiconciliazione", {
    params: { idDominio: altro.idDominio ?? COMUNE, id },
    body,
    ...(altro.as !== undefined && { as: altro.as }),
  });

const work = async (id: string): Promise<unknown> => {
  const { handler } = await import("../../../functions/consumers/riconciliazioni.ts");
  return consume(handler, { idDominio: COMUNE, id, tappa: 0 });
};

it("202 con Location, poi 200 con l'esito e le riscossioni incassate", async () => {
  const body = { importo: 10.01, sct: "SCT-1", iuv: IUV, dataValuta: "2026-11-25", contoAccredito: "IT60X0542811101000000123456" };
  const prima = await put("mov-1", body);
  expect([prima.status, prima.headers["location"]]).toEqual([202, `/riconciliazione/v3/riconciliazioni/${COMUNE}/mov-1`]);
  expect(prima.body).toMatchObject({ id: "mov-1", stato: "IN_ELABORAZIONE", importo: 10.01, riscossioni: [] });
  expect((await put("mov-1", body)).status).toBe(202);
  expect(await work("mov-1")).toEqual({ batchItemFailures: [] });
  const dopo = await put("mov-1", body);
  expect(dopo.status).toBe(200);
  expect(dopo.body).toMatchObject({
    stato: "ACQUISITA",
    trn: IUV,
    riscossioni: [{ iuv: IUV, stato: "INCASSATA", incasso: `/riconciliazione/v3/riconciliazioni/${COMUNE}/mov-1` }],
  });
});

it("una in errore si ritenta con la stessa richiesta, e libera il suo sct", async () => {
  const body = { importo: 30.07, sct: "SCT-2", causale: `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO}` };
  await put("mov-2", body);
  await work("mov-2");
  const letta = () => ambiente.invoke("riconciliazione/getRiconciliazione", { params: { idDominio: COMUNE, id: "mov-2" } });
  expect((await letta()).body).toMatchObject({ stato: "ERRORE", descrizioneStato: expect.stringMatching(/^021407: .*30,07.*30,06/) });
  expect(await put("mov-2", body)).toMatchObject({ status: 202, body: { stato: "IN_ELABORAZIONE" } });
  await work("mov-2");
  expect(await put("mov-2b", { ...body, importo: 30.06 })).toMatchObject({ status: 202 });
  expect(await put("mov-2", body)).toMatchObject({ status: 422, body: { codice: "021411" } });
});

it.each<[string, string, object, { idDominio?: string; as?: string }, number, string]>([
  ["dominio sconosciuto", "x", { iuv: IUV }, { idDominio: "99999999999" }, 422, "021410"],
  ["dominio altrui", "x", { iuv: IUV }, { as: "gest-mensa" }, 403, "403000"],
  ["conto di un altro dominio", "x", { iuv: IUV, contoAccredito: "IT54W8000000292100645211111" }, {}, 422, "021412"],
  ["stesso id e dati diversi", "mov-1", { iuv: IUV }, {}, 422, "021409"],
  ["sct già usato", "x", { iuv: IUV, sct: "SCT-1" }, {}, 422, "021411"],
  ["né causale né iuv né flusso", "x", {}, {}, 400, "SINTASSI"],
  ["causale e iuv insieme", "x", { iuv: IUV, causale: "c" }, {}, 400, "SINTASSI"],
  ["importo zero", "x", { iuv: IUV, importo: 0 }, {}, 400, "SINTASSI"],
  ["importo con tre decimali", "x", { iuv: IUV, importo: 1.001 }, {}, 400, "SINTASSI"],
  ["sct di 36 caratteri", "x", { iuv: IUV, sct: "s".repeat(36) }, {}, 400, "SINTASSI"],
])("rifiuta subito: %s", async (_caso, id, altro, chi, status, codice) => {
  const esito = await put(id, { importo: 10, sct: "SCT-9", ...altro }, chi);
  expect([esito.status, esito.body["codice"]]).toEqual([status, codice]);
});

it("lo stesso sct vale per due domini diversi", async () => {
  await openArchivio(ambiente.deposito);
  expect((await put("mov-1", { importo: 10, sct: "SCT-1", iuv: IUV }, { idDominio: UNIONE })).status).toBe(202);
});

it("venti richieste uguali insieme registrano un solo movimento", async () => {
  const esiti = await Promise.all(Array.from({ length: 20 }, () => put("mov-20", { importo: 1, sct: "SCT-20", iuv: IUV })));
  expect(new Set(esiti.map(({ status }) => status))).toEqual(new Set([202]));
});
