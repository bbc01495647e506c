/** From templates to what the runner executes: functions, tables, queues, event sources, schedules and routes, with every expression resolved. */
import { nameInArn, type Place } from "./attributes.ts";
import { Resolver } from "./intrinsics.ts";
import { asArray, asNumber, asObject, asText, isObject } from "./json.ts";
import { readRoutes } from "./routes.ts";
import type { Deployment, FunctionSpec, JsonObject, MappingSpec, QueueSpec, ScheduleSpec, Stack, TableSpec } from "./types.ts";

const QUEUE_ATTRIBUTES = [
  "DelaySeconds",
  "MaximumMessageSize",
  "MessageRetentionPeriod",
  "ReceiveMessageWaitTimeSeconds",
  "VisibilityTimeout",
];
const FIFO_ATTRIBUTES = ["FifoQueue", "ContentBasedDeduplication"];

function readFunction(stack: Stack, name: string, properties: JsonObject): FunctionSpec | undefined {
  const key = asText(asObject(properties.Code).S3Key);
  const codeDir = key === undefined ? undefined : stack.assets[key];
  // Functions without a packaged folder (inline code of custom resources) exist only for the deployment itself.
  if (codeDir === undefined) return undefined;
  const environment: Record<string, string> = {};
  for (const [variable, value] of Object.entries(asObject(asObject(properties.Environment).Variables)))
    environment[variable] = asText(value) ?? "";
  const reserved = asNumber(properties.ReservedConcurrentExecutions, -1);
  return {
    name,
    codeDir,
    handler: asText(properties.Handler) ?? "index.handler",
    memorySize: asNumber(properties.MemorySize, 128),
    timeoutSeconds: asNumber(properties.Timeout, 3),
    environment,
    ...(reserved > 0 ? { maxConcurrency: reserved } : {}),
  };
}

function readTable(name: string, properties: JsonObject): TableSpec {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } =
    properties;
  const indexes = asArray(GlobalSecondaryIndexes).map((index) => {
    const { IndexName = null, KeySchema: keys = null, Projection = null } = asObject(index);
    return { IndexName, KeySchema: keys, Projection };
  });
  const stream = isObject(StreamSpecification) ? { StreamEnabled: true, ...StreamSpecification } : undefined;
  const ttlAttribute = asText(asObject(TimeToLiveSpecification).AttributeName);
  return {
    name,
    definition: {
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: KeySchema ?? [],
      AttributeDefinitions: AttributeDefinitions ?? [],
      ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
      ...(LocalSecondaryIndexes === undefined ? {} : { LocalSecondaryIndexes }),
      ...(stream === undefined ? {} : { StreamSpecification: stream }),
    },
    ...(ttlAttribute === undefined ? {} : { ttlAttribute }),
  };
}

function readQueue(name: string, properties: JsonObject): QueueSpec {
  const attributes: Record<string, string> = {};
  const names = name.endsWith(".fifo") ? [...QUEUE_ATTRIBUTES, ...FIFO_ATTRIBUTES] : QUEUE_ATTRIBUTES;
  for (const attribute of names) {
    const value = asText(properties[attribute]);
    if (value !== undefined) attributes[attribute] = value;
  }
  if (isObject(properties.RedrivePolicy)) {
    const { deadLetterTargetArn, maxReceiveCount } = properties.RedrivePolicy;
    attributes.RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: asNumber(maxReceiveCount, 10) });
  }
  return { name, attributes };
}

