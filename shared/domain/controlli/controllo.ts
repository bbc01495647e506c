/**
 * What pagoPA knows of our accounts and stations, against what the registry says (Backoffice external EC, pagopa.md 8): an account that pagoPA
 * has not approved, or no longer has, makes the Node refuse every payment that names it (PPT_IBAN_NON_CENSITO), and nobody else would say so.
 */
import type { ContoAccredito, Dominio, Stazione } from "../anagrafiche/creditore.ts";
import { addGiorni, giornoItaliano } from "../valori/date.ts";

/** An account as pagoPA lists it. Days in Rome. */
export interface ContoPagoPa {
  readonly idDominio: string;
  readonly iban: string;
  readonly attivo: boolean;
  /** As pagoPA writes it. */
  readonly stato: string;
  readonly attivoDal?: string;
  readonly fineValidita?: string;
  readonly etichetta?: string;
}

/** The association of a creditor with a station, as pagoPA lists it. */
export interface EntePagoPa {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly enteAttivo: boolean;
  readonly idStazione?: string;
  readonly stazioneAttiva: boolean;
  /** One or more: pagoPA writes `0/3` for a station that takes both. */
  readonly auxDigit: readonly string[];
  readonly applicationCode?: string;
  readonly segregationCode?: string;
  readonly primitive?: number;
  readonly cbill?: string;
  readonly pagamentiPsp?: boolean;
}

export const GRAVITA = ["ALLARME", "AVVISO", "INFORMAZIONE"] as const;
export type Gravita = (typeof GRAVITA)[number];

/** Each finding with how serious it is by itself. */
export const RILIEVI = {
  CONTO_SCONOSCIUTO: "ALLARME",
  CONTO_TOLTO: "ALLARME",
  CONTO_NON_ATTIVO: "ALLARME",
  CONTO_NON_ANCORA_ATTIVO: "ALLARME",
  CONTO_SCADUTO: "ALLARME",
  CONTO_IN_SCADENZA: "ALLARME",
  CONTO_DISABILITATO_QUI: "AVVISO",
  CONTO_NON_REGISTRATO: "AVVISO",
  ENTE_SCONOSCIUTO: "ALLARME",
  ENTE_NON_ATTIVO: "ALLARME",
  ENTE_NON_REGISTRATO: "AVVISO",
  STAZIONE_SCONOSCIUTA: "ALLARME",
  STAZIONE_NON_ATTIVA: "ALLARME",
  AUX_DIGIT_DIVERSO: "ALLARME",
  SEGREGAZIONE_DIVERSA: "ALLARME",
  APPLICATION_CODE_DIVERSO: "ALLARME",
  PRIMITIVA_DIVERSA: "AVVISO",
  CBILL_DIVERSO: "AVVISO",
  PSP_NON_ABILITATI: "AVVISO",
} as const satisfies Readonly<Record<string, Gravita>>;
export type CodiceRilievo = keyof typeof RILIEVI;
export const CODICI_RILIEVO = Object.keys(RILIEVI) as [CodiceRilievo, ...CodiceRilievo[]];

export interface Rilievo {
  readonly codice: CodiceRilievo;
  readonly gravita: Gravita;
  readonly descrizione: string;
}

/** The last look at an account, or at the association with a station; without findings all is well. */
export interface Controllo {
  readonly versione: number;
  readonly idDominio: string;
  readonly oggetto: "CONTO" | "STAZIONE";
  /** IBAN or idStazione. */
  readonly riferimento: string;
  /** Instant. */
  readonly data: string;
  readonly rilievi: readonly Rilievo[];
  /** Whether pagoPA has it, today. */
  readonly suPagoPa: boolean;
  /** Debts still to be paid that point to the account, by account or by income; only counted when there are findings. */
  readonly pendenze?: { readonly numero: number; readonly almeno: boolean };
}

/** Before the end of an account by this much people must know: the new one takes pagoPA up to 7 days, and the change two people. */
const PREAVVISO_GIORNI = 30;

const rilievo = (codice: CodiceRilievo, descrizione: string): Rilievo => ({ codice, gravita: RILIEVI[codice], descrizione });

const findFine = (conto: ContoAccredito | undefined, pagoPa: ContoPagoPa | undefined): string | undefined =>
  [conto?.fineValidita, pagoPa?.fineValidita].filter((giorno) => giorno !== undefined).sort()[0];

const checkFine = (fine: string | undefined, oggi: string): readonly Rilievo[] => {
  if (fine === undefined || fine > addGiorni(oggi, PREAVVISO_GIORNI)) return [];
  return fine < oggi
    ? [rilievo("CONTO_SCADUTO", `Il conto non è più valido dal ${giornoItaliano(addGiorni(fine, 1))}`)]
    : [rilievo("CONTO_IN_SCADENZA", `Il conto è valido fino al ${giornoItaliano(fine)}`)];
};

