/** Reads of the retention rules over the store. */
import type { CicloConservazione } from "../../domain/privacy/ciclo.ts";
import type { RegoleConservazione } from "../../domain/privacy/conservazione.ts";
import type { Conservazioni } from "../../ports/conservazioni.ts";
import type { Deposito } from "../../ports/deposito.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { ELENCO_REGOLE, mappaCiclo, mappaRegole } from "./mappe-conservazione.ts";

const MASSIMO_CREDITORI = 20_000;

export class ArchivioConservazioni implements Conservazioni {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getRegole(idDominio: string): Promise<RegoleConservazione | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.regoleConservazione(idDominio));
    return elemento && fromElemento(mappaRegole, elemento);
  }

  async findRegole(): Promise<readonly RegoleConservazione[]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", indice: "perElenco", pk: ELENCO_REGOLE, ordine: "asc", limite: MASSIMO_CREDITORI },
    });
    return elementi.map((e) => fromElemento(mappaRegole, e));
  }

  async getCiclo(idDominio: string): Promise<CicloConservazione | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.cicloConservazione(idDominio));
    return elemento && fromElemento(mappaCiclo, elemento);
  }
}
