/** What the reconciliation of a movement reads and writes. */
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteRiconciliazione {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getPosizione" | "getPendenza" | "getPendenze" | "getRiscossioni">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "findRighe" | "getFlusso" | "getRiconciliazione" | "getUnicita">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}
