/** Totals of the books of a creditor in a period, from the pages of its collected amounts: now for some thousands of them, in a file for any number. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Accertamenti, createConto, type RichiestaAccertamenti, totaliDi } from "../../domain/contabilita/accertamenti.ts";
import { isInTesoreria, righeContabiliDi } from "../../domain/contabilita/riga-contabile.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { EntrataPrevista } from "../../domain/rendicontazioni/entrata-prevista.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina } from "../../ports/pagina.ts";
import { findEntratePreviste, type PorteEntrate } from "../rendicontazioni/entrate-previste.ts";

export type RifiutoAccertamenti = Rifiuto<"PARAMETRO_NON_VALIDO">;

/** Collected amounts that a call has the time to read: each payment code is a request. */
export const RISCOSSIONI_MASSIME = 3_000;
const PER_LETTURA = 500;

/** @param massimo collected amounts, beyond which it is refused. */
export const sumAccertamenti =
  (porte: PorteEntrate) =>
  async (
    { gruppi, ...filtri }: RichiestaAccertamenti,
    chiamante: Chiamante,
    massimo: number = Number.POSITIVE_INFINITY,
  ): Promise<Esito<Accertamenti, RifiutoAccertamenti>> => {
    const find = findEntratePreviste(porte);
    const conto = createConto(gruppi);
    let riscossioni = 0;
    let cursore: string | undefined;
    do {
      const pagina: Pagina<EntrataPrevista> = await find(
        filtri,
        { limite: Math.min(PER_LETTURA, massimo + 1 - riscossioni), salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
        chiamante,
      );
      riscossioni += pagina.elementi.length;
      if (riscossioni > massimo)
        return rifiuto(
          "PARAMETRO_NON_VALIDO",
          `dataDa, dataA: le riscossioni sono più di ${massimo}; restringere il periodo, o chiedere un file: un tracciato contabile con sorgente ACCERTAMENTI, ` +
            "o POST /esportazioni del Backoffice con il contenuto accertamenti",
        );
      const contate = conto.add(pagina.elementi.filter(isInTesoreria).flatMap(righeContabiliDi));
      if (!contate.ok) return rifiuto("PARAMETRO_NON_VALIDO", `gruppi: ${contate.errore}`);
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    const risultati = conto.totali();
    return ok({ risultati, totale: totaliDi(risultati), riscossioni });
  };

export const findAccertamenti =
  (porte: PorteEntrate) =>
  (richiesta: RichiestaAccertamenti, chiamante: Chiamante): Promise<Esito<Accertamenti, RifiutoAccertamenti>> =>
    sumAccertamenti(porte)(richiesta, chiamante, RISCOSSIONI_MASSIME);
