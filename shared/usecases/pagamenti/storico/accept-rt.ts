/**
 * paaInviaRT until the answer. The envelope, already checked, goes where it cannot be lost before anything is said, and a failure of that throws: the caller must
 * then fail at HTTP level. What the payment code already knows only chooses the words: a receipt taken before is PAA_RT_DUPLICATA, one that nobody asked for is
 * PAA_RPT_SCONOSCIUTA, but is kept and reported all the same, because it tells of money.
 */
import type { FaultPa } from "../../../domain/pagamenti/messaggi-nodo.ts";
import { type IntestazionePpt, toTestata } from "../../../domain/storico/messaggi-storici.ts";
import { isStessaRt } from "../../../domain/storico/ricevuta-storica.ts";
import type { Rt } from "../../../domain/storico/rt.ts";
import type { Posizione, Posizioni } from "../../../ports/posizioni.ts";
import type { acceptRicevuta, RicevutaDaAccettare } from "../accept-ricevuta.ts";

export interface RtDaAccettare extends Omit<RicevutaDaAccettare, "primitiva" | "testata" | "rifiuto"> {
  readonly intestazione: IntestazionePpt;
  readonly rt: Rt;
}

export interface RtAccettata {
  readonly fault?: FaultPa;
  /** True when the consumer of the queue will write the exchange in the journal. */
  readonly inCoda: boolean;
}

interface Porte {
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly accept: ReturnType<typeof acceptRicevuta>;
  /** Told when the payment code could not be read: the receipt is taken without knowing more. */
  onLetturaFallita(errore: unknown): void;
}

export const acceptRt =
  ({ posizioni, accept, onLetturaFallita }: Porte) =>
  async ({ intestazione, rt, ...consegna }: RtDaAccettare): Promise<RtAccettata> => {
    const { identificativoDominio: idDominio, identificativoUnivocoVersamento: iuv, codiceContestoPagamento: ccp } = intestazione;
    const posizione = await posizioni.getPosizione({ idDominio, iuv }).catch((errore: unknown) => {
      onLetturaFallita(errore);
      return undefined;
    });
    if (posizione?.ricevute.some((ricevuta) => isStessaRt(ricevuta, rt)))
      return {
        inCoda: false,
        fault: { faultCode: "PAA_RT_DUPLICATA", id: idDominio, description: `RT del contesto ${ccp} già acquisita` },
      };
    const fault = posizione && findSconosciuta(posizione, intestazione);
    await accept({ ...consegna, primitiva: "paaInviaRT", testata: toTestata(intestazione), ...(fault && { rifiuto: fault.faultCode }) });
    return { inCoda: true, ...(fault && { fault }) };
  };

/** Neither attempt nor debt (reference 4.3): with the debt alone the attempt is rebuilt. */
function findSconosciuta(
  { pendenza, tentativi }: Posizione,
  intestazione: IntestazionePpt,
): (FaultPa & { readonly faultCode: "PAA_RPT_SCONOSCIUTA" }) | undefined {
  if (pendenza || tentativi.length > 0) return undefined;
  const { identificativoDominio: id, identificativoUnivocoVersamento: iuv, codiceContestoPagamento: ccp } = intestazione;
  return {
    faultCode: "PAA_RPT_SCONOSCIUTA",
    id,
    description: `Nessuna RPT con IUV ${iuv} e contesto ${ccp}: la RT è conservata e segnalata`,
  };
}
