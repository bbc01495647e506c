/** Reconciliations (reference 2.7), index and detail; and from the body of a PUT to the movement. */
import type * as z from "zod";
import type { NuovaRiconciliazione } from "../../contracts/riconciliazione/riconciliazioni.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { type Nomi, presentDominio, presentSegnalazioni } from "./comune.ts";
import { type ContestoRiscossioni, presentRiscossione } from "./riscossione.ts";

export const presentRiconciliazioneIndex = (nomi: Nomi) => (riconciliazione: Riconciliazione) =>
  definiti({
    id: riconciliazione.id,
    dominio: presentDominio(riconciliazione.idDominio, nomi),
    stato: riconciliazione.stato,
    descrizioneStato: riconciliazione.descrizioneStato,
    importo: toNumeroJson(riconciliazione.importo),
    data: toIsoRoma(riconciliazione.data),
    dataValuta: riconciliazione.dataValuta,
    dataContabile: riconciliazione.dataContabile,
    contoAccredito: riconciliazione.contoAccredito,
    sct: riconciliazione.sct,
    trn: riconciliazione.idFlusso ?? riconciliazione.iuv,
    causale: riconciliazione.causale,
    iuv: riconciliazione.iuv,
    idFlussoRendicontazione: riconciliazione.idFlusso,
  });

export interface RiconciliazioneConRiscossioni extends ContestoRiscossioni {
  readonly riconciliazione: Riconciliazione;
  readonly riscossioni: readonly Riscossione[];
}

export const presentRiconciliazione = (dettaglio: RiconciliazioneConRiscossioni) => {
  const { riconciliazione, riscossioni, creditori } = dettaglio;
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return {
    ...presentRiconciliazioneIndex(nomi)(riconciliazione),
    segnalazioni: presentSegnalazioni(riconciliazione.segnalazioni),
    riscossioni: riscossioni.map(presentRiscossione(dettaglio)),
  };
};

/** The movement of a request; the error names the amount that is not one. */
export const toMovimento = (chiave: { readonly idDominio: string; readonly id: string }, corpo: z.output<typeof NuovaRiconciliazione>) => {
  const { importo, idFlussoRendicontazione, ...resto } = corpo;
  const centesimi = fromNumeroJson(importo);
  if (!centesimi.ok) return centesimi;
  return ok({
    ...chiave,
    ...resto,
    importo: centesimi.valore,
    ...(idFlussoRendicontazione !== undefined && { idFlusso: idFlussoRendicontazione }),
  }) satisfies Esito<unknown>;
};
