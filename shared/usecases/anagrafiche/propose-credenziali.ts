/** New credentials of an application, where the installation wants a second person for them. */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { Proposta, QuattroOcchi } from "../approvazioni/save-o-proponi.ts";

const hasStesse = (prima: Applicazione, dopo: Applicazione): boolean =>
  prima.passwordHash === dopo.passwordHash && JSON.stringify(prima.segreti ?? []) === JSON.stringify(dopo.segreti ?? []);

export const proposeCredenziali = (
  { quattroOcchi }: { readonly quattroOcchi: QuattroOcchi },
  prima: Applicazione,
  dopo: Applicazione,
): { readonly proposta?: Proposta } =>
  !quattroOcchi.credenziali || hasStesse(prima, dopo)
    ? {}
    : {
        proposta: {
          ...{ tipo: "CREDENZIALI", oggetto: dopo.idA2A, servizio: "Anagrafica Applicazioni" },
          descrizione: `applicazione ${dopo.idA2A}: cambiano le credenziali`,
          voce: { entita: "applicazione", valore: { ...dopo, versione: prima.versione } },
        },
      };
