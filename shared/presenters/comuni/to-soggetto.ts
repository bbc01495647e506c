/** From the wire to a person: who has no code is the protocol's ANONIMO (reference 2.3). */
import type { Soggetto } from "../../domain/pendenze/pendenza.ts";

type SoggettoRicevuto = { readonly tipo: "F" | "G" } & { readonly [C in Exclude<keyof Soggetto, "tipo">]?: string | undefined };

const ANONIMO = "ANONIMO";

export const toSoggetto = (ricevuto: SoggettoRicevuto | undefined): Soggetto => {
  if (ricevuto?.identificativo === undefined) return { tipo: ricevuto?.tipo ?? "F", identificativo: ANONIMO, anagrafica: ANONIMO };
  const { tipo, identificativo, anagrafica, ...recapiti } = ricevuto;
  const presenti = Object.fromEntries(Object.entries(recapiti).filter(([, valore]) => valore !== undefined));
  return { tipo, identificativo, anagrafica: anagrafica ?? ANONIMO, ...presenti };
};
