import { createHash, createVerify, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { type Nodo, parseXml, testoDi } from "../comune/xml.ts";
import { addAvviso, type Banco, COMUNE, IBAN_COMUNE, IBAN_POSTALE, openBanco } from "../prove/banco.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
  for (const [numero, importo, iban] of [
    [1, 1_010n, IBAN_COMUNE],
    [2, 2_025n, IBAN_COMUNE],
    [3, 700n, IBAN_POSTALE],
  ] as const) {
    await banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: addAvviso(banco, numero, importo, iban) });
  }
  await banco.json("POST", "/sandbox/psp/rendicontazione", {});
});
afterEach(() => banco.close());

const giornale = async (formato: string, altro = "") =>
  (await banco.chiedi("GET", `/sandbox/tesoriere/giornale-di-cassa?idDominio=${COMUNE}&formato=${formato}${altro}`)).text();
const tutti = (nodo: Nodo, nome: string): Nodo[] => [
  ...nodo.figli.filter((voce) => voce.nome === nome),
  ...nodo.figli.flatMap((voce) => tutti(voce, nome)),
];
const centesimi = (testo: string | undefined): number => Math.round(Number(testo) * 100);

describe("il giornale di cassa OPI", () => {
  it("ha un sospeso di entrata per ogni riversamento, con la causale del flusso", async () => {
    const documento = parseXml(await giornale("opi"));
    const movimenti = tutti(documento, "movimento_conto_evidenza");
    expect(movimenti.map((voce) => testoDi(voce, "importo")).sort()).toEqual(["30.35", "7.00"]);
    for (const voce of movimenti) {
      expect([testoDi(voce, "tipo_documento"), testoDi(voce, "tipo_operazione")]).toEqual(["SOSPESO ENTRATA", "ESEGUITO"]);
      expect(testoDi(voce, "causale")).toBe(`/PUR/LGPE-RIVERSAMENTO/URI/${testoDi(voce, "end_to_end_id")}`);
      expect(testoDi(voce, "codice_riferimento_operazione")).toHaveLength(30);
    }
  });

  it("i saldi tornano per ogni conto e in totale, e si riportano al giorno dopo", async () => {
    const documento = parseXml(await giornale("opi"));
    const conti = tutti(documento, "informazioni_conto_evidenza");
    expect(conti).toHaveLength(2);
    for (const conto of conti) {
      const entrate = tutti(conto, "movimento_conto_evidenza").reduce((somma, voce) => somma + centesimi(testoDi(voce, "importo")), 0);
      expect(centesimi(testoDi(conto, "totale_entrate_conto_evidenza"))).toBe(entrate);
      expect(centesimi(testoDi(conto, "saldo_finale_conto_evidenza"))).toBe(
        centesimi(testoDi(conto, "saldo_precedente_conto_evidenza")) + entrate,
      );
    }
    expect(testoDi(documento, "saldo_complessivo_finale")).toBe("200037.35");
    const domani = parseXml(await giornale("opi", "&data=2026-03-04"));
    expect(testoDi(domani, "saldo_complessivo_precedente")).toBe("200037.35");
    expect(tutti(domani, "movimento_conto_evidenza")).toEqual([]);
  });

  it("la firma è quella del documento", async () => {
    const testo = (await giornale("opi")).replace(/^.*\?>\n/, "").trimEnd();
    const firma = /<ds:Signature .*<\/ds:Signature>/s.exec(testo)?.[0] ?? "";
    const impronta = createHash("sha256").update(testo.replace(firma, "")).digest("base64");
    const nodo = parseXml(firma);
    expect(testoDi(nodo, "SignedInfo", "Reference", "DigestValue")).toBe(impronta);
    const info = (/<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(firma)?.[0] ?? "").replace(
      "<ds:SignedInfo>",
      '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
    );
    const { publicKey } = new X509Certificate(Buffer.from(testoDi(nodo, "KeyInfo", "X509Data", "X509Certificate") ?? "", "base64"));
    const valida = createVerify("sha256")
      .update(info)
      .verify(publicKey, testoDi(nodo, "SignatureValue") ?? "", "base64");
    expect(valida).toBe(true);
  });
});

