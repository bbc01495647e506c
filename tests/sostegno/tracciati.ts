/** Bulk files as a municipality would send them, made by number: same number, same row. For tests and for the benchmark. */
import { INTESTAZIONE_GOVPAY } from "../../shared/domain/tracciati/formati/govpay.ts";
import { letteraDiControllo } from "../../shared/domain/valori/lettera-controllo.ts";

const NOMI = ["Mario", "Lucia", "Giuseppe", "Anna", "Niccolò", "Maria José", "Đorđe", "Chiara", "Ettore", "Zoë"];
const COGNOMI = ["Rossi", "Bianchi", "D'Angelo", "De Luca", "Esposito", "Müller", "Pàstina", "Ferrari", "Šimić", "Conti"];
const VIE = ["Via Roma", "Piazza Garibaldi", "Vicolo dell'Olmo", "Viale della Libertà", "Strada Provinciale 12; km 3"];

const scelto = (elenco: readonly string[], n: number): string => elenco[n % elenco.length] ?? "";

/** A tax code whose letters check out. */
export const codiceFiscaleDi = (n: number): string => {
  const giorno = String((n % 28) + 1).padStart(2, "0");
  const comune = `H${String(n % 1000).padStart(3, "0")}`;
  const anno = String(50 + (Math.floor(n / 28) % 50)).padStart(2, "0");
  const lettere = "BCDFGHLMNPRSTV";
  const nome = [0, 1, 2].map((i) => lettere[Math.floor(n / lettere.length ** i) % lettere.length]).join("");
  const senzaControllo = `RSS${nome}${anno}A${giorno}${comune}`;
  return senzaControllo + letteraDiControllo(senzaControllo);
};

export const centesimiDi = (n: number): number => 1000 + ((n * 37) % 90_000);
export const euroDi = (n: number): string => (centesimiDi(n) / 100).toFixed(2);

