/**
 * How a form is drawn (UI schema of type `fiorino`, docs/form.md): names of the fields of the JSON Schema, with labels in five languages, conditions, computed
 * values, uploads and the privacy notice. Read within limits and with every expression compiled, so that a mistake is told to its author.
 */
import { type Esito, ko, ok } from "../esito.ts";
import { compileEspressione, type Espressione } from "../tracciati/espressioni/espressione.ts";
import { LINGUE_FORM, type LinguaForm } from "./lingue-form.ts";
import { testoModello } from "./trasforma-dati.ts";

export const TIPO_FORM = "fiorino";
export type Testi = Readonly<Partial<Record<LinguaForm, string>>>;

export const ASPETTI = ["testo", "area", "numero", "importo", "data", "scelta", "spunta", "file", "impronta", "nascosto"] as const;
export type Aspetto = (typeof ASPETTI)[number];

/** An expression with the text it was read from: portals show it, we run it. */
export interface Calcolo {
  readonly testo: string;
  readonly calcola: Espressione;
}

export interface CampoForm {
  /** Name in the data; dots for what is inside. */
  readonly nome: string;
  readonly percorso: readonly string[];
  readonly etichetta: Testi;
  readonly aiuto?: Testi;
  readonly aspetto: Aspetto;
  /** Required where it is shown: JSON Schema cannot say it of a field that depends on another. */
  readonly obbligatorio: boolean;
  readonly scelte?: readonly { readonly valore: string; readonly etichetta: Testi }[];
  readonly quando?: Calcolo;
  /** Computed by us, whatever was sent. */
  readonly calcola?: Calcolo;
  readonly file?: { readonly tipi: readonly string[]; readonly massimoByte: number };
}

export interface SezioneForm {
  readonly titolo: Testi;
  readonly campi: readonly string[];
  readonly quando?: Calcolo;
}

export interface Informativa {
  readonly versione: string;
  readonly testo: Testi;
  readonly url?: string;
  readonly obbligatoria: boolean;
}

export interface DescrizioneForm {
  readonly titolo?: Testi;
  readonly descrizione?: Testi;
  readonly campi: readonly CampoForm[];
  readonly sezioni: readonly SezioneForm[];
  /** Euro: the amount that is paid. */
  readonly importo?: Calcolo;
  readonly informativa?: Informativa;
}

const CAMPI_MASSIMI = 100;
const SEZIONI_MASSIME = 20;
const SCELTE_MASSIME = 500;
const TESTO_MASSIMO = 4_000;
const DEFINIZIONE_MASSIMA = 200_000;
const NOME = /^[A-Za-z_][\w-]{0,59}(?:\.[A-Za-z_][\w-]{0,59}){0,4}$/;
/** Kinds of file whose first bytes tell what they are. */
export const TIPI_FILE = ["application/pdf", "image/jpeg", "image/png", "application/pkcs7-mime"] as const;
const FILE_PREDEFINITO = 1_000_000;
export const FILE_MASSIMO = 3_000_000;

/** Why the definition is not accepted; caught where it is read. */
class Difetto extends Error {}

type Campi = Readonly<Record<string, unknown>>;
const isCampi = (valore: unknown): valore is Campi => typeof valore === "object" && valore !== null && !Array.isArray(valore);

const checkNomi = (campi: Campi, ammessi: readonly string[], dove: string): void => {
  const ignoto = Object.keys(campi).find((nome) => !ammessi.includes(nome));
  if (ignoto !== undefined) throw new Difetto(`${dove}.${ignoto.slice(0, 60)}: campo non previsto`);
};

const testoDi = (valore: unknown, dove: string): string => {
  if (typeof valore !== "string" || valore === "" || valore.length > TESTO_MASSIMO)
    throw new Difetto(`${dove}: atteso un testo da 1 a ${TESTO_MASSIMO} caratteri`);
  return valore;
};

/** A plain text is Italian. */
export const testiDi = (valore: unknown, dove: string): Testi => {
  if (typeof valore === "string") return { it: testoDi(valore, dove) };
  if (!isCampi(valore) || Object.keys(valore).length === 0) throw new Difetto(`${dove}: atteso un testo, o un testo per lingua`);
  checkNomi(valore, LINGUE_FORM, dove);
  return Object.fromEntries(Object.entries(valore).map(([lingua, testo]) => [lingua, testoDi(testo, `${dove}.${lingua}`)]));
};

