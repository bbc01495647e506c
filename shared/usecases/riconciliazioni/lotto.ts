/**
 * Changes of many settlement rows gathered in one transaction. A transaction may write an item once, so several rows of the same debt add up
 * on one working copy here before they are written.
 */
import type { Evento } from "../../domain/eventi.ts";
import type { Fascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { renewAllineamento } from "../../domain/gpd/allineamento-voluto.ts";
import type { Pendenza, Segnalazione, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";

/** DynamoDB's limit is 100; a row adds at most six writes (a debt may announce itself to an archive of pagoPA), the movement, its journal entry and its message three. */
const SCRITTURE_PER_LOTTO = 90;
const SEGNALAZIONI_CONSERVATE = 200;

export const chiavePosizione = ({ idDominio, iuv }: { readonly idDominio: string; readonly iuv: string }): string => `${idDominio}#${iuv}`;

export class Lotto {
  readonly #pendenze = new Map<string, { readonly prima: Pendenza; readonly dopo: Pendenza; readonly eventi: readonly string[] }>();
  readonly #riscossioni: Riscossione[] = [];
  readonly #righe: Rendicontazione[] = [];
  readonly #fascicoli: Fascicolo[] = [];
  readonly eventi: Evento[] = [];
  readonly #segnalazioni: Segnalazione[] = [];
  #importo = 0n;
  #contate = 0;

  get pieno(): boolean {
    return (
      this.#pendenze.size * 3 + this.#riscossioni.length + this.#righe.length + this.#fascicoli.length + this.eventi.length >=
      SCRITTURE_PER_LOTTO
    );
  }

  /** Rows handled, whatever came of them. */
  get contate(): number {
    return this.#contate;
  }

  /** Cents of the amounts gathered. */
  get importo(): bigint {
    return this.#importo;
  }

  countRiga(): void {
    this.#contate += 1;
  }

  pendenza(letta: Pendenza): Pendenza {
    return this.#pendenze.get(chiavePosizione(letta))?.dopo ?? letta;
  }

  changePendenza(letta: Pendenza, dopo: Pendenza, eventi: readonly string[]): void {
    const chiave = chiavePosizione(letta);
    const gia = this.#pendenze.get(chiave);
    this.#pendenze.set(chiave, { prima: gia?.prima ?? letta, dopo, eventi: [...(gia?.eventi ?? []), ...eventi] });
  }

  collect(riscossione: Riscossione): void {
    this.#riscossioni.push(riscossione);
    this.#importo += riscossione.importo;
  }

  changeRiga(riga: Rendicontazione): void {
    this.#righe.push(riga);
  }

  openFascicolo(fascicolo: Fascicolo): void {
    this.#fascicoli.push(fascicolo);
  }

  report(segnalazione: Segnalazione): void {
    this.#segnalazioni.push(segnalazione);
  }

  /** The movement after these rows. */
  advance(riconciliazione: Riconciliazione): Riconciliazione {
    return {
      ...riconciliazione,
      righeElaborate: riconciliazione.righeElaborate + this.#contate,
      importoRiconciliato: riconciliazione.importoRiconciliato + this.#importo,
      righeSegnalate: riconciliazione.righeSegnalate + this.#segnalazioni.length,
      segnalazioni: [...riconciliazione.segnalazioni, ...this.#segnalazioni].slice(0, SEGNALAZIONI_CONSERVATE),
    };
  }

  get modifiche(): Modifica[] {
    return [
      ...this.#riscossioni.map(
        (valore): Modifica => ({ azione: valore.versione === 0 ? "crea" : "sostituisci", entita: "riscossione", valore }),
      ),
      ...[...this.#pendenze.values()].map(({ dopo }): Modifica => ({ azione: "sostituisci", entita: "pendenza", valore: dopo })),
      ...this.#righe.map((valore): Modifica => ({ azione: "sostituisci", entita: "rendicontazione", valore })),
      ...this.#fascicoli.map((valore): Modifica => ({ azione: "crea", entita: "fascicolo", valore })),
    ];
  }

  storia(riconciliazione: Riconciliazione, adesso: string, nextId: () => string): VoceStoria[] {
    return [...this.#pendenze.values()].map(({ prima, dopo, eventi }) => ({
      id: nextId(),
      idDominio: dopo.idDominio,
      iuv: dopo.iuv,
      data: adesso,
      autore: riconciliazione.principal,
      evento: [...new Set(eventi)].join(", "),
      campi: { ...diffPendenza(prima, dopo), idRiconciliazione: { dopo: riconciliazione.id } },
    }));
  }

  /** Debts as the store has them once this transaction is done. */
  scritte(): readonly Pendenza[] {
    return [...this.#pendenze.values()].map(({ dopo }) => ({ ...renewAllineamento(dopo).pendenza, versione: dopo.versione + 1 }));
  }
}
