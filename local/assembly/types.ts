/** What the runner knows of a deployment: the shapes read from the synthesized templates, before and after their expressions are resolved. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface Resource {
  Type: string;
  Properties: JsonObject;
  Condition?: string;
}

/** One synthesized stack with the folders of its packaged code, by the object key they would have in the asset bucket. */
export interface Stack {
  name: string;
  parameters: JsonObject;
  conditions: JsonObject;
  mappings: JsonObject;
  resources: Record<string, Resource>;
  outputs: JsonObject;
  assets: Record<string, string>;
}

export interface FunctionSpec {
  name: string;
  codeDir: string;
  handler: string;
  memorySize: number;
  timeoutSeconds: number;
  environment: Record<string, string>;
  maxConcurrency?: number;
}

export interface TableSpec {
  name: string;
  /** Body of CreateTable as the template gives it (keys, attributes, indexes, stream). */
  definition: JsonObject;
  ttlAttribute?: string;
}

export interface QueueSpec {
  name: string;
  /** Attributes as SetQueueAttributes wants them (strings), redrive policy included. */
  attributes: Record<string, string>;
}

export interface MappingSpec {
  id: string;
  functionName: string;
  kind: "sqs" | "stream";
  /** Name of the queue or of the table. */
  source: string;
  batchSize: number;
  windowSeconds: number;
  reportBatchItemFailures: boolean;
  filters: JsonObject[];
  maxConcurrency?: number;
  bisectOnError: boolean;
  /** -1 = for ever. */
  maxRetries: number;
  /** Queue that receives what a stream function could not handle. */
  onFailureQueue?: string;
}

export interface ScheduleSpec {
  name: string;
  expression: string;
  timezone: string;
  enabled: boolean;
  target: { kind: "function" | "queue"; name: string };
  input: string;
}

export interface RouteSpec {
  method: string;
  path: string;
  functionName: string;
  apiId: string;
  timeoutMs: number;
}

/** A whole deployment, resolved: what the runner executes. */
export interface Deployment {
  functions: FunctionSpec[];
  tables: TableSpec[];
  queues: QueueSpec[];
  buckets: string[];
  mappings: MappingSpec[];
  schedules: ScheduleSpec[];
  routes: RouteSpec[];
}
