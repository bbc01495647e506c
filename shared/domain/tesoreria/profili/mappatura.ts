/** The rows of a table, one after the other, as movements: the header found, what is not a movement left out, the totals of the foot checked. */
import { type Esito, ko, ok } from "../../esito.ts";
import type { ChiusuraTesoreria, Lettura, TotaleDichiarato } from "../movimento.ts";
import { describeColonna, isTestataRipetuta, parseImportoDi, parseRiga } from "./leggi-riga.ts";
import { type Posti, resolvePosti } from "./posti.ts";
import { columnsOf, normalizeNome, type RegoleLettura, RIGHE_TESTATA_MASSIME, type RigaDaIgnorare } from "./profilo.ts";
import { type Cella, describeRiga, isVuota, type RigaTabella, textOf } from "./tabella.ts";

/** An account of Italy or San Marino: 27 characters, which blanks may part. */
const IBAN = /\b(?:IT|SM) ?\d{2} ?[A-Z](?: ?\d){10}(?: ?[A-Z0-9]){12}(?![A-Z0-9])/;

const findConto = (celle: readonly Cella[]): string | undefined => {
  for (const cella of celle) {
    const trovato = IBAN.exec(textOf(cella).slice(0, 500).toUpperCase())?.[0];
    if (trovato !== undefined) return trovato.replace(/\s/g, "");
  }
  return undefined;
};

interface Somme {
  entrate: bigint;
  uscite: bigint;
}

/** Reads the rows of one file: `accept` each of them in order, then `end`. */
export class Mappatura {
  readonly #regole: RegoleLettura;
  readonly #somme: Somme = { entrate: 0n, uscite: 0n };
  readonly #totaliErrati: TotaleDichiarato[] = [];
  readonly #segnalazioni: string[] = [];
  #posti: Posti | undefined;
  /** Names of the header, normalised. */
  #testata: readonly string[] | undefined;
  /** Rows left out that read as movements. */
  readonly #escluse: number[] = [];
  #conto: string | undefined;
  #viste = 0;
  #mancanti: readonly string[] | undefined;
  #totaleVisto = false;

  constructor(regole: RegoleLettura) {
    this.#regole = regole;
  }

  /** Whether the columns have been found. */
  get pronta(): boolean {
    return this.#posti !== undefined;
  }

