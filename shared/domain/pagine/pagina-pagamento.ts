/**
 * A payment page (pagina di pagamento): an address that an office publishes for whoever has something to pay and no debt to look for, with its amount or the
 * limits of it, what is asked, and how many payments it takes. It becomes a spontaneous debt like any other.
 */
import type { VoceAnagrafica } from "../anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../esito.ts";
import type { Informativa, Testi } from "../form/descrizione-form.ts";
import type { LinguaForm } from "../form/lingue-form.ts";

export type ImportoPagina =
  | { readonly tipo: "FISSO"; readonly importo: bigint }
  | { readonly tipo: "LIBERO"; readonly minimo: bigint; readonly massimo: bigint };

export interface CampoPagina {
  readonly nome: string;
  readonly etichetta: Testi;
  readonly obbligatorio: boolean;
  readonly lunghezzaMassima: number;
}

export interface PaginaPagamento extends VoceAnagrafica {
  readonly idDominio: string;
  readonly idPagina: string;
  readonly idTipoPendenza: string;
  /** In whose name its debts are written. */
  readonly idA2A: string;
  readonly codEntrata: string;
  readonly abilitata: boolean;
  readonly titolo: Testi;
  readonly descrizione?: Testi;
  /** What is written on the notice; the answers to the first fields follow while there is room. */
  readonly causale: string;
  readonly importo: ImportoPagina;
  readonly campi: readonly CampoPagina[];
  readonly informativa?: Informativa;
  /** Days in Europe/Rome, both included. */
  readonly dal?: string;
  readonly al?: string;
  /** Days within which who filled it in has to pay: then its place is of others. */
  readonly giorniPerPagare: number;
  readonly pagamentiMassimi?: number;
  /** Cents. */
  readonly totaleMassimo?: bigint;
  /** Origins whose pages may show it in a frame; absent = none. */
  readonly incorporabileDa?: readonly string[];
  /** Where the payer comes back after Checkout: chosen by the office, never by who calls. */
  readonly urlRitorno: string;
}

/** Places taken: what was paid, and what is within its days to be. */
export interface QuotaPagina {
  readonly versione: number;
  readonly idDominio: string;
  readonly idPagina: string;
  readonly prese: number;
  /** Cents. */
  readonly importo: bigint;
}

/** A place held for a debt until a day, included. */
export interface PrenotazionePagina {
  readonly versione: number;
  readonly idDominio: string;
  readonly idPagina: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  /** Cents. */
  readonly importo: bigint;
  readonly scadenza: string;
}

export type StatoPagina = "APERTA" | "SOSPESA" | "NON_ANCORA_APERTA" | "CHIUSA";

/** What the caller may see of a page follows from its days; whether there is room is decided when somebody asks for a place. */
export const statoPaginaAl = ({ abilitata, dal, al }: PaginaPagamento, oggi: string): StatoPagina => {
  if (!abilitata) return "SOSPESA";
  if (dal !== undefined && oggi < dal) return "NON_ANCORA_APERTA";
  return al !== undefined && oggi > al ? "CHIUSA" : "APERTA";
};

export const hasLimiti = ({ pagamentiMassimi, totaleMassimo }: PaginaPagamento): boolean =>
  pagamentiMassimi !== undefined || totaleMassimo !== undefined;

/** Whether one more payment of this amount fits. */
export const hasPosto = (
  { pagamentiMassimi, totaleMassimo }: PaginaPagamento,
  { prese, importo }: Pick<QuotaPagina, "prese" | "importo">,
  altro: bigint,
): boolean =>
  (pagamentiMassimi === undefined || prese < pagamentiMassimi) && (totaleMassimo === undefined || importo + altro <= totaleMassimo);

/** In one path segment: the creditor, then the name that the office chose. */
export const idPubblicoDi = ({ idDominio, idPagina }: Pick<PaginaPagamento, "idDominio" | "idPagina">): string =>
  `${idDominio}.${idPagina}`;

export const readIdPubblico = (id: string): { readonly idDominio: string; readonly idPagina: string } | undefined => {
  const [, idDominio, idPagina] = /^(\d{11})\.([a-z0-9-]{3,60})$/.exec(id) ?? [];
  return idDominio !== undefined && idPagina !== undefined ? { idDominio, idPagina } : undefined;
};

export const testoIn = (testi: Testi, lingua: LinguaForm = "it"): string => testi[lingua] ?? testi.it ?? Object.values(testi)[0] ?? "";

const CAUSALE_MASSIMA = 140;

/** Answers join the causale only whole: half a plate number is another car. */
export const causaleDi = ({ causale, campi }: PaginaPagamento, risposte: Readonly<Record<string, string>>): string =>
  campi.reduce(
    (testo, { nome }) => {
      const risposta = risposte[nome];
      const lungo = `${testo}, ${risposta ?? ""}`;
      return risposta !== undefined && lungo.length <= CAUSALE_MASSIMA ? lungo : testo;
    },
    causale.slice(0, CAUSALE_MASSIMA),
  );

/** Of who fills in the page, or of the office that prepared a link for him: the second cannot be changed by the first. */
export interface DatiPagina {
  readonly importo?: bigint;
  readonly identificativo?: string;
  readonly anagrafica?: string;
  readonly email?: string;
  readonly campi: Readonly<Record<string, string>>;
  readonly consenso?: string;
}

const inEuro = (centesimi: bigint): string => `${centesimi / 100n},${String(centesimi % 100n).padStart(2, "0")}`;

/** Amount, fields and consent against the page. Errors: the field and its limit, in Italian. */
export const checkDatiPagina = (pagina: PaginaPagamento, dati: DatiPagina, precompilato: boolean): Esito<bigint> => {
  const ignoto = Object.keys(dati.campi).find((nome) => !pagina.campi.some((campo) => campo.nome === nome));
  if (ignoto !== undefined) return ko(`campi.${ignoto.slice(0, 60)}: campo non previsto`);
  for (const { nome, obbligatorio, lunghezzaMassima } of pagina.campi) {
    const risposta = dati.campi[nome]?.trim() ?? "";
    if (obbligatorio && risposta === "") return ko(`campi.${nome}: obbligatorio`);
    if (risposta.length > lunghezzaMassima) return ko(`campi.${nome}: al massimo ${lunghezzaMassima} caratteri`);
  }
  const { informativa, importo: regola } = pagina;
  if (informativa?.obbligatoria && dati.consenso !== informativa.versione)
    return ko(`consensoInformativa: va accettata l'informativa, versione ${informativa.versione}`);
  // The office wrote the amount of a link that it prepared: the page's own is for the others.
  if (precompilato && dati.importo !== undefined) return ok(dati.importo);
  if (regola.tipo === "FISSO")
    return dati.importo === undefined || dati.importo === regola.importo
      ? ok(regola.importo)
      : ko(`importo: l'importo della pagina è ${inEuro(regola.importo)} euro`);
  if (dati.importo === undefined) return ko("importo: obbligatorio");
  return dati.importo >= regola.minimo && dati.importo <= regola.massimo
    ? ok(dati.importo)
    : ko(`importo: da ${inEuro(regola.minimo)} a ${inEuro(regola.massimo)} euro`);
};
