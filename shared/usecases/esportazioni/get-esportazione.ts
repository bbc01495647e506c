/** An export, for who asked for it and nobody else; when it is ready, with the address of the file. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { chiaveEsportazione, type Esportazione, nomeFileEsportazione } from "../../domain/esportazioni/esportazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Esportazioni } from "../../ports/esportazioni.ts";
import type { Oggetti } from "../../ports/oggetti.ts";

/** Time to begin a download: the address is a secret. */
export const VALIDITA_SECONDI = 15 * 60;

interface Porte {
  readonly esportazioni: Esportazioni;
  readonly oggetti: Pick<Oggetti, "linkLettura">;
}

export const getEsportazione =
  ({ esportazioni, oggetti }: Porte) =>
  async (
    id: string,
    { principal }: Chiamante,
  ): Promise<Esito<{ readonly esportazione: Esportazione; readonly collegamento?: string }, Rifiuto<"NON_TROVATO">>> => {
    const esportazione = await esportazioni.get(id);
    if (esportazione?.mittente.principal !== principal) return rifiuto("NON_TROVATO", `esportazione ${id}`);
    if (esportazione.stato !== "PRONTA") return ok({ esportazione });
    const collegamento = oggetti.linkLettura(chiaveEsportazione(esportazione), nomeFileEsportazione(esportazione), VALIDITA_SECONDI);
    return ok({ esportazione, collegamento });
  };
