/** Subscriptions: read, changed, and what of them is asked; deliveries are elsewhere (wiring/consegne.ts). */
import { ArchivioAbbonamenti } from "../../adapters/archivio/abbonamenti.ts";
import { mappaAbbonamento, mappaSeguito } from "../../adapters/archivio/mappe-abbonamento.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { checkIndirizzo } from "../../domain/valori/indirizzo-esterno.ts";
import { config } from "../config/config.ts";
import { clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { letturaRegistroIntero } from "./registro-intero.ts";
import { chiave } from "./sessioni.ts";

export const letturaAbbonamenti = { ...letturaRegistroIntero, abbonamenti: new ArchivioAbbonamenti(deposito) };

/** Keys of signatures open with the key of the installation, and for nothing else. */
export const cifraAbbonamenti = createCifra(chiave, "abbonamento");

export const porteAbbonamenti = {
  ...letturaAbbonamenti,
  ...{ clock, ids, cifra: cifraAbbonamenti },
  unitOfWork: wireUnitOfWork({ abbonamento: mappaAbbonamento, seguito: mappaSeguito }),
  checkIndirizzo: (url: string) => checkIndirizzo(url, config.hostInterni),
};
