/** What the two versions of the activation have in common, and where they differ. */
import { beforeEach, describe, expect, it } from "vitest";
import { ArchivioRegistro } from "../../../shared/adapters/archivio/registro.ts";
import { presentRpt } from "../../../shared/presenters/pagopa/rpt.ts";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, IUV, pendenza, testata, voce } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, NAV, qrCode } from "./messaggi.ts";
import { corpoDi, hasSchemiUfficiali, openOracolo } from "./oracle.ts";

const conto = (ibanAccredito: string, ibanAppoggio?: string) => ({
  destinazione: {
    variante: "conto" as const,
    ibanAccredito,
    ...(ibanAppoggio !== undefined && { ibanAppoggio }),
    tipoContabilita: "SIOPE" as const,
    codiceContabilita: "3321",
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
const quota = (importo: bigint, altro: object = {}) => ({ capitolo: "C1", annoEsercizio: 2026, importo, accertamento: "A7", ...altro });

const elementi = (xml: string, nome: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${nome}>(.*?)</${nome}>`, "g"))].map(([, x = ""]) => x);

export function suiteAttivazione(versione: 1 | 2): void {
  const richiesta = (altro = ""): string => busta((versione === 1 ? attivazioneV1 : attivazioneV2)(testata() + qrCode(COMUNE) + altro));
  const radice = versione === 1 ? "paGetPaymentRes" : "paGetPaymentV2Response";
  let impianto: Impianto;
  beforeEach(async () => {
    impianto = await createImpianto();
  });
  const load = (altro: Parameters<typeof pendenza>[0] = {}) =>
    impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) });
  const tentativi = () => impianto.posizioni.getPosizione({ idDominio: COMUNE, iuv: IUV }).then((p) => p.tentativi);

  describe(`activation, version ${versione}`, () => {
    it.each([
      ["REST v1", ["ATTIVAZIONE"]],
      ["REST v2", []],
    ] as const)("told to an application of API EC %s: %j", async (versioneApi, tipi) => {
      await load();
      const registrata = await new ArchivioRegistro(impianto.deposito).get("applicazione", APPLICAZIONE);
      if (!registrata) throw new Error("anagrafica di prova");
      const valore = { ...registrata, servizioIntegrazione: { url: "https://ente.example", versioneApi } };
      await impianto.write({ azione: "sostituisci", entita: "applicazione", valore });
      expect((await impianto.call(richiesta())).outcome).toBe("OK");
      const { notifiche, tentativi: nati } = await impianto.posizioni.getPosizione({ idDominio: COMUNE, iuv: IUV });
      expect(notifiche.map(({ tipo }) => tipo)).toEqual(tipi);
      const corpi = impianto.messaggi().map(({ corpo }) => JSON.parse(String(corpo)));
      expect(corpi).toEqual(tipi.map((tipo) => ({ tipo, idDominio: COMUNE, iuv: IUV, ccp: nati[0]?.ccp })));
    });

    it("answers the transfers and remembers the attempt in the same transaction as the journal", async () => {
      await load({
        voci: [voce(1, 1000n, { descrizioneCausaleRPT: "rata 1" }), voce(2, 250n, { ...conto(IBAN_POSTALE), idDominio: UNIONE })],
      });
      const { status, outcome, xml } = await impianto.call(
        richiesta("<amount>99.00</amount><paymentNote>00000000000000000000000000000abc</paymentNote>"),
      );
      expect({ status, outcome }).toEqual({ status: 200, outcome: "OK" });
      if (hasSchemiUfficiali) expect(openOracolo()(corpoDi(xml))).toBeUndefined();
      expect(xml).toContain(
        `<paf:${radice}><outcome>OK</outcome><data><creditorReferenceId>${IUV}</creditorReferenceId><paymentAmount>12.50</paymentAmount><dueDate>2026-12-31</dueDate><lastPayment>true</lastPayment><description>TARI 2026</description><companyName>Comune di Prova</companyName><debtor><uniqueIdentifier><entityUniqueIdentifierType>F</entityUniqueIdentifierType><entityUniqueIdentifierValue>RSSMRA85T10A562S</entityUniqueIdentifierValue></uniqueIdentifier><fullName>Mario Rossi</fullName><e-mail>mario.rossi@example.it</e-mail></debtor>`,
      );
      const nome = (ente: string) => (versione === 2 ? `<companyName>${ente}</companyName>` : "");
      expect(elementi(xml, "transfer")).toEqual([
        `<idTransfer>1</idTransfer><transferAmount>10.00</transferAmount><fiscalCodePA>${COMUNE}</fiscalCodePA>${nome("Comune di Prova")}<IBAN>${IBAN_COMUNE}</IBAN><remittanceInformation>/RFB/${IUV}/10.00/TXT/rata 1</remittanceInformation><transferCategory>9/0101100IM/</transferCategory>`,
        `<idTransfer>2</idTransfer><transferAmount>2.50</transferAmount><fiscalCodePA>${UNIONE}</fiscalCodePA>${nome("Unione di Prova")}<IBAN>${IBAN_POSTALE}</IBAN><remittanceInformation>/RFB/${IUV}/2.50</remittanceInformation><transferCategory>2/3321</transferCategory>`,
      ]);
      const [tentativo] = await tentativi();
      // What the API shows as the RPT in XML is this very answer.
      expect(tentativo && presentRpt(tentativo)).toBe(xml);
      expect(tentativo).toMatchObject({
        stato: "RPT_ACCETTATA_NODO",
        numeroAvviso: NAV,
        importo: 1250n,
        dataRichiesta: ADESSO,
        idPagamento: "00000000000000000000000000000abc",
        modello: versione === 1 ? "Pagamento ad iniziativa PSP" : "Modello unico",
        tipoRpt: versione === 1 ? "ctPaymentPA" : "ctPaymentPAV2",
        rpt: { paymentAmount: 12.5, transferList: { transfer: [{ transferAmount: 10 }, { transferAmount: 2.5 }] } },
      });
      expect(impianto.eventi()).toMatchObject([
        {
          tipoEvento: versione === 1 ? "paGetPayment" : "paGetPaymentV2",
          esito: "OK",
          ccp: tentativo?.ccp,
          iuv: IUV,
          idPendenza: "P1",
          parametriRisposta: { payload: xml },
        },
      ]);
    });

    it.each([
      ["POSTAL, on an account of the bank and a postal support", "POSTAL", conto(IBAN_COMUNE, IBAN_POSTALE), IBAN_POSTALE],
      ["POSTAL, without postal accounts", "POSTAL", conto(IBAN_COMUNE), IBAN_COMUNE],
      ["nothing, with a postal support", "", conto(IBAN_COMUNE, IBAN_POSTALE), IBAN_COMUNE],
      ["PAGOPA, with a postal support", "PAGOPA", conto(IBAN_COMUNE, IBAN_POSTALE), IBAN_COMUNE],
    ])("gives the right account when the PSP asks %s", async (_caso, tipo, destinazione, atteso) => {
      await load({ voci: [voce(1, 1250n, destinazione)] });
      const { xml } = await impianto.call(richiesta(tipo === "" ? "" : `<transferType>${tipo}</transferType>`));
      expect(elementi(xml, "IBAN")).toEqual([atteso]);
      const appoggio = versione === 2 && tipo === "PAGOPA" ? [`<key>IBANAPPOGGIO</key><value>${IBAN_POSTALE}</value>`] : [];
      expect(elementi(xml, "mapEntry")).toEqual(appoggio);
    });

    it("credits a creditor that only receives on its own account, under its own name", async () => {
      const [ALTRO, IBAN_ALTRO] = ["80012345678", "IT02L1234512345123456789012"];
      await impianto.write(
        {
          azione: "crea",
          entita: "dominio",
          valore: {
            ...{ versione: 0, idDominio: ALTRO, ragioneSociale: "Provincia di Prova", intermediato: false, scaricaFr: false },
            ...{ abilitato: true, frammenti: 1 },
          },
        },
        { azione: "crea", entita: "conto", valore: { versione: 0, idDominio: ALTRO, iban: IBAN_ALTRO, postale: false, abilitato: true } },
      );
      await load({ voci: [voce(1, 1000n), voce(2, 250n, { ...conto(IBAN_ALTRO), idDominio: ALTRO })] });
      const [, secondo] = elementi((await impianto.call(richiesta())).xml, "transfer");
      expect(secondo).toContain(`<transferAmount>2.50</transferAmount><fiscalCodePA>${ALTRO}</fiscalCodePA>`);
      expect(secondo).toContain(`<IBAN>${IBAN_ALTRO}</IBAN>`);
      expect(secondo?.includes("<companyName>Provincia di Prova</companyName>")).toBe(versione === 2);
    });

    it("carries the taxonomy as it was loaded, also when it keeps out of Request-to-Pay or is that of a stamp", async () => {
      const { destinazione } = conto(IBAN_COMUNE);
      const suRichiesta = { ...destinazione, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/", prefissoRtp: "7" } as const;
      const proprio = { ...bollo.destinazione, codiceTassonomicoPagoPA: "9/0301116TS/X" };
      const voci = [voce(1, 1000n, { destinazione: suRichiesta }), voce(2, 1600n, { destinazione: proprio })];
      await load({ voci: versione === 1 ? voci.slice(0, 1) : voci });
      const { xml } = await impianto.call(richiesta());
      if (hasSchemiUfficiali) expect(openOracolo()(corpoDi(xml))).toBeUndefined();
      expect(elementi(xml, "transferCategory")).toEqual(["7/0101100IM/", "9/0301116TS/X"].slice(0, versione));
    });

    it(versione === 1 ? "refuses a stamp with PAA_SEMANTICA" : "asks for a stamp in place of an account", async () => {
      await load({ voci: [voce(1, 1250n), voce(2, 1600n, bollo)] });
      const { outcome, faultCode, xml } = await impianto.call(richiesta());
      if (versione === 1) {
        expect(faultCode).toBe("PAA_SEMANTICA");
        expect(await tentativi()).toEqual([]);
      } else {
        expect(outcome).toBe("OK");
        if (hasSchemiUfficiali) expect(openOracolo()(corpoDi(xml))).toBeUndefined();
        expect(elementi(xml, "transfer")[1]).toContain(
          `<richiestaMarcaDaBollo><hashDocumento>${bollo.destinazione.hashDocumento}</hashDocumento><tipoBollo>01</tipoBollo><provinciaResidenza>RM</provinciaResidenza></richiestaMarcaDaBollo>`,
        );
      }
    });

    it.each([
      [
        "its own metadata",
        { metadata: [{ key: "a", value: "1" }], contabilita: { quote: [quota(1250n)] } },
        ["<key>a</key><value>1</value>"],
      ],
      [
        "one accounting share",
        { contabilita: { quote: [quota(1250n, { titolo: "T" })] } },
        [
          "<key>CAPITOLOBILANCIO</key><value>C1</value>",
          "<key>CODICEACCERTAMENTO</key><value>A7</value>",
          "<key>ANNORIFERIMENTO</key><value>2026</value>",
          "<key>TITOLOBILANCIO</key><value>T</value>",
        ],
      ],
      [
        "several accounting shares",
        { contabilita: { quote: [quota(1000n), quota(250n, { capitolo: "C2" })] } },
        [
          "<key>CAPITOLOBILANCIO,CODICEACCERTAMENTO,ANNORIFERIMENTO,IMPORTOEUROCENT</key><value>C1,A7,2026,1000</value>",
          "<key>CAPITOLOBILANCIO,CODICEACCERTAMENTO,ANNORIFERIMENTO,IMPORTOEUROCENT</key><value>C2,A7,2026,250</value>",
        ],
      ],
    ])("carries %s", async (_caso, altro, attesi) => {
      await load({ voci: [voce(1, 1250n, altro)] });
      expect(elementi((await impianto.call(richiesta())).xml, "mapEntry")).toEqual(attesi);
    });

    it("may be asked again: each time a new attempt, the amount of now", async () => {
      await load();
      await impianto.call(richiesta());
      const letta = await impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv: IUV });
      if (!letta) throw new Error("pendenza assente");
      await impianto.write({ azione: "sostituisci", entita: "pendenza", valore: { ...letta, importo: 2000n, voci: [voce(1, 2000n)] } });
      expect((await impianto.call(richiesta("<amount>12.50</amount>"))).xml).toContain("<paymentAmount>20.00</paymentAmount>");
      expect((await tentativi()).map(({ importo }) => importo).sort()).toEqual([1250n, 2000n]);
    });

    it("does not answer on a debt that changes while it is read", async () => {
      await load();
      await impianto.warm();
      let cambi = 0;
      impianto.stato.guasto = (operazione) => {
        if (operazione !== "commit archivio" || cambi > 0) return;
        cambi += 1;
        const [chiave] = impianto.deposito.all("archivio").filter(({ sk }) => sk === "PENDENZA");
        if (chiave) void impianto.deposito.putMany("archivio", [{ ...chiave, stato: "ANNULLATA", versione: 2 }]);
      };
      expect((await impianto.call(richiesta())).faultCode).toBe("PAA_PAGAMENTO_ANNULLATO");
      expect(await tentativi()).toEqual([]);
    });
  });
}
