/** What a treasury movement does to a debt: its items become collected, and a payment that no receipt ever told is recorded (reference 5.5). */
import { describePagataAltrove } from "../pendenze/pagata-altrove.ts";
import type { Pendenza, Segnalazione, Voce } from "../pendenze/pendenza.ts";
import { statiPendenza } from "../pendenze/stati-pendenza.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import { classificazioneDi } from "../ricevute/classificazione.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import { inizioGiorno } from "../valori/date.ts";
import { formatImporto } from "../valori/importo.ts";

/** Which items the creditor's own treasury will see: stamps and beneficiaries that we do not serve count as collected. */
export type AttendeIncasso = (voce: Voce) => boolean;

/** The debt once the money of one of its items is in the bank; the amount counts even when the item is not found. @param adesso instant. */
export function incassaVoce(pendenza: Pendenza, indice: number, importo: bigint, attende: AttendeIncasso, adesso: string): Pendenza {
  const voci = pendenza.voci.map((voce) => (voce.indice === indice ? { ...voce, incassata: true } : voce));
  const completa = voci.every((voce) => voce.incassata || !attende(voce));
  const prossimo = statiPendenza.next(pendenza.stato, completa ? "incassa" : "incassaParziale");
  return {
    ...pendenza,
    voci,
    importoIncassato: pendenza.importoIncassato + importo,
    stato: prossimo.ok ? prossimo.valore : pendenza.stato,
    dataUltimoAggiornamento: adesso,
  };
}

/**
 * The debt once the money of one of its items is no longer explained. The item stays collected when what remains still covers it: a second
 * payment of the same item was collected elsewhere. @param adesso instant.
 */
export function stornaVoce(
  pendenza: Pendenza,
  riscossione: Pick<Riscossione, "importo" | "indice" | "idVocePendenza">,
  adesso: string,
): Pendenza {
  const importoIncassato = pendenza.importoIncassato - riscossione.importo;
  const { idVocePendenza, indice } = riscossione;
  const voce = pendenza.voci.find((v) => v.idVocePendenza === idVocePendenza) ?? pendenza.voci.find((v) => v.indice === indice);
  const restano = pendenza.voci.filter((v) => v.incassata && v !== voce).reduce((somma, v) => somma + v.importo, 0n);
  const coperta = voce !== undefined && importoIncassato >= restano + voce.importo;
  const prossimo = coperta ? undefined : statiPendenza.next(pendenza.stato, "storna");
  return {
    ...pendenza,
    voci: coperta ? pendenza.voci : pendenza.voci.map((v) => (v === voce ? { ...v, incassata: false } : v)),
    importoIncassato,
    stato: prossimo?.ok ? prossimo.valore : pendenza.stato,
    dataUltimoAggiornamento: adesso,
  };
}

export interface PagamentoSenzaRpt {
  readonly pendenza: Pendenza;
  readonly voce: Voce;
  readonly riscossione: Riscossione;
  /** Undefined when the same payment had already paid the debt: only another of its items is collected. */
  readonly evento: "paga" | "pagaAnomala" | undefined;
}

/** The item of a row: by index; else the one with that amount, unpaid first; else the first. */
const voceDi = ({ voci }: Pendenza, riga: Pick<Rendicontazione, "indice" | "importo">): Voce | undefined => {
  const uguali = voci.filter(({ importo }) => importo === riga.importo);
  return voci.find(({ indice }) => indice === riga.indice) ?? uguali.find(({ stato }) => stato === "Non eseguito") ?? uguali[0] ?? voci[0];
};

type Anomalia = Pick<Segnalazione, "codice" | "descrizione"> & { readonly dettaglio: string };

const daFlusso = ({ importo, idFlusso, progressivo }: Rendicontazione): string =>
  `rendicontati ${formatImporto(importo)} dal flusso ${idFlusso}, riga ${progressivo}`;

