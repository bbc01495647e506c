/**
 * The journal of the calls that we make (pagopa.md 3.6): one entry per exchange with both messages, whoever the client is. An entry that cannot be written does
 * not undo an exchange that took place: it is reported, and the call goes on.
 */
import type { CampiEvento, ComponenteEvento, Evento, ParametriEvento } from "../../domain/eventi.ts";
import { maskIntestazioni, maskMessaggio, maskUrl } from "../../domain/uscite/mascherare.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { HttpClient, RichiestaHttp, RispostaHttp } from "./client.ts";

export interface PorteGiornaleUscite {
  readonly giornale: Pick<UnitOfWork, "putEventi">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The thread that the exchange belongs to. */
  transazione(): string;
  /** Told when an entry could not be written. */
  segnala(tipoEvento: string, errore: unknown): void;
}

export interface ScambioUscente {
  /** Who was called, as the metrics name it: the operation too, when `campi` does not say it. */
  readonly servizio: string;
  readonly componente?: ComponenteEvento;
  readonly campi: CampiEvento;
  readonly inizio: string;
  readonly durataMillisecondi: number;
  readonly richiesta: Omit<ParametriEvento, "data">;
  readonly risposta?: Omit<ParametriEvento, "data">;
  /** Why there is no answer. */
  readonly mancata?: { readonly causa: string; readonly dettaglio: string };
  /** Outcome read inside the message (a fault of SOAP); otherwise the status tells. */
  readonly rifiuto?: { readonly codice: string; readonly dettaglio?: string };
}

type EsitoEvento = Pick<Evento, "esito" | "severita" | "sottotipoEsito" | "dettaglioEsito">;

/** KO: they answered no; FAIL: the exchange did not work (reference 4.3). */
const esitoDi = ({ risposta, mancata, rifiuto }: ScambioUscente): EsitoEvento => {
  if (mancata) return { esito: "FAIL", severita: 5, sottotipoEsito: mancata.causa, dettaglioEsito: mancata.dettaglio };
  if (rifiuto) {
    const dettaglio = rifiuto.dettaglio === undefined ? {} : { dettaglioEsito: rifiuto.dettaglio };
    return { esito: "KO", severita: 3, sottotipoEsito: rifiuto.codice, ...dettaglio };
  }
  const status = risposta?.status ?? 200;
  if (status < 400) return { esito: "OK", severita: 0 };
  return status >= 500
    ? { esito: "FAIL", severita: 5, sottotipoEsito: String(status) }
    : { esito: "KO", severita: 3, sottotipoEsito: String(status) };
};

const maskParametri = <P extends Omit<ParametriEvento, "data">>(parametri: P): P => ({
  ...parametri,
  ...(parametri.url !== undefined && { url: maskUrl(parametri.url) }),
  ...(typeof parametri.payload === "string" && { payload: maskMessaggio(parametri.payload) }),
});

/** Writes the entry of one exchange. Never throws. */
export const registraScambio = async (porte: PorteGiornaleUscite, scambio: ScambioUscente): Promise<void> => {
  const { servizio, componente = "API_PAGOPA", campi, inizio, durataMillisecondi, richiesta, risposta } = scambio;
  const evento: Evento = {
    id: porte.ids.next(),
    transactionId: porte.transazione(),
    componente,
    categoriaEvento: "INTERFACCIA",
    ruolo: "CLIENT",
    tipoEvento: servizio,
    dataEvento: inizio,
    durataMillisecondi,
    ...esitoDi(scambio),
    parametriRichiesta: { ...maskParametri(richiesta), data: inizio },
    ...(risposta && { parametriRisposta: { ...maskParametri(risposta), data: porte.clock.now() } }),
    ...campi,
  };
  try {
    await porte.giornale.putEventi([evento]);
  } catch (errore) {
    porte.segnala(evento.tipoEvento, errore);
  }
};

/** A refusal inside a SOAP answer, that HTTP calls a success. */
const readFault = ({ testo, headers }: RispostaHttp): Pick<ScambioUscente, "rifiuto"> => {
  if (!/xml/i.test(headers["content-type"] ?? "")) return {};
  const codice = /<(?:[\w.-]+:)?faultCode>\s*([^<\s]{1,100})/.exec(testo)?.[1];
  const dettaglio = /<(?:[\w.-]+:)?(?:description|faultString)>([^<]{1,300})/.exec(testo)?.[1];
  return codice === undefined ? {} : { rifiuto: { codice, ...(dettaglio !== undefined && { dettaglio }) } };
};

const richiestaDi = ({ url, method, headers = {}, body }: RichiestaHttp): Omit<ParametriEvento, "data"> => ({
  url,
  method,
  headers: maskIntestazioni(headers),
  ...(body !== undefined && { payload: body }),
});

/** Every request leaves its entry, with what the client said of it in `evento`. */
export const withGiornale = (
  http: HttpClient,
  porte: PorteGiornaleUscite,
  servizio: string,
  componente?: ComponenteEvento,
): HttpClient => ({
  request: async (richiesta) => {
    const inizio = porte.clock.now();
    const esito = await http.request(richiesta);
    await registraScambio(porte, {
      servizio,
      ...(componente !== undefined && { componente }),
      campi: richiesta.evento ?? {},
      inizio,
      durataMillisecondi: Math.max(0, Date.parse(porte.clock.now()) - Date.parse(inizio)),
      richiesta: richiestaDi(richiesta),
      ...(esito.ok
        ? {
            ...readFault(esito.valore),
            risposta: {
              status: esito.valore.status,
              headers: maskIntestazioni(esito.valore.headers),
              payload: esito.valore.contenuto ?? esito.valore.testo,
            },
          }
        : { mancata: esito.errore }),
    });
    return esito;
  },
});
