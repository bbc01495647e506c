/** How far a batch is, as a number that only grows: it tells a message written now from one that is late. */
import type { Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Messaggio } from "../../ports/unit-of-work.ts";

export const progressoDi = ({ tappa, stampa }: Pick<Tracciato, "tappa" | "stampa">): number => tappa + stampa.tappa + stampa.parti;

/** What takes a batch further. Uploads of one application, or of one creditor where no application is named, wait for each other and for nobody else. */
export const messaggioDi = (tracciato: Tracciato): Messaggio => {
  const gruppo = tracciato.mittente.idA2A ?? tracciato.idDominio;
  return { coda: "tracciati", corpo: { id: tracciato.id, tappa: progressoDi(tracciato) }, ...(gruppo !== undefined && { gruppo }) };
};
