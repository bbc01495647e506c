/** The worker of batches: what becomes of each kind of file, row by row, and of the files that are not what they should. */
import { deflateRawSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createLavoroTracciati, type LavoroTracciati } from "../../../tests/sostegno/lavoro-tracciati.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import { fileGovpay, fileMypay, INTESTAZIONI_MYPAY, rigaGovpay, rigaMypay } from "../../../tests/sostegno/tracciati.ts";
import { packFile, packIndice } from "../../adapters/zip/scrittore.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { chiaviTracciato } from "../../domain/tracciati/tracciato.ts";

let lavoro: LavoroTracciati;
beforeEach(async () => {
  lavoro = await createLavoroTracciati();
});

const MYPAY = `${INTESTAZIONI_MYPAY["1.3"]}\r\n`;
const righeDi = (testo: string): readonly string[] =>
  testo
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .filter((riga) => riga !== "");

const zipDi = (file: readonly { nome: string; contenuto: Uint8Array }[]): Uint8Array => {
  const { byte, voci } = packFile(file);
  return Buffer.concat([byte, packIndice(voci, byte.length)]);
};

describe("a MyPay file", () => {
  it("becomes debts, one by one, with their outcomes", async () => {
    const id = await lavoro.upload(fileMypay(3));
    const fine = await lavoro.finish(id);
    expect(fine).toMatchObject({ stato: "ESEGUITO", righeLette: 3, eseguite: 3, fallite: 0, tappa: 1, dialetto: { formato: "mypay" } });
    expect([...lavoro.pendenze().keys()]).toEqual(["IUD-0000001", "IUD-0000002", "IUD-0000003"]);
    expect(await lavoro.esiti(id)).toMatchObject([
      { numero: 1, tipo: "ADD", stato: "ESEGUITO", esito: "ADD_OK", idPendenza: "IUD-0000001", idDominio: COMUNE },
      { numero: 2 },
      { numero: 3 },
    ]);
    const [intestazione, prima] = righeDi(await lavoro.file(id, "esito"));
    expect(intestazione).toMatch(/^idA2A;idPendenza;idDominio;tipoPendenza;numeroAvviso;pdfAvviso;.*;errore$/);
    expect(prima).toMatch(/^GEST-TRIBUTI;IUD-0000001;01234567897;TARI;\d{18};;F;RSS.*;$/);
  });

  it("inserts, modifies and annuls; and refuses what cannot be", async () => {
    await lavoro.finish(await lavoro.upload(fileMypay(3)));
    const righe = [
      rigaMypay(1, { azione: "I" }),
      rigaMypay(2, { azione: "I", celle: { importoDovuto: "99.00" } }),
      rigaMypay(3, { azione: "M", celle: { importoDovuto: "99.00" } }),
      rigaMypay(4, { azione: "M" }),
      rigaMypay(5, { azione: "A" }),
      rigaMypay(1, { azione: "A" }),
      rigaMypay(6, { celle: { tipoDovuto: "IGNOTO" } }),
      rigaMypay(7, { celle: { causaleVersamento: "x".repeat(141) } }),
    ];
    const id = await lavoro.upload(MYPAY + righe.join(""), { nomeFile: "secondo.csv" });
    const fine = await lavoro.finish(id);
    const esiti = await lavoro.esiti(id);
    expect(esiti.map(({ numero, stato, esito }) => `${numero} ${stato} ${esito}`)).toEqual([
      "1 ESEGUITO ADD_OK",
      "2 SCARTATO NON_PROCESSABILE",
      "3 ESEGUITO ADD_OK",
      "4 SCARTATO NON_PROCESSABILE",
      "5 SCARTATO VER_008",
      "6 ESEGUITO DEL_OK",
      "7 SCARTATO TVR_000",
      "8 NON_VALIDO 400000",
    ]);
    expect(esiti[7]?.descrizione).toMatch(/^causale: /);
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", righeLette: 8, eseguite: 3, fallite: 5 });
    expect(lavoro.pendenze().get("IUD-0000001")).toMatchObject({ stato: "ANNULLATA" });
    expect(lavoro.pendenze().get("IUD-0000003")).toMatchObject({ importo: 9900 });
  });

  it("gives back its refused rows, ready to be corrected and loaded again", async () => {
    const buona = rigaMypay(1);
    const cattiva = rigaMypay(2, { celle: { importoDovuto: "dodici", anagraficaPagatore: '=HYPERLINK("http://x")' } });
    const id = await lavoro.upload(MYPAY + buona + cattiva);
    await lavoro.finish(id);
    const [intestazione, scarto, ...altre] = righeDi(await lavoro.file(id, "scarti"));
    expect([intestazione, altre]).toEqual([`${INTESTAZIONI_MYPAY["1.3"]};motivo_scarto`, []]);
    expect(scarto).toContain("400000: importoDovuto: atteso un importo");
    // Nobody's spreadsheet runs what came in as data.
    expect(scarto).toContain(`"'=HYPERLINK(""http://x"")"`);
    const corretto = (await lavoro.file(id, "scarti")).replace("dodici", "12.00");
    const fine = await lavoro.finish(await lavoro.upload(corretto, { nomeFile: "corretto.csv" }));
    expect(fine).toMatchObject({ stato: "ESEGUITO", eseguite: 1 });
    expect(lavoro.pendenze().get("IUD-0000002")).toMatchObject({ importo: 1200, debitore: { anagrafica: '=HYPERLINK("http://x")' } });
    expect((await lavoro.file(id, "esito")).match(/=HYPERLINK/g)).toBeNull();
  });

  it("in a dry run is checked whole and writes nothing but its outcomes", async () => {
    const prima = lavoro.deposito.all("archivio").length;
    const id = await lavoro.upload(MYPAY + rigaMypay(1) + rigaMypay(2, { celle: { tipoDovuto: "IGNOTO" } }), { simulazione: true });
    const fine = await lavoro.finish(id);
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", eseguite: 1, fallite: 1 });
    expect(fine.descrizioneStato).toMatch(/^Simulazione, nulla è stato scritto/);
    expect(lavoro.pendenze().size).toBe(0);
    // The batch, its stage, its name, its messages: nothing else.
    const nuovi = lavoro.deposito
      .all("archivio")
      .slice(prima)
      .map(({ pk }) => pk.split("#")[0]);
    expect(new Set(nuovi)).toEqual(new Set(["TRC", "UNI", "OUT"]));
  });
});

