/** The deployed handlers, with their own wiring, on the DynamoDB emulator and a small SQS: from the samples of events/ to the state of the debt. */
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIGatewayProxyStructuredResultV2, Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArchivioPosizioni } from "../../../shared/adapters/archivio/posizioni.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { primitive } from "../../../shared/contracts/index.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type AmbienteApi, buildEvento, createAmbiente, toEsito } from "../ambiente.ts";
import { IUV, pendenza } from "./debito.ts";
import { mappePosizione } from "./mappe.ts";

const contesto = { awsRequestId: "11111111-2222-3333-4444-555555555555" } as Context;
type Handler = (evento: ReturnType<typeof buildEvento>, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** SQS as far as SendMessage: keeps the bodies, answers with the digest that the client checks. */
function startSqs(corpi: string[]): Promise<Server> {
  const server = createServer((richiesta, risposta) => {
    const pezzi: Buffer[] = [];
    richiesta.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
    richiesta.on("end", () => {
      const { MessageBody }: { MessageBody: string } = JSON.parse(Buffer.concat(pezzi).toString("utf8"));
      corpi.push(MessageBody);
      risposta.setHeader("content-type", "application/x-amz-json-1.0");
      risposta.end(
        JSON.stringify({ MessageId: String(corpi.length), MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex") }),
      );
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe("the deployed primitives", () => {
  const corpi: string[] = [];
  let sqs: Server;
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    sqs = await startSqs(corpi);
    const endpoint = `http://127.0.0.1:${(sqs.address() as AddressInfo).port}`;
    ambiente = await createAmbiente({
      AWS_ENDPOINT_URL_SQS: endpoint,
      AWS_ENDPOINT_URL_S3: endpoint,
      FIORINO_CODA_RICEVUTE: `${endpoint}/000000000000/ricevute`,
      FIORINO_BUCKET_DOCUMENTI: "documenti",
    });
    const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappePosizione, clockDiSistema, createIdsInSequenza(), {
      conservazioneEventiGiorni: 760,
    });
    await unitOfWork.commit([{ azione: "crea", entita: "pendenza", valore: pendenza({ dataScadenza: "2999-12-31" }) }]);
  });
  afterAll(async () => {
    sqs.close();
    await ambiente.stop();
  });

  const call = async (entry: string, path: string, body: unknown) => {
    const { handler }: { handler: Handler } = await import(new URL(`../../../functions/pagopa/${entry}.ts`, import.meta.url).pathname);
    return toEsito(
      await handler(
        buildEvento({ api: "pagopa", method: "POST", path }, { body, as: "nodo", headers: { "content-type": "text/xml" } }),
        contesto,
      ),
    );
  };

  it("answer every sample with the status that it expects, on their own route and on the endpoint", async () => {
    for (const { id, elementoRisposta } of primitive) {
      for (const { body, expected, caso } of readCampioni(`pagopa/${id}`)) {
        const propria = await call(id, `/paForNode/${id}`, body);
        const comune = await call("_endpoint", "/paForNode", body);
        expect({ id, caso, status: [propria.status, comune.status] }).toEqual({ id, caso, status: [expected.status, expected.status] });
        expect(propria.testo).toContain(`:${elementoRisposta}>`);
        expect(comune.testo).toBe(propria.testo);
      }
    }
    expect(corpi.length).toBeGreaterThan(0);
  });

  it("refuse on their own route the request of another primitive", async () => {
    const [campione] = readCampioni("pagopa/paGetPayment");
    const { status, testo } = await call("paVerifyPaymentNotice", "/paForNode/paVerifyPaymentNotice", campione?.body);
    expect(status).toBe(200);
    expect(testo).toContain("PAA_SINTASSI_EXTRAXSD");
    expect(testo).toContain("paVerifyPaymentNoticeRes");
  });

  it("feed a consumer that registers each receipt once and reports what it cannot read", async () => {
    const { handler }: { handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse> } = await import(
      new URL("../../../functions/consumers/ricevute.ts", import.meta.url).pathname
    );
    const record = (body: string, messageId: string) => ({
      body,
      messageId,
      receiptHandle: messageId,
      attributes: { ApproximateReceiveCount: "1" },
    });
    const Records = [...corpi, "{}", corpi[0]?.replace("<receiptId>", "<x>") ?? ""].map((corpo, i) => record(corpo, `m${i}`));
    const esito = await handler({ Records } as SQSEvent, contesto);
    expect(esito.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([`m${corpi.length}`, `m${corpi.length + 1}`]);
    const posizione = await new ArchivioPosizioni(ambiente.deposito).getPosizione({ idDominio: COMUNE, iuv: IUV });
    // Three different receipts among the samples: the first pays, the others are duplicates, and the money of all is there.
    expect(posizione.pendenza).toMatchObject({ stato: "ANOMALA", importoPagato: 3750n });
    expect(posizione.ricevute).toHaveLength(3);
    expect(posizione.riscossioni).toHaveLength(3);
    expect(posizione.tentativi.filter(({ stato }) => stato === "RT_ACCETTATA_PA")).toHaveLength(3);
    expect(posizione.notifiche).toHaveLength(3);
  });
});
