/**
 * How a Lambda of an API is made: a middy stack around the operation's handler.
 * Order: correlation and journal, authentication, authorisation by contract, strict reading, handler, check of our own answer, problems, metrics.
 */
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import * as z from "zod";
import type { Operazione } from "../contracts/operation.ts";
import { type CodiceProblema, PROBLEMI } from "../contracts/problems.ts";
import { type Esito, ko, ok } from "../domain/esito.ts";
import type { Rifiuto } from "../domain/rifiuto.ts";
import { indirizzoDi } from "./autenticazione/credenziali.ts";
import { config } from "./config/config.ts";
import { describeRichiesta, journalScambio, type PolicyScambio, readPolicy } from "./giornale-http.ts";
import { describeErrori } from "./http/errori.ts";
import { etagOf } from "./http/etag.ts";
import { openIdempotenza } from "./http/idempotenza.ts";
import { challengeOf, contatoOf, identify } from "./http/identita.ts";
import { parseJson } from "./http/json.ts";
import { type CorpoGrezzo, isFile, type Richiesta, type Risposta } from "./http/richiesta.ts";
import { logger, publishMetriche } from "./osservabilita.ts";
import { TracciaScambio } from "./traccia.ts";
import { settleUsi } from "./wiring/autenticazione.ts";
import { clock, deposito, ids } from "./wiring/base.ts";
import { limitatore } from "./wiring/limiti.ts";

type EventoHttp = APIGatewayProxyEventV2;
type RispostaHttp = APIGatewayProxyStructuredResultV2;

const CORPO_MASSIMO_KILOBYTE = 512;
/** Lambda cuts an answer at 6 MB, with its envelope: a list that would not fit is refused with the way out, not lost. */
const RISPOSTA_MASSIMA_BYTE = 5.5 * 1024 * 1024;
const SICUREZZA = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
const rifiutato = (codice: CodiceProblema, dettaglio?: string): { ok: false; errore: Rifiuto<CodiceProblema> } =>
  ko(dettaglio === undefined ? { codice } : { codice, dettaglio });

const toRispostaProblema = ({ codice, dettaglio, attesaSecondi }: Rifiuto<CodiceProblema>): RispostaHttp => {
  const problema = PROBLEMI[codice];
  return {
    statusCode: problema.status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(attesaSecondi !== undefined && { "retry-after": String(attesaSecondi) }),
    },
    body: JSON.stringify({
      categoria: problema.categoria,
      codice: problema.codice,
      descrizione: problema.descrizione,
      ...(dettaglio !== undefined && { dettaglio }),
    }),
  };
};

const mediaTypeDi = (contentType: string): string => contentType.split(";")[0]?.trim().toLowerCase() ?? "";

const readGrezzo = (ammessi: readonly string[], massimo: number, evento: EventoHttp): Esito<CorpoGrezzo, Rifiuto<CodiceProblema>> => {
  const contenuto = Buffer.from(evento.body ?? "", evento.isBase64Encoded ? "base64" : "utf8");
  if (contenuto.byteLength > massimo) return rifiutato("TROPPO_GRANDE", `il corpo supera ${massimo / 1024} kB`);
  const contentType = evento.headers["content-type"] ?? "";
  if (!ammessi.includes(mediaTypeDi(contentType))) return rifiutato("SINTASSI", `content-type: ammessi ${ammessi.join(", ")}`);
  return ok({ contentType, contenuto });
};

const readBody = (operazione: Operazione, evento: EventoHttp): Esito<unknown, Rifiuto<CodiceProblema>> => {
  const massimo = (operazione.limiti?.bodyKilobytes ?? CORPO_MASSIMO_KILOBYTE) * 1024;
  if (operazione.corpoGrezzo) return readGrezzo(operazione.corpoGrezzo, massimo, evento);
  const testo = evento.isBase64Encoded ? Buffer.from(evento.body ?? "", "base64").toString("utf8") : (evento.body ?? "");
  if (Buffer.byteLength(testo) > massimo) return rifiutato("TROPPO_GRANDE", `il corpo supera ${massimo / 1024} kB`);
  if (!operazione.body) return testo === "" ? ok(undefined) : rifiutato("SINTASSI", "l'operazione non prevede un corpo");
  const json = parseJson(testo);
  if (!json.ok) return rifiutato("SINTASSI", json.errore);
  const letto = operazione.body.safeParse(json.valore);
  return letto.success ? ok(letto.data) : rifiutato("SINTASSI", describeErrori(letto.error, "corpo"));
};

