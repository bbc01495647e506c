/** Spontaneous payment at a PSP, from the request of the Node to the debt and back. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { fromElemento } from "../../../shared/adapters/archivio/mappa.ts";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { CAMPI_SERVIZIO } from "../../../shared/domain/servizi/servizio.ts";
import { APPLICAZIONE, COMUNE, INTERMEDIARIO, UNIONE } from "../../sostegno/anagrafica.ts";
import { testata } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV2, busta, consegnaV2, qrCode, receipt, testata as scriviTestata } from "./messaggi.ts";
import { corpoDi, hasSchemiUfficiali, openOracolo } from "./oracle.ts";
import { BOLLO_AUTO, CIE, CUP, conServizi, PASSAPORTO, PESCA, richiesta, SERVIZI } from "./servizi.ts";

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
  await impianto.write(...conServizi());
});

const demand = (idServizio: string, xml: string, idSoggetto?: string, intestazione?: string) =>
  impianto.call(busta(richiesta(idServizio, xml, idSoggetto, intestazione)));
const pendenze = (): Pendenza[] =>
  impianto.deposito
    .all("archivio")
    .filter(({ sk }) => sk === "PENDENZA")
    .map((elemento) => fromElemento(mappaPendenza, elemento));
const avvisoDi = (xml: string): string => /<noticeNumber>(\d{18})<\/noticeNumber>/.exec(xml)?.[1] ?? "";

/** Pays the notice as the Node would. */
const pay = async (numeroAvviso: string, importo: string): Promise<void> => {
  await impianto.call(busta(attivazioneV2(testata() + qrCode(COMUNE, numeroAvviso))));
  const ricevuta = { receiptId: `r${numeroAvviso}`, noticeNumber: numeroAvviso, creditorReferenceId: numeroAvviso.slice(1), importo };
  await impianto.call(busta(consegnaV2(testata() + receipt({ ...ricevuta, fiscalCode: COMUNE }, true))));
  await impianto.drain();
};

describe("each service of the catalogue", () => {
  it.each([
    ["vehicle tax", "00001", BOLLO_AUTO(), "180.50", "Tassa automobilistica, targa AB123CD", "ANONIMO"],
    ["motorbike", "00001", BOLLO_AUTO("AB12345", "4"), "35.00", "Tassa automobilistica, targa AB12345", "ANONIMO"],
    ["passport", "00002", PASSAPORTO, "42.50", "Passaporto di Luigi Bianchi", "RSSMRA85T10A562S"],
    ["fishing", "00003", PESCA, "22.00", "Licenza di pesca lago", "RSSMRA85T10A562S"],
    ["CUP", "00004", CUP(), "35.50", "Canone unico, Ditta", "RSSMRA85T10A562S"],
    ["CIE", "00005", CIE, "22.21", "Carta d&apos;identità elettronica", "BNCLGU80A01H501X"],
  ])("%s becomes a debt and its notice", async (_nome, idServizio, xml, importo, causale, debitore) => {
    const { status, outcome, xml: risposta } = await demand(idServizio, xml);
    expect({ status, outcome }).toEqual({ status: 200, outcome: "OK" });
    const [pendenza, ...altre] = pendenze();
    expect(altre).toEqual([]);
    expect(pendenza).toMatchObject({ idA2A: APPLICAZIONE, idDominio: COMUNE, tipo: "spontaneo", stato: "NON_ESEGUITA" });
    expect(pendenza?.debitore.identificativo).toBe(debitore);
    expect(risposta).toContain(
      `<paf:paDemandPaymentNoticeResponse><outcome>OK</outcome><qrCode><fiscalCode>${COMUNE}</fiscalCode><noticeNumber>${pendenza?.numeroAvviso}</noticeNumber></qrCode>` +
        `<paymentList><paymentOptionDescription><amount>${importo}</amount><options>EQ</options>`,
    );
    expect(risposta).toContain(`<paymentDescription>${causale}</paymentDescription><fiscalCodePA>${COMUNE}</fiscalCodePA>`);
    if (hasSchemiUfficiali) expect(openOracolo()(corpoDi(risposta))).toBeUndefined();
  });

  it("is named by its mapping, or by a digest of its data", async () => {
    await demand("00001", BOLLO_AUTO());
    await demand("00005", CIE);
    expect(
      pendenze()
        .map(({ idPendenza }) => idPendenza)
        .sort(),
    ).toEqual(["BOLLO-AB123CD", expect.stringMatching(/^SP-[0-9a-f]{24}$/)]);
  });

  it("costs a search of its name, a number, one transaction, and the verification of the notice", async () => {
    await impianto.warm();
    await demand("00004", CUP("1.00"));
    await impianto.write();
    await demand("00004", CUP("2.00"));
    expect(impianto.richieste).toEqual(["get archivio", "query archivio", "commit archivio", "get archivio", "putMany eventi"]);
    await impianto.write();
    await demand("00004", CUP("2.00"));
    expect(impianto.richieste.filter((chiesta) => chiesta.startsWith("commit"))).toEqual([]);
    expect(impianto.richieste.length).toBeLessThanOrEqual(8);
  });

  it("can be paid, and is told in the journal: the request with its answer, and the debt that it made", async () => {
    const { xml } = await demand("00005", CIE);
    const iuv = avvisoDi(xml).slice(1);
    const eventi = impianto.eventi();
    expect(eventi.map(({ tipoEvento }) => tipoEvento).sort()).toEqual(["addPendenza", "paDemandPaymentNotice"]);
    for (const evento of eventi)
      expect(evento).toMatchObject({ componente: "API_PAGOPA", esito: "OK", idDominio: COMUNE, iuv, idA2A: APPLICAZIONE });
    await pay(avvisoDi(xml), "22.21");
    expect(pendenze().map(({ stato }) => stato)).toEqual(["ESEGUITA"]);
  });
});

