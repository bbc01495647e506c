/** Queue of the readings of a file between two pieces of it, with the position that each line keeps for ever. */
import type { ChiusuraTesoreria, Lettura, RigaLetta, TestataTesoreria, TotaleDichiarato } from "../../domain/tesoreria/movimento.ts";
import { originale, RigaNonValida } from "./campi.ts";

/** Different faults told of one file: beyond these the file is one fault. */
const FATTI_MASSIMI = 100;

export class Emissione {
  private righe = 0;
  private pronte: Lettura[] = [];
  private totali: TotaleDichiarato[] = [];
  private readonly fatti: string[] = [];

  testata(testata: TestataTesoreria): void {
    this.pronte.push({ tipo: "testata", testata });
  }

  /** Gives what `leggi` gives; what it refuses with RigaNonValida is a rejected line. @param testo the line as it was written. */
  prova<T>(leggi: () => T, testo: () => string): T | undefined {
    try {
      return leggi();
    } catch (errore) {
      if (!(errore instanceof RigaNonValida)) throw errore;
      this.righe += 1;
      this.pronte.push({ tipo: "scarto", scarto: { riga: this.righe, motivo: errore.message, testo: originale(testo()) } });
      return undefined;
    }
  }

  /** Emits the line that `leggi` gives, or a rejected one. */
  riga(leggi: () => Omit<RigaLetta, "riga">, testo: () => string): Omit<RigaLetta, "riga"> | undefined {
    const riga = this.prova(leggi, testo);
    if (riga === undefined) return undefined;
    this.righe += 1;
    this.pronte.push({ tipo: "riga", riga: { ...riga, riga: this.righe } });
    return riga;
  }

  totale(nome: string, dichiarato: bigint | undefined, calcolato: bigint): void {
    if (dichiarato !== undefined && dichiarato !== calcolato && this.totali.length < FATTI_MASSIMI)
      this.totali.push({ nome, dichiarato, calcolato });
  }

  segnala(fatto: string): void {
    if (this.fatti.length < FATTI_MASSIMI && !this.fatti.includes(fatto)) this.fatti.push(fatto);
  }

  /** The end of a statement or of the file, with what did not add up since the one before. */
  chiusura(): void {
    const chiusura: ChiusuraTesoreria = { totaliErrati: this.totali, segnalazioni: this.fatti.splice(0) };
    this.totali = [];
    this.pronte.push({ tipo: "chiusura", chiusura });
  }

  /** A closing of the file after that of its last statement, when there is still something to tell. */
  closeFatti(): void {
    if (this.fatti.length > 0 || this.totali.length > 0) this.chiusura();
  }

  rifiuto(motivo: string): void {
    this.pronte.push({ tipo: "rifiuto", motivo });
  }

  take(): readonly Lettura[] {
    const pronte = this.pronte;
    this.pronte = [];
    return pronte;
  }
}
