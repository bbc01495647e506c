/**
 * The payment request of the legacy family (RPT 6.2): names as in PagInf_RPT_RT_6_2_0.xsd so that schema and code can be read side by side, amounts in cents,
 * instants in UTC. It is what a legacy attempt keeps as `rpt`, and from which its XML is written again whenever it is asked.
 */
import type { Creditore } from "../anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../esito.ts";
import { fromJsonNodo } from "../pagamenti/json-nodo.ts";
import type { MarcaDaBollo } from "../pagamenti/messaggi-nodo.ts";
import type { Trasferimento } from "../pagamenti/trasferimenti.ts";
import type { Pendenza, Soggetto } from "../pendenze/pendenza.ts";
import { giornoDi } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";
import { type IdentificativoUnivoco, type SoggettoStorico, toSoggettoStorico } from "./soggetti.ts";

export type TipoVersamento = "BBT" | "BP" | "AD" | "CP" | "PO" | "OBEP" | "OTH" | "JIF" | "MYBK" | "PPAL";
export type AutenticazioneSoggetto = "CNS" | "USR" | "OTH" | "N/A";

export interface EnteBeneficiario {
  readonly identificativoUnivocoBeneficiario: IdentificativoUnivoco<"G">;
  readonly denominazioneBeneficiario: string;
  readonly codiceUnitOperBeneficiario?: string;
  readonly denomUnitOperBeneficiario?: string;
  readonly indirizzoBeneficiario?: string;
  readonly civicoBeneficiario?: string;
  readonly capBeneficiario?: string;
  readonly localitaBeneficiario?: string;
  readonly provinciaBeneficiario?: string;
  readonly nazioneBeneficiario?: string;
}

export interface SingoloVersamento {
  /** Cents. */
  readonly importoSingoloVersamento: bigint;
  readonly ibanAccredito?: string;
  readonly bicAccredito?: string;
  readonly ibanAppoggio?: string;
  readonly bicAppoggio?: string;
  readonly causaleVersamento: string;
  readonly datiSpecificiRiscossione: string;
  readonly datiMarcaBolloDigitale?: MarcaDaBollo;
}

export interface DatiVersamento {
  /** Day, Europe/Rome. */
  readonly dataEsecuzionePagamento: string;
  /** Cents: the sum of the rows. */
  readonly importoTotaleDaVersare: bigint;
  readonly tipoVersamento: TipoVersamento;
  readonly identificativoUnivocoVersamento: string;
  readonly codiceContestoPagamento: string;
  readonly ibanAddebito?: string;
  readonly bicAddebito?: string;
  readonly firmaRicevuta: "0";
  readonly datiSingoloVersamento: readonly SingoloVersamento[];
}

export interface Rpt {
  readonly versioneOggetto: string;
  readonly dominio: { readonly identificativoDominio: string; readonly identificativoStazioneRichiedente?: string };
  /** Unique for creditor and day; chosen once for an attempt, so that sending it again is the same request. */
  readonly identificativoMessaggioRichiesta: string;
  /** Instant; written as a wall clock in Rome. */
  readonly dataOraMessaggioRichiesta: string;
  readonly autenticazioneSoggetto: AutenticazioneSoggetto;
  readonly soggettoVersante?: SoggettoStorico<"Versante">;
  readonly soggettoPagatore: SoggettoStorico<"Pagatore">;
  readonly enteBeneficiario: EnteBeneficiario;
  readonly datiVersamento: DatiVersamento;
}

export interface DatiRpt {
  /** What is left to pay, as `resolveTrasferimenti` gives it. */
  readonly trasferimenti: readonly Trasferimento[];
  readonly idStazione: string;
  readonly ccp: string;
  /** 1..35 characters. */
  readonly idMessaggio: string;
  /** Instant of the request. */
  readonly adesso: string;
  /** PO when a PSP activated it, BBT for WISP (reference 1.3). */
  readonly tipoVersamento: TipoVersamento;
  readonly autenticazione?: AutenticazioneSoggetto;
  readonly versante?: Soggetto;
  /** Account of the payer, as the PSP gave it. */
  readonly ibanAddebito?: string;
  readonly bicAddebito?: string;
}

export const VERSIONE_RPT = "6.2.0";
/** "There is one context only": legacy model 1 (pagopa.md 2.1). */
export const CCP_UNICO = "n/a";
const RIGHE_MASSIME = 5;
/** Base64: the schema takes 70 characters, and base64 comes four by four. */
const HASH_MASSIMO = 68;

