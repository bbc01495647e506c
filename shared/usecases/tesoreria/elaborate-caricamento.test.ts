/** Treasury files loaded: lines to movements, twice, overlapping, in two formats, in the wrong order, of another creditor, cut. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createLavoroTesoreria, fileDi, type LavoroTesoreria, righeDi } from "../../../tests/sostegno/lavoro-tesoreria.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import { pacchettiZip } from "../../adapters/zip/pacchetti-zip.ts";
import type { Lettura, RigaLetta } from "../../domain/tesoreria/movimento.ts";

const FLUSSO = "2026-11-02PPAYITR1XXX-S200000001";
const FLUSSO_2 = "2026-11-02PPAYITR1XXX-S200000002";

const sospeso = (riga: number, altro: Partial<RigaLetta> = {}): RigaLetta => ({
  riga,
  operazione: "ESEGUITO",
  segno: "ENTRATA",
  importo: BigInt(1000 * riga),
  dataContabile: "2026-11-03",
  causale: `/PUR/LGPE-RIVERSAMENTO/URI/2026-11-02PPAYITR1XXX-S20000000${riga}`,
  documento: "SOSPESO",
  numeroSospeso: String(100 + riga),
  esercizio: 2026,
  sct: `TRN00000000000${riga}`,
  ...altro,
});

const camt = (riga: number, altro: Partial<RigaLetta> = {}): RigaLetta => ({
  riga,
  operazione: "ESEGUITO",
  segno: "ENTRATA",
  importo: BigInt(1000 * riga),
  dataContabile: "2026-11-02",
  dataValuta: "2026-11-02",
  causale: `ACCREDITO SEPA LGPE RIVERSAMENTO URI 2026-11-02PPAYITR1XXX-S20000000${riga}`,
  conto: IBAN_COMUNE,
  riferimentoBanca: `REF${riga}`,
  sct: `TRN00000000000${riga}`,
  ordinante: "PSP SPA",
  ...altro,
});

let lavoro: LavoroTesoreria;
beforeEach(async () => {
  lavoro = await createLavoroTesoreria();
});

describe("a file", () => {
  it("becomes movements, found by flow, by provisional number and by transfer", async () => {
    const fine = await lavoro.load("OPI", righeDi([sospeso(1), sospeso(2)]));
    expect(fine).toMatchObject({
      stato: "ESEGUITO",
      formatoLetto: "OPI",
      nuovi: 2,
      righeLette: 2,
      entrate: 3000n,
      uscite: 0n,
      dataDa: "2026-11-03",
    });
    const trovati = await lavoro.tesoreria.findMovimentiByFlusso(COMUNE, FLUSSO.toLowerCase());
    expect(trovati).toMatchObject([{ stato: "ESEGUITO", importo: 1000n, numeroSospeso: "101", chiavi: { flussi: [FLUSSO] } }]);
    expect(await lavoro.tesoreria.findMovimentiBySospeso(COMUNE, "0102")).toMatchObject([{ importo: 2000n }]);
    expect(await lavoro.tesoreria.findMovimentiBySospeso(COMUNE, "102", 2025)).toEqual([]);
    expect(await lavoro.tesoreria.findMovimentiBySct(COMUNE, "TRN000000000002")).toMatchObject([{ importo: 2000n }]);
  });

  it("is found through a flow id cut in the text", async () => {
    await lavoro.load("OPI", righeDi([sospeso(1, { causale: "/PUR/LGPE-RIVERSAMENTO/URI/2026-11-02PPAYITR1X" })]));
    expect(await lavoro.tesoreria.findMovimentiByFlusso(COMUNE, FLUSSO)).toHaveLength(1);
    expect(await lavoro.tesoreria.findMovimentiByFlusso(COMUNE, "2026-11-02ABI03069-S2")).toHaveLength(0);
  });

  it("loaded twice through the API is the same loading, and forced writes no movement again", async () => {
    const prima = await lavoro.load("OPI", righeDi([sospeso(1)]));
    const file = fileDi("OPI", righeDi([sospeso(1)]));
    expect(await lavoro.upload(file)).toBe(prima.id);
    const dopo = await lavoro.finish(await lavoro.upload(file, { forza: true }));
    expect(dopo).toMatchObject({ stato: "ESEGUITO", nuovi: 0, presenti: 1, entrate: 0n });
    expect(lavoro.movimenti()).toHaveLength(1);
  });

  it("in a ZIP is read like any other; a ZIP cut in the middle says so", async () => {
    const { byte, voci } = pacchettiZip.pack([{ nome: "giornale.xml", contenuto: Buffer.from(fileDi("OPI", righeDi([sospeso(1)]))) }]);
    const zip = Buffer.concat([byte, pacchettiZip.index(voci, byte.length)]);
    expect(await lavoro.finish(await lavoro.upload(zip))).toMatchObject({ stato: "ESEGUITO", nuovi: 1 });
    const tagliato = await lavoro.finish(await lavoro.upload(zip.subarray(0, zip.length - 30)));
    expect(tagliato).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringMatching(/ZIP/) });
  });

  it("that overlaps another adds only what is new", async () => {
    await lavoro.load("OPI", righeDi([sospeso(1), sospeso(2)]));
    expect(await lavoro.load("OPI", righeDi([sospeso(2), sospeso(3)]))).toMatchObject({ nuovi: 1, presenti: 1 });
    expect(lavoro.movimenti()).toHaveLength(3);
  });

  it.each([
    ["journal first", true],
    ["statement first", false],
  ])("in two formats, %s, gives one movement per line with what both say", async (_, primaOpi) => {
    const opi = () => lavoro.load("OPI", righeDi([sospeso(1), sospeso(2)]));
    const estratto = () => lavoro.load("CAMT053", righeDi([camt(1), camt(2)]));
    if (primaOpi) await opi();
    await estratto();
    if (!primaOpi) await opi();
    expect(lavoro.movimenti()).toHaveLength(2);
    const [primo] = await lavoro.tesoreria.findMovimentiByFlusso(COMUNE, FLUSSO);
    expect(primo).toMatchObject({
      ...{ numeroSospeso: "101", riferimentoBanca: "REF1", conto: IBAN_COMUNE, dataValuta: "2026-11-02", ordinante: "PSP SPA" },
      ...{ importo: 1000n, dataContabile: "2026-11-02" },
    });
  });

  it("keeps apart two lines equal in everything, and finds them again in the next file", async () => {
    const gemella = (riga: number): RigaLetta => ({
      ...{
        riga,
        operazione: "ESEGUITO",
        segno: "USCITA",
        importo: 150n,
        dataContabile: "2026-11-03",
        causale: "COMMISSIONI",
        conto: IBAN_COMUNE,
      },
    });
    await lavoro.load("BANCA", righeDi([gemella(1), gemella(2)]));
    const dopo = await lavoro.load("BANCA", righeDi([gemella(4), gemella(5), gemella(6)]));
    expect(dopo).toMatchObject({ nuovi: 1, presenti: 2, uscite: 150n });
    expect(lavoro.movimenti()).toHaveLength(3);
  });

  it("keeps apart two credits of one flow with their own provisional numbers", async () => {
    await lavoro.load("OPI", righeDi([sospeso(1, { sct: "TRNA00000001" })]));
    await lavoro.load("OPI", righeDi([sospeso(1, { numeroSospeso: "999", sct: "TRNB00000001" })]));
    expect(await lavoro.tesoreria.findMovimentiByFlusso(COMUNE, FLUSSO)).toHaveLength(2);
  });
});

describe("a line that changes another", () => {
  const storno = sospeso(7, { operazione: "STORNATO", importo: 1000n, numeroSospeso: "101", dataContabile: "2026-11-05" });
  const regolarizzato = sospeso(8, { operazione: "REGOLARIZZATO", importo: 2000n, numeroSospeso: "102", numeroDocumento: "55" });

  it("changes it, from a later file", async () => {
    await lavoro.load("OPI", righeDi([sospeso(1), sospeso(2)]));
    expect(await lavoro.load("OPI", righeDi([storno, regolarizzato]))).toMatchObject({ nuovi: 0, aggiornati: 2 });
    expect(await lavoro.tesoreria.findMovimentiBySospeso(COMUNE, "101")).toMatchObject([{ stato: "STORNATO", importoStornato: 1000n }]);
    expect(await lavoro.tesoreria.findMovimentiBySospeso(COMUNE, "102")).toMatchObject([{ stato: "REGOLARIZZATO", numeroDocumento: "55" }]);
  });

  it("waits for it, from an earlier file", async () => {
    await lavoro.load("OPI", righeDi([storno]));
    expect(lavoro.movimenti()).toMatchObject([{ stato: "IN_ATTESA" }]);
    await lavoro.load("OPI", righeDi([sospeso(1)]));
    expect(lavoro.movimenti()).toMatchObject([{ stato: "STORNATO", importo: 1000n, dataContabile: "2026-11-03", segnalazioni: [] }]);
  });

  it("is refused when nothing says which, and the others go on", async () => {
    const { numeroSospeso: _, sct: _sct, ...anonimo } = storno;
    const fine = await lavoro.load("OPI", righeDi([anonimo, sospeso(2)]));
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_SCARTI", nuovi: 1, scartate: 1 });
    expect(await lavoro.scarti(fine.id)).toContain("STORNATO senza numero di sospeso");
  });

  it("that covers a provisional with an order tells no new money", async () => {
    const { numeroSospeso: _, ...reversale } = regolarizzato;
    const fine = await lavoro.load("OPI", righeDi([{ ...reversale, documento: "REVERSALE" }]));
    expect(fine).toMatchObject({ ignorate: 1, nuovi: 0, stato: "ESEGUITO" });
    expect(lavoro.movimenti()).toEqual([]);
  });
});

describe("what must not be loaded", () => {
  const testata = (altro: object): Lettura => ({ tipo: "testata", testata: { formato: "OPI", ...altro } });

  it("is a file of another creditor: refused whole, with the reason", async () => {
    const fine = await lavoro.load("OPI", [testata({ codiceFiscaleEnte: "80000000001" }), ...righeDi([sospeso(1)])]);
    expect(fine).toMatchObject({
      stato: "SCARTATO",
      descrizioneStato: `codice fiscale dell'ente: il file è di 80000000001, non di ${COMUNE}`,
    });
    expect(lavoro.movimenti()).toEqual([]);
  });

  it("is a statement of an account that is not the creditor's: its lines are refused, those of the next statement are good", async () => {
    const fine = await lavoro.load("CAMT053", [
      testata({ conto: IBAN_COMUNE }),
      ...righeDi([camt(1)]),
      testata({ conto: "IT97D0306903200000000123456" }),
      ...righeDi([camt(2, { conto: "IT97D0306903200000000123456" })]),
    ]);
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_SCARTI", nuovi: 1, scartate: 1 });
    expect(await lavoro.scarti(fine.id)).toContain("non è tra i conti registrati");
  });

  it.each<[string, Partial<RigaLetta>, RegExp]>([
    ["no money", { importo: 0n }, /importo: deve essere maggiore di zero/],
    ["more money than there is", { importo: 10n ** 14n }, /importo: supera/],
    ["a day that does not exist", { dataContabile: "2026-02-30" }, /dataContabile/],
    ["a year of another age", { esercizio: 1812 }, /esercizio/],
  ])("is a line with %s", async (_, guasto, motivo) => {
    const fine = await lavoro.load("OPI", righeDi([sospeso(1, guasto), sospeso(2)]));
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_SCARTI", nuovi: 1, scartate: 1 });
    expect(await lavoro.scarti(fine.id)).toMatch(motivo);
  });

  it("is a second amount for one provisional number", async () => {
    await lavoro.load("OPI", righeDi([sospeso(1)]));
    const fine = await lavoro.load("OPI", righeDi([sospeso(1, { importo: 7n })]));
    expect(await lavoro.scarti(fine.id)).toContain("importo: il sospeso 101 è già registrato con 10,00 euro, la riga dice 0,07");
    expect(fine.stato).toBe("SCARTATO");
  });

  it("is what follows a cut: what came before is kept, and it is said where it stops", async () => {
    const fine = await lavoro.load("OPI", [...righeDi([sospeso(1)]), { tipo: "rifiuto", motivo: "il file è tagliato alla riga 2" }]);
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_SCARTI", nuovi: 1 });
    expect(fine.descrizioneStato).toContain("lettura interrotta: il file è tagliato alla riga 2");
  });

  it("is shown in a CSV that no spreadsheet runs", async () => {
    const fine = await lavoro.load("BANCA", [
      { tipo: "scarto", scarto: { riga: 3, motivo: "data", testo: '=CMD|"/C calc"' } },
      ...righeDi([camt(1)]),
    ]);
    expect(await lavoro.scarti(fine.id)).toBe('\uFEFFriga;motivo;testo\r\n3;"data";"\'=CMD|""/C calc"""\r\n');
  });
});

describe("what does not add up", () => {
  it("is told, and the lines are good all the same", async () => {
    const fine = await lavoro.load("OPI", [
      { tipo: "testata", testata: { formato: "OPI", abi: "99999" } },
      ...righeDi([sospeso(1)]),
      { tipo: "chiusura", chiusura: { totaliErrati: [{ nome: "totale entrate", dichiarato: 500n, calcolato: 1000n }], segnalazioni: [] } },
    ]);
    expect(fine).toMatchObject({ stato: "ESEGUITO", nuovi: 1 });
    expect(fine.segnalazioni).toEqual([
      "il file è della banca con codice ABI 99999, presso cui l'ente non ha conti registrati",
      "totale entrate: il file dichiara 5,00 euro, le righe danno 10,00",
    ]);
  });

  it("is the pages that lack, until they are all there", async () => {
    const pagina = (n: number): Lettura => ({
      tipo: "testata",
      testata: { formato: "OPI", idFlusso: "GDC-1", pagina: n, pagineTotali: 3 },
    });
    const terza = await lavoro.load("OPI", [pagina(3), ...righeDi([sospeso(3)])]);
    expect(terza.segnalazioni).toEqual(["pagina 3 di 3 del flusso GDC-1: mancano ancora le pagine 1, 2"]);
    await lavoro.load("OPI", [pagina(1), ...righeDi([sospeso(1)])]);
    const seconda = await lavoro.load("OPI", [pagina(2), ...righeDi([sospeso(2)])]);
    expect(seconda.segnalazioni).toEqual(["pagina 2 di 3 del flusso GDC-1: ci sono tutte"]);
    const filtri = { domini: [COMUNE], idFlusso: "GDC-1", ordine: "asc" } as const;
    expect((await lavoro.tesoreria.findCaricamenti(filtri, { limite: 10, salta: 0, totale: false })).elementi).toHaveLength(3);
  });
});

describe("a large file", () => {
  it("costs less than a tenth of a request per line already there, and less than a third per new one", async () => {
    const righe = Array.from({ length: 300 }, (_, i) =>
      sospeso(i + 1, {
        causale: `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO_2}${i}`,
        sct: `TRNX${String(i).padStart(10, "0")}`,
        importo: BigInt(i + 1),
      }),
    );
    await lavoro.upload(fileDi("OPI", righeDi([...righe, sospeso(500)]))).then(lavoro.finish);
    const id = await lavoro.upload(fileDi("OPI", righeDi(righe)));
    lavoro.richieste.length = 0;
    expect(await lavoro.finish(id)).toMatchObject({ presenti: 300, nuovi: 0 });
    expect(lavoro.richieste.length).toBeLessThan(35);
    expect(
      await lavoro.add({ idDominio: "80000000001", nomeFile: "x", forza: false }, new Uint8Array([1]), GESTIONALE, lavoro.traccia),
    ).toMatchObject({
      ok: false,
    });
  });
});
