/** The receipt of an attempt translated into the legacy form; the print is the same in both. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { presentRtTradotta } from "../../presenters/backoffice/messaggi-rpp.ts";
import { createGetRpp } from "../../usecases/pagamenti/get-rpp.ts";
import type { FormaRt, RtLetta } from "../../usecases/pagamenti/get-rt.ts";
import type { ChiaveTentativo } from "../../usecases/pagamenti/rpp-operatore.ts";
import { porteLettura } from "./letture-pendenze.ts";

const get = createGetRpp(porteLettura);

/** Undefined when there is nothing to translate. */
export const getRtStorica = async (
  chiave: ChiaveTentativo,
  forma: FormaRt,
  chiamante: Chiamante,
): Promise<Esito<RtLetta, never> | undefined> => {
  const esito = forma === "stampa" ? undefined : await get(chiave, chiamante);
  const tradotta = esito?.ok ? presentRtTradotta(esito.valore.rpp, esito.valore.creditori) : undefined;
  const xml = forma === "originale" ? tradotta?.xml() : undefined;
  if (!tradotta || (forma === "originale" && xml === undefined)) return undefined;
  return ok(xml === undefined ? { dati: tradotta.json } : { contenuto: xml });
};
