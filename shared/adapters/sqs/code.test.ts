import { createServer, type Server } from "node:http";
import { SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CodaSqs } from "./code.ts";

let server: Server;
let client: SQSClient;
const ricevute: Record<string, unknown>[] = [];

beforeAll(async () => {
  server = createServer(async (richiesta, risposta) => {
    const pezzi: Buffer[] = [];
    for await (const pezzo of richiesta) pezzi.push(pezzo);
    const corpo: Record<string, unknown> = JSON.parse(Buffer.concat(pezzi).toString("utf8"));
    ricevute.push(corpo);
    risposta.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
    risposta.end(JSON.stringify("Entries" in corpo ? { Successful: [], Failed: [{ Id: "1" }] } : { MessageId: "m" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  const port = typeof indirizzo === "object" && indirizzo !== null ? indirizzo.port : 0;
  client = new SQSClient({
    ...{ endpoint: `http://127.0.0.1:${port}`, region: "eu-south-1", useQueueUrlAsEndpoint: false, md5: false },
    credentials: { accessKeyId: "prova", secretAccessKey: "prova" },
  });
});
afterAll(() => {
  client.destroy();
  server.close();
});

it("sends each message with the one on whose behalf it is, as far as SQS takes its name", async () => {
  const coda = new CodaSqs(client, "http://coda");
  await coda.send({ a: 1 }, "01234567897");
  await coda.send({ a: 2 });
  const falliti = await coda.sendMany([
    { corpo: "{}", gruppo: "GEST-TRIBUTI" },
    { corpo: "{}", gruppo: "con spazi" },
  ]);
  expect(ricevute).toEqual([
    { QueueUrl: "http://coda", MessageBody: '{"a":1}', MessageGroupId: "01234567897" },
    { QueueUrl: "http://coda", MessageBody: '{"a":2}' },
    {
      QueueUrl: "http://coda",
      Entries: [
        { Id: "0", MessageBody: "{}", MessageGroupId: "GEST-TRIBUTI" },
        { Id: "1", MessageBody: "{}" },
      ],
    },
  ]);
  expect(falliti).toEqual([1]);
});
