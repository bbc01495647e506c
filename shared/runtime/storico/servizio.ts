/**
 * A primitive of the legacy family as the endpoint sees it: from the root element and its header to the answer, in the order of checks of the protocol
 * (pagopa.md 3.2): header, domain, broker, station, association, schema of the body, and then the business of the primitive.
 */
import type { Primitiva } from "../../contracts/operation.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import type { CampiEvento, Evento } from "../../domain/eventi.ts";
import type { FaultPa } from "../../domain/pagamenti/messaggi-nodo.ts";
import type {
  CorpiStorici,
  EsitoStorico,
  IntestazionePpt,
  NomePrimitivaStorica,
  RisposteStoriche,
} from "../../domain/storico/messaggi-storici.ts";
import { presentSoapFault } from "../../presenters/pagopa/risposta.ts";
import { presentRifiutoStorico, presentRispostaStorica } from "../../presenters/storico/risposte.ts";
import type { CheckIntestazione } from "../../usecases/pagamenti/storico/check-intestazione.ts";
import { logger } from "../osservabilita.ts";
import type { Radice } from "../soap/envelope.ts";
import { esitoDi } from "../soap/giornale-nodo.ts";
import type { RispostaServizio, Scambio, ServizioSoap } from "../soap/servizio.ts";
import { entro, tempoRisposta } from "../soap/tempo.ts";
import { campiStorici, type PspStorico, pspDi } from "./giornale-storico.ts";
import { checkCoerenza, readCorpo, readIntestazione } from "./read-richiesta.ts";

export interface ChiamataStorica<P extends NomePrimitivaStorica> {
  readonly intestazione: IntestazionePpt;
  readonly corpo: CorpiStorici[P];
  readonly creditore: Creditore;
  readonly scambio: Scambio;
  /** Journal entry of this exchange with the answer that will be given, to be committed together with what it tells. */
  evento(dati: RisposteStoriche[P], campi?: CampiEvento): Evento;
}

export interface EsitoServizioStorico<P extends NomePrimitivaStorica> {
  readonly esito: EsitoStorico<P>;
  readonly riferimento?: { readonly idA2A: string; readonly idPendenza: string } | undefined;
  /** The entry is written elsewhere: in the transaction, or by the consumer. */
  readonly registrato: boolean;
}

interface Corso {
  intestazione?: IntestazionePpt;
  /** Only a creditor that exists names a journal. */
  idDominio?: string;
  psp?: PspStorico;
}

/** The creditor as written, for the answer to a message that is wrong further on. */
const dominioScritto = ({ intestazione }: Radice): string =>
  intestazione?.figli
    .flatMap(({ figli }) => figli)
    .find(({ nome }) => nome === "identificativoDominio")
    ?.testo.trim()
    .slice(0, 35) ?? "";

export function servizioStorico<const P extends NomePrimitivaStorica>(
  primitiva: Primitiva & { readonly id: P },
  check: CheckIntestazione,
  serve: (chiamata: ChiamataStorica<P>) => Promise<EsitoServizioStorico<P>>,
): ServizioSoap {
  const { id } = primitiva;
  const ricevuta = id === "paaInviaRT";

  const refuse = (fault: FaultPa, scambio: Scambio, corso: Corso = {}, campi: CampiEvento = {}): RispostaServizio => {
    const xml = presentRifiutoStorico(id, fault);
    const evento = scambio.evento({ tipoEvento: id, ...campiStorici(corso), ...esitoDi(fault, undefined), ...campi }, xml);
    return { status: 200, operazione: id, xml, fault, evento };
  };

  const answer = async (radice: Radice, scambio: Scambio, corso: Corso): Promise<RispostaServizio> => {
    const intestazione = readIntestazione(radice);
    if (!intestazione.ok) return refuse({ id: dominioScritto(radice), ...intestazione.errore }, scambio);
    corso.intestazione = intestazione.valore;
    const { identificativoDominio } = intestazione.valore;
    const creditore = await check({ intestazione: intestazione.valore, principal: scambio.principal, ricevuta });
    if (!creditore.ok) return refuse(creditore.errore, scambio, corso);
    corso.idDominio = identificativoDominio;
    const corpo = readCorpo(id, radice);
    if (!corpo.ok) return refuse({ id: identificativoDominio, ...corpo.errore }, scambio, corso);
    corso.psp = pspDi(corpo.valore);
    const coerente = "rt" in corpo.valore ? checkCoerenza(intestazione.valore, corpo.valore) : ok(undefined);
    if (!coerente.ok) return refuse({ id: identificativoDominio, ...coerente.errore }, scambio, corso);
    const { esito, riferimento, registrato } = await serve({
      intestazione: intestazione.valore,
      corpo: corpo.valore,
      creditore: creditore.valore,
      scambio,
      evento: (dati, campi = {}) => scambio.evento({ tipoEvento: id, ...campiStorici(corso), ...campi }, presentRispostaStorica(id, dati)),
    });
    if (!esito.ok) {
      const rifiuto = refuse(esito.errore, scambio, corso, riferimento);
      const { evento: _scritto, ...senzaEvento } = rifiuto;
      return registrato ? senzaEvento : rifiuto;
    }
    const xml = presentRispostaStorica(id, esito.valore);
    const risposta = { status: 200, operazione: id, xml } as const;
    return registrato ? risposta : { ...risposta, evento: scambio.evento({ tipoEvento: id, ...campiStorici(corso), ...riferimento }, xml) };
  };

  /** A receipt that could not be stored must come again: only a failure of HTTP makes the Node repeat it (pagopa.md 3.5). */
  const fail = (errore: unknown, scambio: Scambio, corso: Corso): RispostaServizio => {
    const { transactionId } = scambio;
    logger.error("errore non previsto", { operazione: id, transactionId, errore: errore instanceof Error ? errore : String(errore) });
    const fault: FaultPa = {
      faultCode: "PAA_SYSTEM_ERROR",
      id: corso.intestazione?.identificativoDominio ?? "",
      description: `Errore interno, riferimento ${transactionId}`,
    };
    if (!ricevuta) return refuse(fault, scambio, corso);
    const xml = presentSoapFault("Server", fault);
    const evento = scambio.evento({ tipoEvento: id, ...campiStorici(corso), ...esitoDi(fault, undefined) }, xml, 500);
    return { status: 500, operazione: id, xml, fault, evento };
  };

  return {
    primitiva,
    refuse: (fault, scambio) => refuse(fault, scambio),
    answer: async (radice, scambio) => {
      const corso: Corso = {};
      try {
        return await entro(tempoRisposta(primitiva.limiti.timeoutSeconds), answer(radice, scambio, corso));
      } catch (errore) {
        return fail(errore, scambio, corso);
      }
    },
  };
}
