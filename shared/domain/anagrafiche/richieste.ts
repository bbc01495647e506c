/** What is asked to be written in the registry: without versions and hashes, with the secrets that may be left out. */
import type { Applicazione, Operatore } from "./applicazione.ts";
import type { Dominio, Stazione } from "./creditore.ts";
import type { ConnettoreRichiesto } from "./segreti.ts";

export const CONNETTORI_FACOLTATIVI = [
  "servizioPagoPaCheckout",
  "servizioPagoPaFR",
  "servizioPagoPaRecuperoRT",
  "servizioPagoPaACA",
  "servizioPagoPaGPD",
  "servizioPagoPaBackofficeEC",
] as const;
export type ConnettoreFacoltativo = (typeof CONNETTORI_FACOLTATIVI)[number];

export interface IntermediarioRichiesto {
  readonly idIntermediario: string;
  readonly denominazione: string;
  readonly principalPagoPa: string;
  readonly altriPrincipalPagoPa?: readonly string[];
  readonly certificatiPagoPa?: readonly string[];
  readonly passwordPagoPa?: string;
  readonly servizioPagoPa: ConnettoreRichiesto;
  readonly connettori: { readonly [N in ConnettoreFacoltativo]?: ConnettoreRichiesto };
  readonly abilitato: boolean;
}

export type StazioneRichiesta = Omit<Stazione, "versione">;

/** inProva: absent = as it is; false = into service. */
export type DominioRichiesto = Omit<Dominio, "versione" | "frammenti" | "inProva"> & { readonly inProva?: boolean };

export interface ApplicazioneRichiesta
  extends Omit<Applicazione, "versione" | "passwordHash" | "passwordDal" | "segreti" | "servizioIntegrazione" | "inProva"> {
  readonly password?: string;
  /** Absent = as it is. */
  readonly inProva?: boolean;
  readonly servizioIntegrazione?: Pick<ConnettoreRichiesto, "url" | "auth"> & { readonly versioneApi: "REST v1" | "REST v2" };
}

export interface OperatoreRichiesto extends Omit<Operatore, "versione" | "passwordHash" | "passwordDal" | "secondoFattore"> {
  readonly password?: string;
}
