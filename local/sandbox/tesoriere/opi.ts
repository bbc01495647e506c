/**
 * The treasurer's cash journal of a day, OPI "giornale di cassa": one account of evidence per IBAN, every pagoPA credit an income still to be regularised
 * (SOSPESO ENTRATA), signed as the schema demands.
 */
import { sum } from "../comune/importi.ts";
import type { Giornata, Movimento, Ordinativo } from "./movimenti.ts";
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

/** An executed order names what it covers; what is annulled comes back as a provisional entry, each by itself. */
const raccontaOrdinativo = ({ reversale, operazione, giorno, iban, sospesi, ordinante }: Ordinativo): MovimentoOpi[] => {
  const comune = { tipo: "ENTRATA", operazione, giorno, coordinate: iban, cliente: ordinante, esecuzione: "REGOLARIZZAZIONE" } as const;
  if (operazione === "REGOLARIZZATO") {
    const importo = sum(sospesi.map((sospeso) => sospeso.importo));
    const causale = `REVERSALE ${reversale} A COPERTURA DI SOSPESI`;
    return [
      { ...comune, numero: reversale, documento: "REVERSALE", numeroDocumento: reversale, progressivo: 1, importo, causale, sospesi },
    ];
  }
  const causale = `ANNULLAMENTO REVERSALE ${reversale}`;
  return sospesi.map(({ numero, importo }) => ({
    ...{ ...comune, numero, documento: "SOSPESO ENTRATA", numeroDocumento: numero, importo, causale },
  }));
};

const toConto = (giornata: Giornata): ContoOpi => ({
  codice: giornata.iban.slice(-12),
  descrizione: giornata.iban,
  movimenti: [...giornata.movimenti.flatMap(raccontaMovimento), ...(giornata.ordinativi ?? []).flatMap(raccontaOrdinativo)],
  saldoPrecedente: giornata.saldoIniziale,
  entrate: giornata.entrate,
  uscite: 0n,
});

/** XML of the day; `firma` gives the ds:Signature of the canonical text. */
export const buildGiornaleOpi = (giornale: GiornaleDiCassa, versione: VersioneOpi, firma: (documento: string) => string): string =>
  buildGiornaleFirmato({ ...giornale, versione, conti: giornale.conti.map(toConto) }, firma);
