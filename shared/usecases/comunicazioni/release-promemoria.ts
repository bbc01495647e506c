/**
 * Messages whose day has come leave the lists of those that wait and become requests in the queue, in one transaction: a run interrupted, or two at once,
 * release each of them once.
 */
import { FRAMMENTI_SCADENZE, type ScadenzaPromemoria, toRichiestaInvio } from "../../domain/promemoria/promemoria.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Comunicazioni } from "../../ports/comunicazioni.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly comunicazioni: Pick<Comunicazioni, "findScaduti">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

/** Each is two writes of a transaction, which holds a hundred. */
const PER_TRANSAZIONE = 40;
/** Less than the time of the job: what is left belongs to the next run. */
const TEMPO_MILLISECONDI = 240_000;

/** A message waits to leave; or its channel, to know what became of it. */
const toCorpo = (scaduto: ScadenzaPromemoria) =>
  scaduto.controllo === undefined
    ? ({ tipo: "INVIO", ...toRichiestaInvio(scaduto) } as const)
    : ({ tipo: "ESITO", ...toRichiestaInvio(scaduto), controllo: scaduto.controllo } as const);

export const releasePromemoria = ({ comunicazioni, unitOfWork, clock }: Porte) => {
  const releaseFrammento = async (frammento: number, fine: number): Promise<{ readonly spediti: number; readonly rimasti: number }> => {
    let spediti = 0;
    while (Date.parse(clock.now()) < fine) {
      const scaduti = await comunicazioni.findScaduti(frammento, clock.now(), PER_TRANSAZIONE);
      if (scaduti.length === 0) return { spediti, rimasti: 0 };
      const esito = await unitOfWork.commit(
        scaduti.map((valore) => ({ azione: "elimina", entita: "scadenzaPromemoria", valore }) as const),
        { messaggi: scaduti.map((scaduto) => ({ coda: "comunicazioni", corpo: toCorpo(scaduto) })) },
      );
      // Another run is at the same list: it goes on.
      if (!esito.ok) return { spediti, rimasti: 0 };
      spediti += scaduti.length;
      if (scaduti.length < PER_TRANSAZIONE) return { spediti, rimasti: 0 };
    }
    return { spediti, rimasti: 1 };
  };

  return async (): Promise<{ readonly spediti: number; readonly elenchiRimasti: number }> => {
    const fine = Date.parse(clock.now()) + TEMPO_MILLISECONDI;
    const cifre = { spediti: 0, elenchiRimasti: 0 };
    for (let frammento = 0; frammento < FRAMMENTI_SCADENZE; frammento++) {
      const { spediti, rimasti } = await releaseFrammento(frammento, fine);
      cifre.spediti += spediti;
      cifre.elenchiRimasti += rimasti;
    }
    return cifre;
  };
};
