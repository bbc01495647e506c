/** What the analysis of a credit reads. */
import { ArchivioAbbinamenti } from "../../adapters/archivio/abbinamenti.ts";
import { ArchivioCausali } from "../../adapters/archivio/causali.ts";
import { ArchivioPagamentiEsterni } from "../../adapters/archivio/pagamenti-esterni.ts";
import { ArchivioProve } from "../../adapters/archivio/prove.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { anagrafiche, clock, deposito } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteSospesi = {
  ...{ anagrafiche, posizioni, clock },
  rendicontazioni: new ArchivioRendicontazioni(deposito),
  prove: new ArchivioProve(deposito),
  tesoreria: new ArchivioTesoreria(deposito),
  abbinamenti: new ArchivioAbbinamenti(deposito),
  causali: new ArchivioCausali(deposito),
  esterni: new ArchivioPagamentiEsterni(deposito),
};
