/** The whole machine for a journey: its own state folder, a free port, nothing left behind. One per test file, because a start takes seconds. */
import { rmSync } from "node:fs";
import { chiama } from "../../local/demo/cliente.ts";
import { type Macchina, macchinaDi } from "../../local/demo/macchina.ts";
import { narrateTo } from "../../local/demo/narratore.ts";
import { startFiorino } from "../../local/runner/fiorino.ts";
import type { Machine } from "../../local/runner/machine.ts";
import { createCartella } from "../sostegno/cartella.ts";

/** When to give up, nothing else: a start with a synthesis before it, and a journey, on a machine that is doing something else as well. */
export const AVVIO_MS = 400_000;
export const VIAGGIO_MS = 300_000;

export interface FiorinoDiProva {
  readonly machine: Machine;
  readonly macchina: Macchina;
  close(): Promise<void>;
}

/** A state folder that `remove` deletes. */
export const createStato = (): { readonly cartella: string; remove(): void } => {
  const cartella = createCartella("fiorino-viaggio-");
  return { cartella, remove: () => rmSync(cartella, { recursive: true, force: true, maxRetries: 5 }) };
};

/** Starts everything, sandbox and demonstration registry included. `record` keeps the permissions that the functions use. */
export const openFiorino = async (record = false): Promise<FiorinoDiProva> => {
  // As `npm start`: what computes a date beside the functions must live where they live.
  process.env.TZ = "UTC";
  narrateTo(() => {});
  const stato = createStato();
  try {
    const machine = await startFiorino({ stateDir: stato.cartella, port: 0, hostname: "127.0.0.1", record });
    const { corpo } = await chiama(`${machine.baseUrl}/sandbox/ambiente`, { atteso: 200 });
    const close = async (): Promise<void> => {
      await machine.stop();
      stato.remove();
    };
    return { machine, macchina: macchinaDi(machine.baseUrl, corpo, close), close };
  } catch (errore) {
    stato.remove();
    throw errore;
  }
};
