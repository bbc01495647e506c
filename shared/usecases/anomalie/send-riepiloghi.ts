/**
 * One summary per queue, when nothing more is arriving and people are at work. The bookmark of the queue and its summary are written together: two runs at
 * once, or one interrupted, tell every anomaly once.
 */
import type { Instradamento } from "../../domain/anomalie/instradamento.ts";
import { buildRiepilogo, idRiepilogo, isOraDiRiepilogo, postoDi, type SegnalibroRiepilogo } from "../../domain/anomalie/riepilogo.ts";
import { addMinuti, giornoDi } from "../../domain/valori/date.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly anomalie: Pick<Anomalie, "find" | "findConRiepiloghi" | "getSegnalibro">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Anomalies of a summary; the next goes on from there. */
const PER_RIEPILOGO = 1_000;
const CREDITORI_PER_PAGINA = 100;
/** What is being written now may still come before what is already there. */
const ASSESTAMENTO_MINUTI = 2;
/** Less than the time of the job: what is left belongs to the next run. */
const TEMPO_MILLISECONDI = 240_000;

const codeDi = ({ codaPredefinita, regole }: Instradamento): readonly string[] => [
  ...new Set([codaPredefinita, ...regole.filter(({ chiudiCon }) => chiudiCon === undefined).map(({ coda }) => coda)]),
];

export const sendRiepiloghi = ({ anomalie, unitOfWork, clock }: Porte) => {
  const sendCoda = async ({ idDominio, riepiloghi }: Instradamento, coda: string, traccia: Traccia): Promise<boolean> => {
    if (!riepiloghi) return false;
    const adesso = clock.now();
    const segnalibro = await anomalie.getSegnalibro(idDominio, coda);
    const filtri = { domini: [idDominio], stato: "APERTA", coda, ordine: "asc", tipiPendenza: "*", visibiliAl: giornoDi(adesso) } as const;
    // An exclamation mark comes before every character of a name: the last one told is left out, its namesakes are not.
    const da = segnalibro === undefined ? {} : { da: `${segnalibro.finoA}!` };
    const richiesta = { limite: PER_RIEPILOGO, salta: 0, totale: false };
    const { elementi, cursore } = await anomalie.find({ ...filtri, ...da, a: adesso }, richiesta);
    if (!isOraDiRiepilogo(riepiloghi, elementi, adesso)) return false;
    const limite = addMinuti(adesso, -ASSESTAMENTO_MINUTI);
    const nuove = elementi.filter(({ dataEmersione }) => dataEmersione <= limite);
    const [prima, ultima] = [nuove[0], nuove.at(-1)];
    if (!prima || !ultima) return false;
    const riepilogo = buildRiepilogo({ idDominio, coda, id: idRiepilogo(adesso) }, nuove, {
      ...{ da: prima.dataEmersione, a: ultima.dataEmersione, adesso },
      continua: cursore !== undefined,
    });
    const { idA2A } = riepiloghi;
    const consegna = idA2A === undefined ? {} : { consegna: { idA2A, stato: "DA_SPEDIRE", tentativi: 0 } as const };
    const valore: SegnalibroRiepilogo = { versione: segnalibro?.versione ?? 0, idDominio, coda, finoA: postoDi(ultima) };
    const scritto = await unitOfWork.commit(
      [
        { azione: segnalibro ? "sostituisci" : "crea", entita: "segnalibroRiepilogo", valore },
        { azione: "crea", entita: "riepilogo", valore: { ...riepilogo, ...consegna } },
      ],
      {
        eventi: [traccia.evento({ idDominio, dettaglioEsito: `Coda ${coda}: ${nuove.length} anomalie` })],
        messaggi: idA2A === undefined ? [] : [{ coda: "notifiche", corpo: { tipo: "RIEPILOGO", idDominio, coda, id: riepilogo.id } }],
      },
    );
    return scritto.ok;
  };

  return async (traccia: Traccia): Promise<{ readonly creditori: number; readonly riepiloghi: number; readonly rimasti: number }> => {
    const fine = Date.parse(clock.now()) + TEMPO_MILLISECONDI;
    const cifre = { creditori: 0, riepiloghi: 0, rimasti: 0 };
    let cursore: string | undefined;
    do {
      const pagina = await anomalie.findConRiepiloghi({
        ...{ limite: CREDITORI_PER_PAGINA, salta: 0, totale: false },
        ...(cursore !== undefined && { cursore }),
      });
      for (const instradamento of pagina.elementi) {
        if (Date.parse(clock.now()) >= fine) {
          cifre.rimasti += 1;
          continue;
        }
        cifre.creditori += 1;
        const mandati = await Promise.all(codeDi(instradamento).map((coda) => sendCoda(instradamento, coda, traccia)));
        cifre.riepiloghi += mandati.filter(Boolean).length;
      }
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    return cifre;
  };
};
