/** What is kept of citizens, on the wire: entities as they are in the archive, amounts in euro. */
import { definiti } from "../../domain/definiti.ts";
import type { Evento } from "../../domain/eventi.ts";
import type { CicloConservazione } from "../../domain/privacy/ciclo.ts";
import {
  type DecisioneConservazione,
  type MesiConservazione,
  MOTIVI,
  type MotivoConservazione,
  type RegoleConservazione,
} from "../../domain/privacy/conservazione.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import type { Posizione } from "../../ports/posizioni.ts";

type Json = Readonly<Record<string, unknown>>;

const toJson = (valore: unknown): unknown => {
  if (typeof valore === "bigint") return toNumeroJson(valore);
  if (Array.isArray(valore)) return valore.map(toJson);
  return typeof valore === "object" && valore !== null ? toOggetto(valore) : valore;
};
const toOggetto = (valore: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(valore).map(([campo, dentro]) => [campo, toJson(dentro)]));
const toElenco = (valori: readonly object[]): Record<string, unknown>[] => valori.map(toOggetto);

export const presentConservazione = (decisione: DecisioneConservazione) => ({
  esito: decisione.esito,
  ...(decisione.esito === "CONSERVATA" && {
    ...{ motivo: decisione.motivo, descrizione: MOTIVI[decisione.motivo] },
    ...definiti({ finoAl: decisione.finoAl }),
  }),
});

/** Without the messages, which have their own right. */
const presentEvento = ({
  parametriRichiesta: _richiesta,
  parametriRisposta: _risposta,
  cittadino: _cittadino,
  ...evento
}: Evento): Record<string, unknown> => toOggetto(evento);

interface Dati {
  readonly prodottoAlle: string;
  readonly posizioni: readonly {
    readonly posizione: Posizione;
    readonly eventi: readonly Evento[];
    readonly conservazione: DecisioneConservazione;
  }[];
  readonly letture: readonly Evento[];
  readonly cursore?: string;
}

export const presentDatiCittadino = ({ prodottoAlle, posizioni, letture, cursore }: Dati) => ({
  prodottoAlle,
  posizioni: posizioni.map(({ posizione, eventi, conservazione }) => ({
    pendenza: toOggetto(posizione.pendenza ?? {}),
    tentativi: toElenco(posizione.tentativi),
    // The original is a message of pagoPA, with its own operations; its digest tells which.
    ricevute: posizione.ricevute
      .map(({ originale: { digest }, ...ricevuta }): Json => ({ ...toOggetto(ricevuta), originale: { digest } }))
      .map(toOggetto),
    riscossioni: toElenco(posizione.riscossioni),
    notifiche: toElenco(posizione.notifiche),
    recuperi: toElenco(posizione.recuperi),
    storia: toElenco(posizione.storia),
    eventi: eventi.map(presentEvento),
    conservazione: presentConservazione(conservazione),
  })),
  letture: letture.map(presentEvento),
  ...definiti({ prosegue: cursore }),
});

interface Cancellazione {
  readonly esiti: readonly {
    readonly pendenza: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly idA2A: string;
      readonly idPendenza: string;
      readonly stato: string;
    };
    readonly decisione: DecisioneConservazione;
  }[];
  readonly cursore?: string;
}

export const presentCancellazione = ({ esiti, cursore }: Cancellazione) => ({
  esiti: esiti.map(({ pendenza: { idDominio, iuv, idA2A, idPendenza, stato }, decisione }) => ({
    ...{ idDominio, iuv, idA2A, idPendenza, stato },
    conservazione: presentConservazione(decisione),
  })),
  ...definiti({ prosegue: cursore }),
});

export const presentRegole = ({ pagateMesi, annullateMesi, scaduteMesi, operatore, data }: RegoleConservazione) => ({
  ...{ pagateMesi, annullateMesi, scaduteMesi, operatore, data },
});

interface Stato {
  readonly regole: RegoleConservazione | undefined;
  readonly ciclo: CicloConservazione | undefined;
}

export const presentStato = ({ regole, ciclo }: Stato) => ({
  ...(regole && { regole: presentRegole(regole) }),
  ...(ciclo && {
    ciclo: {
      ...{
        mese: ciclo.mese,
        stato: ciclo.stato,
        esaminate: ciclo.esaminate,
        anonimizzate: ciclo.anonimizzate,
        aggiornato: ciclo.aggiornato,
      },
    },
  }),
});

interface Anteprima {
  readonly esaminate: number;
  readonly anonimizzabili: number;
  readonly conservate: Readonly<Partial<Record<MotivoConservazione, number>>>;
  readonly cursore?: string;
}

const isMotivo = (testo: string): testo is MotivoConservazione => testo in MOTIVI;

export const presentAnteprima = ({ esaminate, anonimizzabili, conservate, cursore }: Anteprima) => ({
  ...{ esaminate, anonimizzabili },
  conservate: Object.entries(conservate).flatMap(([motivo, numero]) =>
    isMotivo(motivo) ? [{ motivo, descrizione: MOTIVI[motivo], numero }] : [],
  ),
  ...definiti({ prosegue: cursore }),
});

/** Rules given to be tried: all of them, or those of the creditor. */
export const toMesi = (query: { readonly [C in keyof MesiConservazione]?: number | undefined }): MesiConservazione | undefined => {
  const { pagateMesi, annullateMesi, scaduteMesi } = query;
  if (pagateMesi === undefined || annullateMesi === undefined || scaduteMesi === undefined) return undefined;
  return { pagateMesi, annullateMesi, scaduteMesi };
};
