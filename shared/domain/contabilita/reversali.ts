/**
 * Orders to take in (reversali) that would regularise the provisional credits of the treasurer: a proposal, that issues nothing. One for each movement, with a payer
 * row for each accounting quote inside it; two or more where the budget items are more than an order may name. The same movements make the same numbers.
 */
import type { Dominio } from "../anagrafiche/creditore.ts";
import { definiti } from "../definiti.ts";
import type { Quota } from "../pendenze/pendenza.ts";
import type { PagamentoContenuto } from "../tesoreria/analisi/contenuto.ts";
import type { Movimento } from "../tesoreria/movimento-registrato.ts";
import { giornoItaliano } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";

/** What the OPI order flow (1.7.1) admits. */
export const VOCI_BILANCIO_MASSIME = 10;
export const NUMERO_MASSIMO = 9_999_999;

export type QuotaReversale = Omit<Quota, "importo" | "proprietaCustom">;

export interface VoceBilancio {
  readonly codifica: number;
  readonly gestione: "COMPETENZA" | "RESIDUO";
  readonly annoResiduo?: number;
  readonly articolo?: number;
  /** Cents. */
  readonly importo: bigint;
}

export interface VersanteReversale {
  readonly progressivo: number;
  /** Cents. */
  readonly importo: bigint;
  readonly anagrafica: string;
  readonly codiceFiscale?: string;
  readonly causale: string;
  /** Absent: what no debt explains. */
  readonly quota?: QuotaReversale;
  readonly codiceSiope?: string;
  /** Payments, or parts of them, that it gathers. */
  readonly pagamenti: number;
}

export interface Reversale {
  readonly numero: number;
  /** Day. */
  readonly data: string;
  /** Cents. */
  readonly importo: bigint;
  readonly movimento: Movimento;
  readonly numeroSospeso: string;
  /** Empty when the budget code of some row is not known: a part of it would not sum to the order. */
  readonly bilancio: readonly VoceBilancio[];
  readonly versanti: readonly VersanteReversale[];
  /** What has to be completed by hand, in Italian. */
  readonly avvertenze: readonly string[];
}

export interface CodiceSiope {
  readonly capitolo: string;
  readonly articolo?: string;
  readonly codice: string;
}

export interface RegoleReversali {
  readonly primoNumero: number;
  /** Day. */
  readonly dataReversale: string;
  readonly esercizio: number;
  readonly codiciSiope: readonly CodiceSiope[];
}

/** A movement and everything that it pays. */
export interface ContenutoMovimento {
  readonly movimento: Movimento;
  readonly pagamenti: readonly PagamentoContenuto[];
}

export interface RichiestaReversali extends RegoleReversali {
  readonly idDominio: string;
  /** Movements, or the accounting days of those still to be regularised. */
  readonly movimenti?: readonly string[];
  readonly da?: string;
  readonly a?: string;
}

export interface Esclusa {
  readonly movimento: Movimento;
  readonly motivo: string;
}

export interface PropostaReversali {
  readonly dominio: Dominio;
  readonly reversali: readonly Reversale[];
  /** Credits for which nothing can be proposed, each with its reason in Italian. */
  readonly escluse: readonly Esclusa[];
}

/** Number of the provisional credit as the order names it; undefined when it has not that form. */
export const numeroSospesoDi = ({ numeroSospeso = "" }: Movimento): string | undefined => {
  const cifre = numeroSospeso.replace(/^0+/, "");
  return /^\d{1,18}$/.test(cifre) ? cifre : undefined;
};

/** Why no order can be proposed for a movement, in Italian; undefined when it can. */
export const whyEsclusa = (movimento: Movimento): string | undefined => {
  const { segno, stato, importoRegolarizzato, importoStornato, numeroSospeso } = movimento;
  if (segno === "USCITA") return "è un'uscita: una reversale regolarizza solo entrate";
  if (stato === "REGOLARIZZATO") return "è già regolarizzato da un ordine";
  if (stato !== "ESEGUITO")
    return stato === "STORNATO" ? "è stato stornato" : "la riga che lo racconta non è ancora arrivata dal tesoriere";
  if (importoRegolarizzato > 0n || importoStornato > 0n)
    return "è già regolarizzato o stornato in parte: la reversale va scritta per il resto";
  if (numeroSospeso === undefined) return "non ha un numero di sospeso";
  return numeroSospesoDi(movimento) === undefined ? `il numero di sospeso ${numeroSospeso} non è un numero di 1–18 cifre` : undefined;
};