describe("a GovPay file", () => {
  const opzioni = { idA2A: "GEST-TRIBUTI", idDominio: COMUNE };

  it("is read by position, and 0 annuls", async () => {
    const id = await lavoro.upload(fileGovpay(2, opzioni));
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO", eseguite: 2, dialetto: { formato: "govpay", separatore: "," } });
    const annullo = await lavoro.upload(rigaGovpay(1, { ...opzioni, celle: { 12: "0" } }), { nomeFile: "annullo.csv" });
    expect(await lavoro.finish(annullo)).toMatchObject({ stato: "ESEGUITO", eseguite: 1 });
    expect(lavoro.pendenze().get("GP-0000001")).toMatchObject({ stato: "ANNULLATA", descrizioneStato: "TARI 2026, utenza 1" });
  });

  it("without a header gets one back with its refused rows", async () => {
    const id = await lavoro.upload(rigaGovpay(1, { ...opzioni, celle: { 34: "IGNOTA", 4: "" } }));
    await lavoro.finish(id);
    const scarti = await lavoro.file(id, "scarti");
    expect(righeDi(scarti)[0]).toMatch(/^idA2A,idPendenza,.*,motivo_scarto$/);
    const corretto = scarti.replace("IGNOTA", "TARI");
    expect(await lavoro.finish(await lavoro.upload(corretto, { nomeFile: "c.csv" }))).toMatchObject({ stato: "ESEGUITO", eseguite: 1 });
  });
});

