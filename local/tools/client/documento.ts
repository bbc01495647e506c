/** The parts of a generated OpenAPI document that its derivatives read: client and collection see what an integrator sees, never the registry. */
import type { Schema } from "./tipi.ts";

export interface Parametro {
  readonly $ref?: string;
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: Schema;
}

export interface Esempio {
  readonly $ref?: string;
  readonly summary?: string;
  readonly value?: unknown;
}

export interface Contenuto {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Esempio>>;
}

export interface Risposta {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Contenuto>>;
}

export interface OperazioneDocumento {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  /** Kinds of callers: those of the registry. */
  readonly "x-chiamanti"?: readonly string[];
  readonly parameters?: readonly Parametro[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Contenuto>> };
  readonly responses: Readonly<Record<string, Risposta>>;
}

export interface Documento {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperazioneDocumento>>>>;
  readonly components: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parametro>>;
    readonly responses?: Readonly<Record<string, Risposta>>;
    readonly examples?: Readonly<Record<string, Esempio>>;
    readonly securitySchemes?: Readonly<Record<string, { readonly description?: string }>>;
  };
}

export interface Rotta {
  /** GET, PUT, ... */
  readonly metodo: string;
  /** As in the document: `/pagamenti/{id}`, without the base. */
  readonly percorso: string;
  readonly operazione: OperazioneDocumento;
}

/** A part of the document, or the component that it names. */
export const resolve = <T extends { readonly $ref?: string }>(parte: T, componenti: Readonly<Record<string, T>> = {}): T =>
  parte.$ref === undefined ? parte : (componenti[parte.$ref.slice(parte.$ref.lastIndexOf("/") + 1)] ?? parte);

/** Operations of a document in its own order, with the parameters and the answers that they share with others. */
export const rotteDi = ({ paths, components }: Documento): readonly Rotta[] =>
  Object.entries(paths).flatMap(([percorso, metodi]) =>
    Object.entries(metodi).map(([metodo, operazione]) => ({
      metodo: metodo.toUpperCase(),
      percorso,
      operazione: {
        ...operazione,
        ...(operazione.parameters && { parameters: operazione.parameters.map((uno) => resolve(uno, components.parameters)) }),
        responses: Object.fromEntries(
          Object.entries(operazione.responses).map(([stato, risposta]) => [stato, resolve(risposta, components.responses)]),
        ),
      },
    })),
  );

export const baseDi = ({ servers }: Documento): string => servers[0]?.url ?? "";
