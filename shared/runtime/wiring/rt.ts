/** The receipt of an attempt, served alike by every API that has attempts. The printer is loaded at the first print. */
import { createGetRt, type FormaRt } from "../../usecases/pagamenti/get-rt.ts";
import { file } from "../http/richiesta.ts";
import { porteLettura } from "./letture-pendenze.ts";
import { originali } from "./originali.ts";
import { stampaRicevuta } from "./stampa-ricevuta.ts";

export const getRt = createGetRt({ ...porteLettura, originali, stampaRicevuta });

const FORME: Readonly<Record<string, FormaRt>> = { "application/json": "dati", "application/pdf": "stampa" };

/** What is not data nor printed is the original, in the media type that was asked. */
export const formaDi = (accept: string): FormaRt => FORME[accept] ?? "originale";

/** Name under which a browser saves what it gets. */
export const fileRt = (accept: string, contenuto: string | Uint8Array, { iuv }: { readonly iuv: string }) =>
  accept === "application/pdf" ? file(accept, contenuto, `ricevuta_${iuv}.pdf`) : file(accept, contenuto);
