import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasCheckDigitValido } from "../../../shared/domain/valori/numero-avviso.ts";
import { COMUNE, IBAN_COMUNE } from "../../sostegno/anagrafica.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { numero } from "../../sostegno/pendenze.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const voce = (altro: Readonly<Record<string, unknown>>) => ({ idVocePendenza: "1", importo: 100.5, descrizione: "Voce", ...altro });
const CONTO = { ibanAccredito: IBAN_COMUNE, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/" };

describe("PUT /pendenze/v2/pendenze/{idA2A}/{idPendenza}", () => {
  let s3: DepositoS3;
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    api = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  });
  afterAll(async () => {
    await api.stop();
    await s3.stop();
  });
  const get = async (idPendenza: string) => (await api.invoke("pendenze/getPendenza", { params: chiave(idPendenza) })).body;

  it.each(["a-due-voci", "b-numero-generato-e-stampa", "c-aggiornamento", "d-somma-errata", "e-con-allegato-e-segnalazioni"])(
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

  const altra = corpo({ causale: "Altra" });
  const indicato = (causale = "TARI 2026") => corpo({ causale, numeroAvviso: numero(4_242) });
  it.each([
    ["an insert", corpo(), ["Query", "TransactWriteItems"]],
    ["an update", altra, ["Query", "TransactWriteItems"]],
    ["a repetition, confirmed by a consistent read, which writes nothing", altra, ["Query", "GetItem"]],
    ["an insert that gives the number", indicato(), ["GetItem", "TransactWriteItems"]],
    ["an update that gives the number", indicato("Altra"), ["GetItem", "TransactWriteItems"]],
    ["a repetition that gives the number", indicato("Altra"), ["GetItem"]],
  ])("sends for %s what it says, and nothing else", async (_caso, body, attese) => {
    await api.put("CALDO");
    api.richieste.length = 0;
    expect([200, 201]).toContain((await api.put("numeroAvviso" in body ? "P2-N" : "P2", body)).status);
    expect(api.richieste).toEqual(attese);
  });

  it("tells what is worth telling, in the answer and in the debt, and sends what was written as it was written", async () => {
    const causale = "Università – saldo";
    const { status, body } = await api.put("SEGNALATA", corpo({ causale, dataScadenza: "2030-01-31", dataValidita: "2030-02-01" }));
    const attese = [
      { codice: "TESTO_CARATTERI", dettaglio: 'causale: si propone "Universita - saldo"' },
      { codice: "DATE_INCOERENTI", dettaglio: "dataValidita: 01/02/2030 segue dataScadenza, 31/01/2030" },
    ];
    expect({ status, segnalazioni: body["segnalazioni"] }).toMatchObject({ status: 201, segnalazioni: attese });
    expect(await get("SEGNALATA")).toMatchObject({ causale, segnalazioni: attese });
    expect((await api.put("PULITA", corpo({ causale: "Saldo" }))).body).not.toHaveProperty("segnalazioni");
  });

  it("takes 4 MB of attachments in its body, and tells who sends more that it is too much", async () => {
    const allegato = (byte: number) => corpo({ allegati: [{ nome: "grande.bin", contenuto: Buffer.alloc(byte, 1).toString("base64") }] });
    expect((await api.put("GRANDE", allegato(4 * 1024 * 1024))).status).toBe(201);
    expect((await get("GRANDE"))["allegati"]).toMatchObject([{ dimensione: 4_194_304, tipo: "application/octet-stream" }]);
    expect((await api.put("TROPPO", allegato(5 * 1024 * 1024))).status).toBe(413);
  });

  it("answers with the version that a later PUT may ask for", async () => {
    const put = (causale: string, ifMatch: string) =>
      api.invoke("pendenze/addPendenza", { params: chiave("VERSIONI"), body: corpo({ causale }), headers: { "if-match": ifMatch } });
    expect(await put("Uno", "*")).toMatchObject({ status: 412, body: { dettaglio: expect.stringContaining("non esiste") } });
    const { headers } = await api.put("VERSIONI");
    expect(headers["etag"]).toBe('"1"');
    expect(await put("Due", '"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await put("Tre", '"1"')).toMatchObject({ status: 412, body: { dettaglio: expect.stringContaining("If-Match") } });
    expect((await get("VERSIONI"))["causale"]).toBe("Due");
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
    ["more than 128 kB of data", { datiAllegati: { x: "a".repeat(131_072) } }, "128 kB"],
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
