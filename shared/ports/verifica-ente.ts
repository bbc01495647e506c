/** Verification at the creditor's own system through the API EC: a notice nobody loaded, or a debt whose amount is no longer sure (reference 1.13, 3.3, 3.4). */
import type { Esito } from "../domain/esito.ts";
import type { ApplicazioneInterrogabile, StatoVerifica } from "../domain/pendenze/attualizzazione.ts";
import type { NuovaPendenza } from "../domain/pendenze/nuova-pendenza.ts";

/** Operations as the journal names them (reference 3.18). */
export type RichiestaVerificaEnte =
  | { readonly operazione: "getAvviso"; readonly idDominio: string; readonly numeroAvviso: string; readonly iuv: string }
  | { readonly operazione: "verifyPendenza"; readonly idA2A: string; readonly idPendenza: string };

/** What was answered, with the same syntax rules as a PUT. */
export interface PendenzaVerificata {
  readonly stato: StatoVerifica;
  readonly descrizioneStato?: string;
  /** Always there with NON_ESEGUITA. */
  readonly pendenza?: { readonly idA2A: string; readonly idPendenza: string; readonly nuova: NuovaPendenza };
}

export interface MancataVerifica {
  /** `interrotta`: not asked, because it failed too often just now. */
  readonly causa: "tempo" | "rete" | "troppo-grande" | "http" | "illeggibile" | "interrotta";
  /** In Italian, without addresses or credentials: callers and PSPs read it. */
  readonly dettaglio: string;
}

/** The exchange as the journal tells it; absent when there was none. */
export interface ScambioEnte {
  readonly url: string;
  readonly status?: number;
  readonly testo?: string;
}

export interface RispostaVerificaEnte {
  readonly esito: Esito<PendenzaVerificata, MancataVerifica>;
  readonly scambio?: ScambioEnte;
}

export interface VerificaEnte {
  /** Answers within a second and a half whatever the other side does, and never throws for it. */
  verify(applicazione: ApplicazioneInterrogabile, richiesta: RichiestaVerificaEnte): Promise<RispostaVerificaEnte>;
}
