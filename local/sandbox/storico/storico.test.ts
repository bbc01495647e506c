/** The simulated legacy Node, exact to its contract: documents valid for the official schemas, faults in the documented order. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBollo } from "../../../shared/adapters/bollo/lettore-bollo.ts";
import { createHttpClient } from "../../../shared/adapters/http/client.ts";
import { createClockFermo } from "../../../shared/adapters/memory/tempo.ts";
import { createClientSoap } from "../../../shared/adapters/nodo-storico/client-soap.ts";
import { createNodoStorico as createClient } from "../../../shared/adapters/nodo-storico/nodo-storico.ts";
import { CANALE_WISP, type PuntoNodo } from "../../../shared/ports/nodo-storico.ts";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { CHIAVE_SOTTOSCRIZIONE, STAZIONE_STORICA } from "../credenziali.ts";
import { type Banco, openBanco } from "../prove/banco.ts";
import { PSP } from "../psp/psp.ts";
import { leggiRpt, scriviFlusso, scriviRt } from "./documenti.ts";
import { CODICI_ESITO, type RptAlNodo } from "./modello.ts";

const ENTE = "01234567897";
const IBAN = "IT35C9900112900000000000001";
const rptXml = ({ iuv = "01000000000000112", ccp = "ccp-1", totale = "26.00", righe = ["10.00", "16.00"], iban = IBAN } = {}): string =>
  `<?xml version="1.0"?><p:RPT xmlns:p="http://www.digitpa.gov.it/schemas/2011/Pagamenti/"><p:versioneOggetto>6.2.0</p:versioneOggetto><p:dominio><p:identificativoDominio>${ENTE}</p:identificativoDominio></p:dominio><p:identificativoMessaggioRichiesta>m1</p:identificativoMessaggioRichiesta><p:dataOraMessaggioRichiesta>2026-11-25T10:00:00</p:dataOraMessaggioRichiesta><p:autenticazioneSoggetto>N/A</p:autenticazioneSoggetto>` +
  `<p:soggettoPagatore><p:identificativoUnivocoPagatore><p:tipoIdentificativoUnivoco>F</p:tipoIdentificativoUnivoco><p:codiceIdentificativoUnivoco>RSSMRA85T10A562S</p:codiceIdentificativoUnivoco></p:identificativoUnivocoPagatore><p:anagraficaPagatore>Mario &amp; figli</p:anagraficaPagatore></p:soggettoPagatore><p:enteBeneficiario><p:identificativoUnivocoBeneficiario><p:tipoIdentificativoUnivoco>G</p:tipoIdentificativoUnivoco><p:codiceIdentificativoUnivoco>${ENTE}</p:codiceIdentificativoUnivoco></p:identificativoUnivocoBeneficiario><p:denominazioneBeneficiario>Comune</p:denominazioneBeneficiario></p:enteBeneficiario>` +
  `<p:datiVersamento><p:dataEsecuzionePagamento>2026-11-25</p:dataEsecuzionePagamento><p:importoTotaleDaVersare>${totale}</p:importoTotaleDaVersare><p:tipoVersamento>BBT</p:tipoVersamento><p:identificativoUnivocoVersamento>${iuv}</p:identificativoUnivocoVersamento><p:codiceContestoPagamento>${ccp}</p:codiceContestoPagamento><p:firmaRicevuta>0</p:firmaRicevuta>${righe
    .map(
      (importo) =>
        `<p:datiSingoloVersamento><p:importoSingoloVersamento>${importo}</p:importoSingoloVersamento><p:ibanAccredito>${iban}</p:ibanAccredito><p:causaleVersamento>/RFB/${iuv}/${importo}</p:causaleVersamento><p:datiSpecificiRiscossione>9/0101101IM/</p:datiSpecificiRiscossione></p:datiSingoloVersamento>`,
    )
    .join("")}</p:datiVersamento></p:RPT>`;

const { dataMessaggio, ...letta } = leggiRpt(rptXml());
const rpt: RptAlNodo = {
  ...letta,
  dataMessaggio,
  idIntermediario: STAZIONE_STORICA.idIntermediario,
  idStazione: STAZIONE_STORICA.idStazione,
  stato: "RPT_ACCETTATA_PSP",
  storico: [],
  ricevutaIl: 0,
};
const rtDi = (esito: (typeof CODICI_ESITO)[number]): string =>
  scriviRt({
    rpt,
    psp: PSP[0],
    esito,
    iur: "iur-1",
    idMessaggio: "r1",
    pagatoIl: Date.parse("2026-11-25T10:05:00Z"),
    marche: ["bWFyY2E="],
  });

describe("la RT simulata", () => {
  it.each([
    ["0", "26.00", ["10.00", "16.00"], ["iur-1", "iur-1"]],
    ["1", "0.00", [], []],
    ["2", "10.00", ["10.00", "0.00"], ["iur-1", "n/a"]],
    ["3", "0.00", [], []],
    ["4", "10.00", ["10.00", "0.00"], ["iur-1", "n/a"]],
  ] as const)("con esito %s ha il totale e le righe che le regole vogliono", (esito, totale, importi, iur) => {
    const xml = rtDi(esito);
    const valori = (nome: string): string[] => [...xml.matchAll(new RegExp(`<${nome}>([^<]*)<`, "g"))].map(([, valore = ""]) => valore);
    expect([valori("importoTotalePagato"), valori("singoloImportoPagato"), valori("identificativoUnivocoRiscossione")]).toEqual([
      [totale],
      importi,
      iur,
    ]);
    expect(valori("riferimentoMessaggioRichiesta")).toEqual(["m1"]);
    expect(valori("anagraficaPagatore")).toEqual(["Mario &amp; figli"]);
  });
});

describe("il Nodo storico simulato", () => {
  let banco: Banco;
  beforeEach(async () => {
    banco = await openBanco();
  });
  afterEach(() => banco.close());

  const punto = (altro: Partial<PuntoNodo> = {}): PuntoNodo => ({
    connettore: { url: `${banco.gateway.baseUrl}/sandbox/nodo`, subscriptionKey: CHIAVE_SOTTOSCRIZIONE },
    ...STAZIONE_STORICA,
    ...altro,
  });
  const nodo = () => createClient(createClientSoap(createHttpClient({ clock: createClockFermo("2026-11-25T10:00:00.000Z") })));
  const chiave = { idDominio: ENTE, iuv: "01000000000000112", ccp: "ccp-1" };
  const codice = async (esito: Promise<{ readonly ok: boolean; readonly errore?: unknown }>): Promise<unknown> => {
    const { errore } = await esito;
    return typeof errore === "object" && errore !== null && "dettaglio" in errore ? String(errore.dettaglio).split(":")[0] : "OK";
  };

  it("prende una RPT, la mette sulla pagina WISP e ne dice lo stato", async () => {
    const inviata = await nodo().inviaRpt(punto(), CANALE_WISP, { ...chiave, xml: rptXml() });
    expect(inviata.ok && inviata.valore.url).toMatch(/\/sandbox\/wisp\?idSession=/);
    expect(await nodo().chiediStato(punto(), chiave)).toMatchObject({ ok: true, valore: { stato: "RPT_PARCHEGGIATA_NODO" } });
    const pagina = await fetch(inviata.ok ? (inviata.valore.url ?? "") : "");
    expect([pagina.status, (await pagina.text()).includes(chiave.iuv)]).toEqual([200, true]);
    expect(await codice(nodo().chiediCopiaRt(punto(), chiave))).toBe("PPT_RT_NONDISPONIBILE");
  });

  it.each([
    ["intermediario", { idIntermediario: "99001122334" }, {}, "PPT_INTERMEDIARIO_PA_SCONOSCIUTO"],
    ["stazione", { idStazione: "99001122334_01" }, {}, "PPT_STAZIONE_INT_PA_SCONOSCIUTA"],
    ["password", { password: "sbagliata" }, {}, "PPT_AUTENTICAZIONE"],
    ["dominio", {}, { idDominio: "00000000000" }, "PPT_DOMINIO_SCONOSCIUTO"],
    ["documento", {}, { xml: "<RPT/>" }, "PPT_SINTASSI_XSD"],
    ["intestazione", {}, { ccp: "altro" }, "PPT_SEMANTICA"],
    ["totale", {}, { xml: rptXml({ totale: "26.01" }) }, "PPT_SEMANTICA"],
  ])("rifiuta per primo ciò che viene prima: %s", async (_caso, suo, altra, atteso) => {
    expect(await codice(nodo().inviaRpt(punto(suo), CANALE_WISP, { ...chiave, xml: rptXml(), ...altra }))).toBe(atteso);
  });

  it("non prende due volte la stessa RPT; un carrello con una RPT errata è rifiutato intero", async () => {
    await nodo().inviaRpt(punto(), CANALE_WISP, { ...chiave, xml: rptXml() });
    expect(await codice(nodo().inviaRpt(punto(), CANALE_WISP, { ...chiave, xml: rptXml() }))).toBe("PPT_RPT_DUPLICATA");
    const altra = { ...chiave, ccp: "ccp-2" };
    const carrello = nodo().inviaCarrello(punto(), CANALE_WISP, {
      idCarrello: "c1",
      rpt: [
        { ...altra, xml: rptXml({ ccp: "ccp-2" }) },
        { ...chiave, xml: rptXml() },
      ],
    });
    expect(await codice(carrello)).toBe("PPT_RPT_DUPLICATA (RPT 2)");
    expect(await codice(nodo().chiediStato(punto(), altra))).toBe("PPT_RPT_SCONOSCIUTA");
  });

  it.each([
    ["ordinario", "26.00", "OK", /codiceEsitoPagamento>0</, 1],
    ["RIFIUTATO", "7102.77", "ERROR", /codiceEsitoPagamento>1</, 1],
    ["RICEVUTA_KO", "7305.77", "ERROR", /codiceEsitoPagamento>1</, 1],
    ["ANNULLATO", "7201.77", "CANCEL", /codiceEsitoPagamento>1</, 1],
    ["RICEVUTA_DOPPIA", "7302.77", "OK", /codiceEsitoPagamento>0</, 2],
    ["RICEVUTA_SMARRITA", "7303.77", "OK", undefined, 0],
    ["ABBANDONATO", "7202.77", "DIFFERITO", undefined, 0],
  ] as const)("chi paga sulla pagina WISP un importo %s", async (_esito, totale, ritorno, rt, consegne) => {
    const inviata = await nodo().inviaRpt(punto(), CANALE_WISP, { ...chiave, xml: rptXml({ totale, righe: [totale] }) });
    const idSessione = new URL(inviata.ok ? (inviata.valore.url ?? "") : "").searchParams.get("idSession");
    const { corpo } = await banco.json("POST", `/sandbox/storico/sessioni/${idSessione}/paga`, {});
    expect(new URL(String(corpo["ritorno"])).searchParams.get("esito")).toBe(ritorno);
    const consegnate = Object.values(corpo["scambi"] ?? {}).filter(({ operazione }) => String(operazione) === "paaInviaRT");
    expect(consegnate).toHaveLength(consegne);
    for (const { richiesta } of consegnate)
      expect(Buffer.from(/<rt>([^<]+)</.exec(String(richiesta))?.[1] ?? "", "base64").toString("utf8")).toMatch(rt ?? /$^/);
  });

  it("una marca da bollo si compra sulla pagina WISP: sta nella RT, e non nella rendicontazione", async () => {
    const impronta = Buffer.alloc(32, 7).toString("base64");
    const bollo = `<p:datiMarcaBolloDigitale><p:tipoBollo>01</p:tipoBollo><p:hashDocumento>${impronta}</p:hashDocumento><p:provinciaResidenza>CN</p:provinciaResidenza></p:datiMarcaBolloDigitale>`;
    const secondo = rptXml().lastIndexOf("<p:ibanAccredito>");
    const xml =
      rptXml().slice(0, secondo) +
      rptXml()
        .slice(secondo)
        .replace(/<p:ibanAccredito>.*?<\/p:ibanAccredito>/, "")
        .replace("</p:datiSpecificiRiscossione>", `</p:datiSpecificiRiscossione>${bollo}`);
    const inviata = await nodo().inviaRpt(punto(), CANALE_WISP, { ...chiave, xml });
    const idSessione = new URL(inviata.ok ? (inviata.valore.url ?? "") : "").searchParams.get("idSession");
    await banco.json("POST", `/sandbox/storico/sessioni/${idSessione}/paga`, {});
    const copia = await nodo().chiediCopiaRt(punto(), chiave);
    const rt = copia.ok ? Buffer.from(copia.valore.rt).toString("utf8") : "";
    const marche = [...rt.matchAll(/<tipoAllegatoRicevuta>BD<\/tipoAllegatoRicevuta><testoAllegato>([^<]*)</g)].map(
      ([, marca = ""]) => marca,
    );
    expect(marche.map((marca) => readBollo(marca, []))).toMatchObject([
      { ok: true, valore: { importo: 1600n, impronta, firma: { ok: true } } },
    ]);
    expect(banco.parti.libro.daRendicontare()).toMatchObject([{ importo: 1000n }]);
  });

  it("senza chiave di sottoscrizione non si entra", async () => {
    const esito = await nodo().chiediStato(punto({ connettore: { url: `${banco.gateway.baseUrl}/sandbox/nodo` } }), chiave);
    expect(esito).toMatchObject({ ok: false, errore: { causa: "irraggiungibile", status: 401 } });
  });
});

const xsd = contratto("pagopa/gad/xsd/PagInf_RPT_RT_6_2_0.xsd");
const flussoXsd = contratto("pagopa/xsd-common/FlussoRiversamento_1_0_5.xsd");
if (xsd !== undefined && flussoXsd !== undefined) {
  const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
  const validate = (schema: string, documento: string): void => {
    const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(schema, "utf8")));
    const letto = XmlDocument.fromString(documento);
    validator.validate(letto);
    letto.dispose();
  };
  describe("i documenti simulati secondo gli schemi ufficiali", () => {
    it.each(CODICI_ESITO)("la RT con esito %s è valida", (esito) => {
      expect(() => validate(xsd, rtDi(esito))).not.toThrow();
    });
    it("il flusso di FdR-1 è valido", () => {
      const riga = {
        indice: 1,
        iuv: "01000000000000112",
        iur: "iur-1",
        idTransfer: 1,
        importo: 1000n,
        payStatus: "NO_RPT",
        giorno: "2026-11-25",
      } as const;
      const flusso = {
        idFlusso: "2026-11-25ABI99001-000000001",
        idPsp: "ABI99001",
        idDominio: ENTE,
        iban: IBAN,
        revisione: 1,
        creatoIl: "2026-11-25T18:00:00.000Z",
        pubblicatoIl: "2026-11-25T18:00:00.000Z",
        dataFlusso: "2026-11-25T18:00:00.000Z",
        dataRegolamento: "2026-11-26",
        trn: "TRN1",
        numeroPagamenti: 1,
        importoTotale: 1000n,
      };
      expect(() => validate(flussoXsd, scriviFlusso(flusso, [riga], PSP[0]))).not.toThrow();
    });
  });
}
