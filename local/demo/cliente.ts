/** HTTP of the demonstration: plain fetch, as any integrator would, with the exchange shown. */
import { Differenza, filo } from "./narratore.ts";

export type Oggetto = { readonly [campo: string]: unknown };

export interface Risposta {
  readonly status: number;
  readonly corpo: Oggetto;
  readonly testo: string;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export interface Credenziali {
  readonly username: string;
  readonly password: string;
}

export interface Chiamata {
  readonly metodo?: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  readonly chi?: Credenziali;
  readonly corpo?: unknown;
  readonly accept?: string;
  readonly atteso: number;
  /** Many equal calls are not worth a line each. */
  readonly muta?: boolean;
}

export const campo = (oggetto: unknown, ...percorso: readonly (string | number)[]): unknown => {
  let valore = oggetto;
  for (const passo of percorso)
    valore = typeof valore === "object" && valore !== null ? (valore as Record<string | number, unknown>)[passo] : undefined;
  return valore;
};

export const testoDi = (oggetto: unknown, ...percorso: readonly (string | number)[]): string => {
  const valore = campo(oggetto, ...percorso);
  if (typeof valore !== "string") throw new Differenza(`manca il testo ${percorso.join(".")} in ${JSON.stringify(oggetto).slice(0, 300)}`);
  return valore;
};

export const numeroDi = (oggetto: unknown, ...percorso: readonly (string | number)[]): number => {
  const valore = campo(oggetto, ...percorso);
  if (typeof valore !== "number") throw new Differenza(`manca il numero ${percorso.join(".")} in ${JSON.stringify(oggetto).slice(0, 300)}`);
  return valore;
};

export const elencoDi = (oggetto: unknown, ...percorso: readonly (string | number)[]): readonly Oggetto[] => {
  const valore = campo(oggetto, ...percorso);
  if (!Array.isArray(valore)) throw new Differenza(`manca l'elenco ${percorso.join(".")} in ${JSON.stringify(oggetto).slice(0, 300)}`);
  return valore;
};

export const chiama = async (
  url: string,
  { metodo = "GET", chi, corpo, accept = "application/json", atteso, muta = false }: Chiamata,
): Promise<Risposta> => {
  const inizio = performance.now();
  const risposta = await fetch(url, {
    method: metodo,
    redirect: "manual",
    headers: {
      accept,
      ...(corpo !== undefined && { "content-type": "application/json" }),
      ...(chi && { authorization: `Basic ${Buffer.from(`${chi.username}:${chi.password}`).toString("base64")}` }),
    },
    ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
    signal: AbortSignal.timeout(300_000),
  });
  const bytes = new Uint8Array(await risposta.arrayBuffer());
  const testo = Buffer.from(bytes).toString("utf8");
  const isJson = risposta.headers.get("content-type")?.includes("json") === true && testo !== "";
  if (!muta)
    filo(`${metodo} ${new URL(url).pathname}${new URL(url).search} → ${risposta.status} (${Math.round(performance.now() - inizio)} ms)`);
  if (risposta.status !== atteso)
    throw new Differenza(`${metodo} ${url}: stato ${risposta.status}, atteso ${atteso}: ${testo.slice(0, 600)}`);
  return { status: risposta.status, corpo: isJson ? JSON.parse(testo) : {}, testo, bytes, headers: risposta.headers };
};

/** Asks again until it holds: what happens after an acknowledgement takes a moment. */
export const attendi = async <T>(cosa: string, prova: () => Promise<T | undefined>, secondi = 120): Promise<T> => {
  const fine = performance.now() + secondi * 1000;
  for (;;) {
    const valore = await prova();
    if (valore !== undefined) return valore;
    if (performance.now() > fine) throw new Differenza(`${cosa}: non è successo entro ${secondi} secondi`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};

/** A few at a time, in order of answer. */
export const inParallelo = async <T, R>(
  elementi: readonly T[],
  quanti: number,
  fai: (elemento: T, indice: number) => Promise<R>,
): Promise<R[]> => {
  const esiti: R[] = [];
  let prossimo = 0;
  await Promise.all(
    Array.from({ length: quanti }, async () => {
      for (let i = prossimo++; i < elementi.length; i = prossimo++) {
        const elemento = elementi[i];
        if (elemento !== undefined) esiti[i] = await fai(elemento, i);
      }
    }),
  );
  return esiti;
};
