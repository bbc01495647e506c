/**
 * What `npm test` runs, on whatever Node the machine has (20 or later): installs what is missing, then every check with the project's own Node,
 * stopping at the first that fails. The last line is always `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const installed = join(root, "node_modules", ".package-lock.json");
const report = join(root, ".local", "test", "vitest.json");
const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const isStale = () => !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs;

/** `vitest` shows its own progress; the others speak only when they fail. */
const STEPS = [
  { name: "tipi", command: ["ts7/bin/tsc", "-p", "."] },
  { name: "formato e lint", command: ["@biomejs/biome/bin/biome", "ci", ".", "--max-diagnostics=20", "--colors=off"] },
  {
    name: "strati",
    command: [
      "dependency-cruiser/bin/dependency-cruise.mjs",
      ...["--config", ".dependency-cruiser.cjs", "functions", "shared", "infra", "local", "tests", "bench"],
    ],
  },
  { name: "codice morto", command: ["knip/bin/knip.js"] },
  { name: "prove", command: ["vitest/vitest.mjs", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`], loud: true },
];

function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

function install() {
  if (!isStale()) return;
  console.log("Installo le dipendenze (npm ci): la prima volta richiede circa un minuto...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (npm.status !== 0) {
    console.error("Fallito: installazione");
    finish(0, 1);
  }
}

function run({ name, command: [script, ...args], loud = false }) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(node, [join(root, "node_modules", script), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64_000_000,
    stdio: loud ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
      NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
    },
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${status === 0 ? "ok     " : "FALLITO"} ${name} (${seconds} s)`);
  if (status !== 0 && !loud) console.error(`${stdout}${stderr}`.trim());
  return status === 0;
}

/** A file that does not even load has no failed assertion, yet it failed. */
function readCounts() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const broken = testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

install();
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const failedStep = STEPS.find((step) => !run(step));
if (failedStep) console.error(`Fallito: ${failedStep.name}`);
if (!existsSync(report)) finish(0, 1);
const { passed, failed } = readCounts();
// An error outside every test (an unhandled rejection) fails the run without failing a test.
finish(passed, failedStep && failed === 0 ? 1 : failed);
