/** Entry of `npm start`: the deployed assembly on this machine, with the sandbox beside it, until it is asked to stop. */
import { join } from "node:path";
import { ROOT, startFiorino } from "./runner/fiorino.ts";
import type { Machine } from "./runner/machine.ts";
import { watchSources } from "./runner/watcher.ts";

// Functions on Lambda live in UTC, and so must everything that computes a date here.
process.env.TZ = "UTC";

function readPort(): number {
  const port = Number(process.env.PORT ?? 8080);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT deve essere un numero fra 0 e 65535, non "${process.env.PORT}"`);
}

function start(): Promise<Machine> {
  const { TLS_CERT: cert, TLS_KEY: key, TLS_CA: ca } = process.env;
  return startFiorino({
    stateDir: process.env.FIORINO_STATO ?? join(ROOT, ".local"),
    port: readPort(),
    hostname: process.env.HOST ?? "127.0.0.1",
    record: process.env.FIORINO_RECORD === "1",
    sandbox: process.env.FIORINO_SENZA_SANDBOX !== "1",
    ...(cert && key ? { tls: { cert, key, ...(ca ? { ca } : {}) } } : {}),
  });
}

function stopOn(machine: Machine, closeWatcher: () => void): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    closeWatcher();
    await machine.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // The launcher holds this channel: without it nobody would stop us any more.
  process.on("disconnect", stop);
}

try {
  const machine = await start();
  stopOn(machine, process.env.FIORINO_SENZA_OSSERVATORE === "1" ? () => {} : watchSources(ROOT, machine));
  const seconds = (performance.now() / 1_000).toFixed(1);
  console.log(
    `Fiorino risponde su ${machine.baseUrl} (pronto in ${seconds} s, ${machine.deployment.functions.length} funzioni). Ctrl-C per fermare.`,
  );
  console.log(
    `Gli operatori accedono da ${machine.baseUrl}/backoffice/v1/login/oidc (persone dimostrative) o con POST /backoffice/v1/login.`,
  );
} catch (error) {
  // What was foreseen is an Error with a text for people; anything else is a defect, and needs its trace.
  console.error(error instanceof Error && error.name === "Error" ? error.message : error);
  process.exit(1);
}
