/** The secrets of an application, as they are listed and added: a password of its own choice, or an API key that is shown once. */
import type { Applicazione, Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Segreto, TipoSegreto } from "../../domain/anagrafiche/credenziali.ts";
import { addSegreto, listSegreti, type VistaSegreto } from "../../domain/anagrafiche/rotazione.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, ChiaviApi } from "../../ports/accessi.ts";
import { type PorteProposta, saveOProponi } from "../approvazioni/save-o-proponi.ts";
import { getVoce, type PorteLettura } from "./anagrafica.ts";
import { proposeCredenziali } from "./propose-credenziali.ts";
import { type Scrivente, writeOver } from "./save-voce.ts";
import { createPassword, type PortePassword } from "./set-password.ts";
import { applicazioni } from "./utenze.ts";

export interface SegretoInUso extends VistaSegreto {
  /** UTC instant, a few minutes late at most. */
  readonly ultimoUso?: string;
}

const get = getVoce(applicazioni);

export const findSegreti =
  (porte: PorteLettura & { readonly accessi: Pick<Accessi, "getUsi"> }) =>
  async (idA2A: string, chiamante: Chiamante): Promise<Esito<readonly SegretoInUso[], Rifiuto<"NON_TROVATO">>> => {
    const esito = await get(porte)({ id: idA2A }, chiamante);
    if (!esito.ok) return esito;
    const usi = await porte.accessi.getUsi(esito.valore.principal);
    return ok(
      listSegreti(esito.valore).map((segreto) => {
        const ultimoUso = usi.get(segreto.id);
        return ultimoUso === undefined ? segreto : { ...segreto, ultimoUso };
      }),
    );
  };

export interface PorteSegreti extends PorteProposta, PortePassword {
  readonly chiaviApi: ChiaviApi;
}

export interface SegretoRichiesto {
  readonly idA2A: string;
  readonly tipo: TipoSegreto;
  readonly password?: string | undefined;
}

export interface SegretoAggiunto {
  readonly id: string;
  /** Shown this once. */
  readonly apiKey?: string;
  /** When it waits for a second person: the secret is not valid before. */
  readonly idApprovazione?: string;
}

type Rifiuti = "NON_TROVATO" | "SINTASSI" | "NON_PROCESSABILE" | "CONFLITTO" | "PRECONDIZIONE";

const createImpronta = async (
  porte: PorteSegreti,
  { idA2A, tipo, password }: SegretoRichiesto,
  { principal, inProva }: Applicazione,
): Promise<Esito<{ readonly impronta: string; readonly chiave?: string }, Rifiuto<"SINTASSI">>> => {
  if (tipo === "API_KEY")
    return password === undefined
      ? ok(porte.chiaviApi.create(inProva === true))
      : rifiuto("SINTASSI", "password: una chiave la genera il gateway");
  if (password === undefined) return rifiuto("SINTASSI", "password: obbligatoria con il tipo PASSWORD");
  const creata = await createPassword(porte, { principal, nome: idA2A, tipo: "applicazione" }, password);
  return creata.ok ? ok({ impronta: creata.valore.passwordHash }) : creata;
};

/** Refuses a third secret of the same kind (422), a weak password (400). */
export const createSegreto =
  (porte: PorteSegreti) =>
  async (richiesto: SegretoRichiesto, scrivente: Scrivente): Promise<Esito<SegretoAggiunto, Rifiuto<Rifiuti>>> => {
    const { idA2A, tipo } = richiesto;
    const { chiamante } = scrivente;
    const vista = await get(porte)({ id: idA2A }, chiamante);
    if (!vista.ok) return vista;
    const creata = await createImpronta(porte, richiesto, vista.valore);
    if (!creata.ok) return creata;
    const segreto: Segreto = { id: porte.ids.next().slice(0, 12), tipo, impronta: creata.valore.impronta, creatoIl: porte.clock.now() };
    const esito = await saveOProponi<"NON_TROVATO" | "NON_PROCESSABILE">(porte, scrivente, async () => {
      const applicazione = await get(porte)({ id: idA2A }, chiamante);
      if (!applicazione.ok) return applicazione;
      const nuova = addSegreto(applicazione.valore, segreto);
      if (!nuova.ok) return rifiuto("NON_PROCESSABILE", nuova.errore);
      return ok({
        modifiche: [{ entita: "applicazione", ...writeOver(applicazione.valore, nuova.valore) }],
        voce: `segreto ${tipo} aggiunto all'applicazione ${idA2A}`,
        campi: { idA2A },
        ...proposeCredenziali(porte, applicazione.valore, nuova.valore),
      });
    });
    if (!esito.ok) return esito;
    const { chiave: apiKey } = creata.valore;
    const { idApprovazione } = esito.valore;
    return ok({ id: segreto.id, ...definiti({ apiKey, idApprovazione }) });
  };
