/** The probes, and what measures for them. */
import { ArchivioSonde } from "../../adapters/archivio/sonde.ts";
import { code } from "../../contracts/queues.ts";
import { schedulazioni } from "../../contracts/schedules.ts";
import { deposito } from "./base.ts";
import { porteScarti } from "./scarti.ts";

export const porteSonde = {
  definizioni: schedulazioni,
  code: code.map(({ nome }) => nome),
  codeScarti: porteScarti.code.map(({ nome }) => nome),
  sonde: new ArchivioSonde(deposito),
  profondita: porteScarti.scarti,
  clock: porteScarti.clock,
};
