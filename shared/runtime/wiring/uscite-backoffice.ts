/** What left, or is to leave, towards debtors and creditors. */
import { ArchivioPromemoria, ArchivioTracciatiNotifica } from "../../adapters/archivio/uscite.ts";
import { impronteSegrete } from "../../adapters/sistema/impronte.ts";
import { clock, deposito } from "./base.ts";
import { oggetti } from "./oggetti.ts";

export const portePromemoria = { promemoria: new ArchivioPromemoria(deposito) };
export const porteTracciatiNotifica = { tracciati: new ArchivioTracciatiNotifica(deposito), impronte: impronteSegrete, oggetti, clock };
