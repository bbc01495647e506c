/** The few DynamoDB calls that the runner makes by itself, in plain HTTP: loading the SDK would cost more than everything else at start-up. */
import { asObject, asText } from "../assembly/json.ts";
import type { JsonObject } from "../assembly/types.ts";

export class DynamoDbError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

export interface DynamoDbApi {
  /** Calls `operation` (PutItem, CreateTable ...). Throws DynamoDbError when it is refused. */
  tables(operation: string, body: JsonObject): Promise<JsonObject>;
  /** Calls `operation` of the streams API. */
  streams(operation: string, body: JsonObject): Promise<JsonObject>;
}

export function createDynamoDbApi(endpoint: string): DynamoDbApi {
  const call = async (target: string, body: JsonObject): Promise<JsonObject> => {
    const response = await fetch(`${endpoint}/`, {
      method: "POST",
      headers: {
        "x-amz-target": target,
        "content-type": "application/x-amz-json-1.0",
        // The emulator wants a signature to be there and does not verify it.
        authorization: "AWS4-HMAC-SHA256 Credential=locale/20260101/eu-south-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
        "x-amz-date": "20260101T000000Z",
      },
      body: JSON.stringify(body),
    });
    const answer = asObject(await response.json());
    if (!response.ok) {
      const code = asText(answer.__type)?.split("#").at(-1) ?? String(response.status);
      throw new DynamoDbError(code, asText(answer.message) ?? asText(answer.Message) ?? "");
    }
    return answer;
  };
  return {
    tables: (operation, body) => call(`DynamoDB_20120810.${operation}`, body),
    streams: (operation, body) => call(`DynamoDBStreams_20120810.${operation}`, body),
  };
}
