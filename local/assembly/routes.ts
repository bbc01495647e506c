/** Routes of an HTTP API as its OpenAPI body declares them: the same text that API Gateway reads when it is deployed. */
import { nameInArn } from "./attributes.ts";
import { asNumber, asObject, asText } from "./json.ts";
import type { JsonObject, RouteSpec } from "./types.ts";

const METHODS: Record<string, string> = {
  get: "GET",
  put: "PUT",
  post: "POST",
  patch: "PATCH",
  delete: "DELETE",
  head: "HEAD",
  options: "OPTIONS",
  "x-amazon-apigateway-any-method": "ANY",
};
/** HTTP API limit: no integration may take longer. */
export const MAX_INTEGRATION_MS = 30_000;

/** Reads paths and integrations of one `AWS::ApiGatewayV2::Api` (already resolved). Routes without a function are left out. */
export function readRoutes(apiId: string, properties: JsonObject): RouteSpec[] {
  const routes: RouteSpec[] = [];
  for (const [path, item] of Object.entries(asObject(asObject(properties.Body).paths))) {
    for (const [key, operation] of Object.entries(asObject(item))) {
      const method = METHODS[key];
      const integration = asObject(asObject(operation)["x-amazon-apigateway-integration"]);
      const functionName = nameInArn(asText(integration.uri) ?? "");
      if (method === undefined || functionName === undefined) continue;
      const timeoutMs = Math.min(asNumber(integration.timeoutInMillis, MAX_INTEGRATION_MS), MAX_INTEGRATION_MS);
      routes.push({ method, path, functionName, apiId, timeoutMs });
    }
  }
  return routes;
}
