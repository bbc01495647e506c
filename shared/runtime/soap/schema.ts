/** A small engine that reads a tree by a description given as data: names, order, occurrence, types. It checks what the XSD checks and says it in Italian. */
import { NS_XSI } from "../../contracts/pagopa/namespaces.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Nodo } from "./xml-tree.ts";

/** An error is the path of the element, from the root down, and what is wrong with it. */
export interface ErroreSchema {
  readonly percorso: readonly string[];
  readonly motivo: string;
}

export type Tipo<T> = (nodo: Nodo) => Esito<T, ErroreSchema>;
/** A simple type sees only the text; its error says what the limit is. */
export type TipoSemplice<T> = (testo: string) => Esito<T>;

export interface Campo<T, O extends boolean> {
  readonly tipo: Tipo<T>;
  readonly obbligatorio: O;
}

type Campi = Readonly<Record<string, Campo<unknown, boolean>>>;
type ValoreDi<C> = C extends Campo<infer T, boolean> ? T : never;
export type Letto<C extends Campi> = {
  readonly [K in keyof C as C[K] extends Campo<unknown, true> ? K : never]: ValoreDi<C[K]>;
} & { readonly [K in keyof C as C[K] extends Campo<unknown, true> ? never : K]?: ValoreDi<C[K]> };

const errore = (motivo: string, ...percorso: readonly string[]): { readonly ok: false; readonly errore: ErroreSchema } =>
  ko({ percorso, motivo });

/** Only the hints of schema location and type are legal on an element of paForNode. */
const ATTRIBUTI_XSI = ["type", "schemaLocation", "noNamespaceSchemaLocation"];
const attributoEstraneo = (nodo: Nodo): string | undefined =>
  nodo.attributi.find((a) => !(a.ns === NS_XSI && ATTRIBUTI_XSI.includes(a.nome)))?.nome;

function semplice<T>(tipo: TipoSemplice<T>): Tipo<T> {
  return (nodo) => {
    const estraneo = attributoEstraneo(nodo);
    if (estraneo !== undefined) return errore(`attributo ${estraneo.slice(0, 60)} non previsto`);
    if (nodo.figli.length > 0) return errore("deve contenere solo testo");
    const letto = tipo(nodo.testo);
    return letto.ok ? letto : errore(letto.errore);
  };
}

export const uno = <T>(tipo: Tipo<T>): Campo<T, true> => ({ tipo, obbligatorio: true });
export const facoltativo = <T>(tipo: Tipo<T>): Campo<T, false> => ({ tipo, obbligatorio: false });
export const testoDi = <T>(tipo: TipoSemplice<T>): Campo<T, true> => uno(semplice(tipo));
export const testoFacoltativo = <T>(tipo: TipoSemplice<T>): Campo<T, false> => facoltativo(semplice(tipo));

/** What a complex element may not have: attributes, text between its children, qualified children. */
function controllaContenuto(nodo: Nodo): { readonly ok: false; readonly errore: ErroreSchema } | undefined {
  const estraneo = attributoEstraneo(nodo);
  if (estraneo !== undefined) return errore(`attributo ${estraneo.slice(0, 60)} non previsto`);
  if (nodo.testo.trim() !== "") return errore("testo non ammesso fra gli elementi");
  const qualificato = nodo.figli.find((figlio) => figlio.ns !== "");
  if (qualificato) return errore("l'elemento deve essere senza namespace", qualificato.nome.slice(0, 60));
  return undefined;
}

const manca = (atteso: string, trovato: Nodo | undefined): { readonly ok: false; readonly errore: ErroreSchema } =>
  errore(
    trovato ? `elemento obbligatorio mancante o fuori ordine: trovato ${trovato.nome.slice(0, 60)}` : "elemento obbligatorio mancante",
    atteso,
  );

/**
 * xsd:sequence: children in the order in which they are declared, each at most once.
 * @param scelta names of an xsd:choice: declared optional and adjacent, exactly one must be there.
 */
export function sequenza<const C extends Campi>(campi: C, scelta: readonly (keyof C & string)[] = []): Tipo<Letto<C>> {
  const dichiarati = Object.entries(campi);
  return (nodo) => {
    const vietato = controllaContenuto(nodo);
    if (vietato) return vietato;
    const valore: Record<string, unknown> = {};
    let posizione = 0;
    for (const [nome, campo] of dichiarati) {
      const figlio = nodo.figli[posizione];
      if (figlio?.nome === nome) {
        const letto = campo.tipo(figlio);
        if (!letto.ok) return errore(letto.errore.motivo, nome, ...letto.errore.percorso);
        valore[nome] = letto.valore;
        posizione += 1;
      } else if (campo.obbligatorio) return manca(nome, figlio);
    }
    const presenti = scelta.filter((nome) => Object.hasOwn(valore, nome));
    if (scelta.length > 0 && presenti.length !== 1) return errore(`serve uno, e uno solo, fra ${scelta.join(" e ")}`);
    const inPiu = nodo.figli[posizione];
    if (inPiu)
      return errore(
        Object.hasOwn(campi, inPiu.nome) ? "elemento ripetuto o fuori ordine" : "elemento non previsto",
        inPiu.nome.slice(0, 60),
      );
    return ok(valore as Letto<C>);
  };
}

/** A wrapper whose only content is 1..max times the same element. */
export function lista<T>(nome: string, tipo: Tipo<T>, max: number): Tipo<readonly T[]> {
  return (nodo) => {
    const vietato = controllaContenuto(nodo);
    if (vietato) return vietato;
    if (nodo.figli.length === 0) return manca(nome, undefined);
    if (nodo.figli.length > max) return errore(`presente ${nodo.figli.length} volte, ammesse da 1 a ${max}`, nome);
    const valori: T[] = [];
    for (const [indice, figlio] of nodo.figli.entries()) {
      if (figlio.nome !== nome) return errore("elemento non previsto", figlio.nome.slice(0, 60));
      const letto = tipo(figlio);
      if (!letto.ok) return errore(letto.errore.motivo, `${nome}[${indice + 1}]`, ...letto.errore.percorso);
      valori.push(letto.valore);
    }
    return ok(valori);
  };
}
