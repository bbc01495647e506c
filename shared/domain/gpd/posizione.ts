/** A debt as an archive of pagoPA wants it (pagopa.md 7.1), and how far what the archive has is from that. */
import type { Creditore } from "../anagrafiche/creditore.ts";
import { dueDateDi, importoDovuto } from "../pagamenti/pagabilita.ts";
import type { Trasferimento } from "../pagamenti/trasferimenti.ts";
import type { Pendenza, Soggetto } from "../pendenze/pendenza.ts";
import { fineGiorno, giornoDi } from "../valori/date.ts";
import { rigaPagoPa } from "../valori/riga.ts";
import { iupdDi } from "./allineamento.ts";
import { posizioneVolutaDi } from "./allineamento-voluto.ts";
import type { ArchivioPagoPA } from "./archivi.ts";

export interface PosizioneDebitoria {
  readonly iupd: string;
  readonly idDominio: string;
  readonly ragioneSociale: string;
  /** Operating unit. */
  readonly ufficio?: string;
  readonly debitore: Soggetto;
  readonly iuv: string;
  readonly numeroAvviso: string;
  /** Cents. */
  readonly importo: bigint;
  readonly causale: string;
  /** Last day in which it may be paid, Europe/Rome; a conventional far one when there is none. */
  readonly scadenza: string;
  /** Not to be paid after `scadenza`. */
  readonly scade: boolean;
  readonly rata: boolean;
  /** False: the amount may change before the debt expires, hence nobody but us may say it (pagopa.md 7.2). */
  readonly standIn: boolean;
  readonly trasferimenti: readonly Trasferimento[];
}

interface TrasferimentoRemoto {
  readonly indice: number;
  readonly importo?: bigint;
  readonly idDominio?: string;
  readonly causale?: string;
  readonly categoria?: string;
  readonly iban?: string;
}

/** As the archive tells it. The contract answers no field of the debtor but its type: a debtor that differs cannot be seen from here. */
export interface PosizioneRemota {
  readonly iupd: string;
  readonly stato: StatoRemoto;
  readonly opzioni: readonly {
    readonly numeroAvviso?: string;
    readonly iuv?: string;
    /** Cents. */
    readonly importo?: bigint;
    readonly causale?: string;
    /** Instant. */
    readonly scadenza?: string;
    readonly trasferimenti: readonly TrasferimentoRemoto[];
  }[];
}

export const STATI_REMOTI = ["DRAFT", "PUBLISHED", "VALID", "INVALID", "EXPIRED", "PARTIALLY_PAID", "PAID", "REPORTED"] as const;
/** `SCONOSCIUTO`: one that their contract does not name; nothing is said of it, and nothing is sent over it. */
export type StatoRemoto = (typeof STATI_REMOTI)[number] | "SCONOSCIUTO";

const PAGATE: readonly StatoRemoto[] = ["PARTIALLY_PAID", "PAID", "REPORTED"];
export const isPagataRemota = (stato: StatoRemoto): boolean => PAGATE.includes(stato);
/** A citizen could pay it now, or on the day it becomes valid. */
export const isPagabileRemota = (stato: StatoRemoto): boolean => stato === "VALID" || stato === "PUBLISHED";

/**
 * In stand-in the archive must answer what we would (dataValidita first, as towards the Node). With GPD nobody asks the creditor for a new amount when
 * dataValidita has passed, so what counts is the expiry.
 */
const scadenzaDi = (pendenza: Pendenza, archivio: ArchivioPagoPA): string =>
  archivio === "GPD" ? (pendenza.dataScadenza ?? dueDateDi(pendenza)) : dueDateDi(pendenza);

const isVariabile = ({ dataValidita, dataScadenza }: Pendenza): boolean =>
  dataValidita !== undefined && dataScadenza !== undefined && dataValidita < dataScadenza;

/** @param trasferimenti of what is left to pay. */
export const toPosizione = (
  pendenza: Pendenza,
  creditore: Creditore,
  archivio: ArchivioPagoPA,
  trasferimenti: readonly Trasferimento[],
): PosizioneDebitoria => {
  const unita = creditore.unita.find(({ idUnita }) => idUnita === pendenza.idUnitaOperativa);
  return {
    iupd: iupdDi(pendenza),
    idDominio: pendenza.idDominio,
    ragioneSociale: creditore.dominio.ragioneSociale,
    ...(unita && { ufficio: unita.ragioneSociale }),
    debitore: pendenza.debitore,
    iuv: pendenza.iuv,
    numeroAvviso: pendenza.numeroAvviso,
    importo: importoDovuto(pendenza),
    causale: pendenza.causale,
    scadenza: scadenzaDi(pendenza, archivio),
    scade: pendenza.dataScadenza !== undefined || pendenza.dataValidita !== undefined,
    rata: pendenza.documento?.rata !== undefined,
    standIn: !isVariabile(pendenza),
    trasferimenti,
  };
};

