import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE } from "../../sostegno/anagrafica.ts";
import { pendenza, testata, voce } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { busta, qrCode, verifica } from "./messaggi.ts";
import { corpoDi, hasSchemiUfficiali, openOracolo } from "./oracle.ts";

const RICHIESTA = busta(verifica(testata() + qrCode(COMUNE)));
const conto = (ibanAccredito: string, ibanAppoggio?: string) => ({
  destinazione: {
    variante: "conto" as const,
    ibanAccredito,
    ...(ibanAppoggio !== undefined && { ibanAppoggio }),
    tipoContabilita: "ALTRO" as const,
    codiceContabilita: "0101002IM/",
  },
});
const bollo = {
  destinazione: {
    variante: "bollo" as const,
    tipoBollo: "01" as const,
    hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=",
    provinciaResidenza: "RM",
  },
};

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
});
const load = (altro: Parameters<typeof pendenza>[0] = {}) =>
  impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) });

describe("paVerifyPaymentNotice", () => {
  it("answers one option with amount, day, description and creditor", async () => {
    await load({ voci: [voce(1, 1000n), voce(2, 250n)], idUnitaOperativa: "TRIBUTI" });
    const { status, xml } = await impianto.call(RICHIESTA);
    expect(status).toBe(200);
    expect(xml).toContain(
      "<paf:paVerifyPaymentNoticeRes><outcome>OK</outcome><paymentList><paymentOptionDescription><amount>12.50</amount><options>EQ</options><dueDate>2026-12-31</dueDate><detailDescription>TARI 2026</detailDescription><allCCP>false</allCCP></paymentOptionDescription></paymentList><paymentDescription>TARI 2026</paymentDescription><fiscalCodePA>01234567897</fiscalCodePA><companyName>Comune di Prova</companyName><officeName>Ufficio Tributi</officeName></paf:paVerifyPaymentNoticeRes>",
    );
  });

  it.each([
    ["a postal account", [voce(1, 1n, conto(IBAN_POSTALE))], "true"],
    ["a postal account in support", [voce(1, 1n, conto(IBAN_COMUNE, IBAN_POSTALE))], "true"],
    ["a bank account", [voce(1, 1n, conto(IBAN_COMUNE))], "false"],
    ["one of two transfers postal", [voce(1, 1n, conto(IBAN_POSTALE)), voce(2, 1n, conto(IBAN_COMUNE))], "false"],
    ["a stamp", [voce(1, 1n, conto(IBAN_POSTALE)), voce(2, 1600n, bollo)], "false"],
  ])("says allCCP for %s", async (_caso, voci, atteso) => {
    await load({ voci });
    expect((await impianto.call(RICHIESTA)).xml).toContain(`<allCCP>${atteso}</allCCP>`);
  });

  it("offers what is left of a debt paid in part", async () => {
    await load({ stato: "ESEGUITA_PARZIALE", voci: [voce(1, 1000n, { stato: "Eseguito" }), voce(2, 250n)] });
    expect((await impianto.call(RICHIESTA)).xml).toContain("<amount>2.50</amount>");
  });

  it("leaves nothing behind but the journal", async () => {
    await load();
    const prima = impianto.deposito.all("archivio");
    await impianto.call(RICHIESTA);
    expect(impianto.deposito.all("archivio")).toEqual(prima);
    expect(impianto.eventi()).toHaveLength(1);
  });

  it("finds another creditor's items through the cache only", async () => {
    await load({ voci: [voce(1, 1000n), voce(2, 500n, { idDominio: UNIONE })] });
    await impianto.warm();
    await impianto.anagrafiche.getCreditore(UNIONE);
    impianto.richieste.length = 0;
    expect((await impianto.call(RICHIESTA)).xml).toContain("<amount>15.00</amount>");
    expect(impianto.richieste).toEqual(["get archivio", "putMany eventi"]);
  });

  it("survives any text of the debt", async () => {
    await load({ causale: `\u0000<b>&"'\uD800${"è".repeat(200)}` });
    const { xml, outcome } = await impianto.call(RICHIESTA);
    expect(outcome).toBe("OK");
    if (hasSchemiUfficiali) expect(openOracolo()(corpoDi(xml))).toBeUndefined();
  });
});
