/** What a printed notice says, from the debts it is for and the registry of their creditor. */
import type { Creditore, Recapiti } from "../../domain/anagrafiche/creditore.ts";
import { findBollettino } from "../../domain/pendenze/bollettino-pendenza.ts";
import type { Pendenza, Soggetto } from "../../domain/pendenze/pendenza.ts";
import { sortPerStampa } from "../../domain/pendenze/stampabilita.ts";
import { buildQrAvviso, QR_PROVA } from "../../domain/valori/qr-avviso.ts";
import type { AvvisoDaStampare, EnteDaStampare, FormaPagamento, LinguaSecondaria, PagamentoDaStampare } from "../../ports/stampa-avviso.ts";

/** What a caller may ask: a language, none ("false"), or nothing, and then the debt decides. */
export type LinguaChiesta = LinguaSecondaria | "false" | undefined;

const LINGUE: readonly string[] = ["de", "en", "fr", "sl"] satisfies readonly LinguaSecondaria[];
const isLingua = (testo: string | undefined): testo is LinguaSecondaria => testo !== undefined && LINGUE.includes(testo);

/** Bytes of the base64 image of the registry, data URL or not; a text that is not base64 is left out, as an unreadable logo is. */
const toBytes = (base64: string | undefined): Uint8Array | undefined => {
  if (base64 === undefined || base64 === "") return undefined;
  try {
    return Uint8Array.from(atob(base64.replace(/^data:[^,]*,/, "")), (carattere) => carattere.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const unisci = (parti: readonly (string | undefined)[], separatore: string): string | undefined =>
  parti.filter((parte) => parte !== undefined && parte !== "").join(separatore) || undefined;

export const indirizzoDi = ({ indirizzo, civico, cap, localita, provincia }: Partial<Soggetto>): string | undefined =>
  unisci([unisci([indirizzo, civico], " "), unisci([cap, localita, provincia && `(${provincia})`], " ")], ", ");

const contattiDi = ({ tel, email, pec }: Recapiti): string | undefined => unisci([tel, email ?? pec], " - ");

const testoDi = (proprieta: Pendenza["proprieta"], nome: string): string | undefined => {
  const valore = proprieta?.[nome];
  return typeof valore === "string" ? valore : undefined;
};

/** The second language of what is printed for a debt, with the causale in it. */
export const linguaDi = (
  proprieta: Pendenza["proprieta"],
  lingua: LinguaChiesta,
): Pick<AvvisoDaStampare, "linguaSecondaria"> & { readonly causaleSecondaria: string | undefined } => {
  const voluta = lingua ?? testoDi(proprieta, "linguaSecondaria");
  const propria = voluta === testoDi(proprieta, "linguaSecondaria");
  return {
    linguaSecondaria: isLingua(voluta) ? voluta : undefined,
    causaleSecondaria: propria ? testoDi(proprieta, "linguaSecondariaCausale") : undefined,
  };
};

// A creditor has one logo and many notices: decoded once while its registry entry is in memory.
const loghi = new WeakMap<Creditore, { readonly byte: Uint8Array | undefined }>();

const logoDi = (creditore: Creditore): Uint8Array | undefined => {
  const noto = loghi.get(creditore);
  if (noto !== undefined) return noto.byte;
  const byte = toBytes(creditore.dominio.logo);
  loghi.set(creditore, { byte });
  return byte;
};

/** For who hears the sheet instead of seeing it. */
export const sayProva = (prova: true | undefined, oggetto: string): string => (prova ? `PROVA, NON PAGABILE - ${oggetto}` : oggetto);

export const enteDi = (
  { idDominio, idUnitaOperativa }: Pick<Pendenza, "idDominio" | "idUnitaOperativa">,
  creditore: Creditore,
): EnteDaStampare => {
  const { dominio, unita } = creditore;
  const ufficio = unita.find(({ idUnita }) => idUnita === idUnitaOperativa);
  return {
    idDominio,
    ragioneSociale: dominio.ragioneSociale,
    unita: ufficio?.ragioneSociale ?? dominio.area,
    info: contattiDi(ufficio && contattiDi(ufficio) !== undefined ? ufficio : dominio),
    cbill: dominio.cbill,
    logo: logoDi(creditore),
    web: ufficio?.web ?? dominio.web,
  };
};

const formaDi = ({ documento }: Pendenza): FormaPagamento => {
  if (documento?.rata !== undefined) return { tipo: "rata", numero: documento.rata };
  const soglia = documento?.soglia;
  if (soglia === undefined) return { tipo: "unica" };
  const { tipo } = soglia;
  return tipo === "ENTRO" || tipo === "OLTRE" ? { tipo, giorni: soglia.giorni ?? 0 } : { tipo };
};

const pagamentoDi = (pendenza: Pendenza, creditore: Creditore): PagamentoDaStampare => {
  const { numeroAvviso, idDominio, importo, causale, proprieta, dataScadenza, prova } = pendenza;
  return {
    forma: formaDi(pendenza),
    oggetto: causale,
    importo,
    dataScadenza: testoDi(proprieta, "dataScandenzaAvviso") ?? dataScadenza,
    numeroAvviso,
    qr: prova ? QR_PROVA : buildQrAvviso(numeroAvviso, idDominio, importo),
    bollettino: prova ? undefined : findBollettino(pendenza, creditore),
  };
};

const describe = (pendenze: readonly [Pendenza, ...Pendenza[]], creditore: Creditore, lingua: LinguaChiesta): AvvisoDaStampare => {
  const [prima, ...altre] = pendenze;
  const { debitore, causale, proprieta, documento, prova } = prima;
  const linguaSecondaria = lingua ?? testoDi(proprieta, "linguaSecondaria");
  return {
    ente: enteDi(prima, creditore),
    debitore: { identificativo: debitore.identificativo, anagrafica: debitore.anagrafica, indirizzo: indirizzoDi(debitore) },
    oggetto: sayProva(prova, altre.length === 0 ? causale : (documento?.descrizione ?? causale)),
    ...(prova && { prova }),
    linguaSecondaria: isLingua(linguaSecondaria) ? linguaSecondaria : undefined,
    oggettoSecondario: testoDi(proprieta, "linguaSecondariaCausale"),
    informativaImporto: testoDi(proprieta, "informativaImportoAvviso"),
    informativaSecondaria: testoDi(proprieta, "linguaSecondariaInformativaImportoAvviso"),
    pagamenti: pendenze.map((pendenza) => pagamentoDi(pendenza, creditore)),
    // The same debts print the same bytes until one of them changes.
    dataStampa: pendenze.reduce((ultima, p) => (p.dataUltimoAggiornamento > ultima ? p.dataUltimoAggiornamento : ultima), ""),
  };
};

/** Who a sheet is addressed to: debts of one document may have more debtors, and nobody gets the sheet of another. */
const destinatarioDi = ({ debitore, idUnitaOperativa }: Pendenza): string =>
  JSON.stringify([debitore.identificativo.toUpperCase(), debitore.anagrafica, idUnitaOperativa]);

/** The notices of some debts of one creditor, in order of printing: one for each debtor. */
export const describeAvvisi = (
  pendenze: readonly Pendenza[],
  creditore: Creditore,
  lingua?: LinguaChiesta,
): readonly AvvisoDaStampare[] => {
  const gruppi = new Map<string, [Pendenza, ...Pendenza[]]>();
  for (const pendenza of sortPerStampa(pendenze)) {
    const gruppo = gruppi.get(destinatarioDi(pendenza));
    if (gruppo === undefined) gruppi.set(destinatarioDi(pendenza), [pendenza]);
    else gruppo.push(pendenza);
  }
  return [...gruppi.values()].map((gruppo) => describe(gruppo, creditore, lingua));
};