const read = (
  operazione: Operazione,
  evento: EventoHttp,
): Esito<{ params: unknown; query: unknown; body: unknown }, Rifiuto<CodiceProblema>> => {
  const body = readBody(operazione, evento);
  if (!body.ok) return body;
  const params = operazione.params?.safeParse(evento.pathParameters ?? {});
  if (params && !params.success) return rifiutato("SINTASSI", describeErrori(params.error, "percorso"));
  const query = (operazione.query ?? z.strictObject({})).safeParse(evento.queryStringParameters ?? {});
  if (!query.success) return rifiutato("PARAMETRO_NON_VALIDO", describeErrori(query.error, "parametri"));
  return ok({ params: params?.data, query: query.data, body: body.valore });
};

/** Media types declared by the operation's success answers, JSON first. */
const chooseAccept = (operazione: Operazione, evento: EventoHttp): string => {
  const tipi = Object.values(operazione.responses).flatMap((risposta) =>
    risposta instanceof z.ZodType ? ["application/json"] : Object.keys(risposta),
  );
  const chiesti = (evento.headers["accept"] ?? "*/*").split(",").map((tipo) => tipo.split(";")[0]?.trim() ?? "");
  return (
    chiesti.find((tipo) => tipi.includes(tipo)) ??
    (tipi.includes("application/json") ? "application/json" : (tipi[0] ?? "application/json"))
  );
};

const PROVA = { "fiorino-prova": "true" };
const isProva = (corpo: unknown): boolean =>
  typeof corpo === "object" &&
  corpo !== null &&
  (("prova" in corpo && corpo.prova === true) || ("risultati" in corpo && Array.isArray(corpo.risultati) && corpo.risultati.some(isProva)));

const toRispostaHttp = (
  operazione: Operazione,
  risposta: { status: PropertyKey; body: unknown; headers?: Readonly<Record<string, string>> },
): RispostaHttp => {
  const status = Number(risposta.status);
  const dichiarata = operazione.responses[status];
  if (!dichiarata) throw new Error(`risposta ${status} non dichiarata da ${operazione.id}`);
  if (isFile(risposta.body)) {
    const { tipo, contenuto, nome } = risposta.body;
    const headers = {
      ...risposta.headers,
      "content-type": tipo,
      ...(nome !== undefined && { "content-disposition": `attachment; filename="${nome.replace(/[^\w.-]/g, "_")}"` }),
    };
    if (typeof contenuto === "string") return { statusCode: status, headers, body: contenuto };
    return { statusCode: status, headers, isBase64Encoded: true, body: Buffer.from(contenuto).toString("base64") };
  }
  const schema = dichiarata instanceof z.ZodType ? dichiarata : dichiarata["application/json"];
  if (!schema || typeof schema === "string") throw new Error(`${operazione.id} non dichiara JSON per la risposta ${status}`);
  // Our own answer is parsed too: a contract that we break is our error, not the caller's surprise.
  const corpo = schema.parse(risposta.body);
  const { "set-cookie": cookies, ...headers } = risposta.headers ?? {};
  const body = corpo === undefined ? undefined : JSON.stringify(corpo);
  return {
    statusCode: status,
    headers: { "content-type": "application/json; charset=utf-8", ...etagOf(operazione, body), ...(isProva(corpo) && PROVA), ...headers },
    ...(cookies !== undefined && { cookies: cookies.split("\n") }),
    ...(body !== undefined && { body }),
  };
};

const isElencoTroppoGrande = (operazione: Operazione, { body }: RispostaHttp): boolean =>
  operazione.query !== undefined &&
  "risultatiPerPagina" in operazione.query.shape &&
  body !== undefined &&
  Buffer.byteLength(body) > RISPOSTA_MASSIMA_BYTE;

const urlDi = (evento: EventoHttp): string => `${evento.rawPath}${evento.rawQueryString ? `?${evento.rawQueryString}` : ""}`;

interface EsitoServizio {
  readonly risposta: RispostaHttp;
  readonly rifiuto?: Rifiuto<CodiceProblema>;
}

/** What the handler says, as the gateway wants it. */
const answer = <O extends Operazione>(operazione: O, risposta: Risposta<O>): EsitoServizio => {
  if ("rifiuto" in risposta) return { risposta: toRispostaProblema(risposta.rifiuto), rifiuto: risposta.rifiuto };
  const piena = toRispostaHttp(operazione, risposta);
  if (!isElencoTroppoGrande(operazione, piena)) return { risposta: piena };
  const rifiuto = {
    codice: "PARAMETRO_NON_VALIDO",
    dettaglio: "risultatiPerPagina: la risposta supera 5,5 MB, chiedere meno risultati",
  } as const;
  return { risposta: toRispostaProblema(rifiuto), rifiuto };
};

