/** Request and receipt of an attempt as documents: as they were exchanged, or translated into the legacy form. */
import { toJsonNodo } from "../../domain/pagamenti/json-nodo.ts";
import { presentRpt } from "../pagopa/rpt.ts";
import type { Creditori } from "../pendenze/pendenza-index.ts";
import type { RppDaMostrare } from "../pendenze/rpp.ts";
import { presentRpt as presentRptStorica } from "../storico/rpt.ts";
import { presentRt } from "../storico/rt.ts";
import { translateMessaggi } from "./rpp.ts";

interface Documento {
  readonly json: Record<string, unknown>;
  /** Undefined when there is nothing to write. */
  xml(): string | undefined;
}

export const presentRptRichiesta = (rpp: RppDaMostrare, creditori: Creditori, storica: boolean): Documento => {
  const { rpt } = storica ? translateMessaggi(rpp, { creditori }) : {};
  return rpt
    ? { json: { ...toJsonNodo(rpt) }, xml: () => presentRptStorica(rpt) }
    : { json: { ...rpp.tentativo.rpt }, xml: () => presentRpt(rpp.tentativo) };
};

/** Only the translation: undefined when the receipt is missing, or already in the legacy form. */
export const presentRtTradotta = (rpp: RppDaMostrare, creditori: Creditori): Documento | undefined => {
  const { rt } = translateMessaggi(rpp, { creditori });
  return rt && { json: { ...toJsonNodo(rt) }, xml: () => presentRt(rt) };
};
