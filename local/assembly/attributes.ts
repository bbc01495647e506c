/**
 * What `Ref` and `Fn::GetAtt` give for each resource: the physical names that AWS would assign and, for addresses, those of this machine.
 * A function therefore receives in its environment the same kind of value that it receives when deployed.
 */
import { asText } from "./json.ts";
import type { Resource } from "./types.ts";

export interface Place {
  region: string;
  accountId: string;
  /** Address of the queue emulator, the first part of every queue URL. */
  queueEndpoint: string;
  /** Address on which the runner serves the APIs. */
  baseUrl: string;
}

const NAME_PROPERTIES: Record<string, string> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::IAM::Role": "RoleName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::Scheduler::Schedule": "Name",
  "AWS::Scheduler::ScheduleGroup": "Name",
  "AWS::Events::Rule": "Name",
  "AWS::SNS::Topic": "TopicName",
};

/** The resource's own name if the template gives one, else one made of stack and logical id, as CloudFormation does without the random tail. */
export function physicalName(stack: string, logicalId: string, resource: Resource, given: string | undefined): string {
  if (given !== undefined) return given;
  const name = `${stack}-${logicalId}`;
  return resource.Type === "AWS::S3::Bucket" ? name.toLowerCase().slice(0, 63) : name;
}

export function nameProperty(type: string): string | undefined {
  return NAME_PROPERTIES[type];
}

export function queueUrl(place: Place, name: string): string {
  return `${place.queueEndpoint}/${place.accountId}/${name}`;
}

function arn(place: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${place.region}:${place.accountId}:${resource}`;
}

export function refOf(place: Place, type: string, name: string): string {
  if (type === "AWS::SQS::Queue") return queueUrl(place, name);
  if (type === "AWS::SNS::Topic") return arn(place, "sns", name);
  return name;
}

function tableAttribute(place: Place, name: string, attribute: string): string | undefined {
  if (attribute === "Arn") return arn(place, "dynamodb", `table/${name}`);
  return attribute === "StreamArn" ? arn(place, "dynamodb", `table/${name}/stream/locale`) : undefined;
}

function queueAttribute(place: Place, name: string, attribute: string): string | undefined {
  if (attribute === "Arn") return arn(place, "sqs", name);
  if (attribute === "QueueName") return name;
  return attribute === "QueueUrl" ? queueUrl(place, name) : undefined;
}

/** Value of `Fn::GetAtt`; attributes that no local resource needs are given as readable text, so that their use would be noticed. */
export function attributeOf(place: Place, resource: Resource, name: string, attribute: string): string {
  const known = (): string | undefined => {
    switch (resource.Type) {
      case "AWS::DynamoDB::Table":
      case "AWS::DynamoDB::GlobalTable":
        return tableAttribute(place, name, attribute);
      case "AWS::SQS::Queue":
        return queueAttribute(place, name, attribute);
      case "AWS::Lambda::Function":
        return attribute === "Arn" ? arn(place, "lambda", `function:${name}`) : undefined;
      case "AWS::S3::Bucket":
        return attribute === "Arn" ? `arn:aws:s3:::${name}` : `${name}.s3.${place.region}.amazonaws.com`;
      case "AWS::IAM::Role":
        return attribute === "Arn" ? `arn:aws:iam::${place.accountId}:role/${name}` : undefined;
      case "AWS::Logs::LogGroup":
        return attribute === "Arn" ? arn(place, "logs", `log-group:${name}:*`) : undefined;
      case "AWS::ApiGatewayV2::Api":
        return attribute === "ApiEndpoint" ? place.baseUrl : undefined;
      case "AWS::CloudFront::Distribution":
        return attribute === "DomainName" ? new URL(place.baseUrl).host : undefined;
      default:
        return undefined;
    }
  };
  return known() ?? (asText(resource.Properties[attribute]) || `${name}.${attribute}`);
}

/** Last part of the name in an ARN of a function, a queue or a table (its stream included). */
export function nameInArn(text: string): string | undefined {
  const lambda = /:function:([^/:]+)/.exec(text);
  if (lambda) return lambda[1];
  const table = /:table\/([^/]+)/.exec(text);
  if (table) return table[1];
  return /^arn:[^:]*:sqs:[^:]*:[^:]*:(.+)$/.exec(text)?.[1];
}
