/** A person in the words of the Node's messages (ctSubject). */
import type { Soggetto } from "../pendenze/pendenza.ts";
import type { SoggettoNodo } from "./messaggi-nodo.ts";

export const toSoggettoNodo = (soggetto: Soggetto): SoggettoNodo => ({
  uniqueIdentifier: { entityUniqueIdentifierType: soggetto.tipo, entityUniqueIdentifierValue: soggetto.identificativo },
  fullName: soggetto.anagrafica,
  ...(soggetto.indirizzo !== undefined && { streetName: soggetto.indirizzo }),
  ...(soggetto.civico !== undefined && { civicNumber: soggetto.civico }),
  ...(soggetto.cap !== undefined && { postalCode: soggetto.cap }),
  ...(soggetto.localita !== undefined && { city: soggetto.localita }),
  ...(soggetto.provincia !== undefined && { stateProvinceRegion: soggetto.provincia }),
  ...(soggetto.nazione !== undefined && { country: soggetto.nazione }),
  ...(soggetto.email !== undefined && { "e-mail": soggetto.email }),
});
