/** A receipt of the Node read as one of ours: the receipt to file, the amounts it proves collected, and what in it contradicts itself. */

import { fromJsonNodo, toJsonNodo } from "../pagamenti/json-nodo.ts";
import type { RicevutaNodo, RichiestaRicevuta, SoggettoNodo, TransferRicevuta } from "../pagamenti/messaggi-nodo.ts";
import type { Segnalazione, Soggetto } from "../pendenze/pendenza.ts";
import type { Rt } from "../storico/rt.ts";
import { formatImporto, sumImporti } from "../valori/importo.ts";
import { numeroAvvisoToIuv } from "../valori/numero-avviso.ts";
import type { Provenienza, Ricevuta } from "./ricevuta.ts";

export interface RicevutaInArrivo {
  readonly primitiva: Ricevuta["primitiva"];
  readonly richiesta: RichiestaRicevuta;
  /** Instant at which the Node delivered it. */
  readonly ricevutaAlle: string;
  readonly originale: Ricevuta["originale"];
  /** Absent = delivered by the Node. */
  readonly provenienza?: Provenienza;
  /** The receipt of the legacy family that `richiesta` tells in the words of the modern one. */
  readonly rt?: Rt;
}

/** The payment code under which the receipt is filed: the creditor it was sent to, and the IUV of the notice (the RT has no notice, only the IUV). */
export const chiaveDi = ({ richiesta, rt }: RicevutaInArrivo): { readonly idDominio: string; readonly iuv: string } => ({
  idDominio: richiesta.idPA,
  iuv: rt ? richiesta.receipt.creditorReferenceId : numeroAvvisoToIuv(richiesta.receipt.noticeNumber),
});

/** IUR of a transfer and index under which its collected amount is filed: those of the settlement rows. */
export const riscossioneDi = (receipt: RicevutaNodo, { iur, posizione, idTransfer }: TransferRicevuta) => ({
  iur: iur ?? receipt.receiptId,
  indice: posizione ?? idTransfer,
});

/** The date that frees the debtor; optional in the schema, in practice always there. */
export const dataPagamentoDi = ({ richiesta, ricevutaAlle }: RicevutaInArrivo): string => richiesta.receipt.paymentDateTime ?? ricevutaAlle;

const toSoggetto = (soggetto: SoggettoNodo): Soggetto => ({
  tipo: soggetto.uniqueIdentifier.entityUniqueIdentifierType,
  identificativo: soggetto.uniqueIdentifier.entityUniqueIdentifierValue,
  anagrafica: soggetto.fullName,
  ...(soggetto.streetName !== undefined && { indirizzo: soggetto.streetName }),
  ...(soggetto.civicNumber !== undefined && { civico: soggetto.civicNumber }),
  ...(soggetto.postalCode !== undefined && { cap: soggetto.postalCode }),
  ...(soggetto.city !== undefined && { localita: soggetto.city }),
  ...(soggetto.stateProvinceRegion !== undefined && { provincia: soggetto.stateProvinceRegion }),
  ...(soggetto.country !== undefined && { nazione: soggetto.country }),
  ...(soggetto["e-mail"] !== undefined && { email: soggetto["e-mail"] }),
});

/** Transfers by position. The schema does not forbid to repeat an idTransfer: the amounts of a repeated one add up, because no money may disappear. */
export function transferDistinti(receipt: RicevutaNodo): readonly TransferRicevuta[] {
  const distinti = new Map<string, TransferRicevuta>();
  for (const transfer of receipt.transferList) {
    const chiave = `${transfer.fiscalCodePA}#${transfer.idTransfer}`;
    const primo = distinti.get(chiave);
    distinti.set(chiave, primo ? { ...primo, transferAmount: primo.transferAmount + transfer.transferAmount } : transfer);
  }
  return [...distinti.values()];
}

/** What a receipt says against itself, or of how it came to be. Stored with it, never a reason to lose it. */
export function findIncoerenze(arrivo: RicevutaInArrivo): readonly Segnalazione[] {
  const { receipt } = arrivo.richiesta;
  const segnala = (codice: string, descrizione: string): Segnalazione => ({ data: arrivo.ricevutaAlle, codice, descrizione });
  const somma = sumImporti(receipt.transferList.map((transfer) => transfer.transferAmount));
  const { iuv } = chiaveDi(arrivo);
  return [
    ...(receipt.outcome === "KO" ? [segnala("ESITO_KO", "La ricevuta dichiara un pagamento non riuscito")] : []),
    ...(receipt.outcome === "KO" && receipt.paymentAmount !== 0n
      ? [segnala("IMPORTO_CON_ESITO_KO", `La ricevuta ha esito KO e importo ${formatImporto(receipt.paymentAmount)}`)]
      : []),
    ...(receipt.standIn === true
      ? [segnala("STAND_IN", "Pagamento incassato dalla piattaforma in stand-in, senza interrogare l'ente")]
      : []),
    ...(receipt.creditorReferenceId !== iuv
      ? [segnala("IUV_DIVERSO", `Lo IUV della ricevuta ${receipt.creditorReferenceId} è diverso da quello dell'avviso ${iuv}`)]
      : []),
    ...(somma !== receipt.paymentAmount
      ? [
          segnala(
            "SOMMA_DIVERSA",
            `La somma dei transfer ${formatImporto(somma)} è diversa dall'importo della ricevuta ${formatImporto(receipt.paymentAmount)}`,
          ),
        ]
      : []),
    ...(transferDistinti(receipt).length !== receipt.transferList.length
      ? [segnala("TRANSFER_RIPETUTO", "La ricevuta ripete lo stesso idTransfer")]
      : []),
  ];
}

