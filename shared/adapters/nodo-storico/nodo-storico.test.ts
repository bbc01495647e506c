/** The legacy Node as the contract describes it: every request valid for the official schemas, every answer told apart. */
import { describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { ko, ok } from "../../domain/esito.ts";
import { CANALE_WISP, type NodoStorico, type RispostaNodo } from "../../ports/nodo-storico.ts";
import { createNodoStorico } from "./nodo-storico.ts";
import { OPERAZIONI } from "./operazioni.ts";
import { busta, createNodoFinto, fault, PUNTO, RPT } from "./prove/nodo-finto.ts";

const FILTRO = { da: "2026-03-29T00:30:00.000Z", a: "2026-03-30T00:00:00.000Z", massimo: 500 };
const due = [RPT, { ...RPT, idDominio: "91001750081", ccp: "x".repeat(35) }];

type Chiamata = (nodo: NodoStorico) => Promise<RispostaNodo<unknown>>;
const CHIAMATE: readonly (readonly [string, keyof typeof OPERAZIONI, Chiamata])[] = [
  ["una RPT", "nodoInviaRPT", (nodo) => nodo.inviaRpt(PUNTO, CANALE_WISP, RPT)],
  ["un carrello", "nodoInviaCarrelloRPT", (nodo) => nodo.inviaCarrello(PUNTO, CANALE_WISP, { idCarrello: "a".repeat(35), rpt: due })],
  [
    "un carrello multibeneficiario in convenzione",
    "nodoInviaCarrelloRPT",
    (nodo) =>
      nodo.inviaCarrello(PUNTO, CANALE_WISP, {
        idCarrello: "01234567897301000000000000112-00001",
        rpt: due,
        multiBeneficiario: true,
        codiceConvenzione: "CONV1",
      }),
  ],
  ["lo stato", "nodoChiediStatoRPT", (nodo) => nodo.chiediStato(PUNTO, RPT)],
  ["le pendenti di tutti", "nodoChiediListaPendentiRPT", (nodo) => nodo.chiediPendenti(PUNTO, FILTRO)],
  ["le pendenti di uno", "nodoChiediListaPendentiRPT", (nodo) => nodo.chiediPendenti(PUNTO, { ...FILTRO, idDominio: RPT.idDominio })],
  ["la copia della RT", "nodoChiediCopiaRT", (nodo) => nodo.chiediCopiaRt(PUNTO, RPT)],
];

const richiestaDi = async (chiama: Chiamata) => {
  const { client, richieste } = createNodoFinto(ok({ status: 500 }));
  await chiama(createNodoStorico(client));
  const [richiesta] = richieste;
  if (richiesta?.body === undefined) throw new Error("nessuna richiesta");
  return { ...richiesta, body: richiesta.body };
};

/** Header and body of an envelope: each declares the prefixes it uses. */
const partiDi = (xml: string): { readonly intestazione?: string; readonly corpo: string } => {
  const intestazione = /<soap:Header>(.*)<\/soap:Header>/s.exec(xml)?.[1];
  const corpo = /<soap:Body>(.*)<\/soap:Body>/s.exec(xml)?.[1] ?? "";
  return { corpo, ...(intestazione !== undefined && { intestazione }) };
};

describe("le chiamate al Nodo", () => {
  it.each(CHIAMATE)("%s: indirizzo, chiave, credenziali, azione e tempo", async (_caso, operazione, chiama) => {
    const { url, headers, auth, timeoutMillisecondi } = await richiestaDi(chiama);
    expect(url).toBe("https://nodo.example/nodo");
    expect(headers).toMatchObject({ SOAPAction: `"${operazione}"`, "Ocp-Apim-Subscription-Key": "chiave" });
    expect(auth).toEqual(PUNTO.connettore.auth);
    expect(timeoutMillisecondi).toBeLessThanOrEqual(15_000);
  });

  it("portano la RPT in base64 di UTF-8 e gli istanti nell'ora di Roma", async () => {
    const { body } = await richiestaDi((nodo) => nodo.inviaRpt(PUNTO, CANALE_WISP, RPT));
    expect(body).toContain(`<rpt>${Buffer.from("<RPT>è</RPT>").toString("base64")}</rpt>`);
    const pendenti = await richiestaDi((nodo) => nodo.chiediPendenti(PUNTO, FILTRO));
    expect(pendenti.body).toContain("<rangeDa>2026-03-29T01:30:00</rangeDa><rangeA>2026-03-30T02:00:00</rangeA>");
  });

  it("fatte insieme non si scambiano le intestazioni", async () => {
    const { client, richieste } = createNodoFinto(ok({ testo: busta("nodoInviaRPT", "<esito>OK</esito>") }));
    const nodo = createNodoStorico(client);
    const ccp = ["uno", "due", "tre"];
    await Promise.all([...ccp.map((uno) => nodo.inviaRpt(PUNTO, CANALE_WISP, { ...RPT, ccp: uno })), nodo.chiediStato(PUNTO, RPT)]);
    const intestazioni = richieste.map(
      ({ body = "" }) => /<codiceContestoPagamento>(\w+)<\/codiceContestoPagamento><\/ppthead/.exec(body)?.[1],
    );
    expect(intestazioni).toEqual([...ccp, undefined]);
  });

  it("dicono al giornale di chi sono e attraverso chi passano", async () => {
    const xml = "<pay_i:RPT><pay_i:tipoVersamento>BBT</pay_i:tipoVersamento></pay_i:RPT>";
    const { evento } = await richiestaDi((nodo) => nodo.inviaRpt(PUNTO, CANALE_WISP, { ...RPT, xml }));
    expect(evento).toEqual({
      tipoEvento: "nodoInviaRPT",
      ...{ idDominio: RPT.idDominio, iuv: RPT.iuv, ccp: RPT.ccp },
      datiPagoPA: {
        ...{ idIntermediario: "99001122334", idStazione: "99001122334_01", tipoVersamento: "BBT" },
        ...{ idPsp: "AGID_01", idIntermediarioPsp: "97735020584", idCanale: "97735020584_02" },
      },
    });
  });
});

describe("le risposte del Nodo", () => {
  const chiedi = <T>(testo: string, chiama: (nodo: NodoStorico) => Promise<RispostaNodo<T>>) =>
    chiama(createNodoStorico(createNodoFinto(ok({ testo })).client));
  const invia = (corpo: string) => chiedi(busta("nodoInviaRPT", corpo), (nodo) => nodo.inviaRpt(PUNTO, CANALE_WISP, RPT));

  it.each([
    ["presa in carico", "<esito>OK</esito>", {}],
    [
      "con la pagina dove pagare",
      "<esito>OK</esito><redirect>1</redirect><url>https://wisp.example/?a=1&amp;idSession=2</url>",
      { url: "https://wisp.example/?a=1&idSession=2" },
    ],
    ["con un indirizzo vuoto", "<esito>OK</esito><redirect>0</redirect><url/>", {}],
  ])("RPT %s", async (_caso, corpo, atteso) => {
    expect(await invia(corpo)).toEqual(ok(atteso));
  });

  it.each([
    ["KO con fault", `${fault("PPT_SEMANTICA")}<esito>KO</esito>`, "fault"],
    ["OK insieme a un fault", `${fault("PPT_SYSTEM_ERROR")}<esito>OK</esito>`, "fault"],
    ["KO senza fault", "<esito>KO</esito>", "illeggibile"],
    ["senza esito", "<redirect>1</redirect>", "illeggibile"],
    ["vuota", "", "illeggibile"],
  ])("%s", async (_caso, corpo, causa) => {
    expect(await invia(corpo)).toMatchObject({ ok: false, errore: { causa } });
  });

  it("un carrello rifiutato dice quale RPT e perché", async () => {
    const corpo = `<esitoComplessivoOperazione>KO</esitoComplessivoOperazione><listaErroriRPT>${fault("PPT_RPT_DUPLICATA", 2)}${fault("PPT_IBAN_NON_CENSITO", 3)}</listaErroriRPT>`;
    const esito = await chiedi(busta("nodoInviaCarrelloRPT", corpo), (nodo) =>
      nodo.inviaCarrello(PUNTO, CANALE_WISP, { idCarrello: "c", rpt: [RPT] }),
    );
    expect(esito).toMatchObject({
      ok: false,
      errore: {
        causa: "fault",
        dettaglio: "PPT_RPT_DUPLICATA (RPT 2): Testo del Nodo: motivo; PPT_IBAN_NON_CENSITO (RPT 3): Testo del Nodo: motivo",
        faults: [
          { faultCode: "PPT_RPT_DUPLICATA", serial: 2 },
          { faultCode: "PPT_IBAN_NON_CENSITO", serial: 3 },
        ],
      },
    });
  });

  const voce = (n: number): string =>
    `<rptPendente><identificativoDominio>01234567897</identificativoDominio><identificativoUnivocoVersamento>iuv${n}</identificativoUnivocoVersamento><codiceContestoPagamento>c</codiceContestoPagamento><stato>RPT_INVIATA_A_PSP</stato></rptPendente>`;
  it.each([
    ["nessuna", "", 0],
    ["lista vuota", "<listaRPTPendenti><totRestituiti>0</totRestituiti></listaRPTPendenti>", 0],
    ["una", `<listaRPTPendenti><totRestituiti>9</totRestituiti>${voce(1)}</listaRPTPendenti>`, 1],
    [
      "tre, una nulla",
      `<listaRPTPendenti><totRestituiti>1</totRestituiti>${voce(1)}<rptPendente xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>${voce(2)}</listaRPTPendenti>`,
      2,
    ],
  ])("pendenti: %s", async (_caso, corpo, quante) => {
    const esito = await chiedi(busta("nodoChiediListaPendentiRPT", corpo), (nodo) => nodo.chiediPendenti(PUNTO, FILTRO));
    expect(esito.ok && esito.valore.length).toBe(quante);
  });

  it("lo stato con la sua storia, la RT byte per byte", async () => {
    const stato = await chiedi(
      busta(
        "nodoChiediStatoRPT",
        "<esito><stato>RT_ACCETTATA_PA</stato><redirect>0</redirect><elementoStoricoRPT><data>2026-07-01T12:00:00</data><stato>RPT_RICEVUTA_NODO</stato><descrizione/></elementoStoricoRPT></esito>",
      ),
      (nodo) => nodo.chiediStato(PUNTO, RPT),
    );
    expect(stato).toEqual(
      ok({ stato: "RT_ACCETTATA_PA", storico: [{ data: "2026-07-01T12:00:00", stato: "RPT_RICEVUTA_NODO", descrizione: "" }] }),
    );
    const byte = Uint8Array.of(0xef, 0xbb, 0xbf, 0x3c, 0xe8);
    const scritta = Buffer.from(byte).toString("base64").replace(/^(..)/, "$1\r\n ");
    const rt = await chiedi(busta("nodoChiediCopiaRT", `<tipoFirma/><rt>${scritta}</rt>`), (nodo) => nodo.chiediCopiaRt(PUNTO, RPT));
    expect(rt.ok && [...rt.valore.rt]).toEqual([...byte]);
    expect(await chiedi(busta("nodoChiediCopiaRT", "<rt>non è base64!</rt>"), (nodo) => nodo.chiediCopiaRt(PUNTO, RPT))).toMatchObject({
      ok: false,
      errore: { causa: "illeggibile" },
    });
  });

  it.each([
    ["una pagina di un proxy", "<html><body>Manutenzione<br></body></html>"],
    ["testo", "ciao"],
    ["vuota", ""],
    ["la risposta di un'altra operazione", busta("nodoChiediCopiaRT", "<rt>QQ==</rt>")],
    ["troncata", busta("nodoInviaRPT", "<esito>OK</esito>").slice(0, -40)],
    ["con una DTD", busta("nodoInviaRPT", "<esito>OK</esito>").replace("?>", "?><!DOCTYPE a>")],
    ["con un'entità", busta("nodoInviaRPT", "<esito>&x;</esito>").replace("?>", '?><!DOCTYPE a [<!ENTITY x "OK">]>')],
    ["annidata oltre misura", busta("nodoInviaRPT", `${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}`)],
  ])("%s: non è una risposta", async (_caso, testo) => {
    expect(await chiedi(testo, (nodo) => nodo.inviaRpt(PUNTO, CANALE_WISP, RPT))).toMatchObject({
      ok: false,
      errore: { causa: "illeggibile" },
    });
  });

  it.each([
    [{ causa: "tempo", dettaglio: "nessuna risposta" }, true],
    [{ causa: "rete", dettaglio: "ECONNREFUSED", maiPartita: true }, false],
    [{ causa: "interrotta", dettaglio: "riposo", maiPartita: true }, false],
    [{ causa: "rete", dettaglio: "UND_ERR_SOCKET" }, true],
  ] as const)("%j: il Nodo può averla presa in carico: %s", async (errore, incerta) => {
    const { client } = createNodoFinto(ko(errore));
    const esito = await createNodoStorico(client).inviaRpt(PUNTO, CANALE_WISP, RPT);
    expect(esito).toMatchObject({ ok: false, errore: { causa: "irraggiungibile", incerta } });
  });

  it.each([
    [401, false],
    [429, false],
    [500, true],
    [504, true],
  ])("lo stato HTTP %i lascia il dubbio: %s", async (status, incerta) => {
    const { client } = createNodoFinto(ok({ status }));
    const esito = await createNodoStorico(client).inviaRpt(PUNTO, CANALE_WISP, RPT);
    expect(esito).toMatchObject({ ok: false, errore: { causa: "irraggiungibile", dettaglio: `il Nodo ha risposto ${status}`, incerta } });
  });
});

const wsdl = contratto("pagopa/gad/wsdl/NodoPerPa.wsdl");
const bustaUfficiale = contratto("pagopa/gad/xsd/envelope.xsd");
if (wsdl !== undefined && bustaUfficiale !== undefined) {
  const { createOracolo } = await import("./prove/oracolo.ts");
  const corpi = createOracolo(wsdl, "http://ws.pagamenti.telematici.gov/", bustaUfficiale);
  const intestazioni = createOracolo(wsdl, "http://ws.pagamenti.telematici.gov/ppthead", bustaUfficiale);
  describe("le chiamate al Nodo secondo il WSDL ufficiale", () => {
    it.each(CHIAMATE)("%s è valida", async (_caso, operazione, chiama) => {
      const { corpo, intestazione } = partiDi((await richiestaDi(chiama)).body);
      expect(() => corpi.validate(corpo)).not.toThrow();
      expect(intestazione !== undefined).toBe("intestazione" in OPERAZIONI[operazione]);
      if (intestazione !== undefined) expect(() => intestazioni.validate(intestazione)).not.toThrow();
    });
    it("e gli schemi sanno dire di no", () => {
      expect(() => corpi.validate('<p:nodoInviaRPT xmlns:p="http://ws.pagamenti.telematici.gov/"/>')).toThrow();
      expect(() => intestazioni.validate('<p:intestazionePPT xmlns:p="http://ws.pagamenti.telematici.gov/ppthead"/>')).toThrow();
    });
  });
}
