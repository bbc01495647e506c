/** What loading treasury files needs of the rest. */
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { LettoriTesoreria } from "../../ports/lettori-tesoreria.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { PacchettiZip } from "../../ports/pacchetti-zip.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { TakeFlusso } from "./take-flusso.ts";

/** Running digest of a content read in pieces. */
export interface ImprontaInCorso {
  update(pezzo: Uint8Array): void;
  /** Hexadecimal SHA-256. */
  end(): string;
}

export interface PorteLettura {
  readonly tesoreria: Tesoreria;
  readonly oggetti: Oggetti;
  readonly unitOfWork: UnitOfWork;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly zip: Pick<PacchettiZip, "open">;
  readonly lettori: LettoriTesoreria;
  readonly startImpronta: () => ImprontaInCorso;
  readonly takeFlusso: TakeFlusso;
  /** Lines of a stage and of a batch within it; absent = those of the worker. */
  readonly passo?: { readonly tappa: number; readonly lotto: number };
}
