import { expect, it } from "vitest";
import { attesaDopo } from "./riprova.ts";

it.each([
  [1, 60],
  [2, 240],
  [10, 6000],
  [26, 40_560],
  [27, 43_200],
  [1000, 43_200],
])("waits after attempt %i for %i seconds", (tentativi, secondi) => {
  expect(attesaDopo(tentativi)).toBe(secondi);
});
