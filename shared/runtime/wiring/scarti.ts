/** The queues of dead letters, by name: their addresses differ only in it. */
import { SQSClient } from "@aws-sdk/client-sqs";
import { ScartiSqs } from "../../adapters/sqs/scarti.ts";
import { codeScarti, nomeScarti } from "../../contracts/scarti.ts";
import { config } from "../config/config.ts";
import { clock } from "./base.ts";

const coda = (nome: string): string => `${config.prefissoCode}${nome}`;
const codeSqs = new ScartiSqs(new SQSClient({ useQueueUrlAsEndpoint: false }), { coda, scarti: (nome) => coda(nomeScarti(nome)) });

export const porteScarti = { code: codeScarti, scarti: codeSqs, clock };
