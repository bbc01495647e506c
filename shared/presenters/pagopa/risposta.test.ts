/** What the Node refuses (pagopa.md 3.4) our writer cannot write, whatever texts the domain holds; what cannot be repaired throws instead of going out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpoDi, hasSchemiUfficiali, openOracolo } from "../../../tests/api/pagopa/oracle.ts";
import {
  CODICI_FAULT_PA,
  type RispostaAttivazioneV1,
  type RispostaAttivazioneV2,
  type RispostaSpontanea,
  type RispostaVerifica,
} from "../../domain/pagamenti/messaggi-nodo.ts";
import { parseXml } from "../../runtime/soap/xml-tree.ts";
import { presentRispostaKo, presentRispostaOk, presentSoapFault } from "./risposta.ts";
import { normalizeTesto } from "./xml.ts";

/** Any text a debt may hold: markup, control characters, lone surrogates, blanks, emoji, very long. */
const qualunque = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "\uD800",
    "<a>&amp;\"'",
    "x".repeat(500),
    "è".repeat(141),
    "😀".repeat(141),
    "]]>",
    "a\r\nb",
    "\u0085\u009f",
  ),
);
const forse = <T>(arbitrario: fc.Arbitrary<T>) => fc.option(arbitrario, { nil: undefined });
/** exactOptionalPropertyTypes: an absent value is an absent key. */
const senzaVuoti = <T extends object>(oggetto: T): T => Object.fromEntries(Object.entries(oggetto).filter(([, v]) => v !== undefined)) as T;

const codicePa = fc.stringMatching(/^[0-9]{11}$/);
const giorno = fc.constantFrom("2026-01-31", "2028-02-29", "2999-12-31");
const metadata = forse(fc.array(fc.record({ key: qualunque, value: qualunque }), { maxLength: 20 }));
const soggetto = fc
  .record({
    uniqueIdentifier: fc.record({
      entityUniqueIdentifierType: fc.constantFrom("F" as const, "G" as const),
      entityUniqueIdentifierValue: qualunque,
    }),
    fullName: qualunque,
    streetName: forse(qualunque),
    civicNumber: forse(qualunque),
    postalCode: forse(qualunque),
    city: forse(qualunque),
    stateProvinceRegion: forse(qualunque),
    country: forse(fc.oneof(qualunque, fc.constant("IT"))),
    "e-mail": forse(fc.oneof(qualunque, fc.constant("a.b@c.it"), fc.constant("a@b..c"))),
  })
  .map(senzaVuoti);
const comuneTransfer = {
  transferAmount: fc.bigInt({ min: 1n, max: 19_999_999_999n }),
  fiscalCodePA: codicePa,
  remittanceInformation: qualunque,
  transferCategory: qualunque,
  metadata,
};
const iban = fc.constantFrom("IT60X0542811101000000123456", "IT76Z0760103200000012345678");
const bollo = fc.record({
  hashDocumento: fc.constant("wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E="),
  tipoBollo: fc.constant("01" as const),
  provinciaResidenza: fc.constantFrom("RM", "BO"),
});
const transferV1 = fc.record({ ...comuneTransfer, IBAN: iban }).map(senzaVuoti);
const transferV2 = fc.oneof(
  fc.record({ ...comuneTransfer, companyName: forse(qualunque), IBAN: iban }).map(senzaVuoti),
  fc.record({ ...comuneTransfer, companyName: forse(qualunque), richiestaMarcaDaBollo: bollo }).map(senzaVuoti),
);

const dati = <T extends { readonly transferAmount: bigint }>(transfer: fc.Arbitrary<T>) =>
  fc
    .record({
      creditorReferenceId: fc.stringMatching(/^[0-9]{17}$/),
      dueDate: giorno,
      lastPayment: forse(fc.boolean()),
      description: qualunque,
      companyName: qualunque,
      officeName: forse(qualunque),
      debtor: soggetto,
      voci: fc.array(transfer, { minLength: 1, maxLength: 5 }),
      metadata,
    })
    .map(({ voci, ...resto }) =>
      senzaVuoti({
        ...resto,
        transferList: voci.map((voce, indice) => ({ ...voce, idTransfer: indice + 1 })),
        paymentAmount: voci.reduce((somma, voce) => somma + voce.transferAmount, 0n),
      }),
    );
