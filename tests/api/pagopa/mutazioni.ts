/** A table of changes to a legal request and what becomes of it: the rules of the XSD, one by one. */
export interface Mutazione {
  readonly nome: string;
  readonly muta: (corpo: string) => string;
  readonly esito: "accettata" | "rifiutata";
  /** The schema says otherwise, and we know why. */
  readonly soloNostra?: true;
}

const sostituisci = (elemento: string, valore: string) => (corpo: string) =>
  corpo.replace(new RegExp(`<${elemento}>[^<]*</${elemento}>`), () => `<${elemento}>${valore}</${elemento}>`);
const togli = (elemento: string) => (corpo: string) => corpo.replace(new RegExp(`<${elemento}>[\\s\\S]*?</${elemento}>`), "");
const ripeti = (elemento: string) => (corpo: string) => corpo.replace(new RegExp(`<${elemento}>[\\s\\S]*?</${elemento}>`), (x) => x + x);
const scambia = (prima: string, dopo: string) => (corpo: string) =>
  corpo.replace(new RegExp(`(<${prima}>[^<]*</${prima}>)(<${dopo}>[\\s\\S]*?</${dopo}>)`), "$2$1");
const n = (quanti: number, testo = "x"): string => testo.repeat(quanti);

const valore = (elemento: string, esito: Mutazione["esito"], ...valori: readonly string[]): readonly Mutazione[] =>
  valori.map((v) => ({
    nome: `${elemento} = «${v.length > 40 ? `${v.slice(0, 20)}… (${[...v].length})` : v}»`,
    muta: sostituisci(elemento, v),
    esito,
  }));

