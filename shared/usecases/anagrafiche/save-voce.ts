/** The one way to write a registry: read, decide, commit under the versions read with the journal entry; a race is decided again on what the other left. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { VoceAnagrafica } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { EntitaAnagrafica, EntitaDiBase } from "../../ports/anagrafiche.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import type { PorteLettura } from "./anagrafica.ts";
import { describeSenzaSegreti } from "./describe-senza-segreti.ts";

export interface PorteScrittura<E extends EntitaAnagrafica = EntitaDiBase> extends PorteLettura<E> {
  readonly unitOfWork: UnitOfWork;
}

/** For who writes where to call: which addresses are allowed is a choice of the installation. */
export interface PorteIndirizzi {
  /** Errors: why the address is not allowed, in Italian. */
  readonly checkIndirizzo: (url: string) => Esito<void>;
}

/** The exchange in which an entry is written. */
export interface Scambio {
  readonly traccia: Traccia;
  /** Condition of the caller on what it replaces (If-Match): one of these versions, or any that exists. Absent = none. */
  readonly versioniAttese?: readonly number[] | "*";
}

/** Who writes, and in which exchange. */
export interface Scrivente extends Scambio {
  readonly chiamante: Chiamante;
}

export interface Decisione {
  /** The entry written comes first. */
  readonly modifiche: readonly [Modifica, ...Modifica[]];
  /** What the journal calls it, and the fields under which it is found there. */
  readonly voce: string;
  readonly campi?: CampiEvento;
  /** Absent = PUT. */
  readonly method?: "PATCH";
  /** What the journal keeps, when it is not the entry written first. */
  readonly descritta?: { readonly azione: string; readonly valore: object };
}

/** 201 the entry did not exist, 200 it was replaced. */
export type EsitoScrittura<C extends string> = Esito<200 | 201, Rifiuto<C | "CONFLITTO" | "PRECONDIZIONE">>;

const TENTATIVI = 4;

/** The write of an entry over the one read, if any. */
export const writeOver = <T extends VoceAnagrafica>(esistente: T | undefined, valore: T) =>
  esistente
    ? ({ azione: "sostituisci", valore: { ...valore, versione: esistente.versione } } as const)
    : ({ azione: "crea", valore: { ...valore, versione: 0 } } as const);

/** Whether the entry is as the caller saw it; `undefined` when there is none. */
export const isAttesa = (versione: number | undefined, attese: Scambio["versioniAttese"]): boolean =>
  attese === undefined || (versione !== undefined && (attese === "*" || attese.includes(versione)));

export const saveVoce = async <C extends string>(
  { unitOfWork }: PorteScrittura,
  { traccia, versioniAttese }: Scambio,
  decide: () => Promise<Esito<Decisione, Rifiuto<C>>>,
): Promise<EsitoScrittura<C>> => {
  for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
    const decisione = await decide();
    if (!decisione.ok) return decisione;
    const { modifiche, voce, campi, method = "PUT", descritta } = decisione.valore;
    const creata = modifiche[0].azione === "crea";
    const registrata = creata ? undefined : modifiche[0].valore.versione;
    if (!isAttesa(registrata, versioniAttese))
      return rifiuto("PRECONDIZIONE", `If-Match: ${registrata === undefined ? "la risorsa non esiste" : `la versione è "${registrata}"`}`);
    const evento = traccia.evento({
      ...campi,
      dettaglioEsito: `${descritta?.azione ?? (creata ? "Creazione" : "Aggiornamento")}: ${voce}`,
      parametriRichiesta: { method, data: traccia.inizio, payload: describeSenzaSegreti(descritta?.valore ?? modifiche[0].valore) },
    });
    const esito = await unitOfWork.commit(modifiche, { eventi: [evento] });
    if (esito.ok) return ok(creata ? 201 : 200);
  }
  return rifiuto("CONFLITTO");
};
