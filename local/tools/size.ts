/**
 * `npm run size`: weight and cold import of every function against its budget (docs/adr/0004). Exits 1 when one is over.
 * Names after it choose the functions: `npm run size -- pendenze.addPendenza`.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BUDGET_IMPORT, BUDGET_KILOBYTE } from "../../infra/budget.ts";
import { buildPacchetto, cartellaDi, findFileRaggiunti } from "../../infra/bundle/bundle.ts";
import { ambienteOf, type Installazione } from "../../infra/installazione.ts";
import { parseParametri } from "../../infra/parametri.ts";
import { type Funzione, findDifetti, funzioniOf, GRUPPI } from "../../infra/registro.ts";
import * as registro from "../../shared/contracts/index.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));
/** One per run: two at the same time must not empty each other's bundles. */
const CARTELLA = join(RADICE, ".local", `size-${process.pid}`);
const FIGLIO = fileURLToPath(new URL("./cold-import.mjs", import.meta.url));
const MISURE = 3;
/** The floor serves every ratio: it is measured well. */
const MISURE_DEL_VUOTO = 15;
/** A function over the limit is measured again this many times, in turn with the floor, before it is blamed: a slow moment of the machine is not a slow function. */
const MISURE_DI_CONFERMA = 21;
const MODULO_VUOTO = "vuoto";

interface Pesata {
  readonly funzione: Funzione;
  readonly file: string;
  readonly kilobyte: number;
}

interface Misura extends Pesata {
  readonly millisecondi: number;
  readonly rapporto: number;
}

/** Values for every variable, none of them real: the import parses the configuration and calls nobody. */
function buildAmbiente(): NodeJS.ProcessEnv {
  const arn = { tabella: "arn:aws:dynamodb:::table/prova", indici: [], stream: "arn:aws:dynamodb:::table/prova/stream/1" };
  const nomi = registro.code.map(({ nome }) => nome);
  const installazione: Installazione = {
    parametri: parseParametri({}),
    risorse: {
      anagrafiche: arn,
      archivio: arn,
      eventi: arn,
      documenti: "arn:aws:s3:::prova",
      sigilli: "arn:aws:s3:::prova",
      scarti: { prova: "arn" },
      lavori: "arn:aws:lambda:::function:prova-job-*",
      segreti: "arn:aws:secretsmanager:::secret:prova/*",
      code: Object.fromEntries(nomi.map((nome) => [nome, "arn"])),
    },
    urlCode: Object.fromEntries(nomi.map((nome) => [nome, `http://127.0.0.1/000000000000/${nome}`])),
    bucketDocumenti: "prova",
    bucketSigilli: "prova",
  };
  const tutte = nomi.map((nome) => `coda:${nome}:send` as const);
  return {
    PATH: process.env.PATH,
    AWS_REGION: "eu-south-1",
    AWS_ACCESS_KEY_ID: "prova",
    AWS_SECRET_ACCESS_KEY: "prova",
    AWS_LAMBDA_FUNCTION_NAME: "prova",
    FIORINO_AUTENTICAZIONE: "basic,apikey",
    ...ambienteOf(installazione, tutte, "http://127.0.0.1:8080"),
  };
}

