/**
 * A primitive of paForNode as the endpoint sees it: from the root element to the answer, in the order of checks of the protocol (pagopa.md 3.2): header, domain,
 * broker, station, association, schema of the body, and then the business of the primitive.
 */
import type { Primitiva } from "../../contracts/operation.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { CampiEvento, Evento } from "../../domain/eventi.ts";
import type {
  EsitoNodo,
  FaultPa,
  NomePrimitiva,
  RichiestaRicevuta,
  RichiesteNodo,
  RisposteNodo,
} from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Codifica } from "../../domain/valori/codifiche.ts";
import { presentRispostaKo, presentRispostaOk, presentSoapFault } from "../../presenters/pagopa/risposta.ts";
import type { CheckTestata } from "../../usecases/pagamenti/check-testata.ts";
import { logger } from "../osservabilita.ts";
import type { Radice } from "./envelope.ts";
import { campiDi, esitoDi, type SoggettoEvento } from "./giornale-nodo.ts";
import { readRichiesta, readTestata } from "./pa-for-node-parse.ts";
import { entro, tempoRisposta } from "./tempo.ts";
import type { Nodo } from "./xml-tree.ts";

/** What the business of a primitive works with. */
export interface Chiamata<P extends NomePrimitiva> {
  readonly richiesta: RichiesteNodo[P];
  readonly creditore: Creditore;
  readonly principal: string;
  /** The envelope as it came, and the encoding of its bytes. */
  readonly busta: string;
  readonly codifica: Codifica;
  readonly ricevutaAlle: string;
  readonly transactionId: string;
  /** Milliseconds since the reception. */
  durata(): number;
  /** Journal entry of this exchange with the answer that will be given, to be committed together with what it tells. */
  evento(dati: RisposteNodo[P], campi?: CampiEvento): Evento;
}

export interface EsitoServizio<P extends NomePrimitiva> {
  readonly esito: EsitoNodo<P>;
  /** The debt it was about, for the journal. */
  readonly riferimento?: { readonly idA2A: string; readonly idPendenza: string; readonly iuv?: string } | undefined;
  /** The entry of a success is written elsewhere: in the transaction, or by the consumer. */
  readonly registrato: boolean;
}

/** What the endpoint knows of an exchange. */
export interface Scambio {
  readonly principal: string;
  readonly busta: string;
  readonly codifica: Codifica;
  readonly ricevutaAlle: string;
  readonly transactionId: string;
  durata(): number;
  /** Completes an entry with request, answer and times. */
  evento(campi: CampiEvento, risposta: string, status?: number): Evento;
}

export interface RispostaServizio {
  readonly status: 200 | 400 | 500;
  /** Primitive that answered, when it could be told. */
  readonly operazione?: string;
  readonly xml: string;
  readonly fault?: FaultPa;
  /** Entry still to be written. */
  readonly evento?: Evento;
}

export interface ServizioSoap {
  readonly primitiva: Primitiva;
  answer(radice: Radice, scambio: Scambio): Promise<RispostaServizio>;
  /** Refusal with outcome KO in the response element of the primitive. */
  refuse(fault: FaultPa, scambio: Scambio): RispostaServizio;
}

const isRicevuta = (richiesta: RichiesteNodo[NomePrimitiva]): richiesta is RichiestaRicevuta => "receipt" in richiesta;

const soggettoDi = (richiesta: RichiesteNodo[NomePrimitiva]): SoggettoEvento => {
  if (isRicevuta(richiesta))
    return { numeroAvviso: richiesta.receipt.noticeNumber, idPsp: richiesta.receipt.idPSP, idCanale: richiesta.receipt.idChannel };
  // Who demands a notice has no number yet.
  return "qrCode" in richiesta ? { numeroAvviso: richiesta.qrCode.noticeNumber } : {};
};

/** idPA as written, for the answer to a message that is wrong further on. */
const idPaScritto = (radice: Nodo): string =>
  radice.figli
    .find(({ nome }) => nome === "idPA")
    ?.testo.trim()
    .slice(0, 35) ?? "";

