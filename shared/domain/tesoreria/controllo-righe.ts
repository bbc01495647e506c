/** Whether what a file says may enter the archive of a creditor: the file is its own, the account too, the figures make sense. */
import { definiti } from "../definiti.ts";
import { type Esito, ko, ok } from "../esito.ts";
import { isGiorno } from "../valori/date.ts";
import { formatImportoItaliano, IMPORTO_MASSIMO_CENTESIMI } from "../valori/importo.ts";
import type { ChiusuraTesoreria, RigaLetta, TestataTesoreria } from "./movimento.ts";

export const CAUSALE_MASSIMA = 4096;
const TESTO_MASSIMO = 70;

/** What the registry knows of who loads the file. */
export interface EnteDelFile {
  readonly idDominio: string;
  readonly iban: ReadonlySet<string>;
}

const FORMA_IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const codice = (testo: string): string => testo.replace(/\s/g, "").toUpperCase();

/** Why the file, or the statement that begins here, is not of the creditor. */
export const checkTestata = ({ idDominio, iban }: EnteDelFile, { codiceFiscaleEnte, conto }: TestataTesoreria): string | undefined => {
  if (codiceFiscaleEnte !== undefined && codice(codiceFiscaleEnte) !== idDominio)
    return `codice fiscale dell'ente: il file è di ${codiceFiscaleEnte}, non di ${idDominio}`;
  return conto === undefined ? undefined : checkConto({ idDominio, iban }, conto);
};

/** Codes of the treasurer that are no IBAN are taken as they are: no registry holds them. */
const checkConto = ({ idDominio, iban }: EnteDelFile, conto: string): string | undefined => {
  const letto = codice(conto);
  return FORMA_IBAN.test(letto) && !iban.has(letto) ? `conto: ${letto} non è tra i conti registrati dell'ente ${idDominio}` : undefined;
};

/** Banks whose file is not told apart by an account: none of the creditor's is there. */
export const unknownBanca = ({ iban }: EnteDelFile, { abi }: TestataTesoreria): string | undefined => {
  if (abi === undefined || [...iban].some((conto) => conto.startsWith("IT") && conto.slice(5, 10) === abi)) return undefined;
  return `il file è della banca con codice ABI ${abi}, presso cui l'ente non ha conti registrati`;
};

const CONTROLLO = /\p{Cc}+/gu;
const pulito = (testo: string, massimo: number): string => testo.replace(CONTROLLO, " ").trim().slice(0, massimo);
const breve = (testo: string | undefined): string | undefined =>
  (testo === undefined ? undefined : pulito(testo, TESTO_MASSIMO)) || undefined;

/** The line in its one form. Errors: why it is refused, naming the field and the limit. */
export const checkRiga = (ente: EnteDelFile, riga: RigaLetta): Esito<RigaLetta> => {
  const { importo, dataContabile, dataValuta, conto, esercizio } = riga;
  if (importo <= 0n) return ko("importo: deve essere maggiore di zero");
  if (importo > IMPORTO_MASSIMO_CENTESIMI) return ko(`importo: supera ${formatImportoItaliano(IMPORTO_MASSIMO_CENTESIMI)} euro`);
  if (!isGiorno(dataContabile)) return ko("dataContabile: attesa una data che esiste, nella forma AAAA-MM-GG");
  if (dataValuta !== undefined && !isGiorno(dataValuta)) return ko("dataValuta: attesa una data che esiste, nella forma AAAA-MM-GG");
  if (esercizio !== undefined && (!Number.isInteger(esercizio) || esercizio < 1999 || esercizio > 2099))
    return ko("esercizio: atteso un anno da 1999 a 2099");
  const estraneo = conto === undefined ? undefined : checkConto(ente, conto);
  if (estraneo !== undefined) return ko(estraneo);
  return ok(
    definiti({
      ...riga,
      causale: pulito(riga.causale, CAUSALE_MASSIMA),
      conto: conto === undefined ? undefined : codice(conto),
      numeroSospeso: breve(riga.numeroSospeso),
      numeroDocumento: breve(riga.numeroDocumento),
      progressivoDocumento: breve(riga.progressivoDocumento),
      sct: breve(riga.sct),
      riferimentoBanca: breve(riga.riferimentoBanca),
      ordinante: breve(riga.ordinante),
    }),
  );
};

/** What a file that does not add up is told, one sentence per fact. */
export const describeChiusura = ({ totaliErrati, segnalazioni }: ChiusuraTesoreria): readonly string[] => [
  ...totaliErrati.map(({ nome, dichiarato, calcolato }) => {
    const [scritto, contato] = [dichiarato, calcolato].map(formatImportoItaliano);
    return `${nome}: il file dichiara ${scritto} euro, le righe danno ${contato}`;
  }),
  ...segnalazioni,
];
