/** The machine as a process of its own, that a journey kills and starts again on the same state and the same port. */
import { chiama } from "../../local/demo/cliente.ts";
import { type Macchina, macchinaDi } from "../../local/demo/macchina.ts";
import { createProcesso } from "../../local/soak/processo.ts";
import { createStato } from "./fiorino-di-prova.ts";

export interface MacchinaInterrotta {
  /** Starts; answers the machine and what it says of itself. */
  start(): Promise<{ readonly macchina: Macchina; readonly ambiente: unknown }>;
  kill(segnale: NodeJS.Signals): Promise<void>;
  /** Repeats until the machine is killed; what it could not finish was not acknowledged. @throws what fails before that. */
  finoAllaFine(fai: () => Promise<void>): Promise<void>;
  remove(): void;
}

export const createMacchinaInterrotta = async (): Promise<MacchinaInterrotta> => {
  const stato = createStato();
  const processo = await createProcesso(stato.cartella);
  let uccisa = false;
  return {
    start: async () => {
      await processo.start();
      uccisa = false;
      const { corpo } = await chiama(`${processo.base}/sandbox/ambiente`, { atteso: 200 });
      return { macchina: macchinaDi(processo.base, corpo, async () => {}), ambiente: corpo };
    },
    kill: (segnale) => {
      uccisa = true;
      return processo.kill(segnale);
    },
    finoAllaFine: async (fai) => {
      while (!uccisa) {
        try {
          await fai();
        } catch (errore) {
          // The client says that a connection broke with a TypeError.
          if (uccisa && errore instanceof TypeError) return;
          throw errore;
        }
      }
    },
    remove: stato.remove,
  };
};
