/** The back ends of other parties, asked over the same contract that we serve. Whatever they do is a value: nobody's failure is ours. */
import type { Esito } from "../domain/esito.ts";
import type { BackEnd, PosizioneFederata, RicevutaFederata } from "../domain/federazione/back-end.ts";

export interface RicercaFederata {
  readonly codiceFiscale: string;
  readonly idDominio?: string;
  readonly stato?: PosizioneFederata["stato"];
}

export interface AvvisoFederato {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly codiceFiscale?: string;
}

/** `assente`: it answered that there is no such thing; `rifiuto`: that it cannot be done, and why; `guasto`: it did not answer, or not what was agreed. */
export interface MancataRisposta {
  readonly causa: "assente" | "rifiuto" | "guasto";
  readonly dettaglio: string;
}

type Risposta<T> = Promise<Esito<T, MancataRisposta>>;

export interface Federazione {
  /** `altre`: it has more than these. */
  search(
    backEnd: BackEnd,
    ricerca: RicercaFederata,
  ): Risposta<{ readonly posizioni: readonly PosizioneFederata[]; readonly altre: boolean }>;
  getAvviso(backEnd: BackEnd, avviso: AvvisoFederato): Risposta<PosizioneFederata>;
  startPagamento(
    backEnd: BackEnd,
    pagamento: { readonly pendenze: readonly AvvisoFederato[]; readonly urlRitorno: string },
  ): Risposta<{ readonly id: string; readonly redirect: string; readonly idSession?: string }>;
  getDocumento(backEnd: BackEnd, avviso: AvvisoFederato, documento: "avviso" | "ricevuta"): Risposta<Uint8Array>;
  getRicevuta(backEnd: BackEnd, avviso: AvvisoFederato): Risposta<RicevutaFederata>;
}
