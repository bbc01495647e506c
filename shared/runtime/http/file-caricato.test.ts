import { describe, expect, it } from "vitest";
import { readFileCaricato } from "./file-caricato.ts";

const modulo = (testo: string, confine = "x") =>
  readFileCaricato({ contentType: `multipart/form-data; boundary=${confine}`, contenuto: Buffer.from(testo) });
const parte = (intestazione: string, corpo: string): string => `--x\r\ncontent-disposition: form-data; ${intestazione}\r\n\r\n${corpo}\r\n`;

describe("an uploaded file", () => {
  it("is the body itself, with the name that its type may carry", () => {
    const esito = readFileCaricato({ contentType: 'Text/CSV; charset=utf-8; name="a/b.csv"', contenuto: Buffer.from("1") });
    expect(esito).toMatchObject({ ok: true, valore: { tipo: "text/csv", nome: "b.csv" } });
  });

  it.each([
    ["after other fields", `${parte('name="nota"', "ciao")}${parte('name="file"; filename="a.csv"', "1;2\r\n3;4")}--x--\r\n`, "1;2\r\n3;4"],
    ["with a text before the first part", `preambolo\r\n${parte('name="file"; filename=a.csv', "1")}--x--`, "1"],
    ["that holds something like a boundary", `${parte('name="file"; filename="a.csv"', "a\r\n--y\r\nb --x")}--x--`, "a\r\n--y\r\nb --x"],
    ["that is empty", `${parte('name="file"; filename="a.csv"', "")}--x--`, ""],
  ])("is found in a form %s", (_caso, testo, atteso) => {
    const esito = modulo(testo);
    expect(esito.ok && [esito.valore.nome, Buffer.from(esito.valore.contenuto).toString()]).toEqual(["a.csv", atteso]);
  });

  it.each([
    ["without a file", `${parte('name="nota"', "ciao")}--x--`, /manca il file/],
    ["with two", `${parte('name="a"; filename="a"', "1")}${parte('name="b"; filename="b"', "2")}--x--`, /un solo file/],
    ["cut in half", parte('name="file"; filename="a.csv"', "1").slice(0, -2), /manca il file/],
    ["with headers that never end", `--x\r\n${"a: b\r\n".repeat(2_000)}\r\n1\r\n--x--`, /manca il file/],
    ["of nothing", "", /manca il file/],
  ])("is not found in a form %s", (_caso, testo, attesa) => {
    expect(modulo(testo)).toEqual({ ok: false, errore: expect.stringMatching(attesa) });
  });

  it("is not looked for in a form that does not say its boundary", () => {
    expect(readFileCaricato({ contentType: "multipart/form-data", contenuto: Buffer.from("") })).toMatchObject({ ok: false });
  });
});
