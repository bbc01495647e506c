/** paaInviaRT: a receipt of the legacy family is stored before anything is answered, and its five outcomes end where the debt is right. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { scriviRt } from "../../sostegno/storico.ts";
import { pendenza, voce } from "./debito.ts";
import { createImpiantoStorico, type ImpiantoStorico } from "./impianto-storico.ts";
import { bustaStorica, CCP, consegnaRt, intestazione, inviaRtGrezza } from "./messaggi-storici.ts";
import { corpoDi } from "./oracle.ts";
import { hasSchemiStorici, openOracoloPagamenti, openOracoloServizio } from "./oracle-storico.ts";

let impianto: ImpiantoStorico;
beforeEach(async () => {
  impianto = await createImpiantoStorico();
});

/** A debt activated at a PSP, and the RT of its outcome delivered and registered. */
const pay = async (esito: string, pagata = esito === "0"): Promise<void> => {
  await impianto.load();
  await impianto.activate();
  const risposta = await impianto.risposta(CCP, () => pagata);
  expect((await impianto.deliver({ ...risposta, esito })).esito).toBe("OK");
  await impianto.drain();
};

describe("paaInviaRT, until the answer", () => {
  it("puts the envelope in the queue as it came, then answers OK, nested twice", async () => {
    await impianto.load();
    await impianto.activate();
    const busta = consegnaRt(await impianto.risposta());
    const { status, xml } = await impianto.call(busta);
    expect(status).toBe(200);
    expect(xml).toContain("<ppt:paaInviaRTRisposta><paaInviaRTRisposta><esito>OK</esito></paaInviaRTRisposta></ppt:paaInviaRTRisposta>");
    expect(impianto.inCoda).toMatchObject([{ primitiva: "paaInviaRT", idPA: COMUNE, busta }]);
  });

  it("fails at HTTP level when the receipt cannot be stored, and takes it when it comes again", async () => {
    await impianto.load();
    await impianto.activate();
    const risposta = await impianto.risposta();
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "send ricevute") throw new Error("SQS non risponde");
    };
    const { status, xml } = await impianto.deliver(risposta);
    expect(status).toBe(500);
    expect(xml).not.toContain("<esito>");
    impianto.stato.guasto = undefined;
    expect((await impianto.deliver(risposta)).esito).toBe("OK");
  });

  it("takes the receipt also when the archive cannot be read: to keep it needs no table", async () => {
    await impianto.load();
    await impianto.activate();
    const risposta = await impianto.risposta();
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "query archivio") throw new Error("DynamoDB non risponde");
    };
    expect((await impianto.deliver(risposta)).esito).toBe("OK");
    expect(impianto.inCoda).toHaveLength(1);
    expect(impianto.letture).toHaveLength(1);
  });

  it("puts a huge receipt in the bucket, and its key in the queue", async () => {
    await impianto.load();
    const bollo = Buffer.alloc(200_000, 7).toString("base64");
    expect((await impianto.deliver({ righe: [{ importo: 1250n, iur: "I", bollo }] })).esito).toBe("OK");
    expect(impianto.inCoda).toMatchObject([{ chiave: expect.stringContaining("ricevute/") }]);
    await impianto.drain();
    expect((await impianto.posizione()).riscossioni).toMatchObject([{ tipo: "MBT", iur: "I", importo: 1250n }]);
  });

  it("answers PAA_RT_DUPLICATA to a receipt already registered, and stores nothing twice", async () => {
    await pay("0");
    expect((await impianto.deliver(await impianto.risposta())).faultCode).toBe("PAA_RT_DUPLICATA");
    expect(impianto.inCoda).toEqual([]);
    expect(impianto.eventi().filter(({ tipoEvento }) => tipoEvento === "paaInviaRT")).toMatchObject([
      { esito: "OK" },
      { esito: "KO", sottotipoEsito: "PAA_RT_DUPLICATA" },
    ]);
  });

  it("takes a repetition that comes before the first was registered, and registers it once", async () => {
    await impianto.load();
    await impianto.activate();
    const risposta = await impianto.risposta();
    for (let i = 0; i < 3; i += 1) expect((await impianto.deliver(risposta)).esito).toBe("OK");
    await impianto.drain();
    const { ricevute, riscossioni, pendenza: debito } = await impianto.posizione();
    expect([ricevute.length, riscossioni.length, debito?.importoPagato]).toEqual([1, 1, 1250n]);
  });

  it("answers PAA_RPT_SCONOSCIUTA to a receipt that nobody asked for, but keeps it and says so", async () => {
    expect((await impianto.deliver()).faultCode).toBe("PAA_RPT_SCONOSCIUTA");
    await impianto.drain();
    const { ricevute, riscossioni } = await impianto.posizione();
    expect(ricevute).toMatchObject([{ idRicevuta: CCP, primitiva: "paaInviaRT", segnalazioni: [{ codice: "RPT_SCONOSCIUTA" }] }]);
    expect(riscossioni).toMatchObject([{ iur: "IUR-1", importo: 1250n }]);
    const eventi = impianto.eventi().filter(({ tipoEvento }) => tipoEvento === "paaInviaRT");
    expect(eventi).toMatchObject([{ esito: "KO", sottotipoEsito: "PAA_RPT_SCONOSCIUTA" }]);
    expect((await impianto.deliver()).faultCode).toBe("PAA_RT_DUPLICATA");
  });

  it("takes receipts of a station that moved to version 2, of one that was switched off, of a creditor switched off", async () => {
    await impianto.load();
    await impianto.setStazione({ versioneStazione: "V2", abilitato: false });
    expect((await impianto.deliver()).esito).toBe("OK");
  });

  const rotta = (muta: (rt: string) => string) => bustaStorica(inviaRtGrezza(muta(scriviRt({ idDominio: COMUNE, ccp: CCP }))));
  it.each([
    ["not base64", bustaStorica("<ppt:paaInviaRT><tipoFirma>0</tipoFirma><rt>%%%</rt></ppt:paaInviaRT>"), "PAA_SINTASSI_XSD"],
    ["not XML", bustaStorica(inviaRtGrezza("ciao")), "PAA_SINTASSI_XSD"],
    ["with a DOCTYPE", rotta((rt) => rt.replace("?>", '?><!DOCTYPE a SYSTEM "http://x">')), "PAA_SINTASSI_XSD"],
    ["of another root", rotta((rt) => rt.replaceAll("pay_i:RT", "pay_i:RR")), "PAA_SINTASSI_XSD"],
    ["unqualified", rotta((rt) => rt.replaceAll("pay_i:dominio", "dominio")), "PAA_SINTASSI_XSD"],
    ["with outcome 5", rotta((rt) => rt.replace("codiceEsitoPagamento>0<", "codiceEsitoPagamento>5<")), "PAA_SINTASSI_XSD"],
    ["with a lower-case context", rotta((rt) => rt.replaceAll("CodiceContesto", "codiceContesto")), "PAA_SINTASSI_XSD"],
    ["signed", bustaStorica(inviaRtGrezza(scriviRt({ ccp: CCP }), "3")), "PAA_TIPOFIRMA_SCONOSCIUTO"],
    ["of another context than its header", bustaStorica(inviaRtGrezza(scriviRt({ ccp: "altro" }))), "PAA_SINTASSI_EXTRAXSD"],
    ["of another creditor than its header", consegnaRt({ idDominio: "91001750081" }, { dominio: COMUNE }), "PAA_SINTASSI_EXTRAXSD"],
    ["without header", bustaStorica(inviaRtGrezza(scriviRt({ ccp: CCP })), ""), "PAA_SINTASSI_EXTRAXSD"],
    ["of an unknown creditor", consegnaRt({ idDominio: "00000000000" }), "PAA_ID_DOMINIO_ERRATO"],
    ["of an unknown broker", consegnaRt({}, { intermediario: "x" }), "PAA_ID_INTERMEDIARIO_ERRATO"],
    ["of an unknown station", consegnaRt({}, { stazione: "x" }), "PAA_STAZIONE_INT_ERRATA"],
  ])("refuses a receipt %s", async (_caso, busta, atteso) => {
    await impianto.load();
    expect(await impianto.call(busta)).toMatchObject({ status: 200, esito: "KO", faultCode: atteso });
    expect(impianto.inCoda).toEqual([]);
  });

  it("does not mind the prefix, the encoding and the white space of the receipt", async () => {
    await impianto.load();
    await impianto.activate();
    const rt = scriviRt({ ...(await impianto.risposta()), idDominio: COMUNE, ccp: CCP, prefisso: "" });
    const latino = Buffer.from(rt.replace("UTF-8", "ISO-8859-1").replace("Mario", "Màrio").replaceAll("><", ">\n<"), "latin1").toString(
      "base64",
    );
    const corpo = `<ppt:paaInviaRT><tipoFirma/><rt>\n${latino.replace(/.{76}/g, "$&\n")}\n</rt></ppt:paaInviaRT>`;
    expect((await impianto.call(bustaStorica(corpo))).esito).toBe("OK");
    await impianto.drain();
    expect((await impianto.posizione()).ricevute).toMatchObject([{ versante: { anagrafica: "Màrio Rossi" } }]);
  });

  if (hasSchemiStorici) {
    it("answers, and is tested with, messages that the official schemas allow", async () => {
      const [servizio, pagamenti] = [openOracoloServizio("PagamentiTelematiciRT"), openOracoloPagamenti()];
      const busta = consegnaRt();
      expect(servizio(corpoDi(busta))).toBeUndefined();
      for (const esito of ["0", "1", "2", "3", "4"]) expect(pagamenti(scriviRt({ esito }))).toBeUndefined();
      expect(servizio(corpoDi((await impianto.call(busta)).xml))).toBeUndefined();
      await impianto.load();
      expect(servizio(corpoDi((await impianto.call(busta)).xml))).toBeUndefined();
    });
  }
});