describe("a JSON batch", () => {
  const pendenza = (idPendenza: string, altro: object = {}) => ({
    ...{ idA2A: "GEST-TRIBUTI", idPendenza, idDominio: COMUNE, idTipoPendenza: "TARI", causale: "TARI", importo: 10 },
    voci: [{ idVocePendenza: "1", importo: 10, descrizione: "TARI", codEntrata: "TARI" }],
    ...altro,
  });

  it("is elaborated operation by operation, and its outcome has GovPay's form", async () => {
    const corpo = {
      idTracciato: "lotto-1",
      inserimenti: [pendenza("A"), pendenza("B", { importo: "dieci" }), { idPendenza: 1 }],
      annullamenti: [
        { idA2A: "GEST-TRIBUTI", idPendenza: "A", motivoAnnullamento: "errata" },
        { idA2A: "GEST-TRIBUTI", idPendenza: "Z" },
      ],
    };
    const id = await lavoro.upload(JSON.stringify(corpo), { tipo: "JSON", nomeFile: "lotto-1" });
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", righeLette: 5, eseguite: 2, fallite: 3 });
    expect(JSON.parse(await lavoro.file(id, "esito"))).toMatchObject({
      idTracciato: "lotto-1",
      inserimenti: [
        {
          numero: 1,
          idPendenza: "A",
          tipoOperazione: "ADD",
          stato: "ESEGUITO",
          esito: "ADD_OK",
          dati: { numeroAvviso: expect.any(String) },
        },
        { numero: 2, stato: "NON_VALIDO", esito: "400000", descrizioneEsito: expect.stringMatching(/^importo: /) },
        { numero: 3, tipoOperazione: "NON_VALIDA", descrizioneEsito: "idPendenza: obbligatorio" },
        { numero: 5, tipoOperazione: "NON_VALIDA", descrizioneEsito: "motivoAnnullamento: obbligatorio" },
      ],
      annullamenti: [{ numero: 4, tipoOperazione: "DEL", stato: "ESEGUITO", esito: "DEL_OK" }],
    });
    expect(lavoro.pendenze().get("A")).toMatchObject({ stato: "ANNULLATA", descrizioneStato: "errata" });
  });
});

describe("who uploads", () => {
  const operatore: Chiamante = { ...GESTIONALE, tipo: "operatore", principal: "op", nome: "Operatrice", domini: [{ idDominio: COMUNE }] };
  const { idA2A: _, ...senzaApplicazione } = operatore;

  it("as an operator writes in the name of the application, within his creditors", async () => {
    const id = await lavoro.upload(fileMypay(1), { idA2A: "GEST-TRIBUTI" }, senzaApplicazione);
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO" });
    expect(lavoro.pendenze().get("IUD-0000001")).toMatchObject({ idA2A: "GEST-TRIBUTI" });
  });

  it.each([
    ["an application that does not exist", { idA2A: "NESSUNA" }, /^APP_000/],
    ["another creditor", { idDominio: UNIONE }, /^NON_AUTORIZZATO/],
    ["a creditor that does not exist", { idDominio: "99999999999" }, /^NON_AUTORIZZATO|^DOM_000/],
    ["a debt type that the creditor lacks", { idTipoPendenza: "IGNOTO" }, /^TVD_000/],
  ])("is refused for %s", async (_caso, nuovo, attesa) => {
    await expect(lavoro.upload(fileMypay(1), nuovo, senzaApplicazione)).rejects.toThrow(attesa);
  });

  it("without naming the application of a MyPay file has its rows refused", async () => {
    const id = await lavoro.upload(fileMypay(1), {}, senzaApplicazione);
    await lavoro.finish(id);
    expect((await lavoro.esiti(id))[0]?.descrizione).toMatch(/^idA2A: il formato non lo contiene/);
  });

  it("sends the same file again and gets the same batch; asked to force it, another", async () => {
    const prima = await lavoro.upload(fileMypay(1));
    expect(await lavoro.upload(fileMypay(1))).toBe(prima);
    expect(await lavoro.upload(fileMypay(1), { forza: true })).not.toBe(prima);
    expect(await lavoro.upload(fileMypay(2))).not.toBe(prima);
    expect(await lavoro.upload(fileMypay(1), { simulazione: true })).not.toBe(prima);
  });
});

