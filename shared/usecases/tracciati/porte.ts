/** What the elaboration of a batch needs of the rest: the very use cases that serve one debt at a time, never a copy of their rules. */
import type { Esito } from "../../domain/esito.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { PacchettiZip } from "../../ports/pacchetti-zip.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Tracciati } from "../../ports/tracciati.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { savePendenza } from "../pendenze/save-pendenza.ts";
import type { updatePendenza } from "../pendenze/update-pendenza.ts";

export interface PorteElaborazione {
  readonly tracciati: Tracciati;
  readonly oggetti: Oggetti;
  readonly unitOfWork: UnitOfWork;
  readonly anagrafiche: Anagrafiche;
  readonly posizioni: Posizioni;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly zip: PacchettiZip;
  readonly save: ReturnType<typeof savePendenza>;
  readonly update: ReturnType<typeof updatePendenza>;
  /** The body of a PUT through its contract. Errors: sentence that names the field. */
  readonly parsePendenza: (corpo: unknown, dataAvvisatura: string | undefined) => Esito<NuovaPendenza>;
  /** Keys of a debt through their contract. */
  readonly checkChiave: (chiave: { readonly idA2A: string; readonly idPendenza: string }) => string | undefined;
  /** JSON with bounded depth. */
  readonly parseJson: (testo: string) => Esito<unknown>;
  /** What a code of the catalogue means. */
  readonly describe: (codice: string) => string;
  /** The printed notice; undefined when the debt has none. */
  readonly print: (pendenza: Pendenza) => Promise<Uint8Array | undefined>;
}
