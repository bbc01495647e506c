/** The one way to write a registry: read, decide, commit under the versions read with the journal entry; a race is decided again on what the other left. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { VoceAnagrafica } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import type { PorteLettura } from "./anagrafica.ts";
import { describeSenzaSegreti } from "./describe-senza-segreti.ts";

export interface PorteScrittura extends PorteLettura {
  readonly unitOfWork: UnitOfWork;
}

/** Who writes, and in which exchange. */
export interface Scrivente {
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

export interface Decisione {
  /** The entry written comes first. */
  readonly modifiche: readonly [Modifica, ...Modifica[]];
  /** What the journal calls it, and the fields under which it is found there. */
  readonly voce: string;
  readonly campi?: CampiEvento;
}

/** 201 the entry did not exist, 200 it was replaced. */
export type EsitoScrittura<C extends string> = Esito<200 | 201, Rifiuto<C | "CONFLITTO">>;

const TENTATIVI = 4;

/** The write of an entry over the one read, if any. */
export const writeOver = <T extends VoceAnagrafica>(esistente: T | undefined, valore: T) =>
  esistente
    ? ({ azione: "sostituisci", valore: { ...valore, versione: esistente.versione } } as const)
    : ({ azione: "crea", valore: { ...valore, versione: 0 } } as const);

export const saveVoce = async <C extends string>(
  { unitOfWork }: PorteScrittura,
  traccia: Traccia,
  decide: () => Promise<Esito<Decisione, Rifiuto<C>>>,
): Promise<EsitoScrittura<C>> => {
  for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
    const decisione = await decide();
    if (!decisione.ok) return decisione;
    const { modifiche, voce, campi } = decisione.valore;
    const creata = modifiche[0].azione === "crea";
    const evento = traccia.evento({
      ...campi,
      dettaglioEsito: `${creata ? "Creazione" : "Aggiornamento"}: ${voce}`,
      parametriRichiesta: { method: "PUT", data: traccia.inizio, payload: describeSenzaSegreti(modifiche[0].valore) },
    });
    const esito = await unitOfWork.commit(modifiche, { eventi: [evento] });
    if (esito.ok) return ok(creata ? 201 : 200);
  }
  return rifiuto("CONFLITTO");
};
