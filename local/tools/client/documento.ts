/** The parts of a generated OpenAPI document that its derivatives read: client and collection see what an integrator sees, never the registry. */
import type { Schema } from "./tipi.ts";

export interface Parametro {
  readonly $ref?: string;
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

export interface Contenuto {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

export interface OperazioneDocumento {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parametro[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Contenuto>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, Contenuto>> }>>;
}

export interface Documento {
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperazioneDocumento>>>>;
  readonly components: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Rotta {
  /** GET, PUT, ... */
  readonly metodo: string;
  /** As in the document: `/pagamenti/{id}`, without the base. */
  readonly percorso: string;
  readonly operazione: OperazioneDocumento;
}

/** Operations of a document in its own order. */
export const rotteDi = ({ paths }: Documento): readonly Rotta[] =>
  Object.entries(paths).flatMap(([percorso, metodi]) =>
    Object.entries(metodi).map(([metodo, operazione]) => ({ metodo: metodo.toUpperCase(), percorso, operazione })),
  );

export const baseDi = ({ servers }: Documento): string => servers[0]?.url ?? "";
