/**
 * The one place that uses the `soap` package: loaded at the first call, one client per function instance made from our own WSDL, its HTTP
 * done by the house client (time limits, bounded answers, credentials of the connector). An answer is looked at before the parser sees it.
 */
import type { Client, IHttpClient } from "soap";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import type { MancataRispostaNodo } from "../../ports/nodo-storico.ts";
import type { HttpClient } from "../http/client.ts";
import { type NomeOperazione, OPERAZIONI, SPAZIO_INTESTAZIONE } from "./operazioni.ts";
import { writeWsdl } from "./wsdl.ts";

export interface Chiamata {
  readonly connettore: Connettore;
  readonly operazione: NomeOperazione;
  readonly intestazione?: Readonly<Record<string, string>>;
  readonly corpo: Readonly<Record<string, unknown>>;
  /** What the journal must know: whose payment, through whom. */
  readonly evento: CampiEvento;
  readonly timeoutMillisecondi: number;
  /** Bytes of the answer; default 4 MB. */
  readonly massimoByte?: number;
  /** Element of the answer whose text is taken out before the rest is parsed: a flow may be tens of MB of base64. */
  readonly estrai?: string;
}

export type RispostaSoap = Esito<{ readonly valore: unknown; readonly estratto?: string }, MancataRispostaNodo>;

export type ClientSoap = (chiamata: Chiamata) => Promise<RispostaSoap>;

const PROFONDITA_MASSIMA = 32;

/** Reason to refuse an answer before any parsing, in Italian. */
const rifiutoDi = (testo: string): string | undefined => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(testo)) return "la risposta contiene una dichiarazione DOCTYPE, non ammessa";
  let aperti = 0;
  for (const [tag] of testo.matchAll(/<\/?[A-Za-z_][^<>]*>/g)) {
    aperti += tag.startsWith("</") ? -1 : tag.endsWith("/>") ? 0 : 1;
    if (aperti > PROFONDITA_MASSIMA) return `gli elementi della risposta sono annidati oltre ${PROFONDITA_MASSIMA} livelli`;
  }
  return undefined;
};

/** Takes the text of an element out: what stays is small whatever its size. */
const extract = (testo: string, nome: string): { readonly resto: string; readonly estratto?: string } => {
  const apertura = new RegExp(`<(?:[\\w.-]+:)?${nome}(?:\\s[^<>]*)?>`).exec(testo);
  if (!apertura || apertura[0].endsWith("/>")) return { resto: testo };
  const da = apertura.index + apertura[0].length;
  const fine = testo.indexOf("<", da);
  return fine < 0 ? { resto: testo } : { resto: testo.slice(0, da) + testo.slice(fine), estratto: testo.slice(da, fine) };
};

/** What the HTTP exchange gave, carried around the package, whose own error would only tell a part of it. */
interface Trasporto {
  risposta?: string;
  estratto?: string;
  errore?: MancataRispostaNodo;
}

class TrasportoFallito extends Error {}

const isTrasporto = (opzioni: unknown): opzioni is { readonly trasporto: Trasporto; readonly chiamata: Chiamata } =>
  typeof opzioni === "object" && opzioni !== null && "trasporto" in opzioni && "chiamata" in opzioni;

/** The package ignores the promise of its HTTP client: a value of the declared type that says so. */
const MAI: ReturnType<IHttpClient["request"]> = new Promise(() => {});