const calcoloDi = (valore: unknown, dove: string): Calcolo => {
  const testo = testoDi(valore, dove);
  const letta = compileEspressione(/^\{\{([^{}]*)\}\}$/.exec(testo.trim())?.[1] ?? testo, "form");
  if (!letta.ok) throw new Difetto(`${dove}: ${letta.errore}`);
  return { testo, calcola: letta.valore };
};

const elencoDi = (valore: unknown, massimo: number, dove: string): readonly unknown[] => {
  if (!Array.isArray(valore) || valore.length > massimo) throw new Difetto(`${dove}: atteso un elenco di al massimo ${massimo} elementi`);
  return valore;
};

const booleanoDi = (valore: unknown, dove: string): boolean => {
  if (valore !== undefined && typeof valore !== "boolean") throw new Difetto(`${dove}: atteso vero o falso`);
  return valore === true;
};

const fileDi = (valore: unknown, dove: string): NonNullable<CampoForm["file"]> => {
  const campi = valore ?? {};
  if (!isCampi(campi)) throw new Difetto(`${dove}: attesi tipi e massimoByte`);
  checkNomi(campi, ["tipi", "massimoByte"], dove);
  const tipi = elencoDi(campi["tipi"] ?? ["application/pdf"], TIPI_FILE.length, `${dove}.tipi`).map(String);
  const ignoto = tipi.find((tipo) => !TIPI_FILE.some((noto) => noto === tipo));
  if (ignoto !== undefined || tipi.length === 0) throw new Difetto(`${dove}.tipi: ammessi ${TIPI_FILE.join(", ")}`);
  const massimoByte = campi["massimoByte"] ?? FILE_PREDEFINITO;
  if (typeof massimoByte !== "number" || !Number.isInteger(massimoByte) || massimoByte < 1 || massimoByte > FILE_MASSIMO)
    throw new Difetto(`${dove}.massimoByte: atteso un numero da 1 a ${FILE_MASSIMO}`);
  return { tipi, massimoByte };
};

const scelteDi = (valore: unknown, dove: string): NonNullable<CampoForm["scelte"]> =>
  elencoDi(valore, SCELTE_MASSIME, dove).map((scelta, i) => {
    if (!isCampi(scelta)) throw new Difetto(`${dove}[${i}]: attesi valore ed etichetta`);
    checkNomi(scelta, ["valore", "etichetta"], `${dove}[${i}]`);
    return {
      valore: testoDi(scelta["valore"], `${dove}[${i}].valore`),
      etichetta: testiDi(scelta["etichetta"], `${dove}[${i}].etichetta`),
    };
  });

const CAMPI_CAMPO = ["nome", "etichetta", "aiuto", "aspetto", "obbligatorio", "scelte", "quando", "calcola", "file"];

const campoDi = (valore: unknown, i: number): CampoForm => {
  const nome = isCampi(valore) ? valore["nome"] : undefined;
  if (!isCampi(valore) || typeof nome !== "string" || !NOME.test(nome)) throw new Difetto(`campi[${i}].nome: atteso il nome di un campo`);
  const dove = `campi[${i}] ${nome}`;
  checkNomi(valore, CAMPI_CAMPO, dove);
  const aspetto = ASPETTI.find((a) => a === (valore["aspetto"] ?? "testo"));
  if (!aspetto) throw new Difetto(`${dove}.aspetto: ammessi ${ASPETTI.join(", ")}`);
  if (valore["file"] !== undefined && aspetto !== "file") throw new Difetto(`${dove}.file: solo per l'aspetto file`);
  return {
    ...{ nome, percorso: nome.split("."), aspetto },
    etichetta: testiDi(valore["etichetta"] ?? nome, `${dove}.etichetta`),
    obbligatorio: booleanoDi(valore["obbligatorio"], `${dove}.obbligatorio`),
    ...(valore["aiuto"] !== undefined && { aiuto: testiDi(valore["aiuto"], `${dove}.aiuto`) }),
    ...(valore["scelte"] !== undefined && { scelte: scelteDi(valore["scelte"], `${dove}.scelte`) }),
    ...(valore["quando"] !== undefined && { quando: calcoloDi(valore["quando"], `${dove}.quando`) }),
    ...(valore["calcola"] !== undefined && { calcola: calcoloDi(valore["calcola"], `${dove}.calcola`) }),
    ...(aspetto === "file" && { file: fileDi(valore["file"], `${dove}.file`) }),
  };
};