  accept(riga: RigaTabella): readonly Lettura[] {
    if (isVuota(riga)) return [];
    if (this.#posti) return this.#read(riga, this.#posti);
    const { rigaTestata, righeDaSaltare } = this.#regole;
    if (rigaTestata === 0) {
      if (riga.riga <= righeDaSaltare) return this.#look(riga);
      const posti = resolvePosti(this.#regole, undefined);
      if (!posti.ok) return [this.#refuse(posti.errore)];
      if (this.#viste < RIGHE_TESTATA_MASSIME && this.#isDidascalia(riga, posti.valore)) return this.#look(riga);
      return [...this.#begin(posti.valore), ...this.#read(riga, posti.valore)];
    }
    if (rigaTestata !== undefined && riga.riga < rigaTestata) return this.#look(riga);
    const posti = resolvePosti(this.#regole, riga.celle);
    // A profile of positions only finds them everywhere: its header is the row that it says.
    if (posti.ok && (rigaTestata !== undefined || columnsOf(this.#regole).some(([, colonna]) => typeof colonna === "string"))) {
      this.#testata = riga.celle.map((cella) => normalizeNome(textOf(cella)));
      return this.#begin(posti.valore);
    }
    this.#look(riga);
    if (!posti.ok && (this.#mancanti === undefined || posti.errore.length < this.#mancanti.length)) this.#mancanti = posti.errore;
    return this.#viste >= RIGHE_TESTATA_MASSIME || rigaTestata !== undefined ? [this.#refuse(this.#mancanti ?? [])] : [];
  }

  /** What is told when the rows are over. */
  end(): Lettura {
    if (!this.#posti) return this.#refuse(this.#mancanti ?? columnsOf(this.#regole).map(([, colonna]) => String(colonna)));
    const { totale } = this.#regole;
    if (totale !== undefined && !this.#totaleVisto)
      this.#segnalazioni.push(`manca la riga che comincia con "${totale}": il file potrebbe essere incompleto`);
    const [esclusa] = this.#escluse;
    if (esclusa !== undefined)
      this.#segnalazioni.push(
        `il profilo lascia fuori righe che sembrano movimenti: ${this.#escluse.length}, ${this.#escluse.length === 1 ? "alla" : "la prima alla"} riga ${esclusa}`,
      );
    const chiusura: ChiusuraTesoreria = { totaliErrati: this.#totaliErrati, segnalazioni: this.#segnalazioni };
    return { tipo: "chiusura", chiusura };
  }

  #look(riga: RigaTabella): readonly Lettura[] {
    this.#viste += 1;
    this.#conto ??= findConto(riga.celle);
    return [];
  }

  #begin(posti: Posti): readonly Lettura[] {
    this.#posti = posti;
    const conto = this.#regole.conto ?? this.#conto;
    return [{ tipo: "testata", testata: { formato: this.#regole.formato, ...(conto === undefined ? {} : { conto }) } }];
  }

  #refuse(mancanti: readonly string[]): Lettura {
    const nomi = mancanti.map((nome) => `"${describeColonna(nome)}"`).join(", ");
    const dove = this.#regole.rigaTestata ? `nella riga ${this.#regole.rigaTestata}` : `nelle prime ${RIGHE_TESTATA_MASSIME} righe`;
    return { tipo: "rifiuto", motivo: `${dove} non c'è la testata attesa: ${nomi === "" ? "nessuna riga" : `mancano le colonne ${nomi}`}` };
  }

  #read(riga: RigaTabella, posti: Posti): readonly Lettura[] {
    const scarto = (motivo: string): readonly Lettura[] => [
      { tipo: "scarto", scarto: { riga: riga.riga, motivo, testo: describeRiga(riga) } },
    ];
    if (riga.difetto !== undefined) return scarto(riga.difetto);
    const letta = parseRiga(this.#regole, posti, riga, this.#conto);
    if (!letta.ok) return this.#isAltro(riga.celle, posti) ? [] : scarto(letta.errore);
    if (this.#isEscluso(riga, posti)) return [];
    const { segno, importo } = letta.valore;
    this.#somme[segno === "ENTRATA" ? "entrate" : "uscite"] += importo;
    return [{ tipo: "riga", riga: letta.valore }];
  }

  /** Above the movements of a table without header: names and captions, no digit where a date would begin. */
  #isDidascalia({ celle, difetto }: RigaTabella, { postoDi }: Posti): boolean {
    return difetto === undefined && !/^\d/.test(textOf(celle[postoDi(this.#regole.colonne.data)]));
  }

  /** A row that reads as no movement, and is not one: a header repeated, a balance, the totals. */
  #isAltro(celle: readonly Cella[], posti: Posti): boolean {
    if (this.#testata !== undefined && isTestataRipetuta(this.#testata, celle)) return true;
    if (this.#regole.totale !== undefined && celle.some((cella) => startsWith(cella, this.#regole.totale ?? ""))) {
      this.#checkTotale(celle, posti);
      return true;
    }
    return this.#regole.righeDaIgnorare.some((regola) => matches(regola, celle, posti));
  }

  /** A row that reads as a movement, and that the profile leaves out by a column: it is told, because it may be money. */
  #isEscluso({ riga, celle }: RigaTabella, posti: Posti): boolean {
    const { totale } = this.#regole;
    const esatto = totale !== undefined && celle.some((cella) => textOf(cella).toLowerCase() === totale.toLowerCase());
    if (esatto) this.#checkTotale(celle, posti);
    if (esatto) return true;
    const escluso = this.#regole.righeDaIgnorare.some((regola) => regola.colonna !== undefined && matches(regola, celle, posti));
    if (escluso) this.#escluse.push(riga);
    return escluso;
  }

  #checkTotale(celle: readonly Cella[], posti: Posti): void {
    this.#totaleVisto = true;
    const { importo } = this.#regole;
    const { entrate, uscite } = this.#somme;
    const contesto = { regole: this.#regole, posti, celle };
    if (importo.tipo === "DARE_AVERE") {
      this.#compare("totale uscite", absolute(parseImportoDi(contesto, importo.dare)), uscite);
      this.#compare("totale entrate", parseImportoDi(contesto, importo.avere), entrate);
    } else this.#compare("totale", parseImportoDi(contesto, importo.colonna), entrate - uscite);
  }

  #compare(nome: string, letto: Esito<bigint | undefined>, calcolato: bigint): void {
    if (!letto.ok) this.#segnalazioni.push(`${nome} illeggibile: ${letto.errore}`);
    else if (letto.valore !== undefined && letto.valore !== calcolato) {
      this.#totaliErrati.push({ nome, dichiarato: letto.valore, calcolato });
    }
  }
}

/** Debits may come in their own column with or without a sign. */
const absolute = (letto: Esito<bigint | undefined>): Esito<bigint | undefined> =>
  letto.ok && letto.valore !== undefined && letto.valore < 0n ? ok(-letto.valore) : letto;

const startsWith = (cella: Cella, inizio: string): boolean => textOf(cella).slice(0, inizio.length).toLowerCase() === inizio.toLowerCase();

function matches({ modo, testo, colonna }: RigaDaIgnorare, celle: readonly Cella[], { postoDi }: Posti): boolean {
  const cercato = testo.toLowerCase();
  return (colonna === undefined ? celle : celle.slice(postoDi(colonna), postoDi(colonna) + 1)).some((cella) => {
    if (modo === "INIZIA") return startsWith(cella, testo);
    const dove = textOf(cella).toLowerCase();
    return modo === "UGUALE" ? dove === cercato : dove.includes(cercato);
  });
}

/** Runs the first rows of a file through a profile: whether its columns are there, and how many rows it reads. */
export function tryProfilo(
  regole: RegoleLettura,
  prime: readonly RigaTabella[],
): Esito<{ readonly lette: number; readonly scartate: number }> {
  const mappatura = new Mappatura(regole);
  let [lette, scartate] = [0, 0];
  for (const riga of prime) {
    for (const lettura of mappatura.accept(riga)) {
      if (lettura.tipo === "rifiuto") return ko(lettura.motivo);
      if (lettura.tipo === "riga") lette += 1;
      if (lettura.tipo === "scarto") scartate += 1;
    }
  }
  const fine = mappatura.pronta ? undefined : mappatura.end();
  return fine?.tipo === "rifiuto" ? ko(fine.motivo) : ok({ lette, scartate });
}