describe("camt.053", () => {
  it("un estratto per conto, con saldi, totali e riferimenti", async () => {
    const documento = parseXml(await giornale("camt053"));
    expect(documento.ns).toBe("urn:iso:std:iso:20022:tech:xsd:camt.053.001.02");
    const estratti = tutti(documento, "Stmt");
    expect(estratti.map((voce) => testoDi(voce, "Acct", "Id", "IBAN"))).toEqual([IBAN_COMUNE, IBAN_POSTALE]);
    for (const estratto of estratti) {
      const [apertura, chiusura] = estratto.figli.filter((voce) => voce.nome === "Bal").map((voce) => centesimi(testoDi(voce, "Amt")));
      const movimenti = estratto.figli.filter((voce) => voce.nome === "Ntry");
      const somma = movimenti.reduce((totale, voce) => totale + centesimi(testoDi(voce, "Amt")), 0);
      expect((apertura ?? 0) + somma).toBe(chiusura);
      expect(centesimi(testoDi(estratto, "TxsSummry", "TtlCdtNtries", "Sum"))).toBe(somma);
      expect(testoDi(movimenti[0], "NtryDtls", "TxDtls", "RmtInf", "Ustrd")).toMatch(
        /^\/PUR\/LGPE-RIVERSAMENTO\/URI\/2026-03-03ABI99001-\d{9}$/,
      );
    }
    const nomi = estratti[0]?.figli.map((voce) => voce.nome);
    expect(nomi).toEqual(["Id", "ElctrncSeqNb", "CreDtTm", "FrToDt", "Acct", "Bal", "Bal", "TxsSummry", "Ntry"]);
  });
});

describe("il CSV", () => {
  it("ha intestazione, importi con la virgola e nessuna formula", async () => {
    await banco.json("POST", "/sandbox/guasti", { parte: "banca", tipo: "malformato" });
    const righe = (await giornale("csv")).trimEnd().split("\r\n");
    expect(righe).toHaveLength(3);
    expect(righe[0]).toBe("numero_sospeso;data_contabile;data_valuta;iban;importo;segno;ordinante;causale;trn;end_to_end_id");
    expect(
      righe
        .map((riga) => riga.split(";")[4])
        .slice(1)
        .sort(),
    ).toEqual(["30,35", "7,00"]);
  });
});

describe("la rendicontazione CBI RH", () => {
  it("ha record di 120 caratteri, un saldo per conto e il testo dei riversamenti", async () => {
    const record = (await giornale("rh")).split("\r\n").slice(0, -1);
    expect(record.map((riga) => riga.length)).toEqual(record.map(() => 120));
    expect(record.filter((riga) => riga.startsWith(" 61"))).toHaveLength(2);
    expect(record.filter((riga) => riga.includes("RI1/PUR/LGPE-RIVERSAMENTO/URI/"))).toHaveLength(2);
    expect(record.at(-1)?.slice(82, 89)).toBe(String(record.length).padStart(7, "0"));
  });
});

it.each([
  ["?idDominio=99999999990", 404],
  [`?idDominio=${COMUNE}&formato=pdf`, 400],
  [`?idDominio=${COMUNE}&formato=opi&versione=2.0`, 400],
  [`?idDominio=${COMUNE}&data=2026-02-30`, 400],
])("rifiuta %s con %i", async (parametri, stato) => {
  expect((await banco.json("GET", `/sandbox/tesoriere/giornale-di-cassa${parametri}`)).stato).toBe(stato);
});

const SCHEMI = [
  ["1.4", "OPI_GIORNALE_DI_CASSA_V_1_4.xsd"],
  ["1.6.1", "OPI_GIORNALE_DI_CASSA_V_1_6_1.xsd"],
  ["1.7.1", "OPI_GIORNALE_DI_CASSA_V_1_7_1.xsd"],
  ["1.8", "OPI_GIORNALE_DI_CASSA_V_1_8.xsd"],
] as const;
const inclusi = ["OPI_GLOBAL_V_1_3_1.xsd", "OPI_GLOBAL_V_1_6_1.xsd", "xmldsig-core-schema.xsd"].flatMap((nome) => {
  const file = contratto(`opi/${nome}`);
  return file === undefined ? [] : [[nome, readFileSync(file)] as const];
});
if (inclusi.length === 3) {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import("libxml2-wasm");
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(inclusi)));
  it.each(SCHEMI)("il giornale OPI è valido secondo lo schema ufficiale %s", async (versione, schema) => {
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(contratto(`opi/${schema}`) ?? "")));
    await banco.json("POST", "/sandbox/tesoriere/guai", { tipo: "storna", numero: 1 });
    for (const altro of ["", "&data=2026-03-10"]) {
      const testo = await giornale("opi", `&versione=${versione}${altro}`);
      const documento = XmlDocument.fromString(testo);
      expect(() => validator.validate(documento)).not.toThrow();
      documento.dispose();
      const rovinato = XmlDocument.fromString(testo.replace("<esercizio>2026", "<esercizio>duemila"));
      expect(() => validator.validate(rovinato)).toThrow();
      rovinato.dispose();
    }
    validator.dispose();
  });
}
