/** A table read through a profile: columns found by name or place, what is no movement left out, bad rows rejected one by one, totals checked. */
import { describe, expect, it } from "vitest";
import type { Lettura } from "../movimento.ts";
import { candidatiLettura } from "./candidati.ts";
import { Mappatura, tryProfilo } from "./mappatura.ts";
import { PROFILI_PREDEFINITI } from "./predefiniti.ts";
import type { RegoleLettura } from "./profilo.ts";
import type { Cella, RigaTabella } from "./tabella.ts";

const REGOLE: RegoleLettura = {
  formato: "BANCA",
  virgolette: true,
  righeDaSaltare: 0,
  colonne: { data: "Data", dataValuta: "Valuta", testo: ["Causale", "Note"], sct: "TRN", divisa: "Divisa" },
  importo: { tipo: "DARE_AVERE", dare: "Dare", avere: "Avere" },
  decimali: ",",
  centesimi: false,
  formatiData: ["gg/mm/aaaa"],
  righeDaIgnorare: [{ modo: "INIZIA", testo: "saldo" }],
  totale: "Totale",
};
const TESTATA = ["Data", "Valuta", "Causale", "Note", "Dare", "Avere", "TRN", "Divisa"];

const table = (...righe: readonly (readonly Cella[])[]): readonly RigaTabella[] => righe.map((celle, n) => ({ riga: n + 1, celle }));
const read = (righe: readonly RigaTabella[], regole: RegoleLettura = REGOLE): readonly Lettura[] => {
  const mappatura = new Mappatura(regole);
  return [...righe.flatMap((riga) => mappatura.accept(riga)), mappatura.end()];
};
const motivi = (letture: readonly Lettura[]): readonly string[] =>
  letture.flatMap((lettura) => (lettura.tipo === "scarto" ? [`${lettura.scarto.riga}: ${lettura.scarto.motivo}`] : []));
const righeDi = (letture: readonly Lettura[]) => letture.flatMap((lettura) => (lettura.tipo === "riga" ? [lettura.riga] : []));
const fineDi = (letture: readonly Lettura[]): Lettura | undefined => letture.at(-1);

