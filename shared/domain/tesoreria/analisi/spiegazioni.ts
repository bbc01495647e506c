/** What can be said of the money of a movement, and exactly why it cannot be explained: each reason with its code and a sentence for who does the accounts. */
import { giornoItaliano } from "../../valori/date.ts";
import { formatImportoItaliano } from "../../valori/importo.ts";

export interface Spiegazione {
  readonly codice: CodiceSpiegazione;
  readonly frase: string;
}

const euro = (importo: bigint): string => `${formatImportoItaliano(importo)} €`;
const pagamenti = (quanti: number): string => (quanti === 1 ? "1 pagamento" : `${quanti} pagamenti`);
const elenco = (nomi: readonly string[]): string => nomi.join(", ");

/** One builder per reason: what varies is in its arguments, the words are here. */
export const SPIEGAZIONI = {
  FLUSSO_TROVATO: (idFlusso: string, psp: string, quanti: number, totale: bigint) =>
    `È il riversamento del flusso ${idFlusso} di ${psp}: ${pagamenti(quanti)} per ${euro(totale)}.`,
  PAGAMENTO_TROVATO: (iuv: string, totale: bigint) => `È il pagamento con IUV ${iuv}, di ${euro(totale)}.`,
  IMPORTO_UGUALE: (totale: bigint) => `L'importo coincide al centesimo: ${euro(totale)}.`,
  IMPORTO_DIVERSO: (movimento: bigint, atteso: bigint) =>
    movimento < atteso
      ? `L'importo non coincide: l'accredito è di ${euro(movimento)}, il contenuto vale ${euro(atteso)}; mancano ${euro(atteso - movimento)}.`
      : `L'importo non coincide: l'accredito è di ${euro(movimento)}, il contenuto vale ${euro(atteso)}; ci sono ${euro(movimento - atteso)} in più.`,
  PIU_ACCREDITI: (idFlusso: string, quanti: number, totale: bigint) =>
    `Il flusso ${idFlusso} è stato accreditato in ${quanti} movimenti, in tutto ${euro(totale)}.`,
  CHIAVE_TAGLIATA: (inizio: string, idFlusso: string) =>
    `La banca ha tagliato l'identificativo (${inizio}): l'unico flusso che comincia così${idFlusso === "" ? "" : ` è ${idFlusso}`}.`,
  CHIAVE_TAGLIATA_IMPORTO: (inizio: string, idFlusso: string) =>
    `La banca ha tagliato l'identificativo (${inizio}): dei flussi che cominciano così solo ${idFlusso} ha questo importo.`,
  CHIAVE_AMBIGUA: (inizio: string, quanti: number) =>
    `La banca ha tagliato l'identificativo (${inizio}): ${quanti} flussi cominciano così, elencati tra i candidati. Servono l'importo o il resto dell'identificativo.`,
  FLUSSO_NON_PUBBLICATO: (idFlusso: string, giorno: string, trascorsi: number) =>
    `pagoPA non ha ancora pubblicato il flusso ${idFlusso}, del ${giornoItaliano(giorno)}. ` +
    (trascorsi <= 3
      ? "I PSP hanno due giorni lavorativi per inviarlo: riprovare."
      : `Sono passati ${trascorsi} giorni e i PSP ne hanno due lavorativi: chiederlo al PSP.`),
  FLUSSO_SCONOSCIUTO: (idFlusso: string) => `Il flusso ${idFlusso} non risulta: pagoPA non l'ha pubblicato, o la causale lo riporta male.`,
  FLUSSO_IN_ARRIVO: (idFlusso: string) => `Il flusso ${idFlusso} si sta scaricando da pagoPA: riprovare fra qualche minuto.`,
  FLUSSO_ANOMALO: (idFlusso: string, motivi: readonly string[]) =>
    `Il flusso ${idFlusso} è in contraddizione con sé stesso e non si può riconciliare${motivi.length === 0 ? "" : `: ${elenco(motivi)}`}.`,
  FLUSSO_ILLEGGIBILE: (idFlusso: string) => `Il flusso ${idFlusso} è arrivato illeggibile: va richiesto al PSP, o caricato a mano.`,
  GIA_RICONCILIATO: (idFlusso: string, id: string, quando: string | undefined) =>
    `Il flusso ${idFlusso} è già riconciliato, con la riconciliazione ${id}${quando === undefined ? "" : ` del ${giornoItaliano(quando)}`}.`,
  GIA_INCASSATO: (iuv: string, id: string | undefined) =>
    `Il pagamento ${iuv} risulta già incassato${id === undefined ? "" : `, con la riconciliazione ${id}`}.`,
  ALTRO_DOMINIO: (idFlusso: string, ente: string) =>
    `Il flusso ${idFlusso} è di un altro ente: ${ente}. Il denaro potrebbe essere arrivato sul conto sbagliato.`,
  IUV_SCONOSCIUTO: (iuv: string) => `Lo IUV ${iuv} non è tra quelli dell'ente: può essere un avviso emesso da un altro intermediario.`,
  IUV_NON_PAGATO: (iuv: string) => `La pendenza con IUV ${iuv} c'è, ma non risulta pagata: manca la ricevuta di pagoPA.`,
  IUR_SCONOSCIUTO: (iur: string) =>
    `Nessuna riscossione ha l'identificativo ${iur}: la ricevuta non è arrivata, o l'avviso è di un altro intermediario.`,
  TRN_TROVATO: (trn: string) => `La causale non basta, ma il riferimento del bonifico (${trn}) è quello dichiarato dal flusso.`,
  CANDIDATI_PER_IMPORTO: (quanti: number) =>
    quanti === 1
      ? "La causale non contiene un identificativo. Un solo flusso di quei giorni ha lo stesso importo: è tra i candidati, da verificare."
      : `La causale non contiene un identificativo. ${quanti} flussi di quei giorni hanno lo stesso importo: sono tra i candidati, da verificare.`,
  COLLEGATO: (frase: string) => `Il movimento è già collegato: ${frase}`,
  SEMBRA_PAGOPA: () =>
    "La causale parla di pagoPA ma non contiene né flusso né IUV leggibili: chiedere al tesoriere la causale intera, o cercare per importo e data.",
  NON_PAGOPA: () => "La causale non ha la forma di un accredito di pagoPA.",
  DICHIARATO_NON_PAGOPA: (chi: string, quando: string) =>
    `${chi} ha dichiarato il ${giornoItaliano(quando)} che non è un accredito di pagoPA.`,
  USCITA: () => "È un'uscita: non contiene incassi.",
  STORNATO: () => "Il movimento è stato stornato: il denaro non c'è.",
  NON_VISIBILI: (quanti: number, totale: bigint) =>
    `${pagamenti(quanti)}, per ${euro(totale)}, sono di uffici o tipi di pendenza che l'utenza non vede: contano nei totali del flusso, non nell'elenco.`,
  SENZA_PENDENZA: (quanti: number, totale: bigint) =>
    `Di ${pagamenti(quanti)}, per ${euro(totale)}, non si conosce la pendenza: avvisi di un altro intermediario, o ricevute non arrivate.`,
  ATTRIBUITI: (quanti: number, totale: bigint) =>
    `Di questi, ${pagamenti(quanti)}, per ${euro(totale)}, hanno il tipo che danno loro le regole dell'ente per gli avvisi di altri intermediari.`,
  ESAME_PARZIALE: (righe: number, di: number, prossima: number) =>
    `Esaminate ${righe} righe su ${di}: per le altre ripetere con daRiga ${prossima}.`,
  CHIAVI_NON_ESAMINATE: (quante: number) => `La causale contiene altri ${quante} identificativi oltre a quelli esaminati.`,
} as const satisfies Record<string, (...argomenti: never[]) => string>;

export type CodiceSpiegazione = keyof typeof SPIEGAZIONI;

type Argomenti = { readonly [C in CodiceSpiegazione]: Parameters<(typeof SPIEGAZIONI)[C]> };
const COSTRUTTORI: { readonly [C in CodiceSpiegazione]: (...argomenti: Argomenti[C]) => string } = SPIEGAZIONI;

/** Reason with its sentence. */
export const spiega = <C extends CodiceSpiegazione>(codice: C, ...argomenti: Argomenti[C]): Spiegazione => ({
  codice,
  frase: COSTRUTTORI[codice](...argomenti),
});
