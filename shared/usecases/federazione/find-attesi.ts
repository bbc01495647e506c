/**
 * Expected payments of a tax code: ours, and those of the other back ends, asked together with a time limit each. Whoever does not answer is named, and hides
 * nobody. A back end that is asked never asks others in turn: only who stands in front of the citizen does.
 */

import { isSuo, soggettoOf } from "../../domain/accessi/cittadino.ts";
import { entraIn } from "../../domain/accessi/visibilita.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type BackEnd, type PosizioneFederata, readFederazione } from "../../domain/federazione/back-end.ts";
import type { StatoPendenzaEsposto } from "../../domain/pendenze/stati-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Federazione } from "../../ports/federazione.ts";
import type { ElencoPendenze, findPendenze, RichiestaElenco } from "../pendenze/find-pendenze.ts";

export interface RichiestaAttesi {
  readonly codiceFiscale?: string;
  readonly idDominio?: string;
  readonly stato?: PosizioneFederata["stato"];
  /** Absent: for a citizen yes, for an application no. */
  readonly federati?: boolean;
  readonly cursore?: string;
  readonly limite: number;
}

export interface Risposto {
  readonly backEnd: Pick<BackEnd, "id" | "nome">;
  readonly esito: "RISPOSTO" | "NON_RISPONDE" | "RISPOSTA_PARZIALE";
  readonly posizioni: readonly PosizioneFederata[];
  /** Why it did not answer: for the log, never for the caller. */
  readonly guasto?: string;
}

export interface Attesi {
  readonly nostre: ElencoPendenze;
  readonly altri: readonly Risposto[];
}

interface Porte {
  readonly find: ReturnType<typeof findPendenze>;
  readonly anagrafiche: Pick<Anagrafiche, "getSezione">;
  readonly federazione: Pick<Federazione, "search">;
}

/** The creditors of a back end that this caller may ask about. */
export const dominiVisti = ({ idDomini }: BackEnd, chiamante: Chiamante, idDominio?: string): readonly string[] =>
  idDomini.filter(
    (dominio) =>
      (idDominio === undefined || idDominio === dominio) &&
      (chiamante.cittadino ? entraIn(chiamante.cittadino, dominio) : seesDominio(chiamante, dominio)),
  );

const DI_OGNI_STATO: Readonly<Record<PosizioneFederata["stato"], readonly StatoPendenzaEsposto[]>> = {
  ESEGUITA: ["ESEGUITA", "INCASSATA"],
  NON_ESEGUITA: ["NON_ESEGUITA"],
  ESEGUITA_PARZIALE: ["ESEGUITA_PARZIALE"],
  ANNULLATA: ["ANNULLATA"],
  SCADUTA: ["SCADUTA"],
  ANOMALA: ["ANOMALA"],
};

/** One query, and one for the section of the configuration that is not in memory. */
export const findAttesi = ({ find, anagrafiche, federazione }: Porte) => {
  const ask = async (backEnd: BackEnd, codiceFiscale: string, richiesta: RichiestaAttesi, domini: readonly string[]): Promise<Risposto> => {
    const { idDominio, stato } = richiesta;
    const risposta = await federazione.search(backEnd, {
      codiceFiscale,
      ...(idDominio !== undefined && { idDominio }),
      ...(stato !== undefined && { stato }),
    });
    if (!risposta.ok) return { backEnd, esito: "NON_RISPONDE", posizioni: [], guasto: risposta.errore.dettaglio };
    const { posizioni, altre } = risposta.valore;
    const viste = posizioni.filter((voce) => domini.includes(voce.idDominio) && (stato === undefined || voce.stato === stato));
    return { backEnd, esito: altre ? "RISPOSTA_PARZIALE" : "RISPOSTO", posizioni: viste };
  };

  const askAltri = async (richiesta: RichiestaAttesi, codiceFiscale: string, chiamante: Chiamante): Promise<readonly Risposto[]> => {
    const chiesti = richiesta.federati ?? chiamante.tipo === "cittadino";
    if (!chiesti || richiesta.cursore !== undefined) return [];
    const backEnd = readFederazione(await anagrafiche.getSezione("federazione"));
    const interessati = backEnd.flatMap((uno) => {
      const domini = dominiVisti(uno, chiamante, richiesta.idDominio);
      return domini.length === 0 ? [] : [{ uno, domini }];
    });
    return Promise.all(interessati.map(({ uno, domini }) => ask(uno, codiceFiscale, richiesta, domini)));
  };

  return async (
    richiesta: RichiestaAttesi,
    chiamante: Chiamante,
  ): Promise<Esito<Attesi, Rifiuto<"PARAMETRO_NON_VALIDO" | "NON_AUTORIZZATO">>> => {
    const { cittadino } = chiamante;
    const { codiceFiscale = cittadino && soggettoOf(cittadino), idDominio, stato, cursore, limite } = richiesta;
    if (codiceFiscale === undefined) return rifiuto("PARAMETRO_NON_VALIDO", "codiceFiscale: obbligatorio per un front end");
    if (cittadino && !isSuo(cittadino, codiceFiscale))
      return rifiuto("NON_AUTORIZZATO", "codiceFiscale: non è quello per cui agisce il cittadino");
    const filtri: RichiestaElenco = {
      ...{ idDebitore: codiceFiscale, mostraSpontaneiNonPagati: false, ordine: "desc" },
      ...(idDominio !== undefined && { idDominio }),
      ...(stato !== undefined && { stati: DI_OGNI_STATO[stato] }),
    };
    const pagina = { limite, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) };
    const [nostre, altri] = await Promise.all([find(filtri, pagina, chiamante), askAltri(richiesta, codiceFiscale, chiamante)]);
    return ok({ nostre, altri });
  };
};
