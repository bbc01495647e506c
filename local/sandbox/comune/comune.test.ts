import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openArchivio } from "./archivio.ts";
import { addGiorni, giornoDi, isGiorno, oraDiRoma } from "./date.ts";
import { formatImporto, parseImporto } from "./importi.ts";
import { parseXml, tag } from "./xml.ts";

describe("gli importi", () => {
  it("scritti e riletti sono gli stessi", () => {
    fc.assert(fc.property(fc.bigInt(0n, 99_999_999_999n), (centesimi) => parseImporto(formatImporto(centesimi)) === centesimi));
  });
  it.each(["1e3", "1,00", "1.005", "-1", "", " 1", "0x1"])("%j non è un importo", (testo) => {
    expect(parseImporto(testo)).toBeUndefined();
  });
});

describe("le date", () => {
  it.each([
    ["2026-03-28T23:30:00Z", "2026-03-29", "2026-03-29T00:30:00"],
    ["2026-03-29T01:30:00Z", "2026-03-29", "2026-03-29T03:30:00"],
    ["2026-10-24T22:30:00Z", "2026-10-25", "2026-10-25T00:30:00"],
    ["2026-12-31T23:00:00Z", "2027-01-01", "2027-01-01T00:00:00"],
  ])("%s a Roma è il %s", (istante, giorno, ora) => {
    expect([giornoDi(Date.parse(istante)), oraDiRoma(Date.parse(istante))]).toEqual([giorno, ora]);
  });
  it("i giorni si sommano attraverso i cambi d'ora e gli anni bisestili", () => {
    expect([addGiorni("2026-03-28", 1), addGiorni("2026-10-25", 1), addGiorni("2028-02-28", 1)]).toEqual([
      "2026-03-29",
      "2026-10-26",
      "2028-02-29",
    ]);
    expect([isGiorno("2027-02-29"), isGiorno("2028-02-29"), isGiorno("2026-2-9")]).toEqual([false, true, false]);
  });
});

describe("XML", () => {
  it("qualunque testo scritto si rilegge, tolti i caratteri che XML non ammette", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (testo) => {
        const scritto = tag("a", testo);
        const letto = scritto === "" ? "" : parseXml(scritto).testo;
        const atteso = [...testo].filter((c) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u.test(c)).join("");
        // Line ends are normalised by every XML reader (XML 1.0, 2.11).
        return letto === atteso.replace(/\r\n?/g, "\n");
      }),
    );
  });
  it.each([
    ["DOCTYPE", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ["entità sconosciuta", "<a>&b;</a>"],
    ["chiusura sbagliata", "<a><b></a></b>"],
    ["due radici", "<a/><b/>"],
    ["attributo ripetuto", '<a b="1" b="2"/>'],
    ["prefisso non dichiarato", "<p:a/>"],
    ["vuoto", ""],
    ["troppo profondo", `${"<a>".repeat(60)}${"</a>".repeat(60)}`],
    ["troppo lungo", `<a>${"x".repeat(2_000_001)}</a>`],
  ])("rifiuta: %s", (_caso, testo) => {
    expect(() => parseXml(testo)).toThrow();
  });
});

describe("l'archivio", () => {
  it("ritrova tutto dopo una riapertura, importi compresi, e una transazione fallita non lascia traccia", () => {
    const cartella = mkdtempSync(join(tmpdir(), "sandbox-"));
    const apri = () => openArchivio(join(cartella, "prova.sqlite"));
    const prima = apri();
    prima.raccolta<{ importo: bigint }>("cose").put("a", { importo: 123_456_789_012_345n }, { gruppo: "g" });
    expect(prima.next("n")).toBe(1);
    expect(() =>
      prima.transaction(() => {
        prima.raccolta<string>("cose").put("b", "persa");
        throw new Error("guasto");
      }),
    ).toThrow("guasto");
    // Not closed: as after a kill -9.
    const dopo = apri();
    expect(dopo.raccolta("cose").list()).toEqual([{ importo: 123_456_789_012_345n }]);
    expect(dopo.raccolta("cose").list("altro")).toEqual([]);
    expect(dopo.next("n")).toBe(2);
    prima.close();
    dopo.close();
    rmSync(cartella, { recursive: true });
  });
});
