/** The last check of certificates and keys: one small item, replaced whole. */
import * as z from "zod";
import { type ControlloScadenze, TIPI_SCADENZA } from "../../domain/scadenze/scadenza.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { ArchivioScadenze } from "../../ports/scadenze.ts";
import { opz, testo, testoOpz } from "./mappa.ts";

export const CHIAVE_SCADENZE = { pk: "CONTROLLO#SCADENZE", sk: "CONTROLLO" } as const;

const createSchema = () =>
  z.object({
    eseguitoAlle: testo,
    scadenze: z.array(
      z.object({ tipo: z.enum(TIPI_SCADENZA), oggetto: testo, usatoDa: z.array(testo), scade: testoOpz, dettaglio: opz(testo) }),
    ),
  });

export const readScadenze = (elemento: Elemento): ControlloScadenze => createSchema().parse(elemento);

export class ScadenzeArchivio implements ArchivioScadenze {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async save(controllo: ControlloScadenze): Promise<void> {
    await this.#deposito.putMany("anagrafiche", [{ ...controllo, ...CHIAVE_SCADENZE, versione: 1 }]);
  }

  async get(): Promise<ControlloScadenze | undefined> {
    const elemento = await this.#deposito.get("anagrafiche", CHIAVE_SCADENZE);
    return elemento && readScadenze(elemento);
  }
}
