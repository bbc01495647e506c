/** What changed in the accounts, over the store: a chain for each creditor. */
import * as z from "zod";
import { GIORNI_CONSERVATI, TIPI_VARIAZIONE, type VariazioneContabile } from "../../domain/variazioni/variazione-contabile.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Variazioni } from "../../ports/variazioni.ts";
import { Catena } from "./catena.ts";

const createVoci = () => {
  const testo = z.string();
  const opz = z.exactOptional(testo);
  return z.array(
    z.strictObject({
      tipo: z.enum(TIPI_VARIAZIONE),
      azione: z.enum(["CREATA", "MODIFICATA", "ELIMINATA"]),
      ...{ idDominio: testo, versione: z.int(), stato: opz, chiave: z.record(testo, z.union([testo, z.int()])) },
      ambito: z.exactOptional(z.strictObject({ idTipoPendenza: opz, idUnitaOperativa: opz })),
    }),
  );
};

export class ArchivioVariazioni implements Variazioni {
  readonly #catena: Catena<VariazioneContabile>;

  constructor(deposito: Pick<Deposito, "query" | "commit">, clock: Clock) {
    this.#catena = new Catena<VariazioneContabile>(deposito, clock, {
      segmenti: "VAR#",
      testa: "VAT#",
      voci: createVoci,
      // Kept longer than promised: an item that expires goes within two days.
      conservazioneSecondi: (GIORNI_CONSERVATI + 2) * 86_400,
    });
  }

  append(variazioni: readonly VariazioneContabile[]): Promise<void> {
    return this.#catena.append(variazioni);
  }

  read(idDominio: string, da: string, limite: number) {
    return this.#catena.read(idDominio, da, limite);
  }
}
