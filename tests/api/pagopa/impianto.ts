/** The endpoint of the Node and the consumer of receipts over the memory store: every request counted, any of them made to fail, time in the hand of the test. */
import "./variabili.ts";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { AnagraficheInCache } from "../../../shared/adapters/archivio/anagrafiche.ts";
import { ArchivioPosizioni } from "../../../shared/adapters/archivio/posizioni.ts";
import { ArchivioProgressivi } from "../../../shared/adapters/archivio/progressivi.ts";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { DepositoInMemoria } from "../../../shared/adapters/memory/deposito.ts";
import { DocumentiInMemoria } from "../../../shared/adapters/memory/documenti.ts";
import { createClockFermo, createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { OriginaliCompressi } from "../../../shared/adapters/originali/originali-compressi.ts";
import { MessaggioRicevuta } from "../../../shared/contracts/messaggi.ts";
import {
  paDemandPaymentNotice,
  paGetPayment,
  paGetPaymentV2,
  paSendRT,
  paSendRTV2,
  paVerifyPaymentNotice,
} from "../../../shared/contracts/pagopa/primitive.ts";
import { ok } from "../../../shared/domain/esito.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import type { Elemento } from "../../../shared/ports/deposito.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { consumeRicevuta } from "../../../shared/runtime/soap/consume-ricevuta.ts";
import { readDatiServizio } from "../../../shared/runtime/soap/servizi-pagopa.ts";
import { soapService } from "../../../shared/runtime/soap/servizio.ts";
import { soapOperation } from "../../../shared/runtime/soap-operation.ts";
import { parsePendenza } from "../../../shared/runtime/tracciati/riga.ts";
import { acceptRicevuta } from "../../../shared/usecases/pagamenti/accept-ricevuta.ts";
import { activatePagamentoV1, activatePagamentoV2, riferimentiDi } from "../../../shared/usecases/pagamenti/activate-pagamento.ts";
import { checkTestata } from "../../../shared/usecases/pagamenti/check-testata.ts";
import { registerRicevuta } from "../../../shared/usecases/pagamenti/register-ricevuta.ts";
import { verifyAvviso } from "../../../shared/usecases/pagamenti/verify-avviso.ts";
import { savePendenza } from "../../../shared/usecases/pendenze/save-pendenza.ts";
import { demandAvviso } from "../../../shared/usecases/servizi/demand-avviso.ts";
import { APPLICAZIONE, COMUNE, INTERMEDIARIO, STAZIONE, seedAnagrafica } from "../../sostegno/anagrafica.ts";
import { createAttualizzazione } from "../../sostegno/attualizzazione.ts";
import { readEventi } from "../../sostegno/eventi.ts";
import { ADESSO } from "./debito.ts";
import { mappePosizione } from "./mappe.ts";

export interface RispostaNodo {
  readonly status: number;
  readonly xml: string;
  readonly outcome: string | undefined;
  readonly faultCode: string | undefined;
  readonly description: string | undefined;
}

export const contesto = { awsRequestId: "11111111-2222-3333-4444-555555555555" } as Context;
const estratto = (xml: string, nome: string): string | undefined => new RegExp(`<${nome}>([^<]*)</${nome}>`).exec(xml)?.[1];

type EventoNodo = Pick<APIGatewayProxyEventV2, "headers" | "rawPath" | "isBase64Encoded"> & { body?: string; requestContext: object };

/** The gateway's event of a call of the Node that authenticated with its client certificate. */
export const eventoNodo = (body: string, altro: Partial<EventoNodo> = {}): APIGatewayProxyEventV2 =>
  ({
    headers: { "content-type": "text/xml", soapaction: '"qualunque"' },
    rawPath: "/pagopa/paForNode",
    isBase64Encoded: false,
    body,
    requestContext: { authentication: { clientCert: { subjectDN: "nodo" } } },
    ...altro,
  }) as APIGatewayProxyEventV2;

/** Hashing the passwords of the registry takes half a second: once per file is enough. */
let seme: Promise<readonly Elemento[]> | undefined;
const loadSeme = async (): Promise<readonly Elemento[]> => {
  const deposito = new DepositoInMemoria();
  await seedAnagrafica(deposito);
  return deposito.all("anagrafiche");
};

export async function createImpianto() {
  const richieste: string[] = [];
  const stato: { guasto: ((richiesta: string) => void) | undefined } = { guasto: undefined };
  const deposito = new DepositoInMemoria(({ operazione, tabella }) => {
    richieste.push(`${operazione} ${tabella}`);
    stato.guasto?.(`${operazione} ${tabella}`);
  });
  seme ??= loadSeme();
  await deposito.putMany("anagrafiche", await seme);
  const clock = createClockFermo(ADESSO);
  const ids = createIdsInSequenza();
  const anagrafiche = new AnagraficheInCache(deposito, clock);
  const posizioni = new ArchivioPosizioni(deposito);
  const documenti = new DocumentiInMemoria();
  const unitOfWork = new ArchivioUnitOfWork(deposito, { ...mappeAnagrafiche, ...mappePosizione }, clock, ids, {
    conservazioneEventiGiorni: 760,
  });
  const inCoda: MessaggioRicevuta[] = [];
  const coda = {
    send: async (messaggio: Readonly<Record<string, unknown>>): Promise<void> => {
      richieste.push("send ricevute");
      stato.guasto?.("send ricevute");
      inCoda.push(MessaggioRicevuta.parse(JSON.parse(JSON.stringify(messaggio))));
    },
  };

  const { attualizza, domande, ente } = createAttualizzazione({ deposito, posizioni, anagrafiche, clock, ids, unitOfWork });
  const porte = { posizioni, anagrafiche, clock, ids, unitOfWork, attualizza };
  const verify = verifyAvviso(porte);
  const demand = demandAvviso({
    ...porte,
    verify,
    save: savePendenza({ ...porte, progressivi: new ArchivioProgressivi(deposito) }),
    readDati: readDatiServizio,
    readPendenza: (corpo) => parsePendenza(corpo, undefined),
  });
  const [activateV1, activateV2] = [activatePagamentoV1(porte), activatePagamentoV2(porte)];
  const accept = acceptRicevuta({ coda, documenti, ids });
  const testate = checkTestata({ anagrafiche });
  const riferimento = (p: Pendenza | undefined) => p && { idA2A: p.idA2A, idPendenza: p.idPendenza };
  const servizi = [
    soapService(paVerifyPaymentNotice, testate, async ({ richiesta, creditore, transactionId }) => {
      const { esito, pendenza: p } = await verify(richiesta, creditore, transactionId);
      return { esito, riferimento: riferimento(p), registrato: false };
    }),
    soapService(paGetPayment, testate, async ({ richiesta, creditore, transactionId, evento }) => {
      const { esito, pendenza: p } = await activateV1(richiesta, creditore, transactionId, (dati, tentativo) =>
        evento(dati, riferimentiDi(tentativo)),
      );
      return { esito, riferimento: riferimento(p), registrato: true };
    }),
    soapService(paGetPaymentV2, testate, async ({ richiesta, creditore, transactionId, evento }) => {
      const { esito, pendenza: p } = await activateV2(richiesta, creditore, transactionId, (dati, tentativo) =>
        evento(dati, riferimentiDi(tentativo)),
      );
      return { esito, riferimento: riferimento(p), registrato: true };
    }),
    soapService(paDemandPaymentNotice, testate, async ({ richiesta, creditore, transactionId }) => {
      const { esito, pendenza: p } = await demand(richiesta, creditore, transactionId);
      return { esito, riferimento: p && { idA2A: p.idA2A, idPendenza: p.idPendenza, iuv: p.iuv }, registrato: false };
    }),
    ...[paSendRT, paSendRTV2].map((primitiva) =>
      soapService(primitiva, testate, async ({ richiesta, principal, busta, codifica, ricevutaAlle, durata }) => {
        await accept({
          primitiva: primitiva.id,
          testata: richiesta,
          principal,
          busta,
          codifica,
          ricevutaAlle,
          durataMillisecondi: durata(),
        });
        return { esito: ok(undefined), registrato: true };
      }),
    ),
  ];
  const endpoint = {
    anagrafiche,
    clock,
    ids,
    giornale: unitOfWork,
    autenticazione: { chiave: undefined, amministratore: undefined, modi: ["ssl", "basic"] as const },
  };
  const handler = soapOperation(endpoint, servizi);
  const consume = consumeRicevuta({
    register: registerRicevuta(porte),
    originali: new OriginaliCompressi(documenti),
    documenti,
    giornale: unitOfWork,
  });

  const call = async (busta: string, evento: Partial<EventoNodo> = {}): Promise<RispostaNodo> => {
    const risposta = await handler(eventoNodo(busta, evento), contesto);
    const xml = risposta.body ?? "";
    return {
      status: risposta.statusCode ?? 0,
      xml,
      outcome: estratto(xml, "outcome"),
      faultCode: estratto(xml, "faultCode"),
      description: estratto(xml, "description"),
    };
  };

  return {
    deposito,
    clock,
    ids,
    documenti,
    posizioni,
    unitOfWork,
    anagrafiche,
    richieste,
    inCoda,
    coda,
    attualizza,
    stato,
    /** The creditor's own system: what it answers, what it was asked. */
    ente,
    domande,
    servizi,
    endpoint,
    call,
    consume,
    eventi: () => readEventi(deposito),
    messaggi: () => deposito.all("archivio").filter(({ pk }) => pk.startsWith("OUT#")),
    /** Commits and forgets the requests that it took. */
    write: async (...modifiche: Modifica[]): Promise<void> => {
      const esito = await unitOfWork.commit(modifiche);
      if (!esito.ok) throw new Error("conflitto nella preparazione della prova");
      richieste.length = 0;
    },
    /** Loads the registry into the cache, as in an instance that has already served a call. */
    warm: async (): Promise<void> => {
      await Promise.all([anagrafiche.getCreditore(COMUNE), anagrafiche.getIntermediario(INTERMEDIARIO), anagrafiche.getStazione(STAZIONE)]);
      await Promise.all([anagrafiche.getUtenza("nodo"), anagrafiche.getEntrata("TARI"), anagrafiche.getApplicazione(APPLICAZIONE)]);
      richieste.length = 0;
    },
    /** Delivers the receipts in the queue to the consumer, in order. */
    drain: async (): Promise<void> => {
      for (const messaggio of inCoda.splice(0)) await consume(messaggio);
    },
  };
}

export type Impianto = Awaited<ReturnType<typeof createImpianto>>;
