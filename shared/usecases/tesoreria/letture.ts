/** The stream of a file, line by line, as stages of a loading: what was done before is passed over, heads and ends are looked at again. */
import type { Caricamento } from "../../domain/tesoreria/caricamento.ts";
import { addSegnalazioni, CONTI_MASSIMI } from "../../domain/tesoreria/caricamento.ts";
import { chiaviCausale } from "../../domain/tesoreria/chiavi-causale.ts";
import { checkRiga, checkTestata, describeChiusura, type EnteDelFile, unknownBanca } from "../../domain/tesoreria/controllo-righe.ts";
import type { FormatoTesoreria, Lettura, RigaScartata, TestataTesoreria } from "../../domain/tesoreria/movimento.ts";
import type { RigaRegistrabile } from "../../domain/tesoreria/movimento-registrato.ts";

const TESTO_SCARTO_MASSIMO = 1000;

/** A piece of work: lines to register, lines refused, in the order of the file. */
export interface TrattoLetto {
  readonly righe: readonly RigaRegistrabile[];
  readonly scarti: readonly RigaScartata[];
  /** Lines gone through, good or not. */
  readonly lette: number;
  /** With what heads and ends have said so far. */
  readonly caricamento: Caricamento;
  /** Nothing follows. */
  readonly fine: boolean;
  /** Why nothing more can be read. */
  readonly rifiuto?: string;
}

const withTestata = (caricamento: Caricamento, ente: EnteDelFile, testata: TestataTesoreria): Caricamento => {
  const { formato, versioneFormato, conto, idFlusso, pagina, pagineTotali } = testata;
  const ignota = unknownBanca(ente, testata);
  return {
    ...caricamento,
    formatoLetto: formato,
    ...(versioneFormato !== undefined && { versioneFormato }),
    ...(conto !== undefined && { conti: [...new Set([...caricamento.conti, conto])].slice(0, CONTI_MASSIMI) }),
    ...(idFlusso !== undefined && {
      flusso: { idFlusso, ...(pagina !== undefined && { pagina }), ...(pagineTotali !== undefined && { pagineTotali }) },
    }),
    ...(ignota !== undefined && { segnalazioni: addSegnalazioni(caricamento.segnalazioni, [ignota]) }),
  };
};

/** Reads a file in order, from the line after `saltate`. */
export class LettoreTratti {
  readonly #iteratore: AsyncIterator<Lettura>;
  readonly #ente: EnteDelFile;
  readonly #file: string;
  /** As the head of the lines says: a table of a bank is known for Poste's only by then. */
  #formato: FormatoTesoreria;
  #daSaltare: number;
  /** Why the statement being read is not of the creditor. */
  #estraneo: string | undefined;
  #conto: string | undefined;

  constructor(letture: AsyncIterable<Lettura>, formato: FormatoTesoreria, ente: EnteDelFile, file: string, saltate: number) {
    this.#iteratore = letture[Symbol.asyncIterator]();
    this.#formato = formato;
    this.#ente = ente;
    this.#file = file;
    this.#daSaltare = saltate;
  }

  /** At most so many lines. */
  async next(caricamento: Caricamento, massimo: number): Promise<TrattoLetto> {
    const righe: RigaRegistrabile[] = [];
    const scarti: RigaScartata[] = [];
    let lette = 0;
    let aggiornato = caricamento;
    while (lette < massimo) {
      const { value, done } = await this.#iteratore.next();
      if (done === true) return { righe, scarti, lette, caricamento: aggiornato, fine: true };
      if (value.tipo === "rifiuto") return { righe, scarti, lette, caricamento: aggiornato, fine: true, rifiuto: value.motivo };
      if (value.tipo === "testata") {
        this.#estraneo = checkTestata(this.#ente, value.testata);
        this.#conto = value.testata.conto;
        this.#formato = value.testata.formato;
        aggiornato = withTestata(aggiornato, this.#ente, value.testata);
        // A file that says at once that it is another's is not looked at further.
        if (this.#estraneo !== undefined && aggiornato.righeLette + lette === 0 && this.#daSaltare === 0)
          return { righe, scarti, lette, caricamento: aggiornato, fine: true, rifiuto: this.#estraneo };
      } else if (value.tipo === "chiusura") {
        aggiornato = { ...aggiornato, segnalazioni: addSegnalazioni(aggiornato.segnalazioni, describeChiusura(value.chiusura)) };
      } else if (this.#daSaltare > 0) {
        this.#daSaltare -= 1;
      } else {
        lette += 1;
        this.#read(value, righe, scarti, aggiornato.id);
      }
    }
    return { righe, scarti, lette, caricamento: aggiornato, fine: false };
  }

  #read(
    lettura: Extract<Lettura, { tipo: "riga" | "scarto" }>,
    righe: RigaRegistrabile[],
    scarti: RigaScartata[],
    idCaricamento: string,
  ): void {
    if (lettura.tipo === "scarto") {
      scarti.push({ ...lettura.scarto, testo: lettura.scarto.testo.slice(0, TESTO_SCARTO_MASSIMO) });
      return;
    }
    const { riga: letta } = lettura;
    const conto = letta.conto ?? this.#conto;
    const esito =
      this.#estraneo === undefined
        ? checkRiga(this.#ente, conto === undefined ? letta : { ...letta, conto })
        : ({ ok: false, errore: this.#estraneo } as const);
    if (!esito.ok) {
      scarti.push({ riga: letta.riga, motivo: esito.errore, testo: letta.causale.slice(0, TESTO_SCARTO_MASSIMO) });
      return;
    }
    const origine = { idCaricamento, file: this.#file, riga: letta.riga, formato: this.#formato, esito: "NUOVO" } as const;
    righe.push({ riga: esito.valore, chiavi: chiaviCausale(esito.valore.causale), origine });
  }

  async close(): Promise<void> {
    await this.#iteratore.return?.();
  }
}
