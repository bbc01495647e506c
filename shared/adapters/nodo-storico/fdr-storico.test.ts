/** FdR-1: the list and the document of the SOAP Node, read into the same flows as FdR-3, whatever their size and however they are written. */
import { describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { buildRiga } from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { stazioneV1 } from "../../../tests/sostegno/nodo-storico.ts";
import { ok } from "../../domain/esito.ts";
import { revisioneStorica } from "../../domain/rendicontazioni/revisione-storica.ts";
import type { RigaFlusso } from "../../ports/fdr.ts";
import { acquirePagina } from "../../usecases/rendicontazioni/acquire-pagina.ts";
import { registerFlusso } from "../../usecases/rendicontazioni/register-flusso.ts";
import { createFdr } from "../http/fdr.ts";
import { DocumentiInMemoria } from "../memory/documenti.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createFdrPerProtocollo, createFdrStorico } from "./fdr-storico.ts";
import { createFlussiOriginali } from "./flussi-originali.ts";
import { busta, createNodoFinto, fault, PUNTO } from "./prove/nodo-finto.ts";

const { connettore, ...stazione } = PUNTO;
const CONNETTORE = { ...connettore, stazione };
const COMUNE = "01234567897";
const ID = "2026-11-24ABI03069-000000001";
const EMESSO = "2026-11-24T10:30:05.000Z";
const CHIAVE = { idDominio: COMUNE, idFlusso: ID, idPsp: "ABI03069", revisione: revisioneStorica(EMESSO) };

const riga = ({ iuv, iur, indice, importo, esito, data }: RigaFlusso): string =>
  `<p:datiSingoliPagamenti><p:identificativoUnivocoVersamento>${iuv}</p:identificativoUnivocoVersamento><p:identificativoUnivocoRiscossione>${iur}</p:identificativoUnivocoRiscossione>` +
  `<p:indiceDatiSingoloPagamento>${indice}</p:indiceDatiSingoloPagamento><p:singoloImportoPagato>${importo / 100n}.${String(importo % 100n).padStart(2, "0")}</p:singoloImportoPagato>` +
  `<p:codiceEsitoSingoloPagamento>${esito}</p:codiceEsitoSingoloPagamento><p:dataEsitoSingoloPagamento>${data}</p:dataEsitoSingoloPagamento></p:datiSingoliPagamenti>`;

const documento = (
  righe: readonly RigaFlusso[],
  { dataOra = "2026-11-24T11:30:05", codifica = "UTF-8", totale = "20.03", quante = righe.length } = {},
): string =>
  `<?xml version="1.0" encoding="${codifica}" standalone="yes"?>\n<p:FlussoRiversamento xmlns:p="http://www.digitpa.gov.it/schemas/2011/Pagamenti/"><p:versioneOggetto>1.0</p:versioneOggetto>` +
  `<p:identificativoFlusso>${ID}</p:identificativoFlusso><p:dataOraFlusso>${dataOra}</p:dataOraFlusso><p:identificativoUnivocoRegolamento>TRN-1</p:identificativoUnivocoRegolamento><p:dataRegolamento>2026-11-24</p:dataRegolamento>` +
  "<p:istitutoMittente><p:identificativoUnivocoMittente><p:tipoIdentificativoUnivoco>B</p:tipoIdentificativoUnivoco><p:codiceIdentificativoUnivoco>ABI03069</p:codiceIdentificativoUnivoco></p:identificativoUnivocoMittente><p:denominazioneMittente>Banca d'Italia &amp; Società</p:denominazioneMittente></p:istitutoMittente>" +
  `<p:codiceBicBancaDiRiversamento>BCITITMM</p:codiceBicBancaDiRiversamento><p:istitutoRicevente><p:identificativoUnivocoRicevente><p:tipoIdentificativoUnivoco>G</p:tipoIdentificativoUnivoco><p:codiceIdentificativoUnivoco>${COMUNE}</p:codiceIdentificativoUnivoco></p:identificativoUnivocoRicevente></p:istitutoRicevente>` +
  `<p:numeroTotalePagamenti>${quante}</p:numeroTotalePagamenti><p:importoTotalePagamenti>${totale}</p:importoTotalePagamenti>${righe.map(riga).join("")}</p:FlussoRiversamento>`;

const RIGHE = [buildRiga(1), buildRiga(2, { esito: 9, indice: 2 })];
const base64 = (testo: string | Uint8Array): string => Buffer.from(testo).toString("base64");
const conFlusso = (contenuto: string): string =>
  busta("nodoChiediFlussoRendicontazione", `<xmlRendicontazione>${contenuto}</xmlRendicontazione>`);

const createProva = (testo: string, status = 200) => {
  const { client, richieste } = createNodoFinto(ok({ status, testo }));
  const documenti = new DocumentiInMemoria();
  return { fdr: createFdrStorico(client, createClockFermo("2026-11-25T09:00:00.000Z"), documenti), documenti, richieste };
};

describe("l'elenco di FdR-1", () => {
  const elenco = (...voci: readonly (readonly [string, string])[]): string =>
    busta(
      "nodoChiediElencoFlussiRendicontazione",
      `<elencoFlussiRendicontazione><totRestituiti>99</totRestituiti>${voci
        .map(
          ([id, data]) =>
            `<idRendicontazione><identificativoFlusso>${id}</identificativoFlusso><dataOraFlusso>${data}</dataOraFlusso></idRendicontazione>`,
        )
        .join("")}</elencoFlussiRendicontazione>`,
    );

  it("dà a ogni flusso il PSP scritto nel suo identificativo e la revisione che viene dalla sua emissione", async () => {
    const { fdr, richieste } = createProva(elenco([ID, "2026-11-24T11:30:05.123"], ["libero", "2026-11-24T10:30:06Z"]));
    const esito = await fdr.findPubblicati(CONNETTORE, COMUNE, 1);
    expect(esito.ok && esito.valore.flussi).toEqual([
      { ...CHIAVE, dataPubblicazione: EMESSO, dataFlusso: EMESSO },
      {
        ...CHIAVE,
        idFlusso: "libero",
        idPsp: "PSP-NON-INDICATO",
        revisione: CHIAVE.revisione + 1,
        dataPubblicazione: "2026-11-24T10:30:06.000Z",
        dataFlusso: "2026-11-24T10:30:06.000Z",
      },
    ]);
    expect(richieste[0]?.body).toContain(`<password>parola-01</password><identificativoDominio>${COMUNE}</identificativoDominio></ppt:`);
  });

  it("vuoto è vuoto", async () => {
    expect(await createProva(busta("nodoChiediElencoFlussiRendicontazione", "")).fdr.findPubblicati(CONNETTORE, COMUNE, 1)).toEqual(
      ok({ flussi: [], pagineTotali: 1 }),
    );
  });

  it.each([
    ["troppe chiamate", busta("nodoChiediElencoFlussiRendicontazione", fault("PPT_SUPERAMENTOSOGLIA")), 200, "troppe-richieste"],
    ["429", "", 429, "troppe-richieste"],
    ["password errata", busta("nodoChiediElencoFlussiRendicontazione", fault("PPT_AUTENTICAZIONE")), 200, "rifiutato"],
    ["500", "", 500, "irraggiungibile"],
    ["una pagina di un proxy", "<html></html>", 200, "irraggiungibile"],
  ])("%s", async (_caso, testo, status, causa) => {
    expect(await createProva(testo, status).fdr.findPubblicati(CONNETTORE, COMUNE, 1)).toMatchObject({ ok: false, errore: { causa } });
  });
});

describe("il documento di FdR-1", () => {
  it("diventa testata e righe, in centesimi; una sola chiamata per tutte le sue pagine", async () => {
    const { fdr, richieste } = createProva(conFlusso(base64(documento(RIGHE)).replace(/(.{76})/g, "$1\r\n")));
    expect(await fdr.getTestata(CONNETTORE, CHIAVE)).toEqual(
      ok({
        dataFlusso: EMESSO,
        trn: "TRN-1",
        dataRegolamento: "2026-11-24",
        bicRiversamento: "BCITITMM",
        ragioneSocialePsp: "Banca d'Italia & Società",
        mittente: { tipo: "B", id: "ABI03069" },
        idDominioRicevente: COMUNE,
        numeroPagamenti: 2,
        importoTotale: 2003n,
        originale: expect.stringMatching(`^flussi/${COMUNE}/${ID}/[0-9a-f]{64}\\.xml$`),
      }),
    );
    expect(await fdr.getPagamenti(CONNETTORE, CHIAVE, 1)).toEqual(ok({ righe: RIGHE, pagineTotali: 1 }));
    expect(richieste.length).toBe(1);
  });

  it("si taglia in pagine da mille righe, anche quando è grande", async () => {
    const tante = Array.from({ length: 12_345 }, (_, i) => buildRiga(i + 1));
    const { fdr, richieste } = createProva(conFlusso(base64(documento(tante))));
    const lette: RigaFlusso[] = [];
    for (let pagina = 1; pagina <= 13; pagina += 1) {
      const esito = await fdr.getPagamenti(CONNETTORE, CHIAVE, pagina);
      if (!esito.ok) throw new Error(esito.errore.dettaglio);
      expect(esito.valore.pagineTotali).toBe(13);
      lette.push(...esito.valore.righe);
    }
    expect(lette).toEqual(tante);
    expect(richieste.length).toBe(1);
  });

  it("si legge nella codifica che dichiara", async () => {
    const latino = Buffer.from(documento(RIGHE, { codifica: "ISO-8859-1" }), "latin1");
    const esito = await createProva(conFlusso(base64(latino))).fdr.getTestata(CONNETTORE, CHIAVE);
    expect(esito.ok && esito.valore.ragioneSocialePsp).toBe("Banca d'Italia & Società");
    const conBom = await createProva(conFlusso(base64(`\uFEFF${documento(RIGHE)}`))).fdr.getTestata(CONNETTORE, CHIAVE);
    expect(conBom.ok).toBe(true);
  });

  const buono = documento(RIGHE);
  it.each([
    ["base64 rotto", conFlusso("%%%")],
    ["senza documento", busta("nodoChiediFlussoRendicontazione", "")],
    ["un altro documento", conFlusso(base64("<RT/>"))],
    ["XML rotto", conFlusso(base64(buono.slice(0, -30)))],
    ["con una DTD", conFlusso(base64(buono.replace("?>\n", '?>\n<!DOCTYPE p [<!ENTITY e "x">]>')))],
    ["con un importo a un decimale", conFlusso(base64(buono.replace("10.01", "10.1")))],
    ["con un importo negativo", conFlusso(base64(buono.replace("10.01", "-10.01")))],
    ["con una data che non esiste", conFlusso(base64(buono.replace("2026-11-23", "2026-02-30")))],
    ["senza IUV", conFlusso(base64(buono.replace(/<p:identificativoUnivocoVersamento>.*?<\/p:identificativoUnivocoVersamento>/, "")))],
    ["non UTF-8", conFlusso(base64(Buffer.from(buono, "latin1")))],
    [
      "annidato oltre misura",
      conFlusso(base64(buono.replace("</p:FlussoRiversamento>", `${"<p:a>".repeat(50)}${"</p:a>".repeat(50)}</p:FlussoRiversamento>`))),
    ],
    ["di un'altra emissione", conFlusso(base64(documento(RIGHE, { dataOra: "2026-11-24T11:30:06" })))],
  ])("%s: non si acquisisce a metà", async (_caso, testo) => {
    expect(await createProva(testo).fdr.getPagamenti(CONNETTORE, CHIAVE, 1)).toMatchObject({ ok: false, errore: { causa: "illeggibile" } });
  });

  it("sconosciuto al Nodo", async () => {
    const testo = busta("nodoChiediFlussoRendicontazione", fault("PPT_ID_FLUSSO_SCONOSCIUTO"));
    expect(await createProva(testo).fdr.getTestata(CONNETTORE, CHIAVE)).toMatchObject({ ok: false, errore: { causa: "non-trovato" } });
  });
});

describe("dal Nodo all'archivio", () => {
  const prepara = async (testo: string) => {
    const memoria = await createMemoria();
    await memoria.store(stazioneV1);
    const intermediario = await memoria.anagrafiche.getIntermediario("80008000801");
    if (!intermediario) throw new Error("intermediario assente");
    const { servizioPagoPaFR: _, ...senzaFdr3 } = intermediario;
    await memoria.store({ azione: "sostituisci", entita: "intermediario", valore: senzaFdr3 });
    memoria.clock.advance(120_000);
    const attuale = createFdr({ request: () => Promise.reject(new Error("FdR-3 non c'entra")) });
    const { documenti, ...prova } = createProva(testo);
    const fdr = createFdrPerProtocollo(attuale, prova.fdr);
    const acquire = acquirePagina({ ...memoria, fdr, originali: createFlussiOriginali(documenti) });
    const register = registerFlusso(memoria);
    return {
      ...{ memoria, documenti },
      register: (altro = {}) => register({ ...CHIAVE, dataPubblicazione: EMESSO, dataFlusso: EMESSO, ...altro }, memoria.traccia),
      acquire: () => acquire({ ...CHIAVE, pagina: 1 }, memoria.traccia),
    };
  };

  it.each([
    ["quadra", documento(RIGHE), "ACQUISITO"],
    ["un centesimo di differenza", documento(RIGHE, { totale: "20.04" }), "ANOMALO"],
    ["una riga in meno", documento(RIGHE, { quante: 3 }), "ANOMALO"],
  ])("testata contro righe, in centesimi: %s", async (_caso, testo, stato) => {
    const { memoria, register, acquire } = await prepara(conFlusso(base64(testo)));
    await register();
    await acquire();
    const flusso = await memoria.rendicontazioni.getFlusso(CHIAVE);
    const totali =
      flusso?.segnalazioni.map(({ codice }) => codice).filter((codice) => ["007106", "007107", "007105", "007108"].includes(codice)) ?? [];
    expect({ righe: flusso?.righeAcquisite, importo: flusso?.importoAcquisito, anomali: totali.length > 0 }).toEqual({
      righe: 2,
      importo: 2003n,
      anomali: stato === "ANOMALO",
    });
  });

  it("il documento si conserva byte per byte", async () => {
    const { memoria, documenti, register, acquire } = await prepara(conFlusso(base64(documento(RIGHE))));
    await register();
    await acquire();
    const chiave = (await memoria.rendicontazioni.getFlusso(CHIAVE))?.originale ?? "";
    expect(Buffer.from((await documenti.get(chiave)) ?? []).toString()).toBe(documento(RIGHE));
  });

  it("la stessa emissione letta da FdR-3 non si conta due volte, una nuova sì", async () => {
    const { memoria, register } = await prepara("");
    expect(await register()).toBe(true);
    expect(await register({ revisione: 1, idPsp: "ABI03069X" })).toBe(false);
    expect(await register({ revisione: revisioneStorica("2026-11-24T12:00:00.000Z"), dataFlusso: "2026-11-24T12:00:00.000Z" })).toBe(true);
    const revisioni = await memoria.rendicontazioni.findRevisioni(COMUNE, ID);
    expect(revisioni.map(({ dataFlusso, obsoleto }) => [dataFlusso, obsoleto])).toEqual([
      ["2026-11-24T12:00:00.000Z", false],
      [EMESSO, true],
    ]);
  });
});

const wsdl = contratto("pagopa/gad/wsdl/NodoPerPa.wsdl");
const bustaUfficiale = contratto("pagopa/gad/xsd/envelope.xsd");
const nuovaConnettivita = contratto("pagopa/wsdl/xsd/nodeForPa.xsd");
const tipiComuni = contratto("pagopa/xsd-common/sac-common-types-1.0.xsd");
if (wsdl !== undefined && bustaUfficiale !== undefined && nuovaConnettivita !== undefined && tipiComuni !== undefined) {
  const { createOracolo } = await import("./prove/oracolo.ts");
  const { readFileSync } = await import("node:fs");
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import("libxml2-wasm");
  const storico = createOracolo(wsdl, "http://ws.pagamenti.telematici.gov/", bustaUfficiale);
  xmlRegisterInputProvider(new XmlBufferInputProvider({ "sac-common-types-1.0.xsd": readFileSync(tipiComuni) }));
  const schema = readFileSync(nuovaConnettivita, "utf8").replace("../../xsd-common/", "");
  const nuovo = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  describe("le richieste di FdR-1 secondo i WSDL ufficiali", () => {
    it.each([
      ["l'elenco", (fdr: ReturnType<typeof createFdrStorico>) => fdr.findPubblicati(CONNETTORE, COMUNE, 1)],
      ["il flusso", (fdr: ReturnType<typeof createFdrStorico>) => fdr.getTestata(CONNETTORE, CHIAVE)],
    ])("%s è valida per il vecchio e per il nuovo collegamento", async (_caso, chiama) => {
      const { fdr, richieste } = createProva("", 500);
      await chiama(fdr);
      const corpo = /<soap:Body>(.*)<\/soap:Body>/s.exec(richieste[0]?.body ?? "")?.[1] ?? "";
      expect(() => storico.validate(corpo)).not.toThrow();
      const letto = XmlDocument.fromString(corpo);
      expect(() => nuovo.validate(letto)).not.toThrow();
      letto.dispose();
    });
  });
}
