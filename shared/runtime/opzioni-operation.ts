/**
 * How a REST operation that pagoPA calls is made: the Node's own authentication, the order of checks of the protocol (syntax, domain, broker, station, business),
 * the error envelope of its contract, and both messages in the journal as for a primitive.
 */
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Operazione } from "../contracts/operation.ts";
import { FAULT_STRING } from "../contracts/pagopa/faults.ts";
import { ChiaveAvviso, CODICI_ODP, type CodiceOdp, PaymentOptionsResponse, type StatusOdp } from "../contracts/pagopa/opzioni.ts";
import type { CampiEvento } from "../domain/eventi.ts";
import type { FaultPa } from "../domain/pagamenti/messaggi-nodo.ts";
import { presentOpzioni, presentRifiutoOpzioni, type RifiutoOpzioni } from "../presenters/pagopa/opzioni.ts";
import type { CheckDominio } from "../usecases/pagamenti/check-dominio.ts";
import type { FindOpzioni } from "../usecases/pagamenti/find-opzioni.ts";
import { createRiconoscimentoNodo } from "./autenticazione/riconosci-nodo.ts";
import { describeErrori } from "./http/errori.ts";
import { logger, publishMetriche } from "./osservabilita.ts";
import { campiDi, esitoDi, parametriDi, type SoggettoEvento } from "./soap/giornale-nodo.ts";
import type { PorteEndpoint } from "./soap-operation.ts";
import { TracciaScambio } from "./traccia.ts";

type EventoHttp = APIGatewayProxyEventV2;
type RispostaHttp = APIGatewayProxyStructuredResultV2;

/** Name of the exchange in the journal, whatever the verb (SANP, opzioni di pagamento). */
const TIPO_EVENTO = "paVerifyPaymentOptions";

export interface PorteOpzioni extends PorteEndpoint {
  readonly checkDominio: CheckDominio;
  readonly find: FindOpzioni;
}

/** What is known of an exchange so far: it goes into the journal whatever happens next. */
interface Corso {
  readonly traccia: TracciaScambio;
  soggetto: SoggettoEvento;
  riferimento: CampiEvento;
}

type Risultato = { readonly status: 200; readonly corpo: unknown } | { readonly status: StatusOdp; readonly rifiuto: RifiutoOpzioni };

const isCodiceOdp = (codice: string): codice is CodiceOdp => codice in CODICI_ODP;

const refuse = (codice: CodiceOdp, descrizione: string, status: StatusOdp = CODICI_ODP[codice].status): Risultato => ({
  status,
  rifiuto: { codice, descrizione },
});

/** A fault that this contract does not know would be a bug of ours. */
const refuseFault = ({ faultCode, description }: FaultPa): Risultato =>
  refuse(isCodiceOdp(faultCode) ? faultCode : "PAA_SYSTEM_ERROR", description ?? FAULT_STRING[faultCode]);

const toHttp = ({ status }: Risultato, corpo: string, transactionId: string): RispostaHttp => ({
  statusCode: status,
  headers: {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-correlation-id": transactionId,
    ...(status === 401 && { "www-authenticate": 'Basic realm="Fiorino", charset="UTF-8"' }),
  },
  body: corpo,
});

const esitoEventoDi = (risultato: Risultato, numeroAvviso: string | undefined): CampiEvento => {
  if (!("rifiuto" in risultato)) return esitoDi(undefined, numeroAvviso);
  const { codice, descrizione } = risultato.rifiuto;
  const faultCode = codice === "PAA_SINTASSI" ? "PAA_SINTASSI_XSD" : codice;
  return { ...esitoDi({ faultCode, id: "", description: descrizione }, numeroAvviso), sottotipoEsito: codice };
};

