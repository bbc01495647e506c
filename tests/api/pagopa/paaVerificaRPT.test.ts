/** paaVerificaRPT: what a payment awaited is worth, told to a station of the legacy family in its own shape. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { voce } from "./debito.ts";
import { createImpiantoStorico, type ImpiantoStorico } from "./impianto-storico.ts";
import { bustaStorica, CCP, intestazione, verificaRpt } from "./messaggi-storici.ts";
import { corpoDi } from "./oracle.ts";
import { hasSchemiStorici, openOracoloServizio } from "./oracle-storico.ts";

let impianto: ImpiantoStorico;
beforeEach(async () => {
  impianto = await createImpiantoStorico();
});
const verify = (testata = intestazione()) => impianto.call(bustaStorica(verificaRpt(), testata));
const BOLLO = {
  variante: "bollo",
  tipoBollo: "01",
  hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=",
  provinciaResidenza: "RM",
} as const;

describe("paaVerificaRPT", () => {
  it("answers amount, account, creditor and causale, nested twice, and leaves nothing but the journal", async () => {
    await impianto.load({ idUnitaOperativa: "TRIBUTI" });
    const { status, xml, esito } = await verify();
    expect({ status, esito }).toEqual({ status: 200, esito: "OK" });
    expect(xml).toContain(
      `<ppt:paaVerificaRPTRisposta><paaVerificaRPTRisposta><esito>OK</esito><datiPagamentoPA><importoSingoloVersamento>12.50</importoSingoloVersamento><ibanAccredito>${IBAN_COMUNE}</ibanAccredito>`,
    );
    expect(xml).toContain("<pay:codiceUnitOperBeneficiario>TRIBUTI</pay:codiceUnitOperBeneficiario>");
    expect(xml).toContain("<causaleVersamento>/RFB/01000000000000123/12.50");
    expect(xml).not.toContain("fault");
    expect((await impianto.posizione()).tentativi).toEqual([]);
    expect(impianto.messaggi()).toEqual([]);
    expect(impianto.eventi()).toMatchObject([{ tipoEvento: "paaVerificaRPT", esito: "OK", idDominio: COMUNE, ccp: CCP, idPendenza: "P1" }]);
  });

  it.each([
    ["SCONOSCIUTO", "no debt", undefined],
    ["DUPLICATO", "a paid debt", { stato: "ESEGUITA" as const }],
    ["ANNULLATO", "an annulled debt", { stato: "ANNULLATA" as const }],
    ["SCADUTO", "an expired debt", { dataScadenza: "2026-03-09" }],
  ])("refuses with PAA_PAGAMENTO_%s for %s", async (predicato, _caso, debito) => {
    if (debito) await impianto.load(debito);
    const { esito, faultCode, xml } = await verify();
    expect({ esito, faultCode }).toEqual({ esito: "KO", faultCode: `PAA_PAGAMENTO_${predicato}` });
    // Fault first, then the outcome, then nothing (pagopa.md 3.1).
    expect(xml).toMatch(/<paaVerificaRPTRisposta><fault>.*<\/fault><esito>KO<\/esito><\/paaVerificaRPTRisposta>/);
    expect(impianto.eventi().at(-1)).toMatchObject({
      tipoEvento: "paaVerificaRPT",
      esito: "KO",
      sottotipoEsito: `PAA_PAGAMENTO_${predicato}`,
    });
  });

  it.each([
    ["two items", [voce(1, 100n), voce(2, 100n)], "PAA_SEMANTICA"],
    ["a stamp", [voce(1, 1600n, { destinazione: BOLLO })], "PAA_SEMANTICA"],
    ["an item of another creditor", [voce(1, 100n, { idDominio: UNIONE })], "PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO"],
    ["two items of two creditors", [voce(1, 100n), voce(2, 100n, { idDominio: UNIONE })], "PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO"],
  ])("has no words for %s, when asked and when activated, with the reason", async (_caso, voci, codice) => {
    await impianto.load({ voci });
    for (const { faultCode, description } of [await verify(), await impianto.activate()]) {
      expect(faultCode).toBe(codice);
      expect(description).toMatch(/voce|Voce|bollo/);
    }
    expect((await impianto.posizione()).tentativi).toEqual([]);
  });

  it("is refused while a context is being paid, and answered again when the PSP's time is over", async () => {
    await impianto.load();
    await impianto.activate({ ccp: "altro" });
    expect(await verify()).toMatchObject({ faultCode: "PAA_PAGAMENTO_IN_CORSO", description: expect.stringContaining("altro") });
    impianto.clock.advance(30 * 60_000);
    expect((await verify()).esito).toBe("OK");
  });

  it("asks the creditor's system about an IUV that nobody loaded, by its notice number", async () => {
    await verify(intestazione({ iuv: "01000000000000999" }));
    expect(impianto.domande.length).toBeLessThanOrEqual(1);
    expect((await verify(intestazione({ iuv: "RF18ABC" }))).faultCode).toBe("PAA_PAGAMENTO_SCONOSCIUTO");
  });

  it.each([
    ["the domain", { dominio: "00000000000" }, "PAA_ID_DOMINIO_ERRATO"],
    ["the broker", { intermediario: "00000000000" }, "PAA_ID_INTERMEDIARIO_ERRATO"],
    ["the station", { stazione: "80008000801_99" }, "PAA_STAZIONE_INT_ERRATA"],
    ["all three: the first", { dominio: "00000000000", intermediario: "x", stazione: "y" }, "PAA_ID_DOMINIO_ERRATO"],
    ["broker and station: the broker", { intermediario: "x", stazione: "y" }, "PAA_ID_INTERMEDIARIO_ERRATO"],
  ])("refuses %s of the header in the order of the protocol", async (_caso, errata, atteso) => {
    await impianto.load();
    const rotta = bustaStorica("<ppt:paaVerificaRPT/>", intestazione(errata));
    // Body against its schema comes after the header: the same message with a good header is PAA_SINTASSI_XSD.
    expect((await impianto.call(rotta)).faultCode).toBe(atteso);
    expect((await impianto.call(bustaStorica("<ppt:paaVerificaRPT/>"))).faultCode).toBe("PAA_SINTASSI_XSD");
  });

  it.each([
    ["no header", ""],
    ["an empty header", "<ppthead:intestazionePPT/>"],
    ["two headers", intestazione() + intestazione()],
    ["a header of another namespace", intestazione().replaceAll("ppthead:", "ppt:")],
    ["a field out of order", intestazione().replace(/(<identificativoDominio>.*<\/identificativoDominio>)(.*)(<\/ppthead)/, "$2$1$3")],
  ])("is outside the schema with %s", async (_caso, testata) => {
    expect((await verify(testata)).faultCode).toBe("PAA_SINTASSI_EXTRAXSD");
  });

  it("is not served to a station of version 2", async () => {
    await impianto.load();
    await impianto.setStazione({ versioneStazione: "V2" });
    expect(await verify()).toMatchObject({ faultCode: "PAA_STAZIONE_INT_ERRATA", description: expect.stringContaining(STAZIONE) });
  });

  it.each([
    ["another prefix", (b: string) => b.replaceAll("ppt:", "z:").replaceAll("xmlns:ppt=", "xmlns:z=")],
    ["CDATA", (b: string) => b.replace("AGID_01", "<![CDATA[AGID_01]]>")],
    ["white space", (b: string) => b.replaceAll("><", ">\n  <")],
    ["a byte order mark", (b: string) => `\uFEFF${b}`],
    [
      "mustUnderstand on its header",
      (b: string) => b.replace("<ppthead:intestazionePPT>", '<ppthead:intestazionePPT soapenv:mustUnderstand="1">'),
    ],
  ])("does not mind %s", async (_caso, muta) => {
    await impianto.load();
    expect((await impianto.call(muta(bustaStorica(verificaRpt())))).esito).toBe("OK");
  });

  it.each([
    ["a DOCTYPE", (b: string) => b.replace("?>", '?><!DOCTYPE a [<!ENTITY x "y">]>')],
    ["depth", (b: string) => b.replace("AGID_01", "<a>".repeat(10_000))],
    [
      "mustUnderstand on a header that nobody knows",
      (b: string) => b.replace("<soapenv:Header>", '<soapenv:Header><z xmlns="z" soapenv:mustUnderstand="1"/>'),
    ],
  ])("is refused for %s", async (_caso, muta) => {
    expect((await impianto.call(muta(bustaStorica(verificaRpt())))).faultCode).toBe("PAA_SINTASSI_EXTRAXSD");
  });

  it("is PAA_SYSTEM_ERROR when the archive cannot be read", async () => {
    await impianto.load();
    impianto.stato.guasto = (richiesta) => {
      if (richiesta.endsWith("archivio")) throw new Error("DynamoDB non risponde");
    };
    expect(await verify()).toMatchObject({ status: 200, faultCode: "PAA_SYSTEM_ERROR" });
  });

  if (hasSchemiStorici) {
    it("answers valid messages for the official WSDL", async () => {
      const oracolo = openOracoloServizio("PagamentiTelematiciCCP");
      await impianto.load({ idUnitaOperativa: "TRIBUTI", causale: "è <&> 😀".repeat(30) });
      const buona = await verify();
      expect(oracolo(corpoDi(buona.xml))).toBeUndefined();
      const rifiutata = await verify(intestazione({ dominio: "00000000000" }));
      expect(oracolo(corpoDi(rifiutata.xml))).toBeUndefined();
      // The oracle does see what is wrong.
      expect(oracolo(corpoDi(buona.xml.replace("<esito>OK</esito>", "")))).toBeDefined();
    });
  }
});
