/** Files of banks and of Poste as they are sent, read without being told anything; and those that are not what they seem. */
import { describe, expect, it } from "vitest";
import type { FormatoTesoreria, Lettura } from "../../../domain/tesoreria/movimento.ts";
import { candidatiLettura } from "../../../domain/tesoreria/profili/candidati.ts";
import { PROFILI_PREDEFINITI } from "../../../domain/tesoreria/profili/predefiniti.ts";
import type { RegoleLettura } from "../../../domain/tesoreria/profili/profilo.ts";
import { FOGLIO_MASSIMO_BYTE } from "./apri-tabella.ts";
import { createLettoreBanca } from "./lettore-banca.ts";
import { ESTRATTO_XLS } from "./prove/estratto-xls.ts";
import { packParti, partiXlsx } from "./prove/scrivi-xlsx.ts";

async function* inPezzi(byte: Uint8Array, lato: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < byte.length; i += lato) yield byte.subarray(i, i + lato);
}

interface Richiesta {
  readonly salvati?: readonly { readonly nome: string; readonly abilitato: boolean; readonly regole: RegoleLettura }[];
  readonly nome?: string;
  readonly formato?: FormatoTesoreria;
}

const read = async (byte: Uint8Array, { salvati = [], nome, formato }: Richiesta = {}, lato = 4096): Promise<readonly Lettura[]> => {
  const candidati = candidatiLettura({ salvati, nome, formato });
  if (!candidati.ok) throw new Error(candidati.errore);
  const letture: Lettura[] = [];
  for await (const lettura of createLettoreBanca(candidati.valore)(inPezzi(byte, lato))) letture.push(lettura);
  return letture;
};
const describeLettura = (lettura: Lettura): string => {
  if (lettura.tipo === "testata") return `testata ${lettura.testata.formato} ${lettura.testata.conto ?? "-"}`;
  if (lettura.tipo === "riga") {
    const { riga, segno, importo, dataContabile, causale } = lettura.riga;
    return `${riga} ${segno} ${importo} ${dataContabile} ${causale}`;
  }
  if (lettura.tipo === "scarto") return `${lettura.scarto.riga} scarto: ${lettura.scarto.motivo}`;
  return lettura.tipo === "rifiuto" ? `rifiuto: ${lettura.motivo}` : lettura.tipo;
};
const describeLetture = (letture: readonly Lettura[]): readonly string[] => letture.map(describeLettura);

const POSTE = Buffer.from(
  `\uFEFFConto BancoPosta n. 000012345678;IBAN IT84K0760101000000012345678;;;\r\nPeriodo dal 01/11/2026 al 30/11/2026;;;;\r\n
Data Contabile;Data Valuta;Addebiti (euro);Accrediti (euro);Descrizione operazioni\r\n24/11/2026;24/11/2026;;30,00;"POSTAGIRO PAGOPA IUR 1f3870be274f6c49b3e31a0c6728957f"\r\n24/11/2026;24/11/2026;;1.250,40;"ACCREDITI VARI TXT/0/ PUR/LGPE-RIVERSAMENTO/URI/2026-11-23BPPIITRRXXX-0012345678"\r\n25/11/2026;25/11/2026;-1,50;;COMMISSIONE\r\n;;;;Saldo finale\r\n`.replace(
    "\r\n\n",
    "\r\n",
  ),
);

