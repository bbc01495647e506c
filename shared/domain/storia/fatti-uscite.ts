/** What left because of a debt, and what people decided about its money: messages to the citizen, news to the creditor's systems, the archive of pagoPA, dossiers. */
import { definiti } from "../definiti.ts";
import type { Fascicolo, VoceFascicolo } from "../fascicoli/fascicolo.ts";
import type { Allineamento } from "../gpd/allineamento.ts";
import { type Notifica, riferimentoDi } from "../notifiche/notifica.ts";
import type { Promemoria } from "../promemoria/promemoria.ts";
import type { TipoFatto } from "./catalogo-fatti.ts";
import { type Fatto, idFatto } from "./fatto.ts";

type Fatti = readonly Fatto<TipoFatto>[];

/** Its outcomes are in the history of the debt; the decision to send it is only in the message. */
export const fattoDiPromemoria = ({ id, tipo, canale, data, quando }: Promemoria): Fatto<TipoFatto> => ({
  id: idFatto("3", "promemoria", id),
  ...{ data, tipo: "COMUNICAZIONE_PREVISTA", autore: "sistema" },
  dettagli: { comunicazione: tipo, canale, quando },
});

const STATI_NOTIFICA = { SPEDITA: "NOTIFICA_CONSEGNATA", DA_SPEDIRE: "NOTIFICA_IN_ATTESA", ANNULLATA: "NOTIFICA_ANNULLATA" } as const;
const OGGETTI = {
  ATTIVAZIONE: "pagamento avviato",
  ANNULLAMENTO: "pagamento abbandonato",
  RICEVUTA: "ricevuta",
  RPP: "messaggi della ricevuta",
} as const;

export const fattoDiNotifica = (notifica: Notifica): Fatto<TipoFatto> => {
  const { tipo, stato, data, dataUltimoTentativo, idA2A, tentativi, descrizioneStato } = notifica;
  return {
    id: idFatto("3", "notifica", tipo, riferimentoDi(notifica)),
    data: dataUltimoTentativo ?? data,
    tipo: STATI_NOTIFICA[stato],
    autore: "sistema",
    dettagli: definiti({
      destinatario: idA2A,
      motivo: OGGETTI[tipo],
      tentativi,
      ...("ccp" in notifica ? { ccp: notifica.ccp } : { idRicevuta: notifica.idRicevuta }),
      dettaglio: stato === "SPEDITA" ? undefined : descrizioneStato,
    }),
  };
};

/** Only how it stands: what it was before is not kept. */
export const fattoDiAllineamento = ({ archivio, stato, data, dettaglio }: Allineamento): Fatto<TipoFatto> => ({
  id: idFatto("3", "allineamento"),
  ...{ data, tipo: "ARCHIVIO_PAGOPA", autore: "sistema" },
  dettagli: definiti({ archivio, stato, dettaglio }),
});

const DECISIONI: Readonly<Record<string, string>> = {
  accetta: "il denaro si tiene",
  accantona: "il denaro è messo da parte",
  proponiRimborso: "proposto il rimborso",
  autorizzaRimborso: "autorizzato il rimborso",
  rifiutaRimborso: "rifiutato il rimborso",
  chiudi: "chiuso",
  riapri: "riaperto",
  assegna: "assegnato",
  annota: "annotato",
};

const fattoDiDecisione = ({ id, rimborso }: Fascicolo, voce: VoceFascicolo, posto: number): Fatto<TipoFatto> => {
  const { data, autore, evento, motivazione } = voce;
  const comune = { id: idFatto("3", "fascicolo", id, String(posto).padStart(3, "0")), data, autore };
  if (evento === "registraRimborso")
    return {
      ...{ ...comune, tipo: "RIMBORSO_DISPOSTO" },
      dettagli: definiti({ motivazione, importo: rimborso?.importo, mandato: rimborso?.mandato?.numero }),
    };
  return { ...comune, tipo: "FASCICOLO_DECISO", dettagli: definiti({ decisione: DECISIONI[evento] ?? evento, motivazione }) };
};

export const fattiDiFascicolo = (fascicolo: Fascicolo): Fatti => {
  const { id, dataApertura, motivo, importo, importoDovuto, iur, dettaglio, storia } = fascicolo;
  return [
    {
      id: idFatto("3", "fascicolo", id),
      ...{ data: dataApertura, tipo: "FASCICOLO_APERTO", autore: "sistema" },
      dettagli: { motivo, importo, importoDovuto, idRicevuta: iur, dettaglio },
    },
    ...storia.map((voce, i) => fattoDiDecisione(fascicolo, voce, i)),
  ];
};
