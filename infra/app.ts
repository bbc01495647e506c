/** CDK entry: `npx cdk synth`, or `node infra/app.ts` without the command line tool, which is quicker. Needs neither credentials, nor Docker, nor network. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as registro from "../shared/contracts/index.ts";
import { createApp } from "./create-app.ts";
import { buildFiorino } from "./fiorino.ts";
import { readParametri } from "./parametri.ts";

const radice = fileURLToPath(new URL("..", import.meta.url));
const outdir = process.env.CDK_OUTDIR ?? join(radice, "cdk.out");

// The command line tool says who it is. The local runner executes this file itself at every change of a source: it needs the assembly, not its review.
const conControlli = process.env.CDK_CLI_VERSION !== undefined;

const app = createApp({ outdir, controlli: conControlli, validazione: false });
await buildFiorino(app, {
  registro,
  parametri: readParametri(app),
  radice,
  runbooks: join(radice, "docs/runbooks"),
  cartellaBundle: join(outdir, ".bundles"),
  parziale: process.env.FIORINO_PARZIALE === "1",
});
app.synth();