describe("the same request again", () => {
  it("gives the same notice while it is unpaid, without writing anything but the journal", async () => {
    const [primo, secondo] = [await demand("00002", PASSAPORTO), await demand("00002", PASSAPORTO)];
    expect(secondo.xml).toBe(primo.xml);
    expect(pendenze()).toHaveLength(1);
    expect(pendenze()[0]?.versione).toBe(1);
  });

  it("gives the same notice to two that come together", async () => {
    const risposte = await Promise.all(Array.from({ length: 4 }, () => demand("00004", CUP())));
    expect(new Set(risposte.map(({ xml }) => avvisoDi(xml))).size).toBe(1);
    expect(pendenze()).toHaveLength(1);
  });

  it.each([
    ["white space and another prefix", CUP().replace("<pagamentoCup xmlns=", "\n<pagamentoCup  xmlns=").replaceAll("><", "> <")],
    ["an encoding declaration", `<?xml version="1.0" encoding="UTF-8"?>${CUP()}`],
  ])("is the same with %s", async (_caso, xml) => {
    const primo = await demand("00004", CUP());
    expect(avvisoDi((await demand("00004", xml)).xml)).toBe(avvisoDi(primo.xml));
  });

  it("makes another notice once the first is paid, for as many times as it is paid", async () => {
    const avvisi: string[] = [];
    for (let volta = 0; volta < 6; volta++) {
      const { xml } = await demand("00001", BOLLO_AUTO());
      avvisi.push(avvisoDi(xml));
      await pay(avvisoDi(xml), "180.50");
    }
    expect(new Set(avvisi).size).toBe(6);
    expect(
      pendenze()
        .map(({ idPendenza }) => idPendenza)
        .sort(),
    ).toEqual(["BOLLO-AB123CD", ...[2, 3, 4, 5, 6].map((n) => `BOLLO-AB123CD-${n}`)]);
  });

  it("leaves an annulled or expired debt alone and makes another", async () => {
    await demand("00001", BOLLO_AUTO());
    const [prima] = await Promise.all(pendenze().map(({ iuv }) => impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv })));
    if (!prima) throw new Error("manca la pendenza");
    await impianto.write({ azione: "sostituisci", entita: "pendenza", valore: { ...prima, stato: "ANNULLATA" } });
    expect(avvisoDi((await demand("00001", BOLLO_AUTO())).xml)).not.toBe(prima.numeroAvviso);
    expect(
      pendenze()
        .map(({ stato }) => stato)
        .sort(),
    ).toEqual(["ANNULLATA", "NON_ESEGUITA"]);
  });

  it("gives a notice that can be paid, whenever in between the first one is closed", async () => {
    let momenti = 1;
    for (let momento = 0; momento < momenti; momento++) {
      impianto = await createImpianto();
      await impianto.write(...conServizi());
      const primo = avvisoDi((await demand("00004", CUP())).xml);
      const [prima] = await Promise.all(pendenze().map(({ iuv }) => impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv })));
      if (!prima) throw new Error("manca la pendenza");
      let chieste = 0;
      impianto.stato.guasto = () => {
        if (chieste++ === momento)
          void impianto.write({ azione: "sostituisci", entita: "pendenza", valore: { ...prima, stato: "ANNULLATA" } });
      };
      const { outcome, xml } = await demand("00004", CUP());
      momenti = Math.max(momenti, Math.min(chieste, 8));
      expect({ momento, outcome }).toEqual({ momento, outcome: "OK" });
      const aperte = pendenze().filter(({ stato }) => stato === "NON_ESEGUITA");
      if (avvisoDi(xml) !== primo) expect(aperte.map(({ numeroAvviso }) => numeroAvviso)).toEqual([avvisoDi(xml)]);
    }
    expect(momenti).toBeGreaterThan(3);
  });

  it("is another debt for other data", async () => {
    await demand("00004", CUP("35.50"));
    await demand("00004", CUP("35.51"));
    expect(pendenze()).toHaveLength(2);
  });
});