/** Quoted only when it must be, as spreadsheets do. */
export const cella = (testo: string, separatore = ";"): string =>
  testo.includes(separatore) || /["\n]/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo;

export const riga = (celle: readonly string[], separatore = ";"): string =>
  `${celle.map((c) => cella(c, separatore)).join(separatore)}\r\n`;

const MYPAY_1_3 =
  "IUD;codIuv;tipoIdentificativoUnivoco;codiceIdentificativoUnivoco;anagraficaPagatore;indirizzoPagatore;civicoPagatore;capPagatore;localitaPagatore;provinciaPagatore;nazionePagatore;mailPagatore;dataEsecuzionePagamento;importoDovuto;commissioneCaricoPa;tipoDovuto;tipoVersamento;causaleVersamento;datiSpecificiRiscossione;bilancio;flgGeneraIuv;azione";
const senza = (intestazione: string, ...colonne: readonly string[]): string =>
  intestazione
    .split(";")
    .filter((nome) => !colonne.includes(nome))
    .join(";");
const BENEFICIARIO =
  "flagMultiBeneficiario;codiceFiscaleEnteSecondario;denominazioneEnteSecondario;ibanAccreditoEnteSecondario;indirizzoEnteSecondario;civicoEnteSecondario;capEnteSecondario;localitaEnteSecondario;provinciaEnteSecondario;nazioneEnteSecondario;datiSpecificiRiscossioneEnteSecondario;causaleVersamentoEnteSecondario;importoVersamentoEnteSecondario";

/** Headers of the line, oldest first. */
export const INTESTAZIONI_MYPAY = {
  "1.0": senza(MYPAY_1_3, "bilancio", "flgGeneraIuv", "datiSpecificiRiscossione"),
  "1.1": senza(MYPAY_1_3, "bilancio", "flgGeneraIuv"),
  "1.2": senza(MYPAY_1_3, "flgGeneraIuv"),
  "1.3": MYPAY_1_3,
  "1.4": MYPAY_1_3.replace(";azione", `;${BENEFICIARIO};azione`).replace("dataEsecuzionePagamento", "dataScadenzaPagamento"),
  "2.0": [
    "azione;draft;IUPD;descrizionePosizioneDebitoria;dataValidita;indiceOpzionePagamento;tipoOpzionePagamento;descrizioneOpzionePagamento;iud;codIUV;dataEsecuzionePagamento;importoDovuto;causaleVersamento;tipoIdentificativoUnivoco;codiceIdentificativoUnivoco;anagraficaPagatore;indirizzoPagatore;civicoPagatore;capPagatore;localitaPagatore;provinciaPagatore;nazionePagatore;mailPagatore;dataNotifica;multiDebtor;datiSpecificiRiscossione;flgGeneraIuv;flagPagamentoPu;bilancio;tipoDovuto;flagMultiBeneficiario;numeroBeneficiari",
    ...[2, 3, 4, 5].map(
      (n) =>
        `codiceFiscaleEnte_${n};DenominazioneEnte_${n};IbanAccreditoEnte_${n};CausaleVersamentoEnte_${n};importoVersamentoEnte_${n};codiceTassonomiaEnte_${n}`,
    ),
    "configurazioniEsecuzione",
  ].join(";"),
  "2.0-eng": [
    "action;draft;iupdOrg;description;validityDate;paymentOptionIndex;paymentOptionType;paymentOptionDescription;iud;iuv;dueDate;amount;remittanceInformation;entityType;fiscalCode;fullName;address;civic;postalCode;location;province;nation;email;notificationDate;multiDebtor;legacyPaymentMetadata;generateNotice;flagPuPagoPaPayment;balance;debtPositionTypeCode;flagMultibeneficiary;numberBeneficiary",
    ...[2, 3, 4, 5].map((n) => `orgFiscalCode_${n};orgName_${n};iban_${n};remittanceInformation_${n};amount_${n};category_${n}`),
    "executionConfig",
  ].join(";"),
} as const;
export type VersioneMypay = keyof typeof INTESTAZIONI_MYPAY;

/** English names of 2.0, by the Italian ones: the columns are in the same order. */
const valoriPer = (versione: VersioneMypay): readonly string[] => INTESTAZIONI_MYPAY[versione === "2.0-eng" ? "2.0" : versione].split(";");

export interface OpzioniMypay {
  readonly versione?: VersioneMypay;
  readonly tipoDovuto?: string;
  readonly prefisso?: string;
  readonly azione?: "I" | "M" | "A";
  readonly scadenza?: string;
  /** Cells by (Italian) column, in place of the generated ones. */
  readonly celle?: Readonly<Record<string, string>>;
}

export const rigaMypay = (n: number, opzioni: OpzioniMypay = {}): string => {
  const { versione = "1.3", tipoDovuto = "TARI", prefisso = "IUD", azione = "I", scadenza = "2999-12-31", celle = {} } = opzioni;
  const valori: Readonly<Record<string, string>> = {
    iud: `${prefisso}-${String(n).padStart(7, "0")}`,
    tipoidentificativounivoco: "F",
    codiceidentificativounivoco: codiceFiscaleDi(n),
    anagraficapagatore: `${scelto(NOMI, n)} ${scelto(COGNOMI, Math.floor(n / 10))}`,
    indirizzopagatore: scelto(VIE, n),
    civicopagatore: String((n % 200) + 1),
    cappagatore: "35100",
    localitapagatore: "Padova",
    provinciapagatore: "PD",
    nazionepagatore: "IT",
    mailpagatore: n % 3 === 0 ? `cittadino${n}@posta.example` : "",
    dataesecuzionepagamento: scadenza,
    datascadenzapagamento: scadenza,
    importodovuto: euroDi(n),
    tipodovuto: tipoDovuto,
    tipoversamento: "ALL",
    causaleversamento: `TARI 2026, utenza ${n}`,
    datispecificiriscossione: "9/0101101IM/",
    flggeneraiuv: "true",
    flagpagamentopu: "true",
    draft: "false",
    flagmultibeneficiario: "false",
    numerobeneficiari: versione.startsWith("2.0") ? "1" : "",
    tipoopzionepagamento: "SINGLE_INSTALLMENT",
    azione,
    ...Object.fromEntries(Object.entries(celle).map(([nome, valore]) => [nome.toLowerCase(), valore])),
  };
  return riga(valoriPer(versione).map((nome) => valori[nome.toLowerCase()] ?? ""));
};

/** A whole file of rows from 1. */
export const fileMypay = (righe: number, opzioni: OpzioniMypay = {}): string =>
  `${INTESTAZIONI_MYPAY[opzioni.versione ?? "1.3"]}\r\n${Array.from({ length: righe }, (_, i) => rigaMypay(i + 1, opzioni)).join("")}`;

export interface OpzioniGovpay {
  readonly idA2A: string;
  readonly idDominio: string;
  readonly codEntrata?: string;
  /** Cells by position. */
  readonly celle?: Readonly<Record<number, string>>;
}

export const rigaGovpay = (n: number, { idA2A, idDominio, codEntrata = "TARI", celle = {} }: OpzioniGovpay): string => {
  const valori: Record<number, string> = {
    0: idA2A,
    1: `GP-${String(n).padStart(7, "0")}`,
    2: idDominio,
    4: codEntrata,
    6: `TARI 2026, utenza ${n}`,
    7: "2026",
    12: euroDi(n),
    14: "2999-12-31",
    16: "F",
    17: codiceFiscaleDi(n),
    18: `${scelto(NOMI, n)} ${scelto(COGNOMI, Math.floor(n / 10))}`,
    27: "1",
    28: euroDi(n),
    29: "TARI",
    34: codEntrata,
    ...celle,
  };
  return riga(
    INTESTAZIONE_GOVPAY.map((_, i) => valori[i] ?? ""),
    ",",
  );
};

export const fileGovpay = (righe: number, opzioni: OpzioniGovpay): string =>
  `${INTESTAZIONE_GOVPAY.join(",")}\r\n${Array.from({ length: righe }, (_, i) => rigaGovpay(i + 1, opzioni)).join("")}`;
