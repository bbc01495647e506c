/**
 * How the endpoint of the Node is made: one middy handler over one or more primitives, chosen by the root element of the body. Authentication, envelope,
 * dispatch, journal, metrics. Business refusals are HTTP 200; 5xx means only that a receipt could not be stored, so that the Node tries again (pagopa.md 3.5).
 */
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { NS_PA_FOR_NODE, NS_PPT } from "../contracts/pagopa/namespaces.ts";
import { type Esito, ok } from "../domain/esito.ts";
import type { Evento } from "../domain/eventi.ts";
import type { CodiceFaultPa, FaultPa } from "../domain/pagamenti/messaggi-nodo.ts";
import { maskIntestazioni } from "../domain/uscite/mascherare.ts";
import { decodeTesto, type TestoCodificato } from "../domain/valori/codifica.ts";
import type { Anagrafiche } from "../ports/anagrafiche.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { presentSoapFault } from "../presenters/pagopa/risposta.ts";
import { type AutenticazioneNodo, createRiconoscimentoNodo } from "./autenticazione/riconosci-nodo.ts";
import { logger, publishMetriche } from "./osservabilita.ts";
import { guessElemento, openBusta } from "./soap/envelope.ts";
import { esitoDi, parametriDi } from "./soap/giornale-nodo.ts";
import type { RispostaServizio, Scambio, ServizioSoap } from "./soap/servizio.ts";
import { cifraDi, segnala } from "./soap/sorveglianza.ts";
import { entro, tempoGiornale } from "./soap/tempo.ts";
import { TracciaScambio } from "./traccia.ts";

type EventoHttp = APIGatewayProxyEventV2;
type RispostaHttp = APIGatewayProxyStructuredResultV2;

export interface PorteEndpoint {
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly giornale: Pick<UnitOfWork, "putEventi">;
  readonly autenticazione: AutenticazioneNodo;
}

const faultDi = (faultCode: CodiceFaultPa, description: string): FaultPa => ({ faultCode, id: "", description });

const toHttp = (status: number, xml: string, transactionId: string): RispostaHttp => ({
  statusCode: status,
  headers: {
    "content-type": "text/xml; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-correlation-id": transactionId,
    ...(status === 401 && { "www-authenticate": 'Basic realm="Fiorino", charset="UTF-8"' }),
  },
  body: xml,
});

/** The message as it came, byte for byte, whatever its encoding. */
const grezzoDi = ({ body = "", isBase64Encoded }: EventoHttp): string | Uint8Array =>
  isBase64Encoded ? Buffer.from(body, "base64") : body;

/** What the gateway passed as text it has already read as UTF-8: so also UTF-16 without accents and without mark, where a zero stands beside each letter. */
const isLetto = ({ body = "", isBase64Encoded }: EventoHttp): boolean => !isBase64Encoded && !body.slice(0, 2).includes("\0");

const readTesto = (evento: EventoHttp): Esito<TestoCodificato> =>
  isLetto(evento)
    ? ok({ testo: evento.body ?? "", codifica: "UTF-8" })
    : decodeTesto(Buffer.from(grezzoDi(evento)), evento.headers["content-type"]);

/** Of bytes that are of no encoding, the letters that are there: they still say which primitive it was. */
const readLettere = (evento: EventoHttp): TestoCodificato => ({
  testo: Buffer.from(grezzoDi(evento)).toString("latin1").replaceAll("\0", ""),
  codifica: "ISO-8859-1",
});

/** Of the many headers that a gateway adds, those that the Node sent and that say how. */
const INTESTAZIONI = ["content-type", "content-encoding", "soapaction", "user-agent", "authorization"];
const intestazioniDi = ({ headers }: EventoHttp) =>
  maskIntestazioni(Object.fromEntries(INTESTAZIONI.flatMap((nome) => (headers[nome] === undefined ? [] : [[nome, headers[nome]]]))));

const toScambio = (
  evento: EventoHttp,
  { testo: busta, codifica }: TestoCodificato,
  traccia: TracciaScambio,
  principal: string,
  clock: Clock,
): Scambio => ({
  principal,
  busta,
  codifica,
  ricevutaAlle: traccia.inizio,
  transactionId: traccia.transactionId,
  durata: () => traccia.durata(),
  evento: (campi, risposta, status = 200) =>
    traccia.evento({
      ...campi,
      parametriRichiesta: parametriDi(grezzoDi(evento), {
        ...{ url: evento.rawPath, method: "POST", data: traccia.inizio },
        headers: intestazioniDi(evento),
      }),
      parametriRisposta: parametriDi(risposta, { status, data: clock.now() }),
    }),
});

/** A message that cannot be opened is refused in the form of the primitive it seems to be, else as a SOAP fault. */
const refuseBusta = (servizi: readonly ServizioSoap[], motivo: string, scambio: Scambio, conosciuto?: ServizioSoap): RispostaServizio => {
  const fault = faultDi("PAA_SINTASSI_EXTRAXSD", motivo);
  const nome = guessElemento(
    scambio.busta,
    servizi.map(({ primitiva }) => primitiva.elemento),
  );
  const servizio =
    conosciuto ?? servizi.find(({ primitiva }) => primitiva.elemento === nome) ?? (servizi.length === 1 ? servizi[0] : undefined);
  if (servizio) return servizio.refuse(fault, scambio);
  const xml = presentSoapFault("Client", fault);
  return { status: 400, xml, fault, evento: scambio.evento(esitoDi(fault, undefined), xml, 400) };
};

