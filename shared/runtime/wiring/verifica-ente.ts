/** What actualisation is made of: the client of the creditors' systems behind its circuit breaker, and the writing of debts. */
import { withInterruttore } from "../../adapters/http/interruttore.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createVerificaEnte } from "../../adapters/http/verifica-ente.ts";
import { createAttualizza } from "../../usecases/pendenze/refresh-pendenza.ts";
import { savePendenza } from "../../usecases/pendenze/save-pendenza.ts";
import { readVerifica } from "../ente/read-verifica.ts";
import { giornale } from "./base.ts";
import { createClient } from "./http.ts";
import { porteScrittura } from "./pendenze.ts";
import { segreti } from "./segreti.ts";

const { posizioni, anagrafiche, clock, ids } = porteScrittura;

export const attualizza = createAttualizza({
  posizioni,
  anagrafiche,
  ente: withInterruttore(createVerificaEnte(withSegreti(createClient(), segreti), readVerifica), clock),
  save: savePendenza(porteScrittura),
  giornale,
  clock,
  ids,
});
