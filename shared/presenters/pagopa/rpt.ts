/** The payment request of an attempt as XML: the answer that the Node received, or the RPT that it was sent, written again by what wrote it. */
import { fromJsonNodo } from "../../domain/pagamenti/json-nodo.ts";
import type { RispostaAttivazioneV1, RispostaAttivazioneV2 } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { rptFromJson } from "../../domain/storico/rpt.ts";
import { presentRpt as presentRptStorica } from "../storico/rpt.ts";
import { presentRispostaOk } from "./risposta.ts";

/** Undefined for an attempt born from a receipt alone: nobody asked us anything, and there is no answer to show. */
export const presentRpt = ({ rpt, tipoRpt }: Pick<Tentativo, "rpt" | "tipoRpt">): string | undefined => {
  if (tipoRpt === "RPT") return rpt["datiVersamento"] === undefined ? undefined : presentRptStorica(rptFromJson(rpt));
  if (rpt["dueDate"] === undefined) return undefined;
  return tipoRpt === "ctPaymentPAV2"
    ? presentRispostaOk("paGetPaymentV2", fromJsonNodo<RispostaAttivazioneV2>(rpt))
    : presentRispostaOk("paGetPayment", fromJsonNodo<RispostaAttivazioneV1>(rpt));
};
