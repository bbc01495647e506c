/**
 * Schemas as tables: a row per field, the fields of nested objects after theirs with the whole path, the named objects in a table of their own to
 * which the others lead. A cycle is a link like any other.
 */
import type { Schema } from "../tools/client/tipi.ts";
import { escapeHtml, renderRiga, renderTabella } from "./testo.ts";

export interface SchemaDescritto extends Schema {
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, SchemaDescritto>>;
  readonly items?: SchemaDescritto;
  readonly anyOf?: readonly SchemaDescritto[];
  readonly oneOf?: readonly SchemaDescritto[];
  readonly allOf?: readonly SchemaDescritto[];
}

const TIPI: Readonly<Record<string, string>> = {
  string: "testo",
  number: "numero",
  integer: "intero",
  boolean: "vero o falso",
  null: "null",
  object: "oggetto",
};
const FORMATI: Readonly<Record<string, string>> = {
  date: "data (AAAA-MM-GG)",
  "date-time": "istante (ISO 8601)",
  binary: "file",
  uri: "indirizzo (URI)",
  email: "indirizzo di posta",
};
/** A longer pattern explains nothing to who reads. */
const MODELLO_LEGGIBILE = 60;
const SU_UNA_RIGA = "^\\P{Cc}*$";

function modelloDi({ pattern, format }: SchemaDescritto): readonly string[] {
  if (pattern === undefined || format !== undefined) return [];
  if (pattern === SU_UNA_RIGA) return ["su una riga"];
  if (pattern.includes("-02-29")) return ["istante ISO 8601"];
  return pattern.length <= MODELLO_LEGGIBILE ? [`come ${codici([pattern])}`] : [];
}

const nomeDi = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);
const scelteDi = ({ anyOf, oneOf }: SchemaDescritto): readonly SchemaDescritto[] => anyOf ?? oneOf ?? [];

const codici = (valori: readonly unknown[]): string => valori.map((valore) => `<code>${escapeHtml(String(valore))}</code>`).join(", ");

const between = (da: number | undefined, a: number | undefined, unita: string): readonly string[] => {
  if (da === undefined && a === undefined) return [];
  if (da === a) return [`${da}${unita}`];
  if (a === undefined) return [`almeno ${da}${unita}`];
  return [da === undefined || da === 0 ? `al più ${a}${unita}` : `da ${da} a ${a}${unita}`];
};

/** What a value must respect beyond its type. */
function limitiDi(schema: SchemaDescritto): readonly string[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, default: predefinito } = schema;
  return [
    ...between(minLength, maxLength, " caratteri"),
    ...between(minimum, maximum, ""),
    ...between(minItems, maxItems, " elementi"),
    ...modelloDi(schema),
    ...(predefinito === undefined ? [] : [`predefinito ${codici([JSON.stringify(predefinito)])}`]),
  ];
}

/** The schemas of a page: those asked for, and those that they lead to, each in one section. */
export class Schemi {
  private readonly noti: Readonly<Record<string, SchemaDescritto>>;
  private readonly sezioni = new Map<string, { readonly nome: string; readonly schema: SchemaDescritto }>();

  constructor(noti: Readonly<Record<string, SchemaDescritto>> = {}) {
    this.noti = noti;
  }

  private resolve(schema: SchemaDescritto): SchemaDescritto {
    let risolto = schema;
    // Names of names end: a component never names itself alone.
    for (let i = 0; risolto.$ref !== undefined && i < 10; i += 1) risolto = this.noti[nomeDi(risolto.$ref)] ?? {};
    return risolto;
  }

  private isOggetto(schema: SchemaDescritto): boolean {
    const { properties, allOf } = this.resolve(schema);
    return properties !== undefined || allOf !== undefined;
  }

  /** Whether it has fields, in one form or in several. */
  private isStruttura(schema: SchemaDescritto): boolean {
    return this.isOggetto(schema) || scelteDi(this.resolve(schema)).some((scelta) => this.isStruttura(scelta));
  }

  private link(nome: string, schema: SchemaDescritto): string {
    const id = nome.replace(/\W+/g, "-");
    if (!this.sezioni.has(id)) this.sezioni.set(id, { nome, schema });
    return `<a href="#schema-${id}">${escapeHtml(nome)}</a>`;
  }

