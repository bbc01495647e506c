/**
 * One esbuild call per stack and weight, and per resource where it pays, with the shared code split in chunks. esbuild splits by file, so that functions bundled
 * together carry what the others need of the files they share: a read shares with its like only, and stays light whatever the rest becomes.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { costantiPure } from "./costanti-pure.ts";
import { sdkUnito } from "./sdk.ts";
import { senzaPesi } from "./senza-pesi.ts";

export interface VoceBundle {
  readonly modulo: string;
  /** Relative to the root of the repository. */
  readonly entry: string;
  /** Entries of the same weight share their chunks, and are one asset. */
  readonly peso?: string;
  /** Of the operation, by which large stacks are divided further. */
  readonly risorsa?: string;
}

/** Resources bundled apart from the others of their stack, where all together they would cut the code into too many chunks for each of them. */
const PARTI: Readonly<Record<string, readonly string[]>> = {
  tesoreria: ["caricamenti", "movimenti", "sospesi"],
  riscontri: ["riscontri", "proposte", "regole", "impostazioni", "pagamenti-notificati"],
  anomalie: ["anomalie", "instradamenti", "fascicoli"],
  anagrafica: ["intermediari", "stazioni", "unita-operative", "conti-accredito", "entrate", "tipi-pendenza"],
  accessi: ["applicazioni", "operatori", "ruoli", "accessi", "profilo"],
  gestione: ["configurazioni", "pagine-pagamento", "promemoria", "notifiche", "allineamenti"],
  contabilita: ["accertamenti", "beneficiari", "reversali", "tracciati-contabili"],
};

/** Resources that know the archive of payments, or every write of the registry: bundled with the others they would weigh on them, and on each other. */
const A_PARTE = [
  ...["pendenze", "pagamenti", "rpp", "ricevute", "riscossioni", "flussi-rendicontazione", "rendicontazioni", "incassi", "riconciliazioni"],
  ...["quadrature", "recuperi", "cambi-iban", "approvazioni", "installazione", "importazioni"],
  ...["domini", "abbonamenti", "profili-lettura"],
];

const PARTE_DI = new Map([
  ...A_PARTE.map((risorsa) => [risorsa, risorsa] as const),
  ...Object.entries(PARTI).flatMap(([parte, risorse]) => risorse.map((risorsa) => [risorsa, parte] as const)),
]);

/** Where the bundle of an entry is written: what a function is deployed with, and nothing else. */
export const cartellaDi = (cartella: string, { risorsa = "", peso }: VoceBundle): string => {
  if (peso === undefined) return cartella;
  const parte = PARTE_DI.get(risorsa);
  return join(cartella, parte === undefined ? peso : `${parte}-${peso}`);
};

export interface Pacchetto {
  /** Folder of the assets. */
  readonly cartella: string;
  readonly metafile: Metafile;
}

/** CommonJS dependencies call `require` on Node's own modules: an ESM output has none unless it makes one. */
const REQUIRE = 'import{createRequire as __creaRequire}from"node:module";const require=__creaRequire(import.meta.url);';
const pezzo = (nome: string): string => fileURLToPath(new URL(nome, import.meta.url));

/** What dependencies bring along and no function can reach. */
const SOSTITUZIONI: Readonly<Record<string, string>> = {
  // Heavy parts of `soap` that an own HTTP client makes superfluous: 645 kB become 141.
  ...Object.fromEntries(["axios", "axios-ntlm", "xml-crypto", "formidable"].map((parte) => [parte, pezzo("./vuoto.cjs")])),
  "@aws-sdk/credential-provider-node": pezzo("./credenziali.ts"),
  "@aws-sdk/middleware-endpoint-discovery": pezzo("./scoperta-endpoint.ts"),
  // Loaded on demand by operations with an event stream in their answer: none of ours.
  "@smithy/core/event-streams": pezzo("./flussi-di-eventi.ts"),
  // The 480 kB with which fontkit would read WOFF2 fonts: ours are TrueType.
  "brotli/decompress.js": pezzo("../../shared/adapters/pdf/senza-woff2.ts"),
};

