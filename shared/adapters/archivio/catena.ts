/**
 * What is told in one order for each creditor: segments in the order of their names, which are instants that never go back. A head for each creditor is moved in the
 * transaction that writes them, so that two writers cannot both come after the same one, and each segment names the one before it (docs/adr/0035).
 */
import * as z from "zod";
import { addMinuti } from "../../domain/valori/date.ts";
import type { SegmentoVariazioni } from "../../domain/variazioni/variazione-contabile.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Chiave, Deposito, Elemento, Scrittura } from "../../ports/deposito.ts";

/** Some 15 kB: a reader that wants few does not read many. */
const PER_SEGMENTO = 50;
const SCRITTURE_MASSIME = 90;
const TENTATIVI = 50;
/** Creditors whose head an instance remembers. */
const TESTE_MASSIME = 1000;

export interface FormaCatena<V> {
  /** Before the creditor, in the keys of segments and head. */
  readonly segmenti: string;
  readonly testa: string;
  readonly voci: () => z.ZodType<readonly V[]>;
  readonly conservazioneSecondi: number;
}

const millisecondoDopo = (istante: string): string => addMinuti(istante, 1 / 60_000);

const schemi = () => ({
  testa: z.looseObject({ versione: z.int(), ultimo: z.string() }),
  segmento: z.looseObject({ sk: z.string(), precedente: z.string(), voci: z.string() }),
});
let costruiti: ReturnType<typeof schemi> | undefined;
const lettori = (): ReturnType<typeof schemi> => {
  costruiti ??= schemi();
  return costruiti;
};

const inGruppi = <T>(elementi: readonly T[], quanti: number): T[][] =>
  Array.from({ length: Math.ceil(elementi.length / quanti) }, (_, i) => elementi.slice(i * quanti, (i + 1) * quanti));

export class Catena<V extends { readonly idDominio: string }> {
  readonly #deposito: Pick<Deposito, "query" | "commit">;
  readonly #clock: Clock;
  readonly #forma: FormaCatena<V>;
  readonly #teste = new Map<string, { readonly versione: number; readonly ultimo: string }>();
  #voci: z.ZodType<readonly V[]> | undefined;

  constructor(deposito: Pick<Deposito, "query" | "commit">, clock: Clock, forma: FormaCatena<V>) {
    this.#deposito = deposito;
    this.#clock = clock;
    this.#forma = forma;
  }

  /** In the order given, a transaction for each creditor. `accanto`: what is created with them. */
  async append(voci: readonly V[], accanto?: (idDominio: string, voci: readonly V[]) => readonly Elemento[]): Promise<void> {
    for (const idDominio of new Set(voci.map((v) => v.idDominio))) {
      const sue = voci.filter((v) => v.idDominio === idDominio);
      const altri = accanto?.(idDominio, sue) ?? [];
      const gruppi = inGruppi(sue, PER_SEGMENTO * (SCRITTURE_MASSIME - altri.length));
      // What is told beside them comes with the last: who is woken finds them all.
      for (const [i, gruppo] of gruppi.entries()) await this.#appendDi(idDominio, gruppo, i === gruppi.length - 1 ? altri : []);
    }
  }

  /** The head is the one that this instance left, or the one that the store opposes to it: no read comes first. */
  async #appendDi(idDominio: string, voci: readonly V[], altri: readonly Elemento[]): Promise<void> {
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const testa = this.#teste.get(idDominio);
      const segmenti = this.#chain(idDominio, voci, testa?.ultimo ?? "");
      const nuova = { versione: (testa?.versione ?? 0) + 1, ultimo: segmenti.at(-1)?.sk ?? "" };
      const elemento = { ...this.#testaDi(idDominio), ...nuova };
      const [contrasto] = await this.#deposito.commit([
        testa
          ? { azione: "sostituisci", tabella: "archivio", elemento, versione: testa.versione }
          : { azione: "crea", tabella: "archivio", elemento },
        ...[...segmenti, ...altri].map((nuovo): Scrittura => ({ azione: "crea", tabella: "archivio", elemento: nuovo })),
      ]);
      if (this.#teste.size >= TESTE_MASSIME) this.#teste.clear();
      if (!contrasto) {
        this.#teste.set(idDominio, nuova);
        return;
      }
      if (contrasto.trovato) this.#teste.set(idDominio, lettori().testa.parse(contrasto.trovato));
      else this.#teste.delete(idDominio);
    }
    throw new Error(`${this.#forma.segmenti}${idDominio}: segmenti non scritti, troppo contesi`);
  }

  #testaDi(idDominio: string): Chiave {
    return { pk: `${this.#forma.testa}${idDominio}`, sk: "TESTA" };
  }

  /** Each after the one before, whatever the clocks of the writers say. */
  #chain(idDominio: string, tutte: readonly V[], testa: string): readonly Elemento[] {
    const adesso = this.#clock.now();
    const scadeAlle = Math.floor(Date.parse(adesso) / 1000) + this.#forma.conservazioneSecondi;
    let ultimo = testa;
    return inGruppi(tutte, PER_SEGMENTO).map((voci) => {
      const precedente = ultimo;
      ultimo = adesso > precedente ? adesso : millisecondoDopo(precedente);
      return { pk: `${this.#forma.segmenti}${idDominio}`, sk: ultimo, versione: 1, precedente, voci: JSON.stringify(voci), scadeAlle };
    });
  }

  /** Segments from that instant on, as they are visible now (one request). */
  async read(idDominio: string, da: string, limite: number): Promise<readonly SegmentoVariazioni<V>[]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", pk: `${this.#forma.segmenti}${idDominio}`, sk: { da }, ordine: "asc", limite },
    });
    return elementi.map((elemento) => this.#fromElemento(elemento));
  }

  #fromElemento(elemento: Elemento): SegmentoVariazioni<V> {
    this.#voci ??= this.#forma.voci();
    const { sk, precedente, voci } = lettori().segmento.parse(elemento);
    return { id: sk, precedente, variazioni: this.#voci.parse(JSON.parse(voci)) };
  }
}
