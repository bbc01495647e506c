/** What must not matter of a request: prefixes, places of the namespaces, CDATA, blanks, comments, encodings, SOAPAction, content type; alone and all together. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { OriginaliCompressi } from "../../../shared/adapters/originali/originali-compressi.ts";
import { NS_PA_FOR_NODE } from "../../../shared/contracts/pagopa/namespaces.ts";
import { encodeTesto } from "../../../shared/domain/valori/codifica.ts";
import type { Codifica } from "../../../shared/domain/valori/codifiche.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { pendenza, testata } from "./debito.ts";
import { createImpianto, type Impianto, type RispostaNodo } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, consegnaV1, consegnaV2, qrCode, receipt, verifica } from "./messaggi.ts";
import { chiave, ID } from "./sportello.ts";

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
  await impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza() });
});

const RICHIESTE: readonly (readonly [string, string])[] = [
  ["paVerifyPaymentNotice", busta(verifica(testata() + qrCode(COMUNE)))],
  ["paGetPayment", busta(attivazioneV1(`${testata() + qrCode(COMUNE)}<amount>12.50</amount>`))],
  ["paGetPaymentV2", busta(attivazioneV2(`${testata() + qrCode(COMUNE)}<amount>12.50</amount>`))],
  ["paSendRT", busta(consegnaV1(testata() + receipt({ fiscalCode: COMUNE }, false)))],
  ["paSendRTV2", busta(consegnaV2(testata() + receipt({ fiscalCode: COMUNE }, true)))],
];

/** Text nodes of the document, rewritten. */
const suiTesti = (xml: string, scrivi: (testo: string) => string): string =>
  xml.replace(/>([^<>]*[^<>\s][^<>]*)<\//g, (_tutto, testo: string) => `>${scrivi(testo)}</`);

type Forma = (xml: string) => string;
const FORME: Readonly<Record<string, Forma>> = {
  "with other prefixes": (xml) => xml.replaceAll("soapenv", "S").replaceAll("pa:", "ns2:").replaceAll("xmlns:pa=", "xmlns:ns2="),
  "with the namespace declared on the root": (xml) =>
    xml.replace(` xmlns:pa="${NS_PA_FOR_NODE}"`, "").replace(/<(pa:\w+)>/, `<$1 xmlns:pa="${NS_PA_FOR_NODE}">`),
  "with prefixes that nobody uses": (xml) => xml.replace("xmlns:soapenv", 'xmlns:inutile="urn:inutile" xmlns:soapenv'),
  "with single quotes": (xml) => xml.replace(/="([^"]*)"/g, "='$1'"),
  "with the namespaces in another order": (xml) =>
    xml.replace(/(xmlns:\w+="[^"]*") (xmlns:\w+="[^"]*")/, (_tutto, uno: string, altro: string) => `${altro}\n\t${uno}`),
  "with an xsi:schemaLocation": (xml) =>
    xml.replace(/<((?:pa|ns2):\w+)/, '<$1 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a b.xsd"'),
  "with CDATA": (xml) => suiTesti(xml, (testo) => `<![CDATA[${testo.replace("&amp;", "&")}]]>`),
  "with texts in pieces": (xml) => suiTesti(xml, (testo) => `${testo.slice(0, 1)}<!-- in mezzo -->${testo.slice(1)}`),
  "with character references": (xml) => suiTesti(xml, (testo) => testo.replace(/^./, (c) => `&#x${c.codePointAt(0)?.toString(16)};`)),
  indented: (xml) => xml.replace(/></g, ">\r\n\t  <"),
  "with comments and processing instructions": (xml) => xml.replace(/></g, "><!-- c --><?app dati?><"),
  "without XML declaration": (xml) => xml.replace(/^<\?xml.*?\?>\s*/, ""),
  "without Header": (xml) => xml.replace(/<\w+:Header\/>/, ""),
  "with a Header of somebody": (xml) =>
    xml.replace(/<(\w+):Header\/>/, '<$1:Header><w:Security xmlns:w="urn:w"><w:Token/></w:Security></$1:Header>'),
};

/** Text and bytes in which it travels. */
const CODIFICHE: readonly (readonly [string, Codifica, (xml: string) => string, string])[] = [
  ["UTF-8 as bytes", "UTF-8", (xml) => xml, "application/octet-stream"],
  ["UTF-8 with its mark", "UTF-8", (xml) => `\uFEFF${xml}`, "text/xml; charset=utf-8"],
  ["UTF-16 little-endian", "UTF-16LE", (xml) => `\uFEFF${xml.replace("UTF-8", "UTF-16")}`, "text/xml"],
  ["UTF-16 big-endian", "UTF-16BE", (xml) => `\uFEFF${xml.replace("UTF-8", "UTF-16")}`, "text/xml; charset=utf-16"],
  ["ISO-8859-1", "ISO-8859-1", (xml) => xml.replace("UTF-8", "ISO-8859-1"), "text/xml"],
  ["ISO-8859-1 by the transport", "ISO-8859-1", (xml) => xml.replace(' encoding="UTF-8"', ""), "text/xml; charset=ISO-8859-1"],
];

