/** Entries of the journal on their way in: beside a change of state (unit-of-work.ts), or alone, in functions that change nothing. */
import type { Evento } from "../../domain/eventi.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { type Conservazione, toElementoEvento } from "./mappa-evento.ts";

export class ScrittureEventi implements Pick<UnitOfWork, "putEventi"> {
  readonly #deposito: Deposito;
  readonly #conservazione: Conservazione;

  constructor(deposito: Deposito, conservazione: Conservazione) {
    this.#deposito = deposito;
    this.#conservazione = conservazione;
  }

  toElementi(eventi: readonly Evento[]): Promise<readonly Elemento[]> {
    return Promise.all(eventi.map((evento) => toElementoEvento(evento, this.#conservazione)));
  }

  async putEventi(eventi: readonly Evento[]): Promise<void> {
    await this.#deposito.putMany("eventi", await this.toElementi(eventi));
  }
}
