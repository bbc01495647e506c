/**
 * A run of a scheduled job inside its reservation: whoever finds the job taken does nothing. The reservation ends with the run; of a run that
 * died it ends by itself, when the function can no longer be alive.
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Avvio, beginEsecuzione, type Conclusione, endEsecuzione, type StatoLavoro } from "../../domain/lavori/lavoro.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Lavori } from "../../ports/lavori.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteEsecuzione {
  readonly lavori: Pick<Lavori, "get">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

export type Cifre = Readonly<Record<string, number>>;

const TENTATIVI = 3;

const modificheDi = ({ lavoro, esecuzione }: StatoLavoro): readonly Modifica[] => [
  { azione: lavoro.versione === 0 ? "crea" : "sostituisci", entita: "lavoro", valore: lavoro },
  { azione: esecuzione.versione === 0 ? "crea" : "sostituisci", entita: "esecuzione", valore: esecuzione },
];

const advance = ({ lavoro, esecuzione }: StatoLavoro): StatoLavoro => ({
  lavoro: { ...lavoro, versione: lavoro.versione + 1 },
  esecuzione: { ...esecuzione, versione: esecuzione.versione + 1 },
});

/** Three requests more than the job's own. The error says why it did not run; what the job throws is thrown again, after having been written. */
export const createRunLavoro = ({ lavori, unitOfWork, clock }: PorteEsecuzione) => {
  const begin = async (avvio: Avvio): Promise<Esito<StatoLavoro, "occupato" | "gia-eseguita">> => {
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
      const inizio = beginEsecuzione(await lavori.get(avvio.nome, avvio.idEsecuzione), avvio, clock.now());
      if (!inizio.ok) return inizio;
      const esito = await unitOfWork.commit(modificheDi(inizio.valore));
      if (esito.ok) return ok(advance(inizio.valore));
    }
    return ko("occupato");
  };

  const end = async (stato: StatoLavoro, conclusione: Conclusione): Promise<void> => {
    const [lavoro, esecuzione] = modificheDi(endEsecuzione(stato, conclusione, clock.now()));
    if (!lavoro || !esecuzione) return;
    const esito = await unitOfWork.commit([lavoro, esecuzione]);
    // An operator freed the job meanwhile, and it may be running again: its state is of that run, the end of ours is still told.
    if (!esito.ok) await unitOfWork.commit([esecuzione]);
  };

  return async (avvio: Avvio, run: () => Promise<Cifre>): Promise<Esito<Cifre, "occupato" | "gia-eseguita">> => {
    const inizio = await begin(avvio);
    if (!inizio.ok) return inizio;
    try {
      const cifre = await run();
      await end(inizio.valore, { cifre });
      return ok(cifre);
    } catch (errore) {
      await end(inizio.valore, { errore: errore instanceof Error ? errore.message : String(errore) });
      throw errore;
    }
  };
};
