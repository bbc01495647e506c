/**
 * The same day as the CBI bank statement of the old days, RH (CBI-RND-001): records of 120 characters, the remittance text cut at 140. The tests of the reader write
 * with it too.
 */
import { sum } from "../comune/importi.ts";
import type { Movimento } from "./movimenti.ts";
import type { GiornaleDiCassa } from "./opi.ts";

const RECORD_CARATTERI = 120;
const TESTO_CARATTERI = 140;
const PRIMO_TESTO = 104;

/** Fields by their first position, from 1, over a blank record. */
export const record = (campi: Readonly<Record<number, string>>): string => {
  let scritto = " ".repeat(RECORD_CARATTERI);
  for (const [posizione, testo] of Object.entries(campi)) {
    const da = Number(posizione) - 1;
    scritto = scritto.slice(0, da) + testo + scritto.slice(da + testo.length);
  }
  return scritto.slice(0, RECORD_CARATTERI);
};

/** "2026-03-03" → "030326". */
export const ggmmaa = (giorno: string): string =>
  giorno
    .split("-")
    .reverse()
    .join("")
    .replace(/20(?=\d{2}$)/, "");

const cifre = (numero: number, quante: number): string => String(numero).padStart(quante, "0");

/** 15 positions: "000000000012,34", without sign. */
export const importoCbi = (centesimi: bigint): string => {
  const assoluto = centesimi < 0n ? -centesimi : centesimi;
  return `${(assoluto / 100n).toString().padStart(12, "0")},${(assoluto % 100n).toString().padStart(2, "0")}`;
};
export const segnoCbi = (centesimi: bigint): string => (centesimi < 0n ? "D" : "C");

const movimento = (voce: Movimento, rendicontazione: string, n: number): readonly string[] => {
  const inizio = { 4: rendicontazione, 11: cifre(((n - 1) % 999) + 1, 3) };
  const giorno = ggmmaa(voce.giorno);
  const importo = { 26: segnoCbi(voce.importo), 27: importoCbi(voce.importo) };
  const testo = voce.causale.slice(0, TESTO_CARATTERI);
  const [anno = "", mese = "", di = ""] = voce.giorno.split("-");
  return [
    record({
      2: "62",
      ...inizio,
      14: ggmmaa(voce.dataValuta),
      20: giorno,
      ...importo,
      42: "48",
      62: voce.trn.slice(-16),
      87: "BONIFICO A VOSTRO FAVORE",
    }),
    record({
      2: "63",
      ...inizio,
      14: "YYY",
      17: `${di}${mese}${anno}`,
      25: voce.ordinante.codiceFiscale,
      41: voce.ordinante.nome.slice(0, 40),
    }),
    record({ 2: "63", ...inizio, 14: "ID1", 17: "NOTPROVIDED", 52: voce.endToEndId.slice(0, 35) }),
    record({ 2: "63", ...inizio, 14: "RI1", 17: testo.slice(0, PRIMO_TESTO) }),
    ...(testo.length > PRIMO_TESTO ? [record({ 2: "63", ...inizio, 14: "RI2", 17: testo.slice(PRIMO_TESTO) })] : []),
  ];
};

export const buildRh = (giornale: GiornaleDiCassa): string => {
  const creato = ggmmaa(giornale.creatoIl.slice(0, 10));
  const supporto = {
    4: "99001",
    9: "SIA01",
    14: creato,
    20: `${giornale.giorno.replaceAll("-", "")}${giornale.ente.idDominio}`.slice(0, 20),
  };
  const giorno = ggmmaa(giornale.giorno);
  const righe = giornale.conti.flatMap((conto, i) => {
    const numero = cifre(i + 1, 7);
    const finale = conto.saldoIniziale + sum(conto.movimenti.map(({ importo }) => importo));
    const saldo = { 84: segnoCbi(conto.saldoIniziale), 85: importoCbi(conto.saldoIniziale), 100: conto.iban.slice(0, 4) };
    return [
      record({ 2: "61", 4: numero, 29: "93001", 52: conto.iban.slice(4), 75: "EUR", 78: giorno, ...saldo }),
      ...conto.movimenti.flatMap((voce, n) => movimento(voce, numero, n + 1)),
      record({
        2: "64",
        4: numero,
        11: "EUR",
        14: giorno,
        20: segnoCbi(finale),
        21: importoCbi(finale),
        36: segnoCbi(finale),
        37: importoCbi(finale),
      }),
    ];
  });
  const coda = record({ 2: "EF", ...supporto, 46: cifre(giornale.conti.length, 7), 83: cifre(righe.length + 2, 7) });
  return `${[record({ 2: "RH", ...supporto }), ...righe, coda].join("\r\n")}\r\n`;
};
