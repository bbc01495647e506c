/** The clock and the schedules as the sandbox offers them. Receipts that are due on the way are delivered at their hour, not all at the end. */
import * as z from "zod";
import type { Ambiente, EsitoSchedulazione } from "../runner/types.ts";
import { giornoDi, oraDiRoma } from "./comune/date.ts";
import { json, Rifiuto, type Rotta, rotta } from "./comune/http.ts";
import type { Consegne } from "./nodo/consegne.ts";

const MINUTO_MS = 60_000;
const ORA_MS = 60 * MINUTO_MS;
const GIORNO_MS = 24 * ORA_MS;
const MASSIMO_MS = 400 * GIORNO_MS;

const Avanzamento = z
  .strictObject({
    giorni: z.int().min(0).max(400).default(0),
    ore: z.int().min(0).max(10_000).default(0),
    minuti: z.int().min(0).max(100_000).default(0),
  })
  .transform(({ giorni, ore, minuti }) => giorni * GIORNO_MS + ore * ORA_MS + minuti * MINUTO_MS)
  .refine((ms) => ms > 0 && ms <= MASSIMO_MS, "indicare giorni, ore o minuti: più di zero e al più 400 giorni in tutto");

type Macchina = Pick<Ambiente, "clock" | "listSchedules" | "runSchedule">;

const mostra = (macchina: Macchina): Record<string, unknown> => {
  const adesso = macchina.clock.now();
  return {
    istante: new Date(adesso).toISOString(),
    giorno: giornoDi(adesso),
    oraDiRoma: oraDiRoma(adesso),
    avantiMillisecondi: macchina.clock.offset(),
  };
};

/** Pushes the clock by `ms`, stopping at every receipt that falls due. */
export const advanceClock = async (macchina: Macchina, consegne: Consegne, ms: number): Promise<EsitoSchedulazione[]> => {
  const fine = macchina.clock.now() + ms;
  const eseguite: EsitoSchedulazione[] = [];
  for (;;) {
    const prossimo = consegne.prossimoTentativo();
    if (prossimo === undefined || prossimo > fine) break;
    eseguite.push(...(await macchina.clock.advance(Math.max(0, prossimo - macchina.clock.now()))));
    // An attempt always moves the receipt forward by an hour or out of the queue; if none was made another hand is at it.
    if ((await consegne.retryScadute()) === 0) break;
  }
  eseguite.push(...(await macchina.clock.advance(Math.max(0, fine - macchina.clock.now()))));
  return eseguite;
};

export const rotteOrologio = (macchina: Macchina, consegne: Consegne): Rotta[] => [
  rotta("GET", "/sandbox/orologio", () => json(200, mostra(macchina))),
  rotta("POST", "/sandbox/orologio/avanza", async (richiesta) => {
    const schedulazioni = await advanceClock(macchina, consegne, await richiesta.json(Avanzamento));
    return json(200, { ...mostra(macchina), schedulazioni });
  }),
  rotta("GET", "/sandbox/schedulazioni", () => json(200, { schedulazioni: macchina.listSchedules() })),
  rotta("POST", "/sandbox/schedulazioni/{nome}", async (richiesta) => {
    const nome = richiesta.parametri.nome ?? "";
    const note = macchina.listSchedules().map(({ name }) => name);
    if (!note.includes(nome)) throw new Rifiuto(404, `La schedulazione ${nome} non esiste: ci sono ${note.join(", ")}.`);
    return json(200, await macchina.runSchedule(nome));
  }),
];
