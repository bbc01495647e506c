/** Any movements, written by any profile in any table, are read back the same: columns, signs, decimals, dates, encodings, formats. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RigaLetta } from "../../../domain/tesoreria/movimento.ts";
import type { CodificaTabella, RegoleLettura, SeparatoreTabella } from "../../../domain/tesoreria/profili/profilo.ts";
import { formatImporto, formatImportoItaliano } from "../../../domain/valori/importo.ts";
import { createLettoreBanca } from "./lettore-banca.ts";
import { type CellaXls, writeXls } from "./prove/scrivi-xls.ts";

type Movimento = Omit<RigaLetta, "riga" | "operazione">;

const parola = fc.stringMatching(/^[A-Za-z0-9àèìòù€/.,;"'|-]{1,12}$/);
const testo = fc.array(parola, { minLength: 1, maxLength: 5 }).map((parole) => `x${parole.join(" ")}`);
const giorno = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const movimento: fc.Arbitrary<Movimento> = fc.record(
  {
    dataContabile: giorno,
    dataValuta: giorno,
    segno: fc.constantFrom("ENTRATA" as const, "USCITA" as const),
    importo: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
    causale: testo,
    sct: fc.stringMatching(/^[A-Z0-9]{1,30}$/),
  },
  { requiredKeys: ["dataContabile", "segno", "importo", "causale"] },
);

const NOMI = {
  data: "Data",
  valuta: "Valuta",
  causale: "Causale",
  sct: "TRN",
  importo: "Importo",
  segno: "Segno",
  dare: "Dare",
  avere: "Avere",
};
const FORME_DATA: Readonly<Record<string, (giorno: string) => string>> = {
  "gg/mm/aaaa": (g) => g.split("-").reverse().join("/"),
  "aaaa-mm-gg": (g) => g,
  aaaammgg: (g) => g.replaceAll("-", ""),
  "gg.mm.aa": (g) => g.slice(2).split("-").reverse().join("."),
};

interface Scelte {
  readonly regola: "CON_SEGNO" | "DARE_AVERE" | "SEGNO_A_PARTE";
  readonly decimali: "," | ".";
  readonly forma: "gg/mm/aaaa" | "aaaa-mm-gg" | "aaaammgg" | "gg.mm.aa";
  readonly conNomi: boolean;
}
const scelte: fc.Arbitrary<Scelte> = fc.record({
  regola: fc.constantFrom("CON_SEGNO", "DARE_AVERE", "SEGNO_A_PARTE"),
  decimali: fc.constantFrom(",", "."),
  forma: fc.constantFrom("gg/mm/aaaa", "aaaa-mm-gg", "aaaammgg", "gg.mm.aa"),
  conNomi: fc.boolean(),
});

/** Columns in the order of NOMI; by name or by place. */
const colonna = (nome: keyof typeof NOMI, conNomi: boolean): string | number =>
  conNomi ? NOMI[nome] : Object.keys(NOMI).indexOf(nome) + 1;

const regoleDi = ({ regola, decimali, forma, conNomi }: Scelte): RegoleLettura => {
  const c = (nome: keyof typeof NOMI) => colonna(nome, conNomi);
  return {
    ...{ formato: "BANCA", virgolette: true, righeDaSaltare: 0, centesimi: false, righeDaIgnorare: [] },
    ...(conNomi ? {} : { rigaTestata: 1 }),
    colonne: { data: c("data"), dataValuta: c("valuta"), testo: [c("causale")], sct: c("sct") },
    importo:
      regola === "CON_SEGNO"
        ? { tipo: regola, colonna: c("importo") }
        : regola === "DARE_AVERE"
          ? { tipo: regola, dare: c("dare"), avere: c("avere") }
          : { tipo: regola, colonna: c("importo"), segno: c("segno"), entrata: ["C"], uscita: ["D"] },
    decimali,
    formatiData: [forma],
  };
};