const CHIAVI_QUOTA = ["annoEsercizio", "titolo", "tipologia", "categoria", "capitolo", "articolo", "accertamento"] as const;
const nomeQuota = (quota: QuotaReversale | undefined): string =>
  quota ? JSON.stringify(CHIAVI_QUOTA.map((chiave) => quota[chiave] ?? "")) : "";

interface Parte {
  readonly quota?: QuotaReversale;
  readonly importo: bigint;
  readonly pagamenti: number;
  /** Undefined: several. */
  readonly debitore: PagamentoContenuto["debitore"];
}

const toQuotaReversale = ({ importo: _importo, proprietaCustom: _custom, ...quota }: Quota): QuotaReversale => quota;

/** Who pays is named when it is one person, known. */
const isNominabile = (debitore: PagamentoContenuto["debitore"]): boolean =>
  debitore !== undefined && /^[A-Z0-9]{11,16}$/.test(debitore.identificativo) && debitore.identificativo !== "ANONIMO";

const groupParti = (pagamenti: readonly PagamentoContenuto[]): readonly Parte[] => {
  const parti = new Map<string, Parte>();
  for (const { importo, quote, debitore } of pagamenti) {
    const sue = quote.length === 0 ? [{ importo }] : quote.map((quota) => ({ importo: quota.importo, quota: toQuotaReversale(quota) }));
    for (const una of sue) {
      const quota = "quota" in una ? una.quota : undefined;
      const nome = nomeQuota(quota);
      const prima = parti.get(nome);
      const stesso = prima === undefined || prima.debitore?.identificativo === debitore?.identificativo;
      parti.set(nome, {
        ...(quota && { quota }),
        importo: (prima?.importo ?? 0n) + una.importo,
        pagamenti: (prima?.pagamenti ?? 0) + 1,
        debitore: stesso && isNominabile(debitore) ? debitore : undefined,
      });
    }
  }
  return [...parti]
    .filter(([, { importo }]) => importo > 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, parte]) => parte);
};

/** Seven digits of category or typology, as the harmonised budget writes them; else a numeric chapter. */
export const codificaDi = ({ categoria = "", tipologia = "", capitolo }: QuotaReversale): number | undefined => {
  const codice = [categoria, tipologia].find((testo) => /^[1-9]\d{6}$/.test(testo)) ?? (/^\d{1,7}$/.test(capitolo) ? capitolo : undefined);
  return codice === undefined || Number(codice) === 0 ? undefined : Number(codice);
};

const voceBilancioDi = ({ quota, importo }: Parte, esercizio: number): VoceBilancio | undefined => {
  const codifica = quota && codificaDi(quota);
  if (quota === undefined || codifica === undefined) return undefined;
  const articolo = quota.articolo !== undefined && /^\d{1,3}$/.test(quota.articolo) ? Number(quota.articolo) : undefined;
  const residuo = quota.annoEsercizio < esercizio;
  return {
    codifica,
    gestione: residuo ? "RESIDUO" : "COMPETENZA",
    ...definiti({ annoResiduo: residuo ? quota.annoEsercizio : undefined, articolo }),
    importo,
  };
};

const nomeVoce = ({ importo: _, ...voce }: VoceBilancio): string => JSON.stringify(voce);

const sumBilancio = (parti: readonly Parte[], esercizio: number): readonly VoceBilancio[] => {
  const voci = parti.map((parte) => voceBilancioDi(parte, esercizio));
  if (voci.some((voce) => voce === undefined)) return [];
  const somme = new Map<string, VoceBilancio>();
  for (const voce of voci) {
    if (!voce) continue;
    const prima = somme.get(nomeVoce(voce));
    somme.set(nomeVoce(voce), { ...voce, importo: voce.importo + (prima?.importo ?? 0n) });
  }
  return [...somme.values()];
};

