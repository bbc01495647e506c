/**
 * Columns of the MyPay line (1.0–1.4) and of the Piattaforma Unitaria (2.0, Italian and English): the same debt under names that grew with the
 * versions. Names are compared without case, since the two products write them differently.
 */
type Colonna = { readonly nomi: readonly string[]; readonly obbligatoria?: true };

const colonna = (...nomi: readonly string[]): Colonna => ({ nomi });
const obbligatoria = (...nomi: readonly string[]): Colonna => ({ nomi, obbligatoria: true });

/** Field → names it may have in a header. */
export const COLONNE = {
  iud: obbligatoria("IUD"),
  iuv: colonna("codIuv", "iuv"),
  tipoSoggetto: obbligatoria("tipoIdentificativoUnivoco", "entityType"),
  identificativo: obbligatoria("codiceIdentificativoUnivoco", "fiscalCode"),
  anagrafica: obbligatoria("anagraficaPagatore", "fullName"),
  indirizzo: colonna("indirizzoPagatore", "address"),
  civico: colonna("civicoPagatore", "civic"),
  cap: colonna("capPagatore", "postalCode"),
  localita: colonna("localitaPagatore", "location"),
  provincia: colonna("provinciaPagatore", "province"),
  nazione: colonna("nazionePagatore", "nation"),
  email: colonna("mailPagatore", "emailPagatore", "e-mailPagatore", "email"),
  pec: colonna("pecPagatore", "pec"),
  dataScadenza: colonna("dataEsecuzionePagamento", "dataScadenzaPagamento", "dueDate"),
  importo: obbligatoria("importoDovuto", "amount"),
  commissione: colonna("commissioneCaricoPa", "paCommissionCents"),
  tipoDovuto: obbligatoria("tipoDovuto", "debtPositionTypeCode"),
  tipoVersamento: colonna("tipoVersamento", "paymentTypeCode"),
  causale: obbligatoria("causaleVersamento", "remittanceInformation"),
  datiSpecifici: colonna("datiSpecificiRiscossione", "legacyPaymentMetadata"),
  bilancio: colonna("bilancio", "balance"),
  generaIuv: colonna("flgGeneraIuv", "flagGeneraIuv", "generateNotice"),
  multiBeneficiario: colonna("flagMultiBeneficiario", "flgMultibeneficiario", "flagMultiBeneficiary"),
  azione: obbligatoria("azione", "action"),
  bozza: colonna("draft"),
  iupd: colonna("IUPD", "iupdOrg"),
  descrizionePosizione: colonna("descrizionePosizioneDebitoria", "description"),
  dataValidita: colonna("dataValidita", "validityDate"),
  indiceOpzione: colonna("indiceOpzionePagamento", "paymentOptionIndex"),
  tipoOpzione: colonna("tipoOpzionePagamento", "paymentOptionType"),
  descrizioneOpzione: colonna("descrizioneOpzionePagamento", "paymentOptionDescription"),
  dataNotifica: colonna("dataNotifica", "notificationDate"),
  piuDebitori: colonna("multiDebtor", "flgCoobbligato", "coobbligato"),
  pagamentoPu: colonna("flagPagamentoPu", "flagPuPagoPaPayment"),
  numeroBeneficiari: colonna("numeroBeneficiari", "numberBeneficiary"),
  configurazione: colonna("configurazioniEsecuzione", "executionConfig"),
} as const satisfies Readonly<Record<string, Colonna>>;
export type CampoMypay = keyof typeof COLONNE;

const SECONDARIO = "EnteSecondario";
const campiBeneficiario = (suffisso: string): Readonly<Record<string, readonly string[]>> =>
  suffisso === SECONDARIO
    ? {
        idDominio: [`codiceFiscale${SECONDARIO}`],
        denominazione: [`denominazione${SECONDARIO}`],
        iban: [`ibanAccredito${SECONDARIO}`],
        causale: [`causaleVersamento${SECONDARIO}`],
        importo: [`importoVersamento${SECONDARIO}`],
        tassonomia: [`datiSpecificiRiscossione${SECONDARIO}`, `codiceTassonomia${SECONDARIO}`],
      }
    : {
        idDominio: [`codiceFiscaleEnte${suffisso}`, `orgFiscalCode${suffisso}`],
        denominazione: [`denominazioneEnte${suffisso}`, `orgName${suffisso}`],
        iban: [`ibanAccreditoEnte${suffisso}`, `iban${suffisso}`],
        causale: [`causaleVersamentoEnte${suffisso}`, `remittanceInformation${suffisso}`],
        importo: [`importoVersamentoEnte${suffisso}`, `amount${suffisso}`],
        tassonomia: [`codiceTassonomiaEnte${suffisso}`, `category${suffisso}`, `datiSpecificiRiscossioneEnte${suffisso}`],
      };

