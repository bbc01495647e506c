/** How a scheduled Lambda is made: one run, one log line, one metric; a failure is thrown so that the scheduler retries and the alarm sees it. */
import middy from "@middy/core";
import type { Schedulazione } from "../contracts/operation.ts";
import { logger, publishMetriche } from "./osservabilita.ts";
import { TracciaScambio } from "./traccia.ts";
import { clock, ids } from "./wiring/base.ts";

/** `run` answers figures to log; they also say what was done to who runs the job by hand. */
export const scheduledJob = (schedulazione: Schedulazione, run: (traccia: TracciaScambio) => Promise<Readonly<Record<string, number>>>) =>
  middy<unknown, Readonly<Record<string, number>>>().handler(async (_evento, contesto) => {
    const traccia = new TracciaScambio("interno", schedulazione.nome, contesto.awsRequestId, clock, ids);
    const cifre = await run(traccia);
    publishMetriche({ ...cifre, durataMillisecondi: traccia.durata() }, schedulazione.nome);
    logger.info("schedulazione", { nome: schedulazione.nome, durata: traccia.durata(), ...cifre });
    return cifre;
  });
