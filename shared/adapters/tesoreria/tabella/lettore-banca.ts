/** Reader of the tables of banks: the first profile that finds its columns in the first rows reads the whole file. */
import type { CandidatoLettura } from "../../../domain/tesoreria/profili/candidati.ts";
import type { LettoreTesoreria } from "../../../ports/lettori-tesoreria.ts";
import { tabelleBanca } from "./apri-tabella.ts";

/** @param candidati profiles in order of preference; one alone is the one asked for. */
export const createLettoreBanca = (candidati: readonly CandidatoLettura[]): LettoreTesoreria =>
  async function* (byte) {
    const pezzi = byte[Symbol.asyncIterator]();
    try {
      const tabella = await tabelleBanca.open({ [Symbol.asyncIterator]: () => pezzi });
      const scelto = tabella.ok ? await tabella.valore.choose(candidati) : tabella;
      if (tabella.ok && scelto.ok) yield* tabella.valore.read(scelto.valore.regole);
      else if (!scelto.ok) yield { tipo: "rifiuto", motivo: scelto.errore };
    } finally {
      // A refused file is not read to its end: who gives the bytes must know.
      await pezzi.return?.();
    }
  };
