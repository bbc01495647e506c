/** What the journal keeps of each interface (reference 2.15): whether an exchange is written, and whether with its messages. */
import { mascheraturaOf } from "../giornale/mascheratura.ts";
import type { ValoreSezione } from "./sezioni.ts";

export const INTERFACCE = [
  "apiEnte",
  "apiPagamento",
  "apiRagioneria",
  "apiBackoffice",
  "apiPagoPA",
  "apiPendenze",
  "apiBackendIO",
  "apiMaggioliJPPA",
] as const;
export type Interfaccia = (typeof INTERFACCE)[number];

export const QUANDO = ["sempre", "mai", "solo errore"] as const;
export type Quando = (typeof QUANDO)[number];

export interface PolicyGiornale {
  readonly log: Quando;
  readonly dump: Quando;
}

export interface PolicyInterfaccia {
  readonly letture: PolicyGiornale;
  readonly scritture: PolicyGiornale;
}

const TUTTO: PolicyGiornale = { log: "sempre", dump: "sempre" };
const NIENTE: PolicyGiornale = { log: "mai", dump: "mai" };
const CON_ERRORI: PolicyGiornale = { log: "sempre", dump: "solo errore" };
const SOLO_SCRITTURE: PolicyInterfaccia = { letture: NIENTE, scritture: CON_ERRORI };

export const POLICY_PREDEFINITE: Readonly<Record<Interfaccia, PolicyInterfaccia>> = {
  apiEnte: { letture: CON_ERRORI, scritture: CON_ERRORI },
  apiPagamento: SOLO_SCRITTURE,
  apiRagioneria: SOLO_SCRITTURE,
  apiBackoffice: { letture: NIENTE, scritture: TUTTO },
  apiPagoPA: { letture: TUTTO, scritture: TUTTO },
  apiPendenze: SOLO_SCRITTURE,
  apiBackendIO: { letture: TUTTO, scritture: TUTTO },
  apiMaggioliJPPA: { letture: TUTTO, scritture: TUTTO },
};

const fieldOf = (valore: unknown, campo: string): unknown =>
  typeof valore === "object" && valore !== null && Object.hasOwn(valore, campo) ? Reflect.get(valore, campo) : undefined;

const readQuando = (valore: unknown, predefinito: Quando): Quando => QUANDO.find((noto) => noto === valore) ?? predefinito;

/** @param sezione `giornaleEventi` as stored; what it does not say, or says badly, is the default: the journal never fails for its own policy. */
export const policyOf = (sezione: ValoreSezione | undefined, interfaccia: Interfaccia, verso: keyof PolicyInterfaccia): PolicyGiornale => {
  const predefinita = POLICY_PREDEFINITE[interfaccia][verso];
  const scelta = fieldOf(fieldOf(fieldOf(sezione, "interfacce"), interfaccia), verso);
  return { log: readQuando(fieldOf(scelta, "log"), predefinita.log), dump: readQuando(fieldOf(scelta, "dump"), predefinita.dump) };
};

export const applies = (quando: Quando, isErrore: boolean): boolean => quando === "sempre" || (quando === "solo errore" && isErrore);

/** The whole section, each interface with what holds for it: what is read back of it. */
export const completePolicy = (sezione: ValoreSezione | undefined) => ({
  interfacce: Object.fromEntries(
    INTERFACCE.map((interfaccia) => [
      interfaccia,
      { letture: policyOf(sezione, interfaccia, "letture"), scritture: policyOf(sezione, interfaccia, "scritture") },
    ]),
  ),
  mascheratura: mascheraturaOf(sezione),
});
