/** What is kept of a citizen, with its journal; the messages are not read. */
import { GiornaleArchivio } from "../../adapters/archivio/giornale.ts";
import { deposito } from "./base.ts";
import { portePrivacy } from "./privacy.ts";

const senzaMessaggi = { get: async () => undefined };

export const porteCittadini = { ...portePrivacy, giornale: new GiornaleArchivio(deposito, senzaMessaggi) };
