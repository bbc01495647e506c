/** Which IAM action, on which resource, a call to AWS needs: what the tests compare with the permissions of the function's role. */
import { asArray, asObject, asText } from "../assembly/json.ts";

export interface AwsCall {
  service: "dynamodb" | "sqs" | "s3" | "secretsmanager" | "lambda";
  /** API operation, e.g. `TransactWriteItems`, `SendMessage`, `GetObject`. */
  operation: string;
  /** `dynamodb:PutItem table/archivio`, `sqs:SendMessage ricevute`, `s3:GetObject documenti`; one call may need several. */
  permissions: string[];
}

const TRANSACTION_ACTIONS: Record<string, string> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
};

function parse(body: string): ReturnType<typeof asObject> {
  try {
    const value: unknown = JSON.parse(body);
    return asObject(value);
  } catch {
    return {};
  }
}

function dynamoDbPermissions(operation: string, body: string): string[] {
  const request = parse(body);
  if (operation === "TransactWriteItems" || operation === "TransactGetItems") {
    return asArray(request.TransactItems).flatMap((item) =>
      Object.entries(asObject(item)).map(
        ([kind, detail]) => `dynamodb:${TRANSACTION_ACTIONS[kind] ?? kind} table/${asText(asObject(detail).TableName) ?? ""}`,
      ),
    );
  }
  if (operation.startsWith("Batch"))
    return Object.keys(asObject(request.RequestItems)).map((table) => `dynamodb:${operation} table/${table}`);
  const index = asText(request.IndexName);
  return [`dynamodb:${operation} table/${asText(request.TableName) ?? ""}${index === undefined ? "" : `/index/${index}`}`];
}

function sqsPermissions(operation: string, body: string): string[] {
  const queue = (asText(parse(body).QueueUrl) ?? "").split("/").at(-1) ?? "";
  // There is no separate permission for the batch form of an action.
  return [`sqs:${operation.replace(/Batch$/, "")} ${queue}`];
}

function s3Operation(method: string, hasKey: boolean, query: URLSearchParams): string {
  if (!hasKey) return method === "GET" ? "ListBucket" : method === "POST" ? "DeleteObject" : "HeadBucket";
  if (method === "DELETE") return query.has("uploadId") ? "AbortMultipartUpload" : "DeleteObject";
  return method === "GET" || method === "HEAD" ? "GetObject" : "PutObject";
}

/** Reads operation and permissions from a request to an emulator. */
export function describeCall(service: string, method: string, url: string, target: string | undefined, body: string): AwsCall {
  if (service === "dynamodb") {
    const operation = target?.split(".").at(-1) ?? "";
    return { service, operation, permissions: dynamoDbPermissions(operation, body) };
  }
  if (service === "secrets") {
    const operation = target?.split(".").at(-1) ?? "";
    return {
      service: "secretsmanager",
      operation,
      permissions: [`secretsmanager:${operation} ${asText(parse(body).SecretId)?.split("/")[0] ?? ""}`],
    };
  }
  if (service === "lambda") {
    const name = /\/functions\/([^/]+)\//.exec(url)?.[1] ?? "";
    return { service, operation: "Invoke", permissions: [`lambda:InvokeFunction function:${name.replace(/-job-\w+$/, "-job-*")}`] };
  }
  if (target !== undefined) {
    const operation = target.split(".").at(-1) ?? "";
    return { service: "sqs", operation, permissions: sqsPermissions(operation, body) };
  }
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  const [bucket = "", ...key] = pathname.slice(1).split("/");
  const operation = s3Operation(method, key.join("/") !== "", searchParams);
  return { service: "s3", operation, permissions: [`s3:${operation} ${bucket}`] };
}
