/** Jobs and their runs on the wire. */
import { definiti } from "../../domain/definiti.ts";
import type { Esecuzione, Lavoro, StatoEsecuzione } from "../../domain/lavori/lavoro.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

interface Definizione {
  readonly nome: string;
  readonly summary: string;
  readonly espressione: string;
}

const data = (istante: string | undefined): string | undefined => (istante === undefined ? undefined : toIsoRoma(istante));

export const locationEsecuzione = (id: string): string => `/operazioni/stato/${id}`;

/** `tutti`: the figures count the things of every creditor, and are for who sees them all. */
export const presentEsecuzione = (e: Esecuzione, tutti: boolean) => ({
  ...{ id: e.id, stato: e.stato, origine: e.origine, richiestaAlle: toIsoRoma(e.richiestaAlle) },
  ...definiti({
    principal: e.principal,
    avviataAlle: data(e.avviataAlle),
    conclusaAlle: data(e.conclusaAlle),
    durataMillisecondi: e.durataMillisecondi,
    cifre: tutti && e.cifre ? { ...e.cifre } : undefined,
    dettaglio: e.dettaglio,
  }),
});

const presentIndice = ({ nome, summary }: Definizione) => ({
  idOperazione: nome,
  descrizione: summary,
  location: `/operazioni/${nome}`,
});

export const presentLavoro =
  (tutti: boolean) =>
  (lavoro: {
    readonly definizione: Definizione;
    readonly stato: Lavoro | undefined;
    readonly inCorso: boolean;
    readonly prossima?: string;
  }) => {
    const { definizione, stato, inCorso, prossima } = lavoro;
    return {
      ...presentIndice(definizione),
      schedulazione: definizione.espressione,
      stato: inCorso ? ("IN_CORSO" as const) : ("FERMA" as const),
      ...definiti({
        inCorsoDal: inCorso ? data(stato?.inCorso?.dal) : undefined,
        prossimaEsecuzione: data(prossima),
        ultimoSuccesso: data(stato?.ultimoSuccesso),
        ultimaEsecuzione: stato?.ultima && presentEsecuzione(stato.ultima, tutti),
      }),
    };
  };

/** As GovPay answers to who runs a job: 0 = started. */
export const presentAvviata = ({ definizione, esecuzione }: { readonly definizione: Definizione; readonly esecuzione: Esecuzione }) => ({
  ...presentIndice(definizione),
  stato: 0 as const,
  esito: "Operazione avviata",
  dettaglio: `l'andamento è in ${locationEsecuzione(esecuzione.id)}`,
});

export const presentGiaInCorso = (idOperazione: string, dettaglio: string | undefined) => ({
  ...{ idOperazione, descrizione: "Lavoro interno", location: `/operazioni/${idOperazione}` },
  stato: 1 as const,
  esito: "Operazione già in esecuzione",
  ...definiti({ dettaglio }),
});

const DESCRIZIONI: Readonly<Record<StatoEsecuzione, string>> = {
  RICHIESTA: "richiesta, non ancora partita",
  IN_CORSO: "in corso",
  CONCLUSA: "conclusa",
  FALLITA: "fallita",
};

/** A job counts what it does but not what is left: it is at 0 until it ends. */
export const presentStatoEsecuzione = (
  { esecuzione, maiPartita }: { readonly esecuzione: Esecuzione; readonly maiPartita: boolean },
  tutti: boolean,
) => {
  const { stato, lavoro, dettaglio } = esecuzione;
  const finita = stato === "CONCLUSA" || stato === "FALLITA";
  const esito = stato === "CONCLUSA" ? ("OK" as const) : stato === "FALLITA" ? ("KO" as const) : maiPartita ? ("WARN" as const) : undefined;
  const descrizione = maiPartita ? "non è partita: il lavoro era già in esecuzione, o la richiesta è andata persa" : DESCRIZIONI[stato];
  return {
    percentuale: finita ? 100 : 0,
    descrizione: `${lavoro}: ${descrizione}${dettaglio === undefined ? "" : ` (${dettaglio})`}`,
    ...definiti({ stato: esito }),
    esecuzione: presentEsecuzione(esecuzione, tutti),
  };
};
