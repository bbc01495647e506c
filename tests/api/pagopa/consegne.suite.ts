/** Delivery of a receipt until the answer: nothing is answered OK that could still be lost. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, testata } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { busta, consegnaV1, consegnaV2, receipt } from "./messaggi.ts";

export function suiteConsegna(versione: 1 | 2): void {
  const v2 = versione === 2;
  const corpo = (v2 ? consegnaV2 : consegnaV1)(testata() + receipt({ fiscalCode: COMUNE }, v2));
  const primitiva = v2 ? "paSendRTV2" : "paSendRT";
  let impianto: Impianto;
  beforeEach(async () => {
    impianto = await createImpianto();
  });

  describe(`delivery of a receipt, version ${versione}`, () => {
    it("puts the envelope in the queue as it came, and answers OK", async () => {
      const messaggio = `\uFEFF${busta(`\r\n${corpo}\t<!-- è -->`)}`;
      const { status, xml } = await impianto.call(messaggio);
      expect(status).toBe(200);
      expect(xml).toContain(`<paf:${v2 ? "paSendRTV2Response" : "paSendRTRes"}><outcome>OK</outcome></paf:`);
      expect(impianto.inCoda).toMatchObject([
        {
          primitiva,
          ricevutaAlle: ADESSO,
          idPA: COMUNE,
          idBrokerPA: INTERMEDIARIO,
          idStation: STAZIONE,
          principal: "nodo",
          busta: messaggio,
        },
      ]);
    });

    it("leaves a large envelope in the document store first", async () => {
      const grande = busta(`${corpo}<!--${"x".repeat(250_000)}-->`);
      expect((await impianto.call(grande)).outcome).toBe("OK");
      const [messaggio] = impianto.inCoda;
      expect(messaggio?.busta).toBeUndefined();
      expect(messaggio?.chiave).toMatch(/^ricevute\/2026-03-10\/[0-9a-f]{32}\.xml$/);
      const conservata = await impianto.documenti.get(messaggio?.chiave ?? "");
      expect(Buffer.from(conservata ?? []).toString("utf8")).toBe(grande);
    });

    it("measures the envelope as it will travel, quotes escaped", async () => {
      await impianto.call(busta(`${corpo}<!--${'"'.repeat(120_000)}-->`));
      expect(JSON.stringify(impianto.inCoda[0]).length).toBeLessThan(2_000);
    });

    it("refuses what does not validate, and keeps it in the journal", async () => {
      const { status, faultCode, description } = await impianto.call(busta(corpo.replace(/<receiptId>.*<\/receiptId>/, "")));
      expect({ status, faultCode }).toEqual({ status: 200, faultCode: "PAA_SINTASSI_XSD" });
      expect(description).toContain("receipt/receiptId: elemento obbligatorio mancante");
      expect(impianto.inCoda).toEqual([]);
      expect(impianto.eventi()).toMatchObject([
        { tipoEvento: primitiva, esito: "KO", idDominio: COMUNE, parametriRichiesta: { payload: expect.stringContaining("<receipt>") } },
      ]);
    });
  });
}
