/** Stamps good and bad: whoever touches a signed byte, or makes the signature cover something else, is found out. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFirma,
  buildDocumento,
  buildFirma,
  createIdentita,
  ESCLUSIVA,
  type IdentitaDiProva,
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
const leggi = (xml: string, emittenti: readonly string[] = []) => readBollo(inBase64(xml), emittenti);
const SCADUTA = { da: "20200101000000Z", a: "20250101000000Z" };
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
    ["con una chiave corta", addFirma(DOCUMENTO, buildFirma(DOCUMENTO, createIdentita({ bit: 1024 }))), "chiave del certificato"],
    ["con un certificato scaduto", addFirma(DOCUMENTO, buildFirma(DOCUMENTO, createIdentita({ validita: SCADUTA }))), "non era valido"],
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
    expect(readBollo(Buffer.from([0xff, 0xfe, 0xff]).toString("base64"), [])).toMatchObject({ ok: false });
    expect(leggi(" ".repeat(100_001))).toMatchObject({ ok: false });
  });
});

describe("la catena del certificato di una marca", () => {
  const RADICE = createIdentita({ comune: "Radice", autorita: true });
  const INTERMEDIA = createIdentita({ comune: "CA bolli", emittente: RADICE, autorita: true });
  const PSP = createIdentita({ emittente: INTERMEDIA });
  const OMONIMA = createIdentita({ comune: "CA bolli", autorita: true });
  const catenaDi = (identita: IdentitaDiProva, emittenti: readonly IdentitaDiProva[], ...prima: readonly IdentitaDiProva[]) => {
    const firma = buildFirma(DOCUMENTO, identita, { prima: prima.map(({ certificato }) => certificato) });
    const letto = leggi(
      addFirma(DOCUMENTO, firma),
      emittenti.map(({ pem }) => pem),
    );
    return letto.ok && letto.valore.firma.ok ? letto.valore.firma.valore.catena : letto;
  };

  it.each<[string, IdentitaDiProva, readonly IdentitaDiProva[], readonly IdentitaDiProva[], string]>([
    ["dell'emittente fidato", PSP, [INTERMEDIA], [], "CN=CA bolli"],
    ["attraverso l'intermedia che la marca porta, in qualunque ordine", PSP, [RADICE], [RADICE, INTERMEDIA], "CN=Radice"],
    ["con un omonimo prima di quello vero", PSP, [OMONIMA, INTERMEDIA], [OMONIMA], "CN=CA bolli"],
    ["di un PSP di cui ci si fida direttamente", IDENTITA, [RADICE, IDENTITA], [], "CN=PSP di prova"],
  ])("%s risale", (_caso, identita, emittenti, prima, cima) => {
    expect(catenaDi(identita, emittenti, ...prima)).toEqual({ ok: true, valore: cima });
  });

  const SENZA_AUTORITA = createIdentita({ comune: "CA bolli" });
  const VECCHIA = createIdentita({ comune: "CA bolli", emittente: RADICE, autorita: true, validita: SCADUTA });
  const CORTA = createIdentita({ comune: "CA bolli", autorita: true, bit: 1024 });
  const GIRO_A = createIdentita({ comune: "A", autorita: true });
  const GIRO_B = createIdentita({ comune: "B", emittente: GIRO_A, autorita: true });
  it.each<[string, IdentitaDiProva, readonly IdentitaDiProva[], readonly IdentitaDiProva[]]>([
    ["firmata da sé", IDENTITA, [RADICE], []],
    ["di una CA che ha solo il nome di quella fidata", createIdentita({ emittente: OMONIMA }), [INTERMEDIA], [OMONIMA]],
    ["senza l'intermedia", PSP, [RADICE], []],
    ["di chi non può emettere certificati", createIdentita({ emittente: SENZA_AUTORITA }), [SENZA_AUTORITA], []],
    ["di un'intermedia scaduta all'acquisto", createIdentita({ emittente: VECCHIA }), [RADICE], [VECCHIA]],
    ["di un emittente fidato scaduto all'acquisto", createIdentita({ emittente: VECCHIA }), [VECCHIA], []],
    ["di un emittente con una chiave corta", createIdentita({ emittente: CORTA }), [CORTA], []],
    ["di autorità che si firmano da sole", createIdentita({ emittente: GIRO_B }), [RADICE], [GIRO_A, GIRO_B]],
  ])("%s non risale", (_caso, identita, emittenti, prima) => {
    expect(catenaDi(identita, emittenti, ...prima)).toMatchObject({
      ok: false,
      errore: expect.stringContaining("non risale a un emittente fidato"),
    });
  });

  it("non si sa dove nessuno ha detto di chi fidarsi; un PEM guasto non è nessuno", () => {
    expect(catenaDi(PSP, [])).toBeUndefined();
    const guasto = { ...RADICE, pem: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" };
    expect(catenaDi(PSP, [guasto])).toMatchObject({ ok: false });
  });
});
