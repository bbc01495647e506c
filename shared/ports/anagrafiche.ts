/** The registry: cached reads for the money path (at most 60 s old, bounded), plain reads for who administers it. */
import type { Acl, Applicazione, Chiamante, Operatore } from "../domain/anagrafiche/applicazione.ts";
import type { Creditore, Entrata, Intermediario, Stazione, TipoPendenza } from "../domain/anagrafiche/creditore.ts";
import type { NomeSezione, ValoreSezione } from "../domain/configurazione/sezioni.ts";
import type { Entita } from "./unit-of-work.ts";

export interface Anagrafiche {
  getCreditore(idDominio: string): Promise<Creditore | undefined>;
  getIntermediario(idIntermediario: string): Promise<Intermediario | undefined>;
  /** idStazione carries its intermediary: `<idIntermediario>_<nn>`. */
  getStazione(idStazione: string): Promise<Stazione | undefined>;
  getTipoPendenza(idTipoPendenza: string): Promise<TipoPendenza | undefined>;
  getEntrata(idEntrata: string): Promise<Entrata | undefined>;
  getApplicazione(idA2A: string): Promise<Applicazione | undefined>;
  /** All of them, disabled ones too, in order of idA2A. */
  getApplicazioni(): Promise<readonly Applicazione[]>;
  /** A section of the installation's configuration as it was written; empty when nobody wrote it: its defaults hold. */
  getSezione(nome: NomeSezione): Promise<ValoreSezione>;
  /** Who authenticates with this principal, with roles resolved; disabled ones are answered too (`abilitato`). */
  getUtenza(principal: string): Promise<Utenza | undefined>;
  /** The rights of these roles together; a role that does not exist gives none. */
  getAclRuoli(ruoli: readonly string[]): Promise<readonly Acl[]>;
}

export type Utenza =
  | { readonly tipo: "applicazione"; readonly valore: Applicazione; readonly chiamante: Chiamante }
  | { readonly tipo: "operatore"; readonly valore: Operatore; readonly chiamante: Chiamante }
  | { readonly tipo: "nodo"; readonly valore: Intermediario; readonly chiamante: Chiamante };

export type EntitaAnagrafica =
  | "intermediario"
  | "stazione"
  | "dominio"
  | "unitaOperativa"
  | "conto"
  | "entrata"
  | "entrataDominio"
  | "tipoPendenza"
  | "tipoPendenzaDominio"
  | "applicazione"
  | "operatore"
  | "ruolo"
  | "principale"
  | "controllo"
  | "sezioneConfigurazione"
  | "profiloLettura"
  | "tracciatoContabile"
  | "paginaPagamento"
  | "abbonamento";

/** What the registry has always to do with a payment: the rest belongs to some functions only, which say so by asking for the whole registry. */
export type EntitaDiBase = Exclude<EntitaAnagrafica, "profiloLettura" | "tracciatoContabile" | "paginaPagamento" | "abbonamento">;

/**
 * Consistent, uncached: for the Backoffice and for jobs. `ambito` is the parent's id where the entity has one.
 * `in`: the whole registry serves who needs the base, never the other way round.
 */
export interface Registro<in E extends EntitaAnagrafica = EntitaAnagrafica> {
  get<K extends E>(entita: K, id: string, ambito?: string): Promise<Entita[K] | undefined>;
  /** All entries of a kind (within a parent), in order of id. Registries are small: thousands, not millions. */
  list<K extends E>(entita: K, ambito?: string): Promise<readonly Entita[K][]>;
}

export type RegistroDiBase = Registro<EntitaDiBase>;
