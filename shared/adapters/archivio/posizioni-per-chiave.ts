/** Debts and amounts collected read by their keys, 100 a request: all that a function needs which shows what a flow or a movement pays. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { ChiavePosizione, Posizioni } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPendenza, mappaRiscossione } from "./mappe-posizione.ts";

export class PosizioniPerChiave implements Pick<Posizioni, "getPendenze" | "getRiscossioni"> {
  readonly #deposito: Pick<Deposito, "getMany">;

  constructor(deposito: Pick<Deposito, "getMany">) {
    this.#deposito = deposito;
  }

  async getPendenze(elenco: readonly ChiavePosizione[]): Promise<readonly Pendenza[]> {
    const elementi = await this.#deposito.getMany("archivio", elenco.map(chiavi.pendenza));
    return elementi.map((e) => fromElemento(mappaPendenza, e));
  }

  async getRiscossioni(
    elenco: readonly (ChiavePosizione & { readonly iur: string; readonly indice: number })[],
  ): Promise<readonly Riscossione[]> {
    const elementi = await this.#deposito.getMany("archivio", elenco.map(chiavi.riscossione));
    return elementi.map((e) => fromElemento(mappaRiscossione, e));
  }
}