const createTrasporto = (http: HttpClient): IHttpClient => {
  const exchange = async (
    { chiamata, trasporto }: { readonly chiamata: Chiamata; readonly trasporto: Trasporto },
    xml: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<string | undefined> => {
    const { connettore, operazione, evento, timeoutMillisecondi, massimoByte, estrai } = chiamata;
    const esito = await http.request({
      method: "POST",
      url: connettore.url,
      headers: {
        ...headers,
        ...(connettore.subscriptionKey !== undefined && { "Ocp-Apim-Subscription-Key": connettore.subscriptionKey }),
      },
      body: xml,
      timeoutMillisecondi,
      auth: connettore.auth,
      evento: { tipoEvento: operazione, ...evento },
      ...(massimoByte !== undefined && { massimoByte }),
    });
    const fail = (errore: MancataRispostaNodo): undefined => {
      trasporto.errore = errore;
      return undefined;
    };
    if (!esito.ok) {
      const { causa, dettaglio, maiPartita } = esito.errore;
      if (causa === "troppo-grande") return fail({ causa: "illeggibile", dettaglio: `il Nodo ha risposto troppo: ${dettaglio}` });
      // A refused connection carried nothing; a silence or a cut may follow an acceptance.
      return fail({ causa: "irraggiungibile", dettaglio: `il Nodo non risponde: ${dettaglio}`, incerta: maiPartita !== true });
    }
    const { status, testo } = esito.valore;
    const { resto, estratto } = estrai === undefined ? { resto: testo } : extract(testo, estrai);
    trasporto.risposta = resto;
    if (estratto !== undefined) trasporto.estratto = estratto;
    // 4xx: the gateway in front of the Node turned us away (key, delegation, too many calls); 5xx: nobody knows what was done.
    if (status !== 200)
      return fail({ causa: "irraggiungibile", dettaglio: `il Nodo ha risposto ${status}`, incerta: status >= 500, status });
    const rifiuto = rifiutoDi(resto);
    return rifiuto === undefined ? resto : fail({ causa: "illeggibile", dettaglio: rifiuto });
  };
  return {
    request: (_url, xml, callback, headers, opzioni) => {
      if (!isTrasporto(opzioni)) throw new Error("chiamata al Nodo senza il suo contesto");
      void exchange(opzioni, String(xml), { ...headers }).then(
        (testo) =>
          testo === undefined
            ? callback(new TrasportoFallito())
            : callback(null, { status: 200, statusCode: 200, headers: {}, data: testo }, testo),
        (errore: unknown) => callback(errore),
      );
      return MAI;
    },
  };
};

/** @param http keeps the journal of the exchanges, breaker and limits included (wiring/uscite.ts). */
export const createClientSoap = (http: HttpClient): ClientSoap => {
  const httpClient = createTrasporto(http);
  let pronto: Promise<Client> | undefined;
  const loadClient = async (): Promise<Client> => {
    const { createClientAsync } = await import("./pacchetto-soap.ts");
    return createClientAsync(writeWsdl(), { httpClient, disableCache: true, handleNilAsNull: true });
  };

  return async (chiamata) => {
    pronto ??= loadClient();
    const client = await pronto;
    const { operazione, intestazione, corpo } = chiamata;
    const trasporto: Trasporto = {};
    const esito = await new Promise<{ readonly errore?: unknown; readonly valore?: unknown }>((fatto) => {
      // Headers belong to the client, not to the call: set here, they are read before anything else may run.
      client.clearSoapHeaders();
      const dichiarata = OPERAZIONI[operazione];
      if (intestazione && "intestazione" in dichiarata)
        client.addSoapHeader({ [dichiarata.intestazione[0]]: intestazione }, "", "ppthead", SPAZIO_INTESTAZIONE);
      client[operazione](corpo, (errore: unknown, valore: unknown) => fatto({ errore, valore }), { trasporto, chiamata });
    });
    const { errore, estratto, risposta = "" } = trasporto;
    if (errore) return ko(errore);
    // The package takes any XML for an answer, a page of a proxy too: the element that the operation answers with must be there.
    const sua = new RegExp(`<(?:[\\w.-]+:)?${operazione}Risposta[\\s/>]`).test(risposta);
    if (esito.errore || !sua) return ko({ causa: "illeggibile", dettaglio: "la risposta del Nodo non è quella dell'operazione chiesta" });
    // Without children that element is read as nothing at all.
    return ok({ valore: esito.valore ?? {}, ...(estratto !== undefined && { estratto }) });
  };
};
