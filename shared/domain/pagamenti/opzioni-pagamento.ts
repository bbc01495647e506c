/**
 * The ways in which a debt may be paid, as pagoPA shows them to PSPs (payment options, SANP 3.10): the single solution, each threshold, each plan with
 * its instalments. They are alternatives: once one has been used, nobody may start another.
 */

import type { Esito } from "../esito.ts";
import type { Documento, Pendenza } from "../pendenze/pendenza.ts";
import { isTrascorso } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";
import type { CodiceFaultPa } from "./messaggi-nodo.ts";
import { dueDateDi, findRifiutoPagamento, importoDovuto } from "./pagabilita.ts";
import { isTuttoPostale, type Trasferimento } from "./trasferimenti.ts";

export type StatoRata = "POI_UNPAID" | "POI_PAID" | "POI_EXPIRED_NOT_PAYABLE" | "POI_EXPIRED_UNPAID" | "POI_INVALID";
export type StatoOpzione = "PO_UNPAID" | "PO_PAID" | "PO_PARTIALLY_PAID" | "PO_EXPIRED_NOT_PAYABLE" | "PO_EXPIRED_UNPAID" | "PO_INVALID";

/** A notice of the option; amounts in cents, days in Europe/Rome. */
export interface RataOpzione {
  readonly numeroAvviso: string;
  readonly iuv: string;
  readonly importo: bigint;
  readonly descrizione: string;
  readonly scadenza: string;
  /** Instant of loading: before it nobody could pay. */
  readonly validaDal: string;
  readonly stato: StatoRata;
  readonly motivo?: string;
}

export interface OpzionePagamento {
  readonly descrizione: string;
  /** Sum of the instalments. */
  readonly importo: bigint;
  readonly scadenza: string;
  readonly validaDal: string;
  readonly stato: StatoOpzione;
  readonly motivo?: string;
  /** True only when every transfer still due can be credited to a postal account. */
  readonly allCCP: boolean;
  readonly rate: readonly RataOpzione[];
}

/** What a PSP is told of a notice. */
export interface OpzioniAvviso {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  /** Name of the operating unit of the debt asked. */
  readonly officeName?: string;
  readonly opzioni: readonly OpzionePagamento[];
}

/** A debt with what it would be credited to, or why it cannot. */
export interface AvvisoOfferto {
  readonly pendenza: Pendenza;
  readonly trasferimenti: Esito<readonly Trasferimento[]>;
}

const ALTRA_OPZIONE = "Il pagamento è già iniziato con un'altra opzione";

/** What a refusal to pay makes of an instalment; any other makes it not valid. */
const STATO_DI_RIFIUTO: Readonly<Partial<Record<CodiceFaultPa, StatoRata>>> = {
  PAA_PAGAMENTO_DUPLICATO: "POI_PAID",
  PAA_PAGAMENTO_SCADUTO: "POI_EXPIRED_NOT_PAYABLE",
};

const PAGABILI: readonly StatoRata[] = ["POI_UNPAID", "POI_EXPIRED_UNPAID"];
const SCADUTE: readonly StatoRata[] = ["POI_EXPIRED_NOT_PAYABLE", "POI_EXPIRED_UNPAID"];

type Giudizio = { readonly stato: StatoRata; readonly motivo?: string };

const judge = ({ pendenza, trasferimenti }: AvvisoOfferto, oggi: string): Giudizio => {
  const rifiuto = findRifiutoPagamento(pendenza, oggi);
  if (rifiuto) return { stato: STATO_DI_RIFIUTO[rifiuto.faultCode] ?? "POI_INVALID", motivo: rifiuto.description };
  if (!trasferimenti.ok) return { stato: "POI_INVALID", motivo: trasferimenti.errore };
  // The day until which the amount was sure is over, and the notice is still accepted.
  return isTrascorso(dueDateDi(pendenza), oggi)
    ? { stato: "POI_EXPIRED_UNPAID", motivo: "La data prevista è trascorsa, l'avviso è ancora pagabile" }
    : { stato: "POI_UNPAID" };
};

/** Something of it was paid, even if not all. */
const isIniziata = ({ pendenza }: AvvisoOfferto, { stato }: Giudizio): boolean => stato === "POI_PAID" || pendenza.importoPagato > 0n;

const toRata = ({ pendenza }: AvvisoOfferto, giudizio: Giudizio): RataOpzione => ({
  numeroAvviso: pendenza.numeroAvviso,
  iuv: pendenza.iuv,
  importo: PAGABILI.includes(giudizio.stato) ? importoDovuto(pendenza) : pendenza.importo,
  descrizione: pendenza.causale,
  scadenza: dueDateDi(pendenza),
  validaDal: pendenza.dataCaricamento,
  ...giudizio,
});

type Genere = "unica" | "soglia" | "piano";
const GENERI: readonly Genere[] = ["unica", "soglia", "piano"];

const SOGLIE: Readonly<Record<NonNullable<Documento["soglia"]>["tipo"], (giorni: number) => string>> = {
  ENTRO: (giorni) => `Pagamento entro ${giorni} giorni`,
  OLTRE: (giorni) => `Pagamento oltre ${giorni} giorni`,
  RIDOTTO: () => "Pagamento in misura ridotta",
  SCONTATO: () => "Pagamento in misura scontata",
};

interface Gruppo {
  readonly genere: Genere;
  readonly avvisi: readonly (AvvisoOfferto & { readonly giudizio: Giudizio })[];
}

