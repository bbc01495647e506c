/** The machine as a process of its own, that a journey kills and starts again on the same state and the same port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { chiama } from "../../local/demo/cliente.ts";
import { type Macchina, macchinaDi } from "../../local/demo/macchina.ts";
import { findFreePort } from "../../local/emulators/free-port.ts";
import { ROOT } from "../../local/runner/fiorino.ts";
import { createStato } from "./fiorino-di-prova.ts";

export interface MacchinaInterrotta {
  /** Starts; answers the machine and what it says of itself. */
  start(): Promise<{ readonly macchina: Macchina; readonly ambiente: unknown }>;
  kill(segnale: NodeJS.Signals): Promise<void>;
  remove(): void;
}

export const createMacchinaInterrotta = async (): Promise<MacchinaInterrotta> => {
  const stato = createStato();
  const porta = await findFreePort();
  let figlio: ChildProcess | undefined;
  return {
    start: async () => {
      const nuovo = spawn(process.execPath, [join(ROOT, "local/serve.ts")], {
        env: { ...process.env, PORT: String(porta), FIORINO_STATO: stato.cartella, FIORINO_SENZA_OSSERVATORE: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      figlio = nuovo;
      let detto = "";
      await new Promise<void>((resolve, reject) => {
        for (const uscita of [nuovo.stdout, nuovo.stderr]) {
          uscita.on("data", (testo: Buffer) => {
            detto += testo.toString();
            if (detto.includes("Fiorino risponde su")) resolve();
          });
        }
        nuovo.once("exit", (codice) => reject(new Error(`uscita ${codice}: ${detto}`)));
      });
      const base = `http://127.0.0.1:${porta}`;
      const { corpo } = await chiama(`${base}/sandbox/ambiente`, { atteso: 200 });
      return { macchina: macchinaDi(base, corpo, async () => {}), ambiente: corpo };
    },
    kill: async (segnale) => {
      if (!figlio || figlio.exitCode !== null) return;
      const uscito = once(figlio, "exit");
      figlio.kill(segnale);
      await uscito;
    },
    remove: stato.remove,
  };
};

/** Runs until the machine is gone; what it could not finish was not acknowledged. */
export const finoAllaFine = async (fai: () => Promise<void>): Promise<void> => {
  for (;;) {
    try {
      await fai();
    } catch (errore) {
      if (!(errore instanceof TypeError)) throw errore;
      return;
    }
  }
};