const INDIRIZZI = ["indirizzo", "civico", "cap", "localita", "provincia", "nazione"];
const ALTRI_BENEFICIARI = [SECONDARIO, "_2", "_3", "_4", "_5"];

/** Where a field of a beneficiary stands, by its lower-case name. */
const BENEFICIARI: readonly (readonly [suffisso: string, Readonly<Record<string, readonly string[]>>])[] = ALTRI_BENEFICIARI.map(
  (suffisso) => [suffisso, campiBeneficiario(suffisso)],
);

/** Columns that a file of refused rows adds: ours and those of the other two products. They are read as if they were not there. */
export const COLONNE_SCARTI = ["motivo_scarto", "coderrore", "deerrore", "cod_rifiuto", "de_rifiuto", "errorcode", "errormessage"];

const minuscolo = (nome: string): string => nome.trim().toLowerCase();

/** Columns accepted and not used: addresses of the other beneficiaries. */
const IGNORATE = new Set([
  ...COLONNE_SCARTI,
  ...ALTRI_BENEFICIARI.flatMap((suffisso) =>
    INDIRIZZI.map((nome) => minuscolo(suffisso === SECONDARIO ? `${nome}${suffisso}` : `${nome}Ente${suffisso}`)),
  ),
]);

export interface PosizioniMypay {
  readonly campi: Readonly<Partial<Record<CampoMypay, number>>>;
  readonly beneficiari: readonly Readonly<Record<string, number>>[];
}

const CAMPI = Object.keys(COLONNE) as CampoMypay[];

const cerca = (indici: ReadonlyMap<string, number>, nomi: readonly string[]): number | undefined => {
  for (const nome of nomi) {
    const indice = indici.get(minuscolo(nome));
    if (indice !== undefined) return indice;
  }
  return undefined;
};

export const isMypay = (colonne: readonly string[]): boolean => {
  const nomi = new Set(colonne.map(minuscolo));
  return nomi.has("iud") && (nomi.has("importodovuto") || nomi.has("amount") || nomi.has("azione") || nomi.has("action"));
};

/** Where each field is, and what is wrong with the header: a column that is missing, repeated, or that nobody knows. */
export const locateColonne = (colonne: readonly string[]): { readonly posizioni: PosizioniMypay; readonly difetti: readonly string[] } => {
  const indici = new Map(colonne.map((nome, i) => [minuscolo(nome), i]));
  const trovate = CAMPI.map((campo) => [campo, cerca(indici, COLONNE[campo].nomi)] as const);
  const beneficiari = BENEFICIARI.map(([, campi]) =>
    Object.fromEntries(
      Object.entries(campi).flatMap(([campo, nomi]) => {
        const indice = cerca(indici, nomi);
        return indice === undefined ? [] : [[campo, indice] as const];
      }),
    ),
  ).filter((campi) => Object.keys(campi).length > 0);
  const note = new Set([...trovate.flatMap(([, i]) => i ?? []), ...beneficiari.flatMap((b) => Object.values(b))]);
  const difetti = [
    ...trovate.flatMap(([campo, i]) =>
      "obbligatoria" in COLONNE[campo] && i === undefined ? [`manca la colonna ${COLONNE[campo].nomi[0]}`] : [],
    ),
    ...colonne.flatMap((nome, i) =>
      note.has(i) || IGNORATE.has(minuscolo(nome)) || nome.trim() === "" ? [] : [`colonna non prevista: ${nome.slice(0, 60)}`],
    ),
  ];
  const campi: Partial<Record<CampoMypay, number>> = {};
  for (const [campo, i] of trovate) if (i !== undefined) campi[campo] = i;
  return { posizioni: { campi, beneficiari }, difetti };
};

/** The version is the first that has the columns found. */
export const versioneDi = ({ campi, beneficiari }: PosizioniMypay): string => {
  if (campi.numeroBeneficiari !== undefined || campi.bozza !== undefined || campi.iupd !== undefined || campi.pagamentoPu !== undefined)
    return "2.0";
  if (campi.multiBeneficiario !== undefined || beneficiari.length > 0 || campi.dataValidita !== undefined) return "1.4";
  if (campi.generaIuv !== undefined) return "1.3";
  if (campi.bilancio !== undefined) return "1.2";
  return campi.datiSpecifici !== undefined ? "1.1" : "1.0";
};
