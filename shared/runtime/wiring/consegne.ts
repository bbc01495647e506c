/** Deliveries to subscribers. */
import { ArchivioAnnunci } from "../../adapters/archivio/annunci.ts";
import { createSpedizioneWebhook } from "../../adapters/http/spedizione-webhook.ts";
import { cifraAbbonamenti, porteAbbonamenti } from "./abbonamenti.ts";
import { clock, deposito, ids } from "./base.ts";
import { createClient } from "./http.ts";
import { segreti } from "./segreti.ts";

export const porteConsegne = {
  ...porteAbbonamenti,
  annunci: new ArchivioAnnunci({ deposito, clock, ids }),
  spedizione: createSpedizioneWebhook({ http: createClient(), cifra: cifraAbbonamenti, segreti, clock }),
};
