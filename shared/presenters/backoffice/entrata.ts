/** Income codes between wire and domain, those of the installation and those of a creditor. */
import type * as z from "zod";
import type { EntrataDominioPost, TipoEntrataPost } from "../../contracts/backoffice/entrate.ts";
import type { Entrata, EntrataDominio } from "../../domain/anagrafiche/creditore.ts";
import type { VistaEntrataDominio } from "../../domain/anagrafiche/viste.ts";
import { presenti } from "./presenti.ts";

export const toEntrata = (idEntrata: string, body: z.output<typeof TipoEntrataPost>): Entrata => ({ versione: 0, idEntrata, ...body });

export const presentEntrata = ({ versione: _versione, ...campi }: Entrata) => campi;

export const toEntrataDominio = (
  { idDominio, idEntrata }: { readonly idDominio: string; readonly idEntrata: string },
  { abilitato, ...campi }: z.output<typeof EntrataDominioPost>,
): EntrataDominio => ({ versione: 0, idDominio, idEntrata, ...presenti(campi), abilitato: abilitato ?? true });

export const presentEntrataDominio = ({ propria, comune }: VistaEntrataDominio) => {
  const { versione: _versione, idDominio: _idDominio, ...campi } = propria;
  return { ...campi, tipoEntrata: presentEntrata(comune) };
};
