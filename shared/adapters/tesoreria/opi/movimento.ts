/**
 * One `movimento_conto_evidenza` of the cash journal as lines (OPI 1.4, 1.6.1, 1.7.1, 1.8). The number of a provisional entry is the number of its document, which
 * is what the orders that cover it name (`sospeso/numero_provvisorio`; `numero_sospeso` in 1.4); when a treasurer leaves it zero, that of the receipt.
 */
import { definiti } from "../../../domain/definiti.ts";
import type { DocumentoMovimento, OperazioneMovimento, RigaLetta, SegnoMovimento } from "../../../domain/tesoreria/movimento.ts";
import { OPERAZIONI_MOVIMENTO, SEGNI_MOVIMENTO } from "../../../domain/tesoreria/movimento.ts";
import { causaleDa, centesimi, facoltativo, giorno, giornoScritto, numero, scarta } from "../campi.ts";

/** Elements of the movement by name; those of `cliente` under their own name (they end in _cliente). */
export type CampiMovimento = ReadonlyMap<string, string>;

export interface SospesoCoperto {
  readonly numero: string | undefined;
  readonly importo: string | undefined;
}

export interface Contesto {
  readonly conto: string | undefined;
  readonly esercizio: number | undefined;
}

export type Riga = Omit<RigaLetta, "riga">;

const DOCUMENTI: Readonly<Record<string, DocumentoMovimento>> = {
  "SOSPESO ENTRATA": "SOSPESO",
  "SOSPESO USCITA": "SOSPESO",
  REVERSALE: "REVERSALE",
  MANDATO: "MANDATO",
};

const unoTra = <T extends string>(valori: readonly T[], campi: CampiMovimento, nome: string): T => {
  const scritto = campi.get(nome)?.trim() ?? "";
  return valori.find((valore) => valore === scritto) ?? scarta(`${nome}: «${scritto.slice(0, 40)}», atteso uno tra ${valori.join(", ")}`);
};

const numeroSospeso = (campi: CampiMovimento, operazione: OperazioneMovimento): string =>
  numero(campi.get("numero_documento")) ??
  (operazione === "STORNATO" ? numero(campi.get("numero_bolletta_quietanza_storno")) : undefined) ??
  numero(campi.get("numero_bolletta_quietanza")) ??
  scarta("numero_documento: manca il numero del sospeso");

/** A negative amount written as executed takes back what was executed before. */
const operazioneDi = (scritta: OperazioneMovimento, importo: bigint): OperazioneMovimento =>
  scritta === "ESEGUITO" && importo < 0n ? "STORNATO" : scritta;

/** The line that the journal writes. Errors: RigaNonValida. */
export const toRiga = (campi: CampiMovimento, coperti: readonly SospesoCoperto[], { conto, esercizio }: Contesto): Riga => {
  const segno: SegnoMovimento = unoTra(SEGNI_MOVIMENTO, campi, "tipo_movimento");
  const documento = DOCUMENTI[campi.get("tipo_documento")?.trim() ?? ""] ?? "ALTRO";
  const importo = centesimi(campi.get("importo"), "importo");
  if (importo === 0n) scarta("importo: 0.00, atteso un importo diverso da zero");
  const operazione = operazioneDi(unoTra(OPERAZIONI_MOVIMENTO, campi, "tipo_operazione"), importo);
  const riferimento = facoltativo(campi.get("codice_riferimento_operazione"));
  return definiti({
    operazione,
    segno,
    importo: importo < 0n ? -importo : importo,
    dataContabile: giorno(campi.get("data_movimento"), "data_movimento"),
    dataValuta: giornoScritto(campi.get("data_valuta_ente")),
    causale: causaleDa([campi.get("causale") ?? ""]),
    conto,
    documento,
    numeroSospeso: documento === "SOSPESO" ? numeroSospeso(campi, operazione) : undefined,
    esercizio,
    numeroDocumento: documento === "REVERSALE" || documento === "MANDATO" ? numero(campi.get("numero_documento")) : undefined,
    progressivoDocumento: numero(campi.get("progressivo_documento")),
    sct: riferimento ?? facoltativo(campi.get("end_to_end_id")),
    // The transfer that an order covers is of the provisional entry, not of the order.
    riferimentoBanca: coperti.length === 0 ? riferimento : undefined,
    ordinante: facoltativo(campi.get("anagrafica_cliente")),
  });
};

/** What an operation on the order means for the provisional entries that it covers. */
const EFFETTO: Readonly<Record<OperazioneMovimento, OperazioneMovimento>> = {
  ESEGUITO: "REGOLARIZZATO",
  REGOLARIZZATO: "REGOLARIZZATO",
  STORNATO: "RIPRISTINATO",
  RIPRISTINATO: "RIPRISTINATO",
};

/**
 * The provisional entry covered by an order, as a line of its own. @param ordine the line of the order. Errors: RigaNonValida.
 * 1.4 names one entry and no amount: it is the order's.
 */
export const toRigaCoperta = (ordine: Riga, campi: CampiMovimento, coperto: SospesoCoperto): Riga => {
  const importo = coperto.importo === undefined ? ordine.importo : centesimi(coperto.importo, "importo_provvisorio");
  const riserva = ordine.operazione === "STORNATO" ? "numero_bolletta_quietanza_storno" : "numero_bolletta_quietanza";
  const { riferimentoBanca: _riferimento, ...comune } = ordine;
  return {
    ...comune,
    documento: "SOSPESO",
    operazione: EFFETTO[ordine.operazione],
    importo: importo < 0n ? -importo : importo,
    numeroSospeso:
      numero(coperto.numero) ?? numero(campi.get(riserva)) ?? scarta(`numero_provvisorio: manca il numero del sospeso coperto`),
  };
};

/**
 * The order without the money that had come before: what it covers was a provisional entry, which is told by itself. Covered in whole it moves nothing, whatever
 * the treasurer calls it. @param coperto cents.
 */
export const toRigaOrdine = (scritta: Riga, coperto: bigint): Riga =>
  coperto < scritta.importo ? { ...scritta, importo: scritta.importo - coperto } : { ...scritta, operazione: EFFETTO[scritta.operazione] };

/** The movement as it was written, for who has to correct it. */
export const testoDi = (campi: CampiMovimento): string => [...campi].map(([nome, valore]) => `${nome}=${valore.trim()}`).join("; ");
