/** What changes the thresholds of the probes. */
import { mappaSoglieSonde } from "../../adapters/archivio/sonde.ts";
import { wireUnitOfWork } from "./base.ts";
import { porteSonde } from "./sonde.ts";

export const porteSoglie = { ...porteSonde, unitOfWork: wireUnitOfWork({ soglieSonde: mappaSoglieSonde }) };
