/** What the creditor's systems are told of a payment code, one thing at a time: an attempt that started or was dropped, a receipt. */

export type TipoNotifica = "ATTIVAZIONE" | "ANNULLAMENTO" | "RICEVUTA" | "RPP";

/** RPP: the messages of a receipt, for the connector of its creditor (callback v1); the others are for the application that owns the debt. */
export type OggettoNotifica =
  | { readonly tipo: "RICEVUTA" | "RPP"; readonly idRicevuta: string }
  | { readonly tipo: "ATTIVAZIONE" | "ANNULLAMENTO"; readonly ccp: string };

/** One of its kind for each attempt or receipt: a second one is the first. */
export type ChiaveNotifica = { readonly idDominio: string; readonly iuv: string } & OggettoNotifica;

export type Notifica = ChiaveNotifica & {
  readonly versione: number;
  /** Application, or connector: no idA2A may hold a colon. */
  readonly idA2A: string;
  readonly stato: "DA_SPEDIRE" | "SPEDITA" | "ANNULLATA";
  readonly descrizioneStato?: string;
  readonly tentativi: number;
  readonly data: string;
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
};

export const riferimentoDi = (oggetto: OggettoNotifica): string => ("ccp" in oggetto ? oggetto.ccp : oggetto.idRicevuta);

export const chiaveNotificaDi = (notifica: ChiaveNotifica): ChiaveNotifica => {
  const { idDominio, iuv } = notifica;
  return "ccp" in notifica
    ? { tipo: notifica.tipo, idDominio, iuv, ccp: notifica.ccp }
    : { tipo: notifica.tipo, idDominio, iuv, idRicevuta: notifica.idRicevuta };
};

/** @param id ccp of an attempt, or id of a receipt. */
export const toChiaveNotifica = (
  posizione: { readonly idDominio: string; readonly iuv: string },
  tipo: TipoNotifica,
  id: string,
): ChiaveNotifica => {
  const { idDominio, iuv } = posizione;
  return tipo === "RICEVUTA" || tipo === "RPP" ? { tipo, idDominio, iuv, idRicevuta: id } : { tipo, idDominio, iuv, ccp: id };
};

export const nuovaNotifica = (chiave: ChiaveNotifica, idA2A: string, data: string): Notifica => ({
  ...chiaveNotificaDi(chiave),
  ...{ versione: 0, idA2A, stato: "DA_SPEDIRE", tentativi: 0, data },
});

/** One slow system must not make the others wait: the queue is fair between those for whom the messages are. */
export const messaggioNotifica = (notifica: Notifica) =>
  ({ coda: "notifiche", gruppo: notifica.idA2A.replaceAll(":", "-"), corpo: { ...chiaveNotificaDi(notifica) } }) as const;

/** Failures after which an older notification no longer holds back the ones that follow: about an hour. */
export const TENTATIVI_CHE_TRATTENGONO = 5;

const haPrecedenza = (una: Notifica, altra: Notifica): boolean =>
  una.data < altra.data || (una.data === altra.data && una.tipo === "ATTIVAZIONE" && altra.tipo !== "ATTIVAZIONE");

/** The oldest that the same system has still to be told of the same payment code before this one. */
export const findPrecedente = (notifica: Notifica, tutte: readonly Notifica[]): Notifica | undefined =>
  tutte
    .filter(
      (altra) =>
        altra.idA2A === notifica.idA2A &&
        altra.stato === "DA_SPEDIRE" &&
        altra.tentativi < TENTATIVI_CHE_TRATTENGONO &&
        haPrecedenza(altra, notifica),
    )
    .reduce<Notifica | undefined>((prima, altra) => (prima && haPrecedenza(prima, altra) ? prima : altra), undefined);
