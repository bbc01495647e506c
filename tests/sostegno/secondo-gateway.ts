/** A second gateway, in a process of its own: other tables, other debts. It does what its parent asks: calls of its operations, debts and payments to store. */

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import type { Chiamata, Esito } from "../api/ambiente.ts";
import { seedPagamento, storePendenza } from "../api/pagamento/sostegno.ts";
import { startGateway } from "./gateway.ts";

type Domanda = { readonly id: number } & (
  | { readonly operazione: string; readonly chiamata: Chiamata }
  | { readonly pendenza: Partial<Pendenza> }
  | { readonly pagata: true }
);

export interface SecondoGateway {
  readonly url: string;
  invoke(operazione: string, chiamata: Chiamata): Promise<Pick<Esito, "status" | "body" | "testo">>;
  storePendenza(pendenza: Partial<Pendenza>): Promise<void>;
  /** The paid debt of the samples, with its receipt. */
  seedPagamento(): Promise<void>;
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

if (process.env["SECONDO_GATEWAY"] === "1" && process.send) {
  const gateway = await startGateway();
  const { ambiente } = gateway;
  const answer = async (domanda: Domanda): Promise<unknown> => {
    if ("pendenza" in domanda) return storePendenza(ambiente, domanda.pendenza);
    if ("pagata" in domanda) return seedPagamento(ambiente);
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
