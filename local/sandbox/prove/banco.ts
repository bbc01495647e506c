/** Bench for the sandbox's tests: a gateway that answers, a clock that can be pushed and the sandbox mounted beside it on one port. */

import { dispatch } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import { createContesto } from "../contesto.ts";
import { createParti, PREFISSI } from "../parti.ts";
import { CREDITORI } from "../seed-dati.ts";
import { type GatewayFinto, startGatewayFinto } from "./gateway-finto.ts";

export interface Banco {
  readonly gateway: GatewayFinto;
  readonly contesto: Contesto;
  readonly parti: ReturnType<typeof createParti>;
  /** Moves the clock of the bench. */
  avanza(ms: number): void;
  chiedi(metodo: string, percorso: string, corpo?: unknown, intestazioni?: Record<string, string>): Promise<Response>;
  /** Same, reading JSON. */
  json(
    metodo: string,
    percorso: string,
    corpo?: unknown,
    intestazioni?: Record<string, string>,
  ): Promise<{ stato: number; corpo: Oggetto }>;
  close(): Promise<void>;
}

// What a test reads out of an answer: deliberately loose, the assertion says what is expected.
export interface Oggetto {
  readonly [campo: string]: Oggetto;
}

export const PRIMO = "2026-03-02T09:00:00.000Z";
export const COMUNE = CREDITORI[0]?.idDominio ?? "";
export const UNIONE = CREDITORI[1]?.idDominio ?? "";
export const IBAN_COMUNE = CREDITORI[0]?.conti[0]?.iban ?? "";
export const IBAN_POSTALE = CREDITORI[0]?.conti[1]?.iban ?? "";
export const IBAN_UNIONE = CREDITORI[1]?.conti[0]?.iban ?? "";

/** The nth notice number of the bench. */
export const avviso = (numero: number): string => `301${numero.toString().padStart(15, "0")}`;

export const openBanco = async (): Promise<Banco> => {
  const gateway = await startGatewayFinto();
  let ora = Date.parse(PRIMO);
  const contesto = createContesto({ baseUrl: gateway.baseUrl, clock: { now: () => ora } }, ":memory:");
  const parti = createParti(contesto);
  gateway.altri = dispatch(parti.rotte, PREFISSI);
  const chiedi: Banco["chiedi"] = (metodo, percorso, corpo, intestazioni) =>
    fetch(`${gateway.baseUrl}${percorso}`, {
      method: metodo,
      redirect: "manual",
      headers: { "content-type": "application/json", ...intestazioni },
      ...(corpo === undefined ? {} : { body: typeof corpo === "string" ? corpo : JSON.stringify(corpo) }),
    });
  return {
    gateway,
    contesto,
    parti,
    avanza: (ms) => {
      ora += ms;
    },
    chiedi,
    json: async (...chiesto) => {
      const risposta = await chiedi(...chiesto);
      return { stato: risposta.status, corpo: JSON.parse(await risposta.text()) };
    },
    close: async () => {
      await gateway.close();
      contesto.archivio.close();
    },
  };
};

/** Puts a payable notice with one transfer to an account of the first creditor. */
export const addAvviso = (banco: Banco, numero: number, importo: bigint, iban = IBAN_COMUNE): string => {
  const numeroAvviso = avviso(numero);
  banco.gateway.avvisi.set(`${COMUNE}/${numeroAvviso}`, { importo, trasferimenti: [{ idDominio: COMUNE, iban, importo }] });
  return numeroAvviso;
};
