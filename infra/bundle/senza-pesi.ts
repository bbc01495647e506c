/** What files of dependencies bring along by relative path, where an alias cannot reach: each with what stands in its place in the bundles. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

const pezzo = (nome: string): string => fileURLToPath(new URL(nome, import.meta.url));

/** Path as it is imported, and who imports it. */
const RELATIVI: readonly { readonly importa: RegExp; readonly da: RegExp; readonly al: string }[] = [
  {
    importa: /\/(to-json-schema|json-schema-processors|from-json-schema)\.js$/,
    da: /[\\/]zod[\\/]v4[\\/]/,
    al: pezzo("./senza-json-schema.ts"),
  },
  { importa: /\/partitions$/, da: /[\\/]util-endpoints[\\/]/, al: pezzo("./partizioni.ts") },
  { importa: /\/HeaderFormatter$/, da: /[\\/]signature-v4[\\/]/, al: pezzo("./firma-degli-eventi.ts") },
  // The messages of zod in English: ours are in Italian (runtime/http/errori.ts), and no other is ever read.
  { importa: /\/locales\/en\.js$/, da: /[\\/]zod[\\/]v4[\\/]/, al: fileURLToPath(import.meta.resolve("zod/v4/locales/it.js")) },
  // The other fifty languages: in no bundle already, but read and parsed for each.
  { importa: /\/locales\/index\.js$/, da: /[\\/]zod[\\/]v4[\\/]/, al: pezzo("./vuoto.ts") },
  // The region asked to the metadata of a machine: a Lambda has it in its environment.
  { importa: /\/getInstanceMetadataRegion$/, da: /[\\/]@smithy[\\/]core[\\/]/, al: pezzo("./vuoto.cjs") },
  // How a client of S3 names its buckets: ours speaks to S3 without the SDK.
  { importa: /\/service-customizations$/, da: /[\\/]middleware-endpoint[\\/]/, al: pezzo("./vuoto.cjs") },
  // Retries that adapt to the rate of throttling: not the mode of any client of ours.
  { importa: /\/AdaptiveRetryStrategy$/, da: /[\\/]@smithy[\\/]core[\\/]/, al: pezzo("./vuoto.cjs") },
  // SHA-256 and MD5 in JavaScript, for platforms without them.
  { importa: /\/(Sha256|Md5)Js$/, da: /[\\/](Sha256|Md5)Node\.js$/, al: pezzo("./vuoto.cjs") },
];

/**
 * The only errors of AWS that bring more than name and message, which the SDK gives to any it does not know (every other class would be in every function).
 */
const ERRORI_CON_DATI = [
  "DynamoDBServiceException",
  "SQSServiceException",
  "ConditionalCheckFailedException",
  "TransactionCanceledException",
];
const ERRORE = /^export var (\w+)\$ = \[-3, [^;]*\];\n\w+_registry\.registerError\(.*\);$/gm;

const CLIENTE = /[\\/]@aws-sdk[\\/]client-([a-z]+)[\\/]/;

export const senzaPesi: Plugin = {
  name: "senza-pesi",
  setup(costruzione) {
    for (const { importa, da, al } of RELATIVI)
      costruzione.onResolve({ filter: importa }, ({ importer }) => (da.test(importer) ? { path: al } : undefined));
    // Of the whole package.json a client wants its version.
    costruzione.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[a-z]+[\\/]package\.json$/ }, ({ path }) => {
      const { version }: { version: string } = JSON.parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
    costruzione.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[a-z]+[\\/].*[\\/]schemas[\\/]schemas_0\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(ERRORE, (testo, nome: string) => (ERRORI_CON_DATI.includes(nome) ? testo : "")),
      loader: "js",
    }));
    costruzione.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[a-z]+[\\/].*[\\/]endpoint[\\/]endpointResolver\.js$/ }, ({ path }) => {
      const servizio = CLIENTE.exec(path)?.[1] ?? "";
      const resolver = JSON.stringify(pezzo("./endpoint-regionale.ts"));
      return {
        contents: `import{resolverDi}from${resolver};export const defaultEndpointResolver=resolverDi("${servizio}");`,
        loader: "js",
      };
    });
  },
};
