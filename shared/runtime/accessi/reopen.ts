/** After a change of password the session in use goes on under a new identifier; whoever has no session gets none. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { openSessione } from "../../usecases/accessi/open-sessione.ts";
import { porteSessione } from "../wiring/accessi.ts";
import { openCookie, readSessione } from "./cookie.ts";

/** Headers to add to the answer. */
export const reopen = async (
  { autenticazione, principal, nome }: Chiamante,
  cookies: readonly string[],
  traccia: Traccia,
): Promise<Readonly<Record<string, string>>> => {
  if (autenticazione !== "session") return {};
  const sessione = await openSessione(
    porteSessione,
    { persona: { principal, nome }, metodo: "password", precedente: readSessione(cookies) },
    traccia,
  );
  return sessione ? (await openCookie(sessione, cookies)).headers : {};
};
