/**
 * How an entry of the registry is read, and what of the registry a payment needs: apart from what only its administration, or some functions, look at,
 * because every function carries this.
 */
import type { EntitaAnagrafica, EntitaDiBase, Registro, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Chiave, Deposito } from "../../ports/deposito.ts";
import type { Entita } from "../../ports/unit-of-work.ts";
import { fromElemento, type Mappa } from "./mappa.ts";
import * as mappe from "./mappe-anagrafiche.ts";

export type MappeDi<E extends EntitaAnagrafica> = { readonly [K in E]: Mappa<Entita[K]> };
/** Key of an entry. */
export type ChiaviDi<E extends EntitaAnagrafica> = Readonly<Record<E, (id: string, ambito: string) => Chiave>>;
/** Where its siblings are listed. */
export type ElenchiDi<E extends EntitaAnagrafica> = Readonly<
  Record<E, { readonly elenco: string } | { readonly pk: string; readonly prefisso: string } | undefined>
>;

export const mappeDiBase: MappeDi<EntitaDiBase> = {
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
};

export const chiaviDiBase: ChiaviDi<EntitaDiBase> = {
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
};

export const elenchiDiBase: ElenchiDi<EntitaDiBase> = {
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
};

const MASSIMO_ANAGRAFICA = 20_000;

export interface VociRegistro<E extends EntitaAnagrafica> {
  readonly mappe: MappeDi<E>;
  readonly chiavi: ChiaviDi<E>;
  readonly elenchi: ElenchiDi<E>;
}

const VOCI_DI_BASE: VociRegistro<EntitaDiBase> = { mappe: mappeDiBase, chiavi: chiaviDiBase, elenchi: elenchiDiBase };

export class LettoreRegistro<E extends EntitaAnagrafica> implements Registro<E> {
  readonly #deposito: Deposito;
  readonly #voci: VociRegistro<E>;

  constructor(deposito: Deposito, voci: VociRegistro<E>) {
    this.#deposito = deposito;
    this.#voci = voci;
  }

  async get<K extends E>(entita: K, id: string, ambito = ""): Promise<Entita[K] | undefined> {
    const elemento = await this.#deposito.get("anagrafiche", this.#voci.chiavi[entita](id, ambito));
    const mappa: Mappa<Entita[K]> = this.#voci.mappe[entita];
    return elemento && fromElemento(mappa, elemento);
  }

  async list<K extends E>(entita: K, ambito = ""): Promise<readonly Entita[K][]> {
    const dove = this.#voci.elenchi[entita];
    if (!dove) throw new Error(`${entita} non ha un elenco`);
    const { elementi } = await this.#deposito.query(
      "elenco" in dove
        ? { tabella: "anagrafiche", indice: "perElenco", pk: dove.elenco, ordine: "asc", limite: MASSIMO_ANAGRAFICA }
        : { tabella: "anagrafiche", pk: `${dove.pk}${ambito}`, sk: { inizia: dove.prefisso }, ordine: "asc", limite: MASSIMO_ANAGRAFICA },
    );
    const mappa: Mappa<Entita[K]> = this.#voci.mappe[entita];
    return elementi.map((e) => fromElemento(mappa, e));
  }
}

export const createRegistroDiBase = (deposito: Deposito): RegistroDiBase => new LettoreRegistro(deposito, VOCI_DI_BASE);
