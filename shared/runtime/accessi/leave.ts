/** The end of a session, by POST or as GovPay's clients ask for it. */
import type { Traccia } from "../../ports/traccia.ts";
import { closeSessione } from "../../usecases/accessi/open-sessione.ts";
import { reply } from "../http/richiesta.ts";
import { porteSessione } from "../wiring/accessi.ts";
import { getSessioni } from "../wiring/autenticazione.ts";
import { closeCookie, readSessione } from "./cookie.ts";

export const leave = async ({ cookies, traccia }: { readonly cookies: readonly string[]; readonly traccia: Traccia }) => {
  const id = readSessione(cookies);
  if (id !== undefined) {
    await closeSessione(porteSessione, id, traccia);
    (await getSessioni()).forget(id);
  }
  return reply(200, undefined, closeCookie());
};
