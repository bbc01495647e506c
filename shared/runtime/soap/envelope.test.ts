import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import { NS_PA_FOR_NODE, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { guessElemento, openBusta } from "./envelope.ts";
import { readRichiesta, readTestata } from "./pa-for-node-parse.ts";

const CORPO =
  "<idPA>01234567897</idPA><idBrokerPA>80012345678</idBrokerPA><idStation>80012345678_01</idStation><qrCode><fiscalCode>01234567897</fiscalCode><noticeNumber>301000000000000123</noticeNumber></qrCode>";
const RICHIESTA = `<p:paVerifyPaymentNoticeReq xmlns:p="${NS_PA_FOR_NODE}">${CORPO}</p:paVerifyPaymentNoticeReq>`;
const busta = (corpo: string, prologo = "", ns = NS_SOAP): string =>
  `${prologo}<s:Envelope xmlns:s="${ns}"><s:Body>${corpo}</s:Body></s:Envelope>`;
const motivoDi = (testo: string): string => {
  const esito = openBusta(testo, 256);
  return esito.ok ? "accettata" : esito.errore;
};

describe("an inbound SOAP envelope", () => {
  it.each([
    ["with any prefix", busta(RICHIESTA)],
    ["with an empty Header", busta(RICHIESTA).replace("<s:Body>", "<s:Header/><s:Body>")],
    ["with the default namespace", `<Envelope xmlns="${NS_SOAP}"><Body>${RICHIESTA}</Body></Envelope>`],
    ["whatever encoding it declares, once it is text", busta(RICHIESTA, '<?xml version="1.0" encoding="ISO-8859-1"?>')],
    ["with XML declaration, BOM and blanks", `\uFEFF${busta(RICHIESTA, '<?xml version="1.0" encoding="utf-8"?>\n')}\n `],
    ["with «<!DOCTYPE» written inside a CDATA", busta(RICHIESTA.replace("01234567897", "<![CDATA[<!DOCTYPE]]>"))],
    [
      "with a header that may be ignored",
      busta(RICHIESTA).replace("<s:Body>", '<s:Header><x xmlns="u" s:mustUnderstand="0"/></s:Header><s:Body>'),
    ],
  ])("is opened %s", (_caso, testo) => {
    expect(motivoDi(testo)).toBe("accettata");
  });

  it.each([
    ["any text", "ciao", /non ben formato/],
    ["empty", "", /non ben formato|vuoto/],
    ["tag not closed", busta("<r><b></r>"), /non ben formato alla riga 1, colonna \d+/],
    ["truncated", busta(RICHIESTA).slice(0, -20), /non ben formato/],
    ["duplicate attribute", busta('<r a="1" a="2"/>'), /non ben formato/],
    ["duplicate attribute by namespace", busta('<r xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>'), /non ben formato/],
    ["prefix not declared", busta("<q:paVerifyPaymentNoticeReq/>"), /non ben formato/],
    ["control character", busta(RICHIESTA.replace("80012345678_01", "\u0001")), /non ben formato/],
    ["reference to a forbidden character", busta(RICHIESTA.replace("80012345678_01", "&#1;")), /non ben formato/],
    ["control character in XML 1.1", busta(RICHIESTA.replace("80012345678_01", "&#1;"), '<?xml version="1.1"?>'), /non ben formato/],
    ["entity not declared", busta(RICHIESTA.replace("80012345678_01", "&x;")), /non ben formato/],
    ["two roots", `${busta(RICHIESTA)}<a/>`, /non ben formato/],
    ["empty DTD", busta(RICHIESTA, "<!DOCTYPE s:Envelope>"), /DOCTYPE/],
    [
      "external entity",
      busta(RICHIESTA.replace("80012345678_01", "&f;"), '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      /DOCTYPE/,
    ],
    ["DTD after a comment that looks like an element", busta(RICHIESTA, "<!-- <a> --><!DOCTYPE a []>"), /DOCTYPE/],
    ["billion laughs", busta("&l2;", '<!DOCTYPE l [<!ENTITY l0 "ha"><!ENTITY l1 "&l0;&l0;"><!ENTITY l2 "&l1;&l1;">]>'), /DOCTYPE/],
    ["SOAP 1.2", busta(RICHIESTA, "", "http://www.w3.org/2003/05/soap-envelope"), /SOAP 1\.1/],
    ["without envelope", RICHIESTA, /SOAP 1\.1/],
    ["without Body", `<s:Envelope xmlns:s="${NS_SOAP}"><s:Header/></s:Envelope>`, /Body/],
    ["empty Body", busta(""), /un solo elemento/],
    ["Body with text", busta(`x${RICHIESTA}`), /un solo elemento/],
    ["two requests", busta(RICHIESTA + RICHIESTA), /un solo elemento/],
    ["elements after Body", busta(RICHIESTA).replace("</s:Body>", "</s:Body><s:Altro/>"), /oltre a Header e Body/],
    [
      "unknown mandatory header",
      busta(RICHIESTA).replace("<s:Body>", '<s:Header><x s:mustUnderstand="1"/></s:Header><s:Body>'),
      /mustUnderstand/,
    ],
    ["root without namespace", busta(RICHIESTA.replace(/p:|:p/g, "").replace(/ xmlns="[^"]*"/, "")), /namespace/],
    [
      "namespace of the PSP side",
      busta(RICHIESTA.replace(NS_PA_FOR_NODE, "http://pagopa-api.pagopa.gov.it/node/nodeForPsp.xsd")),
      /namespace/,
    ],
    ["nested beyond the limit", busta(`${"<a>".repeat(40)}${"</a>".repeat(40)}`), /32 livelli/],
    ["thirty thousand nested elements", busta("<a>".repeat(30_000)), /32 livelli/],
    ["too many elements", busta(`<r>${"<a/>".repeat(6_000)}</r>`), /più di 5000 elementi/],
    ["too large", busta(`<r>${"x".repeat(257 * 1024)}</r>`), /supera 256 kB/],
    ["too large in bytes, not in characters", busta(`<r>${"à".repeat(140 * 1024)}</r>`), /supera 256 kB/],
  ])("is refused: %s", (_caso, testo, motivo) => {
    expect(motivoDi(testo)).toMatch(motivo);
  });

  it.each([
    ["nested elements", busta("<a>".repeat(80_000))],
    ["attributes", busta(`<r ${Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`)],
    ["entities", busta(`<r>${"&amp;".repeat(48_000)}</r>`)],
  ])("ends soon when it is made of a great many %s", async (_caso, bomba) => {
    await ends(() => motivoDi(bomba));
  });

  it("tells the primitive of a broken message only by the element that opens", () => {
    const noti = ["paVerifyPaymentNoticeReq", "paSendRTReq", "paSendRTV2Request"] as const;
    expect(guessElemento("<s:Envelope><s:Body><x:paSendRTV2Request><rotto", noti)).toBe("paSendRTV2Request");
    expect(guessElemento("<!DOCTYPE a><paSendRTReq/>", noti)).toBe("paSendRTReq");
    expect(guessElemento("paSendRTReq", noti)).toBeUndefined();
  });
});

describe("reading in two steps", () => {
  const radiceDi = (testo: string) => {
    const radice = openBusta(busta(testo), 256);
    if (!radice.ok) throw new Error(radice.errore);
    return radice.valore;
  };

  it("gives the header even when the rest is not valid", () => {
    const radice = radiceDi(RICHIESTA.replace("301000000000000123", "breve"));
    expect(readTestata(radice)).toEqual({
      ok: true,
      valore: { idPA: "01234567897", idBrokerPA: "80012345678", idStation: "80012345678_01" },
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
  ])("names element and limit of the header", (testo, description) => {
    expect(readTestata(radiceDi(testo))).toEqual({ ok: false, errore: { faultCode: "PAA_SINTASSI_XSD", description } });
  });

  it("does not take elements for properties of objects", () => {
    for (const nome of ["__proto__", "constructor", "toString"]) {
      const radice = radiceDi(RICHIESTA.replace("</qrCode>", `</qrCode><${nome}>x</${nome}>`));
      expect(readRichiesta("paVerifyPaymentNotice", radice)).toMatchObject({
        ok: false,
        errore: { description: expect.stringContaining(nome) },
      });
    }
  });
});