export const MUTAZIONI: readonly Mutazione[] = [
  ...valore("idPA", "accettata", "x", n(35), n(35, "à"), n(35, "😀"), "<![CDATA[01234567897]]>", "&#48;1", "<!-- c -->01"),
  ...valore("idPA", "rifiutata", "", n(36), n(36, "😀"), "<b/>"),
  ...valore("idStation", "rifiutata", "", n(36)),
  ...valore("fiscalCode", "rifiutata", "", "1234567890", "123456789012", "1234567890A", " 12345678901", "１２３４５６７８９０１"),
  ...valore("noticeNumber", "rifiutata", "", n(17, "3"), n(19, "3"), "30100000000000012a", `${n(18, "3")}\n`),
  ...valore("amount", "accettata", "0.00", "0.01", "999999999.99", " 12.50 ", "0000000000000012.50"),
  ...valore("amount", "rifiutata", "", "12", "12.5", "12.505", "12,50", "-1.00", "+1.00", "1000000000.00", "1e2", ".50", "1 000.00", "NaN"),
  ...valore("transferAmount", "accettata", "0.01", "999999999.99"),
  ...valore("transferAmount", "rifiutata", "0.00", "1000000000.00", "1.0"),
  ...valore("paymentAmount", "accettata", "0.00"),
  ...valore("paymentNote", "accettata", n(210)),
  ...valore("paymentNote", "rifiutata", "", n(211)),
  ...valore("transferType", "accettata", "PAGOPA"),
  ...valore("transferType", "rifiutata", "", "postal", "BANK", " POSTAL"),
  ...valore("dueDate", "accettata", "2028-02-29", "2026-12-31+02:00", "2026-12-31Z"),
  ...valore(
    "dueDate",
    "rifiutata",
    "",
    "2026-02-30",
    "2027-02-29",
    "31/12/2026",
    "2026-12-31T00:00:00",
    "26-12-31",
    "2026-1-1",
    "0000-01-01",
    "2026-12-31+15:00",
  ),
  ...valore(
    "paymentDateTime",
    "accettata",
    "2026-03-10T10:15:30.123456789+01:00",
    "2026-03-10T10:15:30Z",
    "2026-03-10T24:00:00",
    "2026-03-29T02:30:00",
  ),
  ...valore(
    "paymentDateTime",
    "rifiutata",
    "",
    "2026-03-10",
    "2026-03-10 10:15:30",
    "2026-03-10T10:15",
    "2026-03-10T25:00:00",
    "2026-03-10T10:60:00",
    "2026-03-10T10:15:30+0100",
    "2026-03-10T24:00:01",
  ),
  ...valore("applicationDate", "rifiutata", "", "2026-13-01"),
  ...valore("outcome", "accettata", "KO"),
  ...valore("outcome", "rifiutata", "", "ok", "MAYBE"),
  ...valore("standIn", "accettata", "true", "1", "0", " true "),
  ...valore("standIn", "rifiutata", "", "TRUE", "yes"),
  ...valore("idTransfer", "accettata", "5", "+3", "03", " 2 "),
  ...valore("idTransfer", "rifiutata", "", "0", "6", "1.0", "-1", "uno"),
  ...valore("entityUniqueIdentifierType", "accettata", "G"),
  ...valore("entityUniqueIdentifierType", "rifiutata", "", "X", "FG"),
  ...valore("entityUniqueIdentifierValue", "accettata", "AB", "ANONIMO"),
  ...valore("entityUniqueIdentifierValue", "rifiutata", "A", n(17)),
  ...valore("country", "rifiutata", "", "it", "ITA"),
  ...valore("e-mail", "accettata", "a@b", "a+b_c@d.e.f", "a@b..c".replace("..", ".")),
  ...valore("e-mail", "rifiutata", "", "a", "a@", "a@b..c", "a b@c.it", `${n(250)}@b.it12345`),
  ...valore("IBAN", "accettata", n(35)),
  ...valore("IBAN", "rifiutata", "", n(36)),
  ...valore("fullName", "accettata", n(70), "&amp;&lt;&gt;&quot;&apos;"),
  ...valore("fullName", "rifiutata", n(71)),
  ...valore("pspPartitaIVA", "rifiutata", n(21)),
  ...valore("creditorReferenceId", "rifiutata", "", n(36)),
  ...valore("key", "rifiutata", "", n(141)),
  ...valore("value", "rifiutata", "", n(141)),
  ...valore("fee", "rifiutata", "", "-0.50"),
  ...[
    "idPA",
    "idBrokerPA",
    "idStation",
    "qrCode",
    "noticeNumber",
    "receiptId",
    "debtor",
    "transferList",
    "transfer",
    "idPSP",
    "PSPCompanyName",
    "mapEntry",
    "value",
    "IBAN",
    "uniqueIdentifier",
  ].map(
    (elemento): Mutazione => ({
      nome: `without ${elemento}`,
      muta: elemento === "mapEntry" ? (c) => c.replace(/<metadata>[\s\S]*?<\/metadata>/, "<metadata></metadata>") : togli(elemento),
      esito: "rifiutata",
    }),
  ),
  ...[
    "amount",
    "paymentNote",
    "transferType",
    "dueDate",
    "officeName",
    "payer",
    "metadata",
    "fee",
    "standIn",
    "paymentDateTime",
    "city",
    "e-mail",
  ].map((elemento): Mutazione => ({ nome: `without ${elemento}`, muta: togli(elemento), esito: "accettata" })),
  ...["idPA", "qrCode", "noticeNumber", "amount", "receipt", "receiptId", "debtor", "transferList", "fee", "standIn", "payer", "IBAN"].map(
    (elemento): Mutazione => ({ nome: `${elemento} repeated`, muta: ripeti(elemento), esito: "rifiutata" }),
  ),
  { nome: "idBrokerPA before idPA", muta: scambia("idPA", "idBrokerPA"), esito: "rifiutata" },
  { nome: "noticeNumber before fiscalCode", muta: scambia("fiscalCode", "noticeNumber"), esito: "rifiutata" },
  { nome: "paymentNote before amount", muta: scambia("amount", "paymentNote"), esito: "rifiutata" },
  { nome: "five transfers", muta: (c) => c.replace(/<transfer>[\s\S]*<\/transfer>/, (x) => x.repeat(5)), esito: "accettata" },
  { nome: "six transfers", muta: (c) => c.replace(/<transfer>[\s\S]*<\/transfer>/, (x) => x.repeat(6)), esito: "rifiutata" },
  { nome: "fifteen metadata entries", muta: (c) => c.replace(/<mapEntry>[\s\S]*?<\/mapEntry>/, (x) => x.repeat(14)), esito: "accettata" },
  { nome: "sixteen metadata entries", muta: (c) => c.replace(/<mapEntry>[\s\S]*?<\/mapEntry>/, (x) => x.repeat(15)), esito: "rifiutata" },
  { nome: "unknown element at the end", muta: (c) => c.replace(/(<\/pa:)/, "<altro>x</altro>$1"), esito: "rifiutata" },
  { nome: "unknown element in qrCode", muta: (c) => c.replace("</qrCode>", "<altro/></qrCode>"), esito: "rifiutata" },
  { nome: "unknown attribute", muta: (c) => c.replace("<idPA>", '<idPA a="1">'), esito: "rifiutata" },
  {
    nome: "xsi:nil",
    muta: (c) => c.replace("<idPA>", '<idPA xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">'),
    esito: "rifiutata",
  },
  {
    nome: "xsi:schemaLocation",
    muta: (c) => c.replace(/^<(pa:\w+)>/, '<$1 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b">'),
    esito: "accettata",
  },
  { nome: "qualified child", muta: (c) => c.replaceAll("idPA>", "pa:idPA>"), esito: "rifiutata" },
  {
    nome: "default namespace inherited by the children",
    muta: (c) => c.replace(/^<pa:(\w+)>/, '<pa:$1 xmlns="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd">'),
    esito: "rifiutata",
  },
  { nome: "text between elements", muta: (c) => c.replace("</idPA>", "</idPA>testo"), esito: "rifiutata" },
  {
    nome: "blanks and comments between elements",
    muta: (c) => c.replace("</idPA>", "</idPA>\n  <!-- commento --> <?pi x?>"),
    esito: "accettata",
  },
  { nome: "element with children in place of text", muta: (c) => c.replace(/<idStation>[^<]*/, "<idStation><x/>"), esito: "rifiutata" },
  {
    nome: "stamp in place of the IBAN (V2)",
    muta: (c) => (c.includes("V2Request") ? c.replace(/<IBAN>.*?<\/IBAN>/, "<MBDAttachment>QUJD\nREVG</MBDAttachment>") : c),
    esito: "accettata",
  },
  {
    nome: "stamp not in base64 (V2)",
    muta: (c) => (c.includes("V2Request") ? c.replace(/<IBAN>.*?<\/IBAN>/, "<MBDAttachment>QUJ!</MBDAttachment>") : c),
    esito: "rifiutata",
  },
  {
    nome: "stamp together with the IBAN (V2)",
    muta: (c) => (c.includes("V2Request") ? c.replace("</IBAN>", "</IBAN><MBDAttachment>QUJD</MBDAttachment>") : c),
    esito: "rifiutata",
  },
  {
    nome: "stamp in V1",
    muta: (c) => (c.includes("paSendRTReq") ? c.replace(/<IBAN>.*?<\/IBAN>/, "<MBDAttachment>QUJD</MBDAttachment>") : c),
    esito: "rifiutata",
  },
  {
    nome: "fields of V2 in V1",
    muta: (c) => (c.includes("paSendRTReq") ? c.replace("<fee>", "<paymentNote>x</paymentNote><fee>") : c),
    esito: "rifiutata",
  },
  { nome: "empty receipt", muta: (c) => c.replace(/<receipt>[\s\S]*<\/receipt>/, "<receipt/>"), esito: "rifiutata" },
  // White space around a date collapses by the specification of XML Schema; libxml2 does it for decimals and booleans only.
  { nome: "dueDate between blanks", muta: sostituisci("dueDate", " 2026-12-31 "), esito: "accettata", soloNostra: true },
  // receiptId is a key for us: the schema leaves it unbounded and possibly empty.
  { nome: "empty receiptId", muta: sostituisci("receiptId", ""), esito: "rifiutata", soloNostra: true },
  { nome: "receiptId of 256 characters", muta: sostituisci("receiptId", n(256)), esito: "rifiutata", soloNostra: true },
];
