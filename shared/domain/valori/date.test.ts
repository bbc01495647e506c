import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok } from "../esito.ts";
import {
  addGiorni,
  addMinuti,
  fineGiorno,
  giornoDi,
  giornoItaliano,
  inizioGiorno,
  isGiorno,
  isTrascorso,
  parseIstante,
  toIsoRoma,
} from "./date.ts";

const istante = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((data) => data.toISOString());
const giorno = istante.map((testo) => testo.slice(0, 10));

describe("days in Rome", () => {
  it.each([
    ["2026-01-15T22:59:59.999Z", "2026-01-15"],
    ["2026-01-15T23:00:00.000Z", "2026-01-16"],
    ["2026-07-15T21:59:59.999Z", "2026-07-15"],
    ["2026-07-15T22:00:00.000Z", "2026-07-16"],
    ["2026-03-28T23:00:00.000Z", "2026-03-29"],
    ["2026-03-29T22:00:00.000Z", "2026-03-30"],
    ["2026-10-25T22:59:59.999Z", "2026-10-25"],
    ["2999-12-31T12:00:00.000Z", "2999-12-31"],
  ])("%s falls on %s", (testo, atteso) => {
    expect(giornoDi(testo)).toBe(atteso);
  });

  it.each([
    ["2026-01-15", "2026-01-14T23:00:00.000Z", "2026-01-15T22:59:59.999Z", 24],
    ["2026-07-15", "2026-07-14T22:00:00.000Z", "2026-07-15T21:59:59.999Z", 24],
    ["2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z", 23],
    ["2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z", 25],
  ])("%s goes from %s to %s, %s hours", (testo, inizio, fine, ore) => {
    expect(inizioGiorno(testo)).toBe(inizio);
    expect(fineGiorno(testo)).toBe(fine);
    expect(Date.parse(fine) + 1 - Date.parse(inizio)).toBe(ore * 3_600_000);
  });

  it("hold every instant between their first and last", () => {
    fc.assert(
      fc.property(istante, (testo) => {
        const g = giornoDi(testo);
        expect(inizioGiorno(g) <= testo && testo <= fineGiorno(g)).toBe(true);
      }),
    );
  });

  it("follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(giorno, (g) => {
        expect(addMinuti(inizioGiorno(addGiorni(g, 1)), 0)).toBe(new Date(Date.parse(fineGiorno(g)) + 1).toISOString());
        expect(giornoDi(inizioGiorno(g))).toBe(g);
        expect(giornoDi(fineGiorno(g))).toBe(g);
      }),
    );
  });
});

describe("arithmetic", () => {
  it.each([
    ["2026-03-28", 1, "2026-03-29"],
    ["2026-03-29", 1, "2026-03-30"],
    ["2026-10-25", 1, "2026-10-26"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-01-31", 30, "2026-03-02"],
  ])("%s and %s days is %s", (testo, giorni, atteso) => {
    expect(addGiorni(testo, giorni)).toBe(atteso);
  });

  it("adds and takes away the same days", () => {
    fc.assert(
      fc.property(giorno, fc.integer({ min: -4000, max: 4000 }), (g, n) => {
        expect(addGiorni(addGiorni(g, n), -n)).toBe(g);
      }),
    );
  });

  it("adds minutes across the change of hour as real time", () => {
    expect(addMinuti("2026-03-29T00:59:00.000Z", 2)).toBe("2026-03-29T01:01:00.000Z");
  });
});

describe("isGiorno", () => {
  it.each(["2026-01-01", "2028-02-29", "2999-12-31", "0001-01-01"])("accepts %s", (testo) => {
    expect(isGiorno(testo)).toBe(true);
  });

  it.each([
    "",
    "2026-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "01/02/2026",
    "2026-01-01T00:00:00Z",
    "2026-01-01Z",
    "0000-01-01",
  ])("refuses %j", (testo) => {
    expect(isGiorno(testo)).toBe(false);
  });
});

describe("parseIstante", () => {
  it.each([
    ["2026-07-15T10:00:00Z", "2026-07-15T10:00:00.000Z"],
    ["2026-07-15T10:00:00.5Z", "2026-07-15T10:00:00.500Z"],
    ["2026-07-15T10:00:00.123456789Z", "2026-07-15T10:00:00.123Z"],
    ["2026-07-15T10:00:00+02:00", "2026-07-15T08:00:00.000Z"],
    ["2026-07-15T10:00:00.000+0200", "2026-07-15T08:00:00.000Z"],
    ["2026-07-15T23:30:00-05:30", "2026-07-16T05:00:00.000Z"],
    ["2026-07-15T10:00", "2026-07-15T08:00:00.000Z"],
    ["2026-01-15T10:00:00", "2026-01-15T09:00:00.000Z"],
    ["2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z"],
    ["2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:00:00", "2026-10-25T02:00:00.000Z"],
  ])("reads %s as %s", (testo, atteso) => {
    expect(parseIstante(testo)).toEqual(ok(atteso));
  });

  it.each([
    "",
    "2026-07-15",
    "2026-02-30T10:00:00Z",
    "2026-07-15T24:00:00Z",
    "2026-07-15T10:60:00Z",
    "2026-07-15T10:00:60Z",
    "2026-07-15 10:00:00Z",
    "2026-07-15T10:00:00+15:00",
    "2026-07-15T10:00:00z",
    "12026-07-15T10:00:00Z",
    "2026-07-15T10:00:00Z\n",
  ])("refuses %j naming the field", (testo) => {
    expect(parseIstante(testo, "dataOraFlusso")).toMatchObject({ ok: false, errore: expect.stringContaining("dataOraFlusso") });
  });
});

describe("toIsoRoma", () => {
  it.each([
    ["2026-03-29T00:59:59.999Z", "2026-03-29T01:59:59.999+01:00"],
    ["2026-03-29T01:00:00.000Z", "2026-03-29T03:00:00.000+02:00"],
    ["2026-10-25T00:59:59.999Z", "2026-10-25T02:59:59.999+02:00"],
    ["2026-10-25T01:00:00.000Z", "2026-10-25T02:00:00.000+01:00"],
  ])("writes %s as %s", (testo, atteso) => {
    expect(toIsoRoma(testo)).toBe(atteso);
  });

  it("is read back as the same instant", () => {
    fc.assert(
      fc.property(istante, (testo) => {
        expect(parseIstante(toIsoRoma(testo))).toEqual(ok(testo));
      }),
    );
  });
});

it("a day is over only when the next has begun", () => {
  expect(isTrascorso("2026-03-29", "2026-03-29")).toBe(false);
  expect(isTrascorso("2026-03-29", "2026-03-30")).toBe(true);
  expect(isTrascorso("2026-12-31", "2026-03-30")).toBe(false);
});

it("writes a day as people read it", () => {
  expect(giornoItaliano("2026-03-29")).toBe("29/03/2026");
});

it("throws on an instant that no port may have given", () => {
  expect(() => giornoDi("ieri")).toThrow(RangeError);
});
