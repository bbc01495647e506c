/** The state of an attempt at an instant: that a later one replaced it, or that its time is over, follows from the dates and is never written (reference 3.5). */
import { addMinuti } from "../valori/date.ts";
import { type StatoTentativo, statiTentativo } from "./stati-tentativo.ts";
import type { Tentativo } from "./tentativo.ts";

/** Time within which a PSP closes a payment (GovPay's default of the same timeout). */
const DURATA_MINUTI = 30;

/** Instant after which an attempt of the modern family is over. */
export const scadenzaTentativo = ({ dataRichiesta }: Pick<Tentativo, "dataRichiesta">): string => addMinuti(dataRichiesta, DURATA_MINUTI);

/** `altri`: the attempts on the same payment code, itself included. `adesso` is an instant. */
export const statoTentativoAl = (tentativo: Tentativo, altri: readonly Tentativo[], adesso: string): StatoTentativo => {
  // A legacy attempt ends when the Node says so (storico/stati-rpt.ts), not by our clock.
  if (tentativo.tipoRpt === "RPT" || !statiTentativo.isStato(tentativo.stato)) return tentativo.stato;
  const sostituito = altri.some((altro) => altro.dataRichiesta > tentativo.dataRichiesta);
  const scaduto = scadenzaTentativo(tentativo) <= adesso;
  if (!sostituito && !scaduto) return tentativo.stato;
  const stato = statiTentativo.next(tentativo.stato, sostituito ? "sostituisci" : "scadi");
  return stato.ok ? stato.valore : tentativo.stato;
};
