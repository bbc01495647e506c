/** Where connectors call: an address into our own network never enters the registry. The connection checks again, because names move. */
import type { ConnettoreRichiesto } from "../../domain/anagrafiche/segreti.ts";
import { findSegretoMancante, indirizziDi, type ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { PorteIndirizzi } from "./save-voce.ts";

type Connettore = Pick<ConnettoreRichiesto, "url" | "auth"> | undefined;

/** Refuses the first address that is not allowed, named by its field. */
export const checkIndirizzi = (
  { checkIndirizzo }: PorteIndirizzi,
  connettori: Readonly<Record<string, Connettore>>,
): Esito<void, Rifiuto<"SINTASSI">> => {
  for (const [nome, connettore] of Object.entries(connettori)) {
    if (!connettore) continue;
    const { url, auth } = connettore;
    const indirizzo = checkIndirizzo(url);
    if (!indirizzo.ok) return rifiuto("SINTASSI", `${nome}.url: ${indirizzo.errore}`);
    const token = auth?.tipo === "oauth2" ? checkIndirizzo(auth.urlTokenEndpoint) : ok(undefined);
    if (!token.ok) return rifiuto("SINTASSI", `${nome}.auth.urlTokenEndpoint: ${token.errore}`);
  }
  return ok(undefined);
};

/** Secrets and addresses of an object kept as it is written: refuses the first secret that is missing, the first address that is not allowed. */
export const checkLibero = ({ checkIndirizzo }: PorteIndirizzi, nome: string, valore: ValoreSezione): Esito<void, Rifiuto<"SINTASSI">> => {
  const mancante = findSegretoMancante(valore, nome);
  if (mancante !== undefined) return rifiuto("SINTASSI", `${mancante}: obbligatorio quando è nuovo o cambia indirizzo o utente`);
  for (const [campo, url] of indirizziDi(valore, nome)) {
    const ammesso = checkIndirizzo(url);
    if (!ammesso.ok) return rifiuto("SINTASSI", `${campo}: ${ammesso.errore}`);
  }
  return ok(undefined);
};
