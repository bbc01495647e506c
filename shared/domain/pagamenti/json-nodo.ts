/** A message of the Node as JSON with the shape of its XML (ctPaymentPA, ctReceipt): what GovPay's APIs expose as `rpt.json` and `rt.json`. */
import { fromNumeroJson, toNumeroJson } from "../valori/importo.ts";

/** Lists that in the XML are a wrapper around a repeated element. */
const ELEMENTO_RIPETUTO: Readonly<Record<string, string>> = { transferList: "transfer", metadata: "mapEntry" };

/** Amounts: `...Amount` in paForNode, `importo...` in the RPT of the legacy family. */
const IMPORTO = /Amount$|^importo/;

const convert = (valore: unknown): unknown => {
  if (typeof valore === "bigint") return toNumeroJson(valore);
  if (Array.isArray(valore)) return valore.map(convert);
  return typeof valore === "object" && valore !== null ? toJsonNodo(valore) : valore;
};

/** Amounts become numbers in euro; lists go back under the name of their element. */
export const toJsonNodo = (messaggio: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(messaggio).map(([campo, valore]: [string, unknown]) => {
      const ripetuto = Array.isArray(valore) ? ELEMENTO_RIPETUTO[campo] : undefined;
      return [campo, ripetuto === undefined ? convert(valore) : { [ripetuto]: convert(valore) }];
    }),
  );

const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

const restore = (campo: string, valore: unknown): unknown => {
  const ripetuto = ELEMENTO_RIPETUTO[campo];
  if (ripetuto !== undefined && isOggetto(valore)) return restore(ripetuto, valore[ripetuto]);
  if (Array.isArray(valore)) return valore.map((elemento) => restore(campo, elemento));
  if (isOggetto(valore)) return restoreCampi(valore);
  if (typeof valore !== "number" || !IMPORTO.test(campo)) return valore;
  const importo = fromNumeroJson(valore, campo);
  if (!importo.ok) throw new RangeError(importo.errore);
  return importo.valore;
};

const restoreCampi = (json: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(json).map(([campo, valore]) => [campo, restore(campo, valore)]));

/**
 * Back from `toJsonNodo`, for the messages whose amounts can be told by their names (those of an activation, the RPT): cents, lists without their wrapper.
 * `T` is the type of the message that was written.
 */
export const fromJsonNodo = <T extends object>(json: Readonly<Record<string, unknown>>): T => restoreCampi(json) as T;
