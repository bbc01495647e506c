/** A notice as the Backoffice has always told it (reference 2.6): the same data, with the states of its first version. */
import { type AvvisoPresentato, presentAvviso } from "../pendenze/avviso.ts";

const STATI = {
  NON_ESEGUITA: "Non pagato",
  SCADUTA: "Scaduto",
  ANNULLATA: "Annullato",
  DUPLICATA: "Pagato",
} as const;

export const presentAvvisoOperatore = (avviso: AvvisoPresentato) => {
  const presentato = presentAvviso(avviso);
  return { ...presentato, stato: STATI[presentato.stato] };
};
