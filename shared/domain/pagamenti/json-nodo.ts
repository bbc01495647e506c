/** A message of the Node as JSON with the shape of its XML (ctPaymentPA, ctReceipt): what GovPay's APIs expose as `rpt.json` and `rt.json`. */
import { toNumeroJson } from "../valori/importo.ts";

/** Lists that in the XML are a wrapper around a repeated element. */
const ELEMENTO_RIPETUTO: Readonly<Record<string, string>> = { transferList: "transfer", metadata: "mapEntry" };

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
