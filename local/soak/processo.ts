/** The machine as a process of its own, that is killed and started again on the same state and the same port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { findFreePort } from "../emulators/free-port.ts";
import { ROOT } from "../runner/fiorino.ts";

export interface Processo {
  readonly base: string;
  /** Resolves when it answers. @throws Error with what it said, when it ends instead. */
  start(): Promise<void>;
  kill(segnale: NodeJS.Signals): Promise<void>;
}

/** @param cartella state folder, kept between one start and the next. */
export const createProcesso = async (cartella: string): Promise<Processo> => {
  const porta = await findFreePort();
  let figlio: ChildProcess | undefined;
  return {
    base: `http://127.0.0.1:${porta}`,
    start: async () => {
      const nuovo = spawn(process.execPath, [join(ROOT, "local/serve.ts")], {
        env: { ...process.env, PORT: String(porta), FIORINO_STATO: cartella, FIORINO_SENZA_OSSERVATORE: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      figlio = nuovo;
      let detto = "";
      await new Promise<void>((resolve, reject) => {
        let pronto = false;
        for (const uscita of [nuovo.stdout, nuovo.stderr]) {
          uscita.on("data", (testo: Buffer) => {
            if (pronto) return;
            detto += testo.toString();
            pronto = detto.includes("Fiorino risponde su");
            if (pronto) resolve();
          });
        }
        nuovo.once("exit", (codice) => reject(new Error(`uscita ${codice}: ${detto}`)));
      });
    },
    kill: async (segnale) => {
      if (!figlio || figlio.exitCode !== null || figlio.signalCode !== null) return;
      const uscito = once(figlio, "exit");
      figlio.kill(segnale);
      await uscito;
    },
  };
};
