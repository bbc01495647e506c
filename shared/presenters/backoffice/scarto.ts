/** Dead letters as operators see them. */
import { maskCorpo } from "../../domain/scarti/scarti.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export const presentScartiCoda = (voce: {
  readonly nome: string;
  readonly riconsegnabile: boolean;
  readonly impatto: string;
  readonly profondita: { readonly visibili: number; readonly inSospeso: number };
}) => ({
  ...{ coda: voce.nome, messaggi: voce.profondita.visibili, inSospeso: voce.profondita.inSospeso },
  ...{ riconsegnabile: voce.riconsegnabile, impatto: voce.impatto },
});

export const presentScarto = (messaggio: {
  readonly id: string;
  readonly corpo: string;
  readonly inviatoAlle: string;
  readonly letture: number;
  readonly gruppo?: string;
}) => ({
  ...{ id: messaggio.id, inviatoAlle: toIsoRoma(messaggio.inviatoAlle), letture: messaggio.letture },
  ...(messaggio.gruppo !== undefined && { gruppo: messaggio.gruppo }),
  contenuto: { ...maskCorpo(messaggio.corpo) },
});
