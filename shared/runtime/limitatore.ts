/**
 * No caller takes the place of the others: each has a rate, and what goes beyond is answered 429 before any work. An instance keeps a bucket per
 * caller in memory. Only where one calls much does the instance tell the common count how much it saw, at most once a second and beside the
 * work of the request, and learns which part of the caller's requests is its own: the buckets of all the instances together let through the rate.
 */
import type { Chiamante, LimiteRichieste } from "../domain/anagrafiche/applicazione.ts";

/** Adds to what was counted of a caller by all the instances, and answers the total. */
export type Conto = (principal: string, richieste: number) => Promise<number>;

export interface OpzioniLimitatore {
  readonly conta: Conto;
  /** Of whom the registry gives none; absent = no limit. */
  readonly predefinito: LimiteRichieste | undefined;
  /** Milliseconds. */
  readonly adesso: () => number;
  readonly segnala: (errore: unknown) => void;
}

interface Secchio {
  gettoni: number;
  riempitoAlle: number;
  /** Seen since `contatiDal`, whether admitted or not. */
  arrivi: number;
  contatiDal: number;
  totale: { readonly valore: number; readonly alle: number } | undefined;
  /** Part of the caller's requests that come to this instance. */
  quota: number;
  staContando: boolean;
}

const INTERVALLO_MILLISECONDI = 1_000;
/** Older than this, a total says nothing of the present. */
const TOTALE_VALIDO_MILLISECONDI = 5_000;
/** Below this part of the limit an instance does not count: it would spend a write on who disturbs nobody. */
const PARTE_DA_CONTARE = 20;
const MINIMO_DA_CONTARE = 5;
const QUOTA_MINIMA = 0.001;
const CHIAMANTI_MASSIMI = 1_000;
/** Seconds of the rate that may come together, when the limit does not say. */
const SECONDI_DI_PICCO = 2;

export class Limitatore {
  readonly #opzioni: OpzioniLimitatore;
  readonly #secchi = new Map<string, Secchio>();
  readonly #conti = new Set<Promise<void>>();

  constructor(opzioni: OpzioniLimitatore) {
    this.#opzioni = opzioni;
  }

  /** Seconds after which to try again; undefined = the request may go on. */
  admit({ tipo, principal, limiteRichieste }: Pick<Chiamante, "tipo" | "principal" | "limiteRichieste">): number | undefined {
    // Strangers are counted under their address, and only where the installation gives them a rate: that of who has a name is not theirs.
    const limite = limiteRichieste ?? (tipo === "anonimo" ? undefined : this.#opzioni.predefinito);
    if (!limite) return undefined;
    const adesso = this.#opzioni.adesso();
    const { richiesteAlSecondo, picco = richiesteAlSecondo * SECONDI_DI_PICCO } = limite;
    const secchio = this.#secchioOf(principal, picco, adesso);
    this.#count(principal, secchio, richiesteAlSecondo, adesso);
    secchio.arrivi += 1;
    const ritmo = richiesteAlSecondo * secchio.quota;
    const nuovi = (Math.max(0, adesso - secchio.riempitoAlle) / 1000) * ritmo;
    secchio.gettoni = Math.min(Math.max(1, picco * secchio.quota), secchio.gettoni + nuovi);
    secchio.riempitoAlle = adesso;
    if (secchio.gettoni >= 1) {
      secchio.gettoni -= 1;
      return undefined;
    }
    return Math.max(1, Math.ceil((1 - secchio.gettoni) / ritmo));
  }

  /** Waits for the counts that were started: an instance may be frozen as soon as it has answered. */
  async settle(): Promise<void> {
    if (this.#conti.size > 0) await Promise.all(this.#conti);
  }

  #secchioOf(principal: string, picco: number, adesso: number): Secchio {
    const noto = this.#secchi.get(principal);
    if (noto) return noto;
    const nuovo: Secchio = {
      ...{ gettoni: picco, riempitoAlle: adesso, arrivi: 0, contatiDal: adesso },
      ...{ totale: undefined, quota: 1, staContando: false },
    };
    this.#secchi.set(principal, nuovo);
    if (this.#secchi.size > CHIAMANTI_MASSIMI) {
      const [piuVecchio] = this.#secchi.keys();
      if (piuVecchio !== undefined) this.#secchi.delete(piuVecchio);
    }
    return nuovo;
  }

  #count(principal: string, secchio: Secchio, richiesteAlSecondo: number, adesso: number): void {
    const passati = adesso - secchio.contatiDal;
    if (passati < INTERVALLO_MILLISECONDI || secchio.staContando) return;
    const { arrivi } = secchio;
    secchio.arrivi = 0;
    secchio.contatiDal = adesso;
    if ((arrivi / passati) * 1000 < Math.max(MINIMO_DA_CONTARE, richiesteAlSecondo / PARTE_DA_CONTARE)) {
      secchio.totale = undefined;
      secchio.quota = 1;
      return;
    }
    secchio.staContando = true;
    const conto = this.#opzioni
      .conta(principal, arrivi)
      .then((valore) => {
        const prima = secchio.totale;
        const diTutti = prima && adesso - prima.alle <= TOTALE_VALIDO_MILLISECONDI ? valore - prima.valore : arrivi;
        secchio.quota = Math.min(1, Math.max(QUOTA_MINIMA, arrivi / Math.max(arrivi, diTutti)));
        secchio.totale = { valore, alle: adesso };
      })
      // Without the common count the instance limits by what it sees.
      .catch(this.#opzioni.segnala)
      .finally(() => {
        secchio.staContando = false;
        this.#conti.delete(conto);
      });
    this.#conti.add(conto);
  }
}