describe("the rows of a bank", () => {
  it("are movements with what their columns tell, and nothing else", () => {
    const letture = read(
      table(
        ["Conto corrente IT 60 X 05428 11101 000000123456"],
        [],
        TESTATA,
        ["24/11/2026", "25/11/2026", "Bonifico a vostro favore", "/RFB/123\n45", "", "1.234,56", "TRN1", "EUR"],
        ["24/11/2026", "", "Commissioni", "Commissioni", "-2,50", "", "", ""],
        ["Totale", "", "", "", "2,50", "1.234,56"],
      ),
    );
    expect(letture).toEqual([
      { tipo: "testata", testata: { formato: "BANCA", conto: "IT60X0542811101000000123456" } },
      {
        tipo: "riga",
        riga: {
          riga: 4,
          operazione: "ESEGUITO",
          segno: "ENTRATA",
          importo: 123456n,
          dataContabile: "2026-11-24",
          dataValuta: "2026-11-25",
          causale: "Bonifico a vostro favore /RFB/123 45",
          conto: "IT60X0542811101000000123456",
          sct: "TRN1",
        },
      },
      {
        tipo: "riga",
        riga: {
          riga: 5,
          operazione: "ESEGUITO",
          segno: "USCITA",
          importo: 250n,
          dataContabile: "2026-11-24",
          causale: "Commissioni",
          conto: "IT60X0542811101000000123456",
        },
      },
      { tipo: "chiusura", chiusura: { totaliErrati: [], segnalazioni: [] } },
    ]);
  });

  it.each<[string, readonly Cella[], string]>([
    ["without a date", ["", "", "x", "", "", "1,00"], 'Data "" non è una data esistente nella forma gg/mm/aaaa'],
    ["with a value date that never was", ["24/11/2026", "30/02/2026", "x", "", "", "1,00"], 'Valuta "30/02/2026" non è una data'],
    ["with both sides", ["24/11/2026", "", "x", "", "1,00", "1,00"], "Dare e Avere hanno tutte e due un importo"],
    ["without an amount", ["24/11/2026", "", "x", "", "", "0,00"], "la riga non ha un importo diverso da zero"],
    ["in dollars", ["24/11/2026", "", "x", "", "", "1,00", "", "USD"], "valuta USD: ammesso solo EUR"],
    ["cut short", ["24/11/2026", "", "x"], "la riga ha 3 colonne, ne servono almeno 5"],
    ["with a separator in a text", ["24/11/2026", "", "x", "y", "z", "", "1,00", "T", "EUR"], "la riga ha 9 colonne, la testata ne ha 8"],
    ["with an amount that is a text", ["24/11/2026", "", "x", "", "", "1.2.3"], 'Avere "1.2.3" non è un importo'],
    ["with a reference too long", ["24/11/2026", "", "x", "", "", "1,00", "T".repeat(51)], "TRN di oltre 50 caratteri"],
  ])("%s are rejected with the reason, and the others go on", (_caso, celle, motivo) => {
    const buona = ["24/11/2026", "", "x", "", "", "1,00"];
    const letture = read(table(TESTATA, celle, buona, ["Totale"]));
    expect(motivi(letture)[0]).toContain(`2: ${motivo}`);
    expect(righeDi(letture)).toHaveLength(1);
  });

  it("that repeat the header, are empty or are to be ignored are left out", () => {
    const buona = ["24/11/2026", "", "x", "", "", "1,00"];
    const letture = read(table(TESTATA, ["Saldo iniziale", "", "", "", "", "99,00"], buona, TESTATA, ["", " "], buona, ["Totale"]));
    expect([righeDi(letture).length, motivi(letture)]).toEqual([2, []]);
  });

  it("that only begin like a balance are money; a balance with a date is left out by its column, and told", () => {
    const regole: RegoleLettura = {
      ...REGOLE,
      righeDaIgnorare: [...REGOLE.righeDaIgnorare, { colonna: "Causale", modo: "INIZIA", testo: "saldo finale" }],
    };
    const letture = read(
      table(
        TESTATA,
        ["24/11/2026", "", "SALDO TARI 2026 /RFB/1", "", "", "1,00"],
        ["", "", "Saldo iniziale", "", "", "9,00"],
        ["30/11/2026", "", "Saldo finale", "", "", "10,00"],
        ["Totale", "", "", "", "", "1,00"],
      ),
      regole,
    );
    expect(righeDi(letture).map(({ causale }) => causale)).toEqual(["SALDO TARI 2026 /RFB/1"]);
    expect(fineDi(letture)).toMatchObject({
      chiusura: { totaliErrati: [], segnalazioni: ["il profilo lascia fuori righe che sembrano movimenti: 1, alla riga 4"] },
    });
  });

  it("of a total that lies say what was declared and what the rows give", () => {
    const letture = read(table(TESTATA, ["24/11/2026", "", "x", "", "", "1,00"], ["Totale", "", "", "", "0,00", "1,01"]));
    expect(fineDi(letture)).toEqual({
      tipo: "chiusura",
      chiusura: { totaliErrati: [{ nome: "totale entrate", dichiarato: 101n, calcolato: 100n }], segnalazioni: [] },
    });
  });

  it("without the total that the profile expects may be half of the file", () => {
    const letture = read(table(TESTATA, ["24/11/2026", "", "x", "", "", "1,00"]));
    expect(fineDi(letture)).toMatchObject({
      chiusura: { segnalazioni: ['manca la riga che comincia con "Totale": il file potrebbe essere incompleto'] },
    });
  });

  it("of a file without the columns are refused with the names that are missing", () => {
    expect(fineDi(read(table(["Data", "Valuta", "Causale", "Note", "Dare", "Avere"], ["x"])))).toEqual({
      tipo: "rifiuto",
      motivo: 'nelle prime 60 righe non c\'è la testata attesa: mancano le colonne "TRN", "Divisa"',
    });
    expect(fineDi(read([]))).toMatchObject({ tipo: "rifiuto" });
    expect(read(table(...Array.from({ length: 70 }, () => ["a", "b"]))).filter(({ tipo }) => tipo === "rifiuto")).not.toEqual([]);
  });

  it("have their sign in a column, or in the amount", () => {
    const segno: RegoleLettura = {
      ...REGOLE,
      colonne: { data: 1, testo: [4] },
      importo: { tipo: "SEGNO_A_PARTE", colonna: 2, segno: 3, entrata: ["A", "+"], uscita: ["D"] },
      rigaTestata: 0,
      righeDaSaltare: 1,
    };
    const letture = read(
      table(
        ["24/11/2026", "9,00", "A", "saltata"],
        ["24/11/2026", "1,00", "a", "x"],
        ["24/11/2026", "2,00", "D", "x"],
        ["24/11/2026", "-3,00", "+", "x"],
        ["24/11/2026", "4,00", "?", "x"],
      ),
      segno,
    );
    expect(righeDi(letture).map(({ segno: s, importo }) => `${s} ${importo}`)).toEqual(["ENTRATA 100", "USCITA 200", "USCITA 300"]);
    expect(motivi(letture)).toEqual(['5: colonna 3 "?": atteso "A" o "+" o "D"']);
    const unica: RegoleLettura = { ...segno, importo: { tipo: "CON_SEGNO", colonna: 2 }, righeDaSaltare: 0 };
    expect(righeDi(read(table(["Elenco"], ["24/11/2026", "-9,00", "", "x"]), unica)).map(({ segno: s }) => s)).toEqual(["USCITA"]);
  });

  it("that the reader could not cut are rejected as they are", () => {
    const letture = read([...table(TESTATA), { riga: 2, celle: [], testo: '24/11;"x', difetto: "virgolette aperte e mai chiuse" }]);
    expect(letture).toContainEqual({ tipo: "scarto", scarto: { riga: 2, motivo: "virgolette aperte e mai chiuse", testo: '24/11;"x' } });
  });
});

