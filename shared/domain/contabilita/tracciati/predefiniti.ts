/**
 * GovPay's own export connectors as layouts (reference 2.16): a creditor runs them as they are, or copies one under a name of its own and changes it. What they attach
 * besides (receipts, original flows) is downloaded from the API.
 */
import type { NomeFonte } from "./fonti.ts";
import type { NomePredefinito } from "./nomi-predefiniti.ts";
import { LUNGHEZZA_SECIM, SECIM } from "./predefinito-secim.ts";
import type { CampoTracciato, FormatoCampo, LayoutTracciato } from "./tracciato-contabile.ts";

export interface TracciatoPredefinito {
  readonly nome: NomePredefinito;
  readonly descrizione: string;
  readonly layout: LayoutTracciato;
}

const COMUNE: Omit<LayoutTracciato, "sorgente" | "dettaglio" | "nomeFile"> = {
  formato: "CSV",
  codifica: "UTF-8",
  fineRiga: "CRLF",
  separatore: ";",
  nomiColonne: true,
  radice: "tracciato",
  elemento: "riga",
  filtri: {},
};

const campo = (nome: string, fonte?: NomeFonte, formato?: FormatoCampo): CampoTracciato => ({
  nome,
  parti: fonte === undefined ? [] : [{ fonte, ...(formato !== undefined && { formato }) }],
});
const costante = (nome: string, valore: string): CampoTracciato => ({ nome, parti: [{ costante: valore }] });

/** The columns of govpay_rendicontazione.csv, in their order. The attestant is the PSP of the flow. */
const GOVPAY: readonly CampoTracciato[] = [
  campo("idA2A", "pendenza.idA2A"),
  campo("idPendenza", "pendenza.idPendenza"),
  campo("idDocumento", "pendenza.idDocumento"),
  campo("codiceRata", "pendenza.rata"),
  campo("dataScadenza", "pendenza.dataScadenza"),
  campo("idVocePendenza", "voce.idVocePendenza"),
  campo("idTipoPendenza", "pendenza.idTipoPendenza"),
  campo("descrizione", "pendenza.causale"),
  campo("descrizioneVoce", "voce.descrizione"),
  campo("anno", "pendenza.annoRiferimento"),
  campo("identificativoDebitore", "debitore.identificativo"),
  campo("anagraficaDebitore", "debitore.anagrafica"),
  campo("identificativoDominio", "riscossione.idDominio"),
  campo("identificativoUnivocoVersamento", "riscossione.iuv"),
  campo("codiceContestoPagamento", "riscossione.iur"),
  campo("indiceDati", "riscossione.indice"),
  campo("identificativoUnivocoRiscossione", "riscossione.iur"),
  costante("modelloPagamento", "4"),
  campo("singoloImportoPagato", "riscossione.importo"),
  campo("dataEsitoSingoloPagamento", "riscossione.data"),
  campo("causaleVersamento", "pendenza.causale"),
  campo("datiSpecificiRiscossione", "voce.idEntrata"),
  campo("datiAllegati", "pendenza.datiAllegati"),
  campo("datiAllegatiVoce", "voce.datiAllegati"),
  campo("denominazioneAttestante", "flusso.ragioneSocialePsp"),
  campo("identificativoAttestante", "flusso.idPsp"),
  campo("contabilita", "voce.contabilita"),
];

/** The columns of govpay_flussi_rendicontazione.csv: the header of the flow on each of its rows. */
const GOVPAY_FLUSSI: readonly CampoTracciato[] = [
  campo("identificativoFlusso", "flusso.idFlusso"),
  campo("dataOraFlusso", "flusso.data", "AAAA-MM-GGThh:mm:ss.SSS"),
  campo("identificativoDominio", "file.idDominio"),
  campo("identificativoUnivocoRegolamento", "flusso.trn"),
  campo("dataRegolamento", "flusso.dataRegolamento"),
  campo("codiceBicBancaDiRiversamento", "flusso.bicRiversamento"),
  campo("numeroTotalePagamenti", "flusso.numeroPagamenti"),
  campo("importoTotalePagamenti", "flusso.importoTotale"),
  campo("identificativoUnivocoVersamento", "rendicontazione.iuv"),
  campo("identificativoUnivocoRiscossione", "rendicontazione.iur"),
  campo("indiceDatiSingoloPagamento", "rendicontazione.indice"),
  campo("singoloImportoPagato", "rendicontazione.importo"),
  campo("codiceEsitoSingoloPagamento", "rendicontazione.esito"),
  campo("dataEsitoSingoloPagamento", "rendicontazione.data"),
  campo("denominazioneMittente", "flusso.ragioneSocialePsp"),
  campo("identificativoMittente", "flusso.idMittente"),
  campo("denominazioneRicevente", "file.ragioneSociale"),
  campo("identificativoRicevente", "file.idDominio"),
];