describe("a file that is not one", () => {
  const csv = (testo: string) => ({ contenuto: Buffer.from(testo), tipo: "CSV" as const });
  const zip = (file: readonly { nome: string; contenuto: Uint8Array }[]) => ({ contenuto: zipDi(file), tipo: "ZIP" as const });
  const conUnFile = (nome: string, byte: Uint8Array, metodo: number): Uint8Array => {
    // Our writer does not compress: an archive as others make it, by hand.
    const { byte: archivio, voci } = packFile([{ nome, contenuto: byte }]);
    const intero = Buffer.concat([archivio, packIndice(voci, archivio.length)]);
    intero.writeUInt16LE(metodo, 8);
    intero.writeUInt16LE(metodo, archivio.length + 10);
    return intero;
  };
  it.each<[string, { contenuto: Uint8Array; tipo: "CSV" | "ZIP" }, RegExp]>([
    ["empty", csv("\r\n"), /^il file è vuoto/],
    ["only a header", csv(MYPAY), /^il file non contiene righe/],
    ["a wrong header", csv("a;b;c\r\n1;2;3\r\n"), /^intestazione non riconosciuta/],
    ["a header without a column", csv(fileMypay(1).replace("importoDovuto", "importo")), /manca la colonna importoDovuto/],
    ["UTF-16", { contenuto: Buffer.from(`\uFEFF${fileMypay(1)}`, "utf16le"), tipo: "CSV" }, /^codifica UTF-16 non ammessa/],
    ["binary", csv("a\u0000b"), /byte nulli/],
    ["40 MB in one line", csv("x".repeat(40 * 1_048_576)), /^intestazione: riga di oltre 65536 byte/],
    ["200,000 columns", csv(`${"a;".repeat(30_000)}\r\n`), /più di 500 colonne/],
    [
      "a ZIP of two files",
      zip([
        { nome: "a.csv", contenuto: Buffer.from("a") },
        { nome: "b.csv", contenuto: Buffer.from("b") },
      ]),
      /un solo file/,
    ],
    ["a ZIP of nothing", zip([]), /^ZIP senza file/],
    ["a ZIP in a ZIP", zip([{ nome: "a.zip", contenuto: Buffer.from("a") }]), /un altro ZIP/],
    [
      "a ZIP cut short",
      { contenuto: zipDi([{ nome: "a.csv", contenuto: Buffer.from(fileMypay(1)) }]).subarray(0, 100), tipo: "ZIP" },
      /manca l'indice/,
    ],
    ["a ZIP that is damaged", { contenuto: conUnFile("a.csv", Buffer.from("non compresso affatto"), 8), tipo: "ZIP" }, /danneggiato/],
    [
      "a ZIP bomb",
      { contenuto: conUnFile("a.csv", deflateRawSync(Buffer.alloc(60 * 1_048_576)), 8), tipo: "ZIP" },
      /si espande più di 200 volte/,
    ],
  ])("(%s) is discarded, with the reason, and writes nothing", async (_caso, { contenuto, tipo }, attesa) => {
    const id = await lavoro.upload(contenuto, { tipo });
    const fine = await lavoro.finish(id);
    expect([fine.stato, fine.descrizioneStato]).toEqual(["SCARTATO", expect.stringMatching(attesa)]);
    expect(lavoro.pendenze().size).toBe(0);
  });

  it("is read as far as it can be when it breaks in the middle", async () => {
    const id = await lavoro.upload(`${fileMypay(2)}"IUD-3;aperta\r\n${rigaMypay(5).repeat(400)}`);
    const fine = await lavoro.finish(id);
    expect(fine).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", righeLette: 2, eseguite: 2 });
    expect(fine.descrizioneStato).toMatch(/lettura fermata alla riga 3: virgolette aperte e mai chiuse/);
  });

  it("in a ZIP is read as if it were not", async () => {
    const compresso = conUnFile("dovuti.csv", deflateRawSync(Buffer.from(fileMypay(1200))), 8);
    const id = await lavoro.upload(compresso, { tipo: "ZIP", nomeFile: "dovuti.zip" });
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO", righeLette: 1200, eseguite: 1200 });
  });

  it("in Windows-1252 keeps its accents", async () => {
    const latin = Buffer.from(MYPAY + rigaMypay(1, { celle: { anagraficaPagatore: "Niccolò Pàstina" } }), "latin1");
    await lavoro.finish(await lavoro.upload(latin));
    expect(lavoro.pendenze().get("IUD-0000001")).toMatchObject({ debitore: { anagrafica: "Niccolò Pàstina" } });
  });
});

describe("notices", () => {
  it("of the rows that succeeded are printed and put together in one ZIP", async () => {
    const id = await lavoro.upload(fileMypay(95) + rigaMypay(96, { celle: { tipoDovuto: "IGNOTO" } }), { stampaAvvisi: true });
    const fine = await lavoro.finish(id);
    expect(fine).toMatchObject({
      stato: "ESEGUITO_CON_ERRORI",
      avvisiTotali: 95,
      avvisiStampati: 95,
      avvisiFalliti: 0,
      stampa: { parti: 3 },
    });
    const zip = Buffer.from((await lavoro.oggetti.get(chiaviTracciato.stampe(id))) ?? "");
    expect(zip.readUInt16LE(zip.length - 12)).toBe(95);
    const numeri = (await lavoro.esiti(id)).flatMap(({ numeroAvviso }) => numeroAvviso ?? []);
    for (const numero of numeri) expect(zip.includes(`${COMUNE}_${numero}.pdf`)).toBe(true);
    expect(await lavoro.file(id, "esito")).toContain(`;${COMUNE}_${numeri[0]}.pdf;`);
  });
});