const genereDi = ({ documento }: Pendenza): Genere =>
  documento?.rata !== undefined ? "piano" : documento?.soglia !== undefined ? "soglia" : "unica";

/** Instalments of a plan stay together; anything else is an option of its own. */
const chiaveDi = (pendenza: Pendenza): string => {
  const genere = genereDi(pendenza);
  return genere === "piano" ? `piano ${pendenza.documento?.piano ?? ""}` : `${genere} ${pendenza.iuv}`;
};

const descrizioneDi = ({ genere, avvisi }: Gruppo): string => {
  const [primo] = avvisi;
  const documento = primo?.pendenza.documento;
  if (genere === "unica") return "Soluzione unica";
  if (genere === "soglia" && documento?.soglia) return SOGLIE[documento.soglia.tipo](documento.soglia.giorni ?? 0);
  const quante = avvisi.length === 1 ? "1 rata" : `${avvisi.length} rate`;
  return documento?.piano === undefined ? `Piano di ${quante}` : `Piano ${documento.piano}: ${quante}`;
};

const STATO_SENZA_PAGAMENTI: readonly (readonly [StatoOpzione, string | undefined, (rate: readonly RataOpzione[]) => boolean])[] = [
  ["PO_INVALID", "Nessun avviso dell'opzione è pagabile", (rate) => rate.length === 0],
  ["PO_EXPIRED_NOT_PAYABLE", "L'opzione è scaduta", (rate) => rate.every(({ stato }) => stato === "POI_EXPIRED_NOT_PAYABLE")],
  ["PO_EXPIRED_UNPAID", "L'opzione è scaduta, ma ancora pagabile", (rate) => rate.every(({ stato }) => SCADUTE.includes(stato))],
  ["PO_UNPAID", undefined, () => true],
];

const statoDi = (gruppo: Gruppo, rate: readonly RataOpzione[]): { readonly stato: StatoOpzione; readonly motivo?: string } => {
  if (rate.every(({ stato }) => stato === "POI_PAID")) return { stato: "PO_PAID" };
  if (gruppo.avvisi.some((avviso) => isIniziata(avviso, avviso.giudizio))) return { stato: "PO_PARTIALLY_PAID" };
  const valide = rate.filter(({ stato }) => stato !== "POI_INVALID");
  const [stato, motivo] = STATO_SENZA_PAGAMENTI.find(([, , vale]) => vale(valide)) ?? ["PO_INVALID" as const];
  return { stato, ...(motivo !== undefined && { motivo }) };
};

const min = (valori: readonly string[]): string => valori.toSorted()[0] ?? "";
const max = (valori: readonly string[]): string => valori.toSorted().at(-1) ?? "";

const toOpzione = (gruppo: Gruppo, sorpassata: boolean): OpzionePagamento => {
  const giudicate = gruppo.avvisi.map((avviso) => toRata(avviso, avviso.giudizio));
  const rate = sorpassata ? giudicate.map((rata): RataOpzione => ({ ...rata, stato: "POI_INVALID", motivo: ALTRA_OPZIONE })) : giudicate;
  const trasferimenti = gruppo.avvisi.flatMap(({ trasferimenti: esito }) => (esito.ok ? esito.valore : []));
  return {
    descrizione: descrizioneDi(gruppo),
    importo: sumImporti(rate.map(({ importo }) => importo)),
    scadenza: max(rate.map(({ scadenza }) => scadenza)),
    validaDal: min(rate.map(({ validaDal }) => validaDal)),
    ...(sorpassata ? { stato: "PO_INVALID", motivo: ALTRA_OPZIONE } : statoDi(gruppo, rate)),
    allCCP: isTuttoPostale(trasferimenti),
    rate,
  };
};

const byCodice = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Number of instalment, then day; the last word keeps the order the same at every call. */
const byScadenza = (a: AvvisoOfferto, b: AvvisoOfferto): number =>
  (a.pendenza.documento?.rata ?? 0) - (b.pendenza.documento?.rata ?? 0) ||
  byCodice(dueDateDi(a.pendenza), dueDateDi(b.pendenza)) ||
  byCodice(a.pendenza.iuv, b.pendenza.iuv);

/** Some notice of the option may be paid today. */
export const isPagabile = ({ rate }: OpzionePagamento): boolean => rate.some(({ stato }) => PAGABILI.includes(stato));

/**
 * The options offered by the debts of one document (or by a debt alone), on a day in Europe/Rome: single solution first, then thresholds, then plans.
 * Annulled debts are no longer part of any option.
 */
export const buildOpzioni = (avvisi: readonly AvvisoOfferto[], oggi: string): readonly OpzionePagamento[] => {
  const vivi = avvisi
    .filter(({ pendenza }) => pendenza.stato !== "ANNULLATA")
    .toSorted(byScadenza)
    .map((avviso) => ({ ...avviso, giudizio: judge(avviso, oggi) }));
  const gruppi = [...Map.groupBy(vivi, ({ pendenza }) => chiaveDi(pendenza)).values()].flatMap((gruppo): Gruppo[] =>
    gruppo[0] ? [{ genere: genereDi(gruppo[0].pendenza), avvisi: gruppo }] : [],
  );
  const iniziati = new Set(gruppi.filter(({ avvisi: suoi }) => suoi.some((avviso) => isIniziata(avviso, avviso.giudizio))));
  return gruppi
    .toSorted((a, b) => GENERI.indexOf(a.genere) - GENERI.indexOf(b.genere))
    .map((gruppo) => toOpzione(gruppo, iniziati.size > 0 && !iniziati.has(gruppo)));
};
