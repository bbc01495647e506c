/** The operations of the budget table, each as its function is called by the gateway, the Node or the queue. */
import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { findPendenze } from "../shared/contracts/pendenze/elenco.ts";
import { getPendenza } from "../shared/contracts/pendenze/pendenze.ts";
import { addPendenza } from "../shared/contracts/pendenze/scrittura.ts";
import { buildEvento } from "../tests/api/ambiente.ts";
import { attivazioneV2, busta, qrCode, receipt, testata, verifica } from "../tests/api/pagopa/messaggi.ts";
import { APPLICAZIONE, COMUNE, INTERMEDIARIO, STAZIONE } from "../tests/sostegno/anagrafica.ts";
import { eventoCoda } from "./eventi.ts";
import { contesto } from "./impianto.ts";

type HandlerHttp = (evento: APIGatewayProxyEventV2, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2>;
type HandlerCoda = (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>;

export interface Operazione {
  readonly nome: string;
  /** Goal of the ratio to the bare requests: 0.6 for reads and verify, 0.5 for writes. */
  readonly traguardo: number;
  run(n: number): Promise<void>;
}

const header = testata(COMUNE, INTERMEDIARIO, STAZIONE);

/** A call of the Node, whose client certificate the gateway has verified. */
const eventoSoap = (corpo: string): APIGatewayProxyEventV2 => {
  const operazione = { api: "pagopa", method: "POST", path: "/paForNode" } as const;
  const evento = buildEvento(operazione, { as: null, body: busta(corpo), headers: { "content-type": "text/xml" } });
  const clientCert = { clientCertPem: "", subjectDN: "nodo", issuerDN: "", serialNumber: "1", validity: { notBefore: "", notAfter: "" } };
  return { ...evento, requestContext: { ...evento.requestContext, authentication: { clientCert } } };
};

const expectStatus = (risposta: APIGatewayProxyStructuredResultV2, status: number): APIGatewayProxyStructuredResultV2 => {
  if (risposta.statusCode !== status) throw new Error(`stato ${risposta.statusCode}, atteso ${status}: ${risposta.body}`);
  return risposta;
};

const expectOk = (risposta: APIGatewayProxyStructuredResultV2): void => {
  expectStatus(risposta, 200);
  if (!risposta.body?.includes("<outcome>OK</outcome>")) throw new Error(`esito diverso da OK: ${risposta.body}`);
};

const corpoPendenza = (n: number) => ({
  idTipoPendenza: "TARI",
  idDominio: COMUNE,
  causale: `TARI 2026 numero ${n}`,
  soggettoPagatore: {
    tipo: "F",
    identificativo: "RSSMRA85T10A562S",
    anagrafica: "Mario Rossi",
    indirizzo: "Via Roma",
    civico: "1",
    cap: "00100",
    localita: "Roma",
    provincia: "RM",
    nazione: "IT",
  },
  importo: 12.5,
  dataScadenza: "2999-12-31",
  voci: [{ idVocePendenza: "1", importo: 12.5, descrizione: "TARI", codEntrata: "TARI" }],
});

interface Funzioni {
  readonly add: HandlerHttp;
  readonly get: HandlerHttp;
  readonly find: HandlerHttp;
  readonly soap: HandlerHttp;
  readonly ricevute: HandlerCoda;
}

export const loadFunzioni = async (): Promise<Funzioni> => ({
  add: (await import("../functions/pendenze/addPendenza.ts")).handler as HandlerHttp,
  get: (await import("../functions/pendenze/getPendenza.ts")).handler as HandlerHttp,
  find: (await import("../functions/pendenze/findPendenze.ts")).handler as HandlerHttp,
  soap: (await import("../functions/pagopa/_endpoint.ts")).handler as HandlerHttp,
  ricevute: (await import("../functions/consumers/ricevute.ts")).handler as HandlerCoda,
});

/** A receipt as the queue gives it to its consumer. */
const eventoRicevuta = (testo: string, principal: string): SQSEvent => {
  const messaggio = {
    id: randomUUID(),
    primitiva: "paSendRTV2",
    ricevutaAlle: new Date().toISOString(),
    durataMillisecondi: 5,
    idPA: COMUNE,
    idBrokerPA: INTERMEDIARIO,
    idStation: STAZIONE,
    principal,
    busta: testo,
  };
  return eventoCoda(randomUUID(), messaggio);
};

export const createOperazioni = async (funzioni: Funzioni, quante: number): Promise<readonly Operazione[]> => {
  const { add, get, find, soap, ricevute } = funzioni;
  const chiave = (n: number, serie: string) => ({ idA2A: APPLICAZIONE, idPendenza: `${serie}-${n}` });
  const load = async (n: number, serie: string): Promise<string> => {
    const risposta = expectStatus(await add(buildEvento(addPendenza, { params: chiave(n, serie), body: corpoPendenza(n) }), contesto), 201);
    const { numeroAvviso } = JSON.parse(risposta.body ?? "{}") as { numeroAvviso: string };
    return numeroAvviso;
  };
  const avvisi: string[] = [];
  for (let n = 0; n < quante; n++) avvisi.push(await load(n, "BASE"));
  const avviso = (n: number): string => avvisi[n % avvisi.length] ?? "";
  const daPagare: string[] = [];
  for (let n = 0; n < quante * 2.5; n++) daPagare.push(await load(n, "RT"));
  let pagate = 0;
  let serie = 0;
  const ricevutaDi = (numeroAvviso: string): string =>
    `<pa:paSendRTV2Request>${header}${receipt({ receiptId: randomUUID().replaceAll("-", ""), noticeNumber: numeroAvviso, creditorReferenceId: numeroAvviso.slice(1), fiscalCode: COMUNE, transfers: [{ id: 1, importo: "12.50", ente: COMUNE }] }, true)}</pa:paSendRTV2Request>`;

  return [
    {
      nome: "PUT pendenza",
      traguardo: 0.5,
      run: async () => {
        serie += 1;
        await load(serie, "PUT");
      },
    },
    {
      nome: "GET pendenza",
      traguardo: 0.6,
      run: async (n) => void expectStatus(await get(buildEvento(getPendenza, { params: chiave(n % quante, "BASE") }), contesto), 200),
    },
    {
      nome: "lista di 25",
      traguardo: 0.6,
      run: async () =>
        void expectStatus(
          await find(buildEvento(findPendenze, { query: { idDominio: COMUNE, metadatiPaginazione: "false" } }), contesto),
          200,
        ),
    },
    {
      nome: "paVerifyPaymentNotice",
      traguardo: 0.6,
      run: async (n) => expectOk(await soap(eventoSoap(verifica(header + qrCode(COMUNE, avviso(n)))), contesto)),
    },
    {
      nome: "paGetPaymentV2",
      traguardo: 0.5,
      run: async (n) =>
        expectOk(await soap(eventoSoap(attivazioneV2(`${header}${qrCode(COMUNE, avviso(n))}<amount>12.50</amount>`)), contesto)),
    },
    {
      nome: "paSendRTV2 fino alla risposta",
      traguardo: 0.5,
      run: async (n) => expectOk(await soap(eventoSoap(ricevutaDi(avviso(n))), contesto)),
    },
    {
      nome: "paSendRTV2 fino a ESEGUITA",
      traguardo: 0.5,
      run: async () => {
        const numeroAvviso = daPagare[pagate++];
        if (numeroAvviso === undefined) throw new Error("pendenze da pagare esaurite");
        const messaggio = ricevutaDi(numeroAvviso);
        expectOk(await soap(eventoSoap(messaggio), contesto));
        const esito = await ricevute(eventoRicevuta(busta(messaggio), "nodo"), contesto);
        if (esito.batchItemFailures.length > 0) throw new Error("ricevuta non elaborata");
      },
    },
  ];
};
