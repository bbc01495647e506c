/** Sessions of citizens: opened by a login, replaced when they begin to act for a company, closed by a logout. The identifier never survives any of these. */
import { type Cittadino, denominazioneOf } from "../../domain/accessi/cittadino.ts";
import { createSessioneCittadino, type DurataSessione, type SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, Cifra } from "../../ports/accessi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteSessioneCittadino {
  readonly accessi: Pick<Accessi, "getSessioneCittadino">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly cifra: Cifra;
}

const BYTE_ID = 24;
const RIPROVE = 3;

export interface AperturaCittadino {
  readonly cittadino: Cittadino;
  readonly durata: DurataSessione;
  readonly idToken?: string | undefined;
  /** Session that the browser presented, if any: it is over. */
  readonly precedente?: string | undefined;
  /** Of the login that opens it: it opens one session, however often it comes back. */
  readonly stato?: string;
  /** For the journal. */
  readonly motivo: string;
}

/** Opens the session; undefined when that login has already opened one. */
export const openSessioneCittadino = async (
  { accessi, unitOfWork, clock, cifra }: PorteSessioneCittadino,
  { cittadino, durata, idToken, precedente, stato, motivo }: AperturaCittadino,
  traccia: Traccia,
): Promise<SessioneCittadino | undefined> => {
  const adesso = clock.now();
  const sigillo = cifra.seal(JSON.stringify({ cittadino, ...(idToken !== undefined && { idToken }) }));
  const id = stato === undefined ? cifra.random(BYTE_ID) : cifra.digest(`login:${stato}`);
  const sessione = createSessioneCittadino({ id, sigillo }, adesso, durata);
  const vecchia = precedente === undefined ? undefined : await accessi.getSessioneCittadino(precedente);
  const chiusure: readonly Modifica[] =
    vecchia && vecchia.chiusaIl === undefined && vecchia.id !== id
      ? [{ azione: "sostituisci", entita: "sessioneCittadino", valore: { ...vecchia, chiusaIl: adesso } }]
      : [];
  const apri = (con: readonly Modifica[]) =>
    unitOfWork.commit([{ azione: "crea", entita: "sessioneCittadino", valore: sessione }, ...con], {
      eventi: [traccia.evento({ categoriaEvento: "UTENTE", principal: cittadino.codiceFiscale, dettaglioEsito: motivo })],
    });
  const esito = await apri(chiusure);
  if (esito.ok) return sessione;
  // The old session was used, or closed, meanwhile in another window: that is no reason to refuse this one.
  const soloChiusura = esito.errore.modifiche.every(({ azione }) => azione === "sostituisci");
  return soloChiusura && (await apri([])).ok ? sessione : undefined;
};

/** Ends the session; one that is not there, or is over, is no error. `principal` for the journal. */
export const closeSessioneCittadino = async (
  { accessi, unitOfWork, clock }: Pick<PorteSessioneCittadino, "accessi" | "unitOfWork" | "clock">,
  { id, principal }: { readonly id: string; readonly principal: string },
  traccia: Traccia,
): Promise<void> => {
  for (let volta = 0; volta < RIPROVE; volta++) {
    const sessione = await accessi.getSessioneCittadino(id);
    if (!sessione || sessione.chiusaIl !== undefined) return;
    const evento = traccia.evento({ categoriaEvento: "UTENTE", principal, dettaglioEsito: "Uscita del cittadino" });
    const valore: SessioneCittadino = { ...sessione, chiusaIl: clock.now() };
    if ((await unitOfWork.commit([{ azione: "sostituisci", entita: "sessioneCittadino", valore }], { eventi: [evento] })).ok) return;
  }
};

/** Whom the citizen acts for from now on: one of the companies that its provider named, or (null) itself. */
export const chooseDelega = (cittadino: Cittadino, perConto: string | null): Esito<Cittadino, Rifiuto<"NON_PROCESSABILE">> => {
  const { perConto: _prima, ...solo } = cittadino;
  if (perConto === null) return ok(solo);
  return cittadino.deleghe.some(({ codiceFiscale }) => codiceFiscale === perConto)
    ? ok({ ...solo, perConto })
    : rifiuto("NON_PROCESSABILE", "perConto: non è fra le aziende per cui può agire");
};

/** What the journal says of the change. */
export const describeDelega = (cittadino: Cittadino): string =>
  cittadino.perConto === undefined
    ? `${denominazioneOf(cittadino)} agisce per sé`
    : `${denominazioneOf(cittadino)} agisce per conto di ${cittadino.perConto}`;
