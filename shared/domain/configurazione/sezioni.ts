/**
 * The configuration of the installation (reference 2.15): one entry per section, replaced as a whole. A section never written has its
 * defaults, which are here and not in the registry: who corrects a default corrects it for every installation that did not choose otherwise.
 */
import type { VoceAnagrafica } from "../anagrafiche/creditore.ts";

export const SEZIONI = [
  "giornaleEventi",
  "servizioGDE",
  "tracciatoCsv",
  "hardening",
  "mailBatch",
  "avvisaturaMail",
  "avvisaturaAppIO",
  "appIOBatch",
  "accessoCittadini",
  "federazione",
  "pecBatch",
  "send",
  "marcheDaBollo",
] as const;
export type NomeSezione = (typeof SEZIONI)[number];

export type ValoreSezione = Readonly<Record<string, unknown>>;

export interface SezioneConfigurazione extends VoceAnagrafica {
  readonly sezione: NomeSezione;
  readonly valore: ValoreSezione;
}

/** The configuration as a whole. */
export interface VistaConfigurazione {
  readonly sezioni: ReadonlyMap<NomeSezione, ValoreSezione>;
  /** Grows with every write of a section. */
  readonly versione: number;
}

/** New values by section; a section that is not there stays as it is, an empty one goes back to its defaults. */
export type SezioniRichieste = Readonly<Partial<Record<NomeSezione, ValoreSezione>>>;

/** What a section is where nobody wrote it; `giornaleEventi` has its own file, `tracciatoCsv` no default: the built-in columns hold. */
export const PREDEFINITE: Readonly<Record<Exclude<NomeSezione, "giornaleEventi">, ValoreSezione | undefined>> = {
  servizioGDE: { abilitato: false },
  tracciatoCsv: undefined,
  hardening: { abilitato: false },
  mailBatch: { abilitato: false },
  avvisaturaMail: {
    promemoriaAvviso: { allegaPdf: true },
    promemoriaRicevuta: { allegaPdf: true, soloEseguiti: true },
    promemoriaScadenza: { preavviso: 10 },
  },
  avvisaturaAppIO: {
    promemoriaAvviso: {},
    promemoriaRicevuta: { soloEseguiti: true },
    promemoriaScadenza: { preavviso: 10 },
  },
  appIOBatch: { abilitato: false, timeToLive: 3600 },
  accessoCittadini: { abilitato: false, durata: { inattivitaMinuti: 30, massimaMinuti: 480 }, provider: [], urlLogin: [], urlLogout: [] },
  federazione: { abilitato: false, backEnd: [] },
  pecBatch: { abilitato: false, caselle: [] },
  send: { abilitato: false, enti: [] },
  marcheDaBollo: { emittenti: [] },
};

/** Fields that are written and never read back, wherever they are in a section. */
export const SEGRETI_DI_SEZIONE: readonly string[] = ["password", "secretKey", "headerValue", "apiKey", "clientSecret"];

const isOggetto = (valore: unknown): valore is ValoreSezione => typeof valore === "object" && valore !== null && !Array.isArray(valore);

/** The section without its secrets, at any depth. */
export const withoutSegreti = (valore: ValoreSezione): ValoreSezione =>
  Object.fromEntries(
    Object.entries(valore)
      .filter(([campo]) => !SEGRETI_DI_SEZIONE.includes(campo))
      .map(([campo, figlio]) => [campo, isOggetto(figlio) ? withoutSegreti(figlio) : figlio]),
  );

/** Where a secret goes and who it is of: with another of these it is not the same secret. */
const IDENTITA = ["host", "url", "serverURL", "urlTokenEndpoint", "siteKey", "username", "headerName", "apiId", "clientId"];

const isStessoPosto = (nuovo: ValoreSezione, registrato: ValoreSezione): boolean =>
  IDENTITA.every((campo) => nuovo[campo] === registrato[campo]);

/**
 * The section to store: the secrets that the request leaves out are those stored, but only for the same user at the same place. Otherwise who
 * changes the address would have the secret sent there.
 */
export const keepSegreti = (nuovo: ValoreSezione, registrato: ValoreSezione | undefined): ValoreSezione => {
  if (!registrato || !isStessoPosto(nuovo, registrato)) return nuovo;
  const figli = Object.entries(nuovo).map(([campo, figlio]) => {
    const suo = registrato[campo];
    return [campo, isOggetto(figlio) ? keepSegreti(figlio, isOggetto(suo) ? suo : undefined) : figlio] as const;
  });
  const conservati = SEGRETI_DI_SEZIONE.filter((campo) => nuovo[campo] == null && typeof registrato[campo] === "string");
  return { ...Object.fromEntries(figli), ...Object.fromEntries(conservati.map((campo) => [campo, registrato[campo]])) };
};

/** A name of user, whatever the kind of credentials, and the secret that goes with it. */
const COPPIE = [
  ["username", "password"],
  ["siteKey", "secretKey"],
  ["headerName", "headerValue"],
  ["apiId", "apiKey"],
  ["clientId", "clientSecret"],
] as const;

/** The first secret that is missing, with its place; undefined when none is. */
export const findSegretoMancante = (valore: ValoreSezione, dove: string): string | undefined => {
  const mancante = COPPIE.find(([nome, segreto]) => valore[nome] != null && valore[segreto] == null);
  if (mancante) return `${dove}.${mancante[1]}`;
  for (const [campo, figlio] of Object.entries(valore)) {
    const trovato = isOggetto(figlio) ? findSegretoMancante(figlio, `${dove}.${campo}`) : undefined;
    if (trovato !== undefined) return trovato;
  }
  return undefined;
};

/** Every address of a section that we call, with its place: a host of mail counts too. */
export const indirizziDi = (valore: ValoreSezione, dove: string): readonly (readonly [campo: string, url: string])[] =>
  Object.entries(valore).flatMap(([campo, figlio]): (readonly [string, string])[] => {
    const posto = `${dove}.${campo}`;
    if (Array.isArray(figlio)) return figlio.filter(isOggetto).flatMap((voce) => [...indirizziDi(voce, posto)]);
    if (isOggetto(figlio)) return [...indirizziDi(figlio, posto)];
    if (typeof figlio !== "string") return [];
    if (["url", "serverURL", "urlTokenEndpoint", "emittente"].includes(campo)) return [[posto, figlio]];
    return campo === "host" ? [[posto, `https://${figlio}/`]] : [];
  });

const merge = (predefinito: ValoreSezione, valore: ValoreSezione): ValoreSezione => ({
  ...predefinito,
  ...Object.fromEntries(
    Object.entries(valore)
      .filter(([, figlio]) => figlio !== null)
      .map(([campo, figlio]) => {
        const base = predefinito[campo];
        return [campo, isOggetto(base) && isOggetto(figlio) ? merge(base, figlio) : figlio];
      }),
  ),
});

/** A section as it holds: what was written over the defaults. undefined where there is neither. */
export const completeSezione = (nome: keyof typeof PREDEFINITE, valore: ValoreSezione = {}): ValoreSezione | undefined => {
  const predefinita = PREDEFINITE[nome];
  return predefinita === undefined && Object.keys(valore).length === 0 ? undefined : merge(predefinita ?? {}, valore);
};