function readMapping(id: string, properties: JsonObject): MappingSpec | undefined {
  const arn = asText(properties.EventSourceArn) ?? "";
  const source = nameInArn(arn);
  const functionName = functionNameIn(asText(properties.FunctionName) ?? "");
  if (source === undefined || properties.Enabled === false) return undefined;
  const kind = arn.includes(":dynamodb:") ? "stream" : "sqs";
  const filters = asArray(asObject(properties.FilterCriteria).Filters).map((filter): JsonObject => {
    const pattern: unknown = JSON.parse(asText(asObject(filter).Pattern) ?? "{}");
    return asObject(pattern);
  });
  const maxConcurrency = asNumber(asObject(properties.ScalingConfig).MaximumConcurrency, 0);
  const onFailureQueue = nameInArn(asText(asObject(asObject(properties.DestinationConfig).OnFailure).Destination) ?? "");
  return {
    id,
    functionName,
    kind,
    source,
    batchSize: asNumber(properties.BatchSize, kind === "sqs" ? 10 : 100),
    windowSeconds: asNumber(properties.MaximumBatchingWindowInSeconds, 0),
    reportBatchItemFailures: asArray(properties.FunctionResponseTypes).includes("ReportBatchItemFailures"),
    filters,
    bisectOnError: properties.BisectBatchOnFunctionError === true,
    maxRetries: asNumber(properties.MaximumRetryAttempts, -1),
    ...(maxConcurrency > 0 ? { maxConcurrency } : {}),
    ...(onFailureQueue === undefined ? {} : { onFailureQueue }),
  };
}

function functionNameIn(text: string): string {
  return nameInArn(text) ?? text.split(":")[0] ?? text;
}

function readSchedule(name: string, properties: JsonObject): ScheduleSpec | undefined {
  const target = isObject(properties.Target) ? properties.Target : asObject(asArray(properties.Targets)[0]);
  const arn = asText(target.Arn) ?? "";
  const targetName = nameInArn(arn);
  const expression = asText(properties.ScheduleExpression);
  if (targetName === undefined || expression === undefined) return undefined;
  return {
    name,
    expression,
    timezone: asText(properties.ScheduleExpressionTimezone) ?? "UTC",
    enabled: properties.State !== "DISABLED",
    target: { kind: arn.includes(":lambda:") ? "function" : "queue", name: targetName },
    input: asText(target.Input) ?? "{}",
  };
}

function addResource(deployment: Deployment, resolver: Resolver, stack: Stack, id: string, type: string, properties: JsonObject): void {
  const name = resolver.nameOf(stack, id);
  switch (type) {
    case "AWS::Lambda::Function":
      deployment.functions.push(...present(readFunction(stack, name, properties)));
      break;
    case "AWS::DynamoDB::Table":
    case "AWS::DynamoDB::GlobalTable":
      deployment.tables.push(readTable(name, properties));
      break;
    case "AWS::SQS::Queue":
      deployment.queues.push(readQueue(name, properties));
      break;
    case "AWS::S3::Bucket":
      deployment.buckets.push(name);
      break;
    case "AWS::Lambda::EventSourceMapping":
      deployment.mappings.push(...present(readMapping(`${stack.name}.${id}`, properties)));
      break;
    case "AWS::Scheduler::Schedule":
    case "AWS::Events::Rule":
      deployment.schedules.push(...present(readSchedule(name, properties)));
      break;
    case "AWS::ApiGatewayV2::Api":
      deployment.routes.push(...readRoutes(id, properties));
      break;
  }
}

function present<T>(item: T | undefined): T[] {
  return item === undefined ? [] : [item];
}

/** Resolves all stacks together into one deployment at `place`. Throws with the stack's name when an expression cannot be resolved. */
export function readDeployment(stacks: Stack[], place: Place, parameters: Record<string, string> = {}): Deployment {
  const resolver = new Resolver(stacks, place, parameters);
  const deployment: Deployment = { functions: [], tables: [], queues: [], buckets: [], mappings: [], schedules: [], routes: [] };
  for (const stack of stacks) {
    for (const [id, resource] of resolver.resources(stack)) {
      if (!isRelevant(resource.Type)) continue;
      addResource(deployment, resolver, stack, id, resource.Type, asObject(resolver.resolve(stack, resource.Properties)));
    }
  }
  const names = new Set(deployment.functions.map(({ name }) => name));
  deployment.routes = deployment.routes.filter(({ functionName }) => names.has(functionName));
  return deployment;
}

/** Only these types are evaluated: the rest (web distribution, alarms, policies) may use expressions that mean nothing here. */
function isRelevant(type: string): boolean {
  return /^AWS::(Lambda::(Function|EventSourceMapping)|DynamoDB::|SQS::Queue$|S3::Bucket$|Scheduler::Schedule$|Events::Rule|ApiGatewayV2::Api$)/.test(
    type,
  );
}
