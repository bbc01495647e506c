/** The machine as a process of its own, that a journey kills and starts again on the same state and the same port. */
import { chiama } from "../../local/demo/cliente.ts";
import { type Macchina, macchinaDi } from "../../local/demo/macchina.ts";
import { createProcesso } from "../../local/soak/processo.ts";
import { createStato } from "./fiorino-di-prova.ts";

export interface MacchinaInterrotta {
  /** Starts; answers the machine and what it says of itself. */
  start(): Promise<{ readonly macchina: Macchina; readonly ambiente: unknown }>;
  kill(segnale: NodeJS.Signals): Promise<void>;
  remove(): void;
}

export const createMacchinaInterrotta = async (): Promise<MacchinaInterrotta> => {
  const stato = createStato();
  const processo = await createProcesso(stato.cartella);
  return {
    start: async () => {
      await processo.start();
      const { corpo } = await chiama(`${processo.base}/sandbox/ambiente`, { atteso: 200 });
      return { macchina: macchinaDi(processo.base, corpo, async () => {}), ambiente: corpo };
    },
    kill: (segnale) => processo.kill(segnale),
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
