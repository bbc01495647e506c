/** The check at the moment of connecting, with a resolver that we hold: a name may lead anywhere, and change its mind between one question and the next. */
import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { createLookupEsterno } from "./scambio.ts";

const lookup = (trovati: readonly string[], all: boolean): Promise<string | LookupAddress[]> => {
  const esterno = createLookupEsterno((_host, _opzioni, fatto) =>
    fatto(
      null,
      trovati.map((address) => ({ address, family: 4 })),
    ),
  );
  return new Promise((resolve, reject) =>
    esterno("gestionale.prova.it", { all }, (errore, indirizzo) => (errore ? reject(errore) : resolve(indirizzo))),
  );
};

describe("the addresses handed to a connection", () => {
  it.each([
    [["93.184.216.34"], ["93.184.216.34"]],
    [
      ["127.0.0.1", "93.184.216.34", "10.0.0.1", "8.8.8.8"],
      ["93.184.216.34", "8.8.8.8"],
    ],
  ])("of %j are %j", async (trovati, attesi) => {
    expect(await lookup(trovati, true)).toEqual(attesi.map((address) => ({ address, family: 4 })));
    expect(await lookup(trovati, false)).toBe(attesi[0]);
  });

  it.each([[["10.0.0.1", "169.254.169.254"]], [["127.0.0.1"]], [[]]])("of %j are none: the connection is not made", async (trovati) => {
    await expect(lookup(trovati, true)).rejects.toMatchObject({ code: "EINTERNO" });
    await expect(lookup(trovati, false)).rejects.toMatchObject({ code: "EINTERNO" });
  });

  it("a name that does not exist stays so", async () => {
    const esterno = createLookupEsterno((_host, _opzioni, fatto) => fatto(Object.assign(new Error("assente"), { code: "ENOTFOUND" }), []));
    const errore = await new Promise((resolve) => esterno("assente.prova.it", {}, resolve));
    expect(errore).toMatchObject({ code: "ENOTFOUND" });
  });
});
