/** Counts of the calls allowed by others: one item per key, changed only under the version read, so that no two instances spend the same call. */
import { createHash } from "node:crypto";
import * as z from "zod";
import { type LimiteQuota, type Quota, remaining, spend, suspend } from "../../domain/recuperi/quota.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Quote } from "../../ports/quote.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, fromElemento, testo, testoOpz, toElemento } from "./mappa.ts";

const PROVE_MASSIME = 20;

const mappaQuota = defineMappa<Quota>({
  tabella: "archivio",
  schema: () => z.object({ versione: z.number().int(), chiave: testo, chiamate: z.array(testo), sospesaFinoA: testoOpz }),
  chiave: (q) => chiavi.quota(q.chiave),
});

const improntaDi = (chiave: string): string => createHash("sha256").update(chiave).digest("hex");

export class ArchivioQuote implements Quote {
  readonly #deposito: Deposito;
  readonly #clock: Clock;

  constructor(deposito: Deposito, clock: Clock) {
    this.#deposito = deposito;
    this.#clock = clock;
  }

  async #read(chiave: string): Promise<Quota> {
    const impronta = improntaDi(chiave);
    const elemento = await this.#deposito.get("archivio", chiavi.quota(impronta));
    return elemento ? fromElemento(mappaQuota, elemento) : { versione: 0, chiave: impronta, chiamate: [] };
  }

  /** True once `change` is written on the count as it is; false when it has nothing to write. */
  async #change(chiave: string, change: (quota: Quota) => Quota | undefined): Promise<boolean> {
    for (let prova = 1; prova <= PROVE_MASSIME; prova += 1) {
      const letta = await this.#read(chiave);
      const nuova = change(letta);
      if (!nuova) return false;
      const { versione } = letta;
      const elemento = toElemento(mappaQuota, nuova, versione + 1);
      const contrasti = await this.#deposito.commit([
        versione === 0
          ? { azione: "crea", tabella: "archivio", elemento }
          : { azione: "sostituisci", tabella: "archivio", elemento, versione },
      ]);
      if (contrasti.length === 0) return true;
    }
    return false;
  }

  async remaining(chiave: string, limite: LimiteQuota): Promise<number> {
    return remaining(await this.#read(chiave), limite, this.#clock.now());
  }

  spend(chiave: string, limite: LimiteQuota): Promise<boolean> {
    return this.#change(chiave, (quota) => spend(quota, limite, this.#clock.now()));
  }

  async suspend(chiave: string, finoA: string): Promise<void> {
    await this.#change(chiave, (quota) => suspend(quota, finoA));
  }
}
