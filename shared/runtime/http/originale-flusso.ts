/** Settlement flows as documents over HTTP: the upload, which may be compressed, and the download. */
import { gunzipSync } from "node:zlib";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { addFlusso } from "../../usecases/rendicontazioni/add-flusso.ts";
import type { FlussoDiDominio } from "../../usecases/rendicontazioni/get-flusso.ts";
import type { getOriginaleFlusso } from "../../usecases/rendicontazioni/get-originale-flusso.ts";
import { readFileCaricato } from "./file-caricato.ts";
import { massimoRighe, replyRiversamento } from "./flusso.ts";
import { type CorpoGrezzo, file, refuse, reply } from "./richiesta.ts";

const XML = "application/xml";
/** About 35,000 rows. */
const MASSIMO_BYTE = 15 * 1024 * 1024;
const GZIP = [0x1f, 0x8b];

const expand = (contenuto: Uint8Array): Esito<Uint8Array> => {
  if (contenuto.length === 0) return ko("corpo: il file è vuoto");
  if (!GZIP.every((byte, posto) => contenuto[posto] === byte)) return ok(contenuto);
  try {
    return ok(gunzipSync(contenuto, { maxOutputLength: MASSIMO_BYTE }));
  } catch {
    return ko("corpo: gzip non valido, o file oltre 15 MB una volta espanso");
  }
};

interface Caricamento {
  readonly body: CorpoGrezzo;
  readonly query: { readonly idDominio: string };
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

export const uploadFlusso = async (add: ReturnType<typeof addFlusso>, { body, query, chiamante, traccia }: Caricamento) => {
  const letto = readFileCaricato(body);
  const espanso = letto.ok ? expand(letto.valore.contenuto) : letto;
  if (!espanso.ok) return refuse({ codice: "SINTASSI", dettaglio: espanso.errore } as const);
  const esito = await add(query.idDominio, espanso.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { idDominio, idFlusso, idPsp, testata, nuovo } = esito.valore;
  return reply(nuovo ? 201 : 200, {
    ...{ idDominio, idFlusso, idPsp, trn: testata.trn, dataRegolamento: testata.dataRegolamento },
    dataOraFlusso: toIsoRoma(testata.dataFlusso),
    numeroPagamenti: testata.numeroPagamenti,
    importoTotale: toNumeroJson(testata.importoTotale),
  });
};

export const downloadFlusso = async (get: ReturnType<typeof getOriginaleFlusso>, richiesto: FlussoDiDominio, chiamante: Chiamante) => {
  const esito = await get(richiesto, massimoRighe(XML), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const originale = esito.valore;
  switch (originale.tipo) {
    case "altrove":
      return reply(303, undefined, { location: originale.url });
    case "documento":
      return reply(200, file(XML, originale.contenuto, originale.nome));
    case "da-scrivere":
      return replyRiversamento(originale.dettaglio);
  }
};
