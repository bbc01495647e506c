/** Settlement flows for operators: as the API Riconciliazione shows them, with links inside this API. */
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Nomi } from "../riconciliazione/comune.ts";
import * as riconciliazione from "../riconciliazione/flusso.ts";
import { COLLEGAMENTI_OPERATORE, presentRiscossione } from "./riscossione.ts";

export const presentFlussoIndex = (nomi: Nomi): ((flusso: Flusso) => ReturnType<ReturnType<typeof riconciliazione.presentFlussoIndex>>) =>
  riconciliazione.presentFlussoIndex(nomi, COLLEGAMENTI_OPERATORE);

export const presentFlusso = (dettaglio: riconciliazione.FlussoConRighe) =>
  riconciliazione.presentFlussoCon(dettaglio, COLLEGAMENTI_OPERATORE, presentRiscossione(dettaglio));
