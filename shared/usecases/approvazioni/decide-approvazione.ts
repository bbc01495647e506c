/** A person decides what another asked: the decision and what it sets in motion are one transaction. What that is depends on the kind of request. */
import { type Chiamante, hasServizio } from "../../domain/anagrafiche/applicazione.ts";
import {
  type Approvazione,
  decideApprovazione as decide,
  type EsitoDecisione,
  type TipoApprovazione,
} from "../../domain/approvazioni/approvazione.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Approvazioni } from "../../ports/cambi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { seesApprovazione } from "./find-approvazioni.ts";

export type CodiceDecisione = "NON_TROVATO" | "NON_AUTORIZZATO" | "NON_PROCESSABILE" | "CONFLITTO";

/** Changes and messages that go with the decision. */
export interface Conseguenze {
  readonly modifiche: readonly Modifica[];
  readonly messaggi?: readonly Messaggio[];
}

/** Errors: why the decision can no longer be taken. The request comes already decided. */
export type Effetto = (approvazione: Approvazione, esito: EsitoDecisione) => Promise<Esito<Conseguenze, Rifiuto<"NON_PROCESSABILE">>>;

interface Porte {
  readonly approvazioni: Pick<Approvazioni, "get">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly effetti: Readonly<Record<TipoApprovazione, Effetto>>;
}

export interface RichiestaDecisione {
  readonly id: string;
  readonly esito: EsitoDecisione;
  readonly motivazione?: string;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

const TENTATIVI = 3;

export const decideApprovazione =
  ({ approvazioni, unitOfWork, clock, effetti }: Porte) =>
  async (richiesta: RichiestaDecisione): Promise<Esito<Approvazione, Rifiuto<CodiceDecisione>>> => {
    const { id, esito, motivazione, chiamante, traccia } = richiesta;
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
      const attuale = await approvazioni.get(id);
      if (!attuale || !seesApprovazione(chiamante, attuale)) return rifiuto("NON_TROVATO", `approvazione ${id}`);
      if (!hasServizio(chiamante, [attuale.servizio], "W"))
        return rifiuto("NON_AUTORIZZATO", `serve il diritto di scrittura su ${attuale.servizio}`);
      const decisione = { esito, autore: chiamante.principal, ...(motivazione !== undefined && { motivazione }) };
      const decisa = decide(attuale, decisione, clock.now());
      if (!decisa.ok) return decisa;
      const effetto = await effetti[attuale.tipo](decisa.valore, esito);
      if (!effetto.ok) return effetto;
      const { modifiche, messaggi = [] } = effetto.valore;
      const dettaglioEsito = `${esito}: ${attuale.descrizione} (chiesto da ${attuale.richiedente})`;
      const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "approvazione", valore: decisa.valore }, ...modifiche], {
        eventi: [
          traccia.evento({
            categoriaEvento: "UTENTE",
            sottotipoEvento: esito,
            ...definiti({ idDominio: attuale.idDominio }),
            dettaglioEsito,
          }),
        ],
        messaggi,
      });
      if (scritto.ok) return ok(decisa.valore);
    }
    return rifiuto("CONFLITTO");
  };
