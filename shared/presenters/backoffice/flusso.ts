/** Settlement flows for operators: as the API Riconciliazione shows them, with links inside this API. */
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Nomi } from "../riconciliazione/comune.ts";
import * as riconciliazione from "../riconciliazione/flusso.ts";
import { COLLEGAMENTI_OPERATORE, presentRiscossione } from "./riscossione.ts";

export const presentFlussoIndex = (nomi: Nomi): ((flusso: Flusso) => ReturnType<ReturnType<typeof riconciliazione.presentFlussoIndex>>) =>
  riconciliazione.presentFlussoIndex(nomi, COLLEGAMENTI_OPERATORE);

export const presentFlusso = (dettaglio: riconciliazione.FlussoConRighe) => {
  const { flusso, righe, riscossioni, creditori } = dettaglio;
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  const present = presentRiscossione(dettaglio);
  return { ...presentFlussoIndex(nomi)(flusso), rendicontazioni: riconciliazione.presentRighe(righe, riscossioni, present) };
};
