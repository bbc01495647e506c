/**
 * The sandbox: a pagoPA that nobody has to ask for, mounted on the same port as the gateway. Its parties speak to the gateway only over
 * HTTP, as the real ones would; this file puts them together with the clock, the pages and the reset.
 */
import { join } from "node:path";
import type { Ambiente, Sandbox } from "../runner/types.ts";
import { descriviAmbiente } from "./ambiente.ts";
import { dispatch, json, type Rotta, rotta } from "./comune/http.ts";
import { startPosta } from "./comunicazioni/posta.ts";
import { type Contesto, createContesto } from "./contesto.ts";
import { rotteOrologio } from "./orologio.ts";
import { rottePagine } from "./pagine/rotte.ts";
import { createParti, PREFISSI } from "./parti.ts";
import { seed } from "./seed.ts";

const OGNI_MS = 15_000;

/** The gateway's configuration holds absolute addresses: when the port changes between two runs they are written again. */
const createRiallineamento = (ambiente: Ambiente, contesto: Contesto) => {
  const note = contesto.archivio.raccolta<{ baseUrl: string }>("indirizzi");
  const segna = (): void => note.put("base", { baseUrl: ambiente.baseUrl });
  if (note.get("base") === undefined) segna();
  return async (): Promise<void> => {
    if (note.get("base")?.baseUrl === ambiente.baseUrl) return;
    await seed(ambiente);
    segna();
  };
};

export const createSandbox = async (ambiente: Ambiente): Promise<Sandbox> => {
  const contesto = createContesto(ambiente, join(ambiente.stateDir, "sandbox.sqlite"));
  const parti = createParti(contesto);
  const riallinea = createRiallineamento(ambiente, contesto);
  const posta = await startPosta(contesto);
  ambiente.onReset(() => {
    contesto.archivio.clear();
    contesto.scambi.clear();
  });

  let pronta = false;
  // Beside the start, not in it: nobody waits for a subscription, and one that fails is made at the next beat.
  let inAbbonamento: Promise<void> | undefined;
  const abbona = (): Promise<void> => {
    inAbbonamento ??= parti.subscribe().finally(() => {
      inAbbonamento = undefined;
    });
    return inAbbonamento;
  };
  let occupato = false;
  const battito = setInterval(() => {
    if (occupato) return;
    occupato = true;
    // A gateway that is not up yet is met again at the next beat.
    const lavoro = riallinea()
      .then(() => parti.nodo.consegne.retryScadute())
      .then(() => (pronta ? abbona() : undefined));
    lavoro.then(
      () => {
        occupato = false;
      },
      () => {
        occupato = false;
      },
    );
  }, OGNI_MS);
  battito.unref();

  const rotte: Rotta[] = [
    // Whoever waits for the machine waits for its demonstration data too.
    rotta("GET", "/sandbox/ambiente", async () =>
      pronta ? json(200, await descriviAmbiente(ambiente.baseUrl)) : json(503, { errore: "dati dimostrativi in caricamento" }),
    ),
    rotta("DELETE", "/sandbox", async () => {
      await ambiente.reset();
      return json(200, { esito: "OK" });
    }),
    ...rotteOrologio(ambiente, parti.nodo.consegne),
    ...parti.rotte,
    ...rottePagine(contesto),
  ];
  return {
    handle: dispatch(rotte, PREFISSI),
    ready: () => {
      pronta = true;
      abbona().catch(() => {});
    },
    close: async () => {
      clearInterval(battito);
      await posta?.close();
      contesto.archivio.close();
    },
  };
};
