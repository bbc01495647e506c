/** Operating units between wire and domain. */
import type * as z from "zod";
import type { UnitaOperativaPost } from "../../contracts/backoffice/unita-operative.ts";
import type { UnitaOperativa } from "../../domain/anagrafiche/creditore.ts";
import { presenti } from "./presenti.ts";

export const toUnitaOperativa = (
  { idDominio, idUnitaOperativa }: { readonly idDominio: string; readonly idUnitaOperativa: string },
  { abilitato, ...campi }: z.output<typeof UnitaOperativaPost>,
): UnitaOperativa => ({ versione: 0, idDominio, idUnita: idUnitaOperativa, ...presenti(campi), abilitato: abilitato ?? true });

export const presentUnitaOperativa = ({ versione: _versione, idDominio: _idDominio, ...campi }: UnitaOperativa) => campi;