describe("refusals, in the order of the protocol", () => {
  const b64 = (testo: string) => busta(richiesta("00001", "x").replace(/(<datiSpecificiServizioRequest>).*(<\/dati)/, `$1${testo}$2`));
  it.each([
    ["an unknown creditor", busta(richiesta("0000x", "<", "1", scriviTestata("11111111111", INTERMEDIARIO, "x"))), "PAA_ID_DOMINIO_ERRATO"],
    ["an unknown broker", busta(richiesta("0000x", "<", "1", scriviTestata(COMUNE, "11111111111", "x"))), "PAA_ID_INTERMEDIARIO_ERRATO"],
    ["an unknown station", busta(richiesta("0000x", "<", "1", scriviTestata(COMUNE, INTERMEDIARIO, "x"))), "PAA_STAZIONE_INT_ERRATA"],
    ["a service of four characters", busta(richiesta("0001", BOLLO_AUTO())), "PAA_SINTASSI_XSD"],
    ["a service of six characters", busta(richiesta("000001", BOLLO_AUTO())), "PAA_SINTASSI_XSD"],
    ["a subject of four characters", busta(richiesta("00001", BOLLO_AUTO(), "0001")), "PAA_SINTASSI_XSD"],
    ["data not in base64", b64("***"), "PAA_SINTASSI_XSD"],
    ["an unknown service", busta(richiesta("99999", BOLLO_AUTO())), "PAA_SEMANTICA"],
    ["a service of another subject", busta(richiesta("00001", BOLLO_AUTO(), "00002")), "PAA_SEMANTICA"],
    ["a service of another creditor", busta(richiesta("00001", BOLLO_AUTO(), "00001", testata(UNIONE))), "PAA_SEMANTICA"],
    ["no data", b64(""), "PAA_SINTASSI_XSD"],
    ["data not in XML", busta(richiesta("00001", "AB123CD")), "PAA_SINTASSI_XSD"],
    ["the data of another service", busta(richiesta("00001", PASSAPORTO)), "PAA_SINTASSI_XSD"],
    ["another namespace", busta(richiesta("00001", BOLLO_AUTO().replace("TassaAuto", "Altro"))), "PAA_SINTASSI_XSD"],
    ["a vehicle type that is not", busta(richiesta("00001", BOLLO_AUTO("AB123CD", "3"))), "PAA_SINTASSI_XSD"],
    ["a plate too short", busta(richiesta("00001", BOLLO_AUTO("AB123"))), "PAA_SINTASSI_XSD"],
    ["an element more", busta(richiesta("00001", BOLLO_AUTO().replace("</ta:tassaAuto>", "<ta:x/></ta:tassaAuto>"))), "PAA_SINTASSI_XSD"],
    ["an unqualified child", busta(richiesta("00001", BOLLO_AUTO().replaceAll("ta:veicoloTarga", "veicoloTarga"))), "PAA_SINTASSI_XSD"],
    [
      "two of a choice",
      busta(richiesta("00004", CUP("1.00", "<istatCode>1</istatCode><catastaleCode>H501</catastaleCode>"))),
      "PAA_SINTASSI_XSD",
    ],
    ["none of a choice", busta(richiesta("00004", CUP("1.00", ""))), "PAA_SINTASSI_XSD"],
    ["an amount with a comma", busta(richiesta("00004", CUP("1,00"))), "PAA_SINTASSI_XSD"],
    ["an amount of zero", busta(richiesta("00004", CUP("0.00"))), "PAA_SEMANTICA"],
    ["a DOCTYPE", busta(richiesta("00001", `<!DOCTYPE x>${BOLLO_AUTO().replace(/<\?.*?\?>/, "")}`)), "PAA_SINTASSI_XSD"],
    ["an entity bomb", busta(richiesta("00001", `<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>`)), "PAA_SINTASSI_XSD"],
    ["too much nesting", busta(richiesta("00001", "<a>".repeat(200) + "</a>".repeat(200))), "PAA_SINTASSI_XSD"],
    ["a huge document", busta(richiesta("00001", BOLLO_AUTO("x".repeat(70_000)))), "PAA_SINTASSI_XSD"],
    ["a tax code that is not", busta(richiesta("00005", CIE.replace("BNCLGU80A01H501X", "BNCLGU80A01H501"))), "PAA_SINTASSI_XSD"],
    ["a code longer than a debtor's", busta(richiesta("00002", PASSAPORTO.replace("RSSMRA85T10A562S", "X".repeat(17)))), "PAA_SEMANTICA"],
  ])("%s", async (_caso, messaggio, atteso) => {
    const { status, outcome, faultCode, description, xml } = await impianto.call(messaggio);
    expect({ status, outcome, faultCode }).toEqual({ status: 200, outcome: "KO", faultCode: atteso });
    expect(description).toBeTruthy();
    expect(pendenze()).toEqual([]);
    if (hasSchemiUfficiali) expect(openOracolo()(corpoDi(xml))).toBeUndefined();
  });

  it.each([
    ["switched off", { abilitato: false }],
    ["not yet begun", { dataInizioValidita: "2026-03-11" }],
    ["over", { dataFineValidita: "2026-03-09" }],
    ["of an application that is not there", { idA2A: "ALTRA" }],
    ["of an application out of its scope", { idA2A: "GEST-MENSA" }],
  ])("a service %s", async (_caso, altro) => {
    impianto = await createImpianto();
    await impianto.write(...conServizi(altro));
    expect((await demand("00005", CIE)).faultCode).toBe("PAA_SEMANTICA");
    expect(pendenze()).toEqual([]);
  });

  it("a store that does not answer: PAA_SYSTEM_ERROR, and the next request makes one debt", async () => {
    impianto.stato.guasto = (chiesta) => {
      if (chiesta === "commit archivio") throw new Error("archivio giù");
    };
    expect((await demand("00005", CIE)).faultCode).toBe("PAA_SYSTEM_ERROR");
    impianto.stato.guasto = undefined;
    expect((await demand("00005", CIE)).outcome).toBe("OK");
    expect(pendenze()).toHaveLength(1);
  });
});

