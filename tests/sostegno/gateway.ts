/** A gateway whose API Portale answers over HTTP, for tests in which one asks another: the handlers behind a port, and the secret with which it asks. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { API_BASE } from "../../shared/contracts/operation.ts";
import { operazioniPortale } from "../../shared/contracts/portale/operazioni.ts";
import { type AmbienteApi, createAmbiente } from "../api/ambiente.ts";
import { PASSWORD } from "./anagrafica.ts";

export interface Gateway {
  readonly ambiente: AmbienteApi;
  /** Base address of its API Portale. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Where every payment that it starts is paid. */
export const PAGINA_CHECKOUT = "https://checkout.pagopa.it/c/prova";

const ROTTE = operazioniPortale.map(({ id, method, path }) => {
  const nomi = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "");
  return { id, method, nomi, regola: new RegExp(`^${API_BASE.portale}${path.replace(/\{\w+\}/g, "([^/]+)")}$`) };
});

const readCorpo = async (richiesta: IncomingMessage): Promise<string> => {
  const pezzi: Buffer[] = [];
  for await (const pezzo of richiesta) pezzi.push(Buffer.from(pezzo));
  return Buffer.concat(pezzi).toString("utf8");
};

const headersDi = (richiesta: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(richiesta.headers).map(([nome, valore]) => [nome, String(valore)]));

export const startGateway = async (): Promise<Gateway> => {
  let ambiente: AmbienteApi | undefined;
  const serve = async (richiesta: IncomingMessage, risposta: ServerResponse): Promise<void> => {
    const corpo = await readCorpo(richiesta);
    const { pathname } = new URL(richiesta.url ?? "/", "http://gateway");
    // Secrets Manager, as far as one secret.
    if (pathname === "/") {
      risposta.end(JSON.stringify({ SecretString: PASSWORD }));
      return;
    }
    // Checkout, as far as a cart.
    if (pathname === "/checkout/carts") {
      risposta.writeHead(302, { location: PAGINA_CHECKOUT }).end();
      return;
    }
    const rotta = ROTTE.find(({ method, regola }) => method === richiesta.method && regola.test(pathname));
    const valori = rotta?.regola.exec(pathname)?.slice(1) ?? [];
    const esito = rotta
      ? await ambiente?.invoke(`portale/${rotta.id}`, {
          as: null,
          params: Object.fromEntries(rotta.nomi.map((nome, i) => [nome, valori[i] ?? ""])),
          headers: headersDi(richiesta),
          ...(corpo !== "" && { body: corpo }),
        })
      : undefined;
    risposta.writeHead(esito?.status ?? 404, { "content-type": esito?.headers["content-type"] ?? "application/json" });
    risposta.end(esito?.bytes);
  };
  const server = createServer((richiesta, risposta) => {
    serve(richiesta, risposta).catch(() => risposta.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  const origine = `http://127.0.0.1:${typeof indirizzo === "object" && indirizzo ? indirizzo.port : 0}`;
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_SECRETS_MANAGER: origine }, `${origine}/checkout`);
  const proprio = ambiente;
  return {
    ambiente: proprio,
    url: `${origine}${API_BASE.portale}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await proprio.stop();
    },
  };
};
