import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTesto, encodeTesto } from "./codifica.ts";
import type { Codifica } from "./codifiche.ts";

const xml = (encoding: string, contenuto = "città €"): string => `<?xml version="1.0" encoding="${encoding}"?><a>${contenuto}</a>`;
const SENZA = "<a>è</a>";

describe("the encoding of a message", () => {
  it.each<[string, Codifica, string, string | undefined]>([
    ["UTF-8 by default", "UTF-8", SENZA, undefined],
    ["UTF-8 with its mark", "UTF-8", `\uFEFF${SENZA}`, "text/xml; charset=iso-8859-1"],
    ["UTF-8 said by the transport", "UTF-8", SENZA, 'text/xml; charset="UTF-8"'],
    ["UTF-8 said as US-ASCII", "UTF-8", SENZA, "text/xml;charset=us-ascii"],
    ["UTF-16 with the little-endian mark", "UTF-16LE", `\uFEFF${xml("UTF-16")}`, undefined],
    ["UTF-16 with the big-endian mark", "UTF-16BE", `\uFEFF${xml("UTF-16")}`, "text/xml; charset=utf-8"],
    ["UTF-16 without mark, little-endian", "UTF-16LE", xml("utf-16le"), undefined],
    ["UTF-16 without mark, big-endian", "UTF-16BE", xml("UTF-16"), undefined],
    ["ISO-8859-1 said by the document", "ISO-8859-1", xml("ISO-8859-1", "città"), "text/xml"],
    ["ISO-8859-1 said by the transport", "ISO-8859-1", SENZA, "text/xml; charset=ISO-8859-1"],
    ["ISO-8859-1 said by the document against the transport", "ISO-8859-1", xml("iso-8859-1", "città"), "text/xml; charset=utf-8"],
    ["an unknown transport and a known document", "UTF-8", xml("utf-8"), "text/xml; charset=x-strana"],
  ])("is recognised: %s", (_caso, codifica, testo, contentType) => {
    expect(decodeTesto(encodeTesto({ testo, codifica }), contentType)).toEqual({ ok: true, valore: { testo, codifica } });
  });

  it.each<[string, Uint8Array, string | undefined, string]>([
    ["bytes that are not UTF-8", Uint8Array.of(0x3c, 0xe8, 0x20), undefined, "non è codificato in UTF-8"],
    ["half a character of UTF-16", Uint8Array.of(0xff, 0xfe, 0x3c, 0x00, 0x41), undefined, "non è codificato in UTF-16LE"],
    ["a lone surrogate", Uint8Array.of(0xfe, 0xff, 0xd8, 0x00, 0x00, 0x41), undefined, "non è codificato in UTF-16BE"],
    ["an encoding that nobody uses", new TextEncoder().encode(xml("EBCDIC-CP-IT")), undefined, "codifica EBCDIC-CP-IT non ammessa"],
  ])("is refused: %s", (_caso, byte, contentType, motivo) => {
    const esito = decodeTesto(byte, contentType);
    expect(esito.ok ? "" : esito.errore).toContain(motivo);
  });

  it("gives back the same bytes, whatever they were", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(undefined, "text/xml; charset=iso-8859-1"), (byte, contentType) => {
        const letto = decodeTesto(byte, contentType);
        if (letto.ok) expect(encodeTesto(letto.valore)).toEqual(byte);
      }),
    );
  });
});