const sezioneDi = (valore: unknown, i: number, nomi: readonly string[]): SezioneForm => {
  const dove = `sezioni[${i}]`;
  if (!isCampi(valore)) throw new Difetto(`${dove}: attesi titolo e campi`);
  checkNomi(valore, ["titolo", "campi", "quando"], dove);
  const campi = elencoDi(valore["campi"], CAMPI_MASSIMI, `${dove}.campi`).map(String);
  const ignoto = campi.find((nome) => !nomi.includes(nome));
  if (ignoto !== undefined) throw new Difetto(`${dove}.campi: ${ignoto.slice(0, 60)} non è tra i campi`);
  return {
    titolo: testiDi(valore["titolo"], `${dove}.titolo`),
    campi,
    ...(valore["quando"] !== undefined && { quando: calcoloDi(valore["quando"], `${dove}.quando`) }),
  };
};

/** Also of what has no form of its own. Throws Difetto. */
const informativaDi = (valore: unknown, dove: string): Informativa => {
  if (!isCampi(valore)) throw new Difetto(`${dove}: attesi versione e testo`);
  checkNomi(valore, ["versione", "testo", "url", "obbligatoria"], dove);
  const { versione, url } = valore;
  if (typeof versione !== "string" || !/^[\w.-]{1,35}$/.test(versione))
    throw new Difetto(`${dove}.versione: attesi da 1 a 35 caratteri, lettere, cifre, punto e trattino`);
  if (url !== undefined && (typeof url !== "string" || url.length > 500 || !/^https:\/\/[^\s<>"]+$/.test(url)))
    throw new Difetto(`${dove}.url: atteso un indirizzo https`);
  return {
    ...{
      versione,
      testo: testiDi(valore["testo"], `${dove}.testo`),
      obbligatoria: booleanoDi(valore["obbligatoria"], `${dove}.obbligatoria`),
    },
    ...(typeof url === "string" && { url }),
  };
};

const parse = (definizione: unknown): Campi => {
  const testo = testoModello(definizione);
  if (testo.length > DEFINIZIONE_MASSIMA) throw new Difetto(`oltre ${DEFINIZIONE_MASSIMA} caratteri`);
  try {
    const letta: unknown = JSON.parse(testo);
    if (isCampi(letta)) return letta;
  } catch {
    // The sentence below says it.
  }
  throw new Difetto("atteso un oggetto JSON, o il suo base64");
};

const CAMPI_FORM = ["titolo", "descrizione", "campi", "sezioni", "importo", "informativa"];

/** @param definizione the object, its JSON or its base64. Errors: which part is wrong and why, in Italian. */
export const readDescrizione = (definizione: unknown): Esito<DescrizioneForm> => {
  try {
    const letta = parse(definizione);
    checkNomi(letta, CAMPI_FORM, "form");
    const campi = elencoDi(letta["campi"] ?? [], CAMPI_MASSIMI, "campi").map(campoDi);
    const nomi = campi.map(({ nome }) => nome);
    const ripetuto = nomi.find((nome, i) => nomi.indexOf(nome) !== i);
    if (ripetuto !== undefined) throw new Difetto(`campi: ${ripetuto} compare più volte`);
    return ok({
      campi,
      sezioni: elencoDi(letta["sezioni"] ?? [], SEZIONI_MASSIME, "sezioni").map((sezione, i) => sezioneDi(sezione, i, nomi)),
      ...(letta["titolo"] !== undefined && { titolo: testiDi(letta["titolo"], "titolo") }),
      ...(letta["descrizione"] !== undefined && { descrizione: testiDi(letta["descrizione"], "descrizione") }),
      ...(letta["importo"] !== undefined && { importo: calcoloDi(letta["importo"], "importo") }),
      ...(letta["informativa"] !== undefined && { informativa: informativaDi(letta["informativa"], "informativa") }),
    });
  } catch (errore) {
    if (errore instanceof Difetto) return ko(errore.message);
    throw errore;
  }
};
