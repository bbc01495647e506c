/** Rights of an operator, however they are written: somebody must remain able to give rights, and more rights may want a second person. */
import type { Operatore } from "../../domain/anagrafiche/applicazione.ts";
import { isRestrizione } from "../../domain/anagrafiche/diritti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import type { PorteProposta, Proposta } from "../approvazioni/save-o-proponi.ts";
import { keepAmministratore } from "./keep-amministratore.ts";

const SERVIZIO = "Anagrafica Ruoli";

const describe = ({ acl, ruoli, domini, tipiPendenza, abilitato }: Operatore): string =>
  [
    `diritti ${acl.map(({ servizio, autorizzazioni }) => `${servizio} ${autorizzazioni.join("")}`).join(", ") || "nessuno"}`,
    `ruoli ${ruoli.join(", ") || "nessuno"}`,
    `domini ${domini === "*" ? "tutti" : domini.map(({ idDominio }) => idDominio).join(", ") || "nessuno"}`,
    `tipi pendenza ${tipiPendenza === "*" ? "tutti" : tipiPendenza.join(", ") || "nessuno"}`,
    abilitato ? "abilitato" : "disabilitato",
  ].join("; ");

/** Why the change waits for a second person, if it does: it widens the rights, or replaces the credentials of someone. */
const toProposta = ({ quattroOcchi }: PorteProposta, prima: Operatore | undefined, dopo: Operatore): { readonly proposta?: Proposta } => {
  const credenziali = quattroOcchi.credenziali && prima !== undefined && prima.passwordHash !== dopo.passwordHash;
  const diritti = quattroOcchi.ruoli && (prima === undefined || !isRestrizione(prima, dopo));
  if (!credenziali && !diritti) return {};
  const valore = { ...dopo, versione: prima?.versione ?? 0 };
  const parti = [...(credenziali ? ["nuova password"] : []), ...(diritti ? [describe(dopo)] : [])];
  return {
    proposta: {
      tipo: diritti ? "OPERATORE" : "CREDENZIALI",
      oggetto: dopo.principal,
      servizio: SERVIZIO,
      descrizione: `operatore ${dopo.principal}: ${parti.join("; ")}`,
      voce: { entita: "operatore", valore },
    },
  };
};

/** Conditions to commit with the change, and the proposal that takes its place where two persons are wanted. */
export const decideDiritti = async (
  porte: PorteProposta,
  prima: Operatore | undefined,
  dopo: Operatore,
): Promise<Esito<{ readonly guardia: readonly Modifica[]; readonly proposta?: Proposta }, Rifiuto<"NON_PROCESSABILE">>> => {
  const guardia = await keepAmministratore(porte.registro, { entita: "operatore", prima, dopo });
  return guardia.ok ? ok({ guardia: guardia.valore, ...toProposta(porte, prima, dopo) }) : guardia;
};
