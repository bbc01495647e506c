/** Reads of sessions, attempts, second factors and last uses; last uses are also written here, because nothing depends on them. */
import type { SecondoFattore } from "../../domain/accessi/secondo-fattore.ts";
import type { Sessione } from "../../domain/accessi/sessione.ts";
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import type { TentativiAccesso } from "../../domain/accessi/tentativi.ts";
import type { Accessi } from "../../ports/accessi.ts";
import type { Chiave, Deposito } from "../../ports/deposito.ts";
import { fromElemento, type Mappa } from "./mappa.ts";
import {
  chiaveSecondoFattore,
  chiaveSessione,
  chiaveSessioneCittadino,
  chiaveTentativi,
  chiaveUso,
  mappaSecondoFattore,
  mappaSessione,
  mappaSessioneCittadino,
  mappaTentativi,
  PREFISSO_USO,
} from "./mappe-accessi.ts";

const MASSIMO_USI = 100;

export class ArchivioAccessi implements Accessi {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async #get<T extends { readonly versione: number }>(mappa: Mappa<T>, chiave: Chiave): Promise<T | undefined> {
    const elemento = await this.#deposito.get("anagrafiche", chiave);
    return elemento && fromElemento(mappa, elemento);
  }

  getSessione(id: string): Promise<Sessione | undefined> {
    return this.#get(mappaSessione, chiaveSessione(id));
  }

  getSessioneCittadino(id: string): Promise<SessioneCittadino | undefined> {
    return this.#get(mappaSessioneCittadino, chiaveSessioneCittadino(id));
  }

  getTentativi(principal: string, indirizzo: string): Promise<TentativiAccesso | undefined> {
    return this.#get(mappaTentativi, chiaveTentativi(principal, indirizzo));
  }

  async getTentativiDi(
    coppie: readonly { readonly principal: string; readonly indirizzo: string }[],
  ): Promise<readonly TentativiAccesso[]> {
    const chiavi = coppie.map(({ principal, indirizzo }) => chiaveTentativi(principal, indirizzo));
    return (await this.#deposito.getMany("anagrafiche", chiavi)).map((elemento) => fromElemento(mappaTentativi, elemento));
  }

  getSecondoFattore(principal: string): Promise<SecondoFattore | undefined> {
    return this.#get(mappaSecondoFattore, chiaveSecondoFattore(principal));
  }

  async getUsi(principal: string): Promise<ReadonlyMap<string, string>> {
    const { pk, sk } = chiaveUso(principal, "");
    const { elementi } = await this.#deposito.query({ tabella: "anagrafiche", pk, sk: { inizia: sk }, ordine: "asc", limite: MASSIMO_USI });
    return new Map(elementi.map((elemento) => [elemento.sk.slice(PREFISSO_USO.length), String(elemento["ultimoUso"])]));
  }

  /** The last one wins: it is a hint for people, not a state. */
  putUso(principal: string, idSegreto: string, ultimoUso: string): Promise<void> {
    return this.#deposito.putMany("anagrafiche", [{ ...chiaveUso(principal, idSegreto), ultimoUso, versione: 1 }]);
  }
}
