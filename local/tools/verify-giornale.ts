/**
 * `npm run giornale:verifica -- --giorno AAAA-MM-GG [--al AAAA-MM-GG] [--url http://127.0.0.1:8080] [--utenza nome]`: verifies the sealed days of the journal of an
 * installation, local or deployed, part after part. The password is read from FIORINO_PASSWORD. Ends with 0 when every day is whole, 1 when one is not.
 */
import { parseArgs } from "node:util";
import * as z from "zod";

const USO = "Uso: FIORINO_PASSWORD=... npm run giornale:verifica -- --giorno AAAA-MM-GG [--al AAAA-MM-GG] [--url URL] [--utenza NOME]";
const GIORNO_MS = 86_400_000;

const Parte = z.object({
  parti: z.number(),
  verificati: z.number(),
  scaduti: z.number(),
  tardivi: z.number(),
  sigillo: z.object({ impronta: z.string(), segmenti: z.number(), eventi: z.number() }),
  anomalie: z.array(z.object({ tipo: z.string(), dettaglio: z.string() })),
});

interface Accesso {
  readonly url: string;
  readonly autorizzazione: string;
}

const askParte = async ({ url, autorizzazione }: Accesso, giorno: string, parte: number): Promise<z.infer<typeof Parte>> => {
  const risposta = await fetch(`${url}/backoffice/v1/eventi/sigilli/${giorno}/verifica?parte=${parte}`, {
    method: "POST",
    headers: { authorization: autorizzazione },
  });
  const corpo: unknown = await risposta.json();
  if (risposta.status !== 200) throw new Error(`${giorno}: ${risposta.status} ${JSON.stringify(corpo)}`);
  return Parte.parse(corpo);
};

const verifyGiorno = async (accesso: Accesso, giorno: string): Promise<boolean> => {
  const prima = await askParte(accesso, giorno, 0);
  const parti = [prima];
  for (let parte = 1; parte < prima.parti; parte += 1) parti.push(await askParte(accesso, giorno, parte));
  const sum = (campo: "verificati" | "scaduti" | "tardivi"): number => parti.reduce((somma, parte) => somma + parte[campo], 0);
  const anomalie = parti.flatMap((parte) => parte.anomalie);
  const { impronta, segmenti } = prima.sigillo;
  const stato = anomalie.length === 0 ? "INTEGRO" : "ALTERATO";
  console.log(
    `${giorno}  ${stato}  ${segmenti} segmenti, ${sum("verificati")} eventi verificati, ${sum("scaduti")} scaduti, ${sum("tardivi")} tardivi  ${impronta}`,
  );
  for (const { tipo, dettaglio } of anomalie) console.log(`  ${tipo}  ${dettaglio}`);
  return anomalie.length === 0;
};

const { values } = parseArgs({
  options: {
    giorno: { type: "string" },
    al: { type: "string" },
    url: { type: "string", default: "http://127.0.0.1:8080" },
    utenza: { type: "string", default: "amministratore" },
  },
});
const password = process.env["FIORINO_PASSWORD"];
if (values.giorno === undefined || password === undefined) {
  console.error(USO);
  process.exit(2);
}
const accesso = {
  url: values.url.replace(/\/$/, ""),
  autorizzazione: `Basic ${Buffer.from(`${values.utenza}:${password}`).toString("base64")}`,
};
let integri = true;
for (let giorno = values.giorno; giorno <= (values.al ?? values.giorno); giorno = nextGiorno(giorno))
  integri = (await verifyGiorno(accesso, giorno)) && integri;
process.exitCode = integri ? 0 : 1;

function nextGiorno(giorno: string): string {
  return new Date(Date.parse(`${giorno}T00:00:00.000Z`) + GIORNO_MS).toISOString().slice(0, 10);
}
