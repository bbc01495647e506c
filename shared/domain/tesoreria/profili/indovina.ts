/** A first profile for a table nobody described yet: names of the header, and what the cells look like. A person looks at the preview before saving it. */
import { type Esito, ko, ok } from "../../esito.ts";
import { FORMATI_DATA, type FormatoData, parseData } from "./date-lette.ts";
import { type Decimali, parseImportoLetto } from "./importi-letti.ts";
import { SEGNI_ENTRATA, SEGNI_USCITA, saldiDi } from "./predefiniti.ts";
import { type Colonna, normalizeNome, type RegoleLettura, RIGHE_TESTATA_MASSIME } from "./profilo.ts";
import { NOMI_RUOLO, RUOLI, type Ruolo } from "./ruoli.ts";
import { type Cella, isVuota, type RigaTabella, textOf } from "./tabella.ts";

type Trovati = Partial<Record<Ruolo, number>>;

/** Cells that look like something, out of those that are not empty: below this the column is something else. */
const QUOTA = 0.8;

const valuesOf = (righe: readonly RigaTabella[], posto: number): readonly Cella[] =>
  righe.flatMap(({ celle }) => {
    const cella = celle[posto];
    return cella === undefined || textOf(cella) === "" ? [] : [cella];
  });

const shareOf = (celle: readonly Cella[], guarda: (cella: Cella) => boolean): number =>
  celle.length === 0 ? 0 : celle.filter(guarda).length / celle.length;

const isData = (cella: Cella): boolean => parseData(cella, FORMATI_DATA, "").ok;
const isImporto = (cella: Cella): boolean =>
  ([",", "."] as const).some((decimali) => {
    const letto = parseImportoLetto(cella, { decimali, centesimi: false, campo: "" });
    return letto.ok && letto.valore !== undefined;
  });

const isCompleto = (trovati: Trovati): boolean =>
  trovati.data !== undefined &&
  trovati.testo !== undefined &&
  (trovati.importo !== undefined || (trovati.dare !== undefined && trovati.avere !== undefined));

/** The roles of a row of names; "valuta" is a day or a currency by what stands below it. */
function findRuoli(testata: readonly Cella[], sotto: readonly RigaTabella[]): Trovati {
  const nomi = testata.map((cella) => normalizeNome(textOf(cella)));
  const trovati: Trovati = {};
  const presi = new Set<number>();
  for (const ruolo of RUOLI) {
    const posto = NOMI_RUOLO[ruolo]
      .map((nome) => nomi.findIndex((n, i) => n === nome && !presi.has(i) && (nome !== "valuta" || isValutaDi(ruolo, valuesOf(sotto, i)))))
      .find((i) => i >= 0);
    if (posto === undefined) continue;
    trovati[ruolo] = posto;
    presi.add(posto);
  }
  return trovati;
}

const isValutaDi = (ruolo: Ruolo, celle: readonly Cella[]): boolean => shareOf(celle, isData) >= QUOTA === (ruolo === "dataValuta");

/** Without names: the first column of dates, the last of amounts, the longest text. */
function findDaiContenuti(righe: readonly RigaTabella[]): Trovati {
  const larghezza = Math.max(0, ...righe.map(({ celle }) => celle.length));
  const posti = Array.from({ length: larghezza }, (_, i) => i);
  const date = posti.filter((i) => shareOf(valuesOf(righe, i), isData) >= QUOTA);
  const [data, dataValuta] = date;
  const importi = posti.filter(
    (i) => !date.includes(i) && shareOf(valuesOf(righe, i), (c) => isImporto(c) && /[.,]|^\d+$/.test(textOf(c))) >= QUOTA,
  );
  const lungo = (i: number): number => valuesOf(righe, i).reduce((somma, cella) => somma + textOf(cella).length, 0);
  const [testo] = posti.filter((i) => !date.includes(i) && !importi.includes(i)).sort((a, b) => lungo(b) - lungo(a));
  const importo = importi.find((i) => valuesOf(righe, i).some((cella) => /[.,]\d{2}\D*$/.test(textOf(cella)))) ?? importi[0];
  return {
    ...(data === undefined ? {} : { data }),
    ...(dataValuta === undefined ? {} : { dataValuta }),
    ...(importo === undefined ? {} : { importo }),
    ...(testo === undefined ? {} : { testo }),
  };
}

