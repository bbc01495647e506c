/** How far a batch is, as a number that only grows: it tells a message written now from one that is late. */
import type { Tracciato } from "../../domain/tracciati/tracciato.ts";

export const progressoDi = ({ tappa, stampa }: Pick<Tracciato, "tappa" | "stampa">): number => tappa + stampa.tappa + stampa.parti;
