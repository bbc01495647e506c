/** Reads of the scheduled jobs over the store. */
import type { Esecuzione, Lavoro } from "../../domain/lavori/lavoro.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Lavori } from "../../ports/lavori.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { mappaEsecuzione, mappaLavoro } from "./mappe-lavoro.ts";

/** Jobs are declared in the code: the bound only stops a runaway. */
const LAVORI_MASSIMI = 200;

export class ArchivioLavori implements Lavori {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async list(): Promise<readonly Lavoro[]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", pk: chiavi.pkLavori, sk: { inizia: "LAVORO#" }, ordine: "asc", limite: LAVORI_MASSIMI },
    });
    return elementi.map((e) => fromElemento(mappaLavoro, e));
  }

  async get(nome: string, idEsecuzione: string): ReturnType<Lavori["get"]> {
    const elementi = await this.#deposito.getMany("archivio", [chiavi.lavoro(nome), chiavi.esecuzione(idEsecuzione)]);
    const lavoro = elementi.find(({ pk }) => pk === chiavi.pkLavori);
    const esecuzione = elementi.find(({ pk }) => pk !== chiavi.pkLavori);
    return {
      lavoro: lavoro && fromElemento(mappaLavoro, lavoro),
      esecuzione: esecuzione && fromElemento(mappaEsecuzione, esecuzione),
    };
  }

  async getLavoro(nome: string): Promise<Lavoro | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.lavoro(nome));
    return elemento && fromElemento(mappaLavoro, elemento);
  }

  async getEsecuzione(idEsecuzione: string): Promise<Esecuzione | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.esecuzione(idEsecuzione));
    return elemento && fromElemento(mappaEsecuzione, elemento);
  }
}
