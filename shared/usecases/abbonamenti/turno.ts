/**
 * Whose turn it is to deliver to a subscriber: one at a time. Who finds it taken rings: the holder cannot leave without looking again. Progress is written over what
 * others wrote meanwhile (a pause, a request to tell again), never in its place.
 */
import { createSeguito, isPresaDaAltri, leave, type Seguito, take } from "../../domain/abbonamenti/seguito.ts";
import type { Evento } from "../../domain/eventi.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Abbonamenti, ChiaveAbbonamento } from "../../ports/abbonamenti.ts";
import type { Clock } from "../../ports/clock.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

/** Longer than a function may live: who holds it and is killed leaves it free. */
const PRESA_MINUTI = 1.5;
const TENTATIVI = 20;

export interface PorteTurno {
  readonly abbonamenti: Abbonamenti;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface Turno {
  readonly chiave: ChiaveAbbonamento;
  attuale(): Seguito;
  update(patch: (seguito: Seguito) => Seguito, eventi?: readonly Evento[]): Promise<void>;
  /** Leaves, unless something was written since that version. */
  leave(versione: number): Promise<boolean>;
  /** Leaves its place in the queue to others, and asks for another turn. */
  yield(): Promise<void>;
}

export const messaggioSveglia = ({ idDominio, idAbbonamento }: ChiaveAbbonamento) =>
  ({ coda: "abbonamenti", gruppo: idAbbonamento, corpo: { idDominio, idAbbonamento } }) as const;

const createTurno = ({ abbonamenti, unitOfWork, clock }: PorteTurno, chi: string, preso: Seguito): Turno => {
  const chiave = { idDominio: preso.idDominio, idAbbonamento: preso.idAbbonamento };
  let attuale = preso;
  const write = async (valore: Seguito, contorno: Parameters<UnitOfWork["commit"]>[1] = {}): Promise<boolean> => {
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "seguito", valore }], contorno);
    if (esito.ok) attuale = { ...valore, versione: valore.versione + 1 };
    return esito.ok;
  };
  const update: Turno["update"] = async (patch, eventi = []) => {
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
      if (await write(take(patch(attuale), chi, addMinuti(clock.now(), PRESA_MINUTI)), { eventi })) return;
      const letto = await abbonamenti.getSeguito(chiave);
      if (letto?.presa?.chi !== chi) throw new Error(`abbonamento ${chiave.idAbbonamento}: il turno è passato ad altri`);
      attuale = letto;
    }
    throw new Error(`abbonamento ${chiave.idAbbonamento}: seguito troppo conteso`);
  };
  return {
    ...{ chiave, attuale: () => attuale, update },
    leave: async (versione) => {
      if (await write({ ...leave(attuale), versione })) return true;
      attuale = (await abbonamenti.getSeguito(chiave)) ?? attuale;
      if (attuale.presa?.chi !== chi) throw new Error(`abbonamento ${chiave.idAbbonamento}: il turno è passato ad altri`);
      return false;
    },
    yield: async () => {
      for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
        if (await write(leave(attuale), { messaggi: [messaggioSveglia(chiave)] })) return;
        attuale = (await abbonamenti.getSeguito(chiave)) ?? attuale;
      }
      throw new Error(`abbonamento ${chiave.idAbbonamento}: seguito troppo conteso`);
    },
  };
};

/** @returns undefined when another holds it, who was told that there is more. */
export const takeTurno = async (porte: PorteTurno, chiave: ChiaveAbbonamento, chi: string): Promise<Turno | undefined> => {
  const { abbonamenti, unitOfWork, clock } = porte;
  let detto = false;
  for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
    const letto = await abbonamenti.getSeguito(chiave);
    const adesso = clock.now();
    if (letto && isPresaDaAltri(letto, chi, adesso)) {
      // Read again after ringing: who left before the ring heard nothing.
      if (detto) return undefined;
      await abbonamenti.ring(chiave);
      detto = true;
      continue;
    }
    const preso = take(letto ?? createSeguito(chiave.idDominio, chiave.idAbbonamento, adesso), chi, addMinuti(adesso, PRESA_MINUTI));
    const esito = await unitOfWork.commit([{ azione: letto ? "sostituisci" : "crea", entita: "seguito", valore: preso }]);
    if (esito.ok) return createTurno(porte, chi, { ...preso, versione: preso.versione + 1 });
  }
  throw new Error(`abbonamento ${chiave.idAbbonamento}: turno troppo conteso`);
};
