/** What the configuration says of SEND for one creditor. */
import type { ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import { VALIDITA_PREZZO_MINUTI } from "../../domain/pendenze/costo-notifica.ts";
import type { DomandaPrezzo } from "../../ports/send.ts";

interface Impostazioni extends Pick<DomandaPrezzo, "url" | "apiKey"> {
  readonly validitaMinuti: number;
}

const campiDi = (valore: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof valore === "object" && valore !== null ? Object.entries(valore) : []);

/** Where SEND is, and the key of this creditor; undefined where it is not used. */
export const findImpostazioniSend = (sezione: ValoreSezione | undefined, idDominio: string): Impostazioni | undefined => {
  const [url, enti, validitaMinuti] = [sezione?.["url"], sezione?.["enti"], sezione?.["validitaMinuti"]];
  if (sezione?.["abilitato"] !== true || typeof url !== "string" || !Array.isArray(enti)) return undefined;
  const elenco: readonly unknown[] = enti;
  const ente = elenco.map(campiDi).find((uno) => uno.get("idDominio") === idDominio);
  const apiKey = ente?.get("segreto");
  if (typeof apiKey !== "string") return undefined;
  return { url, apiKey, validitaMinuti: typeof validitaMinuti === "number" ? validitaMinuti : VALIDITA_PREZZO_MINUTI };
};
