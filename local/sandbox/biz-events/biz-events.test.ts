import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import { addAvviso, type Banco, COMUNE, openBanco, UNIONE } from "../prove/banco.ts";

const MINUTO = 60_000;
const chiave = { "Ocp-Apim-Subscription-Key": CHIAVE_SOTTOSCRIZIONE };
const BASE = "/sandbox/bizevents/service/v1/organizations";
let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const paga = async (numero: number, altro = {}) =>
  (await banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: addAvviso(banco, numero, 1_010n), ...altro }))
    .corpo;
const leggi = (percorso: string, intestazioni: Record<string, string> = chiave) =>
  banco.json("GET", `${BASE}/${percorso}`, undefined, intestazioni);
const guasto = (altro: object) => banco.json("POST", "/sandbox/guasti", { parte: "bizevents", ...altro });

describe("biz-events", () => {
  it("dà la ricevuta di un pagamento per ente e IUR, anche con lo IUV, e a nessuna stazione è stata consegnata", async () => {
    const { token, iuv, ricevuta } = await paga(1, { ricevutaSmarrita: true });
    expect(ricevuta).toMatchObject({ consegnata: false, consegne: [{ stato: "ESAURITA" }] });
    const attesa = {
      receiptId: token,
      creditorReferenceId: iuv,
      paymentAmount: 10.1,
      outcome: "OK",
      transferList: [{ transferAmount: 10.1, mbdAttachment: null }],
    };
    expect(await leggi(`${COMUNE}/receipts/${String(token)}`)).toMatchObject({ stato: 200, corpo: attesa });
    expect(await leggi(`${COMUNE}/receipts/${String(token)}/paymentoptions/${String(iuv)}`)).toMatchObject({ stato: 200, corpo: attesa });
    expect((await banco.chiedi("GET", `/sandbox/nodo/ricevute/${String(token)}`)).headers.get("content-type")).toContain("text/xml");
  });

  it.each([
    ["un altro ente", (token: string, iuv: string) => `${UNIONE}/receipts/${token}/paymentoptions/${iuv}`],
    ["un altro IUV", (token: string) => `${COMUNE}/receipts/${token}/paymentoptions/1`],
    ["un IUR inventato", () => `${COMUNE}/receipts/inventato`],
  ])("404 a %s", async (_caso, percorso) => {
    const { token, iuv } = await paga(1);
    expect(await leggi(percorso(String(token), String(iuv)))).toMatchObject({
      stato: 404,
      corpo: { status: 404, title: "Receipt not found" },
    });
  });

  it("404 a un pagamento che non ha ricevuta", async () => {
    const { token } = await paga(1, { senzaRicevuta: true });
    expect((await leggi(`${COMUNE}/receipts/${String(token)}`)).stato).toBe(404);
  });

  it("dieci chiamate in sessanta minuti per chiave, poi 429 con l'attesa", async () => {
    const { token } = await paga(1);
    for (let n = 0; n < 10; n += 1) {
      expect((await leggi(`${COMUNE}/receipts/${String(token)}`)).stato).toBe(200);
      banco.avanza(MINUTO);
    }
    const oltre = await banco.chiedi("GET", `${BASE}/${COMUNE}/receipts/${String(token)}`, undefined, chiave);
    expect([oltre.status, oltre.headers.get("retry-after")]).toEqual([429, "3000"]);
    banco.avanza(51 * MINUTO);
    expect((await leggi(`${COMUNE}/receipts/${String(token)}`)).stato).toBe(200);
  });

  it("401 senza la chiave", async () => {
    expect((await leggi(`${COMUNE}/receipts/x`, {})).stato).toBe(401);
  });

  it("si comporta male a richiesta: 404, 429, 5xx, risposta troncata", async () => {
    const { token } = await paga(1);
    const percorso = `${COMUNE}/receipts/${String(token)}`;
    for (const stato of [404, 429, 503]) {
      await guasto({ tipo: "http", stato });
      expect((await leggi(percorso)).stato).toBe(stato);
    }
    await guasto({ tipo: "rifiutato" });
    expect((await leggi(percorso)).stato).toBe(500);
    await guasto({ tipo: "malformato" });
    await expect(leggi(percorso)).rejects.toThrow(SyntaxError);
    expect((await leggi(percorso)).stato).toBe(200);
  });
});

const documento = contratto("pagopa/openapi/biz_events.json");
if (documento !== undefined) {
  describe("contro il contratto ufficiale", () => {
    it("ogni campo è del contratto, e i campi obbligatori ci sono", async () => {
      const { schemas } = JSON.parse(readFileSync(documento, "utf8")).components;
      const { token } = await paga(1);
      const { corpo } = await leggi(`${COMUNE}/receipts/${String(token)}`);
      const { required, properties } = schemas.CtReceiptModelResponse;
      expect(Object.keys(corpo).filter((campo) => !(campo in properties))).toEqual([]);
      expect(required.filter((campo: string) => corpo[campo] === undefined || corpo[campo] === null)).toEqual([]);
      const [transfer] = Object.values(corpo["transferList"] ?? {});
      expect(Object.keys(transfer ?? {}).filter((campo) => !(campo in schemas.TransferPA.properties))).toEqual([]);
    });
  });
}
