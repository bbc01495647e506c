/** The answer of a PUT in the API Pendenze v1: the notice as data, with the states of then, and printed when asked for. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { type AvvisoPresentato, presentAvviso } from "../pendenze/avviso.ts";
import { toBase64 } from "../pendenze/pendenza-creata.ts";

const STATI = { NON_ESEGUITA: "Non pagato", SCADUTA: "Scaduto", ANNULLATA: "Annullato", DUPLICATA: "Pagato" } as const;

/** `adesso` is an instant. */
export const presentAvvisoV1 = (pendenza: Pendenza, creditore: Creditore | undefined, adesso: string, pdf: Uint8Array | undefined) => {
  const { dataPagamento: _, stato, ...avviso } = presentAvviso({ pendenza, oggi: giornoDi(adesso), ...(creditore && { creditore }) });
  return { ...avviso, stato: STATI[stato], ...(pdf && { pdf: toBase64(pdf) }) };
};

/** As who looks it up reads it. */
export const presentAvvisoNotoV1 = (avviso: AvvisoPresentato) => {
  const { dataPagamento: _, stato, ...resto } = presentAvviso(avviso);
  return { ...resto, stato: STATI[stato] };
};
