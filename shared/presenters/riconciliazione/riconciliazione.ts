/** Reconciliations (reference 2.7), index and detail; and from the body of a PUT to the movement. */
import type * as z from "zod";
import type { NuovaRiconciliazione } from "../../contracts/riconciliazione/riconciliazioni.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { linkRiconciliazione, type Nomi, presentDominio, presentSegnalazioni } from "./comune.ts";
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
    movimenti: riconciliazione.movimenti?.map(({ idMovimento, importo }) => ({ idMovimento, importo: toNumeroJson(importo) })),
    annullamento: riconciliazione.annullamento && {
      data: toIsoRoma(riconciliazione.annullamento.data),
      motivo: riconciliazione.annullamento.motivo,
      principal: riconciliazione.annullamento.principal,
    },
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

/** One that is being worked: what it has collected is not told yet; with where to follow it. */
export const presentRiconciliazioneInCorso = (riconciliazione: Riconciliazione, nomi: Nomi) => {
  const { idDominio, id, segnalazioni } = riconciliazione;
  const corpo = {
    ...presentRiconciliazioneIndex(nomi)(riconciliazione),
    segnalazioni: presentSegnalazioni(segnalazioni),
    riscossioni: [],
  };
  return [corpo, { location: linkRiconciliazione(idDominio, id) }] as const;
};

/** The movement of a request that gives it no name; the error names the amount that is not one. */
export const toRiconciliazioneNuova = (idDominio: string, corpo: z.output<typeof NuovaRiconciliazione>) =>
  toMovimento({ idDominio }, corpo);

/** The movement of a request; the error names the amount that is not one. */
export const toMovimento = <const C extends { readonly idDominio: string }>(chiave: C, corpo: z.output<typeof NuovaRiconciliazione>) => {
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
