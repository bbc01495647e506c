/** The back ends of other parties. */
import { createFederazione } from "../../adapters/http/federazione.ts";
import { createInterruttore } from "../../adapters/http/interruttore.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { segnalaAperto } from "../interruttori.ts";
import { anagrafiche, clock } from "./base.ts";
import { createClient } from "./http.ts";
import { segreti } from "./segreti.ts";

export const porteFederazione = {
  anagrafiche,
  federazione: createFederazione(withSegreti(createClient(), segreti), createInterruttore(clock, segnalaAperto("Federazione"))),
};
