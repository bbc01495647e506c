/** What is told outside, over the store: a chain for each creditor; who is told by webhook is woken by a message written with it. */
import * as z from "zod";
import { type Abbonamento, wants } from "../../domain/abbonamenti/abbonamento.ts";
import { type Annuncio, GIORNI_ANNUNCI } from "../../domain/annunci/annuncio.ts";
import type { Annunci } from "../../ports/annunci.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { Ids } from "../../ports/ids.ts";
import { Catena } from "./catena.ts";
import { toElementoMessaggio } from "./messaggi-in-uscita.ts";
import { schemaAnnuncio } from "./schema-annuncio.ts";

interface Porte {
  readonly deposito: Pick<Deposito, "query" | "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Subscriptions of a creditor that may be told something now, remembered for a while. Absent in functions that only read. */
  readonly abbonati?: (idDominio: string) => Promise<readonly Abbonamento[]>;
}

export class ArchivioAnnunci implements Annunci {
  readonly #catena: Catena<Annuncio>;
  readonly #porte: Porte;

  constructor(porte: Porte) {
    this.#porte = porte;
    this.#catena = new Catena<Annuncio>(porte.deposito, porte.clock, {
      ...{ segmenti: "ANN#", testa: "ANT#", voci: () => z.array(schemaAnnuncio()) },
      conservazioneSecondi: (GIORNI_ANNUNCI + 2) * 86_400,
    });
  }

  async append(annunci: readonly Annuncio[]): Promise<void> {
    const { abbonati } = this.#porte;
    const domini = [...new Set(annunci.map(({ idDominio }) => idDominio))];
    const suoi = new Map(await Promise.all(domini.map(async (id) => [id, (await abbonati?.(id)) ?? []] as const)));
    await this.#catena.append(annunci, (idDominio, voci) => this.#ring(suoi.get(idDominio) ?? [], voci));
  }

  #ring(abbonati: readonly Abbonamento[], annunci: readonly Annuncio[]): readonly Elemento[] {
    const { clock, ids } = this.#porte;
    return abbonati
      .filter((abbonamento) => annunci.some((annuncio) => wants(abbonamento, annuncio)))
      .map(({ idDominio, idAbbonamento }) =>
        toElementoMessaggio({ coda: "abbonamenti", gruppo: idAbbonamento, corpo: { idDominio, idAbbonamento } }, ids.next(), clock.now()),
      );
  }

  read(idDominio: string, da: string, limite: number) {
    return this.#catena.read(idDominio, da, limite);
  }
}
