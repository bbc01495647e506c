/**
 * What `npm start` runs, on whatever Node the machine has (20 or later): installs what is missing, then hands over to the project's own Node.
 * It goes away together with the server, in both directions.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const installed = join(root, "node_modules", ".package-lock.json");
const isStale = () => !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs;

if (isStale()) {
  console.log("Installo le dipendenze (npm ci): la prima volta richiede circa un minuto...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}

const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
if (!existsSync(node)) {
  console.error("Manca node_modules/node/bin/node: gli script d'installazione di npm sono disattivati? Eseguire: npm rebuild node");
  process.exit(1);
}

// Compiled code is kept between starts: what must be ready in a few seconds should not be compiled anew each time.
const env = { NODE_COMPILE_CACHE: join(root, ".local", "compile-cache"), ...process.env };
const server = spawn(node, ["--disable-warning=ExperimentalWarning", join(root, "local", "serve.ts"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env,
});
server.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
// Ctrl-C reaches the whole group: the server closes by itself and we wait for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => server.kill("SIGTERM"));
process.on("SIGHUP", () => server.kill("SIGTERM"));

/** Under `npm start` a kill -9 of npm would leave us behind, holding the port: its process is our parent or, through a shell, our grandparent. */
function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
  } catch {
    return undefined;
  }
}
function isNpm(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("npm");
  } catch {
    return false;
  }
}
const npm =
  process.env.npm_lifecycle_event === undefined
    ? undefined
    : [process.ppid, parentOf(process.ppid)].find((pid) => pid !== undefined && isNpm(pid));
if (npm !== undefined) {
  setInterval(() => {
    try {
      process.kill(npm, 0);
    } catch {
      server.kill("SIGTERM");
    }
  }, 1_000).unref();
}
