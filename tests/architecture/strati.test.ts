/** The layer rules bite: small trees that break one each are reported. Without this a rule that matches nothing would look like a clean tree. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RADICE } from "./sorgenti.ts";

const { forbidden, options }: { forbidden: NonNullable<IFlattenedRuleSet["forbidden"]>; options: object } = createRequire(import.meta.url)(
  join(RADICE, ".dependency-cruiser.cjs"),
);

const MONDO: Readonly<Record<string, string>> = {
  "shared/domain/a.ts": "export const a = 1;\n",
  "shared/domain/b.ts": "export type B = string;\n",
  "shared/ports/porta.ts": "export interface Porta {}\n",
  "shared/usecases/uso.ts": "export const uso = 1;\n",
  "shared/adapters/memory/m.ts": "export const m = 1;\n",
  "shared/contracts/c.ts": "export const c = 1;\n",
  "shared/contracts/index.ts": 'export { c } from "./c.ts";\n',
  "shared/presenters/p.ts": "export const p = 1;\n",
  "shared/runtime/r.ts": "export const r = 1;\n",
  "functions/f.ts": "export const handler = 1;\n",
  "infra/i.ts": "export const i = 1;\n",
};

/** Who imports whom against the rule, and the rule that must say so. */
const VIOLAZIONI: readonly (readonly [string, string, string])[] = [
  ["domain-imports-nothing", "shared/domain/x.ts", "../ports/porta.ts"],
  ["domain-imports-nothing", "shared/domain/x.ts", "node:crypto"],
  ["ports-know-domain", "shared/ports/x.ts", "../contracts/c.ts"],
  ["usecases-know-domain-and-ports", "shared/usecases/x.ts", "../adapters/memory/m.ts"],
  ["usecases-know-domain-and-ports", "shared/usecases/x.ts", "../contracts/c.ts"],
  ["usecases-know-domain-and-ports", "shared/usecases/x.ts", "node:fs"],
  ["contracts-are-data-and-zod", "shared/contracts/x.ts", "../domain/a.ts"],
  ["presenters-know-domain-ports-contracts", "shared/presenters/x.ts", "../usecases/uso.ts"],
  ["adapters-know-domain-ports-tables", "shared/adapters/memory/x.ts", "../../usecases/uso.ts"],
  ["adapters-know-domain-ports-tables", "shared/adapters/memory/x.ts", "../../contracts/c.ts"],
  ["only-wiring-builds-adapters", "shared/runtime/x.ts", "../adapters/memory/m.ts"],
  ["functions-are-wiring", "functions/x.ts", "../shared/adapters/memory/m.ts"],
  ["functions-are-wiring", "functions/x.ts", "../shared/ports/porta.ts"],
  ["entries-never-import-the-registry", "functions/x.ts", "../shared/contracts/index.ts"],
  ["infra-sees-only-contracts", "infra/x.ts", "../shared/domain/a.ts"],
  ["product-never-imports-tools", "shared/runtime/x.ts", "../../infra/i.ts"],
  ["no-cycles", "shared/domain/a.ts", "./a.ts"],
];

describe("the layer rules", () => {
  let radice = "";
  const write = (percorso: string, testo: string): void => {
    mkdirSync(dirname(join(radice, percorso)), { recursive: true });
    writeFileSync(join(radice, percorso), testo);
  };
  /** Names of the rules broken, but for the orphans that such a small world is full of. */
  const check = async (): Promise<string[]> => {
    const { output } = await cruise(["functions", "shared", "infra"], {
      ...options,
      tsConfig: {},
      baseDir: radice,
      ruleSet: { forbidden },
      validate: true,
    });
    const { summary }: Pick<ICruiseResult, "summary"> = typeof output === "string" ? JSON.parse(output) : output;
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].filter((nome) => nome !== "no-orphans").sort();
  };

  beforeAll(() => {
    radice = mkdtempSync(join(tmpdir(), "strati-"));
    for (const [percorso, testo] of Object.entries(MONDO)) write(percorso, testo);
  });
  afterAll(() => rmSync(radice, { recursive: true, force: true }));

  it("say nothing of a tree that respects them", async () => {
    write(
      "shared/usecases/x.ts",
      'import { a } from "../domain/a.ts";\nimport type { Porta } from "../ports/porta.ts";\nexport const x = (p: Porta) => [a, p];\n',
    );
    expect(await check()).toEqual([]);
    rmSync(join(radice, "shared/usecases/x.ts"));
  });

  it.each(VIOLAZIONI)("%s: %s may not import %s", async (regola, chi, cosa) => {
    write(chi, `import * as altro from "${cosa}";\nexport const a = altro;\n`);
    const violate = await check();
    rmSync(join(radice, chi));
    const originale = MONDO[chi];
    if (originale !== undefined) write(chi, originale);
    expect(violate).toContain(regola);
  });

  it("see the imports of types too", async () => {
    write("shared/domain/x.ts", 'import type { Porta } from "../ports/porta.ts";\nexport type X = Porta;\n');
    expect(await check()).toContain("domain-imports-nothing");
    rmSync(join(radice, "shared/domain/x.ts"));
  });
});
