/** The legacy family of the Node (nodo*): RPT sent one by one or in a cart, and what may be asked of them afterwards (pagopa.md 1.3). */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { Esito } from "../domain/esito.ts";
import type { FaultNodo } from "../domain/storico/fault-nodo.ts";

/** Where the Node is and as whom we speak: the password is the station's, the subscription key the connector's. */
export interface PuntoNodo {
  readonly connettore: Connettore;
  readonly idIntermediario: string;
  readonly idStazione: string;
  readonly password: string;
}

/** PSP through which the RPT goes; in the payments on WISP a fixed triple. */
export interface CanaleNodo {
  readonly idPsp: string;
  readonly idIntermediarioPsp: string;
  readonly idCanale: string;
}

export interface ChiaveRpt {
  readonly idDominio: string;
  readonly iuv: string;
  readonly ccp: string;
}

export interface RptDaInviare extends ChiaveRpt {
  /** The XML document (RPT 6.2), as text. */
  readonly xml: string;
}

export type MancataRispostaNodo =
  /** `incerta`: the request may have arrived, and been accepted, all the same. */
  | { readonly causa: "irraggiungibile"; readonly dettaglio: string; readonly incerta: boolean; readonly status?: number }
  | { readonly causa: "fault"; readonly dettaglio: string; readonly faults: readonly FaultNodo[] }
  /** It answered with something that is not an answer: what became of the request is not known. */
  | { readonly causa: "illeggibile"; readonly dettaglio: string };

export type RispostaNodo<T> = Esito<T, MancataRispostaNodo>;

export interface StatoRpt {
  /** As the Node writes it. */
  readonly stato: string;
  readonly url?: string;
  readonly storico: readonly { readonly data: string; readonly stato: string; readonly descrizione: string }[];
}

export interface RptPendente extends ChiaveRpt {
  readonly stato: string;
}

/** No call throws for what the other side does. */
export interface NodoStorico {
  /** `url`: page of WISP, when the person has still to choose. */
  inviaRpt(punto: PuntoNodo, canale: CanaleNodo, rpt: RptDaInviare): Promise<RispostaNodo<{ readonly url?: string }>>;
  /** 1..5 RPT; `multiBeneficiario`: one payment of which each creditor gets its part. */
  inviaCarrello(
    punto: PuntoNodo,
    canale: CanaleNodo,
    carrello: {
      readonly idCarrello: string;
      /** Portal payment it belongs to, for the journal. */
      readonly idPagamento?: string;
      readonly rpt: readonly RptDaInviare[];
      readonly multiBeneficiario?: boolean;
      readonly codiceConvenzione?: string;
    },
  ): Promise<RispostaNodo<{ readonly url?: string }>>;
  chiediStato(punto: PuntoNodo, chiave: ChiaveRpt): Promise<RispostaNodo<StatoRpt>>;
  /** RPT without a conclusion, sent between two instants. */
  chiediPendenti(
    punto: PuntoNodo,
    filtro: { readonly idDominio?: string; readonly da: string; readonly a: string; readonly massimo: number },
  ): Promise<RispostaNodo<readonly RptPendente[]>>;
  /** The RT as the bytes of its XML. */
  chiediCopiaRt(punto: PuntoNodo, chiave: ChiaveRpt): Promise<RispostaNodo<{ readonly tipoFirma: string; readonly rt: Uint8Array }>>;
}

/** Fixed triple with which the RPT of payments on WISP were addressed (pagopa.md 1.3). */
export const CANALE_WISP: CanaleNodo = { idPsp: "AGID_01", idIntermediarioPsp: "97735020584", idCanale: "97735020584_02" };
