/** PUT of an intermediary: its connectors keep the secrets that the request leaves out, its principal becomes (or stays) a node's. */

import type { Connettore, Intermediario } from "../../domain/anagrafiche/creditore.ts";
import { CONNETTORI_FACOLTATIVI, type ConnettoreFacoltativo, type IntermediarioRichiesto } from "../../domain/anagrafiche/richieste.ts";
import { completeConnettore } from "../../domain/anagrafiche/segreti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Password } from "../../ports/password.ts";
import { checkComune } from "./ambiti.ts";
import { checkIndirizzi } from "./check-indirizzi.ts";
import { type EsitoScrittura, type PorteIndirizzi, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";
import { sharePrincipaleNodo } from "./share-principale-nodo.ts";

type Connettori = { [N in ConnettoreFacoltativo]?: Connettore };

const completeConnettori = (
  richiesto: IntermediarioRichiesto,
  registrato: Intermediario | undefined,
): Esito<Connettori & Pick<Intermediario, "servizioPagoPa">, Rifiuto<"SINTASSI">> => {
  const principale = completeConnettore(richiesto.servizioPagoPa, registrato?.servizioPagoPa, "servizioPagoPa");
  if (!principale.ok) return rifiuto("SINTASSI", principale.errore);
  const connettori: Connettori = {};
  for (const nome of CONNETTORI_FACOLTATIVI) {
    const connettore = richiesto.connettori[nome];
    if (!connettore) continue;
    const completo = completeConnettore(connettore, registrato?.[nome], nome);
    if (!completo.ok) return rifiuto("SINTASSI", completo.errore);
    connettori[nome] = completo.valore;
  }
  return ok({ ...connettori, servizioPagoPa: { ...principale.valore, urlRPT: principale.valore.url } });
};

/** Refuses a principal of others (409), a missing secret (400), a caller limited to some creditors (403). */
export const saveIntermediario =
  (porte: PorteScrittura & PorteIndirizzi & { readonly password: Password }) =>
  async (
    richiesto: IntermediarioRichiesto,
    { chiamante, ...scambio }: Scrivente,
  ): Promise<EsitoScrittura<"PRINCIPAL_IN_USO" | "SINTASSI" | "NON_AUTORIZZATO">> => {
    const vietato = checkComune(chiamante);
    if (vietato) return vietato;
    const indirizzi = checkIndirizzi(porte, { servizioPagoPa: richiesto.servizioPagoPa, ...richiesto.connettori });
    if (!indirizzi.ok) return indirizzi;
    const { registro } = porte;
    const { idIntermediario, denominazione, principalPagoPa, altriPrincipalPagoPa, certificatiPagoPa, passwordPagoPa, abilitato } =
      richiesto;
    const hash = passwordPagoPa === undefined ? undefined : await porte.password.hash(passwordPagoPa);
    return saveVoce(porte, scambio, async () => {
      const esistente = await registro.get("intermediario", idIntermediario);
      const connettori = completeConnettori(richiesto, esistente);
      if (!connettori.ok) return connettori;
      const passwordHash = hash ?? esistente?.passwordHash;
      const nuovo: Intermediario = {
        versione: 0,
        idIntermediario,
        denominazione,
        principalPagoPa,
        ...(altriPrincipalPagoPa && { altriPrincipalPagoPa }),
        ...(certificatiPagoPa && { certificatiPagoPa }),
        ...(passwordHash !== undefined && { passwordHash }),
        ...connettori.valore,
        abilitato,
      };
      const principali = await sharePrincipaleNodo(registro, nuovo, esistente, hash !== undefined);
      if (!principali.ok) return principali;
      return ok({
        modifiche: [{ entita: "intermediario", ...writeOver(esistente, nuovo) }, ...principali.valore],
        voce: `intermediario ${idIntermediario}`,
      });
    });
  };
