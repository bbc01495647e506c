/** What stands around an installation whose creditor is in prova: the queue that keeps what is put in it, and a server outside that refuses and counts. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { STAZIONE } from "../../sostegno/anagrafica.ts";
import { buildEvento, toEsito } from "../ambiente.ts";

interface Messaggio {
  readonly corpo: string;
  readonly attesa: number | undefined;
}

export interface Sistemi {
  /** Messages not yet consumed. */
  readonly code: Messaggio[];
  /** Paths called outside. */
  readonly uscite: string[];
  readonly checkout: string;
  readonly variabili: Readonly<Record<string, string>>;
  stop(): void;
}

const leggi = async (richiesta: IncomingMessage): Promise<string> => {
  const pezzi: Buffer[] = [];
  for await (const pezzo of richiesta) pezzi.push(pezzo);
  return Buffer.concat(pezzi).toString("utf8");
};
const apri = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

export const startSistemi = async (): Promise<Sistemi> => {
  const code: Messaggio[] = [];
  const uscite: string[] = [];
  const sqs = createServer(async (richiesta, risposta) => {
    const { MessageBody = "", DelaySeconds } = JSON.parse(await leggi(richiesta));
    code.push({ corpo: MessageBody, attesa: DelaySeconds });
    const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
    risposta.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify({ MessageId: "1", MD5OfMessageBody }));
  });
  const fuori = createServer((richiesta, risposta) => {
    uscite.push(richiesta.url ?? "");
    risposta.writeHead(500).end();
  });
  const [coda, checkout] = await Promise.all([apri(sqs), apri(fuori)]);
  const variabili = {
    AWS_ENDPOINT_URL_SQS: coda,
    AWS_ENDPOINT_URL_S3: coda,
    FIORINO_CODA_RICEVUTE: `${coda}/000000000000/ricevute`,
    FIORINO_BUCKET_DOCUMENTI: "documenti",
    FIORINO_URL_PUBBLICO: "https://fiorino.example",
  };
  const stop = (): void => {
    sqs.close();
    fuori.close();
  };
  return { code, uscite, checkout, variabili, stop };
};

/** The queue gives all it has to the deployed consumer. @returns how many receipts it gave back. */
export const consumaRicevute = async (code: Messaggio[]): Promise<number> => {
  const { handler }: { handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse> } = await import(
    new URL("../../../functions/consumers/ricevute.ts", import.meta.url).pathname
  );
  const Records = code.map(({ corpo }, i) => ({
    body: corpo,
    messageId: `m${i}`,
    receiptHandle: `m${i}`,
    attributes: { ApproximateReceiveCount: "1" },
  }));
  code.length = 0;
  const risposta = await handler({ Records } as SQSEvent, {} as Context);
  return risposta.batchItemFailures.length;
};

/** As the Node asks. @returns the code of the fault, or OK. */
export const verifyAvviso = async (idDominio: string, numeroAvviso: string): Promise<string> => {
  const { handler } = await import(new URL("../../../functions/pagopa/paVerifyPaymentNotice.ts", import.meta.url).pathname);
  const body = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:pafn="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"><soapenv:Body><pafn:paVerifyPaymentNoticeReq><idPA>${idDominio}</idPA><idBrokerPA>${STAZIONE.slice(0, 11)}</idBrokerPA><idStation>${STAZIONE}</idStation><qrCode><fiscalCode>${idDominio}</fiscalCode><noticeNumber>${numeroAvviso}</noticeNumber></qrCode></pafn:paVerifyPaymentNoticeReq></soapenv:Body></soapenv:Envelope>`;
  const chiamata = { body, as: "nodo", headers: { "content-type": "text/xml" } };
  const evento = buildEvento({ api: "pagopa", method: "POST", path: "/paForNode/paVerifyPaymentNotice" }, chiamata);
  const { testo } = toEsito(await handler(evento, { awsRequestId: "11111111-2222-3333-4444-555555555555" }));
  return /<faultCode>(\w+)</.exec(testo)?.[1] ?? /<outcome>(\w+)</.exec(testo)?.[1] ?? testo;
};
