/** A write of the registry that, where the installation wants two persons, becomes a request to the second. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import {
  type Approvazione,
  GIORNI_PER_APPROVARE,
  type TipoApprovazione,
  type VoceProposta,
} from "../../domain/approvazioni/approvazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { type Decisione, type PorteScrittura, type Scrivente, saveVoce } from "../anagrafiche/save-voce.ts";

/** What asks for a second person in this installation. */
export interface QuattroOcchi {
  readonly ruoli: boolean;
  readonly credenziali: boolean;
}

export interface PorteProposta extends PorteScrittura {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly quattroOcchi: QuattroOcchi;
}

/** Why the write waits for a second person, in the words that person will read. */
export interface Proposta {
  readonly tipo: TipoApprovazione;
  readonly oggetto: string;
  /** Service of the ACL of who decides. */
  readonly servizio: string;
  readonly descrizione: string;
  readonly voce: VoceProposta;
}

/** 202: nothing has changed, the request `idApprovazione` waits for another person. */
export interface Scritta {
  readonly stato: 200 | 201 | 202;
  readonly idApprovazione?: string;
}
export type EsitoProposta<C extends string> = Esito<Scritta, Rifiuto<C | "CONFLITTO" | "PRECONDIZIONE">>;

const MINUTI_PER_GIORNO = 1440;

const buildApprovazione = (
  { clock, ids }: PorteProposta,
  { tipo, oggetto, servizio, descrizione, voce }: Proposta,
  chiamante: Chiamante,
): Approvazione => {
  const adesso = clock.now();
  return {
    ...{ versione: 0, id: ids.next(), tipo, oggetto, servizio, descrizione, stato: "RICHIESTA", proposta: voce },
    ...{ richiedente: chiamante.principal, motivazione: "", dataRichiesta: adesso },
    scadenza: addMinuti(adesso, GIORNI_PER_APPROVARE * MINUTI_PER_GIORNO),
  };
};

/** The entry that the request is about must be the one read: a request decided on another would undo what came in between. */
const toRichiesta = (approvazione: Approvazione, { entita, valore }: VoceProposta, prima: Modifica): Decisione["modifiche"] => {
  const crea = { azione: "crea", entita: "approvazione", valore: approvazione } as const;
  if (prima.azione !== "sostituisci") return [crea];
  switch (entita) {
    case "ruolo":
      return [{ azione: "verifica", entita, valore }, crea];
    case "operatore":
      return [{ azione: "verifica", entita, valore }, crea];
    case "applicazione":
      return [{ azione: "verifica", entita, valore }, crea];
  }
};

/** Commits the decision, or the request for it when it comes with a proposal. Same rules as `saveVoce`. */
export const saveOProponi = async <C extends string>(
  porte: PorteProposta,
  { chiamante, ...scambio }: Scrivente,
  decide: () => Promise<Esito<Decisione & { readonly proposta?: Proposta }, Rifiuto<C>>>,
): Promise<EsitoProposta<C>> => {
  let idApprovazione: string | undefined;
  const scritto = await saveVoce<C>(porte, scambio, async () => {
    const decisione = await decide();
    if (!decisione.ok) return decisione;
    const { proposta, ...resto } = decisione.valore;
    idApprovazione = undefined;
    if (!proposta) return ok(resto);
    const approvazione = buildApprovazione(porte, proposta, chiamante);
    idApprovazione = approvazione.id;
    return ok({
      ...resto,
      modifiche: toRichiesta(approvazione, proposta.voce, resto.modifiche[0]),
      descritta: { azione: `Richiesta di approvazione ${approvazione.id}`, valore: proposta.voce.valore },
    });
  });
  if (!scritto.ok) return scritto;
  return ok(idApprovazione === undefined ? { stato: scritto.valore } : { stato: 202, idApprovazione });
};
