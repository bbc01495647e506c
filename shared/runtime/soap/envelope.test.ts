import { describe, expect, it } from "vitest";
import { NS_PA_FOR_NODE, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { decodeCorpo, guessElemento, openBusta } from "./envelope.ts";
import { readRichiesta, readTestata } from "./pa-for-node-parse.ts";

const CORPO =
  "<idPA>01234567890</idPA><idBrokerPA>80012345678</idBrokerPA><idStation>80012345678_01</idStation><qrCode><fiscalCode>01234567890</fiscalCode><noticeNumber>301000000000000123</noticeNumber></qrCode>";
const RICHIESTA = `<p:paVerifyPaymentNoticeReq xmlns:p="${NS_PA_FOR_NODE}">${CORPO}</p:paVerifyPaymentNoticeReq>`;
const busta = (corpo: string, prologo = "", ns = NS_SOAP): string =>
  `${prologo}<s:Envelope xmlns:s="${ns}"><s:Body>${corpo}</s:Body></s:Envelope>`;
const motivoDi = (testo: string): string => {
  const esito = openBusta(testo, 256);
  return esito.ok ? "accettata" : esito.errore;
};

describe("la busta SOAP in ingresso", () => {
  it.each([
    ["con un prefisso qualunque", busta(RICHIESTA)],
    ["con Header vuoto", busta(RICHIESTA).replace("<s:Body>", "<s:Header/><s:Body>")],
    ["con il namespace predefinito", `<Envelope xmlns="${NS_SOAP}"><Body>${RICHIESTA}</Body></Envelope>`],
    ["con dichiarazione XML, BOM e spazi", `\uFEFF${busta(RICHIESTA, '<?xml version="1.0" encoding="utf-8"?>\n')}\n `],
    ["con «<!DOCTYPE» scritto dentro un CDATA", busta(RICHIESTA.replace("01234567890", "<![CDATA[<!DOCTYPE]]>"))],
    [
      "con una intestazione ignorabile",
      busta(RICHIESTA).replace("<s:Body>", '<s:Header><x xmlns="u" s:mustUnderstand="0"/></s:Header><s:Body>'),
    ],
  ])("è aperta %s", (_caso, testo) => {
    expect(motivoDi(testo)).toBe("accettata");
  });

  it.each([
    ["testo qualunque", "ciao", /non ben formato/],
    ["vuota", "", /non ben formato|vuoto/],
    ["tag non chiuso", busta("<r><b></r>"), /non ben formato alla riga 1, colonna \d+/],
    ["busta tronca", busta(RICHIESTA).slice(0, -20), /non ben formato/],
    ["attributo doppio", busta('<r a="1" a="2"/>'), /non ben formato/],
    ["attributo doppio per namespace", busta('<r xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>'), /non ben formato/],
    ["prefisso non dichiarato", busta("<q:paVerifyPaymentNoticeReq/>"), /non ben formato/],
    ["carattere di controllo", busta(RICHIESTA.replace("80012345678_01", "\u0001")), /non ben formato/],
    ["riferimento a carattere vietato", busta(RICHIESTA.replace("80012345678_01", "&#1;")), /non ben formato/],
    ["carattere di controllo in XML 1.1", busta(RICHIESTA.replace("80012345678_01", "&#1;"), '<?xml version="1.1"?>'), /non ben formato/],
    ["entità non dichiarata", busta(RICHIESTA.replace("80012345678_01", "&x;")), /non ben formato/],
    ["due radici", `${busta(RICHIESTA)}<a/>`, /non ben formato/],
    ["DTD vuota", busta(RICHIESTA, "<!DOCTYPE s:Envelope>"), /DOCTYPE/],
    [
      "entità esterna",
      busta(RICHIESTA.replace("80012345678_01", "&f;"), '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      /DOCTYPE/,
    ],
    ["DTD dopo un commento che finge un elemento", busta(RICHIESTA, "<!-- <a> --><!DOCTYPE a []>"), /DOCTYPE/],
    ["miliardo di risate", busta("&l2;", '<!DOCTYPE l [<!ENTITY l0 "ha"><!ENTITY l1 "&l0;&l0;"><!ENTITY l2 "&l1;&l1;">]>'), /DOCTYPE/],
    ["codifica diversa da UTF-8", busta(RICHIESTA, '<?xml version="1.0" encoding="ISO-8859-1"?>'), /codifica ISO-8859-1/],
    ["SOAP 1.2", busta(RICHIESTA, "", "http://www.w3.org/2003/05/soap-envelope"), /SOAP 1\.1/],
    ["senza busta", RICHIESTA, /SOAP 1\.1/],
    ["senza Body", `<s:Envelope xmlns:s="${NS_SOAP}"><s:Header/></s:Envelope>`, /Body/],
    ["Body vuoto", busta(""), /un solo elemento/],
    ["Body con testo", busta(`x${RICHIESTA}`), /un solo elemento/],
    ["due richieste", busta(RICHIESTA + RICHIESTA), /un solo elemento/],
    ["elementi oltre a Body", busta(RICHIESTA).replace("</s:Body>", "</s:Body><s:Altro/>"), /oltre a Header e Body/],
    [
      "intestazione obbligatoria sconosciuta",
      busta(RICHIESTA).replace("<s:Body>", '<s:Header><x s:mustUnderstand="1"/></s:Header><s:Body>'),
      /mustUnderstand/,
    ],
    ["radice senza namespace", busta(RICHIESTA.replace(/p:|:p/g, "").replace(/ xmlns="[^"]*"/, "")), /namespace/],
    ["namespace del PSP", busta(RICHIESTA.replace(NS_PA_FOR_NODE, "http://pagopa-api.pagopa.gov.it/node/nodeForPsp.xsd")), /namespace/],
    ["annidata oltre il limite", busta(`${"<a>".repeat(40)}${"</a>".repeat(40)}`), /32 livelli/],
    ["centomila elementi annidati", busta("<a>".repeat(30_000)), /32 livelli/],
    ["troppi elementi", busta(`<r>${"<a/>".repeat(6_000)}</r>`), /più di 5000 elementi/],
    ["oltre la dimensione", busta(`<r>${"x".repeat(257 * 1024)}</r>`), /supera 256 kB/],
    ["oltre la dimensione in byte, non in caratteri", busta(`<r>${"à".repeat(140 * 1024)}</r>`), /supera 256 kB/],
  ])("è rifiutata: %s", (_caso, testo, motivo) => {
    expect(motivoDi(testo)).toMatch(motivo);
  });

  it("con una bomba o un documento enorme costa pochi millisecondi", () => {
    const inizio = performance.now();
    motivoDi(busta("<a>".repeat(80_000)));
    motivoDi(busta(`<r ${Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`));
    motivoDi(busta(`<r>${"&amp;".repeat(50_000)}</r>`));
    expect(performance.now() - inizio).toBeLessThan(1_000);
  });

  it("accetta solo byte UTF-8", () => {
    expect(decodeCorpo(new TextEncoder().encode("è"))).toEqual({ ok: true, valore: "è" });
    expect(decodeCorpo(Uint8Array.of(0xe8, 0x20)).ok).toBe(false);
  });

  it("indovina la primitiva di un messaggio rotto solo dall'elemento che si apre", () => {
    const noti = ["paVerifyPaymentNoticeReq", "paSendRTReq", "paSendRTV2Request"] as const;
    expect(guessElemento("<s:Envelope><s:Body><x:paSendRTV2Request><rotto", noti)).toBe("paSendRTV2Request");
    expect(guessElemento("<!DOCTYPE a><paSendRTReq/>", noti)).toBe("paSendRTReq");
    expect(guessElemento("paSendRTReq", noti)).toBeUndefined();
  });
});

describe("la lettura in due tempi", () => {
  const radiceDi = (testo: string) => {
    const radice = openBusta(busta(testo), 256);
    if (!radice.ok) throw new Error(radice.errore);
    return radice.valore;
  };

  it("dà la testata anche quando il resto non è valido", () => {
    const radice = radiceDi(RICHIESTA.replace("301000000000000123", "breve"));
    expect(readTestata(radice)).toEqual({
      ok: true,
      valore: { idPA: "01234567890", idBrokerPA: "80012345678", idStation: "80012345678_01" },
    });
    expect(readRichiesta("paVerifyPaymentNotice", radice)).toEqual({
      ok: false,
      errore: { faultCode: "PAA_SINTASSI_XSD", description: "paVerifyPaymentNoticeReq/qrCode/noticeNumber: deve essere di 18 cifre" },
    });
  });

  it.each([
    [
      RICHIESTA.replace(/<idPA>.*?<\/idPA>/, ""),
      "paVerifyPaymentNoticeReq/idPA: elemento obbligatorio mancante o fuori ordine: trovato idBrokerPA",
    ],
    [RICHIESTA.replace("80012345678_01", "x".repeat(36)), "paVerifyPaymentNoticeReq/idStation: lungo 36 caratteri, ammessi da 1 a 35"],
    [RICHIESTA.replace("80012345678_01", ""), "paVerifyPaymentNoticeReq/idStation: vuoto, sono richiesti da 1 a 35 caratteri"],
    [`<p:paVerifyPaymentNoticeReq xmlns:p="${NS_PA_FOR_NODE}"/>`, "paVerifyPaymentNoticeReq/idPA: elemento obbligatorio mancante"],
  ])("nomina l'elemento e il limite della testata", (testo, description) => {
    expect(readTestata(radiceDi(testo))).toEqual({ ok: false, errore: { faultCode: "PAA_SINTASSI_XSD", description } });
  });

  it("non confonde gli elementi con le proprietà degli oggetti", () => {
    for (const nome of ["__proto__", "constructor", "toString"]) {
      const radice = radiceDi(RICHIESTA.replace("</qrCode>", `</qrCode><${nome}>x</${nome}>`));
      expect(readRichiesta("paVerifyPaymentNotice", radice)).toMatchObject({
        ok: false,
        errore: { description: expect.stringContaining(nome) },
      });
    }
  });
});
