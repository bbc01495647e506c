/** From the body of an upload to the use case, and its answer; and the files of a loading as answers. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { presentCaricamentoIndex } from "../../presenters/riconciliazione/tesoreria.ts";
import type { CodiceNuovoCaricamento, createAddCaricamento, NuovoCaricamento } from "../../usecases/tesoreria/add-caricamento.ts";
import type { createGetFileCaricamento } from "../../usecases/tesoreria/find-tesoreria.ts";
import { readFileCaricato } from "../http/file-caricato.ts";
import { type CorpoGrezzo, file, refuse, reply } from "../http/richiesta.ts";

interface Richiesta {
  readonly body: CorpoGrezzo;
  readonly query: Omit<NuovoCaricamento, "nomeFile"> & { readonly nomeFile?: string };
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

const NOME_PREDEFINITO = "tesoreria";

export const uploadTesoreria = async (add: ReturnType<typeof createAddCaricamento>, { body, query, chiamante, traccia }: Richiesta) => {
  const letto = readFileCaricato(body);
  if (!letto.ok) return refuse({ codice: "SINTASSI", dettaglio: letto.errore } as const);
  const { contenuto, nome } = letto.valore;
  if (contenuto.length === 0) return refuse({ codice: "SINTASSI", dettaglio: "corpo: il file è vuoto" } as const);
  const nomeFile = (query.nomeFile ?? nome ?? NOME_PREDEFINITO).replace(/[^\p{L}\p{N} ._()-]/gu, "_");
  const esito = await add({ ...query, nomeFile }, contenuto, chiamante, traccia);
  if (!esito.ok) return refuse<CodiceNuovoCaricamento>(esito.errore);
  return reply(esito.valore.nuovo ? 201 : 200, presentCaricamentoIndex(esito.valore.caricamento));
};

type GetFile = ReturnType<typeof createGetFileCaricamento>;

/** The bytes, or the address of the bucket when they are too many for an answer. */
export const downloadScarti = async (get: GetFile, id: string, chiamante: Chiamante) => {
  const esito = await get(id, "scarti", chiamante);
  if (!esito.ok) return refuse(esito.errore);
  if ("url" in esito.valore) return reply(303, undefined, { location: esito.valore.url });
  return reply(200, file("text/csv; charset=utf-8", esito.valore.contenuto, esito.valore.nome));
};

export const downloadOriginale = async (get: GetFile, id: string, chiamante: Chiamante) => {
  const esito = await get(id, "originale", chiamante);
  if (!esito.ok) return refuse(esito.errore);
  if ("url" in esito.valore) return reply(303, undefined, { location: esito.valore.url });
  return reply(200, file("application/octet-stream", esito.valore.contenuto, esito.valore.nome));
};