/** An exchange under way: what was understood so far goes into the journal whatever happens next. */
interface Corso {
  soggetto: SoggettoEvento;
}

export function soapService<const P extends NomePrimitiva>(
  primitiva: Primitiva & { readonly id: P },
  checkTestata: CheckTestata,
  serve: (chiamata: Chiamata<P>) => Promise<EsitoServizio<P>>,
): ServizioSoap {
  const { id } = primitiva;
  const ricevuta = id === "paSendRT" || id === "paSendRTV2";

  const refuse = (fault: FaultPa, scambio: Scambio, soggetto: SoggettoEvento = {}, campi: CampiEvento = {}): RispostaServizio => {
    const xml = presentRispostaKo(id, fault);
    const evento = scambio.evento({ tipoEvento: id, ...campiDi(soggetto), ...esitoDi(fault, soggetto.numeroAvviso), ...campi }, xml);
    return { status: 200, operazione: id, xml, fault, evento };
  };

  const answer = async (radice: Nodo, scambio: Scambio, corso: Corso): Promise<RispostaServizio> => {
    const testata = readTestata(radice);
    if (!testata.ok) return refuse({ id: idPaScritto(radice), ...testata.errore }, scambio);
    corso.soggetto = { testata: testata.valore };
    const creditore = await checkTestata({ testata: testata.valore, principal: scambio.principal, ricevuta });
    if (!creditore.ok) return refuse(creditore.errore, scambio, corso.soggetto);
    corso.soggetto = { ...corso.soggetto, idDominio: testata.valore.idPA };
    const richiesta = readRichiesta(id, radice);
    if (!richiesta.ok) return refuse({ id: testata.valore.idPA, ...richiesta.errore }, scambio, corso.soggetto);
    const soggetto = { ...corso.soggetto, ...soggettoDi(richiesta.valore) };
    corso.soggetto = soggetto;
    const { principal, busta, codifica, ricevutaAlle, transactionId } = scambio;
    const { esito, riferimento, registrato } = await serve({
      richiesta: richiesta.valore,
      creditore: creditore.valore,
      principal,
      busta,
      codifica,
      ricevutaAlle,
      transactionId,
      durata: () => scambio.durata(),
      evento: (dati, campi = {}) => scambio.evento({ tipoEvento: id, ...campiDi(soggetto), ...campi }, presentRispostaOk(id, dati)),
    });
    if (!esito.ok) return refuse(esito.errore, scambio, soggetto, riferimento);
    const xml = presentRispostaOk(id, esito.valore);
    const risposta = { status: 200, operazione: id, xml } as const;
    return registrato ? risposta : { ...risposta, evento: scambio.evento({ tipoEvento: id, ...campiDi(soggetto), ...riferimento }, xml) };
  };

  /** A receipt that could not be stored must come again: only a failure of HTTP makes the Node repeat it (pagopa.md 3.5). */
  const fail = (errore: unknown, scambio: Scambio, { soggetto }: Corso): RispostaServizio => {
    logger.error("errore non previsto", {
      operazione: id,
      transactionId: scambio.transactionId,
      errore: errore instanceof Error ? errore : String(errore),
    });
    const description = `Errore interno, riferimento ${scambio.transactionId}`;
    const fault: FaultPa = { faultCode: "PAA_SYSTEM_ERROR", id: soggetto.testata?.idPA ?? "", description };
    if (!ricevuta) return refuse(fault, scambio, soggetto);
    const xml = presentSoapFault("Server", fault);
    return {
      status: 500,
      operazione: id,
      xml,
      fault,
      evento: scambio.evento({ tipoEvento: id, ...campiDi(soggetto), ...esitoDi(fault, undefined) }, xml, 500),
    };
  };

  return {
    primitiva,
    refuse: (fault, scambio) => refuse(fault, scambio),
    answer: async (radice, scambio) => {
      const corso: Corso = { soggetto: {} };
      try {
        return await entro(tempoRisposta(primitiva.limiti.timeoutSeconds), answer(radice, scambio, corso));
      } catch (errore) {
        return fail(errore, scambio, corso);
      }
    },
  };
}
