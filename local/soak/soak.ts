/**
 * `npm run soak -- webhook`: deliveries to subscribers under trouble, in memory (webhook.ts).
 * `npm run soak`: thousands of payments with the machine killed at random and the receipts doubled, delayed and reordered; ends with an error if a
 * receipt is not stored once or a debt is not right. `--pagamenti 20000 --interruzioni 20 --seme 1 --mani 24 --rapporto file.md`.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Impostazioni } from "./corsa.ts";
import { runProva } from "./prova.ts";
import { writeRapporto } from "./rapporto.ts";
import { runWebhook, writeRapportoWebhook } from "./webhook.ts";

// As `npm start`: what computes a date here must live where the functions live.
process.env.TZ = "UTC";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pagamenti: { type: "string", default: "20000" },
    interruzioni: { type: "string", default: "20" },
    seme: { type: "string", default: "1" },
    mani: { type: "string", default: "24" },
    rapporto: { type: "string" },
  },
});

const intero = (nome: "pagamenti" | "interruzioni" | "seme" | "mani", minimo: number): number => {
  const numero = Number(values[nome]);
  if (Number.isSafeInteger(numero) && numero >= minimo) return numero;
  process.stderr.write(`--${nome}: atteso un intero da ${minimo} in su, non "${values[nome]}"\n`);
  process.exit(2);
};

if (positionals.includes("webhook")) {
  const esito = await runWebhook({ debiti: 500, annunciPerDebito: 10, seme: intero("seme", 0), morti: 0.01 });
  process.stdout.write(writeRapportoWebhook(esito));
  process.exit(esito.differenze.length === 0 ? 0 : 1);
}

const impostazioni: Impostazioni = {
  pagamenti: intero("pagamenti", 1),
  interruzioni: intero("interruzioni", 0),
  seme: intero("seme", 0),
  mani: intero("mani", 1),
};
const esito = await runProva(impostazioni, (riga) => process.stderr.write(`${riga}\n`));
const rapporto = writeRapporto(esito);
process.stdout.write(rapporto);
if (values.rapporto !== undefined) writeFileSync(values.rapporto, rapporto);
process.exit(esito.verifica.differenze.length === 0 ? 0 : 1);
