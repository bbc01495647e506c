/** A month of the treasury on a small scale: every credit is told by the bank in its own way, and every euro ends where it must. */
import { titolo } from "../narratore.ts";
import type { Racconto } from "../racconto.ts";
import { mapAltrui } from "./mese/altrui.ts";
import { readProspetto, tellConti, tellReversali, tellRimaste } from "./mese/conti.ts";
import { excludeEstraneo, refundDoppio, undoRurale, workAnomalia } from "./mese/decisioni.ts";
import { executeReversali, tellQuartaSettimana } from "./mese/quarta-settimana.ts";
import { tellPrimaSettimana, tellSecondaSettimana } from "./mese/settimane.ts";
import { confirmMuto, loadFoglioBanca, payTerzaSettimana } from "./mese/terza-settimana.ts";
import { openMese } from "./mese/ufficio.ts";

export const run: Racconto = async (macchina, corsa) => {
  titolo("Un mese di tesoreria: ogni euro spiegato, dalla riga della banca al cittadino");
  const mese = await openMese(macchina, corsa);
  const prima = await readProspetto(mese);
  const settimana = await tellPrimaSettimana(mese);
  const canoni = await tellSecondaSettimana(mese);
  const terza = await payTerzaSettimana(mese);
  const movimenti = await loadFoglioBanca(mese, terza);
  await confirmMuto(mese, terza, movimenti);
  await excludeEstraneo(mese, terza, movimenti);
  await workAnomalia(mese, terza);
  await refundDoppio(mese, terza);
  await undoRurale(mese, settimana);
  const quarta = await tellQuartaSettimana(mese);
  await tellConti(mese, prima, [...settimana.pagati, ...canoni.pagati, ...terza.mensa, ...terza.tari, ...terza.doppi, ...quarta.pagati]);
  await executeReversali(mese, await tellReversali(mese, settimana));
  await tellRimaste(mese, [...settimana.flussi, ...canoni.flussi, ...terza.mensili, ...terza.tributi, ...quarta.flussi]);
  await mapAltrui(mese);
};
