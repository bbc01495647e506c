/** What the recomputation of the matching reads and writes. */
import type { Abbinamenti, Prove } from "../../ports/abbinamenti.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteProve {
  readonly abbinamenti: Pick<Abbinamenti, "getMemoria" | "getRiscontriFlussi">;
  readonly prove: Prove;
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "findRighe">;
  readonly tesoreria: Pick<
    Tesoreria,
    "getMovimento" | "findMovimentiByFlusso" | "findMovimentiByIuv" | "findMovimentiByIur" | "findMovimentiBySct"
  >;
}

export interface PorteAbbinamenti extends PorteProve {
  readonly abbinamenti: Pick<Abbinamenti, "getMemoria" | "getAbbinamenti" | "getRiscontriFlussi" | "findDaSpiegare" | "findConPagamenti">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "findRighe" | "getRiconciliazione" | "getUnicita" | "findInAttesa">;
  readonly anomalie: Pick<Anomalie, "findDiSoggetto" | "getInstradamento">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}
