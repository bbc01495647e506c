/** From the operations of a PATCH to the changes of the domain. */
import type * as z from "zod";
import type { VariazionePendenza } from "../../contracts/pendenze/scrittura.ts";
import type { Variazione } from "../../domain/pendenze/variazioni.ts";

export const toVariazione = (operazione: z.output<typeof VariazionePendenza>): Variazione => {
  switch (operazione.path) {
    case "/stato":
      return { campo: "stato", valore: operazione.value };
    case "/descrizioneStato":
      return { campo: "descrizioneStato", valore: operazione.value };
    case "/ack":
      return { campo: "ack", valore: operazione.value };
    case "/nota":
      return { campo: "nota", valore: operazione.value };
  }
};