export type Intento = "PUBBLICA" | "SOSPENDI" | "TOGLI" | "CHIUDI";

/**
 * What has to happen in the archive today. Annulled: suspended (DRAFT), because INVALID is terminal there and a restoration would find the notice number
 * taken (pagopa-api 1044, 1048). Past its day: taken away, since the contract refuses dates that have gone by.
 * @param oggi day, Europe/Rome.
 */
export const intentoDi = (pendenza: Pendenza, archivio: ArchivioPagoPA, oggi: string): Intento => {
  const voluta = posizioneVolutaDi(pendenza);
  if (voluta === "PAGATA") return "CHIUDI";
  if (scadenzaDi(pendenza, archivio) < oggi) return "TOGLI";
  // The contract starts from one cent.
  if (importoDovuto(pendenza) < 1n) return "TOGLI";
  return voluta === "PAGABILE" ? "PUBBLICA" : "SOSPENDI";
};

/** True when the archive's state is what the intent wants. */
export const isComeVoluto = (stato: StatoRemoto, intento: Intento): boolean => {
  switch (intento) {
    case "PUBBLICA":
      return isPagabileRemota(stato);
    case "CHIUDI":
      return !isPagabileRemota(stato);
    case "SOSPENDI":
    case "TOGLI":
      return !isPagabileRemota(stato) && !isPagataRemota(stato);
  }
};

const nelGiorno = (istante: string | undefined): string | undefined => (istante === undefined ? undefined : giornoDi(istante));

/** Instant in which the day of the expiry ends in Rome. */
export const fineScadenza = ({ scadenza }: PosizioneDebitoria): string => fineGiorno(scadenza);

/** What the archive does not tell cannot differ: every field of its answers is optional. */
const isUguale = <T>(remoto: T | undefined, voluto: T): boolean => remoto === undefined || remoto === voluto;

const diffTrasferimento = (voluto: Trasferimento, remoti: readonly TrasferimentoRemoto[]): readonly string[] => {
  const remoto = remoti.find(({ indice }) => indice === voluto.indice);
  if (!remoto) return [`trasferimento ${voluto.indice} assente`];
  const confronti: readonly (readonly [boolean, string])[] = [
    [remoto.importo === voluto.importo, `importo ${remoto.importo ?? "assente"} centesimi invece di ${voluto.importo}`],
    [isUguale(remoto.idDominio, voluto.idDominio), `beneficiario ${remoto.idDominio} invece di ${voluto.idDominio}`],
    [isUguale(remoto.causale, rigaPagoPa(voluto.causale)), "causale diversa"],
    [isUguale(remoto.categoria, voluto.categoria), `tassonomia ${remoto.categoria} invece di ${voluto.categoria}`],
    [(remoto.iban ?? "") === (voluto.accredito.tipo === "conto" ? voluto.accredito.iban : ""), "conto di accredito diverso"],
  ];
  return confronti.flatMap(([uguale, testo]) => (uguale ? [] : [`trasferimento ${voluto.indice}: ${testo}`]));
};

/** Fields that differ between what the archive should have and what it has, in words for an operator; none = the same. */
export const findDifferenze = (voluta: PosizioneDebitoria, remota: PosizioneRemota): readonly string[] => {
  const [opzione, altra] = remota.opzioni;
  if (!opzione) return ["la posizione non ha opzioni di pagamento"];
  const { trasferimenti } = opzione;
  const attesi = voluta.trasferimenti.length;
  const confronti: readonly (readonly [boolean, string])[] = [
    [altra === undefined, `opzioni di pagamento: ${remota.opzioni.length}, attesa una`],
    [opzione.numeroAvviso === voluta.numeroAvviso, `numero avviso: ${opzione.numeroAvviso ?? "assente"}`],
    [opzione.importo === voluta.importo, `importo: ${opzione.importo ?? "assente"} centesimi invece di ${voluta.importo}`],
    // A causale may hold personal data: it is said to differ, and not repeated.
    [isUguale(opzione.causale, rigaPagoPa(voluta.causale)), "causale diversa"],
    [nelGiorno(opzione.scadenza) === voluta.scadenza, `scadenza: ${nelGiorno(opzione.scadenza) ?? "assente"} invece di ${voluta.scadenza}`],
    [trasferimenti.length === attesi, `trasferimenti: ${trasferimenti.length} invece di ${attesi}`],
  ];
  return [
    ...confronti.flatMap(([uguale, testo]) => (uguale ? [] : [testo])),
    ...voluta.trasferimenti.flatMap((trasferimento) => diffTrasferimento(trasferimento, trasferimenti)),
  ];
};
