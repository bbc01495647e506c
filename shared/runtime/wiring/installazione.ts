/** The registry as a document: who reads it whole and who looks at imports. The writes of every entry are in installazione-scrittura.ts. */
import { createCreditori } from "../../adapters/archivio/creditori.ts";
import { createImportazioni } from "../../adapters/archivio/importazioni.ts";
import { createLetturaContabili } from "../../adapters/archivio/regole-contabili.ts";
import { clock, deposito } from "./base.ts";
import { letturaRegistroIntero } from "./registro-intero.ts";

export const lettureInstallazione = {
  ...letturaRegistroIntero,
  creditori: createCreditori(deposito),
  contabili: createLetturaContabili(deposito),
  clock,
};

export const importazioni = createImportazioni(deposito);
