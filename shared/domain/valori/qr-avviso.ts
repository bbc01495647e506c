/** The strings behind the codes printed on a notice: QR (AVV 3.5.1) and the GS1 barcode that older readers still use. */
import { type Esito, ko, ok } from "../esito.ts";
import { isNumeroAvviso } from "./numero-avviso.ts";

export type DatiQrAvviso = { readonly numeroAvviso: string; readonly idDominio: string; readonly importo: bigint };

// Two digits at least: readers reject one-digit amounts.
const cifreImporto = (centesimi: bigint): string => centesimi.toString().padStart(2, "0");

/** Text of the QR code; importo in cents. */
export const buildQrAvviso = (numeroAvviso: string, idDominio: string, importo: bigint): string =>
  `PAGOPA|002|${numeroAvviso}|${idDominio}|${cifreImporto(importo)}`;

/** In place of the codes of a debt of prova: no reader takes it for a notice. */
export const QR_PROVA = "PROVA - NON PAGABILE";

/** Reads a QR text, one-digit amounts included because issuers printed them. */
export function parseQrAvviso(testo: string): Esito<DatiQrAvviso> {
  const parti = /^PAGOPA\|002\|(\d{18})\|(\d{11})\|(\d{1,11})$/.exec(testo);
  const [, numeroAvviso = "", idDominio = "", importo = "0"] = parti ?? [];
  if (!isNumeroAvviso(numeroAvviso)) {
    return ko("Il QR deve avere la forma PAGOPA|002|numeroAvviso|idDominio|importo, con 18, 11 e da 1 a 11 cifre");
  }
  return ok({ numeroAvviso, idDominio, importo: BigInt(importo) });
}

/** Text of the barcode: GS1 application identifiers 415 (gln of the creditor), 8020 (notice), 3902 (importo in cents). */
export const buildBarcode = (gln: string, numeroAvviso: string, importo: bigint): string =>
  `415${gln}8020${numeroAvviso}3902${cifreImporto(importo)}`;