/** Handler of an operation on the payment options of a notice. */
export const opzioniOperation = (porte: PorteOpzioni, { id, method, limiti }: Operazione) => {
  const { anagrafiche, clock, ids, giornale, autenticazione, checkDominio, find } = porte;
  const authenticate = createRiconoscimentoNodo(anagrafiche, clock, autenticazione);
  const massimo = (limiti?.bodyKilobytes ?? 0) * 1024;

  const serve = async (evento: EventoHttp, principal: string, corso: Corso): Promise<Risultato> => {
    if ((evento.body ?? "").length > massimo) return refuse("PAA_SINTASSI", `il corpo supera ${massimo / 1024} kB`);
    const chiave = ChiaveAvviso.safeParse(evento.pathParameters ?? {});
    if (!chiave.success) return refuse("PAA_SINTASSI", describeErrori(chiave.error, "percorso"));
    const { idDominio, numeroAvviso } = chiave.data;
    corso.soggetto = { numeroAvviso };
    const chiamato = await checkDominio(idDominio, principal);
    if (!chiamato.ok) return refuseFault(chiamato.errore);
    corso.soggetto = { numeroAvviso, idDominio, testata: chiamato.valore.testata };
    const { esito, pendenza } = await find(chiamato.valore.creditore, numeroAvviso, corso.traccia.transactionId);
    if (pendenza) corso.riferimento = { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza };
    // Our own answer is parsed too: a contract that we break is our error.
    return esito.ok ? { status: 200, corpo: PaymentOptionsResponse.parse(presentOpzioni(esito.valore)) } : refuseFault(esito.errore);
  };

  const answer = async (evento: EventoHttp, principal: string, corso: Corso): Promise<Risultato> => {
    try {
      return await serve(evento, principal, corso);
    } catch (errore) {
      const { transactionId } = corso.traccia;
      logger.error("errore non previsto", { operazione: id, transactionId, errore: errore instanceof Error ? errore : String(errore) });
      return refuse("PAA_SYSTEM_ERROR", `Errore interno, riferimento ${transactionId}`);
    }
  };

  const journal = async (
    evento: EventoHttp,
    risultato: Risultato,
    corpo: string,
    { traccia, soggetto, riferimento }: Corso,
  ): Promise<void> => {
    const richiesta = parametriDi(evento.body ?? "", { url: evento.rawPath, method, data: traccia.inizio });
    const risposta = parametriDi(corpo, { status: risultato.status, data: clock.now() });
    const campi = { ...campiDi(soggetto), ...riferimento, ...esitoEventoDi(risultato, soggetto.numeroAvviso) };
    try {
      await giornale.putEventi([
        traccia.evento({ tipoEvento: TIPO_EVENTO, ...campi, parametriRichiesta: richiesta, parametriRisposta: risposta }),
      ]);
    } catch (errore) {
      // The answer is worth more than its entry: the log keeps the trace.
      const { transactionId } = traccia;
      logger.error("giornale non scritto", { operazione: id, transactionId, errore: errore instanceof Error ? errore : String(errore) });
    }
  };

  const measure = (traccia: TracciaScambio, risultato: Risultato): void => {
    const { status } = risultato;
    const esito = { ...(status >= 500 && { errori: 1 }), ...(status >= 400 && status < 500 && { rifiuti: 1 }) };
    publishMetriche({ richieste: 1, durataMillisecondi: traccia.durata(), ...esito }, id);
    const codice = "rifiuto" in risultato ? { codice: risultato.rifiuto.codice } : {};
    const { transactionId } = traccia;
    logger.info("operazione", { operazione: id, api: "pagopa", transactionId, status, durata: traccia.durata(), ...codice });
  };

  return middy<EventoHttp, RispostaHttp>().handler(async (evento, contesto) => {
    const transactionId = /^[\w-]{8,64}$/.exec(evento.headers["x-correlation-id"] ?? "")?.[0] ?? contesto.awsRequestId;
    const traccia = new TracciaScambio("pagopa", id, transactionId, clock, ids);
    const chi = await authenticate(evento);
    const corso: Corso = { traccia, soggetto: {}, riferimento: {} };
    traccia.chiamante = chi.ok ? chi.valore : undefined;
    const risultato = chi.ok
      ? await answer(evento, chi.valore.principal, corso)
      : refuse("PAA_SYSTEM_ERROR", "Credenziali del Nodo assenti o non riconosciute", chi.errore);
    const corpo = "rifiuto" in risultato ? presentRifiutoOpzioni(risultato.rifiuto, clock.now(), risultato.status) : risultato.corpo;
    const testo = JSON.stringify(corpo);
    // Strangers leave a log line, not a write that somebody could make us pay for.
    if (chi.ok) await journal(evento, risultato, testo, corso);
    measure(traccia, risultato);
    return toHttp(risultato, testo, transactionId);
  });
};
