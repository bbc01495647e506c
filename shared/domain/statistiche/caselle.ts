/**
 * Where a variation is added: the counter of its day and that of its month, for its creditor; and one of the month for the whole installation, with the
 * creditor among its dimensions and few others, so that a year of hundreds of creditors is one reading.
 */
import { type Dimensione, type Dimensioni, type NomeCubo, nomeContatore, type Variazione } from "./contributi.ts";

export const INSTALLAZIONE = "*";
export type Passo = "giorno" | "mese";

export interface Casella {
  readonly cubo: NomeCubo;
  /** A creditor, or "*". */
  readonly idDominio: string;
  readonly passo: Passo;
  /** 2026-11-26, or 2026-11. */
  readonly periodo: string;
  /** Of the whole installation: whose it is. */
  readonly dominio?: string;
  readonly dimensioni: Dimensioni;
  readonly numero: number;
  /** Cents. */
  readonly importo: bigint;
  readonly esempio?: string;
}

/** What remains of a cube when it is told for the whole installation. */
export const DIMENSIONI_INSTALLAZIONE = {
  pendenze: ["stato"],
  riscossioni: ["stato"],
  ricevute: ["idPsp"],
  rendicontazioni: [],
  causali: [],
} as const satisfies Readonly<Record<NomeCubo, readonly Dimensione[]>>;

const keep = (dimensioni: Dimensioni, quali: readonly Dimensione[]): Dimensioni =>
  Object.fromEntries(Object.entries(dimensioni).filter(([nome]) => quali.some((quale) => quale === nome)));

export const caselleDi = ({ cubo, idDominio, giorno, dimensioni, numero, importo, esempio }: Variazione): readonly Casella[] => {
  const mese = giorno.slice(0, 7);
  const comune = { cubo, numero, importo };
  const ridotte = keep(dimensioni, DIMENSIONI_INSTALLAZIONE[cubo]);
  // A flow is of one day: its months would only repeat it.
  const senzaMesi = cubo === "rendicontazioni";
  // Nobody asks on which day a text came.
  const senzaGiorni = cubo === "causali";
  const suo = { ...comune, idDominio, dimensioni, ...(esempio !== undefined && { esempio }) };
  return [
    ...(senzaGiorni ? [] : ([{ ...suo, passo: "giorno", periodo: giorno }] as const)),
    ...(senzaMesi ? [] : ([{ ...suo, passo: "mese", periodo: mese }] as const)),
    { ...comune, idDominio: INSTALLAZIONE, passo: "mese", periodo: mese, dominio: idDominio, dimensioni: ridotte },
  ];
};

/** Two variations of the same counter are one addition. */
export const nomeCasella = ({ idDominio, passo, periodo, dominio, ...contatore }: Casella): string =>
  [contatore.cubo, idDominio, passo, periodo, dominio ?? "", nomeContatore(contatore)].join("#");

export const sumCaselle = (caselle: Iterable<Casella>): readonly Casella[] => {
  const somme = new Map<string, Casella>();
  for (const casella of caselle) {
    const nome = nomeCasella(casella);
    const prima = somme.get(nome);
    somme.set(nome, prima ? { ...prima, numero: prima.numero + casella.numero, importo: prima.importo + casella.importo } : casella);
  }
  return [...somme.values()].filter(({ numero, importo }) => numero !== 0 || importo !== 0n);
};

export type Gruppo = Dimensione | "idDominio" | "periodo";

export interface Totale {
  readonly gruppo: Readonly<Partial<Record<Gruppo, string>>>;
  readonly numero: number;
  readonly importo: bigint;
}

const valoreDi = (casella: Casella, gruppo: Gruppo): string | undefined => {
  if (gruppo === "periodo") return casella.periodo;
  return gruppo === "idDominio" ? (casella.dominio ?? casella.idDominio) : casella.dimensioni[gruppo];
};

/** Totals of the counters that agree on the groups, in the order of their values; a group without a value comes first. */
export const groupCaselle = (caselle: Iterable<Casella>, gruppi: readonly Gruppo[]): readonly Totale[] => {
  const totali = new Map<string, Totale>();
  for (const casella of caselle) {
    const valori = gruppi.map((gruppo) => [gruppo, valoreDi(casella, gruppo)] as const);
    const nome = JSON.stringify(valori.map(([, valore]) => valore ?? ""));
    const prima = totali.get(nome);
    const gruppo = prima?.gruppo ?? Object.fromEntries(valori.filter(([, valore]) => valore !== undefined));
    totali.set(nome, { gruppo, numero: (prima?.numero ?? 0) + casella.numero, importo: (prima?.importo ?? 0n) + casella.importo });
  }
  return [...totali]
    .filter(([, { numero, importo }]) => numero !== 0 || importo !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, totale]) => totale);
};
