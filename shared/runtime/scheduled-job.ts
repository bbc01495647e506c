/**
 * How a scheduled Lambda is made: one run at a time, one log line, one metric; a failure is thrown so that the scheduler retries and the alarm
 * sees it. Its state and its last runs are kept for who watches (GET /operazioni).
 */
import middy from "@middy/core";
import type { Schedulazione } from "../contracts/operation.ts";
import { createRunLavoro } from "../usecases/lavori/run-lavoro.ts";
import { logger, publishMetriche } from "./osservabilita.ts";
import { TracciaScambio } from "./traccia.ts";
import { clock, ids } from "./wiring/base.ts";
import { porteEsecuzione } from "./wiring/esecuzione-lavori.ts";

const runLavoro = createRunLavoro(porteEsecuzione);

/** An operator's request names the run that was written for it; the scheduler's begins one of its own. */
const idEsecuzioneDi = (evento: unknown): string => {
  const richiesta = typeof evento === "object" && evento !== null && "idEsecuzione" in evento ? evento.idEsecuzione : undefined;
  return typeof richiesta === "string" ? richiesta : ids.next();
};

/** `run` answers figures to log; they also say what was done to who runs the job by hand. A run that found the job taken answers `saltate: 1`. */
export const scheduledJob = (schedulazione: Schedulazione, run: (traccia: TracciaScambio) => Promise<Readonly<Record<string, number>>>) =>
  middy<unknown, Readonly<Record<string, number>>>().handler(async (evento, contesto) => {
    const { nome, timeoutSeconds } = schedulazione;
    const traccia = new TracciaScambio("interno", nome, contesto.awsRequestId, clock, ids);
    const avvio = { nome, idEsecuzione: idEsecuzioneDi(evento), durataMassimaSecondi: timeoutSeconds };
    const esito = await runLavoro(avvio, () => run(traccia));
    const cifre = esito.ok ? esito.valore : { saltate: 1 };
    publishMetriche({ ...cifre, durataMillisecondi: traccia.durata() }, nome);
    logger.info("schedulazione", { nome, durata: traccia.durata(), ...(!esito.ok && { motivo: esito.errore }), ...cifre });
    return cifre;
  });
