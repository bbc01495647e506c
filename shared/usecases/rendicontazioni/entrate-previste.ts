/** Expected income: the collected amounts of a period, each with the flow that settles it; a page, or the whole on paper. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type EntrataPrevista, groupEntrate, joinEntrate } from "../../domain/rendicontazioni/entrata-prevista.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { StampaEntrate } from "../../ports/stampa-entrate.ts";
import { ambitoDomini, findNomi } from "./ambito.ts";

export interface FiltriEntrate {
  readonly idDominio?: string;
  /** Instants of the payment, inclusive. */
  readonly da?: string;
  readonly a?: string;
}

export interface PorteEntrate {
  readonly posizioni: Pick<Posizioni, "findRiscossioni">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getCompagniRiscossioni">;
}

/** Amounts on paper: what a function can read, draw and answer in the time and in the bytes of a call. */
export const RIGHE_MASSIME_STAMPA = 3000;
const RIGHE_PER_LETTURA = 500;

/** A page of 1 + a request per payment code + 1: the rows of an amount are under its code, and only they know the flow. */
export const findEntratePreviste =
  ({ posizioni, rendicontazioni }: PorteEntrate) =>
  async ({ idDominio, ...periodo }: FiltriEntrate, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<EntrataPrevista>> => {
    const pagina = await posizioni.findRiscossioni({ ...periodo, ...ambitoDomini(chiamante, idDominio), ordine: "asc" }, richiesta);
    const compagni = await rendicontazioni.getCompagniRiscossioni(pagina.elementi);
    const visibili = { ...compagni, pendenze: compagni.pendenze.filter((pendenza) => seesPendenza(chiamante, pendenza)) };
    return {
      ...pagina,
      elementi: joinEntrate(
        // Money that does not exist is nobody's income.
        pagina.elementi.filter(({ prova }) => !prova),
        visibili,
      ),
    };
  };

interface PorteStampa extends PorteEntrate {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly clock: Clock;
  readonly stampa: StampaEntrate;
}

export const printEntratePreviste = (porte: PorteStampa) => {
  const find = findEntratePreviste(porte);

  const readTutte = async (filtri: FiltriEntrate, chiamante: Chiamante): Promise<readonly EntrataPrevista[] | undefined> => {
    const entrate: EntrataPrevista[] = [];
    let cursore: string | undefined;
    do {
      const limite = Math.min(RIGHE_PER_LETTURA, RIGHE_MASSIME_STAMPA + 1 - entrate.length);
      const pagina: Pagina<EntrataPrevista> = await find(
        filtri,
        { limite, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
        chiamante,
      );
      entrate.push(...pagina.elementi);
      cursore = pagina.cursore;
    } while (cursore !== undefined && entrate.length <= RIGHE_MASSIME_STAMPA);
    return entrate.length > RIGHE_MASSIME_STAMPA ? undefined : entrate;
  };

  return async (filtri: FiltriEntrate, chiamante: Chiamante): Promise<Esito<Uint8Array, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const entrate = await readTutte(filtri, chiamante);
    if (!entrate)
      return rifiuto(
        "PARAMETRO_NON_VALIDO",
        `dataDa, dataA: le riscossioni sono più di ${RIGHE_MASSIME_STAMPA}, quante ne può avere un PDF; restringere il periodo, ` +
          "o chiedere il contenuto entrate-previste con POST /esportazioni",
      );
    const creditori = groupEntrate(entrate);
    const nomi = await findNomi(
      porte,
      creditori.map(({ idDominio }) => idDominio),
    );
    const { da, a } = filtri;
    const periodo = { ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
    return ok(await porte.stampa.render({ ...periodo, stampatoAlle: porte.clock.now(), creditori, nomi }));
  };
};
