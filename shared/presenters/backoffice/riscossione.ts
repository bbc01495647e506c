/** Collected amounts for operators: as the API Riconciliazione shows them, with fee and attempt, and links inside this API. */
import { API_BASE } from "../../contracts/operation.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { selectCampi } from "../comuni/campi.ts";
import type { Collegamenti, Nomi } from "../riconciliazione/comune.ts";
import * as riconciliazione from "../riconciliazione/riscossione.ts";

const BASE = API_BASE.backoffice;
const segmenti = (...nomi: readonly string[]): string => nomi.map(encodeURIComponent).join("/");

export const COLLEGAMENTI_OPERATORE: Collegamenti = {
  pendenza: (idA2A, idPendenza) => `${BASE}/pendenze/${segmenti(idA2A, idPendenza)}`,
  riconciliazione: (idDominio, id) => `${BASE}/incassi/${segmenti(idDominio, id)}`,
};

const dellOperatore = ({ idVocePendenza, commissioni, idDominioTitolare, iuv, idRicevuta }: Riscossione) =>
  definiti({
    idVocePendenza,
    commissioni: commissioni === undefined ? undefined : toNumeroJson(commissioni),
    rpp: idRicevuta === undefined ? undefined : `${BASE}/rpp/${segmenti(idDominioTitolare, iuv, idRicevuta)}`,
  });

/** An element of a list; with `campi` only those. */
export const presentRiscossioneIndex = (nomi: Nomi, campi?: readonly string[]) => {
  const present = riconciliazione.presentRiscossioneIndex(nomi, COLLEGAMENTI_OPERATORE);
  return (riscossione: Riscossione) => selectCampi({ ...present(riscossione), ...dellOperatore(riscossione) }, campi);
};

/** One presenter for all the amounts of a detail. */
export const presentRiscossione = (contesto: riconciliazione.ContestoRiscossioni) => {
  const present = riconciliazione.presentRiscossione(contesto, COLLEGAMENTI_OPERATORE);
  return (riscossione: Riscossione) => ({ ...present(riscossione), ...dellOperatore(riscossione) });
};
