import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasCheckDigitValido } from "../../../shared/domain/valori/numero-avviso.ts";
import { COMUNE, IBAN_COMUNE } from "../../sostegno/anagrafica.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const voce = (altro: Readonly<Record<string, unknown>>) => ({ idVocePendenza: "1", importo: 100.5, descrizione: "Voce", ...altro });
const CONTO = { ibanAccredito: IBAN_COMUNE, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/" };

describe("PUT /pendenze/v2/pendenze/{idA2A}/{idPendenza}", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
  });
  afterAll(() => api.stop());
  const get = async (idPendenza: string) => (await api.invoke("pendenze/getPendenza", { params: chiave(idPendenza) })).body;

  it.each(["a-due-voci", "b-numero-generato-e-stampa", "c-aggiornamento", "d-somma-errata"])(
    "answers the sample %s as it says",
    async (caso) => {
      const { atteso, esito } = await api.sample("addPendenza", caso);
      expect([esito.status, esito.testo.slice(0, 200)]).toEqual([atteso, expect.any(String)]);
    },
  );

  it("creates with 201 and number generated, updates with 200 and the same number", async () => {
    const creata = await api.put("P1");
    expect(creata).toMatchObject({ status: 201, body: { idDominio: COMUNE, UUID: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    expect(hasCheckDigitValido(String(creata.body["numeroAvviso"]))).toBe(true);
    const aggiornata = await api.put("P1", corpo({ causale: "TARI 2026 corretta" }));
    expect(aggiornata).toMatchObject({ status: 200, body: creata.body });
    expect(await get("P1")).toMatchObject({ causale: "TARI 2026 corretta", stato: "NON_ESEGUITA" });
  });

  it("sends one read and one transaction, whether it inserts, updates or repeats", async () => {
    await api.put("CALDO");
    for (const body of [corpo(), corpo({ causale: "Altra" }), corpo({ causale: "Altra" })]) {
      api.richieste.length = 0;
      await api.put("P2", body);
      expect(api.richieste).toEqual(["Query", "TransactWriteItems"]);
    }
  });

  it("prints the notice when asked, never for a stamp alone", async () => {
    const avviso = await api.put("P3", corpo(), { stampaAvviso: "true" });
    expect(Buffer.from(String(avviso.body["pdf"]), "base64").toString("latin1")).toMatch(/^%PDF-1/);
    const bollo = voce({
      importo: 16,
      tipoBollo: "01",
      hashDocumento: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
      provinciaResidenza: "TO",
    });
    const { idTipoPendenza: _, ...senzaTipo } = corpo({ importo: 16, voci: [bollo] });
    const esito = await api.put("P4", senzaTipo, { stampaAvviso: "true" });
    expect(esito.status).toBe(201);
    expect(esito.body).not.toHaveProperty("pdf");
    expect(await get("P4")).toMatchObject({ idTipoPendenza: "BOLLOT" });
  });

  it.each([
    ["no debtor", undefined, { identificativo: "ANONIMO", anagrafica: "ANONIMO", tipo: "F" }],
    ["a debtor without code", { tipo: "G", anagrafica: "Ditta" }, { identificativo: "ANONIMO", anagrafica: "ANONIMO", tipo: "G" }],
  ])("takes %s as the protocol's ANONIMO", async (caso, soggettoPagatore, atteso) => {
    const idPendenza = caso.replaceAll(" ", "-");
    expect((await api.put(idPendenza, corpo({ soggettoPagatore }))).status).toBe(201);
    expect((await get(idPendenza))["soggettoPagatore"]).toEqual(atteso);
  });

  it("takes codiceTassonomicoPagoPA in place of the pair, and 255 characters of description", async () => {
    const { ibanAccredito } = CONTO;
    await api.put(
      "P5",
      corpo({
        voci: [voce({ ibanAccredito: ibanAccredito.toLowerCase(), codiceTassonomicoPagoPA: "9/0101100IM/", descrizione: "x".repeat(255) })],
      }),
    );
    expect((await get("P5"))["voci"]).toMatchObject([CONTO]);
  });

  it.each([
    ["2026-12-01", "2026-12-01"],
    ["MAI", undefined],
  ])("takes dataAvvisatura %s over the date of the body", async (dataAvvisatura, atteso) => {
    await api.put(`AVV-${dataAvvisatura}`, corpo({ dataNotificaAvviso: "2026-11-30" }), { dataAvvisatura });
    expect((await get(`AVV-${dataAvvisatura}`))["dataNotificaAvviso"]).toBe(atteso);
  });

  it.each([
    ["more than two decimals", { importo: 100.501 }, "importo"],
    ["an amount over the protocol's", { importo: 1_000_000_000 }, "importo"],
    ["a negative amount", { importo: -1 }, "importo"],
    ["an amount in words", { importo: "100,50" }, "importo"],
    ["no items", { voci: [] }, "voci"],
    ["six items", { voci: Array.from({ length: 6 }, (_, i) => voce({ idVocePendenza: `${i}`, codEntrata: "TARI" })) }, "voci"],
    ["an item without destination", { voci: [voce({})] }, "voci.0.codEntrata"],
    ["an item with two destinations", { voci: [voce({ codEntrata: "TARI", ...CONTO })] }, "voci.0.ibanAccredito"],
    ["an account without accounting", { voci: [voce({ ibanAccredito: IBAN_COMUNE })] }, "voci.0.tipoContabilita"],
    ["a stamp without its document", { voci: [voce({ tipoBollo: "01", provinciaResidenza: "TO" })] }, "voci.0.hashDocumento"],
    ["a date that does not exist", { dataScadenza: "2026-02-30" }, "dataScadenza"],
    ["a control character", { causale: "TARI\u0000" }, "causale"],
    ["a causale of 141 characters", { causale: "x".repeat(141) }, "causale"],
    ["a notice number of 17 digits", { numeroAvviso: "3".repeat(17) }, "numeroAvviso"],
    [
      "instalment and threshold together",
      { documento: { identificativo: "D", descrizione: "D", rata: 1, soglia: { tipo: "ENTRO", giorni: 5 } } },
      "documento.soglia",
    ],
    [
      "a threshold without days",
      { documento: { identificativo: "D", descrizione: "D", soglia: { tipo: "ENTRO" } } },
      "documento.soglia.giorni",
    ],
    ["attachments, not served yet", { allegati: [] }, "allegati"],
  ])("refuses %s, naming the field", async (_caso, altro, campo) => {
    expect(await api.put("RIFIUTATA", corpo(altro))).toMatchObject({
      status: 400,
      body: { codice: "SINTASSI", dettaglio: expect.stringContaining(campo) },
    });
  });

  it.each([
    ["APP_002", 400, "SINTETICA", "gest-mensa", {}],
    ["VER_022", 422, "GEST-MENSA", "gest-mensa", {}],
    ["DOM_000", 422, "GEST-TRIBUTI", "gest-tributi", { idDominio: "99999999999" }],
    ["VER_039", 422, "GEST-TRIBUTI", "gest-tributi", { numeroAvviso: "001000000000000133" }],
  ])("answers %s with status %i", async (codice, status, idA2A, as, altro) => {
    const esito = await api.invoke("pendenze/addPendenza", { params: chiave("ALTRUI", idA2A), body: corpo(altro), as });
    expect(esito).toMatchObject({ status, body: { categoria: "RICHIESTA", codice, descrizione: expect.any(String) } });
  });

  it("gives 64 callers at once one number per debt, never the same to two debts", async () => {
    const esiti = await Promise.all(Array.from({ length: 64 }, (_, i) => api.put(`INSIEME-${i % 48}`)));
    expect(esiti.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
    const perPendenza = new Map(esiti.map(({ body }, i) => [i % 48, body["numeroAvviso"]]));
    esiti.forEach(({ body }, i) => {
      expect(body["numeroAvviso"]).toBe(perPendenza.get(i % 48));
    });
    expect(new Set(perPendenza.values()).size).toBe(48);
    expect(esiti.filter(({ status }) => status === 201)).toHaveLength(48);
  });
});
