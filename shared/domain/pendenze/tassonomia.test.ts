import { describe, expect, it } from "vitest";
import { checkTassonomia } from "./tassonomia.ts";
import { ELENCO, FINE_VALIDITA, MOTIVI } from "./tassonomia-elenco.ts";

const OGGI = "2026-11-25";

describe("a code of the pagoPA taxonomy", () => {
  it.each([
    ["9/0101100IM/", undefined],
    ["9/0101100IM/IMU-2026", undefined],
    ["9/0101101TS/", "TASSONOMIA_IGNOTA"],
    ["9/0101100TS/", "TASSONOMIA_IGNOTA"],
    ["9/0101199IM/", "TASSONOMIA_IGNOTA"],
    ["9/9901100IM/", "TASSONOMIA_IGNOTA"],
    ["0/0101100IM/", "TASSONOMIA_IGNOTA"],
    ["6/0101100IM/", undefined],
    ["7/0101100IM/", undefined],
    ["8/0101100IM/", undefined],
    ["9/0101100IMX", "TASSONOMIA_IGNOTA"],
    ["9/0115119AP/", "TASSONOMIA_NON_VALIDA"],
    ["", "TASSONOMIA_IGNOTA"],
    ["9/constructor", "TASSONOMIA_IGNOTA"],
  ])("%s: %s", (categoria, atteso) => {
    expect(checkTassonomia("voci.0", categoria, OGGI)?.codice).toBe(atteso);
  });

  it("is told with its field and the edition of the list, or the last day it was good", () => {
    expect(checkTassonomia("voci.1", "9/xyz", OGGI)?.dettaglio).toBe("voci.1: 9/xyz non è nell'elenco, versione 33 del 2023-07-03");
    const fine = FINE_VALIDITA["0115119AP"] ?? "";
    expect(checkTassonomia("voci.0", "9/0115119AP/", OGGI)?.dettaglio).toBe(`voci.0: 9/0115119AP/ valeva fino al ${fine}`);
    expect(checkTassonomia("voci.0", "9/0115119AP/", fine)).toBeUndefined();
  });

  it("is in a list of 623, each with a legal reason that exists", () => {
    const lettere = Object.values(ELENCO).join("").replaceAll("-", "");
    expect(lettere).toHaveLength(623);
    expect([...lettere].filter((lettera) => !(lettera in MOTIVI))).toEqual([]);
  });
});
