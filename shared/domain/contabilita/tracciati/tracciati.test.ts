/** Layouts as data: what a column writes in each format, what may be saved, when a file is due. Nothing in them runs, whatever the texts hold. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenzaRiga, buildRiscossione } from "../../../../tests/sostegno/flussi.ts";
import { FONTI_TRACCIATO } from "../../../contracts/riconciliazione/tracciati-contabili.ts";
import type { Flusso, Rendicontazione } from "../../rendicontazioni/flusso.ts";
import { splitRecord } from "../../tracciati/csv.ts";
import { readBilancio } from "../../tracciati/formati/bilancio.ts";
import { righeContabiliDi } from "../riga-contabile.ts";
import { checkLayout } from "./controlla.ts";
import type { ContestoFile, ContestoRiga } from "./fonte.ts";
import { FONTI } from "./fonti.ts";
import { periodoScaduto } from "./pianificazione.ts";
import { TRACCIATI_PREDEFINITI } from "./predefiniti.ts";
import { aperturaDi, encodeTesto, writeCampo, writeRecordTracciato } from "./scrivi.ts";
import { type CampoTracciato, type LayoutTracciato, nomeFileDi } from "./tracciato-contabile.ts";

const FILE: ContestoFile = {
  idDominio: "01234567897",
  ragioneSociale: "Comune di prova",
  secim: { codiceCliente: "123" },
  da: "2026-11-01",
  a: "2026-11-30",
  creato: "2026-12-01T05:00:00.000Z",
  righe: 3,
  importo: 12_345n,
};
const contesto = (causale = "TARI 2026"): ContestoRiga => {
  const pendenza = buildPendenzaRiga(7, { causale });
  const voci = pendenza.voci.map((voce) => ({
    ...voce,
    contabilita: {
      quote: [
        { capitolo: "30", annoEsercizio: 2026, importo: 500n, accertamento: "77" },
        { capitolo: "40", annoEsercizio: 2025, importo: 507n },
      ],
    },
  }));
  const entrata = { riscossione: buildRiscossione(7), pendenza: { ...pendenza, voci } };
  return { entrata, quote: righeContabiliDi(entrata), numero: 5 };
};
const LAYOUT: LayoutTracciato = {
  ...{
    sorgente: "RISCOSSIONI",
    formato: "CSV",
    codifica: "UTF-8",
    fineRiga: "LF",
    separatore: ";",
    nomiColonne: true,
    radice: "r",
    elemento: "e",
  },
  ...{
    dettaglio: [{ nome: "causale", parti: [{ fonte: "pendenza.causale" }] }],
    filtri: {},
    nomeFile: "{nome}-{idDominio}-{da}-{a}-{creato}.csv",
  },
};
const scrivi = (campo: Partial<CampoTracciato>, riga = contesto()) => writeCampo({ nome: "c", parti: [], ...campo }, riga, FILE);

describe("un campo", () => {
  it.each<[string, Partial<CampoTracciato>, string]>([
    [
      "costante e fonti di fila",
      { parti: [{ fonte: "pendenza.idA2A" }, { costante: "@" }, { fonte: "pendenza.idPendenza" }] },
      "GEST-TRIBUTI@PND-7",
    ],
    ["importo con il punto", { parti: [{ fonte: "riscossione.importo" }] }, "10.07"],
    ["importo con la virgola", { parti: [{ fonte: "riscossione.importo", formato: "VIRGOLA" }] }, "10,07"],
    [
      "importo in centesimi, a destra con zeri",
      { parti: [{ fonte: "riscossione.importo", formato: "CENTESIMI" }], lunghezza: 8, allineamento: "DESTRA", riempimento: "0" },
      "00001007",
    ],
    ["giorno di Roma", { parti: [{ fonte: "riscossione.data", formato: "GGMMAAAA" }] }, "23112026"],
    ["istante di Roma", { parti: [{ fonte: "file.creato", formato: "AAAA-MM-GG hh:mm:ss" }] }, "2026-12-01 06:00:00"],
    ["seconda quota", { parti: [{ fonte: "quota.capitolo", numeroQuota: 2 }] }, "40"],
    ["quota che non c'è", { parti: [{ fonte: "quota.importo", numeroQuota: 3 }], seVuoto: "0" }, "0"],
    ["testo tagliato e riempito", { parti: [{ fonte: "pendenza.causale" }], lunghezza: 4 }, "TARI"],
    ["testo corto", { parti: [{ fonte: "pendenza.causale" }], lunghezza: 11 }, "TARI 2026  "],
    ["tabella", { parti: [{ fonte: "riscossione.stato" }], tabella: { RISCOSSA: "0" } }, "0"],
    ["totale del file", { parti: [{ fonte: "file.importo" }] }, "123.45"],
  ])("%s", (_caso, campo, atteso) => {
    expect(scrivi(campo)).toEqual({ ok: true, valore: atteso });
  });

  it("non fa di un numero un altro numero", () => {
    expect(scrivi({ parti: [{ fonte: "riscossione.importo", formato: "CENTESIMI" }], lunghezza: 3 })).toMatchObject({
      errore: "riga 5, campo c: 1007 non sta in 3 caratteri",
    });
  });

  it("dice la contabilità come MyPay la rilegge", () => {
    const bilancio = scrivi({ parti: [{ fonte: "voce.bilancio" }] });
    const letto = bilancio.ok ? readBilancio(bilancio.valore, 2026) : bilancio;
    expect(letto.ok && letto.valore.map(({ capitolo, importo }) => [capitolo, importo])).toEqual([
      ["30", 5],
      ["40", 5.07],
    ]);
  });

  it("tiene qualunque testo su una riga, nella lunghezza chiesta", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (causale, lunghezza) => {
        const scritto = scrivi({ parti: [{ fonte: "pendenza.causale" }], lunghezza }, contesto(causale));
        expect(scritto.ok && [...scritto.valore]).toHaveLength(lunghezza);
        expect(scritto.ok && /[\r\n\0]/.test(scritto.valore)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("un record", () => {
  const record = (altro: Partial<LayoutTracciato>, causale?: string) => {
    const scritto = writeRecordTracciato({ ...LAYOUT, ...altro }, "dettaglio", contesto(causale), FILE);
    return scritto.ok ? scritto.valore : scritto.errore;
  };
  it("di un CSV non parte in un foglio di calcolo, e si rilegge", () => {
    for (const inizio of ["=", "+", "-", "@"]) expect(record({}, `${inizio}cmd|'/c calc'!A0`)).toMatch(/^"?'/);
    const letto = splitRecord(record({}, 'a;b "c"').trimEnd(), ";");
    expect(letto).toEqual({ ok: true, valore: ['a;b "c"'] });
  });
  it("di un XML e di un JSON resta un dato", () => {
    expect(record({ formato: "XML" }, "<a&b>\"'")).toBe("<e><causale>&lt;a&amp;b&gt;&quot;'</causale></e>\n");
    expect(record({ formato: "JSON" }, '"},{"x":1')).toBe('{"causale":"\\"},{\\"x\\":1"}');
  });
  it("fisso è lungo quanto deve", () => {
    const fisso = record({ formato: "FISSO", lunghezzaRecord: 20, dettaglio: [{ nome: "c", parti: [{ costante: "D" }], lunghezza: 1 }] });
    expect(fisso).toBe(`D${" ".repeat(19)}\n`);
  });
  it("in ISO-8859-1 è di un byte per carattere", () => {
    expect([...encodeTesto("è€x", "ISO-8859-1")]).toEqual([0xe8, 0x3f, 0x78]);
  });
});

describe("un tracciato da salvare", () => {
  const campo = (altro: Partial<CampoTracciato>): readonly CampoTracciato[] => [{ nome: "c", parti: [], ...altro }];
  it.each<[string, Partial<LayoutTracciato>, string | undefined]>([
    ["giusto", {}, undefined],
    ["con un nome ripetuto", { dettaglio: [...campo({}), ...campo({})] }, "compare più di una volta"],
    ["con una riga in testata", { testata: campo({ parti: [{ fonte: "riscossione.iuv" }] }) }, "solo fonti del file"],
    ["con un totale in testata", { testata: campo({ parti: [{ fonte: "file.importo" }] }) }, "si sa solo alla fine"],
    ["con un totale in coda", { coda: campo({ parti: [{ fonte: "file.importo" }] }) }, undefined],
    [
      "con la fonte di un'altra sorgente",
      { dettaglio: campo({ parti: [{ fonte: "accertamento.pagato" }] }) },
      "non è una fonte di RISCOSSIONI",
    ],
    [
      "con un formato di data per un importo",
      { dettaglio: campo({ parti: [{ fonte: "quota.importo", formato: "AAAAMMGG" }] }) },
      "non si scrive nel formato",
    ],
    [
      "con una quota per riga e un'altra quota",
      { sorgente: "QUOTE", dettaglio: campo({ parti: [{ fonte: "quota.capitolo", numeroQuota: 2 }] }) },
      "numeroQuota",
    ],
    [
      "di flussi con una riscossione",
      { sorgente: "RENDICONTAZIONI", dettaglio: campo({ parti: [{ fonte: "riscossione.iuv" }] }) },
      "non è una fonte di RENDICONTAZIONI",
    ],
    ["di flussi con un filtro", { sorgente: "RENDICONTAZIONI", dettaglio: [], filtri: { rendicontata: true } }, "filtri: non valgono"],
    ["di totali con un filtro", { sorgente: "ACCERTAMENTI", dettaglio: [], filtri: { rendicontata: true } }, "filtri: non valgono"],
    ["fisso senza lunghezze", { formato: "FISSO" }, "lunghezza: serve"],
    ["fisso più lungo del record", { formato: "FISSO", lunghezzaRecord: 3, dettaglio: campo({ lunghezza: 4 }) }, "più di 3"],
    ["XML con un nome che non lo è", { formato: "XML", dettaglio: campo({ nome: "1 a" }) }, "non è il nome di un elemento XML"],
  ])("%s", (_caso, altro, errore) => {
    const trovato = checkLayout({ ...LAYOUT, ...altro });
    if (errore === undefined) expect(trovato).toBeUndefined();
    else expect(trovato).toContain(errore);
  });

  it("del prodotto va bene, e ha le colonne di GovPay", () => {
    expect(TRACCIATI_PREDEFINITI.map(({ nome, layout }) => [nome, checkLayout(layout), layout.dettaglio.length])).toEqual([
      ["govpay-rendicontazione", undefined, 27],
      ["govpay-flussi-rendicontazione", undefined, 18],
      ["mypivot", undefined, 20],
      ["secim", undefined, 47],
      ["hypersic", undefined, 51],
      ["hypersic-non-rendicontati", undefined, 51],
      ["accertamenti", undefined, 13],
    ]);
    expect(aperturaDi(TRACCIATI_PREDEFINITI[0]?.layout ?? LAYOUT)).toMatch(
      /^idA2A,idPendenza,.*,identificativoAttestante,contabilita\r\n$/,
    );
  });

  const layoutDi = (nome: string): LayoutTracciato => TRACCIATI_PREDEFINITI.find((uno) => uno.nome === nome)?.layout ?? LAYOUT;
  const recordDi = (nome: string, riga: ContestoRiga): string => {
    const scritto = writeRecordTracciato(layoutDi(nome), "dettaglio", riga, FILE);
    return scritto.ok ? scritto.valore : scritto.errore;
  };

  it("di GovPay ripete la testata del flusso su ogni sua riga", () => {
    const flusso: Flusso = {
      ...{ versione: 0, idDominio: "01234567897", idFlusso: "2026-11-24ABI03069-1", idPsp: "ABI03069", revisione: 1, stato: "ACQUISITO" },
      ...{ obsoleto: false, dataFlusso: "2026-11-24T18:30:00.000Z", dataAcquisizione: "2026-11-24T20:00:00.000Z", trn: "TRN-1" },
      ...{ dataRegolamento: "2026-11-25", numeroPagamenti: 2, importoTotale: 2_000n, pagineAcquisite: 1, pagineTotali: 1 },
      ...{
        righeAcquisite: 2,
        importoAcquisito: 2_000n,
        segnalazioni: [],
        ragioneSocialePsp: "Banca",
        mittente: { tipo: "A", id: "03069" },
      },
    };
    const { idDominio, idFlusso, idPsp, revisione } = flusso;
    const riga: Rendicontazione = {
      ...{ versione: 0, idDominio, idFlusso, idPsp, revisione, progressivo: 2, iuv: "01", iur: "R1", indice: 1, importo: 1_007n },
      ...{ esito: 9, data: "2026-11-23", stato: "OK", segnalazioni: [] },
    };
    expect(recordDi("govpay-flussi-rendicontazione", { rendicontata: { flusso, riga }, quote: [], numero: 1 })).toBe(
      "2026-11-24ABI03069-1,2026-11-24T19:30:00.000,01234567897,TRN-1,2026-11-25,,2,20.00,01,R1,1,10.07,9,2026-11-23,Banca,03069,Comune di prova,01234567897\r\n",
    );
  });

  it("di HyperSIC dice accertamenti, o capitoli, e i centesimi", () => {
    const campi = recordDi("hypersic", contesto()).trimEnd().split(",");
    expect(campi).toHaveLength(51);
    expect(campi[5]).toBe("PND-7");
    expect(campi.slice(13, 15)).toEqual(["23/11/2026", "1007"]);
    expect(campi.slice(21, 28)).toEqual(["ACC", "2026/77", "500", "CAP", "2025/40", "507", ""]);
  });

  it("di SECIM è lungo 2000, con ogni campo al suo posto", () => {
    const record = recordDi("secim", contesto());
    expect(record).toHaveLength(2001);
    const da = (posto: number, a: number): string => record.slice(posto - 1, a);
    expect([da(1, 5), da(6, 12), da(23, 30), da(31, 38), da(78, 90), da(91, 93), da(164, 169)]).toEqual([
      ...["00000", "0000123", "NDP001C0", "20261201", "0000000000005", "RIS", "BOL_PA"],
    ]);
    expect([da(240, 248), da(345, 350), da(458, 472), da(518, 526), da(714, 718)]).toEqual([
      ...["T00000001", "SECIM1", "000000000001007", "TARI 2026", "F  CF"],
    ]);
    expect([da(1056, 1071), da(1083, 1091), da(1105, 1119), da(1590, 1601)]).toEqual([
      ...["2026112320261123", "NDP   NDP", "000000000001007", "000000000000"],
    ]);
  });

  it("le fonti dichiarate al chiamante sono quelle che ci sono", () => {
    expect([...FONTI_TRACCIATO].sort()).toEqual(Object.keys(FONTI).sort());
  });

  it("dà al file un nome per periodo", () => {
    expect(nomeFileDi({ nome: "rag", idDominio: "01234567897", layout: LAYOUT }, "2026-11-01", "2026-11-30", "2026-12-01")).toBe(
      "rag-01234567897-2026-11-01-2026-11-30-2026-12-01.csv",
    );
  });
});

describe("la pianificazione", () => {
  it.each<[string, Parameters<typeof periodoScaduto>[0], string, string | undefined]>([
    ["ogni giorno, dopo l'ora", { cadenza: "GIORNALIERA", ora: 6 }, "2026-11-26T05:00:00.000Z", "2026-11-25 2026-11-25"],
    ["ogni giorno, prima dell'ora", { cadenza: "GIORNALIERA", ora: 6 }, "2026-11-26T04:59:00.000Z", "2026-11-24 2026-11-24"],
    ["ogni settimana, il lunedì", { cadenza: "SETTIMANALE", ora: 0 }, "2026-11-23T10:00:00.000Z", "2026-11-16 2026-11-22"],
    ["ogni settimana, la domenica", { cadenza: "SETTIMANALE", ora: 0 }, "2026-11-29T10:00:00.000Z", undefined],
    ["ogni mese, il primo", { cadenza: "MENSILE", ora: 6 }, "2026-12-01T06:00:00.000Z", "2026-11-01 2026-11-30"],
    ["ogni mese, il primo prima dell'ora", { cadenza: "MENSILE", ora: 6 }, "2026-12-01T04:00:00.000Z", undefined],
    ["ogni mese, a febbraio", { cadenza: "MENSILE", ora: 0 }, "2026-03-06T10:00:00.000Z", "2026-02-01 2026-02-28"],
    ["ogni mese, troppo tardi", { cadenza: "MENSILE", ora: 0 }, "2026-03-07T10:00:00.000Z", undefined],
  ])("%s", (_caso, pianificazione, adesso, atteso) => {
    const periodo = periodoScaduto(pianificazione, adesso);
    expect(periodo && `${periodo.da} ${periodo.a}`).toBe(atteso);
  });
});
