/** FilterCriteria of event source mappings: the part of the EventBridge pattern language that Lambda accepts for streams and queues. */
import { isObject } from "../assembly/json.ts";
import type { Json, JsonObject } from "../assembly/types.ts";

function compareNumbers(value: number, rules: Json[]): boolean {
  for (let index = 0; index < rules.length; index += 2) {
    const [operator, bound] = [rules[index], Number(rules[index + 1])];
    const holds =
      operator === "="
        ? value === bound
        : operator === "<"
          ? value < bound
          : operator === "<="
            ? value <= bound
            : operator === ">"
              ? value > bound
              : value >= bound;
    if (!holds) return false;
  }
  return true;
}

function matchesRule(rule: Json, value: unknown): boolean {
  if (!isObject(rule)) return value === rule;
  const [operator, argument] = Object.entries(rule)[0] ?? [];
  switch (operator) {
    case "exists":
      return (value !== undefined) === argument;
    case "prefix":
      return typeof value === "string" && value.startsWith(String(argument));
    case "suffix":
      return typeof value === "string" && value.endsWith(String(argument));
    case "equals-ignore-case":
      return typeof value === "string" && value.toLowerCase() === String(argument).toLowerCase();
    case "anything-but":
      return (
        value !== undefined && !(Array.isArray(argument) ? argument : [argument ?? null]).some((excluded) => matchesRule(excluded, value))
      );
    case "numeric":
      return typeof value === "number" && Array.isArray(argument) && compareNumbers(value, argument);
    default:
      throw new Error(`FilterCriteria: operatore non riconosciuto: ${operator}`);
  }
}

/** True when `value` satisfies every part of `pattern`. Throws on an operator that Lambda would refuse too. */
export function matchesPattern(pattern: JsonObject, value: unknown): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    if (key === "$or" && Array.isArray(expected))
      return expected.some((alternative) => isObject(alternative) && matchesPattern(alternative, value));
    const actual: unknown = isObject(value) ? value[key] : undefined;
    if (Array.isArray(expected)) return expected.some((rule) => matchesRule(rule, actual));
    return isObject(expected) && matchesPattern(expected, actual);
  });
}

/** No filter lets everything through; several are alternatives. */
export function passesFilters(filters: JsonObject[], value: unknown): boolean {
  return filters.length === 0 || filters.some((pattern) => matchesPattern(pattern, value));
}
