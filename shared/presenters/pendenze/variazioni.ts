/** From the operations of a PATCH to the changes of the domain. */
import type * as z from "zod";
import type { PagatoAltrove as CorpoPagato, VariazionePendenza } from "../../contracts/pendenze/scrittura.ts";
import type { PagatoAltrove } from "../../domain/pendenze/pagata-altrove.ts";
import type { Variazione } from "../../domain/pendenze/variazioni.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";

/** The contract has already refused more than two decimals. */
export const toPagatoAltrove = ({ importo, ...altro }: z.output<typeof CorpoPagato>): PagatoAltrove => {
  const cents = fromNumeroJson(importo);
  return { ...altro, importo: cents.ok ? cents.valore : 0n };
};

export const toVariazione = (operazione: z.output<typeof VariazionePendenza>): Variazione => {
  switch (operazione.path) {
    case "/stato":
      return { campo: "stato", valore: operazione.value };
    case "/pagataAltrove":
      return { campo: "pagataAltrove", valore: toPagatoAltrove(operazione.value) };
    case "/descrizioneStato":
      return { campo: "descrizioneStato", valore: operazione.value };
    case "/ack":
      return { campo: "ack", valore: operazione.value };
    case "/nota":
      return { campo: "nota", valore: operazione.value };
  }
};
