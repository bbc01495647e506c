/** One month judged in a process of its own, so that the peak of memory is its alone. Arguments: payments, flows, movements. */
import { giudicaMese } from "../local/mese/giudice.ts";
import { createPiano } from "../local/mese/piano.ts";

const [pagamenti = 0, flussi = 0, movimenti = 0] = process.argv.slice(2).map(Number);
const inizio = performance.now();
const giudizio = giudicaMese(createPiano({ seme: 20_261_101, pagamenti, flussi, movimenti, quota: 0.02 }));
process.send?.({
  ...giudizio,
  secondi: (performance.now() - inizio) / 1_000,
  memoriaMegabyte: process.resourceUsage().maxRSS / 1_024,
});