const verifica = fc
  .record({
    amount: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
    dueDate: giorno,
    detailDescription: forse(qualunque),
    allCCP: fc.boolean(),
    paymentDescription: qualunque,
    fiscalCodePA: codicePa,
    companyName: qualunque,
    officeName: forse(qualunque),
  })
  .map(senzaVuoti) as fc.Arbitrary<RispostaVerifica>;
const spontanea = fc
  .record({ base: verifica, fiscalCode: codicePa, noticeNumber: fc.stringMatching(/^[0-9]{18}$/) })
  .map(({ base, ...qrCode }): RispostaSpontanea => ({ ...base, qrCode }));
const attivazioneV1 = dati(transferV1) as fc.Arbitrary<RispostaAttivazioneV1>;
const attivazioneV2 = dati(transferV2) as fc.Arbitrary<RispostaAttivazioneV2>;

const risposte = fc.oneof(
  verifica.map((r) => presentRispostaOk("paVerifyPaymentNotice", r)),
  attivazioneV1.map((r) => presentRispostaOk("paGetPayment", r)),
  attivazioneV2.map((r) => presentRispostaOk("paGetPaymentV2", r)),
  spontanea.map((r) => presentRispostaOk("paDemandPaymentNotice", r)),
  fc
    .tuple(
      fc.constantFrom(
        "paVerifyPaymentNotice" as const,
        "paGetPayment" as const,
        "paGetPaymentV2" as const,
        "paSendRT" as const,
        "paSendRTV2" as const,
        "paDemandPaymentNotice" as const,
      ),
      fc.record(
        { faultCode: fc.constantFrom(...CODICI_FAULT_PA), id: qualunque, description: qualunque },
        { requiredKeys: ["faultCode", "id"] },
      ),
    )
    .map(([primitiva, fault]) => presentRispostaKo(primitiva, fault)),
);

/** The limits of the schema by element name, for the checks that need no oracle. */
const LUNGHEZZE: Readonly<Record<string, number>> = {
  paymentDescription: 140,
  companyName: 140,
  officeName: 140,
  detailDescription: 140,
  description: 1024,
  fullName: 70,
  streetName: 70,
  civicNumber: 16,
  postalCode: 16,
  city: 35,
  stateProvinceRegion: 35,
  entityUniqueIdentifierValue: 16,
  "e-mail": 256,
  key: 140,
  value: 140,
  remittanceInformation: 140,
  transferCategory: 140,
  id: 35,
};

