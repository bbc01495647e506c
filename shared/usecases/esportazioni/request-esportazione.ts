/** Asks for a list as a file: only what the caller may list, and the file is made by a queue. */
import { type Chiamante, hasServizio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Contenuto, Esportazione, Formato } from "../../domain/esportazioni/esportazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

/** The right that the list of each content asks for. */
const SERVIZI = {
  pendenze: "Pendenze",
  riscossioni: "Rendicontazioni e Incassi",
  rendicontazioni: "Rendicontazioni e Incassi",
  flussi: "Rendicontazioni e Incassi",
  incassi: "Rendicontazioni e Incassi",
  "entrate-previste": "Rendicontazioni e Incassi",
  accertamenti: "Rendicontazioni e Incassi",
  beneficiari: "Rendicontazioni e Incassi",
  eventi: "Giornale degli Eventi",
} as const satisfies Readonly<Record<Contenuto, string>>;

export interface RichiestaEsportazione {
  readonly contenuto: Contenuto;
  readonly formato: Formato;
  readonly virgola: boolean;
  readonly filtri: Esportazione["filtri"];
}

interface Porte {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const requestEsportazione =
  ({ unitOfWork, clock, ids }: Porte) =>
  async (
    richiesta: RichiestaEsportazione,
    mittente: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Esportazione, Rifiuto<"NON_AUTORIZZATO" | "CONFLITTO">>> => {
    const servizio = SERVIZI[richiesta.contenuto];
    if (!hasServizio(mittente, [servizio], "R")) return rifiuto("NON_AUTORIZZATO", `serve il diritto R su ${servizio}`);
    const id = ids.next();
    const valore: Esportazione = { versione: 0, id, stato: "IN_ATTESA", ...richiesta, mittente, dataRichiesta: clock.now() };
    const { idDominio } = richiesta.filtri;
    const scritto = await unitOfWork.commit([{ azione: "crea", entita: "esportazione", valore }], {
      eventi: [
        traccia.evento({
          dettaglioEsito: `Esportazione ${id}: ${richiesta.contenuto} in ${richiesta.formato}`,
          ...(idDominio !== undefined && { idDominio }),
        }),
      ],
      messaggi: [{ coda: "esportazioni", gruppo: mittente.principal, corpo: { id } }],
    });
    return scritto.ok ? ok({ ...valore, versione: 1 }) : rifiuto("CONFLITTO");
  };
