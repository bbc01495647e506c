/** Reading of the story of a debt, with the anomalies of its money. */
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { findAnomalieStoria } from "../../usecases/pendenze/find-anomalie-storia.ts";
import { deposito } from "./base.ts";
import { porteStoria } from "./storie.ts";

export const porteStoriaConAnomalie = { ...porteStoria, findAltri: findAnomalieStoria(new ArchivioAnomalie(deposito)) };
