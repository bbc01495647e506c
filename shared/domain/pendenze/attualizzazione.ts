/** When the creditor's own system must be asked about a notice, and which application speaks for it (reference 3.3 and 3.4). */
import { type Applicazione, type Chiamante, seesDominio } from "../anagrafiche/applicazione.ts";
import { isTrascorso } from "../valori/date.ts";
import { readModelloIuv } from "../valori/modello-iuv.ts";
import type { Pendenza } from "./pendenza.ts";

/** What the creditor's system says of a notice (API EC, reference 1.13). */
export const STATI_VERIFICA = ["NON_ESEGUITA", "ANNULLATA", "SCADUTA", "SCONOSCIUTA", "DUPLICATA"] as const;
export type StatoVerifica = (typeof STATI_VERIFICA)[number];

/** An application that can be asked. */
export type ApplicazioneInterrogabile = Applicazione & Required<Pick<Applicazione, "servizioIntegrazione">>;

export const isInterrogabile = (applicazione: Applicazione | undefined): applicazione is ApplicazioneInterrogabile =>
  applicazione?.abilitato === true && applicazione.servizioIntegrazione !== undefined;

/** The application as the author of what its own system answers: same rights as when it calls us. */
export const toChiamante = ({ idA2A, principal, autodeterminazione, domini, tipiPendenza, acl }: Applicazione): Chiamante => ({
  tipo: "applicazione",
  nome: idA2A,
  idA2A,
  principal,
  autodeterminazione,
  domini,
  tipiPendenza,
  acl,
});

/** Unpaid, still payable, and past the day until which its amount was sure. `oggi` is a day in Europe/Rome. */
export const isDaAttualizzare = ({ stato, dataValidita, dataScadenza }: Pendenza, oggi: string): boolean =>
  stato === "NON_ESEGUITA" &&
  dataValidita !== undefined &&
  isTrascorso(dataValidita, oggi) &&
  !(dataScadenza !== undefined && isTrascorso(dataScadenza, oggi));

/** The pattern takes the whole IUV; one that cannot be used takes nothing. */
const isGestito = ({ codificaAvvisi }: Applicazione, iuv: string): boolean => {
  if (codificaAvvisi?.regExpIuv === undefined) return false;
  const modello = readModelloIuv(codificaAvvisi.regExpIuv);
  return modello.ok && modello.valore(iuv);
};

/**
 * The application behind a notice that nobody loaded: the one whose pattern takes its IUV. GovPay takes the first of the registry whatever its state; here it
 * must be enabled and have a service to be asked, and the order is that of idA2A, so that the choice is always the same.
 */
export const findApplicazioneDi = (
  applicazioni: readonly Applicazione[],
  idDominio: string,
  iuv: string,
): ApplicazioneInterrogabile | undefined =>
  applicazioni
    .filter(isInterrogabile)
    .filter((applicazione) => isGestito(applicazione, iuv) && seesDominio(toChiamante(applicazione), idDominio))
    .toSorted((a, b) => (a.idA2A < b.idA2A ? -1 : 1))[0];
