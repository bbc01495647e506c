/** A file of a batch as an answer: its bytes, or the address of the bucket when it is too large for one. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { createGetFile, FileTracciato } from "../../usecases/tracciati/find-tracciati.ts";
import { file, refuse, reply } from "../http/richiesta.ts";

const ZIP = /\.zip$/i;

export const downloadFile = async (get: ReturnType<typeof createGetFile>, id: string, quale: FileTracciato, chiamante: Chiamante) => {
  const esito = await get(id, quale, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const scaricato = esito.valore;
  if ("url" in scaricato) return reply(303, undefined, { location: scaricato.url });
  const tipo = scaricato.json ? "application/json" : ZIP.test(scaricato.nome) ? "application/zip" : "text/csv; charset=utf-8";
  return reply(200, file(tipo, scaricato.contenuto, scaricato.nome));
};
