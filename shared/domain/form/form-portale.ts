/** The form of a debt type as a portal shows it to citizens (reference 2.12): field by field the creditor's, else the common type's; and how the debts are shown. */
import type { TipoPendenza, TipoPendenzaDominio } from "../anagrafiche/creditore.ts";
import { type ConfigurazioneForm, formDi } from "./configurazione-form.ts";

export interface FormPortale {
  readonly abilitato: boolean;
  readonly configurazione?: ConfigurazioneForm;
  /** How free data of the debt are shown. */
  readonly visualizzazione?: unknown;
  /** Heading under which portals gather types. */
  readonly gruppo?: string;
}

const gruppoDi = ({ configurazione }: Pick<TipoPendenza, "configurazione">): string | undefined => {
  const blocco = configurazione?.["portalePagamento"];
  const gruppo = typeof blocco === "object" && blocco !== null && "gruppo" in blocco ? blocco.gruppo : undefined;
  return typeof gruppo === "string" ? gruppo : undefined;
};

export const formPortaleDi = (propria: TipoPendenzaDominio, comune: TipoPendenza): FormPortale => {
  const configurazione = formDi("portalePagamento", propria, comune);
  const gruppo = gruppoDi(propria) ?? gruppoDi(comune);
  const visualizzazione = propria.configurazione?.["visualizzazione"] ?? comune.configurazione?.["visualizzazione"] ?? undefined;
  return {
    abilitato: configurazione?.abilitato ?? false,
    ...(configurazione && { configurazione }),
    ...(visualizzazione !== undefined && { visualizzazione }),
    ...(gruppo !== undefined && { gruppo }),
  };
};
