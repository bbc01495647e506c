/** The search goes back a day from what was seen, and never before what pagoPA keeps. */
import { expect, it } from "vitest";
import { cercaDopo } from "./segnalibro.ts";

const ADESSO = "2026-11-25T09:00:00.000Z";

it.each([
  ["la prima volta cerca in tutta la finestra", undefined, undefined],
  ["un giorno prima dell'ultima pubblicazione vista", "2026-11-24T20:00:00.000Z", "2026-11-23T20:00:00.000Z"],
  ["oltre trenta giorni lascia a pagoPA l'inizio della finestra", "2026-10-01T00:00:00.000Z", undefined],
  ["sul bordo sta un giorno dentro", "2026-10-28T00:00:00.000Z", "2026-10-27T00:00:00.000Z"],
  ["appena fuori dal bordo", "2026-10-27T23:59:59.999Z", undefined],
])("%s", (_caso, ultima, attesa) => {
  expect(cercaDopo(ultima, ADESSO)).toBe(attesa);
});
