/** The machine as the sandbox sees it: the only door between what runs here and what plays pagoPA. */
import { queueUrl } from "../assembly/attributes.ts";
import type { Engine } from "./engine.ts";
import type { Foundation } from "./foundation.ts";
import type { Ambiente, Seed } from "./types.ts";

const DEFAULT_LOG_LINES = 100;
/** The runner's own log has no function behind it. */
const RUNNER_LOG = "runner";

export function createAmbiente(baseUrl: string, foundation: Foundation, engine: Engine, seed: Seed | undefined): Ambiente {
  const { clock, dynamodbEndpoint, secretsEndpoint, logs, place, queues, recorder, stateDir } = foundation;
  const { functions, scheduler } = engine;
  const onReset: (() => Promise<void> | void)[] = [];
  const ambiente: Ambiente = {
    baseUrl,
    stateDir,
    endpoints: { dynamodb: dynamodbEndpoint, sqs: queues.endpoint, s3: queues.endpoint, secrets: secretsEndpoint },
    get resources() {
      const { tables, queues: declared, buckets } = engine.deployment;
      return {
        tables: tables.map(({ name }) => name),
        queues: Object.fromEntries(declared.map(({ name }) => [name, queueUrl(place, name)])),
        buckets: [...buckets],
      };
    },
    clock: { now: clock.now, offset: clock.offset, advance: async (milliseconds) => scheduler.advance(milliseconds) },
    listFunctions: functions.list,
    listSchedules: () => scheduler.list(),
    runSchedule: async (name) => scheduler.run(name),
    invoke: functions.invoke,
    drain: engine.drain,
    reset: async () => {
      await engine.empty();
      for (const callback of onReset) await callback();
      await seed?.(ambiente);
    },
    onReset: (callback) => void onReset.push(callback),
    logs: async (functionName, lines) => {
      const name = functionName === RUNNER_LOG ? functionName : functions.find(functionName).spec.name;
      return logs.last(name, lines ?? DEFAULT_LOG_LINES);
    },
    injectFault: recorder.faults.next,
    clearFaults: recorder.faults.clear,
  };
  return ambiente;
}
