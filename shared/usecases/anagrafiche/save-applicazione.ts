/** PUT of a client application, together with the principal it authenticates with. */

import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import { credenzialiDi } from "../../domain/anagrafiche/credenziali.ts";
import type { ApplicazioneRichiesta } from "../../domain/anagrafiche/richieste.ts";
import { completeConnettore } from "../../domain/anagrafiche/segreti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { readModelloIuv } from "../../domain/valori/modello-iuv.ts";
import { type EsitoProposta, type PorteProposta, saveOProponi } from "../approvazioni/save-o-proponi.ts";
import { checkAmbiti } from "./check-ambiti.ts";
import { checkIndirizzi } from "./check-indirizzi.ts";
import { movePrincipale } from "./move-principale.ts";
import { proposeCredenziali } from "./propose-credenziali.ts";
import { type PorteIndirizzi, type Scrivente, writeOver } from "./save-voce.ts";
import { createPassword, type PortePassword } from "./set-password.ts";

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

/** What an application in prova may have: nothing that is not of a creditor, and no "every creditor". It is so from birth: its debts are all of prova. */
const decideProva = (
  { inProva, domini, acl, ruoli }: ApplicazioneRichiesta,
  esistente: Applicazione | undefined,
): Esito<Pick<Applicazione, "inProva">, Rifiuto<"NON_PROCESSABILE">> => {
  if (esistente && inProva !== undefined && inProva !== (esistente.inProva ?? false))
    return rifiuto("NON_PROCESSABILE", "inProva: si indica quando l'applicazione nasce e non cambia, serve un altro idA2A");
  if ((inProva ?? esistente?.inProva) !== true) return ok({});
  if (domini === "*") return rifiuto("NON_PROCESSABILE", "domini: un'applicazione in prova li elenca, non vale *");
  if (acl.length > 0 || ruoli.length > 0)
    return rifiuto("NON_PROCESSABILE", "acl, ruoli: un'applicazione in prova ha solo apiPendenze, apiPagamenti e apiRagioneria");
  return ok({ inProva: true });
};

type Rifiuti = "SINTASSI" | "PRINCIPAL_IN_USO" | "NON_PROCESSABILE" | "NON_AUTORIZZATO";

/** Refuses a principal of others (409), unknown creditors, types or roles (422), a missing secret (400), a scope wider than the caller's (403). */
export const saveApplicazione =
  (porte: PorteProposta & PorteIndirizzi & PortePassword) =>
  async (richiesta: ApplicazioneRichiesta, scrivente: Scrivente): Promise<EsitoProposta<Rifiuti>> => {
    const { registro } = porte;
    const modello = checkModello(richiesta);
    if (!modello.ok) return modello;
    const indirizzi = checkIndirizzi(porte, { servizioIntegrazione: richiesta.servizioIntegrazione });
    if (!indirizzi.ok) return indirizzi;
    const { password, servizioIntegrazione: _servizio, inProva: _chiesto, ...campi } = richiesta;
    const titolare = { principal: campi.principal, nome: campi.idA2A, tipo: "applicazione" } as const;
    const nuovaPassword = password === undefined ? ok({}) : await createPassword(porte, titolare, password);
    if (!nuovaPassword.ok) return nuovaPassword;
    return saveOProponi<Rifiuti>(porte, scrivente, async () => {
      const esistente = await registro.get("applicazione", richiesta.idA2A);
      const vietato = await checkAmbiti(registro, scrivente.chiamante, richiesta, esistente);
      if (vietato) return vietato;
      const servizio = completeServizio(richiesta, esistente);
      if (!servizio.ok) return servizio;
      const prova = decideProva(richiesta, esistente);
      if (!prova.ok) return prova;
      const { idA2A, principal } = campi;
      const principali = await movePrincipale(registro, {
        tipo: "applicazione",
        riferimento: idA2A,
        principal,
        precedente: esistente?.principal,
      });
      if (!principali.ok) return principali;
      const nuova: Applicazione = {
        ...{ versione: 0, ...campi, ...prova.valore },
        ...{ ...credenzialiDi(esistente), ...nuovaPassword.valore, ...servizio.valore },
      };
      return ok({
        modifiche: [{ entita: "applicazione", ...writeOver(esistente, nuova) }, ...principali.valore],
        voce: `applicazione ${idA2A}`,
        campi: { idA2A },
        ...(esistente && proposeCredenziali(porte, esistente, nuova)),
      });
    });
  };
