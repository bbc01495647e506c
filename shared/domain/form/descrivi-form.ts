/**
 * A form told to whoever has to draw it (docs/form.md): what the JSON Schema and the UI schema say of each field, together and in one language or in all.
 * A form of another kind is told as it was written.
 */
import { isOggetto, type Nodo, readSchema } from "../schemi/schema.ts";
import type { ConfigurazioneForm } from "./configurazione-form.ts";
import { type CampoForm, type DescrizioneForm, readDescrizione, type Testi, TIPO_FORM } from "./descrizione-form.ts";
import { LINGUE_FORM, type LinguaForm } from "./lingue-form.ts";
import { CAMPO_CONSENSO } from "./prepara-dati.ts";

/** In one language the text, else those there are. */
type Detto = string | Testi;

export interface CampoDescritto {
  readonly nome: string;
  readonly etichetta: Detto;
  readonly aiuto?: Detto;
  readonly aspetto: CampoForm["aspetto"];
  readonly obbligatorio: boolean;
  readonly calcolato: boolean;
  /** Expression: who cannot evaluate it asks the preview which fields are shown. */
  readonly quando?: string;
  readonly scelte?: readonly { readonly valore: string; readonly etichetta: Detto }[];
  readonly file?: CampoForm["file"];
  /** Of the JSON Schema. */
  readonly tipo?: string;
  readonly formato?: string;
  readonly modello?: string;
  readonly lunghezzaMinima?: number;
  readonly lunghezzaMassima?: number;
  readonly minimo?: number;
  readonly massimo?: number;
}

export interface FormDescritta {
  readonly titolo?: Detto;
  readonly descrizione?: Detto;
  readonly lingue: readonly LinguaForm[];
  readonly campi: readonly CampoDescritto[];
  readonly sezioni: readonly { readonly titolo: Detto; readonly campi: readonly string[]; readonly quando?: string }[];
  readonly importoCalcolato: boolean;
  readonly informativa?: {
    readonly versione: string;
    readonly testo: Detto;
    readonly url?: string;
    readonly obbligatoria: boolean;
    /** Where in the data goes the version that was accepted. */
    readonly campo: string;
  };
  readonly schema?: unknown;
}

const LIVELLI_MASSIMI = 10;

const say = (testi: Testi, lingua: LinguaForm | undefined): Detto =>
  lingua === undefined ? testi : (testi[lingua] ?? testi.it ?? Object.values(testi)[0] ?? "");

/** The schema of a field, references followed; undefined when the schema says nothing of it. */
const nodoDelCampo = (schema: unknown, definizione: unknown, percorso: readonly string[]): Nodo | undefined => {
  const letto = readSchema(definizione);
  if (!letto.ok) return undefined;
  let qui: unknown = schema;
  const resolve = (): void => {
    for (let i = 0; i < LIVELLI_MASSIMI && isOggetto(qui) && typeof qui["$ref"] === "string"; i += 1)
      qui = letto.valore.riferimenti.get(qui["$ref"]);
  };
  for (const nome of percorso) {
    resolve();
    const proprieta = isOggetto(qui) ? qui["properties"] : undefined;
    qui = isOggetto(proprieta) && Object.hasOwn(proprieta, nome) ? proprieta[nome] : undefined;
  }
  resolve();
  return isOggetto(qui) ? qui : undefined;
};

const isRichiesto = (schema: unknown, nome: string): boolean =>
  isOggetto(schema) && Array.isArray(schema["required"]) && schema["required"].includes(nome);

const daSchema = (nodo: Nodo | undefined): Partial<CampoDescritto> => {
  const testo = (nome: string): string | undefined => (typeof nodo?.[nome] === "string" ? nodo[nome] : undefined);
  const numero = (nome: string): number | undefined => (typeof nodo?.[nome] === "number" ? nodo[nome] : undefined);
  const parole = {
    ...{ tipo: testo("type"), formato: testo("format"), modello: testo("pattern") },
    ...{
      lunghezzaMinima: numero("minLength"),
      lunghezzaMassima: numero("maxLength"),
      minimo: numero("minimum"),
      massimo: numero("maximum"),
    },
  };
  return Object.fromEntries(Object.entries(parole).filter(([, valore]) => valore !== undefined));
};

const describe = (
  { campi, sezioni, importo, informativa, ...testi }: DescrizioneForm,
  validazione: unknown,
  lingua?: LinguaForm,
): FormDescritta => {
  const schema = validazione === undefined ? undefined : readSchema(validazione);
  const radice = schema?.ok ? schema.valore.radice : undefined;
  const usate = new Set(campi.flatMap(({ etichetta }) => Object.keys(etichetta)));
  return {
    ...(testi.titolo && { titolo: say(testi.titolo, lingua) }),
    ...(testi.descrizione && { descrizione: say(testi.descrizione, lingua) }),
    lingue: LINGUE_FORM.filter((l) => l === "it" || usate.has(l)),
    campi: campi.map((campo) => ({
      ...{ nome: campo.nome, etichetta: say(campo.etichetta, lingua), aspetto: campo.aspetto, calcolato: campo.calcola !== undefined },
      obbligatorio: campo.obbligatorio || (campo.percorso.length === 1 && isRichiesto(radice, campo.nome)),
      ...(campo.aiuto && { aiuto: say(campo.aiuto, lingua) }),
      ...(campo.quando && { quando: campo.quando.testo }),
      ...(campo.scelte && { scelte: campo.scelte.map(({ valore, etichetta }) => ({ valore, etichetta: say(etichetta, lingua) })) }),
      ...(campo.file && { file: campo.file }),
      ...(radice !== undefined && daSchema(nodoDelCampo(radice, validazione, campo.percorso))),
    })),
    sezioni: sezioni.map(({ titolo, campi: nomi, quando }) => ({
      ...{ titolo: say(titolo, lingua), campi: nomi },
      ...(quando && { quando: quando.testo }),
    })),
    importoCalcolato: importo !== undefined,
    ...(informativa && { informativa: { ...informativa, testo: say(informativa.testo, lingua), campo: CAMPO_CONSENSO } }),
    ...(radice !== undefined && { schema: radice }),
  };
};

/** Undefined when the form is of another kind, or cannot be read: its author was told when it was saved. */
export const describeForm = ({ form, validazione }: ConfigurazioneForm, lingua?: LinguaForm): FormDescritta | undefined => {
  if (form?.tipo.toLowerCase() !== TIPO_FORM) return undefined;
  const letta = readDescrizione(form.definizione);
  return letta.ok ? describe(letta.valore, validazione, lingua) : undefined;
};
