/** What an answer that is a file looks like: how one of its type begins, or the whole of it where its form is ours and no schema tells it. */

export interface EsempioFile {
  readonly summary: string;
  readonly value: unknown;
}

const XML: EsempioFile = { summary: "Il documento XML, byte per byte", value: '<?xml version="1.0" encoding="UTF-8"?>…' };

/** By media type. Of bytes that are not text only the beginning can be written here. */
const FILE: Readonly<Record<string, EsempioFile>> = {
  "application/pdf": { summary: "Il file PDF, byte per byte: comincia così", value: "%PDF-1.3" },
  "application/zip": { summary: "L'archivio ZIP, byte per byte: comincia così", value: "PK\u0003\u0004" },
  "application/octet-stream": { summary: "Il file come fu caricato, byte per byte; il tipo è nell'intestazione Content-Type", value: "…" },
  "application/xml": XML,
  "text/xml": XML,
  "text/csv": { summary: "La prima riga dice le colonne, separate da punto e virgola", value: "colonna1;colonna2\r\nvalore1;valore2\r\n" },
  "text/html": { summary: "La pagina da mostrare", value: "<!doctype html>…" },
  "image/png": { summary: "L'immagine PNG, byte per byte: comincia così", value: "\u0089PNG" },
  "image/jpeg": { summary: "L'immagine JPEG, byte per byte: comincia così", value: "\u00ff\u00d8\u00ff" },
  "image/svg+xml": { summary: "L'immagine SVG", value: '<svg xmlns="http://www.w3.org/2000/svg">…</svg>' },
  "application/x-www-form-urlencoded": { summary: "Senza corpo: l'indirizzo è nell'intestazione Location", value: "" },
};

const RIGA = { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" };
const TRACCIATO = { idTracciato: "tari-2026", idDominio: "01234567897" };
const PENDENZA = {
  ...RIGA,
  idDominio: "01234567897",
  idTipoPendenza: "TARI",
  causale: "TARI 2026",
  soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  importo: 100.5,
  voci: [{ idVocePendenza: "1", importo: 100.5, descrizione: "TARI", codEntrata: "TARI" }],
};
const ESITO = { ...RIGA, tipoOperazione: "ADD", stato: "ESEGUITO", esito: "ADD_OK", descrizioneEsito: "", numero: 1 };

/** The JSON files of a bulk load (docs/tracciati.md), by operation. */
const TRACCIATI: Readonly<Record<string, EsempioFile>> = {
  getRichiestaTracciato: { summary: "Il tracciato come fu caricato", value: { ...TRACCIATO, inserimenti: [PENDENZA], annullamenti: [] } },
  getEsitoTracciato: {
    summary: "Una riga per operazione",
    value: {
      ...TRACCIATO,
      inserimenti: [{ ...ESITO, dati: { idDominio: "01234567897", numeroAvviso: "301000000000000133" } }],
      annullamenti: [],
    },
  },
  getScartiTracciato: {
    summary: "Le operazioni rifiutate, da correggere e ricaricare",
    value: { ...TRACCIATO, inserimenti: [], annullamenti: [{ ...RIGA, motivoAnnullamento: "Emessa per errore" }] },
  },
};

/** Name under which the document keeps the example of a file, and the example; undefined for a type that nobody has described. */
export function exampleOf(id: string, tipo: string): readonly [string, EsempioFile] | undefined {
  const tracciato = tipo === "application/json" ? TRACCIATI[id] : undefined;
  if (tracciato) return [id, tracciato];
  const file = FILE[tipo];
  return file && [tipo.replace(/\W+/g, "-"), file];
}
