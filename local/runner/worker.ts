/** One function: its instances, created on demand and let go when idle, each answering one event at a time as on Lambda. */
import type { FunctionSpec } from "../assembly/types.ts";
import { failure, Instance, type ThreadHost } from "./instance.ts";
import type { EsitoInvocazione } from "./types.ts";

const DEFAULT_INSTANCES = 4;
const IDLE_MS = 180_000;
/** How long a request waits for a warm instance before another one is started: a cold one costs more than that. */
const GROWTH_MS = 15;

interface Waiting {
  event: string;
  resolve(outcome: EsitoInvocazione): void;
}

export class FunctionPool {
  readonly spec: FunctionSpec;
  readonly maxInstances: number;
  private readonly host: ThreadHost;
  private readonly instances = new Set<Instance>();
  private readonly waiting: Waiting[] = [];
  private running = 0;
  private growth: NodeJS.Timeout | undefined;

  constructor(spec: FunctionSpec, host: ThreadHost) {
    this.spec = spec;
    this.host = host;
    this.maxInstances = Math.min(spec.maxConcurrency ?? DEFAULT_INSTANCES, DEFAULT_INSTANCES);
  }

  /** Invocations running or waiting for an instance. */
  get busy(): number {
    return this.running + this.waiting.length;
  }

  invoke(event: unknown): Promise<EsitoInvocazione> {
    const { promise, resolve } = Promise.withResolvers<EsitoInvocazione>();
    this.waiting.push({ event: JSON.stringify(event), resolve });
    this.dispatch();
    return promise;
  }

  /** Lets idle instances go; with `all`, every instance at once (running invocations fail). */
  async close(all: boolean): Promise<void> {
    const limit = performance.now() - IDLE_MS;
    const leaving = [...this.instances].filter(({ isFree, idleSince }) => all || (isFree && idleSince < limit));
    for (const instance of leaving) this.instances.delete(instance);
    await Promise.all(leaving.map((instance) => instance.terminate()));
  }

  /** The first free instance is the warmest: later ones are started only when requests keep waiting. */
  private dispatch(): void {
    const free = [...this.instances].find(({ isFree }) => isFree);
    if (free !== undefined) this.runNext(free);
    else if (this.instances.size === 0) this.startInstance();
    else if (this.waiting.length > 0 && this.instances.size < this.maxInstances) this.growLater();
  }

  private growLater(): void {
    this.growth ??= setTimeout(() => {
      this.growth = undefined;
      if (this.waiting.length > 0 && this.instances.size < this.maxInstances) this.startInstance();
      if (this.waiting.length > 0) this.dispatch();
    }, GROWTH_MS);
  }

  /** A bundle that is not there fails the invocation, as it does on Lambda, and not the machine. */
  private startInstance(): void {
    try {
      const instance = new Instance(this.spec, this.host, (ended) => this.instances.delete(ended));
      this.instances.add(instance);
      this.runNext(instance);
    } catch (error) {
      this.host.onOutput(this.spec.name, `${String(error)}\n`);
      this.waiting.shift()?.resolve({ ...failure("Runtime.ImportModuleError", String(error)), millisecondi: 0 });
    }
  }

  private runNext(instance: Instance): void {
    const request = this.waiting.shift();
    if (request === undefined) return;
    this.running += 1;
    void instance.run(request.event).then((outcome) => {
      this.running -= 1;
      request.resolve(outcome);
      if (this.waiting.length > 0) this.dispatch();
    });
  }
}
