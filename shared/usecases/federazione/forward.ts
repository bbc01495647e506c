/** What concerns a payment held by another back end is asked to it, in the name of who asks us: a citizen for its own only, an application within its creditors. */
import { soggettoOf } from "../../domain/accessi/cittadino.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type BackEnd, type PosizioneFederata, type RicevutaFederata, readFederazione } from "../../domain/federazione/back-end.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { AvvisoFederato, Federazione, MancataRisposta } from "../../ports/federazione.ts";
import { dominiVisti } from "./find-attesi.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getSezione">;
  readonly federazione: Omit<Federazione, "search">;
}

type Rifiutato = Rifiuto<"NON_TROVATO" | "NON_DISPONIBILE" | "NON_PROCESSABILE">;

const CODICI = { assente: "NON_TROVATO", rifiuto: "NON_PROCESSABILE", guasto: "NON_DISPONIBILE" } as const;

const toRifiuto = ({ nome }: BackEnd, { causa, dettaglio }: MancataRisposta): { readonly ok: false; readonly errore: Rifiutato } =>
  // What went wrong over there is for the log: to the caller it is enough that it did not work.
  rifiuto(CODICI[causa], causa === "guasto" ? `${nome} non risponde: riprovare più tardi` : `${nome}: ${dettaglio}`);

/** A citizen asks in its own name, whatever it writes. */
const inNomeDi = ({ cittadino }: Chiamante, avviso: AvvisoFederato): AvvisoFederato =>
  cittadino ? { ...avviso, codiceFiscale: soggettoOf(cittadino) } : avviso;

export const createForward = ({ anagrafiche, federazione }: Porte) => {
  const findBackEnd = async (
    detentore: string,
    avvisi: readonly AvvisoFederato[],
    chiamante: Chiamante,
  ): Promise<Esito<BackEnd, Rifiutato>> => {
    const backEnd = readFederazione(await anagrafiche.getSezione("federazione")).find(({ id }) => id === detentore);
    const suoi = backEnd && avvisi.every(({ idDominio }) => dominiVisti(backEnd, chiamante, idDominio).length > 0);
    return backEnd && suoi ? ok(backEnd) : rifiuto("NON_TROVATO", `avviso non trovato presso ${detentore}`);
  };

  /** Of a citizen the holder is first asked whether it is its own. */
  const getSuo = async <T>(
    detentore: string,
    chiesto: AvvisoFederato,
    chiamante: Chiamante,
    get: (backEnd: BackEnd) => Promise<Esito<T, MancataRisposta>>,
  ): Promise<Esito<T, Rifiutato>> => {
    const backEnd = await findBackEnd(detentore, [chiesto], chiamante);
    if (!backEnd.ok) return backEnd;
    if (chiamante.cittadino) {
      const suo = await federazione.getAvviso(backEnd.valore, inNomeDi(chiamante, chiesto));
      if (!suo.ok) return toRifiuto(backEnd.valore, suo.errore);
    }
    const esito = await get(backEnd.valore);
    return esito.ok ? esito : toRifiuto(backEnd.valore, esito.errore);
  };

  return {
    getAvviso: async (detentore: string, chiesto: AvvisoFederato, chiamante: Chiamante): Promise<Esito<PosizioneFederata, Rifiutato>> => {
      const backEnd = await findBackEnd(detentore, [chiesto], chiamante);
      if (!backEnd.ok) return backEnd;
      const esito = await federazione.getAvviso(backEnd.valore, inNomeDi(chiamante, chiesto));
      return esito.ok ? esito : toRifiuto(backEnd.valore, esito.errore);
    },

    startPagamento: async (
      detentore: string,
      { pendenze, urlRitorno }: { readonly pendenze: readonly AvvisoFederato[]; readonly urlRitorno: string },
      chiamante: Chiamante,
    ): Promise<Esito<{ readonly id: string; readonly redirect: string; readonly idSession?: string }, Rifiutato>> => {
      const backEnd = await findBackEnd(detentore, pendenze, chiamante);
      if (!backEnd.ok) return backEnd;
      const proprie = pendenze.map((avviso) => inNomeDi(chiamante, avviso));
      const esito = await federazione.startPagamento(backEnd.valore, { pendenze: proprie, urlRitorno });
      return esito.ok ? esito : toRifiuto(backEnd.valore, esito.errore);
    },

    getDocumento: (
      detentore: string,
      chiesto: AvvisoFederato,
      documento: "avviso" | "ricevuta",
      chiamante: Chiamante,
    ): Promise<Esito<Uint8Array, Rifiutato>> =>
      getSuo(detentore, chiesto, chiamante, (backEnd) => federazione.getDocumento(backEnd, chiesto, documento)),

    getRicevuta: (detentore: string, chiesto: AvvisoFederato, chiamante: Chiamante): Promise<Esito<RicevutaFederata, Rifiutato>> =>
      getSuo(detentore, chiesto, chiamante, (backEnd) => federazione.getRicevuta(backEnd, chiesto)),
  };
};
