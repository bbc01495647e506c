/** Creditors between wire and domain. */
import type * as z from "zod";
import type { DominioPost } from "../../contracts/backoffice/domini-scrittura.ts";
import type { AuxDigit, Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { DominioRichiesto } from "../../domain/anagrafiche/richieste.ts";
import type { VistaDominio } from "../../domain/anagrafiche/viste.ts";
import { presentContoAccredito } from "./conto-accredito.ts";
import { presentEntrataDominio } from "./entrata.ts";
import { presenti } from "./presenti.ts";
import { presentTipoPendenzaDominio } from "./tipo-pendenza.ts";
import { presentUnitaOperativa } from "./unita-operativa.ts";

const AUX_DIGIT: Readonly<Record<string, AuxDigit>> = { "0": 0, "1": 1, "2": 2, "3": 3 };

export const toDominio = (idDominio: string, body: z.output<typeof DominioPost>): DominioRichiesto => {
  const { intermediato, auxDigit, regoleCaricamento, ...campi } = body;
  const cifra = auxDigit == null ? undefined : AUX_DIGIT[auxDigit];
  return {
    idDominio,
    ...presenti(campi),
    intermediato: intermediato ?? true,
    ...(cifra !== undefined && { auxDigit: cifra }),
    ...(regoleCaricamento && { regoleCaricamento: presenti(regoleCaricamento) }),
  };
};

const campiDi = ({ versione: _versione, frammenti: _frammenti, logo: _logo, auxDigit, altreStazioni, ...campi }: Dominio) => ({
  ...campi,
  ...(altreStazioni && { altreStazioni: [...altreStazioni] }),
  ...(auxDigit !== undefined && { auxDigit: String(auxDigit) }),
});

export const presentDominioIndex = (dominio: Dominio) => {
  const base = `/domini/${dominio.idDominio}`;
  return {
    ...campiDi(dominio),
    unitaOperative: `${base}/unitaOperative`,
    contiAccredito: `${base}/contiAccredito`,
    entrate: `${base}/entrate`,
    tipiPendenza: `${base}/tipiPendenza`,
  };
};

export const presentDominio = ({ dominio, unita, conti, entrate, tipiPendenza }: VistaDominio) => ({
  ...campiDi(dominio),
  ...(dominio.logo !== undefined && { logo: dominio.logo }),
  unitaOperative: unita.map(presentUnitaOperativa),
  contiAccredito: conti.map(presentContoAccredito),
  entrate: entrate.map(presentEntrataDominio),
  tipiPendenza: tipiPendenza.map(presentTipoPendenzaDominio),
});