const verifyElementi = (xml: string): void => {
  const letto = parseXml(xml);
  expect(letto.ok).toBe(true);
  for (const [, nome = "", contenuto = ""] of xml.matchAll(/<([\w:-]+)>([^<]*)<\/\1>/g)) {
    const testo = contenuto.replace(/&(?:amp|lt|gt|quot|apos);/g, "x");
    expect({ nome, vuoto: testo.trim() === "" }).toEqual({ nome, vuoto: false });
    const massimo = LUNGHEZZE[nome];
    if (massimo !== undefined) expect([...testo].length).toBeLessThanOrEqual(massimo);
    if (/amount$/i.test(nome)) expect(testo).toMatch(/^\d{1,9}\.\d{2}$/);
    if (nome === "dueDate") expect(testo).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  expect(xml).not.toMatch(/<[\w:-]+\s*\/>|<([\w:-]+)><\/\1>/);
  expect((xml.match(/<mapEntry>/g) ?? []).length).toBeLessThanOrEqual(15 * 6);
};

describe("answers to the Node", () => {
  it("are always well-formed, within limits, without empty elements", () => {
    fc.assert(fc.property(risposte, verifyElementi), { numRuns: 400 });
  });

  it.each([
    ["a letter and its accent", `${"x".repeat(139)}e\u0301y`, "x".repeat(139)],
    ["an accent that just fits", `${"x".repeat(138)}e\u0301y`, `${"x".repeat(138)}e\u0301`],
    ["a family of four", `${"x".repeat(137)}👨‍👩‍👧‍👦`, "x".repeat(137)],
    ["a flag", `${"x".repeat(139)}🇮🇹`, "x".repeat(139)],
    ["a letter with more accents than the limit", `e${"\u0301".repeat(200)}`, `e${"\u0301".repeat(139)}`],
  ])("are never cut in the middle of a character: %s", (_caso, scritto, atteso) => {
    expect(normalizeTesto(scritto, 140)).toBe(atteso);
  });

  it("carry only outcome and fault when KO, in order, with the official string", () => {
    expect(
      presentRispostaKo("paGetPaymentV2", { faultCode: "PAA_PAGAMENTO_SCADUTO", id: "01234567897", description: "scaduta il 31/12/2025" }),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"><soapenv:Body><paf:paGetPaymentV2Response><outcome>KO</outcome><fault><faultCode>PAA_PAGAMENTO_SCADUTO</faultCode><faultString>Pagamento in attesa risulta scaduto all&apos;Ente Creditore</faultString><id>01234567897</id><description>scaduta il 31/12/2025</description></fault></paf:paGetPaymentV2Response></soapenv:Body></soapenv:Envelope>',
    );
  });

  it("never carry companyName in the transfers of V1, even if the value had it", () => {
    const transfer = {
      idTransfer: 1,
      transferAmount: 100n,
      fiscalCodePA: "01234567897",
      companyName: "Ente",
      IBAN: "IT60X0542811101000000123456",
      remittanceInformation: "a",
      transferCategory: "9/0101002IM/",
    };
    const comune = {
      creditorReferenceId: "01000000000000123",
      paymentAmount: 100n,
      dueDate: "2026-12-31",
      description: "a",
      companyName: "Ente",
      debtor: { uniqueIdentifier: { entityUniqueIdentifierType: "F" as const, entityUniqueIdentifierValue: "ANONIMO" }, fullName: "x" },
    };
    expect(presentRispostaOk("paGetPayment", { ...comune, transferList: [transfer] }).match(/companyName>/g)).toHaveLength(2);
    expect(presentRispostaOk("paGetPaymentV2", { ...comune, transferList: [transfer] }).match(/companyName>/g)).toHaveLength(4);
  });

  it.each([
    ["amount of zero", { amount: 0n }],
    ["negative amount", { amount: -1n }],
    ["amount over the maximum", { amount: 100_000_000_000n }],
    ["day that does not exist", { dueDate: "2026-02-30" }],
    ["creditor code of 10 digits", { fiscalCodePA: "0123456789" }],
  ])("never let an error of ours out: %s", (_caso, difetto) => {
    const buona: RispostaVerifica = {
      amount: 1n,
      dueDate: "2026-12-31",
      allCCP: false,
      paymentDescription: "a",
      fiscalCodePA: "01234567897",
      companyName: "b",
    };
    expect(() => presentRispostaOk("paVerifyPaymentNotice", buona)).not.toThrow();
    expect(() => presentRispostaOk("paVerifyPaymentNotice", { ...buona, ...difetto })).toThrow(RangeError);
  });

  it("never go out with a wrong sum, six transfers or none", () => {
    fc.assert(
      fc.property(attivazioneV2, (risposta) => {
        const primo = risposta.transferList[0];
        if (!primo) return;
        expect(() => presentRispostaOk("paGetPaymentV2", { ...risposta, paymentAmount: risposta.paymentAmount - 1n })).toThrow(RangeError);
        expect(() => presentRispostaOk("paGetPaymentV2", { ...risposta, transferList: [] })).toThrow(RangeError);
        expect(() => presentRispostaOk("paGetPaymentV2", { ...risposta, transferList: Array.from({ length: 6 }, () => primo) })).toThrow(
          RangeError,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("stay readable as a SOAP fault when the primitive is unknown", () => {
    const xml = presentSoapFault("Client", { faultCode: "PAA_SINTASSI_EXTRAXSD", id: "80012345678", description: "XML non ben formato" });
    expect(parseXml(xml).ok).toBe(true);
    expect(xml).toContain(
      "<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>Errore di sintassi extra XSD</faultstring><detail><fault>",
    );
  });
});

if (hasSchemiUfficiali) {
  const oracolo = openOracolo();

  describe("answers to the Node, for the official schema", () => {
    it("are always valid", () => {
      fc.assert(
        fc.property(risposte, (xml) => {
          expect(oracolo(corpoDi(xml))).toBeUndefined();
        }),
        { numRuns: 1_000 },
      );
    });

    it.each(["paSendRT", "paSendRTV2"] as const)("%s OK is valid", (primitiva) => {
      expect(oracolo(corpoDi(presentRispostaOk(primitiva, undefined)))).toBeUndefined();
    });
  });
}