const guessDecimali = (celle: readonly Cella[]): Decimali => {
  const letti = (decimali: Decimali): number =>
    celle.filter((cella) => parseImportoLetto(cella, { decimali, centesimi: false, campo: "" }).ok).length;
  return letti(".") > letti(",") ? "." : ",";
};

/** The formats that read most of the cells, one when one is enough. */
const guessFormati = (celle: readonly Cella[]): readonly FormatoData[] => {
  const letti = (formato: FormatoData): number => celle.filter((cella) => parseData(cella, [formato], "").ok).length;
  const [primo] = [...FORMATI_DATA].sort((a, b) => letti(b) - letti(a));
  return [primo ?? "gg/mm/aaaa"];
};

interface Base {
  readonly testata: readonly Cella[] | undefined;
  readonly trovati: Trovati;
  readonly righe: readonly RigaTabella[];
}

function findBase(prime: readonly RigaTabella[]): Base | undefined {
  const piene = prime.filter((riga) => !isVuota(riga) && riga.difetto === undefined);
  for (const [n, riga] of piene.slice(0, RIGHE_TESTATA_MASSIME).entries()) {
    const righe = piene.slice(n + 1);
    const trovati = findRuoli(riga.celle, righe);
    if (isCompleto(trovati)) return { testata: riga.celle, trovati, righe };
  }
  const trovati = findDaiContenuti(piene);
  return isCompleto(trovati) ? { testata: undefined, trovati, righe: piene } : undefined;
}

/** The name in the header where it tells the column apart, else the position. */
const colonnaDi = (testata: readonly Cella[] | undefined, posto: number): Colonna => {
  const nome = testata === undefined ? "" : textOf(testata[posto]).slice(0, 100);
  const uguali = (testata ?? []).filter((cella) => normalizeNome(textOf(cella)) === normalizeNome(nome)).length;
  return normalizeNome(nome) === "" || nome.includes("|") || uguali > 1 ? posto + 1 : nome;
};

function importoDi({ testata, trovati }: Base): RegoleLettura["importo"] {
  const { dare, avere, importo = 0, segno } = trovati;
  if (dare !== undefined && avere !== undefined)
    return { tipo: "DARE_AVERE", dare: colonnaDi(testata, dare), avere: colonnaDi(testata, avere) };
  const colonna = colonnaDi(testata, importo);
  return segno === undefined
    ? { tipo: "CON_SEGNO", colonna }
    : { tipo: "SEGNO_A_PARTE", colonna, segno: colonnaDi(testata, segno), entrata: SEGNI_ENTRATA, uscita: SEGNI_USCITA };
}

const SINGOLE = [
  "dataValuta",
  "conto",
  "numeroSospeso",
  "esercizio",
  "numeroDocumento",
  "sct",
  "riferimentoBanca",
  "ordinante",
  "divisa",
] as const;

/** Errors: what could not be found, in Italian. @param prime first rows of the table, a hundred are enough. */
export function guessRegole(prime: readonly RigaTabella[]): Esito<RegoleLettura> {
  const base = findBase(prime);
  if (!base) return ko("nella tabella non si riconoscono una data, un importo e un testo: indicare le colonne in un profilo");
  const { testata, trovati, righe } = base;
  const { data = 0, testo = 0, importo, dare, avere } = trovati;
  const importi = [importo, dare, avere].flatMap((posto) => (posto === undefined ? [] : valuesOf(righe, posto)));
  const singole = Object.fromEntries(
    SINGOLE.flatMap((ruolo) => {
      const posto = trovati[ruolo];
      return posto === undefined ? [] : [[ruolo, colonnaDi(testata, posto)]];
    }),
  );
  return ok({
    formato: "BANCA",
    virgolette: true,
    righeDaSaltare: 0,
    ...(testata === undefined ? { rigaTestata: 0 } : {}),
    colonne: { data: colonnaDi(testata, data), testo: [colonnaDi(testata, testo)], ...singole },
    importo: importoDi(base),
    decimali: guessDecimali(importi),
    centesimi: false,
    formatiData: guessFormati(valuesOf(righe, data).filter((cella) => typeof cella === "string")),
    righeDaIgnorare: saldiDi(colonnaDi(testata, testo)),
  });
}
