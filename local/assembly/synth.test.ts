import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { digestInputs } from "./digest.ts";
import { synthesize } from "./synth.ts";

const root = mkdtempSync(join(tmpdir(), "sintesi-"));
const out = join(root, "uscita");
const APP = `import { mkdirSync, writeFileSync } from "node:fs";
const dir = process.env.CDK_OUTDIR;
mkdirSync(dir, { recursive: true });
writeFileSync(dir + "/manifest.json", JSON.stringify({ artifacts: {}, contesto: process.env.CDK_CONTEXT_JSON }));`;
const write = (file: string, text: string): void => writeFileSync(join(root, file), text);

beforeEach(() => {
  for (const folder of ["infra", "functions", "shared"]) mkdirSync(join(root, folder), { recursive: true });
  write("cdk.json", '{"context":{"controlli":true}}');
  write("infra/app.ts", APP);
  write("functions/a.ts", "1");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("digest of the sources", () => {
  it("changes with a source, not with a test", () => {
    const before = digestInputs(root);
    write("functions/a.test.ts", "prova");
    expect(digestInputs(root)).toBe(before);
    write("functions/a.ts", "2");
    expect(digestInputs(root)).not.toBe(before);
  });

  it("changes with the context of the local machine, which no source folder holds", () => {
    expect(digestInputs(root, '{"autenticazioneNodo":"basic,ssl"}')).not.toBe(digestInputs(root, "{}"));
  });

  it("changes when a file only moves", () => {
    const before = digestInputs(root);
    rmSync(join(root, "functions/a.ts"));
    write("functions/b.ts", "1");
    expect(digestInputs(root)).not.toBe(before);
  });
});

describe("synthesis", () => {
  it("is done once for the same sources", async () => {
    const first = await synthesize(root, out);
    write("infra/app.test.ts", "");
    expect(await synthesize(root, out)).toBe(first);
    expect(existsSync(join(first, "manifest.json"))).toBe(true);
  });

  it("keeps the latest results only", async () => {
    for (const version of ["3", "4", "5", "6"]) {
      write("functions/a.ts", version);
      await synthesize(root, out);
    }
    expect(readdirSync(out).length).toBe(3);
  });

  it("keeps the one just made, even where the others say that they are younger", async () => {
    const domani = Date.now() / 1_000 + 86_400;
    for (const name of readdirSync(out)) utimesSync(join(out, name), domani, domani);
    write("functions/a.ts", "7");
    expect(existsSync(join(await synthesize(root, out), "manifest.json"))).toBe(true);
  });

  it("fails with the application's own words and leaves nothing behind", async () => {
    write("infra/app.ts", 'throw new Error("manca il file functions/x.ts");');
    await expect(synthesize(root, out)).rejects.toThrow(
      /La sintesi dell'infrastruttura non è riuscita[\s\S]*manca il file functions\/x\.ts/,
    );
    expect(readdirSync(out).filter((name) => name.includes("."))).toEqual([]);
  });
});