const namespaceDi = ({ primitiva }: ServizioSoap): string => (primitiva.servizio === undefined ? NS_PA_FOR_NODE : NS_PPT);

/** From the text of the message to the answer: envelope, dispatch on the root element, size of that primitive. */
const serve = async (servizi: readonly ServizioSoap[], scambio: Scambio): Promise<RispostaServizio> => {
  const { busta } = scambio;
  const kilobyte = Math.max(...servizi.map(({ primitiva }) => primitiva.limiti.bodyKilobytes));
  const radice = openBusta(busta, kilobyte, [...new Set(servizi.map(namespaceDi))]);
  if (!radice.ok) return refuseBusta(servizi, radice.errore, scambio);
  const servizio = servizi.find((s) => s.primitiva.elemento === radice.valore.nome && namespaceDi(s) === radice.valore.ns);
  if (!servizio)
    return refuseBusta(servizi, `l'elemento ${radice.valore.nome.slice(0, 60)} non è una richiesta servita a questo indirizzo`, scambio);
  const { bodyKilobytes } = servizio.primitiva.limiti;
  if (Buffer.byteLength(busta) > bodyKilobytes * 1024)
    return refuseBusta(servizi, `il messaggio supera ${bodyKilobytes} kB`, scambio, servizio);
  return servizio.answer(radice.valore, scambio);
};

/** Handler of the primitives given; with more than one, the endpoint that pagoPA knows. */
export const soapOperation = (porte: PorteEndpoint, servizi: readonly ServizioSoap[]) => {
  const { anagrafiche, clock, ids, giornale, autenticazione } = porte;
  const authenticate = createRiconoscimentoNodo(anagrafiche, clock, autenticazione);
  const secondiDi = (operazione: string | undefined): number =>
    (servizi.find(({ primitiva }) => primitiva.id === operazione) ?? servizi[0])?.primitiva.limiti.timeoutSeconds ?? 1;
  const indirizzo = servizi.length === 1 ? (servizi[0]?.primitiva.id ?? "paForNode") : "paForNode";

  const writeGiornale = async (evento: Evento, transactionId: string, millisecondi: number): Promise<void> => {
    try {
      await entro(millisecondi, giornale.putEventi([evento]));
    } catch (errore) {
      // The answer is worth more than its entry: the log keeps the trace.
      logger.error("giornale non scritto", {
        operazione: evento.tipoEvento,
        transactionId,
        errore: errore instanceof Error ? errore : String(errore),
      });
    }
  };

  const measure = (operazione: string, traccia: TracciaScambio, status: number, codice: CodiceFaultPa | 401 | 403 | undefined): void => {
    const guasto = codice === "PAA_SYSTEM_ERROR";
    const durata = traccia.durata();
    const esito = { ...(guasto && { errori: 1 }), ...(codice !== undefined && !guasto && { rifiuti: 1 }) };
    publishMetriche({ richieste: 1, durataMillisecondi: durata, ...esito }, operazione);
    const { transactionId } = traccia;
    logger.info("operazione", { operazione, api: "pagopa", transactionId, status, durata, ...(codice !== undefined && { codice }) });
  };

  return middy<EventoHttp, RispostaHttp>().handler(async (evento, contesto) => {
    const inizio = performance.now();
    const transactionId = /^[\w-]{8,64}$/.exec(evento.headers["x-correlation-id"] ?? "")?.[0] ?? contesto.awsRequestId;
    const traccia = new TracciaScambio("pagopa", indirizzo, transactionId, clock, ids);
    const chi = await authenticate(evento);
    if (!chi.ok) {
      // Strangers leave a log line, not a write that somebody could make us pay for.
      measure(indirizzo, traccia, chi.errore, chi.errore);
      return toHttp(
        chi.errore,
        presentSoapFault("Client", faultDi("PAA_SYSTEM_ERROR", "Credenziali del Nodo assenti o non riconosciute")),
        transactionId,
      );
    }
    traccia.chiamante = chi.valore;
    const testo = readTesto(evento);
    const scambio = toScambio(evento, testo.ok ? testo.valore : readLettere(evento), traccia, chi.valore.principal, clock);
    const risposta = testo.ok ? await serve(servizi, scambio) : refuseBusta(servizi, testo.errore, scambio);
    if (risposta.evento)
      await writeGiornale(risposta.evento, transactionId, tempoGiornale(secondiDi(risposta.operazione), performance.now() - inizio));
    measure(risposta.operazione ?? indirizzo, traccia, risposta.status, risposta.fault?.faultCode);
    const cifra = cifraDi(risposta.operazione ?? indirizzo, risposta.status, risposta.fault?.faultCode);
    if (cifra !== undefined) segnala(cifra);
    return toHttp(risposta.status, risposta.xml, transactionId);
  });
};
