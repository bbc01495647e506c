/** paaVerificaRPT: what a payment awaited is worth today. It leaves no attempt behind. */
import { ko, ok } from "../../../domain/esito.ts";
import type { Pendenza } from "../../../domain/pendenze/pendenza.ts";
import type { EsitoStorico } from "../../../domain/storico/messaggi-storici.ts";
import { findRpt, type PorteRpt, type RichiestaRpt, toRptPresso } from "./find-rpt.ts";

export interface EsitoVerificaRpt {
  readonly esito: EsitoStorico<"paaVerificaRPT">;
  readonly pendenza?: Pendenza;
}

export const verifyRpt =
  (porte: PorteRpt) =>
  async (richiesta: Omit<RichiestaRpt, "ccp" | "attualizzabile">): Promise<EsitoVerificaRpt> => {
    const { creditore, intestazione } = richiesta;
    const avviso = await findRpt(porte, { ...richiesta, attualizzabile: true });
    if (!avviso.ok) return { esito: ko(avviso.errore.fault), ...(avviso.errore.pendenza && { pendenza: avviso.errore.pendenza }) };
    const { pendenza } = avviso.valore;
    // The request is made for its rules and thrown away: what cannot be asked later must be refused now.
    const prova = toRptPresso(avviso.valore, creditore, {
      idStazione: intestazione.identificativoStazioneIntermediarioPA,
      ccp: intestazione.codiceContestoPagamento,
      idMessaggio: intestazione.codiceContestoPagamento,
      adesso: porte.clock.now(),
    });
    if (!prova.ok) return { pendenza, esito: ko({ ...prova.errore, id: creditore.dominio.idDominio }) };
    return { pendenza, esito: ok(prova.valore.dati) };
  };
