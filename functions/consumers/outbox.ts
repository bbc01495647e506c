/** Stream of the archive: messages written with the states leave for their queues. */
import { deliverOutbox } from "../../shared/runtime/outbox.ts";
import { codeOutbox } from "../../shared/runtime/wiring/code.ts";

export const handler = deliverOutbox(codeOutbox);
