/** The story of a debt: whatever is kept of its payment code, as facts in order of time. Nothing is written for it that was not there already. */
import type { Fascicolo } from "../fascicoli/fascicolo.ts";
import type { Allineamento } from "../gpd/allineamento.ts";
import type { Notifica } from "../notifiche/notifica.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { Pendenza, VoceStoria } from "../pendenze/pendenza.ts";
import type { Promemoria } from "../promemoria/promemoria.ts";
import type { Recupero } from "../recuperi/recupero.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { inizioGiorno } from "../valori/date.ts";
import type { TipoFatto } from "./catalogo-fatti.ts";
import { fattiDiRecupero, fattiDiRighe, fattiDiTentativo } from "./fatti-pagamento.ts";
import { fattiDiVoce } from "./fatti-pendenza.ts";
import { fattoDiRicevuta } from "./fatti-ricevuta.ts";
import { fattiDiFascicolo, fattoDiAllineamento, fattoDiNotifica, fattoDiPromemoria } from "./fatti-uscite.ts";
import { compareFatti, type Fatto, idFatto } from "./fatto.ts";

/** What is kept of a payment code, its settlement rows included. */
export interface CollezioneStoria {
  readonly storia: readonly VoceStoria[];
  readonly tentativi: readonly Tentativo[];
  readonly ricevute: readonly Ricevuta[];
  readonly rendicontazioni: readonly Rendicontazione[];
  readonly recuperi: readonly Recupero[];
  readonly promemoria: readonly Promemoria[];
  readonly notifiche: readonly Notifica[];
  readonly fascicoli: readonly Fascicolo[];
  readonly allineamento?: Allineamento;
  /** Transfers that were collected or settled. */
  readonly versamenti: readonly { readonly iur: string; readonly indice: number }[];
}

/** A day that the creditor declares, perhaps still to come. */
const notificaAvviso = ({ dataNotificaAvviso }: Pendenza): readonly Fatto<TipoFatto>[] =>
  dataNotificaAvviso === undefined
    ? []
    : [{ id: idFatto("1", "avviso"), data: inizioGiorno(dataNotificaAvviso), tipo: "AVVISO_NOTIFICATO", autore: "ente", dettagli: {} }];

/**
 * Oldest first; what is still to come is left out.
 * @param altri facts that live elsewhere. @param adesso instant.
 */
export function collectFatti(
  pendenza: Pendenza,
  collezione: CollezioneStoria,
  adesso: string,
  altri: readonly Fatto<TipoFatto>[] = [],
): readonly Fatto<TipoFatto>[] {
  const { storia, tentativi, ricevute, rendicontazioni, recuperi, promemoria, notifiche, fascicoli, allineamento } = collezione;
  const raccontate = new Set(storia.map(({ campi }) => campi["idRicevuta"]?.dopo));
  return [
    ...storia.flatMap((voce) => fattiDiVoce(voce, { pendenza, ricevute })),
    ...tentativi.flatMap((tentativo) => fattiDiTentativo(tentativo, tentativi, adesso)),
    ...ricevute.filter(({ idRicevuta }) => !raccontate.has(idRicevuta)).map((ricevuta) => fattoDiRicevuta(ricevuta, pendenza)),
    ...fattiDiRighe(rendicontazioni),
    ...recuperi.flatMap(fattiDiRecupero),
    ...promemoria.map(fattoDiPromemoria),
    ...notifiche.map(fattoDiNotifica),
    ...fascicoli.flatMap(fattiDiFascicolo),
    ...(allineamento ? [fattoDiAllineamento(allineamento)] : []),
    ...notificaAvviso(pendenza),
    ...altri,
  ]
    .filter(({ data }) => data <= adesso)
    .sort(compareFatti);
}
