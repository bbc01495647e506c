/** PUT of a client application, together with the principal it authenticates with. */

import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { ApplicazioneRichiesta } from "../../domain/anagrafiche/richieste.ts";
import { completeConnettore } from "../../domain/anagrafiche/segreti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { readModelloIuv } from "../../domain/valori/modello-iuv.ts";
import type { Password } from "../../ports/password.ts";
import { checkAmbiti } from "./check-ambiti.ts";
import { movePrincipale } from "./move-principale.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

const completeServizio = (
  richiesta: ApplicazioneRichiesta,
  esistente: Applicazione | undefined,
): Esito<Pick<Applicazione, "servizioIntegrazione">, Rifiuto<"SINTASSI">> => {
  const { servizioIntegrazione } = richiesta;
  if (!servizioIntegrazione) return ok({});
  const { versioneApi, ...connettore } = servizioIntegrazione;
  const completo = completeConnettore(connettore, esistente?.servizioIntegrazione, "servizioIntegrazione");
  return completo.ok ? ok({ servizioIntegrazione: { ...completo.valore, versioneApi } }) : rifiuto("SINTASSI", completo.errore);
};

/** A pattern that nobody can use, or that could be made to run for hours, never enters. */
const checkModello = ({ codificaAvvisi }: ApplicazioneRichiesta): Esito<void, Rifiuto<"SINTASSI">> => {
  if (codificaAvvisi?.regExpIuv === undefined) return ok(undefined);
  const modello = readModelloIuv(codificaAvvisi.regExpIuv);
  return modello.ok ? ok(undefined) : rifiuto("SINTASSI", `codificaAvvisi.regExpIuv: ${modello.errore}`);
};

type Rifiuti = "SINTASSI" | "PRINCIPAL_IN_USO" | "NON_PROCESSABILE" | "NON_AUTORIZZATO";

/** Refuses a principal of others (409), unknown creditors, types or roles (422), a missing secret (400), a scope wider than the caller's (403). */
export const saveApplicazione =
  (porte: PorteScrittura & { readonly password: Password }) =>
  async (richiesta: ApplicazioneRichiesta, { chiamante, traccia }: Scrivente): Promise<EsitoScrittura<Rifiuti>> => {
    const { registro } = porte;
    const modello = checkModello(richiesta);
    if (!modello.ok) return modello;
    const { password, servizioIntegrazione: _servizio, ...campi } = richiesta;
    const hash = password === undefined ? undefined : await porte.password.hash(password);
    return saveVoce<Rifiuti>(porte, traccia, async () => {
      const esistente = await registro.get("applicazione", richiesta.idA2A);
      const vietato = await checkAmbiti(registro, chiamante, richiesta, esistente);
      if (vietato) return vietato;
      const servizio = completeServizio(richiesta, esistente);
      if (!servizio.ok) return servizio;
      const { idA2A, principal } = campi;
      const principali = await movePrincipale(registro, {
        tipo: "applicazione",
        riferimento: idA2A,
        principal,
        precedente: esistente?.principal,
      });
      if (!principali.ok) return principali;
      const passwordHash = hash ?? esistente?.passwordHash;
      const nuova: Applicazione = { versione: 0, ...campi, ...(passwordHash !== undefined && { passwordHash }), ...servizio.valore };
      return ok({
        modifiche: [{ entita: "applicazione", ...writeOver(esistente, nuova) }, ...principali.valore],
        voce: `applicazione ${idA2A}`,
        campi: { idA2A },
      });
    });
  };