/** The digits 6, 7 and 8 came with Request-to-Pay: the legacy schema says "other" for all of them. */
export const datiSpecificiDi = (categoria: string): string =>
  categoria
    .replace(/\s+/g, "")
    .replace(/^[6-8]\//, "9/")
    .slice(0, 140);
const DATI_SPECIFICI = /^[0129]\/\S{3,138}$/;

/** The creditor as beneficiary; with the operating unit of the debt its address, else the creditor's own. */
export function enteBeneficiarioDi({ dominio, unita }: Creditore, idUnitaOperativa: string | undefined): EnteBeneficiario {
  const ufficio = unita.find(({ idUnita }) => idUnita === idUnitaOperativa);
  const { indirizzo, civico, cap, localita, provincia, nazione } = ufficio ?? dominio;
  return {
    identificativoUnivocoBeneficiario: { tipoIdentificativoUnivoco: "G", codiceIdentificativoUnivoco: dominio.idDominio },
    denominazioneBeneficiario: dominio.ragioneSociale,
    ...(ufficio && { codiceUnitOperBeneficiario: ufficio.idUnita, denomUnitOperBeneficiario: ufficio.ragioneSociale }),
    ...(indirizzo !== undefined && { indirizzoBeneficiario: indirizzo }),
    ...(civico !== undefined && { civicoBeneficiario: civico }),
    ...(cap !== undefined && { capBeneficiario: cap }),
    ...(localita !== undefined && { localitaBeneficiario: localita }),
    ...(provincia !== undefined && { provinciaBeneficiario: provincia }),
    ...(nazione !== undefined && { nazioneBeneficiario: nazione }),
  };
}

function toSingoloVersamento(trasferimento: Trasferimento, { conti }: Creditore): SingoloVersamento {
  const { accredito, importo, causale, categoria } = trasferimento;
  const comune = {
    importoSingoloVersamento: importo,
    causaleVersamento: causale,
    datiSpecificiRiscossione: datiSpecificiDi(categoria),
  };
  if (accredito.tipo === "bollo") return { ...comune, datiMarcaBolloDigitale: accredito.marca };
  const bic = (iban: string | undefined): string | undefined => conti.find((conto) => conto.iban === iban)?.bic;
  const { iban, ibanAppoggio } = accredito;
  const bicAccredito = bic(iban);
  const bicAppoggio = bic(ibanAppoggio);
  return {
    ...comune,
    ibanAccredito: iban,
    ...(bicAccredito !== undefined && { bicAccredito }),
    ...(ibanAppoggio !== undefined && { ibanAppoggio }),
    ...(ibanAppoggio !== undefined && bicAppoggio !== undefined && { bicAppoggio }),
  };
}

/** Why the legacy family cannot ask a debt: several beneficiaries have codes of their own (reference 3.11, 4.3). */
export interface ImpedimentoRpt {
  readonly multibeneficiario: boolean;
  /** In Italian. */
  readonly descrizione: string;
}

/** What the family has no words for (the Node would refuse the RPT, pagopa.md 2.1). */
function findImpedimento({ idDominio }: Pendenza, dati: DatiRpt): ImpedimentoRpt | undefined {
  const altrui = dati.trasferimenti.find((t) => t.idDominio !== idDominio);
  if (altrui) {
    const descrizione = `Voce ${altrui.indice}: una RPT non paga un altro ente beneficiario (${altrui.idDominio}), occorre una stazione di versione V2`;
    return { multibeneficiario: true, descrizione };
  }
  const descrizione = findForma(dati);
  return descrizione === undefined ? undefined : { multibeneficiario: false, descrizione };
}

/** Number of rows, stamps and categories: what is said of them, in Italian. */
function findForma({ trasferimenti, tipoVersamento, ibanAddebito }: DatiRpt): string | undefined {
  if (trasferimenti.length < 1 || trasferimenti.length > RIGHE_MASSIME) return `una RPT ha da 1 a ${RIGHE_MASSIME} versamenti`;
  if (tipoVersamento === "PO" && trasferimenti.length > 1) return "Un pagamento attivato presso il PSP ha una sola voce";
  if (tipoVersamento === "PO" && trasferimenti[0]?.accredito.tipo === "bollo")
    return "Un pagamento attivato presso il PSP non può essere una marca da bollo telematica";
  if (tipoVersamento === "AD" && ibanAddebito === undefined) return "L'addebito diretto richiede il conto di addebito";
  const bollo = trasferimenti.find(({ accredito }) => accredito.tipo === "bollo" && accredito.marca.hashDocumento.length > HASH_MASSIMO);
  if (bollo) return `Voce ${bollo.indice}: l'impronta del documento supera ${HASH_MASSIMO} caratteri`;
  const categoria = trasferimenti.find((t) => !DATI_SPECIFICI.test(datiSpecificiDi(t.categoria)));
  return categoria && `Voce ${categoria.indice}: la categoria ${categoria.categoria} non è ammessa nei dati specifici di riscossione`;
}

/**
 * The request for what is left to pay of a debt.
 * @returns why this debt cannot be asked with the legacy family.
 */
export function rptDi(pendenza: Pendenza, creditore: Creditore, dati: DatiRpt): Esito<Rpt, ImpedimentoRpt> {
  const impedimento = findImpedimento(pendenza, dati);
  if (impedimento !== undefined) return ko(impedimento);
  const { trasferimenti, idStazione, ccp, idMessaggio, adesso, tipoVersamento, autenticazione, versante, ibanAddebito, bicAddebito } = dati;
  return ok({
    versioneOggetto: VERSIONE_RPT,
    dominio: { identificativoDominio: pendenza.idDominio, identificativoStazioneRichiedente: idStazione },
    identificativoMessaggioRichiesta: idMessaggio,
    dataOraMessaggioRichiesta: adesso,
    autenticazioneSoggetto: autenticazione ?? "N/A",
    ...(versante && { soggettoVersante: toSoggettoStorico("Versante", versante) }),
    soggettoPagatore: toSoggettoStorico("Pagatore", pendenza.debitore),
    enteBeneficiario: enteBeneficiarioDi(creditore, pendenza.idUnitaOperativa),
    datiVersamento: {
      dataEsecuzionePagamento: giornoDi(adesso),
      importoTotaleDaVersare: sumImporti(trasferimenti.map(({ importo }) => importo)),
      tipoVersamento,
      identificativoUnivocoVersamento: pendenza.iuv,
      codiceContestoPagamento: ccp,
      ...(ibanAddebito !== undefined && { ibanAddebito }),
      ...(bicAddebito !== undefined && { bicAddebito }),
      firmaRicevuta: "0",
      datiSingoloVersamento: trasferimenti.map((trasferimento) => toSingoloVersamento(trasferimento, creditore)),
    },
  });
}

/** Back from the JSON that an attempt keeps (`toJsonNodo(rpt)`). */
export const rptFromJson = (json: Readonly<Record<string, unknown>>): Rpt => fromJsonNodo<Rpt>(json);
