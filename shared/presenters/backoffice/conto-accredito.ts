/** Accounts between wire and domain. */
import type * as z from "zod";
import type { ContoAccreditoPost } from "../../contracts/backoffice/conti-accredito.ts";
import type { ContoAccredito } from "../../domain/anagrafiche/creditore.ts";
import { presenti } from "./presenti.ts";

export const toContoAccredito = (
  { idDominio, ibanAccredito }: { readonly idDominio: string; readonly ibanAccredito: string },
  body: z.output<typeof ContoAccreditoPost>,
): ContoAccredito => ({ versione: 0, idDominio, iban: ibanAccredito, ...presenti(body) });

export const presentContoAccredito = ({ versione: _versione, idDominio: _idDominio, ...campi }: ContoAccredito) => campi;
