/**
 * What changed, over the store: segments in the order of their names, which are instants that never go back. A head for each creditor is moved in the transaction that
 * writes them, so that two writers cannot both come after the same one, and each segment names the one before it (docs/adr/0035).
 */
import * as z from "zod";
import { addMinuti } from "../../domain/valori/date.ts";
import {
  GIORNI_CONSERVATI,
  type SegmentoVariazioni,
  TIPI_VARIAZIONE,
  type VariazioneContabile,
} from "../../domain/variazioni/variazione-contabile.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Chiave, Deposito, Elemento, Scrittura } from "../../ports/deposito.ts";
import type { Variazioni } from "../../ports/variazioni.ts";

/** Some 15 kB: a reader that wants few does not read many. */
const PER_SEGMENTO = 50;
const SEGMENTI_PER_TRANSAZIONE = 90;
const TENTATIVI = 50;
/** Creditors whose head an instance remembers. */
const TESTE_MASSIME = 1000;
/** Kept longer than promised: an item that expires goes within two days. */
const CONSERVAZIONE_SECONDI = (GIORNI_CONSERVATI + 2) * 86_400;

const pkSegmenti = (idDominio: string): string => `VAR#${idDominio}`;
const testaDi = (idDominio: string): Chiave => ({ pk: `VAT#${idDominio}`, sk: "TESTA" });
const millisecondoDopo = (istante: string): string => addMinuti(istante, 1 / 60_000);

const schemi = () => {
  const testo = z.string();
  const opz = z.exactOptional(testo);
  return {
    testa: z.looseObject({ versione: z.int(), ultimo: testo }),
    segmento: z.looseObject({ sk: testo, precedente: testo, voci: testo }),
    voci: z.array(
      z.strictObject({
        tipo: z.enum(TIPI_VARIAZIONE),
        azione: z.enum(["CREATA", "MODIFICATA", "ELIMINATA"]),
        ...{ idDominio: testo, versione: z.int(), stato: opz, chiave: z.record(testo, z.union([testo, z.int()])) },
        ambito: z.exactOptional(z.strictObject({ idTipoPendenza: opz, idUnitaOperativa: opz })),
      }),
    ),
  };
};
let costruiti: ReturnType<typeof schemi> | undefined;
const lettori = (): ReturnType<typeof schemi> => {
  costruiti ??= schemi();
  return costruiti;
};

const fromElemento = (elemento: Elemento): SegmentoVariazioni => {
  const { segmento, voci } = lettori();
  const letto = segmento.parse(elemento);
  return { id: letto.sk, precedente: letto.precedente, variazioni: voci.parse(JSON.parse(letto.voci)) };
};

const inGruppi = <T>(elementi: readonly T[], quanti: number): T[][] =>
  Array.from({ length: Math.ceil(elementi.length / quanti) }, (_, i) => elementi.slice(i * quanti, (i + 1) * quanti));

export class ArchivioVariazioni implements Variazioni {
  readonly #deposito: Pick<Deposito, "query" | "commit">;
  readonly #clock: Clock;
  readonly #teste = new Map<string, { readonly versione: number; readonly ultimo: string }>();

  constructor(deposito: Pick<Deposito, "query" | "commit">, clock: Clock) {
    this.#deposito = deposito;
    this.#clock = clock;
  }

  async append(variazioni: readonly VariazioneContabile[]): Promise<void> {
    for (const idDominio of new Set(variazioni.map((v) => v.idDominio))) {
      const sue = variazioni.filter((v) => v.idDominio === idDominio);
      for (const gruppo of inGruppi(sue, PER_SEGMENTO * SEGMENTI_PER_TRANSAZIONE)) await this.#appendDi(idDominio, gruppo);
    }
  }

  /** The head is the one that this instance left, or the one that the store opposes to it: no read comes first. */
  async #appendDi(idDominio: string, variazioni: readonly VariazioneContabile[]): Promise<void> {
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const testa = this.#teste.get(idDominio);
      const segmenti = this.#chain(idDominio, variazioni, testa?.ultimo ?? "");
      const nuova = { versione: (testa?.versione ?? 0) + 1, ultimo: segmenti.at(-1)?.sk ?? "" };
      const elemento = { ...testaDi(idDominio), ...nuova };
      const [contrasto] = await this.#deposito.commit([
        testa
          ? { azione: "sostituisci", tabella: "archivio", elemento, versione: testa.versione }
          : { azione: "crea", tabella: "archivio", elemento },
        ...segmenti.map((segmento): Scrittura => ({ azione: "crea", tabella: "archivio", elemento: segmento })),
      ]);
      if (this.#teste.size >= TESTE_MASSIME) this.#teste.clear();
      if (!contrasto) {
        this.#teste.set(idDominio, nuova);
        return;
      }
      if (contrasto.trovato) this.#teste.set(idDominio, lettori().testa.parse(contrasto.trovato));
      else this.#teste.delete(idDominio);
    }
    throw new Error(`variazioni di ${idDominio} non scritte: troppo contese`);
  }

  /** Each after the one before, whatever the clocks of the writers say. */
  #chain(idDominio: string, variazioni: readonly VariazioneContabile[], testa: string): readonly Elemento[] {
    const adesso = this.#clock.now();
    const scadeAlle = Math.floor(Date.parse(adesso) / 1000) + CONSERVAZIONE_SECONDI;
    let ultimo = testa;
    return inGruppi(variazioni, PER_SEGMENTO).map((voci) => {
      const precedente = ultimo;
      ultimo = adesso > precedente ? adesso : millisecondoDopo(precedente);
      return { pk: pkSegmenti(idDominio), sk: ultimo, versione: 1, precedente, voci: JSON.stringify(voci), scadeAlle };
    });
  }

  async read(idDominio: string, da: string, limite: number): Promise<readonly SegmentoVariazioni[]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", pk: pkSegmenti(idDominio), sk: { da }, ordine: "asc", limite },
    });
    return elementi.map(fromElemento);
  }
}
