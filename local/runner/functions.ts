/** All functions of the deployment by name, with the count of what is running: the machine is quiet when this is zero and nothing waits. */
import type { FunctionSpec } from "../assembly/types.ts";
import type { ThreadHost } from "./instance.ts";
import type { EsitoInvocazione, Funzione } from "./types.ts";
import { FunctionPool } from "./worker.ts";

export interface Functions {
  list(): Funzione[];
  /** Exact name, or the only one that ends with it. Throws (Italian text) when unknown or ambiguous. */
  find(name: string): FunctionPool;
  invoke(name: string, event: unknown): Promise<EsitoInvocazione>;
  running(): number;
  /** Replaces code and configuration; running invocations end on the old instances. */
  replace(specs: FunctionSpec[]): void;
  restart(): Promise<void>;
  releaseIdle(): Promise<void>;
}

/** `onDone` is called after every invocation: it is when streams and queues are likely to have something new. */
export function createFunctions(specs: FunctionSpec[], host: ThreadHost, onDone: () => void): Functions {
  let pools = new Map(specs.map((spec) => [spec.name, new FunctionPool(spec, host)]));
  let retired: FunctionPool[] = [];

  function find(name: string): FunctionPool {
    const exact = pools.get(name);
    if (exact) return exact;
    const matches = [...pools.values()].filter(({ spec }) => spec.name.endsWith(`-${name}`));
    const [only] = matches;
    if (only && matches.length === 1) return only;
    const reason = matches.length === 0 ? "non esiste" : `è ambiguo: ${matches.map(({ spec }) => spec.name).join(", ")}`;
    throw new Error(`La funzione "${name}" ${reason}`);
  }

  return {
    find,
    list: () => [...pools.values()].map(({ spec: { name, memorySize, timeoutSeconds } }) => ({ name, memorySize, timeoutSeconds })),
    invoke: async (name, event) => {
      const outcome = await find(name).invoke(event);
      onDone();
      return outcome;
    },
    running: () => [...pools.values(), ...retired].reduce((total, { busy }) => total + busy, 0),
    replace: (next) => {
      retired = [...retired, ...pools.values()];
      pools = new Map(next.map((spec) => [spec.name, new FunctionPool(spec, host)]));
    },
    restart: async () => {
      await Promise.all([...pools.values(), ...retired].map((pool) => pool.close(true)));
      retired = [];
    },
    releaseIdle: async () => {
      for (const pool of retired) if (pool.busy === 0) await pool.close(true);
      retired = retired.filter(({ busy }) => busy > 0);
      await Promise.all([...pools.values()].map((pool) => pool.close(false)));
    },
  };
}
