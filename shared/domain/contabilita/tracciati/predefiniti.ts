/**
 * GovPay's own export connectors as layouts (reference 2.16), as far as their format is told: a creditor runs them as they are, or copies one under a name of its own
 * and changes it. What they attach besides (receipts, original flows) is downloaded from the API.
 */
import type { NomeFonte } from "./fonti.ts";
import type { CampoTracciato, FormatoCampo, LayoutTracciato } from "./tracciato-contabile.ts";

export interface TracciatoPredefinito {
  readonly nome: string;
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
  campo("IUV", "riscossione.iuv"),
  campo("CCP", "riscossione.iur"),
  campo("indiceDati", "riscossione.indice"),
  campo("IUR", "riscossione.iur"),
  costante("modelloPagamento", "4"),
  campo("singoloImportoPagato", "riscossione.importo"),
  campo("dataEsito", "riscossione.data"),
  campo("causaleVersamento", "pendenza.causale"),
  campo("datiSpecificiRiscossione", "voce.idEntrata"),
  campo("datiAllegati", "pendenza.datiAllegati"),
  campo("datiAllegatiVoce", "voce.datiAllegati"),
  campo("denominazioneAttestante", "flusso.ragioneSocialePsp"),
  campo("identificativoAttestante", "flusso.idPsp"),
  campo("contabilita", "voce.contabilita"),
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
  campo("tipoDovuto", "pendenza.idTipoPendenza"),
  campo("tipoVersamento"),
  campo("causaleVersamento", "pendenza.causale"),
  campo("datiSpecificiRiscossione", "voce.idEntrata"),
  campo("bilancio", "voce.bilancio"),
];

const QUOTE_MASSIME = 10;
const quotaDi = (numeroQuota: number): readonly CampoTracciato[] =>
  (["capitolo", "annoEsercizio", "accertamento", "importo"] as const).map((nome) => ({
    nome: `${nome}${numeroQuota}`,
    parti: [{ fonte: `quota.${nome}`, numeroQuota }],
  }));

/** Up to ten accounting quotes per amount, as HyperSIC APKappa takes them. The reference tells this and the two files, not the columns. */
const HYPERSIC: readonly CampoTracciato[] = [
  campo("idDominio", "riscossione.idDominio"),
  campo("iuv", "riscossione.iuv"),
  campo("iur", "riscossione.iur"),
  campo("idPendenza", "pendenza.idPendenza"),
  campo("causale", "pendenza.causale"),
  campo("identificativoDebitore", "debitore.identificativo"),
  campo("anagraficaDebitore", "debitore.anagrafica"),
  campo("importo", "riscossione.importo", "VIRGOLA"),
  campo("dataPagamento", "riscossione.data", "GG/MM/AAAA"),
  campo("idFlusso", "flusso.idFlusso"),
  campo("trn", "flusso.trn"),
  campo("dataRegolamento", "flusso.dataRegolamento", "GG/MM/AAAA"),
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

export const TRACCIATI_PREDEFINITI: readonly TracciatoPredefinito[] = [
  {
    nome: "govpay-rendicontazione",
    descrizione: "GovPay: le 27 colonne di govpay_rendicontazione.csv",
    layout: { ...COMUNE, sorgente: "RISCOSSIONI", dettaglio: GOVPAY, nomeFile: "govpay_rendicontazione_{da}_{a}.csv" },
  },
  {
    nome: "mypivot",
    descrizione: "MyPivot: 20 colonne, con il bilancio in XML",
    layout: { ...COMUNE, sorgente: "RISCOSSIONI", dettaglio: MYPIVOT, nomeFile: "{idDominio}-mypivot-{da}-{a}.csv" },
  },
  {
    nome: "hypersic",
    descrizione:
      "HyperSIC APKappa: pagamenti rendicontati, con un massimo di 10 quote; nomi e ordine delle colonne sono da concordare con il fornitore",
    layout: {
      ...COMUNE,
      sorgente: "RISCOSSIONI",
      dettaglio: HYPERSIC,
      filtri: { rendicontata: true },
      nomeFile: "{idDominio}-hypersic-{da}-{a}-001.csv",
    },
  },
  {
    nome: "hypersic-non-rendicontati",
    descrizione: "HyperSIC APKappa: pagamenti che da più di 5 giorni nessun flusso rendiconta, nel file con progressivo 999",
    layout: {
      ...{ ...COMUNE, sorgente: "RISCOSSIONI", dettaglio: HYPERSIC, nomeFile: "{idDominio}-hypersic-{da}-{a}-999.csv" },
      filtri: { nonRendicontataDaGiorni: 6 },
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