/** Cells of a movement, in the order of NOMI; those of the other rules stay empty but for the amount. */
const cellsOf = (m: Movimento, { regola, decimali, forma }: Scelte): readonly string[] => {
  const scritto = (importo: bigint): string => (decimali === "," ? formatImportoItaliano(importo) : formatImporto(importo));
  const data = FORME_DATA[forma] ?? ((g: string) => g);
  const uscita = m.segno === "USCITA";
  const importo = regola === "DARE_AVERE" ? "" : scritto(regola === "CON_SEGNO" && uscita ? -m.importo : m.importo);
  const [dare, avere] = regola === "DARE_AVERE" ? (uscita ? [scritto(m.importo), ""] : ["", scritto(m.importo)]) : ["", ""];
  return [data(m.dataContabile), m.dataValuta ? data(m.dataValuta) : "", m.causale, m.sct ?? "", importo, uscita ? "D" : "C", dare, avere];
};

const readBack = async (file: Uint8Array, regole: RegoleLettura, lato: number): Promise<readonly Movimento[]> => {
  const pezzi = async function* (): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < file.length; i += lato) yield file.subarray(i, i + lato);
  };
  const letti: Movimento[] = [];
  for await (const lettura of createLettoreBanca([{ nome: "prova", regole }])(pezzi())) {
    if (lettura.tipo === "riga") {
      const { riga: _, operazione: __, ...m } = lettura.riga;
      letti.push(m);
    } else if (lettura.tipo === "scarto" || lettura.tipo === "rifiuto") throw new Error(JSON.stringify(lettura));
  }
  return letti;
};

const CODIFICA: Readonly<Record<CodificaTabella, (testo: string) => Buffer>> = {
  "UTF-8": (t) => Buffer.from(t),
  "WINDOWS-1252": (t) => Buffer.from([...t].map((c) => (c === "€" ? 0x80 : c.charCodeAt(0)))),
  "UTF-16LE": (t) => Buffer.from(t, "utf16le"),
  "UTF-16BE": (t) => Buffer.from(t, "utf16le").swap16(),
};

describe("movements written in a table", () => {
  it("as CSV are read back the same", async () => {
    const movimenti = fc.array(movimento, { minLength: 1, maxLength: 6 });
    const separatori = fc.constantFrom<SeparatoreTabella>(";", ",", "\t", "|");
    const codifiche = fc.constantFrom<CodificaTabella>("UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE");
    await fc.assert(
      fc.asyncProperty(
        movimenti,
        scelte,
        separatori,
        codifiche,
        fc.integer({ min: 1, max: 300 }),
        async (scritti, scelta, separatore, codifica, lato) => {
          const righe = [Object.values(NOMI), ...scritti.map((m) => cellsOf(m, scelta))];
          const csv = righe.map((riga) => riga.map((c) => `"${c.replaceAll('"', '""')}"`).join(separatore)).join("\r\n");
          const regole = { ...regoleDi(scelta), separatore, codifica };
          expect(await readBack(CODIFICA[codifica](csv), regole, lato)).toEqual(scritti);
        },
      ),
      { numRuns: 120 },
    );
  });

  it("as an old workbook are read back the same, be its cells texts or numbers and days", async () => {
    const seriale = (g: string): CellaXls => ({ seriale: (Date.parse(`${g}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(movimento, { minLength: 1, maxLength: 4 }), scelte, fc.boolean(), async (scritti, scelta, numeri) => {
        const righe = scritti.map((m): readonly CellaXls[] => {
          const celle = cellsOf(m, scelta);
          if (!numeri) return celle;
          const [, , causale = "", sct = "", , segno = ""] = celle;
          const euro = Number(formatImporto(m.importo));
          const uscita = m.segno === "USCITA";
          const importo = scelta.regola === "DARE_AVERE" ? "" : scelta.regola === "CON_SEGNO" && uscita ? -euro : euro;
          const [dare, avere] = scelta.regola === "DARE_AVERE" ? (uscita ? [euro, ""] : ["", euro]) : ["", ""];
          return [seriale(m.dataContabile), m.dataValuta ? seriale(m.dataValuta) : "", causale, sct, importo, segno, dare, avere];
        });
        const file = writeXls({ fogli: [{ nome: "Movimenti", righe: [Object.values(NOMI), ...righe] }] });
        expect(await readBack(file, regoleDi(scelta), 4096)).toEqual(scritti);
      }),
      { numRuns: 30 },
    );
  });
});
