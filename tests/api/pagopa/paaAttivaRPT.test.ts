/** paaAttivaRPT: a PSP begins a payment with a context of its own; attempt, RPT and order to send it are one transaction. */
import { beforeEach, describe, expect, it } from "vitest";
import { rptFromJson } from "../../../shared/domain/storico/rpt.ts";
import { presentRpt } from "../../../shared/presenters/storico/rpt.ts";
import { COMUNE, STAZIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, IUV, pendenza, voce } from "./debito.ts";
import { createImpiantoStorico, type ImpiantoStorico } from "./impianto-storico.ts";
import { attivaRpt, bustaStorica, CCP, intestazione } from "./messaggi-storici.ts";
import { corpoDi } from "./oracle.ts";
import { hasSchemiStorici, openOracoloPagamenti, openOracoloServizio } from "./oracle-storico.ts";

let impianto: ImpiantoStorico;
beforeEach(async () => {
  impianto = await createImpiantoStorico();
});

describe("paaAttivaRPT", () => {
  it("writes the attempt with the PSP's context and the order to send the RPT, then answers what is due", async () => {
    await impianto.load();
    const { esito, xml } = await impianto.activate();
    expect(esito).toBe("OK");
    expect(xml).toContain(
      "<ppt:paaAttivaRPTRisposta><paaAttivaRPTRisposta><esito>OK</esito><datiPagamentoPA><importoSingoloVersamento>12.50</importoSingoloVersamento>",
    );
    const { tentativi, pendenza: debito } = await impianto.posizione();
    expect(tentativi).toMatchObject([
      {
        ...{ ccp: CCP, stato: "RPT_ATTIVATA", tipoRpt: "RPT", modello: "Pagamento ad iniziativa PSP", importo: 1250n, voci: [1] },
        ...{ idStazione: STAZIONE, canale: { idPsp: "AGID_01", idIntermediarioPsp: "97735020584", idCanale: "97735020584_02" } },
      },
    ]);
    expect(debito?.stato).toBe("NON_ESEGUITA");
    expect(impianto.messaggi()).toMatchObject([{ coda: "rpt", corpo: JSON.stringify({ idDominio: COMUNE, iuv: IUV, ccp: CCP }) }]);
    const datiPagoPA = { idPsp: "AGID_01", idIntermediarioPsp: "97735020584", idCanale: "97735020584_02", tipoVersamento: "PO" };
    expect(impianto.eventi()).toMatchObject([{ tipoEvento: "paaAttivaRPT", esito: "OK", ccp: CCP, idPendenza: "P1", datiPagoPA }]);
  });

  it("keeps an RPT that says who pays, from which account, and that a PSP activated it", async () => {
    await impianto.load();
    await impianto.activate();
    const [tentativo] = (await impianto.posizione()).tentativi;
    const rpt = rptFromJson(tentativo?.rpt ?? {});
    expect(rpt).toMatchObject({
      soggettoVersante: { anagraficaVersante: "Luigi Verdi", "e-mailVersante": "l.verdi@example.it" },
      soggettoPagatore: { anagraficaPagatore: "Mario Rossi" },
      datiVersamento: {
        tipoVersamento: "PO",
        codiceContestoPagamento: CCP,
        ibanAddebito: "IT60X0542811101000000123456",
        importoTotaleDaVersare: 1250n,
      },
    });
    expect(presentRpt(rpt)).toContain(`<codiceContestoPagamento>${CCP}</codiceContestoPagamento>`);
  });

  it("costs one read and one transaction", async () => {
    await impianto.load();
    await impianto.warm();
    await impianto.activate();
    expect(impianto.richieste.filter((r) => !r.endsWith("anagrafiche"))).toEqual(["query archivio", "commit archivio"]);
  });

  it.each([
    ["more", "12.51"],
    ["less", "12.49"],
    ["nothing", "0.00"],
  ])("refuses %s than what is due: PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO", async (_caso, importo) => {
    await impianto.load();
    expect(await impianto.activate({}, importo)).toMatchObject({
      faultCode: "PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO",
      description: `importoSingoloVersamento: dovuti 12.50, indicati dal PSP ${importo}`,
    });
    expect((await impianto.posizione()).tentativi).toEqual([]);
  });

  it.each([
    ["the same context", CCP, "già stato usato"],
    ["another one at the same time", "altro", "in corso"],
  ])("refuses %s: PAA_PAGAMENTO_IN_CORSO", async (_caso, ccp, motivo) => {
    await impianto.load();
    await impianto.activate();
    expect(await impianto.activate({ ccp })).toMatchObject({
      faultCode: "PAA_PAGAMENTO_IN_CORSO",
      description: expect.stringContaining(motivo),
    });
    expect((await impianto.posizione()).tentativi).toHaveLength(1);
  });

  it("never lets a context be used twice, and lets another begin when the first one's time is over", async () => {
    await impianto.load();
    await impianto.activate();
    impianto.clock.advance(31 * 60_000);
    expect((await impianto.activate()).faultCode).toBe("PAA_PAGAMENTO_IN_CORSO");
    expect((await impianto.activate({ ccp: "altro" })).esito).toBe("OK");
    expect((await impianto.posizione()).tentativi.map(({ ccp }) => ccp).sort()).toEqual(["altro", CCP]);
  });

  it("is begun once when two PSPs ask in the same instant", async () => {
    await impianto.load();
    const esiti = await Promise.all([impianto.activate(), impianto.activate()]);
    expect(esiti.map(({ esito }) => esito).sort()).toEqual(["KO", "OK"]);
    expect((await impianto.posizione()).tentativi).toHaveLength(1);
    expect(impianto.messaggi()).toHaveLength(1);
  });

  it.each([
    ["the context of model 1", { ccp: "n/a" }, {}],
    ["two items", {}, { voci: [voce(1, 1000n), voce(2, 250n)] }],
  ])("refuses %s: PAA_SEMANTICA", async (_caso, testata, debito) => {
    await impianto.load(debito);
    expect((await impianto.activate(testata)).faultCode).toBe("PAA_SEMANTICA");
  });

  it.each([
    ["PAA_PAGAMENTO_SCONOSCIUTO", undefined],
    ["PAA_PAGAMENTO_DUPLICATO", { stato: "INCASSATA" as const }],
    ["PAA_PAGAMENTO_ANNULLATO", { stato: "ANNULLATA" as const }],
    ["PAA_PAGAMENTO_SCADUTO", { dataScadenza: "2026-03-09" }],
  ])("refuses with %s before looking at the amount", async (atteso, debito) => {
    if (debito) await impianto.load(debito);
    expect((await impianto.activate({}, "99.99")).faultCode).toBe(atteso);
  });

  it("is PAA_SYSTEM_ERROR, and nothing began, when the transaction fails", async () => {
    await impianto.load();
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "commit archivio") throw new Error("DynamoDB non risponde");
    };
    expect((await impianto.activate()).faultCode).toBe("PAA_SYSTEM_ERROR");
    impianto.stato.guasto = undefined;
    expect((await impianto.posizione()).tentativi).toEqual([]);
    expect(impianto.messaggi()).toEqual([]);
    expect((await impianto.activate()).esito).toBe("OK");
  });

  it.each([
    ["an amount with a comma", (b: string) => b.replace("12.50", "12,50")],
    ["an amount without decimals", (b: string) => b.replace("12.50", "12")],
    ["an unqualified child of a person", (b: string) => b.replaceAll("p:anagraficaVersante", "anagraficaVersante")],
    ["a qualified child of the body", (b: string) => b.replaceAll("identificativoCanalePSP", "ppt:identificativoCanalePSP")],
    ["an empty optional element", (b: string) => b.replace("BCITITMM", "")],
    ["a payer without name", (b: string) => b.replace("<p:anagraficaPagatore>Luigi Verdi</p:anagraficaPagatore>", "")],
    [
      "elements out of order",
      (b: string) =>
        b.replace(
          /(<identificativoIntermediarioPSP>.*?<\/identificativoIntermediarioPSP>)(<identificativoCanalePSP>.*?<\/identificativoCanalePSP>)/,
          "$2$1",
        ),
    ],
  ])("is PAA_SINTASSI_XSD with %s", async (_caso, muta) => {
    await impianto.load();
    const rotta = muta(bustaStorica(attivaRpt()));
    expect(rotta).not.toBe(bustaStorica(attivaRpt()));
    expect((await impianto.call(rotta)).faultCode).toBe("PAA_SINTASSI_XSD");
  });

  it("gives back a context of any characters exactly as it came", async () => {
    await impianto.load();
    const ccp = "à &amp; &lt;b&gt; '\"  z";
    expect((await impianto.activate({ ccp })).esito).toBe("OK");
    const [tentativo] = (await impianto.posizione()).tentativi;
    expect(tentativo?.ccp).toBe("à & <b> '\"  z");
    expect(presentRpt(rptFromJson(tentativo?.rpt ?? {}))).toContain("à &amp; &lt;b&gt; &apos;&quot;  z");
  });

  if (hasSchemiStorici) {
    it("answers and stores what the official schemas allow", async () => {
      await impianto.load({ debitore: { ...pendenza().debitore, anagrafica: "è".repeat(200), nazione: "Italia", cap: "" } });
      const { xml } = await impianto.activate();
      const oracolo = openOracoloServizio("PagamentiTelematiciCCP");
      expect(oracolo(corpoDi(xml))).toBeUndefined();
      expect(oracolo(corpoDi((await impianto.activate({}, "1.00")).xml))).toBeUndefined();
      expect(oracolo(corpoDi(bustaStorica(attivaRpt(), intestazione())))).toBeUndefined();
      const [tentativo] = (await impianto.posizione()).tentativi;
      expect(tentativo?.dataRichiesta.slice(0, 10)).toBe(ADESSO.slice(0, 10));
      expect(openOracoloPagamenti()(presentRpt(rptFromJson(tentativo?.rpt ?? {})))).toBeUndefined();
    });
  }
});