const findAnomalia = (pendenza: Pendenza, voce: Voce, riga: Rendicontazione): Anomalia | undefined => {
  if (pendenza.pagataAltrove || voce.stato !== "Non eseguito" || !statiPendenza.next(pendenza.stato, "paga").ok) {
    const gia = pendenza.pagataAltrove
      ? describePagataAltrove(pendenza.pagataAltrove)
      : `già pagati ${formatImporto(pendenza.importoPagato)}`;
    return {
      codice: "PAGAMENTO_DUPLICATO",
      descrizione: `Pagamento duplicato: ${riga.iur} di ${formatImporto(riga.importo)} senza RPT, pendenza già pagata`,
      dettaglio: `voce ${voce.indice} (${voce.idVocePendenza}): ${gia}; ${daFlusso(riga)}`,
    };
  }
  if (riga.importo === voce.importo) return undefined;
  return {
    codice: "IMPORTO_DIVERSO",
    descrizione: `Pagamento ${riga.iur} di ${formatImporto(riga.importo)} senza RPT, dovuto ${formatImporto(voce.importo)}`,
    dettaglio: `voce ${voce.indice} (${voce.idVocePendenza}): attesi ${formatImporto(voce.importo)}, ${daFlusso(riga)}`,
  };
};

/**
 * The debt and the collected amount of a settlement row whose receipt never came. pagoPA pays a notice as a whole, so one row proves that
 * every item was paid; other rows of the same payment only add their amounts.
 * @param altre collected amounts already known for the payment code. @param adesso instant.
 */
export function payWithoutRpt(
  pendenza: Pendenza,
  riga: Rendicontazione,
  altre: readonly Riscossione[],
  adesso: string,
): PagamentoSenzaRpt | undefined {
  const voce = voceDi(pendenza, riga);
  if (!voce) return undefined;
  const data = inizioGiorno(riga.data);
  const riscossione: Riscossione = {
    versione: 0,
    idDominio: riga.idDominio,
    iuv: riga.iuv,
    iur: riga.iur,
    indice: riga.indice,
    idDominioTitolare: pendenza.idDominio,
    ...classificazioneDi(pendenza),
    idVocePendenza: voce.idVocePendenza,
    stato: "RISCOSSA",
    tipo: "ENTRATA",
    importo: riga.importo,
    data,
    senzaRpt: true,
  };
  if (altre.some(({ iur }) => iur === riga.iur)) return { pendenza, voce, riscossione, evento: undefined };
  const anomalia = findAnomalia(pendenza, voce, riga);
  const evento = anomalia ? "pagaAnomala" : "paga";
  const stato = statiPendenza.next(pendenza.stato, evento);
  if (!stato.ok) return { pendenza, voce, riscossione, evento: undefined };
  const duplicato = anomalia?.codice === "PAGAMENTO_DUPLICATO";
  const pagata: Pendenza = {
    ...pendenza,
    stato: stato.valore,
    descrizioneStato: anomalia?.descrizione ?? "Eseguito senza RPT",
    segnalazioni: anomalia ? [...pendenza.segnalazioni, { data: adesso, ...anomalia }] : pendenza.segnalazioni,
    voci: duplicato
      ? pendenza.voci
      : pendenza.voci.map((v) =>
          v.stato !== "Non eseguito" ? v : { ...v, stato: v.indice === voce.indice && anomalia ? "Anomalo" : "Eseguito", senzaRpt: true },
        ),
    importoPagato: pendenza.importoPagato + (duplicato ? riga.importo : riga.importo + importoDiAltre(pendenza, voce)),
    dataPagamento: pendenza.dataPagamento ?? data,
    dataUltimoAggiornamento: adesso,
  };
  return { pendenza: pagata, voce, riscossione, evento };
}

const importoDiAltre = ({ voci }: Pendenza, voce: Voce): bigint =>
  voci.filter((v) => v.indice !== voce.indice && v.stato === "Non eseguito").reduce((somma, v) => somma + v.importo, 0n);
