/** The older versions of the API Pagamento: same data as the present one, in the shapes of then (reference 1.5, 1.6). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { CCP, IUV, PAGAMENTO, RICEVUTA, seedPagamento, storePendenza } from "./sostegno.ts";

const NUMERI = { iuv: "01000000000020633", numeroAvviso: "301000000000020633" };
const PENDENZA = { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" };
const RPP = { idDominio: COMUNE, iuv: IUV, ccp: CCP };
const DEBITORE = "RSSMRA85T10A562S";

describe("the older versions of the API Pagamento", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
    await storePendenza(ambiente, {
      ...{ ...NUMERI, idPendenza: "INCASSATA", stato: "INCASSATA", proprieta: { lineaTestoRicevuta1: "riga" } },
      documento: { identificativo: "D1", descrizione: "Piano", rata: 1 },
    });
  });
  afterAll(() => ambiente.stop());

  describe("v3", () => {
    it("pagamento-v3/getPendenza has items without attempts, and links of its own", async () => {
      const { status, body, testo } = await ambiente.invoke("pagamento-v3/getPendenza", { params: PENDENZA });
      expect([status, body["stato"], body["soggettoPagatore"]]).toEqual([
        200,
        "ESEGUITA",
        expect.objectContaining({ identificativo: DEBITORE }),
      ]);
      expect(Object.keys(body)).not.toContain("rpp");
      expect(testo).not.toContain("/riconciliazione/");
    });

    it("pagamento-v3/findPendenze shows what is collected as paid, and filters on what it shows", async () => {
      const { body } = await ambiente.invoke("pagamento-v3/findPendenze", {
        query: { stato: "ESEGUITA", ordinamento: "-dataCaricamento" },
      });
      const viste = body["risultati"] as { idPendenza: string; stato: string; voci: unknown[] }[];
      expect(viste.map(({ idPendenza, stato, voci }) => [idPendenza, stato, voci.length]).toSorted()).toEqual([
        ["INCASSATA", "ESEGUITA", 1],
        ["TARI-2026-1", "ESEGUITA", 1],
      ]);
      const ignoto = await ambiente.invoke("pagamento-v3/findPendenze", { query: { stato: "INCASSATA" } });
      expect([ignoto.status, ignoto.body["codice"]]).toEqual([400, "100001"]);
    });

    it("pagamento-v3/findRicevute and pagamento-v3/getRicevuta give the receipts, as data and printed", async () => {
      const elenco = await ambiente.invoke("pagamento-v3/findRicevute", { params: { idDominio: COMUNE, iuv: IUV } });
      expect(elenco.body).toMatchObject({ numRisultati: 1, risultati: [{ idRicevuta: RICEVUTA, esito: "ESEGUITO", importo: 100.5 }] });
      const params = { idDominio: COMUNE, iuv: IUV, idRicevuta: RICEVUTA };
      const { status, body } = await ambiente.invoke("pagamento-v3/getRicevuta", { params });
      expect([status, body["idPagamento"], body["pendenza"]]).toEqual([200, PAGAMENTO, expect.objectContaining({ stato: "ESEGUITA" })]);
      const pdf = await ambiente.invoke("pagamento-v3/getRicevuta", { params, headers: { accept: "application/pdf" } });
      expect([pdf.status, pdf.headers["content-type"], pdf.bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
    });

    it("pagamento-v3/getProfilo and pagamento-v3/getAllegato are those of the present version", async () => {
      expect((await ambiente.invoke("pagamento-v3/getProfilo")).body).toEqual((await ambiente.invoke("pagamento/getProfilo")).body);
      expect((await ambiente.invoke("pagamento-v3/getAllegato", { params: { id: `${COMUNE}-${IUV}-1-9f86d081884c7d65` } })).status).toBe(
        404,
      );
    });
  });

  describe("v1", () => {
    it("pagamento-v1/getPendenza and pagamento-v1/findPendenze show nothing of what came later", async () => {
      const dettaglio = await ambiente.invoke("pagamento-v1/getPendenza", { params: { ...PENDENZA, idPendenza: "INCASSATA" } });
      const elenco = await ambiente.invoke("pagamento-v1/findPendenze", { query: { stato: "ESEGUITA" } });
      expect([dettaglio.status, dettaglio.body["stato"], elenco.body["numRisultati"]]).toEqual([200, "ESEGUITA", 2]);
      for (const { testo } of [dettaglio, elenco]) expect(testo).not.toMatch(/"(documento|proprieta|allegati)"/);
      expect(elenco.body["risultati"]).toContainEqual(
        expect.objectContaining({ rpp: "/pagamento/v1/rpp?idA2A=GEST-TRIBUTI&idPendenza=INCASSATA" }),
      );
    });

    it("pagamento-v1/findRpp links the debt where pagamento-v1/getRpp shows it", async () => {
      const elenco = await ambiente.invoke("pagamento-v1/findRpp", { query: { esito: "ESEGUITO" } });
      expect(elenco.body["risultati"]).toMatchObject([{ pendenza: "/pagamento/v1/pendenze/GEST-TRIBUTI/TARI-2026-1" }]);
      const dettaglio = await ambiente.invoke("pagamento-v1/getRpp", { params: RPP });
      expect(dettaglio.body["pendenza"]).toMatchObject({ idPendenza: "TARI-2026-1", stato: "ESEGUITA" });
    });

    it.each(["pagamento-v1/getRpt", "pagamento-v1/getRt"])("%s gives the message as data", async (operazione) => {
      expect((await ambiente.invoke(operazione, { params: RPP })).body).toEqual(
        (await ambiente.invoke(operazione.replace("-v1", ""), { params: RPP })).body,
      );
    });

    it.each<[Record<string, string>, number]>([
      [{}, 1],
      [{ id: PAGAMENTO }, 1],
      [{ id: "altro" }, 0],
      [{ versante: DEBITORE }, 0],
      [{ stato: "ESEGUITO", idSessionePortale: "sessione-7" }, 1],
      [{ idSessione: "altra" }, 0],
      [{ dataDa: "2026-11-26" }, 0],
    ])("pagamento-v1/findPagamenti filters by %o", async (query, quanti) => {
      const { status, body } = await ambiente.invoke("pagamento-v1/findPagamenti", { query });
      expect([status, body["numRisultati"]]).toEqual([200, quanti]);
    });

    it("pagamento-v1/getPagamento and pagamento-v1/getPagamentoByIdSession link the resources of v1", async () => {
      const perId = await ambiente.invoke("pagamento-v1/getPagamento", { params: { id: PAGAMENTO } });
      const perSessione = await ambiente.invoke("pagamento-v1/getPagamentoByIdSession", { params: { idSession: PAGAMENTO } });
      expect(perId.body).toEqual(perSessione.body);
      expect(perId.body).toMatchObject({
        rpp: `/pagamento/v1/rpp?idPagamento=${PAGAMENTO}`,
        pendenze: [{ pendenza: "/pagamento/v1/pendenze/GEST-TRIBUTI/TARI-2026-1" }],
      });
    });

    it("pagamento-v1/getAvviso tells the states of then", async () => {
      const params = { idDominio: COMUNE, numeroAvviso: `3${IUV}` };
      const { status, body } = await ambiente.invoke("pagamento-v1/getAvviso", { as: null, params, query: { idDebitore: DEBITORE } });
      expect([status, body["stato"], body["dataPagamento"]]).toEqual([200, "Pagato", undefined]);
      expect((await ambiente.invoke("pagamento-v1/getAvviso", { as: null, params })).status).toBe(400);
    });

    it("pagamento-v1/addPagamento knows the parameters of then, and refuses what came later by name", async () => {
      const body = { pendenze: [{ ...PENDENZA }], urlRitorno: "https://portale.example", canale: { idPsp: "x" } };
      const esito = await ambiente.invoke("pagamento-v1/addPagamento", { body, query: { avvisaturaDigitale: "true" } });
      expect([esito.status, esito.body["codice"]]).toEqual([422, "PAG_006"]);
      const conLingua = await ambiente.invoke("pagamento-v1/addPagamento", { body: { ...body, lingua: "it" } });
      expect([conLingua.status, conLingua.body["dettaglio"]]).toEqual([400, expect.stringContaining("lingua")]);
    });

    it("pagamento-v1/getProfilo is that of the present version", async () => {
      expect((await ambiente.invoke("pagamento-v1/getProfilo")).body).toEqual((await ambiente.invoke("pagamento/getProfilo")).body);
    });
  });
});