describe("any text in the request", () => {
  it("is answered within the schema, and never with a debt that cannot be paid", async () => {
    const testo = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
    const oracolo = hasSchemiUfficiali ? openOracolo() : () => undefined;
    const toEntita = (t: string) => t.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
    await fc.assert(
      fc.asyncProperty(testo, testo, async (nome, ditta) => {
        const xml = CUP().replace("Mario Rossi", toEntita(nome)).replace("Ditta", toEntita(ditta));
        const risposta = await demand("00004", xml);
        expect(oracolo(corpoDi(risposta.xml))).toBeUndefined();
        if (risposta.outcome !== "OK") return expect(["PAA_SINTASSI_XSD", "PAA_SEMANTICA"]).toContain(risposta.faultCode);
        const verificata = await impianto.call(busta(attivazioneV2(testata() + qrCode(COMUNE, avvisoDi(risposta.xml)))));
        expect(verificata.outcome).toBe("OK");
      }),
      { numRuns: 60 },
    );
  });

  it("uses every field that the catalogue gives", () => {
    const usati = JSON.stringify(SERVIZI);
    for (const [schema, campi] of Object.entries(CAMPI_SERVIZIO))
      if (schema !== "Cup_1_0_0") expect(campi.some((campo) => usati.includes(campo))).toBe(true);
  });
});
