/**
 * Requests and receipts of the modern family in the words of the legacy one (RPT and RT 6.2), for who reads only those. Nothing is sent in this
 * form: it is a translation of what was exchanged, and says no more than that.
 */
import type { Creditore } from "../anagrafiche/creditore.ts";
import { definiti } from "../definiti.ts";
import { fromJsonNodo } from "../pagamenti/json-nodo.ts";
import type { MarcaDaBollo, TransferV1, TransferV2 } from "../pagamenti/messaggi-nodo.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { giornoDi } from "../valori/date.ts";
import { fromNumeroJson, sumImporti } from "../valori/importo.ts";
import { datiSpecificiDi, enteBeneficiarioDi, type Rpt, type SingoloVersamento, VERSIONE_RPT } from "./rpt.ts";
import type { Rt, SingoloPagamento } from "./rt.ts";
import { toSoggettoStorico } from "./soggetti.ts";

/** A modern request as it is kept: the answer to paGetPayment or paGetPaymentV2. */
interface Richiesta {
  readonly transferList?: readonly (TransferV1 | TransferV2)[];
}

export interface PerRetrocompatibilita {
  readonly tentativo: Tentativo;
  readonly pendenza: Pendenza;
  readonly creditore: Creditore;
}

const isRecord = (valore: unknown): valore is Readonly<Record<string, unknown>> => typeof valore === "object" && valore !== null;
const testoDi = (valore: unknown): string => (typeof valore === "string" || typeof valore === "number" ? String(valore) : "");
const centesimiDi = (valore: unknown): bigint => {
  const importo = fromNumeroJson(Number(valore), "transferAmount");
  return importo.ok ? importo.valore : 0n;
};

const toVersamento = (transfer: TransferV1 | TransferV2): SingoloVersamento => {
  const marca: MarcaDaBollo | undefined = "richiestaMarcaDaBollo" in transfer ? transfer.richiestaMarcaDaBollo : undefined;
  return {
    importoSingoloVersamento: transfer.transferAmount,
    causaleVersamento: transfer.remittanceInformation,
    datiSpecificiRiscossione: datiSpecificiDi(transfer.transferCategory),
    ...(marca ? { datiMarcaBolloDigitale: marca } : definiti({ ibanAccredito: "IBAN" in transfer ? transfer.IBAN : undefined })),
  };
};

/** Undefined when there was no request: an attempt born from its receipt. */
export const rptRetrocompatibile = ({ tentativo, pendenza, creditore }: PerRetrocompatibilita): Rpt | undefined => {
  const { transferList = [] } = fromJsonNodo<Richiesta>(tentativo.rpt);
  if (transferList.length === 0) return undefined;
  const versamenti = transferList.map(toVersamento);
  return {
    versioneOggetto: VERSIONE_RPT,
    dominio: { identificativoDominio: tentativo.idDominio, identificativoStazioneRichiedente: tentativo.idStazione },
    identificativoMessaggioRichiesta: tentativo.ccp,
    dataOraMessaggioRichiesta: tentativo.dataRichiesta,
    autenticazioneSoggetto: "N/A",
    soggettoPagatore: toSoggettoStorico("Pagatore", pendenza.debitore),
    enteBeneficiario: enteBeneficiarioDi(creditore, pendenza.idUnitaOperativa),
    datiVersamento: {
      dataEsecuzionePagamento: giornoDi(tentativo.dataRichiesta),
      importoTotaleDaVersare: sumImporti(versamenti.map(({ importoSingoloVersamento }) => importoSingoloVersamento)),
      // Started at the PSP: the one word that the family has for it.
      tipoVersamento: "PO",
      identificativoUnivocoVersamento: tentativo.iuv,
      codiceContestoPagamento: tentativo.ccp,
      firmaRicevuta: "0",
      datiSingoloVersamento: versamenti,
    },
  };
};

const righeDi = ({ rt, idRicevuta, dataPagamento, commissioni }: Ricevuta): readonly SingoloPagamento[] => {
  const elenco = isRecord(rt["transferList"]) ? rt["transferList"]["transfer"] : undefined;
  return (Array.isArray(elenco) ? elenco : []).filter(isRecord).map((transfer, posto) => {
    const bollo = testoDi(transfer["MBDAttachment"]);
    return {
      singoloImportoPagato: centesimiDi(transfer["transferAmount"]),
      dataEsitoSingoloPagamento: giornoDi(dataPagamento),
      identificativoUnivocoRiscossione: idRicevuta,
      causaleVersamento: testoDi(transfer["remittanceInformation"]),
      datiSpecificiRiscossione: datiSpecificiDi(testoDi(transfer["transferCategory"])),
      // Of the payment as a whole: told once.
      ...(posto === 0 && commissioni !== undefined && { commissioniApplicatePSP: commissioni }),
      ...(bollo !== "" && { allegatoRicevuta: { tipoAllegatoRicevuta: "BD" as const, testoAllegato: bollo } }),
    };
  });
};

export const rtRetrocompatibile = (ricevuta: Ricevuta, { tentativo, pendenza, creditore }: PerRetrocompatibilita): Rt => {
  const eseguito = ricevuta.esito === "OK";
  return {
    versioneOggetto: VERSIONE_RPT,
    dominio: { identificativoDominio: ricevuta.idDominio, identificativoStazioneRichiedente: tentativo.idStazione },
    identificativoMessaggioRicevuta: ricevuta.idRicevuta,
    dataOraMessaggioRicevuta: ricevuta.dataRicezione,
    riferimentoMessaggioRichiesta: tentativo.ccp,
    riferimentoDataRichiesta: giornoDi(tentativo.dataRichiesta),
    istitutoAttestante: {
      identificativoUnivocoAttestante: { tipoIdentificativoUnivoco: "B", codiceIdentificativoUnivoco: ricevuta.idPsp },
      denominazioneAttestante: ricevuta.denominazionePsp,
    },
    enteBeneficiario: enteBeneficiarioDi(creditore, pendenza.idUnitaOperativa),
    ...(ricevuta.versante && { soggettoVersante: toSoggettoStorico("Versante", ricevuta.versante) }),
    soggettoPagatore: toSoggettoStorico("Pagatore", ricevuta.debitore),
    datiPagamento: {
      codiceEsitoPagamento: eseguito ? "0" : "1",
      importoTotalePagato: eseguito ? ricevuta.importo : 0n,
      identificativoUnivocoVersamento: ricevuta.iuv,
      CodiceContestoPagamento: tentativo.ccp,
      datiSingoloPagamento: eseguito ? righeDi(ricevuta) : [],
    },
  };
};
