/** Actualisation as the REST operations need it: the debt to show or to pay, or the refusal of reference 2.17 for what the creditor's system answered. */
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { isDaAttualizzare, type StatoVerifica } from "../../domain/pendenze/attualizzazione.ts";
import { isNotificataConSend } from "../../domain/pendenze/costo-notifica.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Attualizza, EsitoAttualizzazione, IsDiChiChiede } from "./refresh-pendenza.ts";

export type CodiceVerifica = "VER_010" | "VER_011" | "VER_012" | "VER_013" | "VER_014";

const CODICI: Readonly<Record<Exclude<StatoVerifica, "NON_ESEGUITA">, CodiceVerifica>> = {
  SCADUTA: "VER_010",
  SCONOSCIUTA: "VER_011",
  DUPLICATA: "VER_012",
  ANNULLATA: "VER_013",
};

const refuse = (
  esito: Exclude<EsitoAttualizzazione, { readonly esito: "aggiornata" | "non-prevista" }>,
  cosa: string,
): { readonly ok: false; readonly errore: Rifiuto<CodiceVerifica> } =>
  esito.esito === "rifiutata"
    ? rifiuto(CODICI[esito.stato], `${cosa}: ${esito.dettaglio}`)
    : rifiuto("VER_014", `${cosa}: ${esito.dettaglio}`);

/** The same debt, or with the cost of its notification read again. */
export const withNotifica = async (attualizza: Attualizza, pendenza: Pendenza, transactionId: string): Promise<Pendenza> =>
  attualizza.ofNotifica && isNotificataConSend(pendenza) ? attualizza.ofNotifica(pendenza, transactionId) : pendenza;

/** A stored debt as it is today: confirmed by its creditor when its dataValidita is past, with the cost of its notification. `oggi` is a day in Europe/Rome. */
export const ensureAttuale = async (...argomenti: Parameters<typeof ensureConfermata>): ReturnType<typeof ensureConfermata> => {
  const confermata = await ensureConfermata(...argomenti);
  const [attualizza, , , transactionId] = argomenti;
  return confermata.ok ? ok(await withNotifica(attualizza, confermata.valore, transactionId)) : confermata;
};

const ensureConfermata = async (
  attualizza: Attualizza,
  pendenza: Pendenza,
  oggi: string,
  transactionId: string,
): Promise<Esito<Pendenza, Rifiuto<CodiceVerifica>>> => {
  if (!isDaAttualizzare(pendenza, oggi)) return ok(pendenza);
  const esito = await attualizza.ofPendenza(pendenza, transactionId);
  if (esito.esito === "aggiornata") return ok(esito.pendenza);
  if (esito.esito !== "rifiutata" && !esito.mandatoria) return ok(pendenza);
  const cosa = `pendenza ${pendenza.idPendenza}`;
  return esito.esito === "non-prevista"
    ? rifiuto("VER_010", `${cosa}: la validità è trascorsa il ${pendenza.dataValidita} e l'ente non può confermarla`)
    : refuse(esito, cosa);
};

/** Nobody's: the creditor is asked, and what it answers is left where it is. */
const diNessuno: IsDiChiChiede = () => false;

/**
 * A person looks for a notice that is stored and not theirs: the creditor is asked as for one that nobody loaded, so that neither the answer nor the time it takes
 * tells the two apart (docs/adr/0054). Only a system that does not answer is told, to either.
 */
export const pretendPressoEnte = async (
  attualizza: Attualizza,
  dominio: Dominio,
  numeroAvviso: string,
  transactionId: string,
): Promise<Esito<Pendenza | undefined, Rifiuto<CodiceVerifica>>> =>
  forPersona(await findPressoEnte(attualizza, dominio, numeroAvviso, transactionId, diNessuno));

/** To a person, what is annulled, expired or paid at the creditor's and may be of anybody is unknown. */
export const forPersona = (
  trovata: Esito<Pendenza | undefined, Rifiuto<CodiceVerifica>>,
): Esito<Pendenza | undefined, Rifiuto<CodiceVerifica>> => (trovata.ok || trovata.errore.codice === "VER_014" ? trovata : ok(undefined));

/** A notice that is not stored, as its creditor tells it; undefined when there is nobody to ask. */
export const findPressoEnte = async (
  attualizza: Attualizza,
  dominio: Dominio,
  numeroAvviso: string,
  transactionId: string,
  isDiChiChiede?: IsDiChiChiede,
): Promise<Esito<Pendenza | undefined, Rifiuto<CodiceVerifica>>> => {
  const esito = await attualizza.ofAvviso(dominio, numeroAvviso, transactionId, isDiChiChiede);
  switch (esito.esito) {
    case "aggiornata":
      return ok(esito.pendenza);
    case "non-prevista":
      return ok(undefined);
    default:
      return refuse(esito, `avviso ${numeroAvviso}`);
  }
};
