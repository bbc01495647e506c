/** An operator starts a job now: the request is written with who made it, then the job is called and not waited for. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Esecuzione, isInCorso } from "../../domain/lavori/lavoro.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { AvvioLavori, DefinizioneLavoro, Lavori } from "../../ports/lavori.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { findDefinizione } from "./definizioni.ts";

export interface PorteAvvio {
  readonly definizioni: readonly DefinizioneLavoro[];
  readonly lavori: Pick<Lavori, "getLavoro">;
  readonly avvio: AvvioLavori;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RichiestaAvvio {
  readonly idOperazione: string;
  /** Takes the job away from a run that holds it: for one that died and whose reservation has not ended yet. */
  readonly forza: boolean;
}

export interface Avviata {
  readonly definizione: DefinizioneLavoro;
  readonly esecuzione: Esecuzione;
}

/** NON_TROVATO, LAVORO_IN_CORSO (without `forza`), CONFLITTO (another operator at the same time), BATCH_001 (the call was refused: nothing runs). */
export const createStartLavoro =
  ({ definizioni, lavori, avvio, unitOfWork, clock, ids }: PorteAvvio) =>
  async (
    { idOperazione, forza }: RichiestaAvvio,
    { principal }: Pick<Chiamante, "principal">,
    traccia: Traccia,
  ): Promise<Esito<Avviata, Rifiuto<"NON_TROVATO" | "LAVORO_IN_CORSO" | "CONFLITTO" | "BATCH_001">>> => {
    const definizione = findDefinizione(definizioni, idOperazione);
    if (!definizione) return rifiuto("NON_TROVATO", `operazione ${idOperazione}`);
    const { nome } = definizione;
    const adesso = clock.now();
    const lavoro = await lavori.getLavoro(nome);
    const occupato = lavoro !== undefined && isInCorso(lavoro, adesso);
    if (occupato && !forza) return rifiuto("LAVORO_IN_CORSO", `${nome}: in corso dalle ${lavoro.inCorso?.dal ?? ""}`);

    const esecuzione: Esecuzione = {
      ...{ versione: 0, id: ids.next(), lavoro: nome, stato: "RICHIESTA", origine: "OPERATORE", principal, richiestaAlle: adesso },
    };
    const { inCorso: tolta, ...libero } = lavoro ?? { versione: 0, nome };
    const modifiche: Modifica[] = [{ azione: "crea", entita: "esecuzione", valore: esecuzione }];
    if (lavoro && occupato) modifiche.push({ azione: "sostituisci", entita: "lavoro", valore: libero });
    const dettaglioEsito = `avvio di ${nome}, esecuzione ${esecuzione.id}${occupato ? `, tolta la prenotazione di ${tolta?.idEsecuzione ?? ""}` : ""}`;
    const evento = traccia.evento({ categoriaEvento: "UTENTE", sottotipoEvento: nome, dettaglioEsito });
    const scritto = await unitOfWork.commit(modifiche, { eventi: [evento] });
    if (!scritto.ok) return rifiuto("CONFLITTO", nome);

    const avviato = await avvio.start(nome, esecuzione.id);
    if (avviato.ok) return ok({ definizione, esecuzione });
    const fallita: Esecuzione = { ...esecuzione, versione: 1, stato: "FALLITA", conclusaAlle: clock.now(), dettaglio: avviato.errore };
    await unitOfWork.commit([{ azione: "sostituisci", entita: "esecuzione", valore: fallita }]);
    return rifiuto("BATCH_001", avviato.errore);
  };
