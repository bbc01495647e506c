/** May a notice be paid today, and if not with which fault the Node is told (pagopa.md 3.2; SCADUTA is computed, never stored). */
import { describePagataAltrove } from "../pendenze/pagata-altrove.ts";
import type { Pendenza, Voce } from "../pendenze/pendenza.ts";
import { giornoDi, giornoItaliano, isTrascorso } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";
import type { CodiceFaultPa } from "./messaggi-nodo.ts";

export interface RifiutoPagamento {
  readonly faultCode: CodiceFaultPa;
  readonly description: string;
}

/** Items still to be paid: all of them, unless the debt was paid in part. */
export const vociDaPagare = (pendenza: Pendenza): readonly Voce[] => pendenza.voci.filter((voce) => voce.stato === "Non eseguito");

/** What is due today, in cents. */
export const importoDovuto = (pendenza: Pendenza): bigint => sumImporti(vociDaPagare(pendenza).map((voce) => voce.importo));

/** The refusal, if any, of a debt on a day (Europe/Rome). */
export function findRifiutoPagamento(pendenza: Pendenza, oggi: string): RifiutoPagamento | undefined {
  switch (pendenza.stato) {
    case "ANNULLATA":
      // Who is at the counter must hear that it is paid, not that it was a mistake.
      if (pendenza.pagataAltrove)
        return {
          faultCode: "PAA_PAGAMENTO_DUPLICATO",
          description: `La pendenza risulta ${describePagataAltrove(pendenza.pagataAltrove)}`,
        };
      return {
        faultCode: "PAA_PAGAMENTO_ANNULLATO",
        description: pendenza.descrizioneStato ?? "La pendenza è stata annullata dall'ente creditore",
      };
    case "ESEGUITA":
    case "INCASSATA":
    case "ANOMALA":
      return { faultCode: "PAA_PAGAMENTO_DUPLICATO", description: descrizioneDiPagata(pendenza) };
    case "NON_ESEGUITA":
    case "ESEGUITA_PARZIALE":
      break;
  }
  if (pendenza.dataScadenza !== undefined && isTrascorso(pendenza.dataScadenza, oggi)) {
    return { faultCode: "PAA_PAGAMENTO_SCADUTO", description: `La pendenza è scaduta il ${giornoItaliano(pendenza.dataScadenza)}` };
  }
  // A debt of zero cannot be written in the protocol, whose amounts start from one cent.
  if (importoDovuto(pendenza) < 1n) return { faultCode: "PAA_SEMANTICA", description: "La pendenza non ha un importo da pagare" };
  return undefined;
}

const descrizioneDiPagata = (pendenza: Pendenza): string =>
  pendenza.dataPagamento === undefined
    ? "La pendenza risulta già pagata"
    : `La pendenza è stata pagata il ${giornoItaliano(giornoDi(pendenza.dataPagamento))}`;

/** For notices without a date: the protocol wants one in every activation, and pagoPA's convention is a far one (pagopa.md 4.6). */
const SENZA_SCADENZA = "2999-12-31";

/** dueDate towards the Node: the day until which the amount holds, else the expiry, else the conventional one (GovPay's order, reference 3.3). */
export const dueDateDi = (pendenza: Pendenza): string => pendenza.dataValidita ?? pendenza.dataScadenza ?? SENZA_SCADENZA;
