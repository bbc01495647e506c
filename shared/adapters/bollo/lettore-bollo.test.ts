/** Stamps good and bad: whoever touches a signed byte, or makes the signature cover something else, is found out. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFirma,
  buildDocumento,
  buildFirma,
  createIdentita,
  ESCLUSIVA,
  IMPRONTA,
  INCLUSIVA,
  inBase64,
} from "../../../tests/sostegno/bolli.ts";
import { readBollo } from "./lettore-bollo.ts";

const IDENTITA = createIdentita();
const DOCUMENTO = buildDocumento();
const FIRMA = buildFirma(DOCUMENTO, IDENTITA);
const BOLLO = addFirma(DOCUMENTO, FIRMA);
const BUSTA = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const leggi = (xml: string) => readBollo(inBase64(xml));
const firmaDi = (xml: string): string | undefined => {
  const letto = leggi(xml);
  if (!letto.ok) return `illeggibile: ${letto.errore}`;
  return letto.valore.firma.ok ? undefined : letto.valore.firma.errore;
};

describe("una marca da bollo", () => {
  it("dice numero, importo, documento e chi l'ha firmata", () => {
    expect(leggi(BOLLO)).toEqual({
      ok: true,
      valore: {
        iubd: "00000000000001",
        codiceFiscalePsp: "99001000019",
        denominazionePsp: "Banca di prova",
        oraAcquisto: "2026-11-25T09:00:00.000Z",
        importo: 1600n,
        impronta: IMPRONTA,
        firma: { ok: true, valore: { soggetto: "CN=PSP di prova" } },
      },
    });
  });

  it.each([
    ["forma esclusiva", {}],
    ["forma inclusiva", { canonica: INCLUSIVA }],
    ["documento in forma inclusiva", { trasformazioni: [BUSTA, INCLUSIVA] }],
    ["senza dire la forma del documento", { trasformazioni: [BUSTA] }],
  ])("firmata in %s è valida", (_caso, opzioni) => {
    expect(firmaDi(addFirma(DOCUMENTO, buildFirma(DOCUMENTO, IDENTITA, opzioni)))).toBeUndefined();
  });

  it("scritta in un altro modo con lo stesso significato resta valida", () => {
    const altra = BOLLO.replaceAll("></DigestMethod>", "/>")
      .replaceAll("></ds:DigestMethod>", "/>")
      .replace(/Algorithm="([^"]*xmlenc#sha256)"/, "Algorithm='$1'");
    expect(altra).not.toBe(BOLLO);
    expect(firmaDi(`<?xml version="1.0" encoding="UTF-8"?>\n${altra}`)).toBeUndefined();
  });

  it("cambiata in un carattere qualunque del suo contenuto non passa", () => {
    const posti = [...DOCUMENTO.matchAll(/>([^<]+)</g)].map((trovato) => trovato.index + 1);
    fc.assert(
      fc.property(fc.constantFrom(...posti), fc.constantFrom("0", "9", "x"), (posto, carattere) => {
        const alterata = `${BOLLO.slice(0, posto)}${carattere}${BOLLO.slice(posto + 1)}`;
        fc.pre(alterata !== BOLLO);
        expect(firmaDi(alterata)).toBeDefined();
      }),
    );
  });

  it.each<[string, string, string]>([
    ["firmata da un altro", BOLLO.replace(IDENTITA.certificato, createIdentita().certificato), "non corrisponde al certificato"],
    ["senza certificato", BOLLO.replace(/<ds:X509Data>.*<\/ds:X509Data>/, ""), "certificato leggibile"],
    ["con un certificato guasto", BOLLO.replace(IDENTITA.certificato, "AAAA"), "certificato leggibile"],
    ["con una chiave corta", addFirma(DOCUMENTO, buildFirma(DOCUMENTO, createIdentita(undefined, 1024))), "chiave del certificato"],
    [
      "con un certificato scaduto",
      addFirma(DOCUMENTO, buildFirma(DOCUMENTO, createIdentita({ da: "20200101000000Z", a: "20250101000000Z" }))),
      "non era valido",
    ],
    ["firmata con SHA-1", addFirma(DOCUMENTO, buildFirma(DOCUMENTO, IDENTITA, { metodo: "rsa-sha1" })), "algoritmi non ammessi"],
    ["che firma niente", addFirma(DOCUMENTO, buildFirma(DOCUMENTO, IDENTITA, { senzaDocumento: true })), "numero di riferimenti"],
    [
      "con una trasformazione che sceglie che cosa coprire",
      addFirma(DOCUMENTO, buildFirma(DOCUMENTO, IDENTITA, { trasformazioni: [BUSTA, "http://www.w3.org/TR/1999/REC-xpath-19991116"] })),
      "trasformazioni o impronte",
    ],
    [
      "con la forma prima della busta",
      addFirma(DOCUMENTO, buildFirma(DOCUMENTO, IDENTITA, { trasformazioni: [ESCLUSIVA, BUSTA] })),
      "trasformazioni",
    ],
    ["con due SignedInfo", BOLLO.replace(/(<ds:SignedInfo>.*<\/ds:SignedInfo>)/s, "$1$1"), "un solo SignedInfo"],
    ["con due SignatureValue", BOLLO.replace(/(<ds:SignatureValue>.*<\/ds:SignatureValue>)/s, "$1$1"), "un solo SignedInfo"],
    ["che copre un elemento di cui non si sa il posto", BOLLO.replace('URI=""', 'URI="#altrove"'), "non è dove dovrebbe"],
  ])("%s non è valida", (_caso, xml, motivo) => {
    expect(firmaDi(xml)).toContain(motivo);
  });

  it("avvolta in un'altra, o con una seconda firma, non è una marca", () => {
    const falso = buildDocumento({ impronta: "ZmFsc28=", iubd: "falso" });
    const dentro = falso.replace("</marcaDaBollo>", `<x>${BOLLO}</x></marcaDaBollo>`);
    const oggetto = addFirma(falso, FIRMA.replace("</ds:Signature>", `<ds:Object>${BOLLO}</ds:Object></ds:Signature>`));
    const doppia = addFirma(BOLLO, FIRMA);
    for (const xml of [dentro, oggetto, doppia]) expect(firmaDi(xml)).toContain("illeggibile");
  });

  it.each<[string, string]>([
    ["un DOCTYPE", `<!DOCTYPE x [<!ENTITY e "1">]>${BOLLO}`],
    ["un commento nell'impronta", BOLLO.replace("<ds:DigestValue>", "<ds:DigestValue><!-- x -->")],
    ["un'istruzione", `<?x y?>${BOLLO}`],
    ["un altro elemento", BOLLO.replace("<TipoBollo>", "<Altro></Altro><TipoBollo>")],
    ["un elemento in meno", BOLLO.replace("<TipoBollo>01</TipoBollo>", "")],
    ["un tipo sconosciuto", BOLLO.replace("<TipoBollo>01", "<TipoBollo>02")],
    ["un altro namespace", BOLLO.replace("2014/MarcaDaBollo", "2015/MarcaDaBollo")],
    ["XML a metà", BOLLO.slice(0, 500)],
    ["nulla", ""],
    ["mille livelli", `${"<a>".repeat(1000)}${"</a>".repeat(1000)}`],
  ])("con %s non è leggibile", (_caso, xml) => {
    expect(leggi(xml).ok).toBe(false);
  });

  it("con byte che non sono testo, o troppi, non è leggibile", () => {
    expect(readBollo(Buffer.from([0xff, 0xfe, 0xff]).toString("base64"))).toMatchObject({ ok: false });
    expect(readBollo(inBase64(" ".repeat(100_001)))).toMatchObject({ ok: false });
  });
});
