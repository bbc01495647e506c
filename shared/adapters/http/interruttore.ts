/**
 * Circuit breaker, in the memory of the instance: a system that does not answer must not make every payment wait. After some failures in a row it is left
 * alone for a while, then one call tries again. One for each endpoint of pagoPA and for each system of a creditor.
 */
import type { Clock } from "../../ports/clock.ts";
import type { MancataVerifica, RispostaVerificaEnte, VerificaEnte } from "../../ports/verifica-ente.ts";

export const FALLIMENTI_MASSIMI = 5;
export const PAUSA_MILLISECONDI = 30_000;
/** Systems remembered; beyond, the memory starts again: it only costs some more attempts. */
const SISTEMI_MASSIMI = 1_000;

interface Stato {
  readonly fallimenti: number;
  /** Instant, in milliseconds, until which the system is left alone. */
  readonly chiusoFinoA: number;
}

export interface Interruttore {
  /** Whether the system may be called now. After the pause one caller passes: until it tells how it went the others are still refused. */
  pass(sistema: string): boolean;
  /** How the call went. True when with this failure the system is left alone. */
  record(sistema: string, guasto: boolean): boolean;
}

/** @param clock tells when the pause is over. @param aperto called each time a system is, or is found, left alone: an alarm listens to it. */
export const createInterruttore = (clock: Clock, aperto: () => void = () => {}): Interruttore => {
  const stati = new Map<string, Stato>();
  return {
    pass: (sistema) => {
      const { fallimenti, chiusoFinoA } = stati.get(sistema) ?? { fallimenti: 0, chiusoFinoA: 0 };
      const adesso = Date.parse(clock.now());
      // A pause longer than itself means that the clock went back: it does not count.
      if (chiusoFinoA > adesso && chiusoFinoA <= adesso + PAUSA_MILLISECONDI) {
        aperto();
        return false;
      }
      if (stati.size >= SISTEMI_MASSIMI) stati.clear();
      if (fallimenti >= FALLIMENTI_MASSIMI) stati.set(sistema, { fallimenti, chiusoFinoA: adesso + PAUSA_MILLISECONDI });
      return true;
    },
    record: (sistema, guasto) => {
      if (!guasto) {
        stati.delete(sistema);
        return false;
      }
      const falliti = (stati.get(sistema)?.fallimenti ?? 0) + 1;
      const isAperto = falliti >= FALLIMENTI_MASSIMI;
      stati.set(sistema, { fallimenti: falliti, chiusoFinoA: isAperto ? Date.parse(clock.now()) + PAUSA_MILLISECONDI : 0 });
      if (isAperto) aperto();
      return isAperto;
    },
  };
};

const INTERROTTA: RispostaVerificaEnte = {
  esito: {
    ok: false,
    errore: { causa: "interrotta", dettaglio: "il sistema dell'ente non risponde da più chiamate: sarà interrogato di nuovo fra poco" },
  },
};

/** A readable answer, whatever it says, is a system that works; so is a refusal of the request. */
const isGuasto = ({ esito, scambio }: RispostaVerificaEnte): boolean => {
  if (esito.ok) return false;
  const causa: MancataVerifica["causa"] = esito.errore.causa;
  return causa !== "http" || (scambio?.status ?? 500) >= 500 || scambio?.status === 429;
};

/** The breaker around the verifications at the creditors' systems, one per application. */
export const withInterruttore = (ente: VerificaEnte, clock: Clock, aperto?: () => void): VerificaEnte => {
  const interruttore = createInterruttore(clock, aperto);
  return {
    verify: async (applicazione, richiesta) => {
      // Another address is another system.
      const chiave = `${applicazione.idA2A} ${applicazione.servizioIntegrazione.url}`;
      if (!interruttore.pass(chiave)) return INTERROTTA;
      const risposta = await ente.verify(applicazione, richiesta);
      interruttore.record(chiave, isGuasto(risposta));
      return risposta;
    },
  };
};