/** Wraps the handler of an operation. The handler gets parsed input and answers with `reply` or `refuse`. */
export const httpOperation = <const O extends Operazione>(operazione: O, handle: (richiesta: Richiesta<O>) => Promise<Risposta<O>>) => {
  const serve = async (evento: EventoHttp, traccia: TracciaScambio, policy: Promise<PolicyScambio>): Promise<EsitoServizio> => {
    const chi = await identify(operazione, evento);
    if (!chi.ok) {
      const risposta = toRispostaProblema(chi.errore);
      const sfida = risposta.statusCode === 401 && { "www-authenticate": challengeOf(evento) };
      return { risposta: { ...risposta, headers: { ...risposta.headers, ...sfida } }, rifiuto: chi.errore };
    }
    const attesaSecondi = limitatore.admit(contatoOf(chi.valore, evento));
    if (attesaSecondi !== undefined) {
      // Nobody is set as the caller: what is refused to spare the others is not worth a write in the journal.
      const rifiuto = { codice: "TROPPE_RICHIESTE", dettaglio: `riprovare tra ${attesaSecondi} secondi`, attesaSecondi } as const;
      return { risposta: toRispostaProblema(rifiuto), rifiuto };
    }
    traccia.chiamante = chi.valore;
    const letto = read(operazione, evento);
    if (!letto.ok) return { risposta: toRispostaProblema(letto.errore), rifiuto: letto.errore };
    if (operazione.method !== "GET") traccia.richiesta = describeRichiesta(operazione, evento, traccia.inizio, await policy);
    const ifMatch = evento.headers["if-match"];
    // The three parts were parsed by the very schemas that give Richiesta<O> its types.
    const richiesta = {
      ...letto.valore,
      chiamante: chi.valore,
      traccia,
      accept: chooseAccept(operazione, evento),
      cookies: evento.cookies ?? [],
      indirizzo: indirizzoDi(evento, config.proxyNostri),
      url: urlDi(evento),
      ...(ifMatch !== undefined && { ifMatch }),
    } as Richiesta<O>;
    const chiave = await openIdempotenza({ deposito, clock }, operazione, evento, chi.valore);
    if (!chiave.ok) return { risposta: toRispostaProblema(chiave.errore), rifiuto: chiave.errore };
    if (chiave.valore.stato === "ripetuta") return { risposta: chiave.valore.risposta };
    const work = async (): Promise<EsitoServizio> => answer(operazione, await handle(richiesta));
    return chiave.valore.stato === "presa" ? chiave.valore.chiave.run(work) : work();
  };

  return middy<EventoHttp, RispostaHttp>().handler(async (evento, contesto) => {
    const transactionId = /^[\w-]{8,64}$/.exec(evento.headers["x-correlation-id"] ?? "")?.[0] ?? contesto.awsRequestId;
    const traccia = new TracciaScambio(operazione.api, operazione.id, transactionId, clock, ids);
    // Asked for together with the credentials: it never makes anybody wait twice.
    const policy = readPolicy(operazione);
    let esito: { risposta: RispostaHttp; rifiuto?: Rifiuto<CodiceProblema> };
    try {
      esito = await serve(evento, traccia, policy);
    } catch (errore) {
      logger.error("errore non previsto", {
        operazione: operazione.id,
        transactionId,
        errore: errore instanceof Error ? errore : String(errore),
      });
      const rifiuto: Rifiuto<CodiceProblema> = { codice: "INTERNO", dettaglio: `riferimento ${transactionId}` };
      esito = { risposta: toRispostaProblema(rifiuto), rifiuto };
    }
    const { risposta, rifiuto } = esito;
    try {
      const { statusCode = 500, isBase64Encoded } = risposta;
      const body = isBase64Encoded ? undefined : risposta.body;
      const scambio = { status: statusCode, ...(body !== undefined && { body }), ...(rifiuto && { rifiuto }) };
      await journalScambio(operazione, traccia, evento, scambio, await policy);
    } catch (errore) {
      logger.error("giornale non scritto", {
        operazione: operazione.id,
        transactionId,
        errore: errore instanceof Error ? errore : String(errore),
      });
    }
    await Promise.all([settleUsi(), limitatore.settle()]);
    const status = risposta.statusCode ?? 500;
    publishMetriche(
      {
        richieste: 1,
        durataMillisecondi: traccia.durata(),
        ...(status >= 500 && { errori: 1 }),
        ...(status >= 400 && status < 500 && { rifiuti: 1 }),
      },
      operazione.id,
    );
    logger.info("operazione", {
      operazione: operazione.id,
      api: operazione.api,
      transactionId,
      status,
      durata: traccia.durata(),
      ...(rifiuto && { codice: rifiuto.codice }),
    });
    const prova = traccia.chiamante?.prova && PROVA;
    return { ...risposta, headers: { ...SICUREZZA, ...prova, ...risposta.headers, "x-correlation-id": transactionId } };
  });
};
