/** How the seed is written: steps over HTTP, a row of one function at a time, rows together. */
import { attendi } from "./comune/guasti.ts";
import { AMMINISTRATORE, basic } from "./credenziali.ts";

export interface Passo {
  readonly percorso: string;
  readonly metodo?: "PATCH";
  readonly corpo: Record<string, unknown> | readonly unknown[];
  /** A step that an installation may not offer yet: 404 and 405 are not errors. */
  readonly facoltativo?: boolean;
}

export type Fila = readonly Passo[];

const ATTESA_MS = 30_000;
const TENTATIVI = 6;
const PAUSA_MS = 500;
/** Rows at a time, on a machine with few cores. */
const MANI = 3;

const put = async (baseUrl: string, passo: Passo): Promise<string | undefined> => {
  const risposta = await fetch(`${baseUrl}/backoffice/v1${passo.percorso}`, {
    method: passo.metodo ?? "PUT",
    headers: { authorization: basic(AMMINISTRATORE), "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(passo.corpo),
    signal: AbortSignal.timeout(ATTESA_MS),
  });
  const testo = await risposta.text();
  if (risposta.ok || (passo.facoltativo === true && (risposta.status === 404 || risposta.status === 405))) return undefined;
  const rifiuto = `${passo.metodo ?? "PUT"} /backoffice/v1${passo.percorso} ha risposto ${risposta.status}: ${testo.slice(0, 500)}`;
  if (risposta.status < 500) throw new Error(`Anagrafica dimostrativa: ${rifiuto}`);
  return rifiuto;
};

/** A function that starts cold on a busy machine may run out of its time: a PUT can always be repeated. */
const putConPazienza = async (baseUrl: string, passo: Passo): Promise<void> => {
  let rifiuto: string | undefined;
  for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
    rifiuto = await put(baseUrl, passo);
    if (rifiuto === undefined) return;
    await attendi(tentativo * PAUSA_MS);
  }
  throw new Error(`Anagrafica dimostrativa: ${rifiuto}`);
};

export const runOndate = async (baseUrl: string, ondate: readonly (readonly Fila[])[]): Promise<void> => {
  for (const ondata of ondate) {
    const file = [...ondata];
    const mano = async (): Promise<void> => {
      for (let fila = file.shift(); fila !== undefined; fila = file.shift()) {
        for (const passo of fila) await putConPazienza(baseUrl, passo);
      }
    };
    await Promise.all(Array.from({ length: MANI }, mano));
  }
};
