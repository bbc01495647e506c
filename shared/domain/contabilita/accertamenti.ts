/** What was paid, reported by a flow and found in the treasury, by office, debt type, chapter and assessment: the sums of the shares are those of the amounts. */
import { definiti } from "../definiti.ts";
import { type Esito, ko, ok } from "../esito.ts";
import { NESSUNA_REGOLA } from "../rendicontazioni/pagamenti-esterni.ts";
import type { RigaContabile } from "./riga-contabile.ts";

/** From the largest to the finest: all of them are the single quote. */
export const GRUPPI_ACCERTAMENTI = [
  "idUnitaOperativa",
  "idTipoPendenza",
  "annoEsercizio",
  "titolo",
  "tipologia",
  "categoria",
  "capitolo",
  "articolo",
  "accertamento",
] as const;
/** Beside them, the rule that takes a payment of another intermediary, those on trial included. */
export type GruppoAccertamenti = (typeof GRUPPI_ACCERTAMENTI)[number] | "regolaEsterna";

export type ChiaveAccertamento = Readonly<Partial<Record<GruppoAccertamenti, string>>>;

export interface TotaliAccertamento {
  /** Shares counted: one for each quote of each amount. */
  readonly quote: number;
  /** Cents. Each holds the next: what is reported was paid, what is in the treasury was too, even before its flow. */
  readonly pagato: bigint;
  readonly rendicontato: bigint;
  readonly incassato: bigint;
}

export interface Accertamento extends TotaliAccertamento {
  readonly idDominio: string;
  /** A group without value: what the debt does not say. */
  readonly gruppo: ChiaveAccertamento;
}

export interface RichiestaAccertamenti {
  readonly idDominio?: string;
  /** Instants of the payment, inclusive. */
  readonly da?: string;
  readonly a?: string;
  readonly gruppi: readonly GruppoAccertamenti[];
}

export interface Accertamenti {
  readonly risultati: readonly Accertamento[];
  readonly totale: TotaliAccertamento;
  /** Collected amounts counted. */
  readonly riscossioni: number;
}

/** Totals held together: beyond, the answer is no longer a report. */
export const TOTALI_MASSIMI = 20_000;

const valoriDi = ({ entrata: { riscossione, esterno }, quota }: RigaContabile): ChiaveAccertamento =>
  definiti({
    regolaEsterna: esterno && (esterno.regola ?? NESSUNA_REGOLA),
    idUnitaOperativa: riscossione.idUnitaOperativa,
    idTipoPendenza: riscossione.idTipoPendenza,
    annoEsercizio: quota && String(quota.annoEsercizio),
    ...{ titolo: quota?.titolo, tipologia: quota?.tipologia, categoria: quota?.categoria },
    ...{ capitolo: quota?.capitolo, articolo: quota?.articolo, accertamento: quota?.accertamento },
  });

export const totaliDi = (righe: Iterable<TotaliAccertamento>): TotaliAccertamento => {
  let [quote, pagato, rendicontato, incassato] = [0, 0n, 0n, 0n];
  for (const riga of righe) {
    quote += riga.quote;
    pagato += riga.pagato;
    rendicontato += riga.rendicontato;
    incassato += riga.incassato;
  }
  return { quote, pagato, rendicontato, incassato };
};

const unaRiga = ({ entrata: { riscossione, flusso }, importo }: RigaContabile): TotaliAccertamento => ({
  ...{ quote: 1, pagato: importo },
  rendicontato: flusso === undefined ? 0n : importo,
  incassato: riscossione.stato === "INCASSATA" ? importo : 0n,
});

export interface ContoAccertamenti {
  /** @returns a sentence in Italian when the totals become too many. */
  add(righe: readonly RigaContabile[]): Esito<void>;
  /** In the order of their groups. */
  totali(): readonly Accertamento[];
}

/** Memory as the totals, not as the rows. */
export const createConto = (gruppi: readonly GruppoAccertamenti[]): ContoAccertamenti => {
  const conti = new Map<string, Accertamento>();
  return {
    add: (righe) => {
      for (const riga of righe) {
        const { idDominio } = riga.entrata.riscossione;
        const valori = valoriDi(riga);
        const gruppo = Object.fromEntries(gruppi.flatMap((nome) => (valori[nome] === undefined ? [] : [[nome, valori[nome]]])));
        const chiave = JSON.stringify([idDominio, ...gruppi.map((nome) => valori[nome] ?? "")]);
        const prima = conti.get(chiave);
        if (!prima && conti.size >= TOTALI_MASSIMI)
          return ko(`i totali sono più di ${TOTALI_MASSIMI}: scegliere meno gruppi, o un periodo più breve`);
        conti.set(chiave, { idDominio, gruppo, ...totaliDi(prima ? [prima, unaRiga(riga)] : [unaRiga(riga)]) });
      }
      return ok(undefined);
    },
    totali: () => [...conti].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, conto]) => conto),
  };
};
