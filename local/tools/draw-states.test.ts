import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CARTELLA_STATI, drawStati } from "./draw-states.ts";

const pagine = drawStati();

it("docs/states holds exactly the pages drawn from the tables", () => {
  expect(readdirSync(CARTELLA_STATI).sort()).toEqual([...pagine.keys()].sort());
});

it.each([...pagine])("docs/states/%s is the one drawn from the table", (file, testo) => {
  expect(readFileSync(join(CARTELLA_STATI, file), "utf8")).toBe(testo);
});
