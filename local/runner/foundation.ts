/** What the machine stands on: clock, logs, emulators, tap and the script of the threads, opened together because each takes its time. */
import { join } from "node:path";
import type { Place } from "../assembly/attributes.ts";
import { startDynamoDb } from "../emulators/dynamodb.ts";
import { createDynamoDbApi, type DynamoDbApi } from "../emulators/dynamodb-api.ts";
import { type FauxqsEmulator, startFauxqs } from "../emulators/fauxqs.ts";
import { type LambdaEmulator, startLambda } from "../emulators/lambda.ts";
import { startSecrets } from "../emulators/segreti.ts";
import { type Clock, createClock } from "./clock.ts";
import type { ThreadHost } from "./instance.ts";
import { createLogs, type FunctionLogs } from "./logs.ts";
import { Recorder } from "./recorder.ts";
import type { Shutdown } from "./shutdown.ts";
import { writeWorkerScript } from "./worker-script.ts";

const REGION = "eu-south-1";
const ACCOUNT = "000000000000";

export interface Foundation {
  stateDir: string;
  place: Place;
  clock: Clock;
  logs: FunctionLogs;
  queues: FauxqsEmulator;
  dynamodbEndpoint: string;
  secretsEndpoint: string;
  lambda: LambdaEmulator;
  api: DynamoDbApi;
  recorder: Recorder;
  threads: ThreadHost;
  assemblyDir: string;
  /** Writes a line into the runner's own log. */
  report(text: string): void;
}

export interface FoundationOptions {
  stateDir: string;
  baseUrl: string;
  record: boolean;
  /** Secrets, by name, that the installation is born with. */
  secrets?: Readonly<Record<string, string>>;
  assembly(): Promise<string>;
}

/** Opens everything; what was opened is registered in `shutdown` even when something else fails. */
export async function openFoundation(
  { stateDir, baseUrl, record, secrets: initial = {}, assembly }: FoundationOptions,
  shutdown: Shutdown,
): Promise<Foundation> {
  const clock = createClock(stateDir);
  shutdown.add(clock.uninstall);
  const logs = createLogs(stateDir);
  shutdown.add(logs.close);
  const secrets = await startSecrets(stateDir, initial);
  shutdown.add(secrets.stop);
  const lambda = await startLambda();
  shutdown.add(lambda.stop);
  const starting = [startDynamoDb(stateDir), startFauxqs(stateDir, REGION), assembly(), writeWorkerScript(stateDir)] as const;
  const [first, second] = await Promise.allSettled(starting);
  if (first.status === "fulfilled") shutdown.add(first.value.stop);
  if (second.status === "fulfilled") shutdown.add(second.value.stop);
  const [dynamodb, queues, assemblyDir, script] = await Promise.all(starting);
  const ports = { dynamodb: dynamodb.port, sqs: queues.port, secrets: secrets.port, lambda: lambda.port };
  const recorder = new Recorder(ports, record);
  const tapPort = await recorder.listen();
  shutdown.add(() => recorder.close());
  const threads: ThreadHost = {
    script,
    data: {
      region: REGION,
      accountId: ACCOUNT,
      offset: clock.shared,
      tapped: recorder.tapped,
      tapPort,
      emulators: ports,
      compileCache: join(stateDir, "compile-cache"),
    },
    environment: {
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCESS_KEY_ID: "locale",
      AWS_SECRET_ACCESS_KEY: "locale",
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
      AWS_ENDPOINT_URL_SQS: queues.endpoint,
      AWS_ENDPOINT_URL_S3: queues.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
      AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
      TZ: "UTC",
    },
    onOutput: logs.write,
  };
  return {
    stateDir,
    place: { region: REGION, accountId: ACCOUNT, queueEndpoint: queues.endpoint, baseUrl },
    clock,
    logs,
    queues,
    dynamodbEndpoint: dynamodb.endpoint,
    secretsEndpoint: secrets.endpoint,
    lambda,
    api: createDynamoDbApi(dynamodb.endpoint),
    recorder,
    threads,
    assemblyDir,
    report: (text) => logs.write("runner", `${new Date().toISOString()} ${text}\n`),
  };
}
