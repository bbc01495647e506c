import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { REPOSITORY } from "./fixture/synth.ts";

const elenco = z.record(z.string(), z.string());
const Pacchetto = z.object({ dependencies: elenco, devDependencies: elenco, optionalDependencies: elenco.optional() });

describe("docs/dependencies.md", () => {
  const { dependencies, devDependencies, optionalDependencies } = Pacchetto.parse(
    JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")),
  );
  const dichiarate = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort();
  const righe = readFileSync(join(REPOSITORY, "docs/dependencies.md"), "utf8").split("\n");
  const spiegate = righe.flatMap((riga) => [...(riga.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, nome]) => nome ?? "")).sort();

  it("spiega ogni dipendenza, e nessuna che non c'è più", () => {
    expect(spiegate).toEqual(dichiarate);
  });
});
