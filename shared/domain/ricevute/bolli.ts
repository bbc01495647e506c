/**
 * Digital stamps of a receipt (pagopa.md 4.8): signed, for the document of the debt, of the amount paid, and never seen before. What does not hold is
 * reported on the receipt and on the debt and stops nothing: the money has been paid, and the stamp is the payer's to complain about.
 */
import type { ValoreSezione } from "../configurazione/sezioni.ts";
import type { Esito } from "../esito.ts";
import type { RicevutaNodo, TransferRicevuta } from "../pagamenti/messaggi-nodo.ts";
import type { Pendenza, Segnalazione } from "../pendenze/pendenza.ts";
import { formatImporto } from "../valori/importo.ts";

export interface BolloLetto {
  /** Unique number of the stamp. */
  readonly iubd: string;
  readonly codiceFiscalePsp: string;
  readonly denominazionePsp: string;
  /** Instant. */
  readonly oraAcquisto: string;
  /** Cents. */
  readonly importo: bigint;
  /** Digest of the document, base64. */
  readonly impronta: string;
  readonly firma: Esito<{
    readonly soggetto: string;
    /** The trusted issuer that answers for who signed, or why none does; absent where the installation trusts nobody yet. */
    readonly catena?: Esito<string>;
  }>;
}

/** A number belongs to the stamp that bears it by right: a forgery that came first must not make the good one look used. */
export const isAutentica = ({ firma }: BolloLetto): boolean => firma.ok && firma.valore.catena?.ok !== false;

/** Certificates (PEM) of those whose stamps the installation believes. */
export const readEmittenti = ({ emittenti }: ValoreSezione): readonly string[] =>
  Array.isArray(emittenti) ? emittenti.filter((pem) => typeof pem === "string") : [];

/** A stamp as found: read or not, and where its number was used before. */
export interface BolloEsaminato {
  readonly idTransfer: number;
  readonly letto: Esito<BolloLetto>;
  /** Another use of the number: receipt and transfer. */
  readonly giaUsato?: string;
  /** Its number is already reserved by this very transfer: the copy for another creditor came first. */
  readonly giaSuo?: true;
}

/** Transfers with an attachment, or whose item is a stamp: the receipts kept by pagoPA come without. */
export const transferConBollo = ({ transferList }: RicevutaNodo, pendenza: Pendenza | undefined): readonly TransferRicevuta[] =>
  transferList.filter(({ MBDAttachment, idTransfer }) => MBDAttachment !== undefined || voceBollo(pendenza, idTransfer) !== undefined);

/** Under which a stamp's number is reserved. */
export const usoDi = (receiptId: string, idTransfer: number): string => `${receiptId}#${idTransfer}`;

const voceBollo = (pendenza: Pendenza | undefined, indice: number) => {
  const destinazione = pendenza?.voci.find((voce) => voce.indice === indice)?.destinazione;
  return destinazione?.variante === "bollo" ? destinazione : undefined;
};

type Difetto = readonly [codice: string, descrizione: string, dettaglio?: string];

/** A seal that nobody answers for may be anybody's: whole, and worth nothing until it is known whose it is. */
const findDifettiFirma = (firma: BolloLetto["firma"], della: string): readonly Difetto[] => {
  if (!firma.ok) return [["BOLLO_FIRMA_NON_VALIDA", "La firma della marca da bollo non è valida", `${della}: ${firma.errore}`]];
  const { catena, soggetto } = firma.valore;
  if (!catena)
    return [
      [
        "BOLLO_EMITTENTI_NON_CONFIGURATI",
        "La marca da bollo è integra, ma l'installazione non dice di quali emittenti fidarsi (marcheDaBollo.emittenti)",
        `${della}: firmata da ${soggetto}`,
      ],
    ];
  if (catena.ok) return [];
  return [
    [
      "BOLLO_EMITTENTE_SCONOSCIUTO",
      "La marca da bollo non è firmata con il certificato di un emittente fidato",
      `${della}: ${catena.errore}`,
    ],
  ];
};

const findDifetti = (transfer: TransferRicevuta, bollo: BolloEsaminato, pendenza: Pendenza | undefined): readonly Difetto[] => {
  const { letto, giaUsato, idTransfer } = bollo;
  const dove = `transfer ${idTransfer}`;
  if (!transfer.MBDAttachment) return [["BOLLO_ASSENTE", "La ricevuta non contiene la marca da bollo pagata", dove]];
  if (!letto.ok) return [["BOLLO_ILLEGGIBILE", "La marca da bollo della ricevuta non è leggibile", `${dove}: ${letto.errore}`]];
  const { iubd, impronta, importo, firma } = letto.valore;
  const atteso = voceBollo(pendenza, idTransfer);
  const della = `${dove}, IUBD ${iubd}`;
  return [
    ...findDifettiFirma(firma, della),
    ...(atteso && atteso.hashDocumento !== impronta
      ? [
          [
            "BOLLO_ALTRO_DOCUMENTO",
            "La marca da bollo è di un altro documento",
            `${della}: attesa ${atteso.hashDocumento}, trovata ${impronta}`,
          ] as const,
        ]
      : []),
    ...(importo === transfer.transferAmount
      ? []
      : [["BOLLO_IMPORTO_DIVERSO", "La marca da bollo ha un importo diverso dal pagato", `${della}: ${formatImporto(importo)}`] as const]),
    ...(giaUsato === undefined
      ? []
      : [["BOLLO_GIA_USATO", "La marca da bollo è già di un'altra ricevuta", `${della}: ${giaUsato}`] as const]),
  ];
};

/** What is wrong with the stamps of a receipt. @param data instant of the registration. */
export const segnalaBolli = (
  receipt: RicevutaNodo,
  esaminati: readonly BolloEsaminato[],
  pendenza: Pendenza | undefined,
  data: string,
): readonly Segnalazione[] =>
  esaminati.flatMap((bollo) => {
    const transfer = receipt.transferList.find(({ idTransfer }) => idTransfer === bollo.idTransfer);
    if (!transfer) return [];
    return findDifetti(transfer, bollo, pendenza).map(([codice, descrizione, dettaglio]) => ({
      data,
      codice,
      descrizione,
      ...(dettaglio !== undefined && { dettaglio: dettaglio.slice(0, 300) }),
    }));
  });
