/** What the preview of a treasurer's table reads: the registry, the flows and payments it may pay, the file it was given. */
import { ArchivioProve } from "../../adapters/archivio/prove.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { tabelleBanca } from "../../adapters/tesoreria/tabella/apri-tabella.ts";
import { deposito } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";

export const porteAnteprima = {
  ...porteRendicontazioni,
  registro: new ArchivioRegistro(deposito),
  prove: new ArchivioProve(deposito),
  tabelle: tabelleBanca,
};
