/** Receipts and rules of the payments without a debt here: keys that other reads put in the batch they make anyway, or a batch by itself. */
import { type ContestoEsterni, isEsterna, SENZA_ESTERNI } from "../../domain/rendicontazioni/pagamenti-esterni.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Chiave, Deposito, Elemento } from "../../ports/deposito.ts";
import type { PagamentiEsterni } from "../../ports/pagamenti-esterni.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { chiaviAbbinamento, mappaImpostazioni } from "./mappe-abbinamento.ts";
import { mappaRicevuta } from "./mappe-posizione.ts";

/** Distinct: a batch may not name a key twice. Receipts are kept under the creditor that got them, whose amounts they are. */
export const chiaviEsterni = (riscossioni: readonly Riscossione[], domini: readonly string[] = []): readonly Chiave[] => {
  const esterne = riscossioni.filter(isEsterna);
  const ricevute = esterne.flatMap(({ idDominio, iuv, idRicevuta }) =>
    idRicevuta === undefined ? [] : [chiavi.ricevuta({ idDominio, iuv, idRicevuta })],
  );
  const enti = new Set([...domini, ...esterne.map(({ idDominio }) => idDominio)]);
  return [
    ...[...enti].map(chiaviAbbinamento.impostazioni),
    ...new Map(ricevute.map((chiave) => [`${chiave.pk}\u0000${chiave.sk}`, chiave])).values(),
  ];
};

/** Of a batch that may hold other items. */
export const readEsterni = (elementi: readonly Elemento[]): ContestoEsterni => ({
  ricevute: elementi.filter(({ sk }) => sk.startsWith("RICEVUTA#")).map((e) => fromElemento(mappaRicevuta, e)),
  regole: new Map(
    elementi
      .filter(({ sk }) => sk === "IMPOSTAZIONI")
      .map((e) => fromElemento(mappaImpostazioni, e))
      .map(({ idDominio, pagamentiEsterni }) => [idDominio, pagamentiEsterni?.regole ?? []]),
  ),
});

export class ArchivioPagamentiEsterni implements PagamentiEsterni {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getContesto(riscossioni: readonly Riscossione[], domini: readonly string[] = []): Promise<ContestoEsterni> {
    const cercate = chiaviEsterni(riscossioni, domini);
    return cercate.length === 0 ? SENZA_ESTERNI : readEsterni(await this.#deposito.getMany("archivio", cercate));
  }
}
