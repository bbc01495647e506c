/** What a receipt does to the searches open on its payment code: its own ends, those of the other attempts of a paid notice have nothing to wait for. */
import type { RicevutaInArrivo } from "../ricevute/ricevuta-nodo.ts";
import { lapse, type Recupero, recovered } from "./recupero.ts";

/** A transaction holds 100 writes, and a payment code a handful of attempts: the others lapse by themselves. */
const CHIUSI_MASSIMI = 10;

/** @param ccp attempt that the receipt closes; undefined when it closes none (copy for a secondary creditor, outcome KO). @param adesso instant. */
export function closeRecuperi(
  recuperi: readonly Recupero[],
  arrivo: RicevutaInArrivo,
  ccp: string | undefined,
  adesso: string,
): readonly Recupero[] {
  const { receiptId, transferList } = arrivo.richiesta.receipt;
  const provenienza = arrivo.provenienza ?? "NODO";
  // Nothing was ever searched for.
  if (provenienza === "PROVA") return [];
  return recuperi
    .flatMap((recupero) => {
      // Each row of a legacy receipt has an IUR of its own.
      const suo =
        recupero.iur === receiptId || transferList.some(({ iur }) => iur === recupero.iur) || (ccp !== undefined && recupero.iur === ccp);
      if (suo) return recovered(recupero, adesso, provenienza) ?? [];
      return ccp === undefined ? [] : (lapse(recupero, adesso, `Avviso pagato con la ricevuta ${receiptId}`) ?? []);
    })
    .slice(0, CHIUSI_MASSIMI);
}
