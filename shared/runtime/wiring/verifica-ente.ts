/** What actualisation is made of: the client of the creditors' systems behind its circuit breaker, and the writing of debts. */
import { createInterruttore, withInterruttore } from "../../adapters/http/interruttore.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createSend } from "../../adapters/http/send.ts";
import { createVerificaEnte } from "../../adapters/http/verifica-ente.ts";
import { createReadNotificaSend } from "../../usecases/pendenze/read-notifica-send.ts";
import { type Attualizza, createAttualizza } from "../../usecases/pendenze/refresh-pendenza.ts";
import { savePendenza } from "../../usecases/pendenze/save-pendenza.ts";
import { config } from "../config/config.ts";
import { readVerifica } from "../ente/read-verifica.ts";
import { segnalaAperto } from "../interruttori.ts";
import { giornale } from "./base.ts";
import { createClient } from "./http.ts";
import { porteScrittura } from "./pendenze.ts";
import { segreti } from "./segreti.ts";

const { posizioni, anagrafiche, clock, ids } = porteScrittura;

const http = withSegreti(createClient(), segreti);

const ofNotifica = createReadNotificaSend({ ...porteScrittura, send: createSend(http, createInterruttore(clock, segnalaAperto("SEND"))) });

const attualizzaEnte = createAttualizza({
  posizioni,
  anagrafiche,
  ente: withInterruttore(createVerificaEnte(http, readVerifica, config.attesaEnteMillisecondi), clock, segnalaAperto("SistemaEnte")),
  save: savePendenza(porteScrittura),
  giornale,
  clock,
  ids,
});

export const attualizza: Attualizza = { ...attualizzaEnte, ofNotifica };
