/** The endpoint as the Node sees it: who may call, what order of checks it meets, how each refusal is told, what the journal keeps. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, INTERMEDIARIO, PASSWORD, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { IUV, pendenza, testata, voce } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, consegnaV2, NAV, qrCode, receipt, testata as scriviTestata, verifica } from "./messaggi.ts";

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
});

const load = (altro: Parameters<typeof pendenza>[0] = {}) =>
  impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) });
const VERIFICA = busta(verifica(testata() + qrCode(COMUNE)));
const RICEVUTA = busta(consegnaV2(testata() + receipt({ fiscalCode: COMUNE }, true)));

describe("who may call", () => {
  it("wants credentials", async () => {
    const { status, xml } = await impianto.call(VERIFICA, { requestContext: {} });
    expect(status).toBe(401);
    expect(xml).toContain("soapenv:Fault");
    expect(impianto.eventi()).toEqual([]);
  });

  it.each([
    ["an application", { authorization: `Basic ${btoa(`gest-tributi:${PASSWORD}`)}` }, 403],
    ["a wrong password", { authorization: `Basic ${btoa("nodo:sbagliata")}` }, 401],
    ["an unknown principal", { authorization: `Basic ${btoa(`altro:${PASSWORD}`)}` }, 401],
  ])("refuses %s", async (_chi, headers, atteso) => {
    expect((await impianto.call(VERIFICA, { requestContext: {}, headers })).status).toBe(atteso);
  });

  it("takes the Node by Basic and by client certificate", async () => {
    await load();
    const headers = { authorization: `Basic ${btoa(`nodo:${PASSWORD}`)}` };
    expect((await impianto.call(VERIFICA, { requestContext: {}, headers })).outcome).toBe("OK");
    expect((await impianto.call(VERIFICA)).outcome).toBe("OK");
  });
});

describe("the order of checks", () => {
  const IGNOTO = "11111111111";
  const nonValida = "<qrCode/>";
  it.each([
    ["header before anything", busta(verifica(scriviTestata("", "", "") + nonValida)), "PAA_SINTASSI_XSD"],
    ["domain before broker", busta(verifica(scriviTestata(IGNOTO, IGNOTO, "x") + nonValida)), "PAA_ID_DOMINIO_ERRATO"],
    ["broker before station", busta(verifica(scriviTestata(COMUNE, IGNOTO, "x") + nonValida)), "PAA_ID_INTERMEDIARIO_ERRATO"],
    [
      "station before body",
      busta(verifica(scriviTestata(COMUNE, INTERMEDIARIO, `${INTERMEDIARIO}_99`) + nonValida)),
      "PAA_STAZIONE_INT_ERRATA",
    ],
    ["body before business", busta(verifica(testata() + nonValida)), "PAA_SINTASSI_XSD"],
    ["creditor of the notice", busta(verifica(testata() + qrCode(UNIONE))), "PAA_ID_DOMINIO_ERRATO"],
    ["business last", VERIFICA, "PAA_PAGAMENTO_SCONOSCIUTO"],
  ])("%s", async (_caso, messaggio, atteso) => {
    const { status, outcome, faultCode, description } = await impianto.call(messaggio);
    expect({ status, outcome, faultCode }).toEqual({ status: 200, outcome: "KO", faultCode: atteso });
    expect(description).toBeTruthy();
  });

  it.each([
    ["a disabled creditor", "dominio", "PAA_ID_DOMINIO_ERRATO"],
    ["a disabled broker", "intermediario", "PAA_ID_INTERMEDIARIO_ERRATO"],
    ["a disabled station", "stazione", "PAA_STAZIONE_INT_ERRATA"],
  ] as const)("refuses %s, but takes its receipts", async (_caso, entita, atteso) => {
    const { dominio } = (await impianto.anagrafiche.getCreditore(COMUNE)) ?? {};
    const intermediario = await impianto.anagrafiche.getIntermediario(INTERMEDIARIO);
    const stazione = await impianto.anagrafiche.getStazione(STAZIONE);
    if (!dominio || !intermediario || !stazione) throw new Error("anagrafica assente");
    if (entita === "dominio") await impianto.write({ azione: "sostituisci", entita, valore: { ...dominio, abilitato: false } });
    // The Node authenticates as the broker: disabled, it is refused at the door by Basic; here another broker's entry is at stake.
    if (entita === "intermediario") {
      const altro = { ...intermediario, versione: 0, idIntermediario: "80008000802", abilitato: false };
      await impianto.write(
        { azione: "crea", entita, valore: altro },
        {
          azione: "crea",
          entita: "stazione",
          valore: { ...stazione, versione: 0, idIntermediario: "80008000802", idStazione: "80008000802_01" },
        },
      );
    }
    if (entita === "stazione") await impianto.write({ azione: "sostituisci", entita, valore: { ...stazione, abilitato: false } });
    impianto.clock.advance(120_000);
    const intestazione = entita === "intermediario" ? scriviTestata(COMUNE, "80008000802", "80008000802_01") : testata();
    expect((await impianto.call(busta(verifica(intestazione + qrCode(COMUNE))))).faultCode).toBe(atteso);
    expect((await impianto.call(busta(consegnaV2(intestazione + receipt({ fiscalCode: COMUNE }, true))))).outcome).toBe("OK");
  });

  it("refuses credentials of another broker", async () => {
    const intermediario = await impianto.anagrafiche.getIntermediario(INTERMEDIARIO);
    if (!intermediario) throw new Error("anagrafica assente");
    await impianto.write({
      azione: "crea",
      entita: "intermediario",
      valore: { ...intermediario, versione: 0, idIntermediario: "80008000803", principalPagoPa: "altro-nodo" },
    });
    const { faultCode, description } = await impianto.call(
      busta(verifica(scriviTestata(COMUNE, "80008000803", "80008000803_01") + qrCode(COMUNE))),
    );
    expect(faultCode).toBe("PAA_ID_INTERMEDIARIO_ERRATO");
    expect(description).toContain("credenziali");
  });

  it("wants the creditor on its own station to verify, and forgives it for receipts in flight", async () => {
    const { dominio } = (await impianto.anagrafiche.getCreditore(COMUNE)) ?? {};
    if (!dominio) throw new Error("anagrafica assente");
    await impianto.write({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, stazione: `${INTERMEDIARIO}_02` } });
    impianto.clock.advance(120_000);
    expect((await impianto.call(VERIFICA)).faultCode).toBe("PAA_STAZIONE_INT_ERRATA");
    expect((await impianto.call(RICEVUTA)).outcome).toBe("OK");
  });
});

describe("messages that cannot be read", () => {
  it.each([
    ["malformed XML of a known primitive", "<s:Envelope><s:Body><x:paGetPaymentV2Request><rotto", 200, "paGetPaymentV2Response"],
    ["an entity bomb", `<!DOCTYPE a [<!ENTITY a "b">]>${VERIFICA.replace(/<\?xml.*?\?>/, "")}`, 200, "paVerifyPaymentNoticeRes"],
    ["a known element in another namespace", VERIFICA.replace("pa/paForNode.xsd", "altro"), 200, "paVerifyPaymentNoticeRes"],
    ["a primitive of the retired family", busta("<pa:paaInviaRT/>"), 400, "soapenv:Fault"],
    ["anything else", "ciao", 400, "soapenv:Fault"],
    ["an empty body", "", 400, "soapenv:Fault"],
  ])("answers %s with %i and %s", async (_caso, messaggio, status, elemento) => {
    const risposta = await impianto.call(messaggio);
    expect(risposta.status).toBe(status);
    expect(risposta.faultCode).toBe("PAA_SINTASSI_EXTRAXSD");
    expect(risposta.xml).toContain(elemento);
    expect(impianto.eventi()).toMatchObject([{ esito: "KO", sottotipoEsito: "PAA_SINTASSI_EXTRAXSD", parametriRisposta: { status } }]);
    expect(impianto.inCoda).toEqual([]);
  });

  it("limits each primitive to its own size", async () => {
    const enorme = VERIFICA.replace("<pa:paVerify", `<!--${"x".repeat(300_000)}--><pa:paVerify`);
    const { faultCode, description } = await impianto.call(enorme);
    expect({ faultCode, description }).toEqual({ faultCode: "PAA_SINTASSI_EXTRAXSD", description: "il messaggio supera 256 kB" });
    const ricevuta = RICEVUTA.replace("<pa:paSend", `<!--${"x".repeat(300_000)}--><pa:paSend`);
    expect((await impianto.call(ricevuta)).outcome).toBe("OK");
    expect((await impianto.call(RICEVUTA.replace("<pa:paSend", `<!--${"x".repeat(4_200_000)}--><pa:paSend`))).faultCode).toBe(
      "PAA_SINTASSI_EXTRAXSD",
    );
  });

  it("refuses bytes that are of no encoding", async () => {
    await load();
    const base64 = (corpo: Buffer) => impianto.call(corpo.toString("base64"), { isBase64Encoded: true });
    expect((await base64(Buffer.concat([Buffer.from(VERIFICA), Buffer.of(0xe8)]))).faultCode).toBe("PAA_SINTASSI_EXTRAXSD");
    const ebcdic = Buffer.from(VERIFICA.replace('encoding="UTF-8"', 'encoding="EBCDIC-CP-IT"'));
    expect(await base64(ebcdic)).toMatchObject({
      faultCode: "PAA_SINTASSI_EXTRAXSD",
      description: expect.stringContaining("EBCDIC-CP-IT"),
    });
  });
});

describe("the state of the debt", () => {
  const ULTIMO_GIORNO = { dataScadenza: "2026-03-10" };
  it.each([
    ["annulled", { stato: "ANNULLATA" }, "PAA_PAGAMENTO_ANNULLATO"],
    [
      "paid",
      { stato: "ESEGUITA", dataPagamento: "2026-02-01T09:00:00.000Z", voci: [voce(1, 1250n, { stato: "Eseguito" })] },
      "PAA_PAGAMENTO_DUPLICATO",
    ],
    ["reconciled", { stato: "INCASSATA", voci: [voce(1, 1250n, { stato: "Eseguito" })] }, "PAA_PAGAMENTO_DUPLICATO"],
    ["anomalous", { stato: "ANOMALA", voci: [voce(1, 1250n, { stato: "Anomalo" })] }, "PAA_PAGAMENTO_DUPLICATO"],
    ["expired yesterday", { dataScadenza: "2026-03-09" }, "PAA_PAGAMENTO_SCADUTO"],
    ["of zero", { voci: [voce(1, 0n)] }, "PAA_SEMANTICA"],
    [
      "on an income that lost its account",
      { voci: [voce(1, 1n, { destinazione: { variante: "entrata", codEntrata: "CANONE" } })] },
      "PAA_SEMANTICA",
    ],
    ["for a beneficiary unknown", { voci: [voce(1, 1n, { idDominio: "11111111111" })] }, "PAA_SEMANTICA"],
    ["with another notice number", { numeroAvviso: `0${NAV.slice(1)}` }, "PAA_PAGAMENTO_SCONOSCIUTO"],
  ] as const)("%s is refused in the same way by the three primitives", async (_caso, altro, atteso) => {
    await load(altro);
    for (const messaggio of [verifica, attivazioneV1, attivazioneV2]) {
      const { status, faultCode, xml } = await impianto.call(busta(messaggio(testata() + qrCode(COMUNE))));
      expect({ status, faultCode }).toEqual({ status: 200, faultCode: atteso });
      expect(xml).toMatch(/<outcome>KO<\/outcome><fault>.*<\/fault><\/paf:/);
    }
    expect(impianto.deposito.all("archivio").filter(({ sk }) => sk.startsWith("RPT#"))).toEqual([]);
  });

  const { dataScadenza: _, ...SENZA_SCADENZA } = pendenza();
  it.each([
    ["on its last day", pendenza(ULTIMO_GIORNO), "2026-03-10T10:00:00.000Z", "2026-03-10"],
    ["just before midnight in Rome", pendenza(ULTIMO_GIORNO), "2026-03-10T22:59:00.000Z", "2026-03-10"],
    ["with the day of validity first", pendenza({ dataValidita: "2026-06-30" }), "2026-03-10T10:00:00.000Z", "2026-06-30"],
    ["without expiry", SENZA_SCADENZA, "2026-03-10T10:00:00.000Z", "2999-12-31"],
  ])("%s is payable", async (_caso, valore, adesso, dueDate) => {
    await impianto.write({ azione: "crea", entita: "pendenza", valore });
    impianto.clock.set(adesso);
    const { outcome, xml } = await impianto.call(VERIFICA);
    expect(outcome).toBe("OK");
    expect(xml).toContain(`<dueDate>${dueDate}</dueDate>`);
  });
});

describe("the journal", () => {
  it("keeps both messages of an exchange, and whose it was", async () => {
    await load();
    const { xml } = await impianto.call(VERIFICA);
    expect(impianto.eventi()).toMatchObject([
      {
        componente: "API_PAGOPA",
        categoriaEvento: "INTERFACCIA",
        ruolo: "SERVER",
        tipoEvento: "paVerifyPaymentNotice",
        esito: "OK",
        idDominio: COMUNE,
        iuv: IUV,
        idA2A: "GEST-TRIBUTI",
        idPendenza: "P1",
        principal: "nodo",
        datiPagoPA: { idDominio: COMUNE, idIntermediario: INTERMEDIARIO, idStazione: STAZIONE, tipoVersamento: "PO" },
        parametriRichiesta: { payload: VERIFICA },
        parametriRisposta: { payload: xml, status: 200 },
      },
    ]);
  });

  it("takes the probe's notice for a success", async () => {
    const { outcome, faultCode } = await impianto.call(busta(verifica(testata() + qrCode(COMUNE, "0".repeat(18)))));
    expect({ outcome, faultCode }).toEqual({ outcome: "KO", faultCode: "PAA_PAGAMENTO_SCONOSCIUTO" });
    expect(impianto.eventi()).toMatchObject([{ esito: "OK", sottotipoEsito: "PAA_PAGAMENTO_SCONOSCIUTO" }]);
  });

  it("does not open a journal for a creditor that does not exist", async () => {
    await impianto.call(busta(verifica(scriviTestata("11111111111", INTERMEDIARIO, STAZIONE) + qrCode("11111111111"))));
    const [evento] = impianto.eventi();
    expect(evento).not.toHaveProperty("idDominio");
    expect(evento).toMatchObject({ esito: "KO", datiPagoPA: { idDominio: "11111111111" } });
  });

  it("answers all the same when it cannot be written", async () => {
    await load();
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "putMany eventi") throw new Error("giornale giù");
    };
    expect((await impianto.call(VERIFICA)).outcome).toBe("OK");
  });
});
