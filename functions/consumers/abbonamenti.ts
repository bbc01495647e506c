/** Queue `abbonamenti`: each message is the turn of a subscriber to be told what happened, or a test of it. */
import { MessaggioAbbonamento } from "../../shared/contracts/messaggi.ts";
import { codaAbbonamenti } from "../../shared/contracts/queues.ts";
import { presentAnnuncio } from "../../shared/presenters/comuni/annuncio.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteConsegne } from "../../shared/runtime/wiring/consegne.ts";
import { createDeliverAnnunci, createSendProva } from "../../shared/usecases/abbonamenti/deliver-annunci.ts";

const porte = { ...porteConsegne, present: presentAnnuncio };
const deliver = createDeliverAnnunci(porte);
const sendProva = createSendProva(porte);

export const handler = queueConsumer(codaAbbonamenti, MessaggioAbbonamento, ({ messaggio: { prova, ...chiave }, traccia }) =>
  prova === undefined ? deliver(chiave, traccia) : sendProva(chiave, prova),
);
