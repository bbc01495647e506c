/** Closes every day that is over and has no seal yet, each chained to the one before. Two runs at once write the same seal. */
import { closeGiorno, PRIMO_PRECEDENTE, type Sigillo } from "../../domain/giornale/sigilli.ts";
import { addGiorni, giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Sigilli } from "../../ports/sigilli.ts";

interface Porte {
  readonly sigilli: Pick<Sigilli, "addSigillo" | "findSegmenti" | "hasSegmenti" | "impronta" | "lastSigillo">;
  readonly clock: Clock;
}

/** Without any seal yet, how far back the first segment is sought. */
const GIORNI_INDIETRO = 40;
/** Days closed in one run: after a long stop the next runs go on. */
const GIORNI_PER_VOLTA = 60;

const findPrimo = async (sigilli: Porte["sigilli"], ieri: string): Promise<string> => {
  for (let indietro = GIORNI_INDIETRO; indietro > 0; indietro -= 1) {
    const giorno = addGiorni(ieri, -indietro);
    if (await sigilli.hasSegmenti(giorno)) return giorno;
  }
  return ieri;
};

export const closeGiorni =
  ({ sigilli, clock }: Porte) =>
  async (): Promise<{ readonly chiusi: number; readonly eventi: number; readonly alterazioni: number }> => {
    const ieri = addGiorni(giornoDi(clock.now()), -1);
    let ultimo: Sigillo | undefined = await sigilli.lastSigillo();
    let giorno = ultimo ? addGiorni(ultimo.giorno, 1) : await findPrimo(sigilli, ieri);
    const cifre = { chiusi: 0, eventi: 0, alterazioni: 0 };
    while (giorno <= ieri && cifre.chiusi < GIORNI_PER_VOLTA) {
      const segmenti = await sigilli.findSegmenti(giorno);
      ultimo = closeGiorno(giorno, ultimo?.impronta ?? PRIMO_PRECEDENTE, segmenti, clock.now(), (testo) => sigilli.impronta(testo));
      await sigilli.addSigillo(ultimo);
      cifre.chiusi += 1;
      cifre.eventi += ultimo.eventi;
      cifre.alterazioni += ultimo.alterazioni;
      giorno = addGiorni(giorno, 1);
    }
    return cifre;
  };
