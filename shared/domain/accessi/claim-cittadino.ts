/** From what a provider says of a person to a citizen: several spellings of the same claim, with and without the prefixes of eIDAS. */

import type { ProviderCittadini } from "../configurazione/accesso-cittadini.ts";
import { type Esito, ko, ok } from "../esito.ts";
import { isCodiceFiscale, isPartitaIva } from "../valori/codice-fiscale.ts";
import type { Cittadino, Delega } from "./cittadino.ts";
import type { Claims } from "./provider.ts";

/** Namespace of the attributes of SPID and CIE over OpenID Connect. */
const EID = "https://attributes.eid.gov.it/";
const GRAFIE = {
  codiceFiscale: [
    "fiscal_number",
    `${EID}fiscal_number`,
    "fiscalNumber",
    "fiscal_code",
    "fiscalCode",
    "codice_fiscale",
    "codiceFiscale",
    "tax_code",
  ],
  nome: ["given_name", "givenName", "nome", "name"],
  cognome: ["family_name", "familyName", "cognome", "surname"],
  email: ["email", "mail"],
  azienda: ["company_fiscal_number", `${EID}company_fiscal_number`, "companyFiscalNumber"],
  partitaIva: ["vat_number", `${EID}vat_number`, "vatNumber", "ivaCode", "partita_iva", "partitaIva"],
  ragioneSociale: ["company_name", `${EID}company_name`, "companyName", "ragione_sociale", "ragioneSociale"],
} as const;

const DELEGHE_MASSIME = 50;
const TESTO_MASSIMO = 255;

const readTesto = (claims: Claims, nomi: readonly (string | undefined)[]): string | undefined => {
  for (const nome of nomi) {
    const valore = nome !== undefined && Object.hasOwn(claims, nome) ? claims[nome] : undefined;
    if (typeof valore === "string" && valore.trim() !== "") return valore.trim().slice(0, TESTO_MASSIMO);
  }
  return undefined;
};

/** Without `TINIT-` or `VATIT-`; of another country's prefix nothing remains that pagoPA knows. */
const withoutPrefisso = (codice: string | undefined): string | undefined => codice?.toUpperCase().replace(/^(TINIT|VATIT)-/, "");

const isOggetto = (valore: unknown): valore is Claims => typeof valore === "object" && valore !== null && !Array.isArray(valore);

const readDelega = (claims: Claims): readonly Delega[] => {
  const partitaIva = withoutPrefisso(readTesto(claims, GRAFIE.partitaIva));
  const iva = partitaIva !== undefined && isPartitaIva(partitaIva) ? partitaIva : undefined;
  const azienda = withoutPrefisso(readTesto(claims, GRAFIE.azienda));
  const codiceFiscale = azienda !== undefined && isCodiceFiscale(azienda) ? azienda : iva;
  if (codiceFiscale === undefined) return [];
  return [
    {
      codiceFiscale,
      ...(iva !== undefined && { partitaIva: iva }),
      ragioneSociale: readTesto(claims, GRAFIE.ragioneSociale) ?? codiceFiscale,
    },
  ];
};

/** The company beside the person, and those of a list where the provider has one. */
const readDeleghe = (claims: Claims, claim: string | undefined): readonly Delega[] => {
  const elenco = claim !== undefined && Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  const voci = (Array.isArray(elenco) ? elenco : [])
    .slice(0, DELEGHE_MASSIME)
    .filter(isOggetto)
    // In a list the company is the subject: its own tax code has the plain name.
    .map((voce) => ({ company_fiscal_number: readTesto(voce, GRAFIE.codiceFiscale), ...voce }));
  const tutte = [claims, ...voci].flatMap(readDelega);
  return [...new Map(tutte.map((delega) => [delega.codiceFiscale, delega])).values()];
};

/** Level of an `acr`: of SPID, of CIE (`.../SpidL2`, `CIE_L3`) or a bare number. */
export const livelloDi = (acr: unknown): number | undefined => {
  const trovato = typeof acr === "string" ? /(?:^|L|_|-)([123])$/i.exec(acr.trim()) : undefined;
  return trovato ? Number(trovato[1]) : undefined;
};

/** Errors: what is missing, for the log. */
export const readCittadino = (
  claims: Claims,
  { id, claim = {}, livelloMinimo }: Pick<ProviderCittadini, "id" | "claim" | "livelloMinimo">,
): Esito<Cittadino> => {
  const livello = livelloDi(claims["acr"]);
  if (livelloMinimo !== undefined && (livello ?? 0) < livelloMinimo)
    return ko(`livello di autenticazione ${livello ?? "non detto"}: atteso almeno ${livelloMinimo}`);
  const codiceFiscale = withoutPrefisso(readTesto(claims, [claim.codiceFiscale, ...GRAFIE.codiceFiscale]));
  if (codiceFiscale === undefined) return ko("manca il codice fiscale");
  // The 11 digits of a provisional code could name a company: here only persons come in.
  if (codiceFiscale.length !== 16 || !isCodiceFiscale(codiceFiscale)) return ko("il codice fiscale non è quello di una persona");
  const campi = (["nome", "cognome", "email"] as const).flatMap((campo) => {
    const valore = readTesto(claims, [claim[campo], ...GRAFIE[campo]]);
    return valore === undefined ? [] : [[campo, valore] as const];
  });
  return ok({
    codiceFiscale,
    ...Object.fromEntries(campi),
    deleghe: readDeleghe(claims, claim.deleghe),
    provider: id,
    ...(livello !== undefined && { livello }),
  });
};

/** Whether what the first half of the login already said is there, or the userinfo endpoint is to be asked. */
export const hasCodiceFiscale = (claims: Claims, { claim = {} }: Pick<ProviderCittadini, "claim">): boolean =>
  readTesto(claims, [claim.codiceFiscale, ...GRAFIE.codiceFiscale]) !== undefined;
