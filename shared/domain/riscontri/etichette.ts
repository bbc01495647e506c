/** The labels of a transfer: which of the four evidences (notification of the body, receipt, settlement row, treasury movement) are there, and agree. Several at once. */

export const ETICHETTE = [
  "RT_NO_IUF",
  "RT_IUF",
  "RT_IUF_TES",
  "RT_TES",
  "IUD_RT_IUF",
  "IUD_RT_IUF_TES",
  "IUD_NO_RT",
  "RT_NO_IUD",
  "RT_SENZA_RIVERSAMENTO",
  "IUV_NO_RT",
  "IUF_NO_TES",
  "IUF_RICONCILIATO",
  "IUF_TES_DIV_IMP",
  "TES_NO_IUF_OR_IUV",
  "TES_NO_MATCH",
  "DOPPI",
  "UNKNOWN",
] as const;

export type Etichetta = (typeof ETICHETTE)[number];

interface Descrizione {
  readonly titolo: string;
  /** What it says, for who keeps the books. */
  readonly significato: string;
  /** When it is given. */
  readonly quando: string;
  /** What of: a transfer has also the labels of its flow. */
  readonly di: "trasferimento" | "flusso" | "movimento";
  /** Nothing to do. */
  readonly regolare: boolean;
}

export const DESCRIZIONE_ETICHETTE: Readonly<Record<Etichetta, Descrizione>> = {
  RT_NO_IUF: {
    titolo: "Pagato, non rendicontato",
    significato: "Il cittadino ha pagato e c'è la ricevuta, ma nessun flusso di un PSP lo riporta con lo stesso importo.",
    quando: "ricevuta; nessuna riga di rendicontazione, o una riga di importo diverso",
    di: "trasferimento",
    regolare: false,
  },
  RT_IUF: {
    titolo: "Pagato e rendicontato",
    significato: "Il PSP ha rendicontato il pagamento; il denaro del suo flusso non risulta ancora tutto in tesoreria.",
    quando: "ricevuta e riga dello stesso importo; il flusso non è coperto da movimenti",
    di: "trasferimento",
    regolare: true,
  },
  RT_IUF_TES: {
    titolo: "Pagato, rendicontato e incassato",
    significato: "Il denaro è in tesoreria, insieme a quello degli altri pagamenti dello stesso flusso.",
    quando: "come RT_IUF, e la somma dei movimenti collegati è il totale del flusso (salvo la tolleranza impostata)",
    di: "trasferimento",
    regolare: true,
  },
  RT_TES: {
    titolo: "Pagato e incassato singolarmente",
    significato: "Il denaro è in tesoreria con un bonifico che paga solo questo pagamento.",
    quando: "ricevuta e movimento con il suo IUV o IUR e il suo importo",
    di: "trasferimento",
    regolare: true,
  },
  IUD_RT_IUF: {
    titolo: "Notificato, pagato e rendicontato",
    significato: "Come «Pagato e rendicontato», e anche il gestionale dell'ente lo dà per pagato con lo stesso importo.",
    quando: "come RT_IUF, e notifica dello stesso importo",
    di: "trasferimento",
    regolare: true,
  },
  IUD_RT_IUF_TES: {
    titolo: "Notificato, pagato, rendicontato e incassato",
    significato: "Le quattro prove ci sono e concordano.",
    quando: "come RT_IUF_TES, e notifica dello stesso importo",
    di: "trasferimento",
    regolare: true,
  },
  IUD_NO_RT: {
    titolo: "Notificato, ma senza ricevuta",
    significato: "Il gestionale dell'ente dà per pagato ciò che pagoPA non conosce, o conosce con un altro importo.",
    quando: "notifica; nessuna ricevuta, o una ricevuta di importo diverso",
    di: "trasferimento",
    regolare: false,
  },
  RT_NO_IUD: {
    titolo: "Pagato, ma non notificato",
    significato: "pagoPA ha incassato e il gestionale dell'ente non lo ha detto.",
    quando: "ricevuta senza notifica, se l'ente notifica i suoi pagamenti",
    di: "trasferimento",
    regolare: false,
  },
  RT_SENZA_RIVERSAMENTO: {
    titolo: "Pagato, destinato ad altri",
    significato: "Marca da bollo, o quota di un ente che non è servito qui: non sarà mai rendicontata né accreditata sul conto dell'ente.",
    quando: "ricevuta di una marca da bollo, o di un beneficiario non intermediato, senza righe di rendicontazione",
    di: "trasferimento",
    regolare: true,
  },
  IUV_NO_RT: {
    titolo: "Rendicontato, ma senza ricevuta",
    significato: "Un PSP riporta un pagamento di cui non è arrivata la ricevuta.",
    quando: "riga di rendicontazione (esiti 0, 4) senza ricevuta; esiti 8 e 9 senza il pagamento che ne nasce",
    di: "trasferimento",
    regolare: false,
  },
  IUF_NO_TES: {
    titolo: "Rendicontato, non accreditato",
    significato: "C'è il flusso e non c'è il denaro.",
    quando: "flusso in vigore senza movimenti collegati",
    di: "flusso",
    regolare: false,
  },
  IUF_RICONCILIATO: {
    titolo: "Rendicontato, riconciliato dal gestionale",
    significato:
      "Il gestionale dell'ente ha detto che il denaro del flusso è arrivato; qui non c'è il movimento del tesoriere che lo mostra.",
    quando: "flusso in vigore senza movimenti collegati, con una riconciliazione registrata da chi chiama (PUT /riconciliazioni)",
    di: "flusso",
    regolare: true,
  },
  IUF_TES_DIV_IMP: {
    titolo: "Accreditato con un altro importo",
    significato: "Il denaro collegato al flusso è di più, o di meno, del suo totale.",
    quando: "somma dei movimenti collegati diversa dal totale del flusso, oltre la tolleranza",
    di: "flusso",
    regolare: false,
  },
  TES_NO_IUF_OR_IUV: {
    titolo: "Accreditato, pagamento o flusso sconosciuto",
    significato: "La causale ha un identificativo di pagoPA che non corrisponde a niente di noto.",
    quando: "movimento con un identificativo leggibile, di cui non si conoscono né flusso né pagamento",
    di: "movimento",
    regolare: false,
  },
  TES_NO_MATCH: {
    titolo: "Accreditato, non riconducibile a pagoPA",
    significato: "La causale non ha identificativi di pagoPA: di solito è un'altra entrata dell'ente.",
    quando: "movimento senza un identificativo riconoscibile",
    di: "movimento",
    regolare: true,
  },
  DOPPI: {
    titolo: "Pagato due volte",
    significato: "Lo stesso avviso risulta pagato due volte, con due ricevute diverse.",
    quando: "due righe di rendicontazione, o due ricevute, con lo stesso IUV e lo stesso indice e IUR diversi",
    di: "trasferimento",
    regolare: false,
  },
  UNKNOWN: {
    titolo: "Non classificabile",
    significato: "Le prove presenti non dicono nulla del denaro: per esempio una sola riga revocata.",
    quando: "nessuna delle altre condizioni",
    di: "trasferimento",
    regolare: false,
  },
};

/** The same labels in the order of the list, each once: two computations of the same evidence are equal texts. */
export const inOrdine = (etichette: Iterable<Etichetta>): readonly Etichetta[] => {
  const presenti = new Set(etichette);
  return ETICHETTE.filter((etichetta) => presenti.has(etichetta));
};
