/** The scheduled jobs as the Backoffice sees them. */
import { ArchivioLavori } from "../../adapters/archivio/lavori.ts";
import { schedulazioni } from "../../contracts/schedules.ts";
import { clock, deposito } from "./base.ts";

export const porteLavori = { definizioni: schedulazioni, lavori: new ArchivioLavori(deposito), clock };