/** MyPay's file of payments notified by others: 20 columns, IUD = idA2A@idPendenza, the accounting as an XML inside its cell. */
const MYPIVOT: readonly CampoTracciato[] = [
  { nome: "IUD", parti: [{ fonte: "pendenza.idA2A" }, { costante: "@" }, { fonte: "pendenza.idPendenza" }] },
  campo("codIuv", "riscossione.iuv"),
  campo("tipoIdentificativoUnivoco", "debitore.tipo"),
  campo("codiceIdentificativoUnivoco", "debitore.identificativo"),
  campo("anagraficaPagatore", "debitore.anagrafica"),
  campo("indirizzoPagatore", "debitore.indirizzo"),
  campo("civicoPagatore", "debitore.civico"),
  campo("capPagatore", "debitore.cap"),
  campo("localitaPagatore", "debitore.localita"),
  campo("provinciaPagatore", "debitore.provincia"),
  campo("nazionePagatore", "debitore.nazione"),
  campo("mailPagatore", "debitore.email"),
  campo("dataEsecuzionePagamento", "riscossione.data"),
  campo("importoDovutoPagato", "riscossione.importo"),
  campo("commissioneCaricoPa"),
  campo("tipoDovuto", "mypivot.tipoDovuto"),
  campo("tipoVersamento"),
  campo("causaleVersamento", "pendenza.causale"),
  campo("datiSpecificiRiscossione", "voce.idEntrata"),
  campo("bilancio", "voce.bilancio"),
];

const QUOTE_MASSIME = 10;
const quotaDi = (numeroQuota: number): readonly CampoTracciato[] => [
  { nome: `LivelloContabile${numeroQuota}`, parti: [{ fonte: "hypersic.livelloContabile", numeroQuota }] },
  { nome: `CodificaContabile${numeroQuota}`, parti: [{ fonte: "hypersic.codificaContabile", numeroQuota }] },
  { nome: `QuotaContabile${numeroQuota}`, parti: [{ fonte: "quota.importo", formato: "CENTESIMI", numeroQuota }] },
];

/** HyperSIC APKappa: amounts in cents, up to ten accounting quotes per amount, each an assessment or a chapter. */
const HYPERSIC: readonly CampoTracciato[] = [
  campo("CodiceServizio", "hypersic.codiceServizio"),
  campo("DescrizioneServizio", "hypersic.descrizioneServizio"),
  campo("CodiceDebitore"),
  campo("CFPIVADebitore", "debitore.identificativo"),
  campo("NominativoDebitore", "debitore.anagrafica"),
  campo("CodiceDebito", "hypersic.codiceDebito"),
  campo("DataEmissione", "pendenza.dataCaricamento", "GG/MM/AAAA"),
  campo("CausaleDebito", "pendenza.causale"),
  campo("ImportoDebito", "pendenza.importo", "CENTESIMI"),
  campo("CodiceRata", "pendenza.rata"),
  campo("CodiceAvviso", "pendenza.numeroAvviso"),
  campo("CodiceIUV", "riscossione.iuv"),
  campo("DataScadenza", "pendenza.dataScadenza", "GG/MM/AAAA"),
  campo("DataPagamento", "riscossione.data", "GG/MM/AAAA"),
  campo("ImportoPagato", "riscossione.importo", "CENTESIMI"),
  campo("IstitutoMittente", "flusso.ragioneSocialePsp"),
  campo("ModalitaPagamento"),
  campo("IBANIncasso"),
  campo("CodiceFlussoRiversamento", "flusso.idFlusso"),
  campo("DataRiversamento", "flusso.dataRegolamento", "GG/MM/AAAA"),
  campo("Annotazioni"),
  ...Array.from({ length: QUOTE_MASSIME }, (_, n) => quotaDi(n + 1)).flat(),
];

