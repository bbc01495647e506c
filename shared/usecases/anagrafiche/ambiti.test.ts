import { describe, expect, it } from "vitest";
import type { AmbitoDomini, AmbitoTipi } from "../../domain/anagrafiche/applicazione.ts";
import { checkComune, coversAmbiti } from "./ambiti.ts";
import { AMMINISTRATORE } from "./prove/registro.ts";

const d = (idDominio: string, ...unitaOperative: string[]) => ({ idDominio, ...(unitaOperative.length > 0 && { unitaOperative }) });

describe("coversAmbiti", () => {
  const casi: readonly (readonly [string, AmbitoDomini, AmbitoTipi, AmbitoDomini, AmbitoTipi, boolean])[] = [
    ["everything over everything", "*", "*", "*", "*", true],
    ["some creditors over everything", [d("A")], "*", "*", "*", false],
    ["some creditors over some of them", [d("A"), d("B")], "*", [d("A")], "*", true],
    ["some creditors over others", [d("A")], "*", [d("A"), d("B")], "*", false],
    ["some creditors over nobody", [d("A")], "*", [], [], true],
    ["a whole creditor over one of its units", [d("A")], "*", [d("A", "U")], "*", true],
    ["one unit over the whole creditor", [d("A", "U")], "*", [d("A")], "*", false],
    ["two units over one of them", [d("A", "U", "V")], "*", [d("A", "U")], "*", true],
    ["one unit over another", [d("A", "U")], "*", [d("A", "V")], "*", false],
    ["some types over all", "*", ["T"], "*", "*", false],
    ["some types over one of them", "*", ["T", "S"], "*", ["T"], true],
    ["some types over another", "*", ["T"], "*", ["S"], false],
  ];
  it.each(casi)("%s", (_caso, domini, tipiPendenza, suoiDomini, suoiTipi, atteso) => {
    expect(coversAmbiti({ ...AMMINISTRATORE, domini, tipiPendenza }, { domini: suoiDomini, tipiPendenza: suoiTipi })).toBe(atteso);
  });
});

describe("checkComune", () => {
  it("lets through only who works for every creditor", () => {
    expect(checkComune(AMMINISTRATORE)).toBeUndefined();
    expect(checkComune({ ...AMMINISTRATORE, domini: [d("A")] })).toMatchObject({ ok: false, errore: { codice: "NON_AUTORIZZATO" } });
  });
});
