/** Plain reads of the registry, for who administers it and for jobs. */
import type { EntitaAnagrafica, Registro } from "../../ports/anagrafiche.ts";
import type { Deposito } from "../../ports/deposito.ts";
import {
  type ChiaviDi,
  chiaviDiBase,
  type ElenchiDi,
  elenchiDiBase,
  LettoreRegistro,
  type MappeDi,
  mappeDiBase,
} from "./lettore-registro.ts";
import { chiaveAbbonamento, mappaAbbonamento } from "./mappe-abbonamento.ts";
import { mappaProfiloLettura } from "./mappe-lettura.ts";
import { chiavePagina, mappaPaginaPagamento } from "./mappe-pagina.ts";
import { mappaTracciatoContabile } from "./mappe-tracciato-contabile.ts";

export const mappeAnagrafiche: MappeDi<EntitaAnagrafica> = {
  ...mappeDiBase,
  profiloLettura: mappaProfiloLettura,
  tracciatoContabile: mappaTracciatoContabile,
  paginaPagamento: mappaPaginaPagamento,
  abbonamento: mappaAbbonamento,
};

const chiavi: ChiaviDi<EntitaAnagrafica> = {
  ...chiaviDiBase,
  profiloLettura: (id, ambito) => ({ pk: `PRL#${ambito}`, sk: `PROFILO#${id}` }),
  tracciatoContabile: (id, ambito) => ({ pk: `TCN#${ambito}`, sk: `TRACCIATO#${id}` }),
  paginaPagamento: chiavePagina,
  abbonamento: (id, ambito) => chiaveAbbonamento(ambito, id),
};

const elenchi: ElenchiDi<EntitaAnagrafica> = {
  ...elenchiDiBase,
  profiloLettura: { pk: "PRL#", prefisso: "PROFILO#" },
  tracciatoContabile: { pk: "TCN#", prefisso: "TRACCIATO#" },
  paginaPagamento: { pk: "PGP#", prefisso: "PAGINA#" },
  abbonamento: { pk: "ABO#", prefisso: "ABBONAMENTO#" },
};

export class ArchivioRegistro extends LettoreRegistro<EntitaAnagrafica> implements Registro {
  constructor(deposito: Deposito) {
    super(deposito, { mappe: mappeAnagrafiche, chiavi, elenchi });
  }
}
