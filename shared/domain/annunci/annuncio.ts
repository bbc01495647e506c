/**
 * What is told outside of what happened to a creditor: which thing, in which state, never whose. Webhooks and the feed tell the same, in one order for each creditor
 * (docs/integrazione/webhook.md).
 */
import type { PostoVariazioni, SegmentoVariazioni } from "../variazioni/variazione-contabile.ts";

/** Each with what it means; the type of the CloudEvent is PREFISSO_TIPO and this name. */
export const TIPI_ANNUNCIO = {
  "pendenza.creata": "una pendenza è stata caricata",
  "pendenza.modificata": "di una pendenza è cambiato ciò che si paga, quando, o lo stato",
  "pendenza.annullata": "una pendenza è stata annullata",
  "pendenza.pagataAltrove": "una pendenza è stata pagata fuori da pagoPA",
  "tentativo.avviato": "un pagamento è cominciato presso un PSP",
  "ricevuta.acquisita": "è arrivata una ricevuta di pagoPA",
  "riscossione.registrata": "un importo risulta riscosso",
  "riscossione.rendicontata": "un flusso di rendicontazione riporta un importo",
  "riscossione.riconciliata": "un importo riscosso è stato trovato in tesoreria",
  "anomalia.aperta": "una voce di lavoro della riconciliazione si è aperta, o riaperta",
  "tracciato.elaborato": "un tracciato di pendenze è concluso",
  prova: "nulla è accaduto: qualcuno ha chiesto una consegna di prova",
} as const;

export type TipoAnnuncio = keyof typeof TIPI_ANNUNCIO;
export const NOMI_ANNUNCIO = Object.keys(TIPI_ANNUNCIO) as readonly TipoAnnuncio[];

export const PREFISSO_TIPO = "it.fiorino.";

/** What filters and rights look at. Importo: cents. */
export interface AmbitoAnnuncio {
  readonly idA2A?: string;
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  readonly importo?: number;
}

export interface Annuncio {
  /** The same however many times it is told. */
  readonly id: string;
  readonly tipo: TipoAnnuncio;
  readonly idDominio: string;
  /** Instant. */
  readonly data: string;
  /** What the order is kept for: a payment code, or the thing itself where there is none. */
  readonly oggetto: string;
  readonly ambito: AmbitoAnnuncio;
  readonly dati: Readonly<Record<string, string | number | boolean>>;
}

/** Days in which it can be read again. */
export const GIORNI_ANNUNCI = 90;

export type SegmentoAnnunci = SegmentoVariazioni<Annuncio>;

/** An announcement with its place, that names the order: segment and position inside it. */
export interface AnnuncioInCatena {
  readonly annuncio: Annuncio;
  readonly ordine: string;
  readonly dopo: { readonly segmento: string; readonly lette: number };
}

/** In order, each with the place just after it; what the reader already took is left out. */
export const listAnnunci = (segmenti: readonly SegmentoAnnunci[], posto: PostoVariazioni): readonly AnnuncioInCatena[] =>
  segmenti.flatMap(({ id, variazioni }) =>
    variazioni
      .map(
        (annuncio, i): AnnuncioInCatena => ({
          ...{ annuncio, ordine: `${id}#${String(i).padStart(3, "0")}`, dopo: { segmento: id, lette: i + 1 } },
        }),
      )
      .slice("segmento" in posto && posto.segmento === id ? posto.lette : 0),
  );

/** What a reader of the feed gets, and the place to go on from. */
export interface PaginaAnnunci {
  readonly idDominio: string;
  readonly annunci: readonly AnnuncioInCatena[];
  readonly posto: PostoVariazioni;
  readonly altre: boolean;
}