describe("a file of the treasurer that nobody described", () => {
  it("of Poste is read with its account, and the lines that carry only a receipt id keep it", async () => {
    expect(describeLetture(await read(POSTE))).toEqual([
      "testata POSTE IT84K0760101000000012345678",
      "4 ENTRATA 3000 2026-11-24 POSTAGIRO PAGOPA IUR 1f3870be274f6c49b3e31a0c6728957f",
      "5 ENTRATA 125040 2026-11-24 ACCREDITI VARI TXT/0/ PUR/LGPE-RIVERSAMENTO/URI/2026-11-23BPPIITRRXXX-0012345678",
      "6 USCITA 150 2026-11-25 COMMISSIONE",
      "chiusura",
    ]);
  });

  it("of Poste without names is read by positions, when it is said to be of Poste", async () => {
    const righe =
      'Conto IT84K0760101000000012345678\n24/11/2026,24/11/2026,CRE,,,,"1.250,40",,POSTAGIRO\n24/11/2026,24/11/2026,ADD,,,"1,50",,,COMMISSIONE\n';
    expect(describeLetture(await read(Buffer.from(righe), { formato: "POSTE" }))).toEqual([
      "testata POSTE IT84K0760101000000012345678",
      "2 ENTRATA 125040 2026-11-24 POSTAGIRO",
      "3 USCITA 150 2026-11-24 COMMISSIONE",
      "chiusura",
    ]);
    expect(describeLetture(await read(Buffer.from(righe)))).toEqual([
      "rifiuto: nessun profilo di lettura riconosce le colonne del file: provarlo con l'anteprima e salvare un profilo",
    ]);
  });

  it("of provisional entries is read with numbers and years, whichever its decimals and its dates", async () => {
    const italiano =
      "ESERCIZIO;N.PROVV.;DATA ESEC.;ANAGRAFICA CLIENTE;DESCRIZIONE CAUSALE;IMPORTO PROVVISORIO;VALUTA ENTE\n2026;1234;24/11/2026;BANCA SPA;x;1.234,56;25/11/2026\n";
    const inglese =
      "esercizio,n_provvisorio,data_esecuzione,anagrafica_cliente,descrizione_causale,importo_provvisorio,valuta_ente\n2026,1234,2026-11-24,BANCA SPA,x,1234.56,2026-11-25\n";
    const [a, b] = [await read(Buffer.from(italiano)), await read(Buffer.from(inglese))];
    expect(a[1]).toEqual({
      tipo: "riga",
      riga: {
        riga: 2,
        operazione: "ESEGUITO",
        segno: "ENTRATA",
        importo: 123456n,
        dataContabile: "2026-11-24",
        dataValuta: "2026-11-25",
        causale: "x",
        documento: "SOSPESO",
        numeroSospeso: "1234",
        esercizio: 2026,
        ordinante: "BANCA SPA",
      },
    });
    expect(b).toEqual(a);
  });

  it("in the old format of spreadsheets is read as in the new one", async () => {
    const intestazione = [
      "ABI",
      "CONTO",
      "DIVISA",
      "DATA CONTABILE",
      "DATA VALUTA",
      "IMPORTO",
      "SEGNO",
      "RIF. BANCA",
      "DESCRIZIONE ESTESA",
    ];
    const testo = (t: string): string => `<c t="inlineStr"><is><t>${t}</t></is></c>`;
    const xlsx = await packParti(
      partiXlsx(
        `<row>${intestazione.map(testo).join("")}</row><row>${["05428", "123", "EUR"].map(testo).join("")}<c s="1"><v>46350</v></c><c s="1"><v>46351</v></c><c><v>12.5</v></c>${["+", "R1", "uno"].map(testo).join("")}</row>`,
      ),
    );
    expect(describeLetture(await read(xlsx))).toEqual(["testata BANCA -", "2 ENTRATA 1250 2026-11-24 uno", "chiusura"]);
    expect(describeLetture(await read(ESTRATTO_XLS)).map((riga) => riga.slice(0, 41))).toEqual([
      "testata BANCA IT60X0542811101000000123456",
      "4 ENTRATA 123456 2026-11-24 Descrizione O",
      "5 USCITA 1200 2026-11-24 COMMISSIONI 漢字 T",
      "6 scarto: valuta USD: ammesso solo EUR",
      "chiusura",
    ]);
    expect((await read(ESTRATTO_XLS))[1]).toMatchObject({ riga: { conto: "IT60X0542811101000000123456" } });
  });

  it("is read by the creditor's own profile first, and by the one asked for only", async () => {
    const base = PROFILI_PREDEFINITI.find(({ nome }) => nome === "poste-csv");
    if (!base) throw new Error("manca il profilo");
    const mio = { nome: "mio", abilitato: true, regole: { ...base.regole, colonne: { ...base.regole.colonne, testo: ["Data Valuta"] } } };
    expect(describeLetture(await read(POSTE, { salvati: [mio] }))[1]).toBe("4 ENTRATA 3000 2026-11-24 24/11/2026");
    expect(describeLetture(await read(POSTE, { salvati: [mio], nome: "poste-csv" }))[1]).toContain("POSTAGIRO");
    expect(describeLetture(await read(POSTE, { nome: "provvisori-7-colonne" }))[0]).toContain(
      'mancano le colonne "DATA ESEC.", "VALUTA ENTE"',
    );
    expect(describeLetture(await read(ESTRATTO_XLS, { nome: "poste-posizioni", formato: "POSTE" }))).toEqual([
      'rifiuto: il profilo "poste-posizioni" legge file CSV, questo è un XLS',
    ]);
  });
});

describe("a file that is not what it seems", () => {
  it.each<[string, Buffer, string]>([
    ["empty", Buffer.alloc(0), "il file è vuoto"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "il file è un PDF"],
    ["a page saved as a spreadsheet", Buffer.from("\n<html><table><tr><td>Data</td></tr></table></html>"), "il file è una pagina HTML"],
    ["an XML", Buffer.from('<?xml version="1.0"?><Workbook/>'), "il file è un XML"],
    ["another ZIP", Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(200)]), "lo ZIP non contiene un foglio di calcolo"],
    ["a spreadsheet cut in the middle", ESTRATTO_XLS.subarray(0, 2000), "il file XLS è danneggiato"],
    [
      "a spreadsheet of a whole archive",
      Buffer.concat([ESTRATTO_XLS.subarray(0, 512), Buffer.alloc(FOGLIO_MASSIMO_BYTE)]),
      "il foglio di calcolo supera 32 MB: salvarlo come CSV",
    ],
  ])("%s is refused", async (_caso, byte, motivo) => {
    const letture = describeLetture(await read(byte, {}, 1_048_576));
    expect(letture).toHaveLength(1);
    expect(letture[0]).toContain(`rifiuto: ${motivo}`);
  });

  it("gives the same rows however its bytes come", async () => {
    const intero = await read(POSTE);
    for (const lato of [1, 7, 64, 65_536]) expect(await read(POSTE, {}, lato)).toEqual(intero);
  });

  it("does not hide a fault of who gives the bytes", async () => {
    const guasta = async function* (): AsyncGenerator<Uint8Array> {
      yield POSTE.subarray(0, 10);
      throw new Error("S3 non risponde");
    };
    const candidati = candidatiLettura({ salvati: [] });
    await expect(createLettoreBanca(candidati.ok ? candidati.valore : [])(guasta()).next()).rejects.toThrow("S3 non risponde");
  });
});