const checkPresenza = (pagoPa: ContoPagoPa | undefined, cEra: boolean, oggi: string): readonly Rilievo[] => {
  if (!pagoPa) {
    return cEra
      ? [rilievo("CONTO_TOLTO", "Il conto era tra quelli dell'ente su pagoPA e non c'è più: i pagamenti che lo indicano sono rifiutati")]
      : [rilievo("CONTO_SCONOSCIUTO", "Il conto non è mai stato approvato su pagoPA: i pagamenti che lo indicano sono rifiutati")];
  }
  if (!pagoPa.attivo) return [rilievo("CONTO_NON_ATTIVO", `Su pagoPA il conto è nello stato ${pagoPa.stato}`)];
  return pagoPa.attivoDal !== undefined && pagoPa.attivoDal > oggi
    ? [rilievo("CONTO_NON_ANCORA_ATTIVO", `Su pagoPA il conto è valido dal ${giornoItaliano(pagoPa.attivoDal)}`)]
    : [];
};

/** Findings on an account that at least one of the two has. `cEra`: at the last look pagoPA had it. `oggi` is a day in Rome. */
export const checkConto = (
  conto: ContoAccredito | undefined,
  pagoPa: ContoPagoPa | undefined,
  cEra: boolean,
  oggi: string,
): readonly Rilievo[] => {
  if (!conto) return pagoPa?.attivo ? [rilievo("CONTO_NON_REGISTRATO", "Il conto è attivo su pagoPA e non è registrato qui")] : [];
  const rilievi = [...checkPresenza(pagoPa, cEra, oggi), ...checkFine(findFine(conto, pagoPa), oggi)];
  if (conto.abilitato || rilievi.length > 0) return rilievi;
  return [rilievo("CONTO_DISABILITATO_QUI", "Il conto è attivo su pagoPA ed è disabilitato qui")];
};

/** A disabled account is no longer offered: what is wrong with it matters only while some debt still points to it. */
export const weighRilievi = (rilievi: readonly Rilievo[], abilitato: boolean, pendenze: number): readonly Rilievo[] =>
  abilitato || pendenze > 0 ? rilievi : rilievi.map((r) => (r.gravita === "ALLARME" ? { ...r, gravita: "INFORMAZIONE" } : r));

const checkNumerazione = ({ auxDigit, segregationCode }: Dominio, { idStazione }: Stazione, ente: EntePagoPa): readonly Rilievo[] => {
  if (auxDigit !== undefined && ente.auxDigit.length > 0 && !ente.auxDigit.includes(String(auxDigit)))
    return [rilievo("AUX_DIGIT_DIVERSO", `Qui gli avvisi cominciano per ${auxDigit}, su pagoPA per ${ente.auxDigit.join(" o ")}`)];
  if (auxDigit === 3 && ente.segregationCode !== undefined && ente.segregationCode !== segregationCode)
    return [
      rilievo("SEGREGAZIONE_DIVERSA", `Codice di segregazione ${segregationCode ?? "assente"} qui, ${ente.segregationCode} su pagoPA`),
    ];
  const codice = idStazione.slice(-2);
  if (auxDigit === 0 && ente.applicationCode !== undefined && ente.applicationCode !== codice)
    return [rilievo("APPLICATION_CODE_DIVERSO", `Application code ${codice} qui, ${ente.applicationCode} su pagoPA`)];
  return [];
};

/** Findings on the association of a creditor with its station; `enti` are all the rows of that creditor. */
export const checkStazione = (dominio: Dominio, stazione: Stazione, enti: readonly EntePagoPa[]): readonly Rilievo[] => {
  const [primo] = enti;
  if (!primo) return [rilievo("ENTE_SCONOSCIUTO", "L'ente non è tra quelli dell'intermediario su pagoPA")];
  const attivo = primo.enteAttivo ? [] : [rilievo("ENTE_NON_ATTIVO", "L'ente è disabilitato su pagoPA")];
  const ente = enti.find(({ idStazione }) => idStazione === stazione.idStazione);
  if (!ente) {
    const altre = enti.flatMap(({ idStazione }) => idStazione ?? []).join(", ");
    const dove = altre === "" ? "a nessuna stazione" : `alla stazione ${altre}`;
    return [...attivo, rilievo("STAZIONE_SCONOSCIUTA", `Qui l'ente usa la stazione ${stazione.idStazione}, su pagoPA è associato ${dove}`)];
  }
  const versione = stazione.versioneStazione === "V2" ? 2 : 1;
  return [
    ...attivo,
    ...(ente.stazioneAttiva ? [] : [rilievo("STAZIONE_NON_ATTIVA", `La stazione ${stazione.idStazione} non è attiva su pagoPA`)]),
    ...checkNumerazione(dominio, stazione, ente),
    ...(ente.primitive !== undefined && ente.primitive !== versione
      ? [rilievo("PRIMITIVA_DIVERSA", `Qui la stazione è V${versione}, su pagoPA usa le primitive in versione ${ente.primitive}`)]
      : []),
    ...(dominio.cbill !== undefined && ente.cbill !== undefined && ente.cbill !== dominio.cbill
      ? [rilievo("CBILL_DIVERSO", `Codice CBILL ${dominio.cbill} qui, ${ente.cbill} su pagoPA`)]
      : []),
    ...(ente.pagamentiPsp === false ? [rilievo("PSP_NON_ABILITATI", "Su pagoPA l'ente non ammette pagamenti presso i PSP")] : []),
  ];
};

/** The most serious of the findings; undefined when there are none. */
export const gravitaDi = ({ rilievi }: Pick<Controllo, "rilievi">): Gravita | undefined =>
  GRAVITA.find((gravita) => rilievi.some((r) => r.gravita === gravita));
