/** Reading of the story of a debt. */
import { ArchivioStorie } from "../../adapters/archivio/storie.ts";
import { clock, deposito } from "./base.ts";

export const porteStoria = { storie: new ArchivioStorie(deposito), clock };