const isCorretta = ({ status, outcome }: RispostaNodo): boolean => status === 200 && outcome === "OK";
const inByte = (xml: string, codifica: Codifica, contentType: string): Promise<RispostaNodo> =>
  impianto.call(Buffer.from(encodeTesto({ testo: xml, codifica })).toString("base64"), {
    isBase64Encoded: true,
    headers: { "content-type": contentType },
  });

describe.each(RICHIESTE)("%s is understood", (_primitiva, xml) => {
  it.each(Object.entries(FORME))("%s", async (_caso, forma) => {
    const scritta = forma(xml);
    expect(scritta).not.toBe(xml);
    expect(await impianto.call(scritta)).toMatchObject({ status: 200, outcome: "OK" });
  });

  it.each(CODIFICHE)("in %s", async (_caso, codifica, scrivi, contentType) => {
    expect(await inByte(scrivi(xml), codifica, contentType)).toMatchObject({ status: 200, outcome: "OK" });
  });

  it.each([
    ["another primitive's", '"paSendRTV2"'],
    ["without quotes", "paVerifyPaymentNoticeReq"],
    ["empty", '""'],
    ["absent", undefined],
  ])("whatever the SOAPAction: %s", async (_caso, soapaction) => {
    const headers = { "content-type": "text/xml", ...(soapaction !== undefined && { soapaction }) };
    expect(await impianto.call(xml, { headers })).toMatchObject({ status: 200, outcome: "OK" });
  });

  it.each(["UTF-16LE", "UTF-16BE"] as const)(
    "in %s without mark, that a gateway takes for text with zeros in between",
    async (codifica) => {
      const byte = encodeTesto({ testo: xml.replace("UTF-8", "UTF-16"), codifica });
      expect(isCorretta(await impianto.call(Buffer.from(byte).toString("utf8")))).toBe(true);
      expect(isCorretta(await inByte(xml.replace("UTF-8", "UTF-16"), codifica, "text/xml"))).toBe(true);
    },
  );

  it("in any combination of these", async () => {
    const forme = fc.subarray(
      Object.keys(FORME).filter((nome) => !["with CDATA", "with texts in pieces", "with character references"].includes(nome)),
    );
    const testi = fc.constantFrom("with CDATA", "with texts in pieces", "with character references");
    await fc.assert(
      fc.asyncProperty(forme, testi, fc.constantFrom(...CODIFICHE), async (scelte, deiTesti, [, codifica, scrivi, contentType]) => {
        const nomi = [...scelte, deiTesti];
        const forma = nomi.reduce((testo, nome) => FORME[nome]?.(testo) ?? testo, xml);
        const nonDichiarata = codifica === "ISO-8859-1" && nomi.includes("without XML declaration");
        const risposta = await inByte(scrivi(forma), codifica, nonDichiarata ? "text/xml; charset=iso-8859-1" : contentType);
        expect({ nomi, codifica, corretta: isCorretta(risposta) }).toEqual({ nomi, codifica, corretta: true });
      }),
      { numRuns: 25 },
    );
  });
});

describe("the original of a receipt", () => {
  it.each(CODIFICHE)("is kept byte for byte in %s, and read with its accents", async (_caso, codifica, scrivi, contentType) => {
    const xml = scrivi(busta(consegnaV2(testata() + receipt({ fiscalCode: COMUNE }, true))).replaceAll("TARI 2026", "Città di Forlì"));
    expect(await inByte(xml, codifica, contentType)).toMatchObject({ status: 200, outcome: "OK" });
    await impianto.drain();
    const { ricevute } = await impianto.posizioni.getPosizione(chiave);
    const [ricevuta] = ricevute;
    expect(ricevuta).toMatchObject({ idRicevuta: ID, rt: { description: "Città di Forlì" } });
    const originali = new OriginaliCompressi(impianto.documenti);
    const testo = await originali.read(ricevuta?.originale ?? { digest: "" });
    const byte = encodeTesto({ testo: testo ?? "", codifica: ricevuta?.originale.codifica ?? "UTF-8" });
    expect(Buffer.from(byte).equals(Buffer.from(encodeTesto({ testo: xml, codifica })))).toBe(true);
  });

  it("too large for the queue travels through the bucket in its own encoding", async () => {
    const ricevuta = busta(consegnaV2(testata() + receipt({ fiscalCode: COMUNE }, true))).replace("UTF-8", "ISO-8859-1");
    const xml = `${ricevuta}<!--${"è".repeat(250_000)}-->`;
    await inByte(xml, "ISO-8859-1", "text/xml");
    expect(impianto.inCoda).toMatchObject([{ codifica: "ISO-8859-1", chiave: expect.stringMatching(/^ricevute\//) }]);
    await impianto.drain();
    const { ricevute } = await impianto.posizioni.getPosizione(chiave);
    expect(ricevute).toMatchObject([{ idRicevuta: ID, originale: { codifica: "ISO-8859-1" } }]);
  });
});
