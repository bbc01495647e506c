/**
 * The secrets with which this application checks the webhooks that it receives: that of its own subscription, made as an administrator would, and those that a person has
 * pasted for subscriptions of its own that point here.
 */
import * as z from "zod";
import type { Contesto } from "../contesto.ts";
import { AMMINISTRATORE, basic } from "../credenziali.ts";
import { CREDITORI } from "../seed-dati.ts";

/** The subscription of the demonstration machine. */
export const ABBONAMENTO = "sandbox";
const ATTESA_MS = 10_000;

interface Segreto {
  readonly segreti: readonly string[];
  /** Where our own subscription has been told to call. */
  readonly url?: string;
}

export interface Segreti {
  of(idAbbonamento: string): readonly string[];
  /** Beside those already known: while a secret changes both sign. */
  add(idAbbonamento: string, segreto: string): void;
  /** Makes our own subscription, unless it is already made for this address. Errors of the gateway are for the next time. */
  subscribe(): Promise<void>;
}

const MASSIMI_SEGRETI = 2;
const Risposta = z.object({ segreto: z.string().optional() });

const call = async (base: string, metodo: string, percorso: string, corpo: object): Promise<string | undefined> => {
  const risposta = await fetch(`${base}${percorso}`, {
    ...{ method: metodo, body: JSON.stringify(corpo), signal: AbortSignal.timeout(ATTESA_MS) },
    headers: { authorization: basic(AMMINISTRATORE), "content-type": "application/json" },
  });
  const testo = await risposta.text();
  if (!risposta.ok) throw new Error(`${metodo} ${percorso}: ${risposta.status}`);
  return Risposta.parse(JSON.parse(testo)).segreto;
};

export const createSegreti = ({ archivio, macchina }: Contesto): Segreti => {
  const raccolta = archivio.raccolta<Segreto>("callback/segreti");
  const of = (idAbbonamento: string): readonly string[] => raccolta.get(idAbbonamento)?.segreti ?? [];
  const add = (idAbbonamento: string, segreto: string): void =>
    raccolta.put(idAbbonamento, { ...raccolta.get(idAbbonamento), segreti: [segreto, ...of(idAbbonamento)].slice(0, MASSIMI_SEGRETI) });
  return {
    of,
    add,
    subscribe: async () => {
      const url = `${macchina.baseUrl}/sandbox/callback/webhook/${ABBONAMENTO}`;
      const noto = raccolta.get(ABBONAMENTO);
      if (noto?.url === url) return;
      const base = `${macchina.baseUrl}/backoffice/v1/domini/${CREDITORI[0]?.idDominio}/abbonamenti/${ABBONAMENTO}`;
      const nuovo = await call(base, "PUT", "", { url, descrizione: "Le chiamate a /sandbox/callback" });
      // Made by a run of which nothing is left here: its secret is not shown twice.
      const segreto = nuovo ?? (noto === undefined ? await call(base, "POST", "/azioni", { azione: "RUOTA_SEGRETO" }) : undefined);
      if (segreto !== undefined) add(ABBONAMENTO, segreto);
      raccolta.put(ABBONAMENTO, { segreti: of(ABBONAMENTO), url });
    },
  };
};
