/** A new session, and the end of the one that the same browser had: the identifier never survives a login. */
import type { Persona } from "../../domain/accessi/provider.ts";
import { createSessione, type Sessione } from "../../domain/accessi/sessione.ts";
import type { Accessi, Cifra } from "../../ports/accessi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteSessione {
  readonly accessi: Pick<Accessi, "getSessione">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly cifra: Cifra;
  readonly sessioneMinuti: number;
}

const BYTE_ID = 24;

export interface Apertura {
  readonly persona: Persona;
  readonly metodo: Sessione["metodo"];
  /** Session that the browser presented, if any. */
  readonly precedente?: string | undefined;
  /** What else changes with the login, in the same transaction. */
  readonly modifiche?: readonly Modifica[];
}

/** Opens the session; undefined when what goes with it met another state (two logins with one code). */
export const openSessione = async (
  { accessi, unitOfWork, clock, cifra, sessioneMinuti }: PorteSessione,
  { persona, metodo, precedente, modifiche = [] }: Apertura,
  traccia: Traccia,
): Promise<Sessione | undefined> => {
  const adesso = clock.now();
  const sessione = createSessione({ id: cifra.random(BYTE_ID), metodo, ...persona }, adesso, sessioneMinuti);
  const vecchia = precedente === undefined ? undefined : await accessi.getSessione(precedente);
  const chiusure: readonly Modifica[] =
    vecchia && vecchia.chiusaIl === undefined
      ? [{ azione: "sostituisci", entita: "sessione", valore: { ...vecchia, chiusaIl: adesso } }]
      : [];
  const apri = (con: readonly Modifica[]) =>
    unitOfWork.commit([{ azione: "crea", entita: "sessione", valore: sessione }, ...modifiche, ...con], {
      eventi: [
        traccia.evento({ categoriaEvento: "UTENTE", principal: persona.principal, dettaglioEsito: `Accesso dell'operatore (${metodo})` }),
      ],
    });
  const esito = await apri(chiusure);
  if (esito.ok) return sessione;
  // The old session was closed meanwhile, by a logout in another window: that is no reason to refuse this one.
  const soloChiusura = esito.errore.modifiche.every((modifica) => modifica.entita === "sessione");
  return soloChiusura && (await apri([])).ok ? sessione : undefined;
};

const RIPROVE = 3;

/** Ends the session; one that is not there, or is over, is no error. */
export const closeSessione = async (
  { accessi, unitOfWork, clock }: Pick<PorteSessione, "accessi" | "unitOfWork" | "clock">,
  id: string,
  traccia: Traccia,
): Promise<void> => {
  for (let volta = 0; volta < RIPROVE; volta++) {
    const sessione = await accessi.getSessione(id);
    if (!sessione || sessione.chiusaIl !== undefined) return;
    const evento = traccia.evento({ categoriaEvento: "UTENTE", principal: sessione.principal, dettaglioEsito: "Uscita dell'operatore" });
    const valore: Sessione = { ...sessione, chiusaIl: clock.now() };
    if ((await unitOfWork.commit([{ azione: "sostituisci", entita: "sessione", valore }], { eventi: [evento] })).ok) return;
  }
};
