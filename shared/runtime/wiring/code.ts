/** Queue clients, for the functions that send. */
import { SQSClient } from "@aws-sdk/client-sqs";
import { CodaSqs } from "../../adapters/sqs/code.ts";
import { config } from "../config/config.ts";

// The emulator's and AWS's queue URLs both carry the account path; the endpoint, not the URL's host, decides where the request goes.
const client = new SQSClient({ useQueueUrlAsEndpoint: false });

export const codaRicevute = new CodaSqs(client, config.code.ricevute);
export const codeOutbox = {
  notifiche: new CodaSqs(client, config.code.notifiche),
  flussi: new CodaSqs(client, config.code.flussi),
  riconciliazioni: new CodaSqs(client, config.code.riconciliazioni),
  tracciati: new CodaSqs(client, config.code.tracciati),
  cambi: new CodaSqs(client, config.code.cambi),
  gpd: new CodaSqs(client, config.code.gpd),
  rpt: new CodaSqs(client, config.code.rpt),
  importazioni: new CodaSqs(client, config.code.importazioni),
  esportazioni: new CodaSqs(client, config.code.esportazioni),
  tesoreria: new CodaSqs(client, config.code.tesoreria),
  riscontri: new CodaSqs(client, config.code.riscontri),
  abbonamenti: new CodaSqs(client, config.code.abbonamenti),
  comunicazioni: new CodaSqs(client, config.code.comunicazioni),
} as const;