const PDF = "shared/adapters/pdf/";
const FONT = "shared/adapters/pdf/font";

/**
 * Bundles the entries of one stack into `cartella` (emptied first), each as `<modulo>.mjs` beside its chunks, where `cartellaDi` says.
 * The fonts of the notices go beside the code that reads them. Rejects with esbuild's messages when a source does not compile.
 */
export async function buildPacchetto(
  voci: readonly VoceBundle[],
  radice: string,
  cartella: string,
  sostituzioni: Readonly<Record<string, string>> = SOSTITUZIONI,
): Promise<Pacchetto> {
  rmSync(cartella, { recursive: true, force: true });
  mkdirSync(cartella, { recursive: true });
  const metafile: Metafile = { inputs: {}, outputs: {} };
  for (const [uscita, simili] of Map.groupBy(voci, (voce) => cartellaDi(cartella, voce))) {
    const parte = await buildParte(simili, radice, uscita, sostituzioni);
    if (Object.keys(parte.inputs).some((sorgente) => sorgente.startsWith(PDF))) copyFont(radice, uscita);
    Object.assign(metafile.inputs, parte.inputs);
    Object.assign(metafile.outputs, parte.outputs);
  }
  writeFileSync(`${cartella}.meta.json`, JSON.stringify(metafile));
  return { cartella, metafile };
}

async function buildParte(
  voci: readonly VoceBundle[],
  radice: string,
  cartella: string,
  sostituzioni: Readonly<Record<string, string>>,
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: radice,
    entryPoints: voci.map(({ modulo, entry }) => ({ in: entry, out: modulo })),
    outdir: cartella,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    minify: true,
    legalComments: "none",
    mainFields: ["module", "main"],
    outExtension: { ".js": ".mjs" },
    chunkNames: "parte-[hash]",
    banner: { js: REQUIRE },
    alias: { ...sostituzioni },
    // With other substitutions the SDK is bundled as it comes.
    plugins: [...(sostituzioni === SOSTITUZIONI ? [sdkUnito(sostituzioni)] : []), senzaPesi, costantiPure],
    metafile: true,
    logLevel: "silent",
  });
  return metafile;
}

/** The entries that compile, each on its own: while the others are being written, these can be tried. */
export async function findCompilabili<V extends VoceBundle>(voci: readonly V[], radice: string): Promise<readonly V[]> {
  const esiti = await Promise.all(
    voci.map(({ entry }) =>
      build({
        absWorkingDir: radice,
        entryPoints: [entry],
        bundle: true,
        packages: "external",
        write: false,
        platform: "node",
        format: "esm",
        outdir: "x",
        logLevel: "silent",
      }).then(
        () => true,
        () => false,
      ),
    ),
  );
  return voci.filter((_, i) => esiti[i]);
}

function copyFont(radice: string, cartella: string): void {
  const origine = join(radice, FONT);
  if (!existsSync(origine)) throw new Error(`Il codice usa ${PDF} ma manca la cartella ${FONT}`);
  cpSync(origine, join(cartella, "font"), {
    recursive: true,
    filter: (percorso) => percorso === origine || /\.(ttf|txt)$/i.test(percorso),
  });
}

/** Everything an entry of the bundle loads: its own file and, transitively, the chunks it imports statically or on demand. */
export function findFileRaggiunti(metafile: Metafile, uscita: string): readonly string[] {
  const visti = new Set<string>();
  const daVedere = [uscita];
  for (let file = daVedere.pop(); file !== undefined; file = daVedere.pop()) {
    if (visti.has(file)) continue;
    visti.add(file);
    const importati = metafile.outputs[file]?.imports.filter(({ external }) => !external) ?? [];
    daVedere.push(...importati.map(({ path }) => path));
  }
  return [...visti];
}
