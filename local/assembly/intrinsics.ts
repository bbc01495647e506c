/** Evaluates CloudFormation expressions over all stacks together, so that values exported by one stack reach the environment of another's functions. */
import { attributeOf, nameProperty, type Place, physicalName, refOf } from "./attributes.ts";
import { asArray, asObject, asText, isObject } from "./json.ts";
import type { Json, JsonObject, Resource, Stack } from "./types.ts";

const NO_VALUE = Symbol("AWS::NoValue");
type Value = Json | typeof NO_VALUE;

/** `parameters` overrides the templates' defaults by parameter name. Every method throws with the stack's name on what it cannot resolve. */
export class Resolver {
  private readonly stacks: Stack[];
  private readonly place: Place;
  private readonly parameters: Record<string, string>;

  constructor(stacks: Stack[], place: Place, parameters: Record<string, string> = {}) {
    this.stacks = stacks;
    this.place = place;
    this.parameters = parameters;
  }

  /** The value with every expression in it replaced. */
  resolve(stack: Stack, value: Json): Json {
    const result = this.evaluate(stack, value);
    return result === NO_VALUE ? null : result;
  }

  /** Resources whose condition holds. */
  resources(stack: Stack): [string, Resource][] {
    return Object.entries(stack.resources).filter(([, { Condition }]) => Condition === undefined || this.holds(stack, { Condition }));
  }

  /** Physical name of a resource. */
  nameOf(stack: Stack, logicalId: string): string {
    const resource = stack.resources[logicalId];
    if (resource === undefined) return logicalId;
    const property = nameProperty(resource.Type);
    const given = property === undefined ? undefined : resource.Properties[property];
    return physicalName(stack.name, logicalId, resource, given === undefined ? undefined : this.text(stack, given));
  }

  private text(stack: Stack, value: Json | undefined): string {
    return value === undefined ? "" : (asText(this.resolve(stack, value)) ?? "");
  }

  private evaluate(stack: Stack, value: Json): Value {
    if (Array.isArray(value)) return value.map((item) => this.evaluate(stack, item)).filter((item) => item !== NO_VALUE);
    if (!isObject(value)) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only && (only[0] === "Ref" || only[0].startsWith("Fn::"))) return this.call(stack, only[0], only[1]);
    const result: JsonObject = {};
    for (const [key, item] of entries) {
      const resolved = this.evaluate(stack, item);
      if (resolved !== NO_VALUE) result[key] = resolved;
    }
    return result;
  }

  private call(stack: Stack, name: string, argument: Json): Value {
    const list = asArray(argument);
    const [first, second, third] = list;
    switch (name) {
      case "Ref":
        return this.ref(stack, asText(argument) ?? "");
      case "Fn::GetAtt":
        return this.getAtt(stack, argument);
      case "Fn::Sub":
        return this.sub(stack, argument);
      case "Fn::Join":
        return asArray(this.resolve(stack, second ?? []))
          .map((part) => asText(part) ?? "")
          .join(this.text(stack, first));
      case "Fn::Select":
        return asArray(this.resolve(stack, second ?? []))[Number(this.text(stack, first))] ?? "";
      case "Fn::Split":
        return this.text(stack, second).split(this.text(stack, first));
      case "Fn::If":
        return this.evaluate(stack, (this.holds(stack, { Condition: first ?? "" }) ? second : third) ?? "");
      case "Fn::ImportValue":
        return this.importValue(this.text(stack, argument));
      case "Fn::FindInMap":
        return asObject(asObject(stack.mappings[this.text(stack, first)])[this.text(stack, second)])[this.text(stack, third)] ?? "";
      case "Fn::Base64":
        return Buffer.from(this.text(stack, argument)).toString("base64");
      case "Fn::GetAZs":
        return ["a", "b", "c"].map((zone) => `${this.place.region}${zone}`);
      default:
        throw new Error(`${stack.name}: funzione non riconosciuta: ${name}`);
    }
  }

  private pseudoParameter(stack: Stack, name: string): string | undefined {
    const { accountId, region } = this.place;
    const values: Record<string, string> = {
      "AWS::Partition": "aws",
      "AWS::Region": region,
      "AWS::AccountId": accountId,
      "AWS::URLSuffix": "amazonaws.com",
      "AWS::StackName": stack.name,
      "AWS::StackId": `arn:aws:cloudformation:${region}:${accountId}:stack/${stack.name}/locale`,
    };
    return values[name];
  }

  private ref(stack: Stack, name: string): Value {
    if (name === "AWS::NoValue") return NO_VALUE;
    const known = this.pseudoParameter(stack, name);
    if (known !== undefined) return known;
    const parameter = stack.parameters[name];
    if (parameter !== undefined) return this.parameterValue(name, asObject(parameter));
    const resource = stack.resources[name];
    if (resource === undefined) throw new Error(`${stack.name}: Ref a "${name}", che non esiste nel modello`);
    return refOf(this.place, resource.Type, this.nameOf(stack, name));
  }

  private parameterValue(name: string, parameter: JsonObject): Json {
    const value = this.parameters[name] ?? asText(parameter.Default) ?? "";
    const isList = asText(parameter.Type)?.startsWith("List<") === true || parameter.Type === "CommaDelimitedList";
    return isList ? value.split(",") : value;
  }

  private getAtt(stack: Stack, argument: Json): string {
    const parts = typeof argument === "string" ? argument.split(".") : asArray(argument).map((part) => this.text(stack, part));
    const [logicalId = "", ...attribute] = parts;
    const resource = stack.resources[logicalId];
    if (resource === undefined) throw new Error(`${stack.name}: Fn::GetAtt a "${logicalId}", che non esiste nel modello`);
    return attributeOf(this.place, resource, this.nameOf(stack, logicalId), attribute.join("."));
  }

  private sub(stack: Stack, argument: Json): string {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return (asText(template) ?? "").replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith("!")) return `\${${name.slice(1)}}`;
      const local = asObject(variables)[name];
      if (local !== undefined) return this.text(stack, local);
      return name.includes(".") ? this.getAtt(stack, name) : String(this.ref(stack, name));
    });
  }

  private importValue(name: string): Json {
    for (const stack of this.stacks) {
      for (const output of Object.values(stack.outputs)) {
        const { Export, Value } = asObject(output);
        const exported = asObject(Export).Name;
        if (exported !== undefined && Value !== undefined && this.text(stack, exported) === name) return this.resolve(stack, Value);
      }
    }
    throw new Error(`Fn::ImportValue: nessuno stack esporta "${name}"`);
  }

  private holds(stack: Stack, value: Json): boolean {
    const [operator, argument] = Object.entries(asObject(value))[0] ?? [];
    const operands = asArray(argument);
    const [first = {}, second = {}] = operands;
    switch (operator) {
      case "Condition":
        return this.holds(stack, stack.conditions[asText(argument) ?? ""] ?? {});
      case "Fn::Equals":
        return JSON.stringify(this.resolve(stack, first)) === JSON.stringify(this.resolve(stack, second));
      case "Fn::Not":
        return !this.holds(stack, first);
      case "Fn::And":
        return operands.every((operand) => this.holds(stack, operand));
      case "Fn::Or":
        return operands.some((operand) => this.holds(stack, operand));
      default:
        throw new Error(`${stack.name}: condizione non riconosciuta: ${JSON.stringify(value)}`);
    }
  }
}
