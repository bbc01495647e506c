/** A process of its own that prints a thousand notices in one document and says time and peak memory as JSON: `bench/avvisi.ts` starts it. */
import { avviso, pagamento } from "../shared/adapters/pdf/prove/avvisi.ts";
import { createStampaAvvisoPdf } from "../shared/adapters/pdf/stampa-avviso-pdf.ts";
import type { AvvisoDaStampare } from "../shared/ports/stampa-avviso.ts";

const QUANTI = 1_000;
const DATA = "2026-11-25T10:00:00.000Z";
const stampa = createStampaAvvisoPdf();

/** Each with its own debtor and number, and the bollettino. */
const avvisoNumero = (n: number): AvvisoDaStampare => {
  const base = avviso({
    debitore: { identificativo: `RSSMRA85T10A${n}`, anagrafica: `Maria Rossi ${n}`, indirizzo: `Via Roma ${n}, 10100 Torino (TO)` },
  });
  const numeroAvviso = `30200010000${String(n).padStart(7, "0")}`;
  const p = pagamento({ importo: BigInt(10_000 + n), postale: true });
  const qr = `PAGOPA|002|${numeroAvviso}|01234567890|${p.importo}`;
  const bollettino = p.bollettino && { ...p.bollettino, dataMatrix: p.bollettino.dataMatrix.replace(p.numeroAvviso, numeroAvviso) };
  return { ...base, pagamenti: [{ ...p, numeroAvviso, qr, bollettino }] };
};

async function* avvisi(): AsyncIterable<AvvisoDaStampare> {
  for (let n = 0; n < QUANTI; n++) yield avvisoNumero(n);
}

const inizio = performance.now();
const processore = process.cpuUsage();
let byte = 0;
for await (const pezzo of stampa.renderUniti(avvisi(), DATA)) byte += pezzo.length;
const { user, system } = process.cpuUsage(processore);

process.stdout.write(
  JSON.stringify({
    quanti: QUANTI,
    secondi: (performance.now() - inizio) / 1000,
    secondiProcessore: (user + system) / 1e6,
    memoriaMegabyte: process.resourceUsage().maxRSS / 1024,
    kilobyte: byte / 1024,
  }),
);
