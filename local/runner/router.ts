/** Finds the route of a request as an HTTP API does: the most specific wins, segment by segment, and a greedy path comes last. */
import type { RouteSpec } from "../assembly/types.ts";

export interface Match {
  route: RouteSpec;
  pathParameters: Record<string, string>;
}

interface Compiled {
  route: RouteSpec;
  pattern: RegExp;
  names: string[];
  rank: string;
}

function compile(route: RouteSpec): Compiled {
  const names: string[] = [];
  const segments = route.path.split("/").map((segment) => {
    const parameter = /^\{([^}+]+)(\+?)\}$/.exec(segment);
    if (parameter === null) return { text: RegExp.escape(segment), rank: "0" };
    names.push(parameter[1] ?? "");
    return parameter[2] === "+" ? { text: "(.+)", rank: "2" } : { text: "([^/]+)", rank: "1" };
  });
  const methodRank = route.method === "ANY" ? "1" : "0";
  return {
    route,
    names,
    pattern: new RegExp(`^${segments.map(({ text }) => text).join("/")}$`),
    rank: segments.map(({ rank }) => rank).join("") + methodRank,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Compiles the routes once; the result is called for each request with the path still encoded. */
export function createRouter(routes: RouteSpec[]): (method: string, path: string) => Match | undefined {
  const compiled = routes.map(compile).sort((one, other) => one.rank.localeCompare(other.rank));
  return (method, path) => {
    for (const { route, pattern, names } of compiled) {
      if (route.method !== method && route.method !== "ANY") continue;
      const found = pattern.exec(path);
      if (found === null) continue;
      const pathParameters = Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? "")]));
      return { route, pathParameters };
    }
    return undefined;
  };
}
