/**
 * Hostile input must end, and who waits for nobody must stop waiting: said without timing anything. Work that explodes takes minutes or never
 * ends, so one wide bound tells it from work that is only slow on a busy machine.
 */
import { expect } from "vitest";

const FINISCE_MILLISECONDI = 10_000;

/** Runs the work and fails if it took longer than the bound (milliseconds); answers what the work answers. */
export const ends = async <T>(work: () => T | Promise<T>, entro = FINISCE_MILLISECONDI): Promise<T> => {
  const inizio = performance.now();
  const esito = await work();
  expect(performance.now() - inizio).toBeLessThan(entro);
  return esito;
};
