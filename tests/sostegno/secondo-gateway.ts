/** A second gateway, in a process of its own: other tables, other debts. It does what its parent asks: calls of its operations, debts and payments to store. */

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import type { Chiamata, Esito } from "../api/ambiente.ts";
import { seedPagamento, storePendenza } from "../api/pagamento/sostegno.ts";
import { busta, consegnaV2, type RicevutaDiProva, receipt, testata } from "../api/pagopa/messaggi.ts";
import { INTERMEDIARIO, STAZIONE } from "./anagrafica.ts";
import { startGateway } from "./gateway.ts";

type Domanda = { readonly id: number } & (
  | { readonly operazione: string; readonly chiamata: Chiamata }
  | { readonly pendenza: Partial<Pendenza> }
  | { readonly pagata: true }
  | { readonly ricevuta: RicevutaDiProva }
);

export interface SecondoGateway {
  readonly url: string;
  invoke(operazione: string, chiamata: Chiamata): Promise<Pick<Esito, "status" | "body" | "testo">>;
  storePendenza(pendenza: Partial<Pendenza>): Promise<void>;
  /** The paid debt of the samples, with its receipt. */
  seedPagamento(): Promise<void>;
  /** A receipt of the Node, through the deployed consumer of its queue. */
  deliver(ricevuta: RicevutaDiProva): Promise<void>;
  /** It no longer answers, and does not refuse either. */
  freeze(): void;
  stop(): Promise<void>;
}

type Domandato<T> = T extends unknown ? Omit<T, "id"> : never;

export const startSecondoGateway = async (): Promise<SecondoGateway> => {
  // Its tables are its own: those of who starts it are named in the environment.
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...altri } = process.env;
  const figlio = fork(fileURLToPath(import.meta.url), {
    serialization: "advanced",
    env: { ...altri, SECONDO_GATEWAY: "1" },
    execArgv: [],
  });
  const attese = new Map<number, (valore: unknown) => void>();
  figlio.on("message", ({ id, valore }: { id: number; valore: unknown }) => attese.get(id)?.(valore));
  const wait = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      attese.set(id, resolve);
      figlio.once("exit", () => reject(new Error("il secondo gateway è caduto")));
    });
  let ultimo = 0;
  const ask = (domanda: Domandato<Domanda>): Promise<unknown> => {
    ultimo += 1;
    const risposta = wait(ultimo);
    figlio.send({ ...domanda, id: ultimo });
    return risposta;
  };
  const url = String(await wait(0));
  figlio.setMaxListeners(50);
  return {
    url,
    invoke: async (operazione, chiamata) => (await ask({ operazione, chiamata })) as Pick<Esito, "status" | "body" | "testo">,
    storePendenza: async (pendenza) => void (await ask({ pendenza })),
    seedPagamento: async () => void (await ask({ pagata: true })),
    deliver: async (ricevuta) => {
      const esito = (await ask({ ricevuta })) as { readonly batchItemFailures: readonly unknown[] };
      if (esito.batchItemFailures.length > 0) throw new Error("la ricevuta di prova non è stata registrata");
    },
    freeze: () => void figlio.kill("SIGSTOP"),
    stop: async () => {
      figlio.removeAllListeners("exit");
      const uscito = new Promise((resolve) => figlio.once("exit", resolve));
      figlio.kill("SIGCONT");
      figlio.disconnect();
      await uscito;
    },
  };
};

const deliverRicevuta = async (ricevuta: RicevutaDiProva): Promise<unknown> => {
  const { handler } = await import("../../functions/consumers/ricevute.ts");
  const { fiscalCode = "" } = ricevuta;
  const messaggio = {
    ...{ id: "consegna-1", primitiva: "paSendRTV2", ricevutaAlle: new Date().toISOString(), principal: "nodo", durataMillisecondi: 1 },
    ...{ idPA: fiscalCode, idBrokerPA: INTERMEDIARIO, idStation: STAZIONE },
    busta: busta(consegnaV2(testata(fiscalCode, INTERMEDIARIO, STAZIONE) + receipt(ricevuta, true))),
  };
  const record = { messageId: "m1", receiptHandle: "r1", body: JSON.stringify(messaggio), attributes: { ApproximateReceiveCount: "1" } };
  return Reflect.apply(handler, undefined, [{ Records: [record] }, { awsRequestId: "r", functionName: "ricevute" }]);
};

if (process.env["SECONDO_GATEWAY"] === "1" && process.send) {
  const gateway = await startGateway();
  const { ambiente } = gateway;
  const answer = async (domanda: Domanda): Promise<unknown> => {
    if ("pendenza" in domanda) return storePendenza(ambiente, domanda.pendenza);
    if ("pagata" in domanda) return seedPagamento(ambiente);
    if ("ricevuta" in domanda) return deliverRicevuta(domanda.ricevuta);
    const { status, body, testo } = await ambiente.invoke(domanda.operazione, domanda.chiamata);
    return { status, body, testo };
  };
  process.on("message", (domanda: Domanda) => {
    answer(domanda).then((valore) => process.send?.({ id: domanda.id, valore }));
  });
  process.on("disconnect", () => {
    gateway.stop().then(() => process.exit(0));
  });
  process.send({ id: 0, valore: gateway.url });
}
