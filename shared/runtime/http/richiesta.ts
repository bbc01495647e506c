/** Types that tie a handler to its contract: an undeclared status, an undeclared problem or a body that lacks a field does not compile. */
import type * as z from "zod";
import type { Operazione } from "../../contracts/operation.ts";
import type { CodiceProblema, ProblemaComune } from "../../contracts/problems.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";

type Letto<T> = T extends z.ZodType ? z.output<T> : undefined;

/** A body that is a file, with its `content-type` as written. */
export interface CorpoGrezzo {
  readonly contentType: string;
  readonly contenuto: Uint8Array;
}

export interface Richiesta<O extends Operazione> {
  readonly params: Letto<O["params"]>;
  readonly query: Letto<O["query"]>;
  readonly body: O extends { readonly corpoGrezzo: readonly string[] } ? CorpoGrezzo : Letto<O["body"]>;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
  /** Media type that the caller prefers among those declared; JSON when it says nothing. */
  readonly accept: string;
  /** Absolute path of the request with its query, for `prossimiRisultati`. */
  readonly url: string;
  /** Cookies of the request, each `name=value`. */
  readonly cookies: readonly string[];
  /** Where the caller is, past our own proxies. */
  readonly indirizzo: string;
  /** Condition of the caller on the version of what it replaces, as written. */
  readonly ifMatch?: string;
}

export interface File {
  readonly tipo: string;
  readonly contenuto: Uint8Array | string;
  readonly nome?: string;
}

type CorpoDi<R> = R extends z.ZodType
  ? z.input<R>
  : R extends object
    ? { [T in keyof R]: R[T] extends z.ZodType ? z.input<R[T]> : never }[keyof R] | File
    : never;

type Intestazioni = Readonly<Record<string, string>>;

type Riuscita<O extends Operazione> = {
  [S in keyof O["responses"]]: { readonly status: S; readonly body: CorpoDi<O["responses"][S]>; readonly headers?: Intestazioni };
}[keyof O["responses"]];

export type Risposta<O extends Operazione> = Riuscita<O> | { readonly rifiuto: Rifiuto<O["errors"][number] | ProblemaComune> };

/** Keeps the literal types of status and body. */
export const reply = <const S extends number, const B>(
  status: S,
  body: B,
  headers: Intestazioni = {},
): { status: S; body: B; headers: Intestazioni } => ({
  status,
  body,
  headers,
});

export const refuse = <const C extends CodiceProblema>(errore: Rifiuto<C>): { readonly rifiuto: Rifiuto<C> } => ({ rifiuto: errore });

export const file = (tipo: string, contenuto: Uint8Array | string, nome?: string): File =>
  nome === undefined ? { tipo, contenuto } : { tipo, contenuto, nome };

export const isFile = (corpo: unknown): corpo is File =>
  typeof corpo === "object" &&
  corpo !== null &&
  "tipo" in corpo &&
  "contenuto" in corpo &&
  (typeof corpo.contenuto === "string" || corpo.contenuto instanceof Uint8Array);
