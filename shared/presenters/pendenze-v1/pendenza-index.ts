/** What the first version of an API (Pendenze, Pagamento) knows of a debt: without what came with v2, and paid when its money has also been reconciled. */

import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { StatoPendenzaEsposto } from "../../domain/pendenze/stati-pendenza.ts";
import { selectCampi } from "../comuni/campi.ts";
import { type Creditori, presentIndex } from "../pendenze/pendenza-index.ts";

export type ApiV1 = "pendenze-v1" | "pagamento-v1";
export const API: ApiV1 = "pendenze-v1";

export const toStatoV1 = (stato: StatoPendenzaEsposto): Exclude<StatoPendenzaEsposto, "INCASSATA"> =>
  stato === "INCASSATA" ? "ESEGUITA" : stato;

export const presentIndexV1 =
  (creditori: Creditori, adesso: string, api: ApiV1 = API) =>
  (pendenza: Pendenza) => {
    const { documento: _, proprieta: __, stato, ...indice } = presentIndex(api, creditori, adesso)(pendenza);
    return { ...indice, stato: toStatoV1(stato) };
  };

/** An element of a list; with `campi` only those. */
export const presentPendenzaIndexV1 =
  (creditori: Creditori, adesso: string, campi?: readonly string[], api: ApiV1 = API) =>
  (pendenza: Pendenza) =>
    selectCampi(presentIndexV1(creditori, adesso, api)(pendenza), campi);
