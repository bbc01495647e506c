/** One movement of a CBI file: a record 62 and the records 63 that continue it. */
import { definiti } from "../../../domain/definiti.ts";
import type { RigaLetta } from "../../../domain/tesoreria/movimento.ts";
import { parseIban } from "../../../domain/valori/iban.ts";
import { mod97 } from "../../../domain/valori/mod97.ts";
import { causaleDa, facoltativo, giornoCbi, scarta } from "../campi.ts";
import { campo, INFORMAZIONI, MOVIMENTO, SALDO_INIZIALE, STRUTTURA, TESTO_LIBERO } from "./tracciato.ts";

export type Riga = Omit<RigaLetta, "riga">;

/** The standard sets no limit: a bank's text never takes so many. */
export const INFORMAZIONI_MASSIME = 200;

export interface Movimento {
  /** Record 62. */
  readonly record: string;
  /** Records 63. */
  readonly informazioni: string[];
}

export interface Conto {
  readonly conto: string | undefined;
  readonly divisa: string;
  /** Record 61 as written: its day is that of the movements that have none. */
  readonly data: string;
}

/** Cents of "000000001031,24", signed by C or D; undefined when it is not one. */
export const importoCbi = (testo: string, segno: string): bigint | undefined => {
  const parti = /^ *(\d{1,12}),(\d{2}) *$/.exec(testo);
  if (!parti || (segno !== "C" && segno !== "D")) return undefined;
  const centesimi = BigInt(`${parti[1]}${parti[2]}`);
  return segno === "D" ? -centesimi : centesimi;
};

/** IBAN of the account: the standard gives it in pieces, and the first (country and check digits) may be missing. */
export const contoDi = (record: string): string | undefined => {
  const { cin, abi, cab, conto, iban } = SALDO_INIZIALE;
  const numero = campo(record, conto).trim().padStart(12, "0").toUpperCase();
  const bban = `${campo(record, cin)}${campo(record, abi)}${campo(record, cab)}${numero}`;
  if (!/^[A-Z]\d{10}[A-Z0-9]{12}$/.test(bban))
    return facoltativo(`${campo(record, abi)}${campo(record, cab)}${campo(record, conto)}`.replaceAll(" ", ""));
  const scritto = parseIban(`${campo(record, iban)}${bban}`);
  if (scritto.ok) return scritto.valore.iban;
  return `IT${String(98 - mod97(`${bban}IT00`)).padStart(2, "0")}${bban}`;
};

const conStruttura = (informazioni: readonly string[], struttura: string): readonly string[] =>
  informazioni.filter((record) => campo(record, STRUTTURA) === struttura);

const STRUTTURE = ["YYY", "YY2", "ZZ1", "ZZ2", "ZZ3", "ID1", "RI1", "RI2", "KKK"] as const;
const isLibera = (record: string): boolean => !STRUTTURE.some((struttura) => campo(record, STRUTTURA) === struttura);

/** Text cut at fixed columns: a full column goes on in the next, a blank at its end is a blank of the text. */
const riunisci = (pezzi: readonly string[]): string => pezzi.join("");

/**
 * The remittance text comes last: when a bank cuts it, what is cut is its end. Free records go beyond column 120 in the files of some banks.
 */
const causaleDi = ({ record, informazioni }: Movimento): string => {
  const { riconciliazione1, riconciliazione2, motivazione } = INFORMAZIONI;
  return causaleDa([
    campo(record, MOVIMENTO.descrizione),
    riunisci(informazioni.filter(isLibera).map((libero) => libero.slice(TESTO_LIBERO[0] - 1))),
    ...conStruttura(informazioni, "ZZ3").map((estero) => campo(estero, motivazione)),
    riunisci([
      ...conStruttura(informazioni, "RI1").map((testo) => campo(testo, riconciliazione1)),
      ...conStruttura(informazioni, "RI2").map((testo) => campo(testo, riconciliazione2)),
    ]),
  ]);
};

const primo = (informazioni: readonly string[], struttura: string, dove: readonly [number, number]): string | undefined => {
  for (const record of conStruttura(informazioni, struttura)) {
    const valore = facoltativo(campo(record, dove));
    if (valore !== undefined) return valore;
  }
  return undefined;
};

const vuota = (data: string): boolean => /^[0 ]*$/.test(data);

/** Errors: RigaNonValida. */
export const toRiga = (movimento: Movimento, { conto, divisa, data }: Conto): Riga => {
  const { record, informazioni } = movimento;
  if (divisa !== "EUR") scarta(`codice divisa: valuta ${divisa.trim() === "" ? "assente" : divisa}, ammesso solo EUR`);
  const segno = campo(record, MOVIMENTO.segno);
  if (segno !== "C" && segno !== "D") scarta(`segno: «${segno}», atteso C o D`);
  const importo =
    importoCbi(campo(record, MOVIMENTO.importo), "C") ??
    scarta(`importo: «${campo(record, MOVIMENTO.importo)}», attese 12 cifre intere, la virgola e 2 decimali`);
  if (importo === 0n) scarta("importo: 0,00, atteso un importo diverso da zero");
  const registrazione = campo(record, MOVIMENTO.dataRegistrazione);
  const valuta = campo(record, MOVIMENTO.dataValuta);
  const scritto = facoltativo(campo(record, MOVIMENTO.riferimentoBanca));
  const riferimento = /^0+$/.test(scritto ?? "") ? undefined : scritto;
  return definiti({
    operazione: "ESEGUITO" as const,
    segno: segno === "C" ? ("ENTRATA" as const) : ("USCITA" as const),
    importo,
    dataContabile: giornoCbi(vuota(registrazione) ? data : registrazione, "data registrazione"),
    dataValuta: vuota(valuta) ? undefined : giornoCbi(valuta, "data valuta"),
    causale: causaleDi(movimento),
    conto,
    // The bank's reference is the CRO of a transfer (62-77) only when it is 11 digits or more.
    sct: primo(informazioni, "ID1", INFORMAZIONI.endToEnd) ?? (/^\d{11,}$/.test(riferimento ?? "") ? riferimento : undefined),
    riferimentoBanca: riferimento,
    ordinante: primo(informazioni, "YYY", INFORMAZIONI.ordinante) ?? primo(informazioni, "ZZ2", INFORMAZIONI.ordinanteEstero),
  });
};