describe("paaInviaRT, registered", () => {
  it("0: the debt is paid, the attempt closed, the money filed under the IUR of the row, the application told", async () => {
    await pay("0");
    const { pendenza: debito, tentativi, ricevute, riscossioni, notifiche } = await impianto.posizione();
    expect(debito).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n, segnalazioni: [] });
    expect(tentativi).toMatchObject([{ ccp: CCP, stato: "RT_ACCETTATA_PA", codiceEsito: "0", idRicevuta: CCP }]);
    expect(ricevute).toMatchObject([
      { idRicevuta: CCP, primitiva: "paaInviaRT", esito: "OK", importo: 1250n, numeroAvviso: pendenza().numeroAvviso, segnalazioni: [] },
    ]);
    expect(ricevute[0]?.rt).toMatchObject({
      datiPagamento: { codiceEsitoPagamento: "0", importoTotalePagato: 12.5, CodiceContestoPagamento: CCP },
    });
    expect(riscossioni).toMatchObject([
      { iur: "IUR-1", indice: 1, importo: 1250n, tipo: "ENTRATA", idVocePendenza: "V1", idRicevuta: CCP },
    ]);
    expect(notifiche).toHaveLength(1);
  });

  it.each(["1", "3"])("%s: nothing was paid, the debt stays payable and another context may try", async (esito) => {
    await pay(esito);
    const { pendenza: debito, tentativi, ricevute, riscossioni, notifiche } = await impianto.posizione();
    expect(debito).toMatchObject({ stato: "NON_ESEGUITA", importoPagato: 0n });
    expect(tentativi).toMatchObject([{ stato: "RT_ACCETTATA_PA", codiceEsito: esito, idRicevuta: CCP }]);
    expect(ricevute).toMatchObject([{ esito: "KO", importo: 0n, segnalazioni: [] }]);
    expect([riscossioni, notifiche]).toEqual([[], []]);
    // At once: the outcome closed the context, its time need not pass.
    expect((await impianto.activate({ ccp: "secondo" })).esito).toBe("OK");
    const risposta = await impianto.risposta("secondo");
    expect((await impianto.deliver(risposta)).esito).toBe("OK");
    await impianto.drain();
    expect(await impianto.posizione()).toMatchObject({ pendenza: { stato: "ESEGUITA" }, ricevute: [{}, {}] });
  });

  it.each(["2", "4"])("%s: the paid rows are collected, the others stay due, and the debt is paid in part", async (esito) => {
    await impianto.load({ voci: [voce(1, 1000n), voce(2, 250n), voce(3, 300n)] });
    const righe = [
      { importo: 0n, iur: "n/a", esito: "NON ESEGUITO" },
      { importo: 250n, iur: "IUR-B" },
      { importo: 300n, iur: "IUR-C" },
    ];
    await impianto.deliver({ esito, righe });
    await impianto.drain();
    const { pendenza: debito, riscossioni, storia } = await impianto.posizione();
    expect(debito).toMatchObject({ stato: "ESEGUITA_PARZIALE", importoPagato: 550n });
    expect(debito?.voci.map(({ stato }) => stato)).toEqual(["Non eseguito", "Eseguito", "Eseguito"]);
    expect(riscossioni).toMatchObject([
      { iur: "IUR-B", indice: 2 },
      { iur: "IUR-C", indice: 3 },
    ]);
    expect(storia.at(-1)?.evento).toBe("pagaParziale");
    // What is left has one item: the legacy family can ask for it.
    expect((await impianto.activate({ ccp: "resto" }, "10.00")).esito).toBe("OK");
    await impianto.deliver({ ...(await impianto.risposta("resto")), righe: [{ importo: 1000n, iur: "IUR-A" }] });
    await impianto.drain();
    const dopo = await impianto.posizione();
    expect(dopo.pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1550n });
    // First row of its own RT, as the settlement row will say; first item of the debt.
    expect(dopo.riscossioni.find(({ iur }) => iur === "IUR-A")).toMatchObject({ indice: 1, idVocePendenza: "V1" });
  });

  it.each([
    ["a higher amount", 1300n, "IMPORTO_DIVERSO"],
    ["a lower amount", 1200n, "IMPORTO_DIVERSO"],
  ])("with %s: the debt is anomalous, the money is there", async (_caso, importo, codice) => {
    await impianto.load();
    await impianto.activate();
    await impianto.deliver({ ...(await impianto.risposta()), righe: [{ importo, iur: "IUR-1" }] });
    await impianto.drain();
    const { pendenza: debito, riscossioni, ricevute } = await impianto.posizione();
    expect(debito).toMatchObject({ stato: "ANOMALA", importoPagato: importo, segnalazioni: [{ codice }] });
    expect(riscossioni).toMatchObject([{ importo }]);
    expect(ricevute[0]?.segnalazioni.map((s) => s.codice)).toContain("RT_IMPORTO_DIVERSO");
  });

  it("for a debt paid before under another context: anomalous, both amounts are there", async () => {
    await pay("0");
    await impianto.deliver({ ccp: "altro", idMessaggio: "RT-2", righe: [{ importo: 1250n, iur: "IUR-2" }] });
    await impianto.drain();
    const { pendenza: debito, riscossioni, tentativi } = await impianto.posizione();
    expect(debito).toMatchObject({ stato: "ANOMALA", importoPagato: 2500n });
    expect(riscossioni).toHaveLength(2);
    // The attempt that nobody announced is rebuilt from the receipt.
    expect(tentativi.find(({ ccp }) => ccp === "altro")).toMatchObject({ stato: "RT_ACCETTATA_PA", tipoRpt: "RPT" });
  });

  it("for an annulled debt: a payment that comes all the same wins", async () => {
    await impianto.load({ stato: "ANNULLATA" });
    await impianto.deliver();
    await impianto.drain();
    expect((await impianto.posizione()).pendenza?.stato).toBe("ESEGUITA");
  });

  it("a context told first not paid, then paid: both receipts are kept, and the money too", async () => {
    await pay("3");
    expect((await impianto.deliver({ ...(await impianto.risposta()), idMessaggio: "RT-2" })).esito).toBe("OK");
    await impianto.drain();
    const { pendenza: debito, ricevute, riscossioni, tentativi } = await impianto.posizione();
    expect(debito?.stato).toBe("ESEGUITA");
    expect(ricevute.map(({ idRicevuta }) => idRicevuta).sort()).toEqual([CCP, `${CCP}.RT-2`]);
    expect(riscossioni).toHaveLength(1);
    expect(tentativi).toMatchObject([{ codiceEsito: "0", idRicevuta: `${CCP}.RT-2` }]);
  });

  it("an altered receipt, with the same IURs and another amount, is kept and reported and moves no money", async () => {
    await pay("0");
    await impianto.deliver({ ...(await impianto.risposta()), idMessaggio: "RT-2", righe: [{ importo: 9900n, iur: "IUR-1" }] });
    await impianto.drain();
    const { pendenza: debito, ricevute, riscossioni } = await impianto.posizione();
    expect(debito).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect(riscossioni).toHaveLength(1);
    expect(ricevute.find(({ idRicevuta }) => idRicevuta === `${CCP}.RT-2`)?.segnalazioni.map((s) => s.codice)).toContain("RT_DIVERSA");
  });

  it("not paid after paid does not undo the payment", async () => {
    await pay("0");
    await impianto.deliver({ ...(await impianto.risposta(CCP, () => false)), esito: "1", idMessaggio: "RT-2" });
    await impianto.drain();
    expect(await impianto.posizione()).toMatchObject({
      pendenza: { stato: "ESEGUITA" },
      tentativi: [{ codiceEsito: "0", idRicevuta: CCP }],
    });
  });

  it("survives a crash at any write: given again, everything is there once", async () => {
    await impianto.load();
    await impianto.activate();
    await impianto.deliver(await impianto.risposta());
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("manca il messaggio");
    for (const richiesta of ["query archivio", "commit archivio"]) {
      impianto.stato.guasto = (fatta) => {
        if (fatta === richiesta) throw new Error("DynamoDB non risponde");
      };
      await expect(impianto.consume(messaggio)).rejects.toThrow("DynamoDB non risponde");
    }
    impianto.stato.guasto = undefined;
    await impianto.consume(messaggio);
    await impianto.consume(messaggio);
    const { ricevute, riscossioni, pendenza: debito } = await impianto.posizione();
    expect([ricevute.length, riscossioni.length, debito?.stato]).toEqual([1, 1, "ESEGUITA"]);
    expect(intestazione()).toContain(CCP);
  });
});