function importa(file: string, env: NodeJS.ProcessEnv): number {
  return Number(
    execFileSync(process.execPath, [FIGLIO, pathToFileURL(file).href], { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
  );
}

async function pesa(funzioni: readonly Funzione[]): Promise<readonly Pesata[]> {
  const { cartella, metafile } = await buildPacchetto(funzioni, RADICE, join(CARTELLA, funzioni[0]?.gruppo ?? ""));
  return funzioni.map((funzione) => {
    const file = join(cartellaDi(cartella, funzione), `${funzione.modulo}.mjs`);
    const raggiunti = findFileRaggiunti(metafile, relative(RADICE, file));
    const byte = raggiunti.reduce((somma, percorso) => somma + statSync(join(RADICE, percorso)).size, 0);
    return { funzione, file, kilobyte: byte / 1000 };
  });
}

/** The floor: a handler that does nothing and holds a DocumentClient, bundled as the SDK comes. */
async function buildVuoto(): Promise<string> {
  const sorgente = join(CARTELLA, "vuoto.ts");
  mkdirSync(CARTELLA, { recursive: true });
  writeFileSync(
    sorgente,
    'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";\nimport { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";\nconst client = DynamoDBDocumentClient.from(new DynamoDBClient({}));\nexport const handler = async () => client.config.serviceId;\n',
  );
  const { cartella } = await buildPacchetto([{ modulo: MODULO_VUOTO, entry: sorgente }], RADICE, join(CARTELLA, MODULO_VUOTO), {});
  return join(cartella, `${MODULO_VUOTO}.mjs`);
}

/** The fastest of some imports: what a busy machine adds is not the function's. */
const misura = (file: string, env: NodeJS.ProcessEnv, volte: number): number =>
  Math.min(...Array.from({ length: volte }, () => importa(file, env)));

const mediana = (valori: readonly number[]): number =>
  valori.toSorted((uno, altro) => uno - altro)[Math.floor(valori.length / 2)] ?? Number.NaN;

function riga({ funzione, kilobyte, millisecondi, rapporto }: Misura): string {
  const budget = BUDGET_KILOBYTE[funzione.peso];
  const esito =
    [kilobyte > budget ? "PESO" : "", rapporto > BUDGET_IMPORT[funzione.peso] ? "IMPORT" : ""].filter(Boolean).join(" ") || "ok";
  const nome = `${funzione.gruppo}.${funzione.id}`.padEnd(48);
  return `${nome} ${kilobyte.toFixed(0).padStart(6)} /${String(budget).padStart(5)} kB ${millisecondi.toFixed(1).padStart(8)} ms ${rapporto.toFixed(2).padStart(6)} x  ${esito}`;
}

const isLento = ({ funzione, rapporto }: Misura): boolean => rapporto > BUDGET_IMPORT[funzione.peso];

const isOltre = (misura: Misura): boolean => misura.kilobyte > BUDGET_KILOBYTE[misura.funzione.peso] || isLento(misura);

async function main(): Promise<void> {
  const dichiarate = funzioniOf(registro);
  const { mancanti } = findDifetti(dichiarate, RADICE, "locale");
  const scelte = process.argv.slice(2);
  const isScelta = ({ gruppo, id }: Funzione): boolean => scelte.length === 0 || scelte.includes(`${gruppo}.${id}`);
  const funzioni = dichiarate.filter((funzione) => !mancanti.includes(funzione) && isScelta(funzione));
  const vuoto = await buildVuoto();
  const gruppi = GRUPPI.map((gruppo) => funzioni.filter((funzione) => funzione.gruppo === gruppo)).filter(({ length }) => length > 0);
  const pesate = (await Promise.all(gruppi.map(pesa))).flat();
  const env = buildAmbiente();
  const base = misura(vuoto, env, MISURE_DEL_VUOTO);
  const prime = pesate.map((pesata): Misura => {
    const millisecondi = misura(pesata.file, env, MISURE);
    return { ...pesata, millisecondi, rapporto: millisecondi / base };
  });
  // The two of a turn share the machine's moment: the median of their ratios wanders less than the ratio of two minima.
  const confirm = (pesata: Pesata): Misura => {
    const turni = Array.from({ length: MISURE_DI_CONFERMA }, () => {
      const delVuoto = importa(vuoto, env);
      const millisecondi = importa(pesata.file, env);
      return { millisecondi, rapporto: millisecondi / delVuoto };
    });
    return {
      ...pesata,
      millisecondi: mediana(turni.map((turno) => turno.millisecondi)),
      rapporto: mediana(turni.map((turno) => turno.rapporto)),
    };
  };
  // After all the others: what slowed one down is likely to have slowed down its neighbours too.
  const misure = prime.map((prima) => (isLento(prima) ? confirm(prima) : prima));
  for (const esito of misure) console.log(riga(esito));
  const oltre = misure.filter(isOltre);
  console.log(
    `\n${misure.length} funzioni, ${oltre.length} oltre il limite. Import: volte quello di una funzione vuota con il DocumentClient.`,
  );
  for (const { entry } of mancanti) console.log(`Manca ${basename(entry)}: ${entry}`);
  rmSync(CARTELLA, { recursive: true, force: true });
  process.exitCode = oltre.length > 0 || mancanti.length > 0 ? 1 : 0;
}

await main();
