/** Balances and totals of an ISO 20022 statement against its booked entries, in cents. */

import { centesimiDi } from "../campi.ts";
import type { Emissione } from "../emissione.ts";
import type { Campi } from "./voce.ts";

export interface Saldo {
  readonly tipo: string;
  readonly importo: bigint;
}

export interface Somme {
  avere: bigint;
  dare: bigint;
  /** False when an entry could not be counted: then nothing is expected to add up. */
  complete: boolean;
}

export const toSaldo = (campi: Campi): Saldo | undefined => {
  const importo = campi.get("Amt@") === "EUR" ? centesimiDi(campi.get("Amt")) : undefined;
  const tipo = campi.get("Tp/CdOrPrtry/Cd")?.trim() ?? "";
  if (importo === undefined) return undefined;
  return { tipo, importo: campi.get("CdtDbtInd")?.trim() === "DBIT" ? -importo : importo };
};

/** A page opens with an interim balance where the whole statement opens with its own (ITBD; PRCD is the closing one of the day before). */
const APERTURE = ["OPBD", "PRCD", "ITBD"] as const;
const CHIUSURE = ["CLBD", "ITBD"] as const;

export const checkEstratto = (emissione: Emissione, campi: Campi, saldi: readonly Saldo[], somme: Somme, nome: string): void => {
  if (!somme.complete) return;
  const apertura = APERTURE.flatMap((tipo) => saldi.find((saldo) => saldo.tipo === tipo) ?? [])[0];
  const chiusura = CHIUSURE.flatMap((tipo) => saldi.findLast((saldo) => saldo.tipo === tipo && saldo !== apertura) ?? [])[0];
  if (apertura && chiusura) emissione.totale(`saldo finale ${nome}`, chiusura.importo, apertura.importo + somme.avere - somme.dare);
  emissione.totale(`totale accrediti ${nome}`, centesimiDi(campi.get("TxsSummry/TtlCdtNtries/Sum")), somme.avere);
  emissione.totale(`totale addebiti ${nome}`, centesimiDi(campi.get("TxsSummry/TtlDbtNtries/Sum")), somme.dare);
};
