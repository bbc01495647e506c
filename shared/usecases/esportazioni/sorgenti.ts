/** Where the rows of each export come from: the use cases of the lists, by the rights of who asked. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { GRUPPI_BENEFICIARI } from "../../domain/beneficiari/prospetto.ts";
import { GRUPPI_ACCERTAMENTI } from "../../domain/contabilita/accertamenti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Contenuto, Esportazione, FiltriEsportazione } from "../../domain/esportazioni/esportazione.ts";
import {
  type Colonna,
  colonneAccertamenti,
  colonneBeneficiari,
  colonneEntrate,
  colonneEventi,
  colonneFlussi,
  colonneIncassi,
  colonnePendenze,
  colonneRendicontazioni,
  colonneRiscossioni,
  type Valore,
} from "../../domain/esportazioni/tabelle.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Testata } from "../../ports/tabelle.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { sumBeneficiari } from "../beneficiari/sum-beneficiari.ts";
import type { sumAccertamenti } from "../contabilita/find-accertamenti.ts";
import type { findEventi } from "../giornale/find-eventi.ts";
import type { findPendenze } from "../pendenze/find-pendenze.ts";
import type { findEntratePreviste } from "../rendicontazioni/entrate-previste.ts";
import type { findFlussi } from "../rendicontazioni/find-flussi.ts";
import type { findRendicontazioni } from "../rendicontazioni/find-rendicontazioni.ts";
import type { findRiscossioni } from "../ricevute/find-riscossioni.ts";
import type { findRiconciliazioni } from "../riconciliazioni/find-riconciliazioni.ts";

export type Riga = readonly Valore[];

export interface Sorgente {
  readonly colonne: readonly Testata[];
  read(richiesta: RichiestaPagina): Promise<Esito<{ readonly righe: readonly Riga[]; readonly cursore?: string }, Rifiuto<string>>>;
}

export type Sorgenti = (esportazione: Esportazione, traccia: Traccia) => Sorgente;

export interface Elenchi {
  readonly findPendenze: ReturnType<typeof findPendenze>;
  readonly findRiscossioni: ReturnType<typeof findRiscossioni>;
  readonly findRendicontazioni: ReturnType<typeof findRendicontazioni>;
  readonly findFlussi: ReturnType<typeof findFlussi>;
  readonly findRiconciliazioni: ReturnType<typeof findRiconciliazioni>;
  readonly findEntratePreviste: ReturnType<typeof findEntratePreviste>;
  readonly sumAccertamenti: ReturnType<typeof sumAccertamenti>;
  readonly sumBeneficiari: ReturnType<typeof sumBeneficiari>;
  readonly findEventi: ReturnType<typeof findEventi>;
}

type Leggi<T> = (richiesta: RichiestaPagina) => Promise<Esito<Pagina<T>, Rifiuto<string>>>;

const defineSorgente = <T>(colonne: readonly Colonna<T>[], leggi: Leggi<T>): Sorgente => ({
  colonne,
  read: async (richiesta) => {
    const esito = await leggi(richiesta);
    if (!esito.ok) return esito;
    const { elementi, cursore } = esito.valore;
    return ok({ righe: elementi.map((elemento) => colonne.map(({ of }) => of(elemento))), ...(cursore !== undefined && { cursore }) });
  },
});

/** From the oldest: what comes in the meantime comes at the end. */
const ORDINE = "asc" as const;

export const createSorgenti = (elenchi: Elenchi, clock: Clock): Sorgenti => {
  const periodoDi = ({ idDominio, da, a }: FiltriEsportazione) => ({
    ordine: ORDINE,
    ...(idDominio !== undefined && { idDominio }),
    ...(da !== undefined && { da }),
    ...(a !== undefined && { a }),
  });

  const perContenuto: Readonly<Record<Contenuto, (filtri: FiltriEsportazione, chiamante: Chiamante, traccia: Traccia) => Sorgente>> = {
    pendenze: (filtri, chiamante) =>
      defineSorgente(colonnePendenze(giornoDi(clock.now())), async (richiesta) => {
        const { pagina } = await elenchi.findPendenze(
          {
            ...periodoDi(filtri),
            mostraSpontaneiNonPagati: true,
            ...(filtri.statoPendenza !== undefined && { stati: [filtri.statoPendenza] }),
          },
          richiesta,
          chiamante,
        );
        return ok(pagina);
      }),
    riscossioni: (filtri, chiamante) =>
      defineSorgente(colonneRiscossioni, async (richiesta) => {
        const stato = filtri.statoRiscossione === undefined ? {} : { stato: filtri.statoRiscossione };
        return ok((await elenchi.findRiscossioni({ ...periodoDi(filtri), ...stato }, richiesta, chiamante)).pagina);
      }),
    rendicontazioni: (filtri, chiamante) =>
      defineSorgente(colonneRendicontazioni, async (richiesta) => {
        const { da, a, ...resto } = periodoDi(filtri);
        const flussi = { ...(da !== undefined && { flussoDa: da }), ...(a !== undefined && { flussoA: a }) };
        const esito = await elenchi.findRendicontazioni({ ...resto, ...flussi, escludiObsoleti: true }, richiesta, chiamante);
        return esito.ok ? ok(esito.valore.pagina) : esito;
      }),
    flussi: (filtri, chiamante) =>
      defineSorgente(colonneFlussi, async (richiesta) =>
        ok((await elenchi.findFlussi({ ...periodoDi(filtri), escludiObsoleti: false }, richiesta, chiamante)).pagina),
      ),
    incassi: (filtri, chiamante) =>
      defineSorgente(colonneIncassi, async (richiesta) =>
        ok((await elenchi.findRiconciliazioni(periodoDi(filtri), richiesta, chiamante)).pagina),
      ),
    "entrate-previste": ({ idDominio, da, a }, chiamante) =>
      defineSorgente(colonneEntrate, async (richiesta) => {
        const filtri = { ...(idDominio !== undefined && { idDominio }), ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
        return ok(await elenchi.findEntratePreviste(filtri, richiesta, chiamante));
      }),
    // Totals are of the whole period: they come all together, when the last row has been counted.
    accertamenti: ({ idDominio, da, a }, chiamante) =>
      defineSorgente(colonneAccertamenti, async () => {
        const filtri = { ...(idDominio !== undefined && { idDominio }), ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
        const esito = await elenchi.sumAccertamenti({ ...filtri, gruppi: GRUPPI_ACCERTAMENTI }, chiamante);
        return esito.ok ? ok({ elementi: esito.valore.risultati }) : esito;
      }),
    beneficiari: ({ idDominio = "", da, a }, chiamante) =>
      defineSorgente(colonneBeneficiari, async () => {
        const periodo = { ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
        const richiesta = { idDominio, ...periodo, gruppi: GRUPPI_BENEFICIARI, soloRendicontati: true };
        const esito = await elenchi.sumBeneficiari(richiesta, chiamante);
        return esito.ok ? ok({ elementi: esito.valore.risultati }) : esito;
      }),
    eventi: (filtri, chiamante, traccia) =>
      defineSorgente(colonneEventi, async (richiesta) => {
        const esito = await elenchi.findEventi({ ...periodoDi(filtri), messaggi: false }, richiesta, { chiamante, traccia });
        return esito.ok ? ok({ ...esito.valore, elementi: esito.valore.elementi.map(({ evento }) => evento) }) : esito;
      }),
  };
  return ({ contenuto, filtri, mittente }, traccia) => perContenuto[contenuto](filtri, mittente, traccia);
};