  /** A type in words, as HTML; `posto` names what has no name. */
  tipo(schema: SchemaDescritto, posto: string): string {
    if (schema.$ref !== undefined) {
      const nome = nomeDi(schema.$ref);
      return this.isStruttura(schema) ? this.link(nome, this.resolve(schema)) : this.withLimiti(this.resolve(schema), posto);
    }
    if (schema.const !== undefined) return codici([schema.const]);
    if (schema.enum) return `uno tra ${codici(schema.enum)}`;
    const scelte = scelteDi(schema);
    if (scelte.length > 0) return this.unione(scelte, posto);
    if (schema.allOf) return [...new Set(schema.allOf.map((parte) => this.tipo(parte, posto)))].join(" e ");
    const [tipo = "object"] = [schema.type ?? []].flat();
    if (tipo === "array")
      return `elenco di ${schema.items?.properties ? "oggetti" : schema.items ? this.withLimiti(schema.items, posto) : "valori"}`;
    const nome =
      FORMATI[schema.format ?? ""] ??
      [schema.type ?? "object"]
        .flat()
        .map((uno) => TIPI[uno] ?? uno)
        .join(" o ");
    return nome === "oggetto" && schema.properties === undefined ? "oggetto libero" : nome;
  }

  private unione(scelte: readonly SchemaDescritto[], posto: string): string {
    const oggetti = scelte.filter((scelta) => scelta.$ref === undefined && this.isOggetto(scelta));
    const nomi = scelte.map((scelta) => {
      const numero = oggetti.indexOf(scelta);
      if (numero < 0) return this.withLimiti(scelta, posto);
      const nome = oggetti.length === 1 ? posto : `${posto}, forma ${numero + 1}`;
      return this.link(nome, scelta);
    });
    return [...new Set(nomi)].join(" oppure ");
  }

  /** A type with what its values must respect. */
  withLimiti(schema: SchemaDescritto, posto: string): string {
    const limiti = limitiDi(schema);
    return `${this.tipo(schema, posto)}${limiti.length === 0 ? "" : ` (${limiti.join(", ")})`}`;
  }

  private righe(schema: SchemaDescritto, posto: string, prefisso: string): readonly (readonly string[])[] {
    const { properties = {}, required = [], allOf = [] } = schema;
    return [
      ...allOf.flatMap((parte) => this.righe(this.resolve(parte), posto, prefisso)),
      ...Object.entries(properties).flatMap(([nome, campo]): readonly (readonly string[])[] => {
        const { description } = { ...this.resolve(campo), ...campo };
        const nomeIntero = `${prefisso}${nome}`;
        const riga = [
          `<code>${escapeHtml(nomeIntero)}</code>${required.includes(nome) ? ' <span class="fio-obbligatorio">obbligatorio</span>' : ""}`,
          this.withLimiti(campo, `${posto}.${nomeIntero}`),
          description === undefined ? "" : renderRiga(description),
        ];
        return [riga, ...this.annidate(campo, posto, nomeIntero)];
      }),
    ];
  }

  /** Rows of an object that has no name, or of a list of them. */
  private annidate(campo: SchemaDescritto, posto: string, nome: string): readonly (readonly string[])[] {
    if (campo.$ref !== undefined || scelteDi(campo).length > 0) return [];
    if (campo.properties) return this.righe(campo, posto, `${nome}.`);
    return campo.items ? this.annidate(campo.items, posto, `${nome}[]`) : [];
  }

  /** A schema where it is used: its table, or the sentence that tells it. */
  render(schema: SchemaDescritto, posto: string): string {
    const elenco = schema.type === "array" && schema.items?.$ref === undefined ? schema.items : undefined;
    const [oggetto, prefisso] = elenco ? [elenco, "[]."] : [schema, ""];
    if (oggetto.$ref !== undefined || !this.isOggetto(oggetto)) return `<p>${this.withLimiti(schema, posto)}.</p>`;
    return renderTabella(`Campi di ${posto}`, ["Campo", "Tipo", "Descrizione"], this.righe(oggetto, posto, prefisso));
  }

  /** The tables of what has been named so far, and of what they name. */
  renderSezioni(): string {
    const scritte: string[] = [];
    // A table may name others: they are added to the map while it is read.
    for (const [id, { nome, schema }] of this.sezioni) {
      const descrizione = schema.description === undefined ? "" : `<p>${renderRiga(schema.description)}</p>`;
      scritte.push(
        `<section class="fio-schema"><h3 class="h5" id="schema-${id}">${escapeHtml(nome)}</h3>${descrizione}${this.render(schema, nome)}</section>`,
      );
    }
    return scritte.join("\n");
  }
}
