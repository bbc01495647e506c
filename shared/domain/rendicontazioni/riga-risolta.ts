/** A settlement row once the payment that it lacked has been created from it. */
import { definiti } from "../definiti.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Rendicontazione } from "./flusso.ts";
import { type CodiceAnomalia, statiRendicontazione } from "./stati-flusso.ts";

/** Anomalies that a payment created from the row resolves. */
const RISOLTE: readonly string[] = ["007101", "007111", "007114"] satisfies CodiceAnomalia[];

/** Undefined when there is nothing to write: it was already matched, or something else is wrong with it. */
export const resolveRiga = (riga: Rendicontazione, pendenza?: Pick<Pendenza, "direzione" | "divisione">): Rendicontazione | undefined => {
  const stato = statiRendicontazione.next(riga.stato, "abbina");
  const restano = riga.segnalazioni.filter(({ codice }) => !RISOLTE.includes(codice));
  const { direzione, divisione } = pendenza ?? {};
  return stato.ok && restano.length === 0
    ? { ...riga, ...definiti({ direzione, divisione }), stato: stato.valore, segnalazioni: [] }
    : undefined;
};
