/** Settlement flows (reference 2.8), index and detail. */
import { definiti } from "../../domain/definiti.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { STATO_FLUSSO_ESPOSTO, type StatoFlusso } from "../../domain/rendicontazioni/stati-flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { COLLEGAMENTI, type Collegamenti, type Nomi, presentDominio, presentSegnalazioni } from "./comune.ts";
import { type ContestoRiscossioni, presentRiscossione } from "./riscossione.ts";

const STATI_INTERNI = { Acquisito: "ACQUISITO", Anomalo: "ANOMALO", Rifiutato: "RIFIUTATO" } as const;

/** Stored state of a name of the API. */
export const toStatoFlusso = (esposto: keyof typeof STATI_INTERNI): StatoFlusso => STATI_INTERNI[esposto];

/** Nobody sees a flow before its acquisition ends: whoever calls has left those out. */
const statoEsposto = ({ stato, idFlusso }: Flusso) => {
  const esposto = STATO_FLUSSO_ESPOSTO[stato];
  if (esposto === undefined) throw new Error(`il flusso ${idFlusso} non è ancora visibile`);
  return esposto;
};

export const presentFlussoIndex =
  (nomi: Nomi, collegamenti: Collegamenti = COLLEGAMENTI) =>
  (flusso: Flusso) => {
    const dominio = presentDominio(flusso.idDominio, nomi);
    return definiti({
      idFlusso: flusso.idFlusso,
      dataFlusso: toIsoRoma(flusso.dataFlusso),
      data: toIsoRoma(flusso.dataAcquisizione),
      trn: flusso.trn,
      dataRegolamento: flusso.dataRegolamento,
      dataOraPubblicazione: flusso.dataPubblicazione === undefined ? undefined : toIsoRoma(flusso.dataPubblicazione),
      revisione: flusso.revisione,
      obsoleto: flusso.obsoleto,
      idPsp: flusso.idPsp,
      ragioneSocialePsp: flusso.ragioneSocialePsp,
      bicRiversamento: flusso.bicRiversamento,
      idDominio: flusso.idDominio,
      ragioneSocialeDominio: dominio.ragioneSociale,
      dominio,
      numeroPagamenti: flusso.numeroPagamenti,
      importoTotale: toNumeroJson(flusso.importoTotale),
      stato: statoEsposto(flusso),
      segnalazioni: presentSegnalazioni(flusso.segnalazioni),
      riconciliazione:
        flusso.idRiconciliazione === undefined ? undefined : collegamenti.riconciliazione(flusso.idDominio, flusso.idRiconciliazione),
    });
  };

const chiaveDi = ({ iuv, iur, indice }: { readonly iuv: string; readonly iur: string; readonly indice: number }): string =>
  `${iuv}#${iur}#${indice}`;

export interface FlussoConRighe extends ContestoRiscossioni {
  readonly flusso: Flusso;
  readonly righe: readonly Rendicontazione[];
  readonly riscossioni: readonly Riscossione[];
}

/** A row alone. */
export const presentRiga = (riga: Rendicontazione) => ({
  iuv: riga.iuv,
  iur: riga.iur,
  indice: riga.indice,
  importo: toNumeroJson(riga.importo),
  esito: riga.esito,
  data: riga.data,
  stato: riga.stato,
  segnalazioni: presentSegnalazioni(riga.segnalazioni),
});

/** Rows in order, each with what it collected. */
export const presentRighe = <R>(
  righe: readonly Rendicontazione[],
  riscossioni: readonly Riscossione[],
  present: (riscossione: Riscossione) => R,
) => {
  const perRiga = new Map(riscossioni.map((r) => [chiaveDi(r), r]));
  return righe.map((riga) => {
    const riscossione = perRiga.get(chiaveDi(riga));
    return { ...presentRiga(riga), ...(riscossione && { riscossione: present(riscossione) }) };
  });
};

/** @param present what a row collected, as the API that was asked shows it. */
export const presentFlussoCon = <R>(
  { flusso, righe, riscossioni, creditori }: FlussoConRighe,
  collegamenti: Collegamenti,
  present: (riscossione: Riscossione) => R,
) => {
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return { ...presentFlussoIndex(nomi, collegamenti)(flusso), rendicontazioni: presentRighe(righe, riscossioni, present) };
};

export const presentFlusso = (dettaglio: FlussoConRighe) => presentFlussoCon(dettaglio, COLLEGAMENTI, presentRiscossione(dettaglio));