/** Runs of parts whose budget items fit an order. */
const cutParti = (parti: readonly Parte[], esercizio: number): readonly (readonly Parte[])[] => {
  const gruppi: Parte[][] = [];
  let voci = new Set<string>();
  for (const parte of parti) {
    const voce = voceBilancioDi(parte, esercizio);
    const nome = voce ? nomeVoce(voce) : "";
    if (gruppi.length === 0 || (!voci.has(nome) && voci.size >= VOCI_BILANCIO_MASSIME)) {
      gruppi.push([]);
      voci = new Set();
    }
    voci.add(nome);
    gruppi.at(-1)?.push(parte);
  }
  return gruppi;
};

const siopeDi = (quota: QuotaReversale | undefined, codici: readonly CodiceSiope[]): string | undefined =>
  quota &&
  (
    codici.find(({ capitolo, articolo }) => capitolo === quota.capitolo && articolo === quota.articolo) ??
    codici.find(({ capitolo, articolo }) => capitolo === quota.capitolo && articolo === undefined)
  )?.codice;

const causaleDi = (quota: QuotaReversale | undefined, sospeso: string, giorno: string): string =>
  [
    `Incassi pagoPA, provvisorio ${sospeso} del ${giornoItaliano(giorno)}`,
    ...(quota ? [`capitolo ${quota.capitolo}`] : ["da attribuire"]),
    ...(quota?.articolo === undefined ? [] : [`articolo ${quota.articolo}`]),
    ...(quota?.accertamento === undefined ? [] : [`accertamento ${quota.accertamento}/${quota.annoEsercizio}`]),
  ].join(", ");

const avvertenzeDi = (parti: readonly Parte[], bilancio: readonly VoceBilancio[], esercizio: number): readonly string[] => {
  const ignote = parti.filter(({ quota }) => quota === undefined);
  const future = parti.filter(({ quota }) => quota !== undefined && quota.annoEsercizio > esercizio);
  const muti = [...new Set(parti.flatMap(({ quota }) => (quota && codificaDi(quota) === undefined ? [quota.capitolo] : [])))];
  return [
    ...(ignote.length > 0 ? ["una parte dell'importo non ha quote contabili: capitolo e accertamento vanno attribuiti a mano"] : []),
    ...(muti.length > 0 ? [`non si ricava la codifica di bilancio dei capitoli ${muti.slice(0, 10).join(", ")}`] : []),
    ...(bilancio.length === 0 ? ["le voci di bilancio non sono scritte: vanno completate"] : []),
    ...(future.length > 0 ? [`ci sono quote di un esercizio successivo al ${esercizio}`] : []),
  ];
};

const inOrdine = (a: ContenutoMovimento, b: ContenutoMovimento): number => {
  const chiave = ({ movimento }: ContenutoMovimento): string =>
    `${movimento.dataContabile}#${(numeroSospesoDi(movimento) ?? "").padStart(18, "0")}#${movimento.id}`;
  return chiave(a) < chiave(b) ? -1 : 1;
};

/** @param contenuti movements that `whyEsclusa` lets through, each with payments that sum to it. */
export function buildReversali(contenuti: readonly ContenutoMovimento[], regole: RegoleReversali): readonly Reversale[] {
  const { primoNumero, dataReversale: data, esercizio, codiciSiope } = regole;
  let numero = primoNumero;
  return [...contenuti].sort(inOrdine).flatMap(({ movimento, pagamenti }) => {
    const numeroSospeso = numeroSospesoDi(movimento) ?? "";
    return cutParti(groupParti(pagamenti), esercizio).map((parti): Reversale => {
      const bilancio = sumBilancio(parti, esercizio);
      const versanti = parti.map(
        ({ quota, importo, pagamenti: quanti, debitore }, i): VersanteReversale => ({
          ...{ progressivo: i + 1, importo, pagamenti: quanti, anagrafica: debitore?.anagrafica ?? "DIVERSI" },
          causale: causaleDi(quota, numeroSospeso, movimento.dataContabile),
          ...definiti({ codiceFiscale: debitore?.identificativo, quota, codiceSiope: siopeDi(quota, codiciSiope) }),
        }),
      );
      const importo = sumImporti(parti.map((parte) => parte.importo));
      const avvertenze = avvertenzeDi(parti, bilancio, esercizio);
      return { numero: numero++, data, importo, movimento, numeroSospeso, bilancio, versanti, avvertenze };
    });
  });
}