describe("the profiles of the product", () => {
  const CAMPIONI: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "provvisori-7-colonne": [
      ["ESERCIZIO", "N.PROVV.", "DATA ESEC.", "ANAGRAFICA CLIENTE", "DESCRIZIONE CAUSALE", "IMPORTO PROVVISORIO", "VALUTA ENTE"],
      ["2026", "1234", "24/11/2026", "BANCA SPA", "/PUR/LGPE-RIVERSAMENTO/URI/2026-11-24ABC-1", "1.234,56", "25/11/2026"],
    ],
    "elenco-sospesi": [
      ["numero_sospeso", "data_contabile", "data_valuta", "iban", "importo", "segno", "ordinante", "causale", "trn", "end_to_end_id"],
      ["7", "2026-11-24", "2026-11-25", "IT60X0542811101000000123456", "1234,56", "C", "PSP", "'=causale", "TRN1", "E2E"],
    ],
    "giornale-completo": [
      [
        "dataBolletta",
        "dataValutaRegione",
        "causale",
        "codIban",
        "codProvvisorio",
        "aeProvvisorio",
        "endToEndId",
        "pspCognome",
        "importoCentesimi",
      ],
      ["2026-11-24", "2026-11-25", "x", "IT60X0542811101000000123456", "12", "2026", "E2E", "BANCA", "123456"],
    ],
    "banca-descrizione-estesa": [
      ["ABI", "CONTO", "DIVISA", "DATA CONTABILE", "DATA VALUTA", "IMPORTO", "SEGNO", "RIF. BANCA", "DESCRIZIONE", "DESCRIZIONE ESTESA"],
      ["05428", "123", "EUR", "24/11/2026", "24/11/2026", "1.234,56", "+", "R1", "d", "descrizione"],
    ],
    "poste-csv": [
      ["Data Contabile", "Data Valuta", "Addebiti (euro)", "Accrediti (euro)", "Descrizione operazioni"],
      ["24/11/2026", "24/11/2026", "", "1.234,56", "POSTAGIRO"],
    ],
    "poste-posizioni": [["24/11/2026", "24/11/2026", "CR", "", "", "", "1.234,56", "", "POSTAGIRO"]],
    "banca-dare-avere": [
      ["Data", "Valuta", "Dare", "Avere", "Descrizione"],
      ["24/11/2026", "24/11/2026", "", "1.234,56", "x"],
    ],
  };

  it.each(PROFILI_PREDEFINITI.map(({ nome, regole }) => [nome, regole] as const))("%s reads its own table", (nome, regole) => {
    const [riga] = righeDi(read(table(...(CAMPIONI[nome] ?? [])), regole));
    expect(riga).toMatchObject({ segno: "ENTRATA", importo: 123456n, dataContabile: "2026-11-24" });
  });

  it.each(Object.entries(CAMPIONI).filter(([nome]) => nome !== "poste-posizioni"))(
    "%s is the one chosen for its table",
    (nome, campione) => {
      const candidati = candidatiLettura({ salvati: [] });
      const scelto = candidati.ok ? candidati.valore.find(({ regole }) => tryProfilo(regole, table(...campione)).ok) : undefined;
      expect(scelto?.nome).toBe(nome);
    },
  );

  it("come after those of the creditor, and are found by name; a disabled one is not", () => {
    const salvato = { nome: "mio", abilitato: true, regole: REGOLE };
    const nomi = (richiesta: Parameters<typeof candidatiLettura>[0]): readonly string[] | string => {
      const esito = candidatiLettura(richiesta);
      return esito.ok ? [...new Set(esito.valore.map(({ nome }) => nome))] : esito.errore;
    };
    expect(nomi({ salvati: [salvato] })[0]).toBe("mio");
    expect(nomi({ salvati: [salvato] })).not.toContain("poste-posizioni");
    expect(nomi({ salvati: [salvato], formato: "POSTE" })).toEqual(["poste-csv", "poste-posizioni"]);
    expect(nomi({ salvati: [], nome: "poste-posizioni" })).toEqual(["poste-posizioni"]);
    expect(nomi({ salvati: [{ ...salvato, abilitato: false }], nome: "mio" })).toBe(
      'il profilo di lettura "mio" non esiste o è disabilitato',
    );
    expect(nomi({ salvati: [], formato: "OPI" })).toContain("nessun profilo");
  });
});
