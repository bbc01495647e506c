import { expect, it } from "vitest";
import { codiceAvvisoAGruppi } from "./formati.ts";

it("il codice avviso occupa 22 caratteri a gruppi di quattro", () => {
  expect(codiceAvvisoAGruppi("302000100000009424")).toBe("3020 0010 0000 0094 24");
});
