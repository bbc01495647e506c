import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generateDocs } from "./generate-docs.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));

describe("i documenti generati", () => {
  it.each([...generateDocs()])("%s è quello che il registro genera (npm run docs)", (percorso, contenuto) => {
    expect(readFileSync(join(RADICE, percorso), "utf8")).toBe(contenuto);
  });
});
