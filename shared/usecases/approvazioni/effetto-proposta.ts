/** What the decision of the second person does to a write of the registry: it is carried out as it was asked, or never. */
import type { VoceProposta } from "../../domain/approvazioni/approvazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { keepAmministratore } from "../anagrafiche/keep-amministratore.ts";
import { movePrincipale } from "../anagrafiche/move-principale.ts";
import { writeOver } from "../anagrafiche/save-voce.ts";
import type { Effetto } from "./decide-approvazione.ts";

type Modifiche = Esito<readonly Modifica[], Rifiuto<"NON_PROCESSABILE">>;

const CAMBIATA = "nel frattempo la voce è cambiata: la richiesta va rifatta su quella di adesso";

/** The request was decided on an entry: it is written only over that. */
const isQuella = (attuale: { readonly versione: number } | undefined, versione: number): boolean => (attuale?.versione ?? 0) === versione;

const takePrincipale = async (
  registro: RegistroDiBase,
  tipo: "applicazione" | "operatore",
  riferimento: string,
  utenze: { readonly nuovo: string; readonly precedente: string | undefined },
): Promise<Modifiche> => {
  const presa = await movePrincipale(registro, { tipo, riferimento, principal: utenze.nuovo, precedente: utenze.precedente });
  return presa.ok ? presa : rifiuto("NON_PROCESSABILE", presa.errore.dettaglio);
};

const writeProposta = async (registro: RegistroDiBase, proposta: VoceProposta): Promise<Modifiche> => {
  switch (proposta.entita) {
    case "ruolo": {
      const { valore } = proposta;
      const prima = await registro.get("ruolo", valore.idRuolo);
      if (!isQuella(prima, valore.versione)) return rifiuto("NON_PROCESSABILE", CAMBIATA);
      const guardia = await keepAmministratore(registro, { entita: "ruolo", prima, dopo: valore });
      return guardia.ok ? ok([{ entita: "ruolo", ...writeOver(prima, valore) }, ...guardia.valore]) : guardia;
    }
    case "operatore": {
      const { valore } = proposta;
      const prima = await registro.get("operatore", valore.principal);
      if (!isQuella(prima, valore.versione)) return rifiuto("NON_PROCESSABILE", CAMBIATA);
      const guardia = await keepAmministratore(registro, { entita: "operatore", prima, dopo: valore });
      if (!guardia.ok) return guardia;
      const nomi = { nuovo: valore.principal, precedente: prima?.principal };
      const principali = await takePrincipale(registro, "operatore", valore.principal, nomi);
      if (!principali.ok) return principali;
      return ok([{ entita: "operatore", ...writeOver(prima, valore) }, ...principali.valore, ...guardia.valore]);
    }
    case "applicazione": {
      const { valore } = proposta;
      const prima = await registro.get("applicazione", valore.idA2A);
      if (!isQuella(prima, valore.versione)) return rifiuto("NON_PROCESSABILE", CAMBIATA);
      const nomi = { nuovo: valore.principal, precedente: prima?.principal };
      const principali = await takePrincipale(registro, "applicazione", valore.idA2A, nomi);
      return principali.ok ? ok([{ entita: "applicazione", ...writeOver(prima, valore) }, ...principali.valore]) : principali;
    }
  }
};

export const effettoProposta =
  ({ registro }: { readonly registro: RegistroDiBase }): Effetto =>
  async ({ id, proposta }, esito) => {
    if (!proposta) throw new Error(`l'approvazione ${id} non dice che cosa scrivere`);
    if (esito !== "APPROVATA") return ok({ modifiche: [] });
    const scritte = await writeProposta(registro, proposta);
    return scritte.ok ? ok({ modifiche: scritte.valore }) : scritte;
  };