const ACCERTAMENTI: readonly CampoTracciato[] = [
  ...(
    [
      "idUnitaOperativa",
      "idTipoPendenza",
      "annoEsercizio",
      "titolo",
      "tipologia",
      "categoria",
      "capitolo",
      "articolo",
      "accertamento",
    ] as const
  ).map((nome) => campo(nome, `accertamento.${nome}`)),
  campo("quote", "accertamento.quote"),
  ...(["pagato", "rendicontato", "incassato"] as const).map((nome) => campo(nome, `accertamento.${nome}`, "VIRGOLA")),
];

/** GovPay's own files have commas; those of the products, what the products want. */
const VIRGOLE = { ...COMUNE, separatore: "," } as const;

export const TRACCIATI_PREDEFINITI: readonly TracciatoPredefinito[] = [
  {
    nome: "govpay-rendicontazione",
    descrizione: "GovPay: le 27 colonne di govpay_rendicontazione.csv",
    layout: { ...VIRGOLE, sorgente: "RISCOSSIONI", dettaglio: GOVPAY, nomeFile: "govpay_rendicontazione_{da}_{a}.csv" },
  },
  {
    nome: "govpay-flussi-rendicontazione",
    descrizione: "GovPay: le 18 colonne di govpay_flussi_rendicontazione.csv, per i flussi arrivati nel periodo",
    layout: { ...VIRGOLE, sorgente: "RENDICONTAZIONI", dettaglio: GOVPAY_FLUSSI, nomeFile: "govpay_flussi_rendicontazione_{da}_{a}.csv" },
  },
  {
    nome: "mypivot",
    descrizione: "MyPivot: 20 colonne, con il bilancio in XML",
    layout: { ...COMUNE, sorgente: "RISCOSSIONI", dettaglio: MYPIVOT, nomeFile: "{idDominio}-mypivot-{da}-{a}.csv" },
  },
  {
    nome: "secim",
    descrizione: "SECIM: record di 2000 caratteri, con i codici del connettore del dominio",
    layout: {
      ...{ ...COMUNE, formato: "FISSO", codifica: "ISO-8859-1", fineRiga: "LF", lunghezzaRecord: LUNGHEZZA_SECIM },
      ...{ sorgente: "RISCOSSIONI", dettaglio: SECIM, nomeFile: "{idDominio}-secim-{da}-{a}.txt" },
    },
  },
  {
    nome: "hypersic",
    descrizione: "HyperSIC APKappa: pagamenti rendicontati, con un massimo di 10 quote",
    layout: {
      ...{ ...VIRGOLE, sorgente: "RISCOSSIONI", dettaglio: HYPERSIC, filtri: { rendicontata: true } },
      nomeFile: "RENDICONTAZIONE_AV20_{idDominio}_{aCompatta}_001.txt",
    },
  },
  {
    nome: "hypersic-non-rendicontati",
    descrizione: "HyperSIC APKappa: pagamenti che da più di 5 giorni nessun flusso rendiconta, nel file con progressivo 999",
    layout: {
      ...{ ...VIRGOLE, sorgente: "RISCOSSIONI", dettaglio: HYPERSIC, filtri: { nonRendicontataDaGiorni: 6 } },
      nomeFile: "RENDICONTAZIONE_AV20_{idDominio}_{aCompatta}_999.txt",
    },
  },
  {
    nome: "accertamenti",
    descrizione: "Totali del periodo per ufficio, tipo di pendenza, capitolo, accertamento e quota",
    layout: { ...COMUNE, sorgente: "ACCERTAMENTI", dettaglio: ACCERTAMENTI, nomeFile: "{idDominio}-accertamenti-{da}-{a}.csv" },
  },
];

export const findPredefinito = (nome: string): TracciatoPredefinito | undefined =>
  TRACCIATI_PREDEFINITI.find((tracciato) => tracciato.nome === nome);
