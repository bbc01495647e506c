/** The form of a debt type (reference 2.12, 3.9): what the creditor says of its own, and for the rest what the common type says. */
import type { TipoPendenza, TipoPendenzaDominio } from "../anagrafiche/creditore.ts";

/** Operators and citizens have a form each. */
export type Portale = "portaleBackoffice" | "portalePagamento";

export interface ConfigurazioneForm {
  readonly abilitato: boolean;
  /** How it is drawn; of type `fiorino` it also says what is asked, when, and how much is paid (descrizione-form.ts). */
  readonly form?: { readonly tipo: string; readonly definizione: unknown; readonly impaginazione?: unknown };
  /** JSON Schema: base64 or JSON text, or the object itself. */
  readonly validazione?: unknown;
  readonly trasformazione?: { readonly tipo: string; readonly definizione: unknown };
  /** Application to which the data go, and which answers with the debt. */
  readonly inoltro?: string;
}

type Campi = Readonly<Record<string, unknown>>;

const isCampi = (valore: unknown): valore is Campi => typeof valore === "object" && valore !== null && !Array.isArray(valore);

const bloccoDi = (tipo: Pick<TipoPendenza, "configurazione"> | undefined, portale: Portale): Campi => {
  const blocco = tipo?.configurazione?.[portale];
  return isCampi(blocco) ? blocco : {};
};

/** Undefined when neither the creditor nor the type has a form. Field by field: null and absent both mean "as the common type". */
export const formDi = (
  portale: Portale,
  propria: TipoPendenzaDominio | undefined,
  comune: TipoPendenza | undefined,
): ConfigurazioneForm | undefined => {
  const [sua, dellaComune] = [bloccoDi(propria, portale), bloccoDi(comune, portale)];
  if (Object.keys(sua).length === 0 && Object.keys(dellaComune).length === 0) return undefined;
  const campo = (nome: string): unknown => sua[nome] ?? dellaComune[nome] ?? undefined;
  const [form, validazione, trasformazione, inoltro] = [campo("form"), campo("validazione"), campo("trasformazione"), campo("inoltro")];
  return {
    abilitato: campo("abilitato") === true,
    ...(isCampi(form) && {
      form: {
        ...{ tipo: String(form["tipo"]), definizione: form["definizione"] },
        ...(form["impaginazione"] != null && { impaginazione: form["impaginazione"] }),
      },
    }),
    ...(validazione !== undefined && { validazione }),
    ...(isCampi(trasformazione) && {
      trasformazione: { tipo: String(trasformazione["tipo"]), definizione: trasformazione["definizione"] },
    }),
    ...(typeof inoltro === "string" && { inoltro }),
  };
};
