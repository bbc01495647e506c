/**
 * Totals of the cash journal against its lines, in cents. Treasurers do not agree on what a total counts when an order covers a provisional entry (the money came
 * before): a total is said to lie only when it is none of the sums that one of them makes.
 */

import { centesimiDi } from "../campi.ts";
import type { Emissione } from "../emissione.ts";
import type { Riga } from "./movimento.ts";

/** Sums of one direction: what was executed, what really moved, everything that is written. */
interface Somme {
  eseguito: bigint;
  mosso: bigint;
  scritto: bigint;
}

export interface Conto {
  readonly nome: string;
  readonly entrate: Somme;
  readonly uscite: Somme;
  /** False when a line could not be read: then nothing is expected to add up. */
  completo: boolean;
  readonly campi: Map<string, string>;
}

const somme = (): Somme => ({ eseguito: 0n, mosso: 0n, scritto: 0n });
export const createConto = (nome: string): Conto => ({ nome, entrate: somme(), uscite: somme(), completo: true, campi: new Map() });

/** @param coperto cents of provisional entries that the order covers: they had moved before. */
export const addRiga = (conto: Conto, { segno, operazione, importo }: Riga, coperto: bigint): void => {
  const verso = segno === "ENTRATA" ? conto.entrate : conto.uscite;
  verso.scritto += importo;
  if (operazione === "ESEGUITO") {
    verso.eseguito += importo;
    verso.mosso += importo - coperto;
  }
  if (operazione === "STORNATO") verso.mosso -= importo - coperto;
};

const checkVerso = (emissione: Emissione, nome: string, dichiarato: bigint | undefined, verso: Somme): void => {
  if (dichiarato === verso.eseguito || dichiarato === verso.scritto) return;
  emissione.totale(nome, dichiarato, verso.mosso);
};

const saldi = (campi: ReadonlyMap<string, string>, prima: string, entrate: string, uscite: string, dopo: string) => ({
  prima: centesimiDi(campi.get(prima)),
  entrate: centesimiDi(campi.get(entrate)),
  uscite: centesimiDi(campi.get(uscite)),
  dopo: centesimiDi(campi.get(dopo)),
});

const checkSaldo = (emissione: Emissione, nome: string, { prima, entrate, uscite, dopo }: ReturnType<typeof saldi>): void => {
  if (prima !== undefined && entrate !== undefined && uscite !== undefined) emissione.totale(nome, dopo, prima + entrate - uscite);
};

/** @param intero false for a page: the totals may be of the whole journal, whose lines are in other pages. */
export const checkConto = (emissione: Emissione, conto: Conto, intero: boolean): void => {
  const letti = saldi(
    conto.campi,
    "saldo_precedente_conto_evidenza",
    "totale_entrate_conto_evidenza",
    "totale_uscite_conto_evidenza",
    "saldo_finale_conto_evidenza",
  );
  checkSaldo(emissione, `saldo finale del conto ${conto.nome}`, letti);
  if (!intero || !conto.completo) return;
  checkVerso(emissione, `totale entrate del conto ${conto.nome}`, letti.entrate, conto.entrate);
  checkVerso(emissione, `totale uscite del conto ${conto.nome}`, letti.uscite, conto.uscite);
};

/** The whole journal. @param conti the declared totals of its accounts, each cents or undefined. */
export const checkComplessivo = (
  emissione: Emissione,
  campi: ReadonlyMap<string, string>,
  conti: readonly Conto[],
  intero: boolean,
): void => {
  const letti = saldi(
    campi,
    "saldo_complessivo_precedente",
    "totale_complessivo_entrate",
    "totale_complessivo_uscite",
    "saldo_complessivo_finale",
  );
  checkSaldo(emissione, "saldo complessivo finale", letti);
  const [entrate, uscite] = [centesimiDi(campi.get("totale_entrate")), centesimiDi(campi.get("totale_uscite"))];
  if (entrate !== undefined && uscite !== undefined)
    emissione.totale("saldo dell'esercizio", centesimiDi(campi.get("saldo_esercizio")), entrate - uscite);
  const finali = conti.map((conto) => centesimiDi(conto.campi.get("saldo_finale_conto_evidenza")));
  if (!intero || finali.length === 0) return;
  let somma = 0n;
  for (const finale of finali) {
    if (finale === undefined) return;
    somma += finale;
  }
  emissione.totale("saldo complessivo finale, somma dei conti", letti.dopo, somma);
};
