/** Evaluates CloudFormation expressions over all stacks together, so that values exported by one stack reach the environment of another's functions. */
import { attributeOf, nameProperty, type Place, physicalName, refOf } from "./attributes.ts";
import { asArray, asObject, asText, isObject } from "./json.ts";
import type { Json, JsonObject, Resource, Stack } from "./types.ts";

const NO_VALUE = Symbol("AWS::NoValue");
type Value = Json | typeof NO_VALUE;

export interface Resolver {
  resolve(stack: Stack, value: Json): Json;
  nameOf(stack: Stack, logicalId: string): string;
  /** Resources whose condition holds. */
  resources(stack: Stack): [string, Resource][];
}

/** Builds the resolver. `parameters` overrides the templates' defaults by parameter name. */
export function createResolver(stacks: Stack[], place: Place, parameters: Record<string, string>): Resolver {
  const pseudo: Record<string, string> = {
    "AWS::Partition": "aws",
    "AWS::Region": place.region,
    "AWS::AccountId": place.accountId,
    "AWS::URLSuffix": "amazonaws.com",
  };
  const text = (stack: Stack, value: Json): string => asText(resolve(stack, value)) ?? "";

  function nameOf(stack: Stack, logicalId: string): string {
    const resource = stack.resources[logicalId];
    if (resource === undefined) return logicalId;
    const property = nameProperty(resource.Type);
    const given = property === undefined ? undefined : resource.Properties[property];
    return physicalName(stack.name, logicalId, resource, given === undefined ? undefined : text(stack, given));
  }

  function ref(stack: Stack, name: string): Value {
    if (name === "AWS::NoValue") return NO_VALUE;
    if (name === "AWS::StackName") return stack.name;
    if (name === "AWS::StackId") return `arn:aws:cloudformation:${place.region}:${place.accountId}:stack/${stack.name}/locale`;
    const known = pseudo[name];
    if (known !== undefined) return known;
    const parameter = stack.parameters[name];
    if (parameter !== undefined) return parameterValue(name, asObject(parameter));
    const resource = stack.resources[name];
    if (resource === undefined) throw new Error(`${stack.name}: Ref a "${name}", che non esiste nel modello`);
    return refOf(place, resource.Type, nameOf(stack, name));
  }

  function parameterValue(name: string, parameter: JsonObject): Json {
    const value = parameters[name] ?? asText(parameter.Default) ?? "";
    const isList = asText(parameter.Type)?.startsWith("List<") === true || parameter.Type === "CommaDelimitedList";
    return isList ? value.split(",") : value;
  }

  function getAtt(stack: Stack, argument: Json): string {
    const [logicalId = "", ...rest] =
      typeof argument === "string" ? argument.split(".") : asArray(argument).map((part) => text(stack, part));
    const resource = stack.resources[logicalId];
    if (resource === undefined) throw new Error(`${stack.name}: Fn::GetAtt a "${logicalId}", che non esiste nel modello`);
    return attributeOf(place, resource, nameOf(stack, logicalId), rest.join("."));
  }

  function sub(stack: Stack, argument: Json): string {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return (asText(template) ?? "").replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith("!")) return `\${${name.slice(1)}}`;
      const local = asObject(variables)[name];
      if (local !== undefined) return text(stack, local);
      return name.includes(".") ? getAtt(stack, name) : String(ref(stack, name));
    });
  }

  function importValue(name: string): Json {
    for (const stack of stacks) {
      for (const output of Object.values(stack.outputs)) {
        const { Export, Value } = asObject(output);
        const exported = asObject(Export).Name;
        if (exported !== undefined && Value !== undefined && text(stack, exported) === name) return resolve(stack, Value);
      }
    }
    throw new Error(`Fn::ImportValue: nessuno stack esporta "${name}"`);
  }

  function condition(stack: Stack, value: Json): boolean {
    const [operator, argument] = Object.entries(asObject(value))[0] ?? [];
    const operands = asArray(argument);
    switch (operator) {
      case "Condition":
        return condition(stack, stack.conditions[asText(argument) ?? ""] ?? {});
      case "Fn::Equals":
        return JSON.stringify(resolve(stack, operands[0] ?? null)) === JSON.stringify(resolve(stack, operands[1] ?? null));
      case "Fn::Not":
        return !condition(stack, operands[0] ?? {});
      case "Fn::And":
        return operands.every((operand) => condition(stack, operand));
      case "Fn::Or":
        return operands.some((operand) => condition(stack, operand));
      default:
        throw new Error(`${stack.name}: condizione non riconosciuta: ${JSON.stringify(value)}`);
    }
  }

  function call(stack: Stack, name: string, argument: Json): Value {
    const list = asArray(argument);
    switch (name) {
      case "Ref":
        return ref(stack, asText(argument) ?? "");
      case "Fn::GetAtt":
        return getAtt(stack, argument);
      case "Fn::Sub":
        return sub(stack, argument);
      case "Fn::Join":
        return asArray(resolve(stack, list[1] ?? []))
          .map((part) => asText(part) ?? "")
          .join(text(stack, list[0] ?? ""));
      case "Fn::Select":
        return asArray(resolve(stack, list[1] ?? []))[Number(text(stack, list[0] ?? 0))] ?? "";
      case "Fn::Split":
        return text(stack, list[1] ?? "").split(text(stack, list[0] ?? ""));
      case "Fn::If":
        return evaluate(stack, (condition(stack, { Condition: list[0] ?? "" }) ? list[1] : list[2]) ?? "");
      case "Fn::ImportValue":
        return importValue(text(stack, argument));
      case "Fn::FindInMap":
        return asObject(asObject(stack.mappings[text(stack, list[0] ?? "")])[text(stack, list[1] ?? "")])[text(stack, list[2] ?? "")] ?? "";
      case "Fn::Base64":
        return Buffer.from(text(stack, argument)).toString("base64");
      case "Fn::GetAZs":
        return ["a", "b", "c"].map((zone) => `${place.region}${zone}`);
      default:
        throw new Error(`${stack.name}: funzione non riconosciuta: ${name}`);
    }
  }

  function evaluate(stack: Stack, value: Json): Value {
    if (Array.isArray(value)) return value.map((item) => evaluate(stack, item)).filter((item) => item !== NO_VALUE);
    if (!isObject(value)) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only && (only[0] === "Ref" || only[0].startsWith("Fn::"))) return call(stack, only[0], only[1]);
    const result: JsonObject = {};
    for (const [key, item] of entries) {
      const resolved = evaluate(stack, item);
      if (resolved !== NO_VALUE) result[key] = resolved;
    }
    return result;
  }

  function resolve(stack: Stack, value: Json): Json {
    const result = evaluate(stack, value);
    return result === NO_VALUE ? null : result;
  }

  function resources(stack: Stack): [string, Resource][] {
    return Object.entries(stack.resources).filter(([, { Condition }]) => Condition === undefined || condition(stack, { Condition }));
  }

  return { resolve, nameOf, resources };
}
