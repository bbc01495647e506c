/** The session goes on under another identifier when it begins to act for somebody else: what a page of before still holds is worth nothing. */
import type { Cittadino } from "../../domain/accessi/cittadino.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { chooseDelega, describeDelega, openSessioneCittadino } from "../../usecases/accessi/sessione-cittadino.ts";
import { porteLogin } from "../wiring/accesso-cittadini.ts";
import { getSessioniCittadino } from "../wiring/autenticazione.ts";
import { openCookieCittadino, readCookieCittadino } from "./cookie-cittadino.ts";
import type { Browser } from "./enter-cittadino.ts";

const MILLISECONDI_MINUTO = 60_000;

export const replaceDelega = async (
  { cookies, traccia }: Pick<Browser, "cookies" | "traccia">,
  perConto: string | null,
): Promise<
  Esito<
    { readonly cittadino: Cittadino; readonly headers: Readonly<Record<string, string>> },
    Rifiuto<"NON_PROCESSABILE" | "NON_AUTENTICATO">
  >
> => {
  const cookie = readCookieCittadino(cookies);
  const aperta = cookie === undefined ? undefined : await (await getSessioniCittadino()).open(cookie);
  if (!aperta) return rifiuto("NON_AUTENTICATO", "serve una sessione: accedere da /login");
  const { sessione, contenuto } = aperta;
  const scelto = chooseDelega(contenuto.cittadino, perConto);
  if (!scelto.ok) return scelto;
  // The end of the session stays where it was: changing sides does not make it longer.
  const restano = (Date.parse(sessione.scadeIl) - Date.parse(traccia.inizio)) / MILLISECONDI_MINUTO;
  const nuova = await openSessioneCittadino(
    porteLogin,
    {
      ...{ cittadino: scelto.valore, idToken: contenuto.idToken, precedente: sessione.id },
      durata: { inattivitaMinuti: sessione.inattivitaMinuti, massimaMinuti: restano },
      motivo: describeDelega(scelto.valore),
    },
    traccia,
  );
  if (!nuova) return rifiuto("NON_AUTENTICATO", "sessione scaduta o chiusa: accedere di nuovo");
  return ok({ cittadino: scelto.valore, headers: await openCookieCittadino(nuova, cookies) });
};
