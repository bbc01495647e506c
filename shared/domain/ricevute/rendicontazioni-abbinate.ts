/** Settlement rows that came before their receipt (007101): with the receipt they find their payment, or show that the amount is another one (007104). */
import { definiti } from "../definiti.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import { ANOMALIE, statiRendicontazione } from "../rendicontazioni/stati-flusso.ts";
import { formatImportoItaliano } from "../valori/importo.ts";
import type { Riscossione } from "./ricevuta.ts";

const IN_ATTESA = "007101";
const IMPORTO_DIVERSO = "007104";

/** Rows to rewrite, given the amounts collected by one receipt. @param adesso instant of the registration. */
export function matchRendicontazioni(
  righe: readonly Rendicontazione[],
  riscossioni: readonly Riscossione[],
  adesso: string,
): readonly Rendicontazione[] {
  return righe.flatMap((riga): Rendicontazione[] => {
    const attende = riga.stato === "ANOMALA" && riga.segnalazioni.some(({ codice }) => codice === IN_ATTESA);
    const riscossione = riscossioni.find((r) => r.iur === riga.iur && r.indice === riga.indice && r.idDominio === riga.idDominio);
    if (!attende || !riscossione) return [];
    const { direzione, divisione } = riscossione;
    const nota = { ...riga, ...definiti({ direzione, divisione }) };
    const altre = riga.segnalazioni.filter(({ codice }) => codice !== IN_ATTESA);
    if (riscossione.importo !== riga.importo) {
      const dettaglio = `rendicontato ${formatImportoItaliano(riga.importo)}, pagato ${formatImportoItaliano(riscossione.importo)}`;
      return [
        {
          ...nota,
          segnalazioni: [...altre, { data: adesso, codice: IMPORTO_DIVERSO, descrizione: ANOMALIE[IMPORTO_DIVERSO].testo, dettaglio }],
        },
      ];
    }
    const stato = statiRendicontazione.next(riga.stato, "abbina");
    // A row with another anomaly keeps it: only the missing payment is solved.
    return [altre.length > 0 || !stato.ok ? { ...nota, segnalazioni: altre } : { ...nota, stato: stato.valore, segnalazioni: [] }];
  });
}