/** Who is paid what, as text to compare; undefined when the data do not say it in the words of paForNode. */
function quoteDi(rt: Readonly<Record<string, unknown>>): string | undefined {
  const { transferList } = fromJsonNodo<{ readonly transferList?: readonly TransferRicevuta[] }>(rt);
  return transferList?.map((t) => `${t.idTransfer} ${t.fiscalCodePA} ${t.transferAmount}`).join(";");
}

/**
 * A receipt that comes again with other money in it. The one already filed stands: the Node repeats a receipt as it is, and whoever altered it could have
 * altered all of it. What differs is said.
 */
export function findAlterazione(nota: Ricevuta, { richiesta: { receipt }, ricevutaAlle }: RicevutaInArrivo): Segnalazione | undefined {
  const [prima, dopo] = [quoteDi(nota.rt), quoteDi(toJsonNodo(receipt))];
  const ripartita = prima !== undefined && dopo !== undefined && prima !== dopo;
  if (nota.importo === receipt.paymentAmount && nota.esito === receipt.outcome && !ripartita) return undefined;
  const cosa = `con esito ${receipt.outcome} e importo ${formatImporto(receipt.paymentAmount)}${ripartita ? ", ripartito in altro modo" : ""}`;
  const descrizione = `La ricevuta ${nota.idRicevuta} è arrivata di nuovo ${cosa}: vale la prima`;
  return { data: ricevutaAlle, codice: "RICEVUTA_ALTERATA", descrizione };
}

/** Stamps kept inside the receipt's data, all together: real ones are a few kB each, and the original has them anyway. An item must stay under 400 kB. */
const ALLEGATI_MASSIMI = 60_000;

function senzaAllegatiEnormi(receipt: RicevutaNodo): RicevutaNodo {
  const totale = receipt.transferList.reduce((somma, { MBDAttachment }) => somma + (MBDAttachment?.length ?? 0), 0);
  if (totale <= ALLEGATI_MASSIMI) return receipt;
  return { ...receipt, transferList: receipt.transferList.map(({ MBDAttachment: _, ...transfer }) => transfer) };
}

function senzaAllegatiRt(rt: Rt): Rt {
  const { datiPagamento } = rt;
  const righe = datiPagamento.datiSingoloPagamento;
  if (righe.reduce((somma, { allegatoRicevuta }) => somma + (allegatoRicevuta?.testoAllegato.length ?? 0), 0) <= ALLEGATI_MASSIMI)
    return rt;
  return { ...rt, datiPagamento: { ...datiPagamento, datiSingoloPagamento: righe.map(({ allegatoRicevuta: _, ...riga }) => riga) } };
}

/** The receipt to file; `collegamenti` are the debt (with its notice number) and attempt it closes, when known. */
export function toRicevuta(
  arrivo: RicevutaInArrivo,
  collegamenti: Pick<Ricevuta, "idA2A" | "idPendenza" | "ccp"> & { readonly numeroAvviso?: string },
  segnalazioni: readonly Segnalazione[],
): Ricevuta {
  const { primitiva, ricevutaAlle, originale, provenienza } = arrivo;
  const { receipt } = arrivo.richiesta;
  return {
    versione: 0,
    ...chiaveDi(arrivo),
    idRicevuta: receipt.receiptId,
    numeroAvviso: receipt.noticeNumber,
    idDominioTitolare: receipt.fiscalCode,
    ...collegamenti,
    primitiva,
    ...(provenienza !== undefined && provenienza !== "NODO" && { provenienza }),
    ...(provenienza === "PROVA" && { prova: true }),
    importo: receipt.paymentAmount,
    ...(receipt.fee !== undefined && { commissioni: receipt.fee }),
    esito: receipt.outcome,
    idPsp: receipt.idPSP,
    denominazionePsp: receipt.PSPCompanyName,
    idCanale: receipt.idChannel,
    descrizioneCanale: receipt.channelDescription,
    ...(receipt.paymentMethod !== undefined && { metodoPagamento: receipt.paymentMethod }),
    ...(receipt.paymentNote !== undefined && { paymentNote: receipt.paymentNote }),
    standIn: receipt.standIn ?? false,
    debitore: toSoggetto(receipt.debtor),
    ...(receipt.payer && { versante: toSoggetto(receipt.payer) }),
    dataRicezione: ricevutaAlle,
    dataPagamento: dataPagamentoDi(arrivo),
    ...(receipt.applicationDate !== undefined && { dataApplicativa: receipt.applicationDate }),
    segnalazioni,
    rt: toJsonNodo(arrivo.rt ? senzaAllegatiRt(arrivo.rt) : senzaAllegatiEnormi(receipt)),
    originale,
  };
}
