/** The console's session: a signed cookie that names it, the session itself in the store, remembered for a minute like everything of the registry. */
import { timingSafeEqual } from "node:crypto";
import { isSessioneValida, type Sessione } from "../../domain/accessi/sessione.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Esito } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, Cifra } from "../../ports/accessi.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Credenziali } from "./credenziali.ts";
import { type RifiutoAutenticazione, resolvePersona } from "./persona.ts";

const DURATA_MILLISECONDI = 60_000;
const MASSIMO_RICORDI = 1_000;

export interface PorteSessioni {
  readonly anagrafiche: Pick<Anagrafiche, "getUtenza" | "getAclRuoli">;
  readonly accessi: Pick<Accessi, "getSessione">;
  readonly clock: Clock;
  readonly cifra: Cifra;
}

const isUguale = (a: string, b: string): boolean => {
  const [prima, seconda] = [Buffer.from(a), Buffer.from(b)];
  return prima.length === seconda.length && timingSafeEqual(prima, seconda);
};

const firma = (cifra: Cifra, id: string): string => cifra.digest(`cookie:${id}`);

/** Value of the cookie of a session, and of the token that its page sends with every change. */
export const signSessione = (cifra: Cifra, id: string): { readonly cookie: string; readonly csrf: string } => ({
  cookie: `${id}.${firma(cifra, id)}`,
  csrf: cifra.digest(`csrf:${id}`),
});

/** The id in a cookie that we signed; undefined for any other. */
export const readIdSessione = (cifra: Cifra, cookie: string): string | undefined => {
  const [id = "", sua = ""] = cookie.split(".");
  return id !== "" && id.length <= 64 && isUguale(sua, firma(cifra, id)) ? id : undefined;
};

export class Sessioni {
  readonly #porte: PorteSessioni;
  readonly #ricordi = new Map<string, { readonly sessione: Sessione | undefined; readonly scade: number }>();

  constructor(porte: PorteSessioni) {
    this.#porte = porte;
  }

  /** Closed here at once, elsewhere within a minute. */
  forget(id: string): void {
    this.#ricordi.delete(id);
  }

  async #get(id: string): Promise<Sessione | undefined> {
    const adesso = Date.parse(this.#porte.clock.now());
    const noto = this.#ricordi.get(id);
    if (noto && noto.scade > adesso && noto.scade <= adesso + DURATA_MILLISECONDI) return noto.sessione;
    const sessione = await this.#porte.accessi.getSessione(id);
    if (this.#ricordi.size >= MASSIMO_RICORDI) this.#ricordi.clear();
    this.#ricordi.set(id, { sessione, scade: adesso + DURATA_MILLISECONDI });
    return sessione;
  }

  async resolve({ cookie, csrf }: Extract<Credenziali, { modo: "session" }>): Promise<Esito<Chiamante, Rifiuto<RifiutoAutenticazione>>> {
    const { anagrafiche, cifra, clock } = this.#porte;
    const id = readIdSessione(cifra, cookie);
    const sessione = id === undefined ? undefined : await this.#get(id);
    if (!sessione) return rifiuto("NON_AUTENTICATO", "sessione scaduta o chiusa: accedere di nuovo");
    const utenza = await anagrafiche.getUtenza(sessione.principal);
    const passwordDal = utenza?.tipo === "operatore" ? utenza.valore.passwordDal : undefined;
    if (!isSessioneValida(sessione, clock.now(), passwordDal))
      return rifiuto("NON_AUTENTICATO", "sessione scaduta o chiusa: accedere di nuovo");
    if (csrf !== false && !isUguale(csrf, cifra.digest(`csrf:${sessione.id}`)))
      return rifiuto("NON_AUTORIZZATO", "x-csrf-token: assente o diverso da quello della sessione");
    return resolvePersona(anagrafiche, sessione, ["operatore"]);
  }
}
