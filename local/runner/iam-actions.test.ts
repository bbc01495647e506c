import { describe, expect, it } from "vitest";
import { describeCall } from "./iam-actions.ts";

const transaction = JSON.stringify({ TransactItems: [{ Put: { TableName: "t" } }, { ConditionCheck: { TableName: "u" } }] });

describe("permissions of a call", () => {
  it.each([
    ["dynamodb", "POST", "/", "DynamoDB_20120810.GetItem", '{"TableName":"t"}', ["dynamodb:GetItem table/t"]],
    ["dynamodb", "POST", "/", "DynamoDB_20120810.Query", '{"TableName":"t","IndexName":"i"}', ["dynamodb:Query table/t/index/i"]],
    [
      "dynamodb",
      "POST",
      "/",
      "DynamoDB_20120810.TransactWriteItems",
      transaction,
      ["dynamodb:PutItem table/t", "dynamodb:ConditionCheckItem table/u"],
    ],
    [
      "dynamodb",
      "POST",
      "/",
      "DynamoDB_20120810.BatchGetItem",
      '{"RequestItems":{"t":{},"u":{}}}',
      ["dynamodb:BatchGetItem table/t", "dynamodb:BatchGetItem table/u"],
    ],
    ["sqs", "POST", "/", "AmazonSQS.SendMessageBatch", '{"QueueUrl":"http://h/0/coda"}', ["sqs:SendMessage coda"]],
    ["sqs", "PUT", "/secchio/a/b?x-id=PutObject", undefined, "", ["s3:PutObject secchio"]],
    ["sqs", "GET", "/secchio/a", undefined, "", ["s3:GetObject secchio"]],
    ["sqs", "GET", "/secchio?list-type=2", undefined, "", ["s3:ListBucket secchio"]],
    [
      "secrets",
      "POST",
      "/",
      "secretsmanager.GetSecretValue",
      '{"SecretId":"locale-fiorino-connettori/fdr"}',
      ["secretsmanager:GetSecretValue locale-fiorino-connettori"],
    ],
    [
      "lambda",
      "POST",
      "/2015-03-31/functions/locale-job-recuperaRpt/invocations",
      undefined,
      '{"idEsecuzione":"e1"}',
      ["lambda:InvokeFunction function:locale-job-*"],
    ],
    ["sqs", "DELETE", "/secchio/a", undefined, "", ["s3:DeleteObject secchio"]],
  ])("%s %s %s %s", (service, method, url, target, body, expected) => {
    expect(describeCall(service, method, url, target, body).permissions).toEqual(expected);
  });
});
