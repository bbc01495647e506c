/** Journal entries of the exchanges with the Node: both messages, who and whose, and the outcome as GovPay tells it (reference 3.18, 4.3; pagopa.md 3.6). */
import type { CampiEvento, Evento, ParametriEvento } from "../../domain/eventi.ts";
import type { FaultPa, Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { NUMERO_AVVISO_SONDA, numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";

/** A message as it travelled. */
export const parametriDi = (payload: string | Uint8Array, campi: Omit<ParametriEvento, "payload" | "tagliato">): ParametriEvento => ({
  ...campi,
  payload,
});

/** What the message itself says of the payment, once it was read. */
export interface SoggettoEvento {
  readonly testata?: Testata;
  /** Only a creditor that exists names a journal: an invented one must not open its own. */
  readonly idDominio?: string;
  readonly numeroAvviso?: string;
  readonly idPsp?: string;
  readonly idCanale?: string;
}

export const campiDi = ({ testata, idDominio, numeroAvviso, idPsp, idCanale }: SoggettoEvento): CampiEvento => ({
  ...(idDominio !== undefined && { idDominio }),
  ...(numeroAvviso !== undefined && { numeroAvviso, iuv: numeroAvvisoToIuv(numeroAvviso) }),
  ...(testata && {
    datiPagoPA: {
      idDominio: testata.idPA,
      idIntermediario: testata.idBrokerPA,
      idStazione: testata.idStation,
      // Whoever uses a notice activates the payment at the PSP: the one kind that this family has.
      tipoVersamento: "PO",
      ...(idPsp !== undefined && { idPsp }),
      ...(idCanale !== undefined && { idCanale }),
    },
  }),
});

/** FAIL is ours, KO is a refusal; the probe's expected refusal is a success. */
export function esitoDi(
  fault: FaultPa | undefined,
  numeroAvviso: string | undefined,
): Pick<Evento, "esito" | "severita" | "sottotipoEsito" | "dettaglioEsito"> {
  if (!fault) return { esito: "OK", severita: 0 };
  const causa = { sottotipoEsito: fault.faultCode, ...(fault.description !== undefined && { dettaglioEsito: fault.description }) };
  if (fault.faultCode === "PAA_SYSTEM_ERROR") return { esito: "FAIL", severita: 5, ...causa };
  const sonda = numeroAvviso === NUMERO_AVVISO_SONDA && fault.faultCode === "PAA_PAGAMENTO_SCONOSCIUTO";
  return sonda ? { esito: "OK", severita: 0, ...causa } : { esito: "KO", severita: 3, ...causa };
}
