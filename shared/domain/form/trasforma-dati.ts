/** From the data of a form to the JSON of a debt, by the template of the debt type: ours (docs/adr/0008), or the part of FreeMarker that forms use (docs/adr/0020). */
import { type Esito, ko, ok } from "../esito.ts";
import { ErroreModello } from "../tracciati/espressioni/funzioni.ts";
import { Compilatore, isOggetto, TIPO_MODELLO } from "../tracciati/formati/modello.ts";
import { giornoDi } from "../valori/date.ts";
import type { ContestoForm } from "./contesto-form.ts";
import { type DatiForm, datoDi } from "./dati-form.ts";
import { executeFreemarker, TIPO_FREEMARKER, withImportiNumerici } from "./freemarker/esegui.ts";

/** `modello`: the template cannot be executed. `risultato`: what it gave is not JSON. */
export interface TrasformazioneFallita {
  readonly causa: "modello" | "risultato";
  readonly dettaglio: string;
}

const MODELLO_MASSIMO = 256 * 1024;

const decodeBase64 = (testo: string): string | undefined => {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(testo)) return undefined;
  try {
    const byte = Uint8Array.from(atob(testo), (carattere) => carattere.codePointAt(0) ?? 0);
    return new TextDecoder("utf-8", { fatal: true }).decode(byte);
  } catch {
    return undefined;
  }
};

/** The template as text: base64 as GovPay writes it, or as it is. */
export const testoModello = (definizione: unknown): string => {
  if (typeof definizione !== "string") return JSON.stringify(definizione) ?? "";
  return decodeBase64(definizione) ?? definizione;
};

const parse = (testo: string): unknown => {
  try {
    return JSON.parse(testo);
  } catch {
    return undefined;
  }
};

const fill = (testo: string, dati: DatiForm, { unita, ...contesto }: ContestoForm): unknown => {
  const definizione = parse(testo);
  if (!isOggetto(definizione)) throw new ErroreModello("il modello deve essere un oggetto JSON con la forma della pendenza");
  const costruisci = new Compilatore("form").compile(definizione, "", 0);
  const { idDominio, idTipoPendenza, adesso, transactionId } = contesto;
  const nomi = { idDominio, idTipoPendenza, transactionId, oggi: giornoDi(adesso), idUnitaOperativa: unita?.idUnita };
  return costruisci({ valori: [], contesto: nomi, dato: datoDi(dati) });
};

/** @returns the JSON of the debt; or, in Italian, what is wrong with the template. */
export const transformDati = (
  { tipo, definizione }: { readonly tipo: string; readonly definizione: unknown },
  dati: DatiForm,
  contesto: ContestoForm,
): Esito<unknown, TrasformazioneFallita> => {
  const testo = testoModello(definizione);
  const rotto = (dettaglio: string) => ko({ causa: "modello", dettaglio } as const);
  if (testo.length > MODELLO_MASSIMO) return rotto(`modello di oltre ${MODELLO_MASSIMO / 1024} kB`);
  try {
    switch (tipo.toLowerCase()) {
      case TIPO_MODELLO:
        return ok(fill(testo, dati, contesto));
      case TIPO_FREEMARKER: {
        const json = parse(executeFreemarker(testo, dati, contesto));
        return json === undefined ? ko({ causa: "risultato", dettaglio: "il modello non produce JSON" }) : ok(withImportiNumerici(json));
      }
      default:
        return rotto(`tipo ${tipo.slice(0, 35)} non previsto: ammessi ${TIPO_MODELLO} e ${TIPO_FREEMARKER}`);
    }
  } catch (errore) {
    if (errore instanceof ErroreModello) return rotto(errore.message);
    throw errore;
  }
};
