/** A deployment in motion: its functions, routes, event sources and schedules on the emulators, replaceable by a newer one and able to start from nothing. */
import { readDeployment } from "../assembly/deployment.ts";
import { readAssembly } from "../assembly/read-assembly.ts";
import type { Deployment } from "../assembly/types.ts";
import { createTtlSweeper, ensureTables, recreateTables } from "../emulators/tables.ts";
import { createCheckpoints } from "./checkpoints.ts";
import type { Foundation } from "./foundation.ts";
import { createFunctions, type Functions } from "./functions.ts";
import { createRouter, type Match } from "./router.ts";
import { Scheduler } from "./scheduler.ts";
import { type Shutdown, withGrace } from "./shutdown.ts";
import { startSources } from "./sources.ts";

const HOUSEKEEPING_MS = 60_000;
const SETTLE_MS = 60_000;

export interface Engine {
  readonly deployment: Deployment;
  /** At least one table was new: nobody has used this machine yet. */
  readonly isNew: boolean;
  readonly functions: Functions;
  readonly scheduler: Scheduler;
  route(method: string, path: string): Match | undefined;
  drain(timeoutMs: number): Promise<void>;
  reload(assemblyDir: string): Promise<void>;
  /** Empties tables, queues and buckets, forgets positions and puts the clock back. */
  empty(): Promise<void>;
}

/** Reads the assembly, creates what is missing in the emulators and starts to consume. `parameters` overrides those of the templates. */
export async function startEngine(foundation: Foundation, parameters: Record<string, string>, shutdown: Shutdown): Promise<Engine> {
  const { api, clock, lambda, place, queues, report, stateDir, threads } = foundation;
  const prepare = async (dir: string): Promise<{ deployment: Deployment; isNew: boolean }> => {
    const deployment = readDeployment(await readAssembly(dir), place, parameters);
    const isNew = await ensureTables(api, deployment.tables);
    queues.ensure(place, deployment.queues, deployment.buckets);
    return { deployment, isNew };
  };
  let { deployment, isNew } = await prepare(foundation.assemblyDir);

  const functions = createFunctions(deployment.functions, threads, () => sources.wake());
  shutdown.add(functions.restart);
  const hasFunction = (name: string): boolean => functions.list().some((one) => one.name === name);
  lambda.attach({ invoke: functions.invoke, hasFunction, report });
  const checkpoints = createCheckpoints(stateDir);
  const openSources = (): ReturnType<typeof startSources> =>
    startSources(deployment.mappings, { region: place.region, functions, queues, api, checkpoints, report });
  let sources = openSources();
  shutdown.add(() => withGrace(sources.stop()));

  const scheduler = new Scheduler(deployment.schedules, {
    clock,
    invoke: functions.invoke,
    send: queues.send,
    settle: () => sources.drain(SETTLE_MS).catch((error: unknown) => report(String(error))),
    nextMessage: () => sources.nextMessage(),
    report,
  });
  shutdown.add(() => withGrace(scheduler.stop()));

  let sweeper = createTtlSweeper(api, deployment.tables);
  const housekeeping = setInterval(() => {
    Promise.all([functions.releaseIdle(), sweeper.sweep(clock.now())]).catch((error: unknown) => report(String(error)));
  }, HOUSEKEEPING_MS);
  shutdown.add(() => clearInterval(housekeeping));

  let route = createRouter(deployment.routes);
  return {
    get deployment() {
      return deployment;
    },
    isNew,
    functions,
    scheduler,
    route: (method, path) => route(method, path),
    drain: (timeoutMs) => sources.drain(timeoutMs),
    reload: async (dir) => {
      ({ deployment } = await prepare(dir));
      await sources.stop();
      functions.replace(deployment.functions);
      route = createRouter(deployment.routes);
      scheduler.replace(deployment.schedules);
      sweeper = createTtlSweeper(api, deployment.tables);
      sources = openSources();
    },
    empty: async () => {
      await sources.stop();
      await functions.restart();
      queues.clear();
      await recreateTables(api, deployment.tables);
      checkpoints.clear();
      clock.reset();
      scheduler.replace();
      sources = openSources();
    },
  };
}
