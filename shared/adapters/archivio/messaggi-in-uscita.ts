/** Messages of the outbox: items written with the state that they announce, taken to their queues by the stream. */
import type { Elemento } from "../../ports/deposito.ts";
import type { Messaggio } from "../../ports/unit-of-work.ts";
import { chiavi } from "./chiavi.ts";

/** Sent messages stay a week for whoever investigates, then expire. */
const CONSERVAZIONE_SECONDI = 7 * 86_400;

/** @param creato instant. */
export const toElementoMessaggio = (messaggio: Messaggio, id: string, creato: string): Elemento => {
  const gruppo = messaggio.gruppo ?? messaggio.corpo["idDominio"];
  return {
    ...chiavi.messaggio(id),
    coda: messaggio.coda,
    corpo: JSON.stringify(messaggio.corpo),
    ...(typeof gruppo === "string" && { gruppo }),
    creato,
    versione: 1,
    scadeAlle: Math.floor(Date.parse(creato) / 1000) + CONSERVAZIONE_SECONDI,
  };
};
