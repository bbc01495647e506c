/**
 * The treasurer's cash journal of a day, OPI "giornale di cassa": one account of evidence per IBAN, every pagoPA credit an income still to be regularised
 * (SOSPESO ENTRATA), signed as the schema demands.
 */
import type { Giornata, Movimento } from "./movimenti.ts";
import { buildGiornaleFirmato, type ContoOpi, type EnteTesoriere, type MovimentoOpi, type VersioneOpi } from "./scrittura-opi.ts";

export interface GiornaleDiCassa {
  readonly ente: EnteTesoriere;
  readonly giorno: string;
  /** UTC instant of creation. */
  readonly creatoIl: string;
  readonly conti: readonly Giornata[];
}

const toMovimento = (voce: Movimento): MovimentoOpi => ({
  numero: voce.numero,
  tipo: "ENTRATA",
  documento: "SOSPESO ENTRATA",
  operazione: "ESEGUITO",
  numeroDocumento: voce.numero,
  importo: voce.importo,
  bolletta: voce.numero,
  giorno: voce.giorno,
  dataValuta: voce.dataValuta,
  coordinate: voce.iban,
  trn: voce.trn,
  endToEndId: voce.endToEndId,
  cliente: voce.ordinante,
  causale: voce.causale,
});

/** What was taken back is told twice: as it came and as it went, with the same number. */
const raccontaMovimento = (voce: Movimento): MovimentoOpi[] =>
  voce.stornato === true
    ? [toMovimento(voce), { ...toMovimento(voce), operazione: "STORNATO", bollettaStorno: voce.numero }]
    : [toMovimento(voce)];

const toConto = (giornata: Giornata): ContoOpi => ({
  codice: giornata.iban.slice(-12),
  descrizione: giornata.iban,
  movimenti: giornata.movimenti.flatMap(raccontaMovimento),
  saldoPrecedente: giornata.saldoIniziale,
  entrate: giornata.entrate,
  uscite: 0n,
});

/** XML of the day; `firma` gives the ds:Signature of the canonical text. */
export const buildGiornaleOpi = (giornale: GiornaleDiCassa, versione: VersioneOpi, firma: (documento: string) => string): string =>
  buildGiornaleFirmato({ ...giornale, versione, conti: giornale.conti.map(toConto) }, firma);
