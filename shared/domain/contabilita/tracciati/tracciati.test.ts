/** Layouts as data: what a column writes in each format, what may be saved, when a file is due. Nothing in them runs, whatever the texts hold. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenzaRiga, buildRiscossione } from "../../../../tests/sostegno/flussi.ts";
import { FONTI_TRACCIATO } from "../../../contracts/riconciliazione/tracciati-contabili.ts";
import { splitRecord } from "../../tracciati/csv.ts";
import { readBilancio } from "../../tracciati/formati/bilancio.ts";
import { righeContabiliDi } from "../riga-contabile.ts";
import { checkLayout } from "./controlla.ts";
import { type ContestoFile, type ContestoRiga, FONTI } from "./fonti.ts";
import { periodoScaduto } from "./pianificazione.ts";
import { TRACCIATI_PREDEFINITI } from "./predefiniti.ts";
import { aperturaDi, encodeTesto, writeCampo, writeRecordTracciato } from "./scrivi.ts";
import { type CampoTracciato, type LayoutTracciato, nomeFileDi } from "./tracciato-contabile.ts";

const FILE: ContestoFile = {
  idDominio: "01234567897",
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
      ["mypivot", undefined, 20],
      ["hypersic", undefined, 52],
      ["hypersic-non-rendicontati", undefined, 52],
      ["accertamenti", undefined, 13],
    ]);
    expect(aperturaDi(TRACCIATI_PREDEFINITI[0]?.layout ?? LAYOUT)).toMatch(
      /^idA2A;idPendenza;.*;identificativoAttestante;contabilita\r\n$/,
    );
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
