/**
 * Actualisation, loaded at the first debt that needs it: the rules of a PUT and a client are much more than what a verification of a known debt takes, and most
 * instances never ask anybody.
 */
import type { Attualizza } from "../../usecases/pendenze/refresh-pendenza.ts";

let caricata: Promise<Attualizza> | undefined;

const load = async (): Promise<Attualizza> => {
  caricata ??= import("./verifica-ente.ts").then((modulo) => modulo.attualizza);
  return caricata;
};

export const attualizza: Attualizza = {
  ofAvviso: async (...argomenti) => (await load()).ofAvviso(...argomenti),
  ofPendenza: async (...argomenti) => (await load()).ofPendenza(...argomenti),
  ofNotifica: async (pendenza, transactionId) => (await load()).ofNotifica?.(pendenza, transactionId) ?? pendenza,
};
