/** The replacement of an account of a creditor: what was asked, how far it has got, what could not be changed. The progress is here, so that any stage may be repeated. */

import type { EntrataDominio } from "../anagrafiche/creditore.ts";
import { replaceConto } from "../pendenze/conti-pendenza.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import { contoPostaleDi } from "../valori/iban.ts";
import type { StatoCambio } from "./stati-cambio.ts";

/** ANAGRAFICA: incomes and old account; PENDENZE: debts that name it; ENTRATE: copies in pagoPA's archives of debts that reach it by income; VERIFICA: what is left. */
export const FASI_CAMBIO = ["ANAGRAFICA", "PENDENZE", "ENTRATE", "VERIFICA"] as const;
export type FaseCambio = (typeof FASI_CAMBIO)[number];

export interface ScartoCambio {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly numeroAvviso: string;
  readonly motivo: string;
}

export interface CambioIban {
  readonly versione: number;
  readonly id: string;
  readonly idDominio: string;
  readonly ibanVecchio: string;
  readonly ibanNuovo: string;
  /** Whether the debts whose notice has already been sent (dataNotificaAvviso) change too: a printed bollettino keeps the old account. */
  readonly avvisiNotificati: "COMPRESI" | "ESCLUSI";
  /** The old account is disabled with the first stage: nobody loads debts on it while the others change. */
  readonly disabilitaVecchio: boolean;
  readonly idApprovazione: string;
  readonly richiedente: string;
  readonly motivazione: string;
  /** Instants. */
  readonly dataRichiesta: string;
  readonly scadenzaApprovazione: string;
  readonly dataConclusione?: string;
  readonly stato: StatoCambio;
  readonly descrizioneStato?: string;
  readonly fase: FaseCambio;
  /** Messages written so far: an older one has nothing to do. */
  readonly tappa: number;
  /** The phase does not begin before this instant. */
  readonly nonPrimaDi?: string;
  /** Where the list has got, in the phase. */
  readonly cursore?: string;
  readonly entrateCambiate: readonly string[];
  readonly entrateNonCambiate: readonly string[];
  readonly pendenzeCambiate: number;
  /** Announced again to an archive of pagoPA because their income has another account. */
  readonly pendenzeRiallineate: number;
  /** Left out by `avvisiNotificati`. */
  readonly pendenzeEscluse: number;
  readonly numeroScarti: number;
  /** The first ones. */
  readonly scarti: readonly ScartoCambio[];
}

/** Enough for a person; the list of the debts of the old account has them all. */
export const SCARTI_MASSIMI = 100;

/** The memory of the registry lasts 60 s: before twice as long some instance may still load debts, or send copies, with the old account. */
export const ATTESA_ANAGRAFICA_MINUTI = 2;

export type Giudizio =
  | { readonly esito: "invariata" | "esclusa" }
  | { readonly esito: "cambiata"; readonly pendenza: Pendenza }
  | { readonly esito: "impossibile"; readonly motivo: string };

/** What becomes of a debt in the present phase. Applied to its own result it changes nothing, except ENTRATE, whose progress is written with the debts. */
export const judgePendenza = (cambio: CambioIban, pendenza: Pendenza, adesso: string): Giudizio => {
  if (cambio.fase === "ENTRATE") {
    const { allineamento } = pendenza;
    if (!allineamento) return { esito: "invariata" };
    // The imprint of the debt names the income, not its account: forgetting it makes the unit of work announce the debt again.
    return {
      esito: "cambiata",
      pendenza: { ...pendenza, allineamento: { ...allineamento, impronta: "" }, dataUltimoAggiornamento: adesso },
    };
  }
  const giudizio = replaceConto(pendenza, cambio, adesso);
  return giudizio.esito !== "invariata" && cambio.avvisiNotificati === "ESCLUSI" && pendenza.dataNotificaAvviso !== undefined
    ? { esito: "esclusa" }
    : giudizio;
};

/** The income with the new account; undefined when it does not use the old one, `impossibile` when the new one cannot be its support account. */
export const replaceContoEntrata = (
  entrata: EntrataDominio,
  { ibanVecchio, ibanNuovo }: Pick<CambioIban, "ibanVecchio" | "ibanNuovo">,
): EntrataDominio | "impossibile" | undefined => {
  const { ibanAccredito, ibanAppoggio } = entrata;
  if (ibanAccredito !== ibanVecchio && ibanAppoggio !== ibanVecchio) return undefined;
  if (ibanAppoggio === ibanVecchio && contoPostaleDi(ibanNuovo) === undefined) return "impossibile";
  return {
    ...entrata,
    ...(ibanAccredito === ibanVecchio && { ibanAccredito: ibanNuovo }),
    ...(ibanAppoggio === ibanVecchio && { ibanAppoggio: ibanNuovo }),
  };
};
