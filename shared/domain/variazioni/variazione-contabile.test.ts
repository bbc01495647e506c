/** A reader takes only what follows, link by link, from where it was. */
import { expect, it } from "vitest";
import { chainSegmenti, type PostoVariazioni } from "./variazione-contabile.ts";

const segmento = (id: string, precedente: string) => ({ id, precedente, variazioni: [] });
const catena = [segmento("2", "1"), segmento("3", "2"), segmento("4", "3")];

it.each<[string, PostoVariazioni, string[], string[] | undefined]>([
  ["all that follows the segment it was in", { segmento: "2", lette: 1 }, ["2", "3", "4"], ["2", "3", "4"]],
  ["nothing of a place that is gone", { segmento: "2", lette: 1 }, ["3", "4"], undefined],
  ["nothing of a place when there is nothing left", { segmento: "2", lette: 1 }, [], undefined],
  ["what comes before the first hole", { segmento: "2", lette: 1 }, ["2", "4"], ["2"]],
  ["from an instant, the first that comes after it", { da: "1.5" }, ["2", "3"], ["2", "3"]],
  ["from an instant, nothing when one that came after it is not visible yet", { da: "1.5" }, ["3", "4"], []],
  ["from an instant, nothing when nothing came", { da: "9" }, [], []],
])("%s", (_nome, posto, visti, attesi) => {
  const letti = catena.filter(({ id }) => visti.includes(id));
  expect(chainSegmenti(posto, letti)?.map(({ id }) => id)).toEqual(attesi);
});
