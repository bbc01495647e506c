/** What a collected amount takes from the debt it pays, so that lists and totals select it without reading the debt. */
import { definiti } from "../definiti.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Riscossione } from "./ricevuta.ts";

type Classificazione = Pick<
  Riscossione,
  "idA2A" | "idPendenza" | "idTipoPendenza" | "idUnitaOperativa" | "direzione" | "divisione" | "tassonomia"
>;

export const classificazioneDi = (pendenza: Pendenza): Classificazione => {
  const { idA2A, idPendenza, idTipoPendenza, idUnitaOperativa, direzione, divisione, tassonomia } = pendenza;
  return { idA2A, idPendenza, idTipoPendenza, ...definiti({ idUnitaOperativa, direzione, divisione, tassonomia }) };
};
