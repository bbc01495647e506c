/**
 * Makes the file of an export: pages of the list by their cursors, one at a time, written as they are read. Dead half way, it is made again from the beginning:
 * an object of the bucket is there whole or not at all.
 */

import type { Esito } from "../../domain/esito.ts";
import { chiaveEsportazione, type Esportazione } from "../../domain/esportazioni/esportazione.ts";
import { statiEsportazione } from "../../domain/esportazioni/stati-esportazione.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Esportazioni } from "../../ports/esportazioni.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import { type ScrittoreTabelle, type Testata, TIPI_FILE } from "../../ports/tabelle.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { Riga, Sorgente, Sorgenti } from "./sorgenti.ts";

export interface PorteEsportazione {
  readonly esportazioni: Esportazioni;
  readonly oggetti: Pick<Oggetti, "compose">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly scrittore: ScrittoreTabelle;
  readonly sorgenti: Sorgenti;
}

/** A page of a query is 1 MB: more rows would not come together. */
const RIGHE_PER_PAGINA = 500;

/** A list that no longer takes its filters: the file cannot be made. */
class ElencoRifiutato extends Error {}

async function* readRighe(sorgente: Sorgente, conta: () => void): AsyncGenerator<Riga> {
  let cursore: string | undefined;
  do {
    const pagina: Esito<{ righe: readonly Riga[]; cursore?: string }, Rifiuto<string>> = await sorgente.read({
      ...{ limite: RIGHE_PER_PAGINA, salta: 0, totale: false },
      ...(cursore !== undefined && { cursore }),
    });
    if (!pagina.ok) throw new ElencoRifiutato(pagina.errore.dettaglio ?? pagina.errore.codice);
    for (const riga of pagina.valore.righe) {
      conta();
      yield riga;
    }
    cursore = pagina.valore.cursore;
  } while (cursore !== undefined);
}

export const elaborateEsportazione = (porte: PorteEsportazione) => {
  const { esportazioni, oggetti, unitOfWork, clock, scrittore, sorgenti } = porte;

  const write = async (esportazione: Esportazione, colonne: readonly Testata[], righe: AsyncIterable<Riga>): Promise<number> => {
    const { formato, virgola } = esportazione;
    return oggetti.compose(chiaveEsportazione(esportazione), scrittore.write({ formato, virgola, colonne }, righe), TIPI_FILE[formato]);
  };

  const conclude = async (esportazione: Esportazione, evento: "concludi" | "scarta", cambi: Partial<Esportazione>): Promise<void> => {
    const stato = statiEsportazione.next(esportazione.stato, evento);
    if (!stato.ok) return;
    const valore: Esportazione = { ...esportazione, ...cambi, stato: stato.valore, dataConclusione: clock.now() };
    // A conflict: another delivery of the message has concluded it.
    await unitOfWork.commit([{ azione: "sostituisci", entita: "esportazione", valore }]);
  };

  return async ({ id }: { readonly id: string }, traccia: Traccia): Promise<void> => {
    const esportazione = await esportazioni.get(id);
    if (esportazione?.stato !== "IN_ATTESA") return;
    const sorgente = sorgenti(esportazione, traccia);
    let righe = 0;
    try {
      const byte = await write(
        esportazione,
        sorgente.colonne,
        readRighe(sorgente, () => {
          righe += 1;
        }),
      );
      await conclude(esportazione, "concludi", { righe, byte });
    } catch (errore) {
      if (!(errore instanceof ElencoRifiutato)) throw errore;
      await conclude(esportazione, "scarta", { descrizioneStato: errore.message });
    }
  };
};
