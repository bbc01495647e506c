/** Forwarding of forms: the client of the creditors' systems, loaded by the first form that is forwarded. */
import { createInoltroForm } from "../../adapters/http/inoltro-form.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { readVerifica } from "../ente/read-verifica.ts";
import { createClient } from "./http.ts";
import { segreti } from "./segreti.ts";

export const inoltro = createInoltroForm(withSegreti(createClient(), segreti), readVerifica);
