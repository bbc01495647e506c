/** Who the cookie of a citizen is of: 0 requests while it is remembered (a minute), 1 otherwise, and one write now and then that keeps the session alive. */
import { type Cittadino, denominazioneOf } from "../../domain/accessi/cittadino.ts";
import {
  type ContenutoSessione,
  isSessioneCittadinoValida,
  isUsoDaAnnotare,
  type SessioneCittadino,
} from "../../domain/accessi/sessione-cittadino.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, Cifra } from "../../ports/accessi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Credenziali } from "./credenziali.ts";
import { readIdSessione } from "./sessioni.ts";

const DURATA_MILLISECONDI = 60_000;
const MASSIMO_RICORDI = 1_000;

export interface PorteSessioniCittadino {
  readonly accessi: Pick<Accessi, "getSessioneCittadino">;
  readonly clock: Clock;
  readonly cifra: Cifra;
  /** Writes down that the session was used; nothing depends on its outcome. */
  readonly annota: (sessione: SessioneCittadino) => void;
}

interface Aperta {
  readonly sessione: SessioneCittadino;
  readonly contenuto: ContenutoSessione;
}

/** A caller without scopes and rights: whatever is decided on those is refused, what is its own is decided by its tax code. */
export const chiamanteOf = (cittadino: Cittadino): Chiamante => ({
  tipo: "cittadino",
  principal: cittadino.codiceFiscale,
  nome: denominazioneOf(cittadino),
  cittadino,
  autodeterminazione: false,
  domini: [],
  tipiPendenza: [],
  acl: [],
});

const FINITA = rifiuto("NON_AUTENTICATO", "sessione scaduta o chiusa: accedere di nuovo");
/** A form or a script of another site would act in the name of who is logged in here. */
const DI_UN_ALTRO_SITO = rifiuto("NON_AUTORIZZATO", "la richiesta viene da un altro sito");

export class SessioniCittadino {
  readonly #porte: PorteSessioniCittadino;
  readonly #ricordi = new Map<string, { readonly aperta: Aperta | undefined; readonly scade: number }>();

  constructor(porte: PorteSessioniCittadino) {
    this.#porte = porte;
  }

  /** Closed here at once, elsewhere within a minute. */
  forget(id: string): void {
    this.#ricordi.delete(id);
  }

  async #get(id: string): Promise<Aperta | undefined> {
    const adesso = Date.parse(this.#porte.clock.now());
    const noto = this.#ricordi.get(id);
    if (noto && noto.scade > adesso && noto.scade <= adesso + DURATA_MILLISECONDI) return noto.aperta;
    const sessione = await this.#porte.accessi.getSessioneCittadino(id);
    const testo = sessione && this.#porte.cifra.open(sessione.sigillo);
    // What we sealed is what we wrote.
    const aperta = sessione && testo !== undefined ? { sessione, contenuto: JSON.parse(testo) as ContenutoSessione } : undefined;
    if (this.#ricordi.size >= MASSIMO_RICORDI) this.#ricordi.clear();
    this.#ricordi.set(id, { aperta, scade: adesso + DURATA_MILLISECONDI });
    return aperta;
  }

  /** The session of a cookie that we signed, while it is valid. */
  async open(cookie: string): Promise<Aperta | undefined> {
    const { clock, cifra } = this.#porte;
    const id = readIdSessione(cifra, cookie);
    const aperta = id === undefined ? undefined : await this.#get(id);
    return aperta && isSessioneCittadinoValida(aperta.sessione, clock.now()) ? aperta : undefined;
  }

  async resolve({
    identita,
    cookie = "",
    lecita,
  }: Extract<Credenziali, { modo: "cittadino" }>): Promise<Esito<Chiamante, Rifiuto<"NON_AUTENTICATO" | "NON_AUTORIZZATO">>> {
    if (identita) return lecita ? ok(chiamanteOf(identita)) : DI_UN_ALTRO_SITO;
    const aperta = await this.open(cookie);
    if (!aperta) return FINITA;
    if (!lecita) return DI_UN_ALTRO_SITO;
    const { sessione, contenuto } = aperta;
    const adesso = this.#porte.clock.now();
    if (isUsoDaAnnotare(sessione, adesso)) {
      const usata = { ...sessione, ultimoUso: adesso };
      this.#porte.annota(usata);
      this.forget(sessione.id);
    }
    return ok(chiamanteOf(contenuto.cittadino));
  }
}
