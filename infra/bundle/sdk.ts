/**
 * What the functions use of the AWS SDK, put together once for all the bundles of a run: the 550 small files it comes in would otherwise be read and
 * parsed again for each of the seventy bundles, and were most of the time of a first start. What one bundle does not use it still leaves out.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { senzaPesi } from "./senza-pesi.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));

/** A name that is missing here stops the build with "No matching export in sdk:...": it has to be added. */
const USATI: Readonly<Record<string, readonly string[]>> = {
  "@aws-sdk/client-dynamodb": ["DynamoDBClient", "TransactionCanceledException"],
  "@aws-sdk/lib-dynamodb": [
    ...["BatchGetCommand", "BatchWriteCommand", "DynamoDBDocumentClient", "GetCommand", "QueryCommand"],
    ...["TransactWriteCommand", "UpdateCommand"],
  ],
  "@aws-sdk/util-dynamodb": ["unmarshall"],
  "@aws-sdk/client-sqs": [
    ...["ChangeMessageVisibilityBatchCommand", "ChangeMessageVisibilityCommand", "DeleteMessageCommand", "GetQueueAttributesCommand"],
    ...["ReceiveMessageCommand", "SendMessageBatchCommand", "SendMessageCommand", "SQSClient"],
  ],
};

const PACCHETTI = new RegExp(`^(${Object.keys(USATI).join("|")})$`);

/** Left as it is: Powertools imports it as well, and it must be one. */
const COMUNI = ["@aws/lambda-invoke-store"];

const VOCE = "voce:";
const USCITA = "/sdk";

const voci: Plugin = {
  name: "voci-sdk",
  setup(costruzione) {
    costruzione.onResolve({ filter: /^voce:/ }, ({ path }) => ({ path: path.slice(VOCE.length), namespace: "voce" }));
    costruzione.onLoad({ filter: /.*/, namespace: "voce" }, ({ path }) => ({
      contents: `export{${USATI[path]?.join(",")}}from"${path}"`,
      resolveDir: RADICE,
    }));
    // A command is a class that extends the outcome of a call: unmarked, each would be carried by whoever uses another.
    costruzione.onLoad({ filter: /[\\/]client-[a-z]+[\\/]dist-es[\\/]commands[\\/]\w+Command\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace("extends command(", "extends /* @__PURE__ */ command("),
      loader: "js",
    }));
  },
};

async function unisci(alias: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: RADICE,
    entryPoints: Object.keys(USATI).map((nome) => ({ in: `${VOCE}${nome}`, out: nome })),
    outdir: USCITA,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    minifySyntax: true,
    legalComments: "none",
    mainFields: ["module", "main"],
    chunkNames: "parte-[hash]",
    external: COMUNI,
    alias: { ...alias },
    plugins: [voci, senzaPesi],
    logLevel: "silent",
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(resolve(USCITA).length + 1).replaceAll("\\", "/"), text]));
}

let unito: Promise<ReadonlyMap<string, string>> | undefined;

/** Gives the bundles the SDK already put together, with `alias` applied inside it; it is made at the first bundle that asks for it. */
export const sdkUnito = (alias: Readonly<Record<string, string>>): Plugin => ({
  name: "sdk-unito",
  setup(costruzione) {
    const posto = (path: string) => ({ path, namespace: "sdk", sideEffects: false });
    costruzione.onResolve({ filter: PACCHETTI }, ({ path }) => posto(`${path}.js`));
    costruzione.onResolve({ filter: /^\./, namespace: "sdk" }, ({ path }) => posto(path.replace(/^(\.\.?\/)+/, "")));
    costruzione.onLoad({ filter: /.*/, namespace: "sdk" }, async ({ path }) => {
      unito ??= unisci(alias);
      return { contents: (await unito).get(path) ?? "", loader: "js", resolveDir: RADICE };
    });
  },
});
