/** Plain reads of the registry, for who administers it and for jobs. */
import type { EntitaAnagrafica, Registro } from "../../ports/anagrafiche.ts";
import type { Chiave, Deposito } from "../../ports/deposito.ts";
import type { Entita } from "../../ports/unit-of-work.ts";
import { fromElemento, type Mappa } from "./mappa.ts";
import * as mappe from "./mappe-anagrafiche.ts";
import { mappaProfiloLettura } from "./mappe-lettura.ts";
import { mappaTracciatoContabile } from "./mappe-tracciato-contabile.ts";

type MappeAnagrafiche = { readonly [E in EntitaAnagrafica]: Mappa<Entita[E]> };

export const mappeAnagrafiche: MappeAnagrafiche = {
  intermediario: mappe.mappaIntermediario,
  stazione: mappe.mappaStazione,
  dominio: mappe.mappaDominio,
  unitaOperativa: mappe.mappaUnitaOperativa,
  conto: mappe.mappaConto,
  entrata: mappe.mappaEntrata,
  entrataDominio: mappe.mappaEntrataDominio,
  tipoPendenza: mappe.mappaTipoPendenza,
  tipoPendenzaDominio: mappe.mappaTipoPendenzaDominio,
  applicazione: mappe.mappaApplicazione,
  operatore: mappe.mappaOperatore,
  ruolo: mappe.mappaRuolo,
  principale: mappe.mappaPrincipale,
  controllo: mappe.mappaControllo,
  sezioneConfigurazione: mappe.mappaSezione,
  profiloLettura: mappaProfiloLettura,
  tracciatoContabile: mappaTracciatoContabile,
};

const MASSIMO_ANAGRAFICA = 20_000;

/** Key of an entry, and where its siblings are listed. */
const chiaveDi: Readonly<Record<EntitaAnagrafica, (id: string, ambito: string) => Chiave>> = {
  intermediario: (id) => ({ pk: `INT#${id}`, sk: "INTERMEDIARIO" }),
  stazione: (id, ambito) => ({ pk: `INT#${ambito}`, sk: `STAZIONE#${id}` }),
  dominio: (id) => ({ pk: `DOM#${id}`, sk: "DOMINIO" }),
  unitaOperativa: (id, ambito) => ({ pk: `DOM#${ambito}`, sk: `UO#${id}` }),
  conto: (id, ambito) => ({ pk: `DOM#${ambito}`, sk: `CONTO#${id}` }),
  entrata: (id) => ({ pk: `ENT#${id}`, sk: "ENTRATA" }),
  entrataDominio: (id, ambito) => ({ pk: `DOM#${ambito}`, sk: `ENTRATA#${id}` }),
  tipoPendenza: (id) => ({ pk: `TIP#${id}`, sk: "TIPO" }),
  tipoPendenzaDominio: (id, ambito) => ({ pk: `DOM#${ambito}`, sk: `TIPO#${id}` }),
  applicazione: (id) => ({ pk: `APP#${id}`, sk: "APPLICAZIONE" }),
  operatore: (id) => ({ pk: `OPE#${id}`, sk: "OPERATORE" }),
  ruolo: (id) => ({ pk: `RUO#${id}`, sk: "RUOLO" }),
  principale: mappe.chiavePrincipale,
  controllo: (id, ambito) => ({ pk: `CTL#${ambito}`, sk: id }),
  sezioneConfigurazione: (id) => ({ pk: "CFG#", sk: `SEZIONE#${id}` }),
  profiloLettura: (id, ambito) => ({ pk: `PRL#${ambito}`, sk: `PROFILO#${id}` }),
  tracciatoContabile: (id, ambito) => ({ pk: `TCN#${ambito}`, sk: `TRACCIATO#${id}` }),
};

const elencoDi: Readonly<
  Record<EntitaAnagrafica, { readonly elenco: string } | { readonly pk: string; readonly prefisso: string } | undefined>
> = {
  intermediario: { elenco: "INTERMEDIARI" },
  stazione: { pk: "INT#", prefisso: "STAZIONE#" },
  dominio: { elenco: "DOMINI" },
  unitaOperativa: { pk: "DOM#", prefisso: "UO#" },
  conto: { pk: "DOM#", prefisso: "CONTO#" },
  entrata: { elenco: "ENTRATE" },
  entrataDominio: { pk: "DOM#", prefisso: "ENTRATA#" },
  tipoPendenza: { elenco: "TIPI" },
  tipoPendenzaDominio: { pk: "DOM#", prefisso: "TIPO#" },
  applicazione: { elenco: "APPLICAZIONI" },
  operatore: { elenco: "OPERATORI" },
  ruolo: { elenco: "RUOLI" },
  principale: undefined,
  controllo: { elenco: "CONTROLLI" },
  sezioneConfigurazione: { pk: "CFG#", prefisso: "SEZIONE#" },
  profiloLettura: { pk: "PRL#", prefisso: "PROFILO#" },
  tracciatoContabile: { pk: "TCN#", prefisso: "TRACCIATO#" },
};

export class ArchivioRegistro implements Registro {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get<E extends EntitaAnagrafica>(entita: E, id: string, ambito = ""): Promise<Entita[E] | undefined> {
    const elemento = await this.#deposito.get("anagrafiche", chiaveDi[entita](id, ambito));
    return elemento && fromElemento(mappeAnagrafiche[entita], elemento);
  }

  async list<E extends EntitaAnagrafica>(entita: E, ambito = ""): Promise<readonly Entita[E][]> {
    const dove = elencoDi[entita];
    if (!dove) throw new Error(`${entita} non ha un elenco`);
    const { elementi } = await this.#deposito.query(
      "elenco" in dove
        ? { tabella: "anagrafiche", indice: "perElenco", pk: dove.elenco, ordine: "asc", limite: MASSIMO_ANAGRAFICA }
        : { tabella: "anagrafiche", pk: `${dove.pk}${ambito}`, sk: { inizia: dove.prefisso }, ordine: "asc", limite: MASSIMO_ANAGRAFICA },
    );
    const mappa: Mappa<Entita[E]> = mappeAnagrafiche[entita];
    return elementi.map((e) => fromElemento(mappa, e));
  }
}
