/** The machine under demonstration: the one that is running, or one started for the occasion and closed at the end. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { attendi, type Credenziali, campo, chiama, elencoDi, testoDi } from "./cliente.ts";
import { Differenza, filo } from "./narratore.ts";

export interface Macchina {
  readonly base: string;
  readonly api: { readonly pendenze: string; readonly pagamento: string; readonly riconciliazione: string; readonly backoffice: string };
  readonly creditori: readonly { readonly idDominio: string; readonly ragioneSociale: string }[];
  readonly applicazione: Credenziali & { readonly idA2A: string };
  readonly amministratore: Credenziali;
  close(): Promise<void>;
}

const leggi = async (base: string): Promise<unknown> => {
  try {
    const risposta = await fetch(`${base}/sandbox/ambiente`, { signal: AbortSignal.timeout(3_000) });
    return risposta.ok ? await risposta.json() : undefined;
  } catch {
    return undefined;
  }
};

/** Started from the same command as a new user's; an end before it answers is a failure, told at once. */
const startMacchina = (porta: string): { readonly finito: Promise<void>; close(): Promise<void> } => {
  const figlio = spawn(process.execPath, [fileURLToPath(new URL("../start.mjs", import.meta.url))], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PORT: porta },
  });
  const finito = new Promise<void>((resolve) => figlio.once("exit", () => resolve()));
  return {
    finito,
    close: () => {
      figlio.kill("SIGTERM");
      return finito;
    },
  };
};

/** The machine as `GET /sandbox/ambiente` describes it; `close` says how to leave it. */
export const macchinaDi = (base: string, ambiente: unknown, close: () => Promise<void>): Macchina => ({
  base,
  api: {
    pendenze: testoDi(ambiente, "api", "pendenze"),
    pagamento: testoDi(ambiente, "api", "pagamento"),
    riconciliazione: testoDi(ambiente, "api", "riconciliazione"),
    backoffice: testoDi(ambiente, "api", "backoffice"),
  },
  creditori: elencoDi(ambiente, "creditori").map((creditore) => ({
    idDominio: testoDi(creditore, "idDominio"),
    ragioneSociale: testoDi(creditore, "ragioneSociale"),
  })),
  applicazione: {
    idA2A: testoDi(ambiente, "applicazione", "idA2A"),
    username: testoDi(ambiente, "applicazione", "username"),
    password: testoDi(ambiente, "applicazione", "password"),
  },
  amministratore: {
    username: testoDi(ambiente, "amministratore", "username"),
    password: testoDi(ambiente, "amministratore", "password"),
  },
  close,
});

/** `PORT` says where; default 8080. */
export const openMacchina = async (): Promise<Macchina> => {
  const porta = process.env.PORT ?? "8080";
  const base = `http://127.0.0.1:${porta}`;
  const accesa = await leggi(base);
  const avviata = accesa === undefined ? startMacchina(porta) : undefined;
  let spenta = false;
  void avviata?.finito.then(() => {
    spenta = true;
  });
  const ambiente =
    accesa ??
    (await attendi(
      "l'avvio di Fiorino",
      async () => {
        if (spenta) throw new Differenza("Fiorino non è partito: vedere sopra");
        return leggi(base);
      },
      120,
    ));
  filo(`Fiorino su ${base}${avviata ? " (avviato per la dimostrazione)" : ""}`);
  return macchinaDi(base, ambiente, async () => {
    await avviata?.close();
  });
};

/** State of a debt, asked until it is the expected one. */
export const attendiStato = async (macchina: Macchina, idPendenza: string, atteso: string): Promise<unknown> =>
  attendi(`pendenza ${idPendenza} ${atteso}`, async () => {
    const { corpo } = await chiama(`${macchina.api.pendenze}/pendenze/${macchina.applicazione.idA2A}/${idPendenza}`, {
      chi: macchina.applicazione,
      atteso: 200,
      muta: true,
    });
    return campo(corpo, "stato") === atteso ? corpo : undefined;
  });
