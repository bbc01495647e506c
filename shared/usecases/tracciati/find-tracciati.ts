/** Bulk batches as they are looked at: list, detail, rows one by one, and the files that go with them. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { chiaviTracciato, type EsitoRiga, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Tracciati } from "../../ports/tracciati.ts";
import { seesTracciato } from "./ambito.ts";
import { readEsiti } from "./esiti.ts";

type NonTrovato = Rifiuto<"NON_TROVATO">;

export const createFindTracciati =
  ({ tracciati }: { readonly tracciati: Tracciati }) =>
  (
    filtri: { readonly idDominio?: string; readonly stati?: readonly string[] },
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Pagina<Tracciato>> =>
    tracciati.find(
      {
        ...filtri,
        ...(chiamante.tipo === "applicazione" && { idA2A: chiamante.idA2A ?? "" }),
        domini: chiamante.domini === "*" ? "*" : chiamante.domini.map(({ idDominio }) => idDominio),
      },
      pagina,
    );

const loadTracciato = async (tracciati: Tracciati, id: string, chiamante: Chiamante): Promise<Esito<Tracciato, NonTrovato>> => {
  const tracciato = await tracciati.get(id);
  return tracciato && seesTracciato(chiamante, tracciato) ? ok(tracciato) : rifiuto("NON_TROVATO", `tracciato ${id} non trovato`);
};

export const createGetTracciato =
  ({ tracciati }: { readonly tracciati: Tracciati }) =>
  (id: string, chiamante: Chiamante): Promise<Esito<Tracciato, NonTrovato>> =>
    loadTracciato(tracciati, id, chiamante);

/** Stages of 500 rows, fewer where a debt is repeated: a page of rows touches few of them. */
const TAPPE_MASSIME = 50_000;

/** The cursor is the row that the page ended on. */
const rigaDi = (cursore: string): number => (/^\d{1,12}$/.test(cursore) ? Number(cursore) : 0);

/** Rows in the order of the file. Requests: the stages of the batch in one query, then an object for each stage touched. */
export const createFindOperazioni =
  ({ tracciati, oggetti }: { readonly tracciati: Tracciati; readonly oggetti: Oggetti }) =>
  async (id: string, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Esito<Pagina<EsitoRiga>, NonTrovato>> => {
    const trovato = await loadTracciato(tracciati, id, chiamante);
    if (!trovato.ok) return trovato;
    const { righeLette } = trovato.valore;
    const da = pagina.cursore === undefined ? pagina.salta : rigaDi(pagina.cursore);
    const a = da + pagina.limite;
    const tappe = pagina.limite === 0 ? [] : await tracciati.findTappe(id, 0, TAPPE_MASSIME);
    const righe: EsitoRiga[] = [];
    for (const { numero, primaRiga, righe: quante } of tappe)
      if (primaRiga + quante > da + 1 && primaRiga <= a) righe.push(...(await readEsiti(oggetti, id, numero)));
    return ok({
      elementi: righe.filter(({ numero }) => numero > da && numero <= a),
      ...(pagina.totale && { totale: righeLette }),
      ...(a < righeLette && pagina.limite > 0 && { cursore: String(a) }),
    });
  };

export type FileTracciato = "richiesta" | "esito" | "scarti" | "stampe";

/** What the API's answer can carry; above it the caller is sent to the bucket. */
const INTERO_MASSIMO_BYTE = 4 * 1_000_000;
const LINK_SECONDI = 300;

const nomeFileDi = ({ nomeFile, id }: Tracciato, file: FileTracciato): string => {
  const punto = nomeFile.lastIndexOf(".");
  const base = punto > 0 ? nomeFile.slice(0, punto) : nomeFile || id;
  const estensione = file === "stampe" ? ".zip" : punto > 0 && file === "richiesta" ? nomeFile.slice(punto) : ".csv";
  return file === "richiesta" ? nomeFile : `${base}_${file}${estensione}`;
};

export type Scaricato =
  | { readonly nome: string; readonly contenuto: Uint8Array; readonly json: boolean }
  | { readonly nome: string; readonly url: string };

export const createGetFile =
  ({ tracciati, oggetti }: { readonly tracciati: Tracciati; readonly oggetti: Oggetti }) =>
  async (id: string, file: FileTracciato, chiamante: Chiamante): Promise<Esito<Scaricato, NonTrovato>> => {
    const trovato = await loadTracciato(tracciati, id, chiamante);
    if (!trovato.ok) return trovato;
    const chiave = chiaviTracciato[file](id);
    const dimensione = await oggetti.size(chiave);
    if (dimensione === undefined)
      return rifiuto("NON_TROVATO", `tracciato ${id}: ${file} non disponibile, lo stato è ${trovato.valore.stato}`);
    const json = trovato.valore.tipo === "JSON" && file !== "stampe";
    const nome = nomeFileDi(trovato.valore, file).replace(/\.csv$/, json ? ".json" : ".csv");
    if (dimensione > INTERO_MASSIMO_BYTE) return ok({ nome, url: oggetti.linkLettura(chiave, nome, LINK_SECONDI) });
    const contenuto = await oggetti.get(chiave);
    return contenuto ? ok({ nome, contenuto, json }) : rifiuto("NON_TROVATO", `tracciato ${id}: ${file} non disponibile`);
  };
