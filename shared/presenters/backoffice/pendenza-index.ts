/** A debt as the operator's lists show it (reference 2.4): the type with its name, what was paid and collected, links inside this API. */
import { API_BASE } from "../../contracts/operation.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { selectCampi } from "../comuni/campi.ts";
import { type Creditori, presentComune, toLibero } from "../pendenze/pendenza-index.ts";

export type Tipi = ReadonlyMap<string, TipoPendenza>;

/** What debts need besides themselves to be shown. */
export interface Nomi {
  readonly creditori: Creditori;
  readonly tipi: Tipi;
  /** Instant of the reading. */
  readonly adesso: string;
}

export const BACKOFFICE = "backoffice";

const chiaveDi = ({ idA2A, idPendenza }: Pendenza): string => new URLSearchParams({ idA2A, idPendenza }).toString();

/** The creditor's own display wins over that of the type; base64 text, or the object that older clients send. */
const visualizzazioneDi = ({ idDominio, idTipoPendenza }: Pendenza, { creditori, tipi }: Nomi) => {
  const proprio = creditori.get(idDominio)?.tipiPendenza.find((tipo) => tipo.idTipoPendenza === idTipoPendenza);
  const valore = proprio?.configurazione?.["visualizzazione"] ?? tipi.get(idTipoPendenza)?.configurazione?.["visualizzazione"];
  return typeof valore === "string" ? valore : toLibero(valore);
};

const presentTipo = (pendenza: Pendenza, nomi: Nomi) =>
  definiti({
    idTipoPendenza: pendenza.idTipoPendenza,
    descrizione: nomi.tipi.get(pendenza.idTipoPendenza)?.descrizione ?? pendenza.idTipoPendenza,
    visualizzazione: visualizzazioneDi(pendenza, nomi),
  });

/** What lists and detail have in common. */
export const presentComuneOperatore = (pendenza: Pendenza, nomi: Nomi) => {
  const { idTipoPendenza: _, ...comune } = presentComune(BACKOFFICE, pendenza, nomi.creditori, nomi.adesso);
  return {
    ...comune,
    tipoPendenza: presentTipo(pendenza, nomi),
    anomalo: pendenza.stato === "ANOMALA",
    verificato: pendenza.ack,
    importoPagato: toNumeroJson(pendenza.importoPagato),
    importoIncassato: toNumeroJson(pendenza.importoIncassato),
  };
};

/** The short form, whole. */
export const presentIndexOperatore = (nomi: Nomi) => (pendenza: Pendenza) => ({
  ...presentComuneOperatore(pendenza, nomi),
  rpp: `${API_BASE[BACKOFFICE]}/rpp?${chiaveDi(pendenza)}`,
  pagamenti: `${API_BASE[BACKOFFICE]}/pagamenti?${chiaveDi(pendenza)}`,
});

/** An element of a list; with `campi` only those. */
export const presentPendenzaIndex = (nomi: Nomi, campi?: readonly string[]) => (pendenza: Pendenza) =>
  selectCampi(presentIndexOperatore(nomi)(pendenza), campi);
