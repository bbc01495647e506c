/** Public links of this installation: made for messages and portals, opened by GET /cittadino/v1/collegamenti/{gettone}. */
import { createCollegamenti } from "../../adapters/sistema/collegamenti.ts";
import { API_BASE } from "../../contracts/operation.ts";
import type { DatiCollegamento, ScopoCollegamento } from "../../ports/collegamenti.ts";
import { config } from "../config/config.ts";
import { clock } from "./base.ts";
import { chiave } from "./sessioni.ts";

export const collegamenti = createCollegamenti({ chiave, clock });

/** Absolute address that opens what it says until `scade` (UTC instant), to whoever has it: it holds no personal data. */
export const urlCollegamento = (scopo: Exclude<ScopoCollegamento, "PAGINA">, dati: DatiCollegamento, scade: string): string =>
  `${config.urlPubblico}${API_BASE.cittadino}/collegamenti/${collegamenti.create(scopo, dati, scade)}`;
