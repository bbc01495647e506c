/** Movements and loadings as they are looked at: lists, details, and the files that go with them; only of the creditors in scope. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { type Caricamento, chiaviCaricamento } from "../../domain/tesoreria/caricamento.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { FiltriCaricamenti, FiltriMovimenti, Tesoreria } from "../../ports/tesoreria.ts";

type NonTrovato = Rifiuto<"NON_TROVATO">;

/** Creditors of a list: those in scope, or the one asked for when it is among them. */
const dominiDi = ({ domini }: Chiamante, idDominio: string | undefined): "*" | readonly string[] => {
  if (domini === "*") return idDominio === undefined ? "*" : [idDominio];
  const visti = domini.map((ambito) => ambito.idDominio);
  return idDominio === undefined ? visti : visti.filter((visto) => visto === idDominio);
};

export interface RicercaMovimenti extends Omit<FiltriMovimenti, "domini"> {
  readonly idDominio?: string;
  /** With the creditor: movements whose text names this flow. */
  readonly idFlusso?: string;
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
}

const holds = (m: Movimento, { stato, segno, da, a, conto, importoDa, importoA, testo, idCaricamento }: RicercaMovimenti): boolean =>
  (stato === undefined || m.stato === stato) &&
  (segno === undefined || m.segno === segno) &&
  (da === undefined || m.dataContabile >= da) &&
  (a === undefined || m.dataContabile <= a) &&
  (conto === undefined || m.conto === conto) &&
  (importoDa === undefined || m.importo >= importoDa) &&
  (importoA === undefined || m.importo <= importoA) &&
  (testo === undefined || m.causale.toUpperCase().includes(testo.toUpperCase())) &&
  (idCaricamento === undefined || m.origini.some((origine) => origine.idCaricamento === idCaricamento));

/** What one flow or one provisional number finds is short: it is read whole, and paged here. */
const paginaBreve = (trovati: readonly Movimento[], ricerca: RicercaMovimenti, pagina: RichiestaPagina): Pagina<Movimento> => {
  const verso = ricerca.ordine === "asc" ? 1 : -1;
  const chiave = (m: Movimento): string => `${m.dataContabile}#${m.id}`;
  const tutti = trovati.filter((m) => holds(m, ricerca)).sort((x, y) => (chiave(x) < chiave(y) ? -verso : verso));
  return { elementi: tutti.slice(pagina.salta, pagina.salta + pagina.limite), ...(pagina.totale && { totale: tutti.length }) };
};

export const createFindMovimenti =
  ({ tesoreria }: { readonly tesoreria: Pick<Tesoreria, "findMovimenti" | "findMovimentiByFlusso" | "findMovimentiBySospeso"> }) =>
  async (ricerca: RicercaMovimenti, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Movimento>> => {
    const { idDominio, idFlusso, numeroSospeso, esercizio, ...filtri } = ricerca;
    const domini = dominiDi(chiamante, idDominio);
    if (idDominio !== undefined && (idFlusso !== undefined || numeroSospeso !== undefined)) {
      if (domini.length === 0) return { elementi: [], ...(pagina.totale && { totale: 0 }) };
      const trovati =
        numeroSospeso === undefined
          ? await tesoreria.findMovimentiByFlusso(idDominio, idFlusso ?? "")
          : await tesoreria.findMovimentiBySospeso(idDominio, numeroSospeso, esercizio);
      return paginaBreve(trovati, ricerca, pagina);
    }
    return tesoreria.findMovimenti({ ...filtri, domini }, pagina);
  };

export const createGetMovimento =
  ({ tesoreria }: { readonly tesoreria: Pick<Tesoreria, "getMovimento"> }) =>
  async (idDominio: string, id: string, chiamante: Chiamante): Promise<Esito<Movimento, NonTrovato>> => {
    const movimento = seesDominio(chiamante, idDominio) ? await tesoreria.getMovimento(idDominio, id) : undefined;
    return movimento ? ok(movimento) : rifiuto("NON_TROVATO", `movimento ${id} non trovato`);
  };

export const createFindCaricamenti =
  ({ tesoreria }: { readonly tesoreria: Pick<Tesoreria, "findCaricamenti"> }) =>
  (
    { idDominio, ...filtri }: Omit<FiltriCaricamenti, "domini"> & { readonly idDominio?: string },
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Pagina<Caricamento>> =>
    tesoreria.findCaricamenti({ ...filtri, domini: dominiDi(chiamante, idDominio) }, pagina);

type LettureCaricamento = { readonly tesoreria: Pick<Tesoreria, "getCaricamento"> };

export const createGetCaricamento =
  ({ tesoreria }: LettureCaricamento) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<Caricamento, NonTrovato>> => {
    const caricamento = await tesoreria.getCaricamento(id);
    return caricamento && seesDominio(chiamante, caricamento.idDominio)
      ? ok(caricamento)
      : rifiuto("NON_TROVATO", `caricamento ${id} non trovato`);
  };

export type FileCaricamento = "originale" | "scarti";

/** What the API's answer can carry; above it the caller is sent to the bucket. */
const INTERO_MASSIMO_BYTE = 4 * 1_000_000;
const LINK_SECONDI = 300;

export type Scaricato = { readonly nome: string; readonly contenuto: Uint8Array } | { readonly nome: string; readonly url: string };

const nomeDi = ({ nomeFile }: Caricamento, file: FileCaricamento): string =>
  file === "originale" ? nomeFile : `${nomeFile.replace(/\.[^.]*$/, "")}_scarti.csv`;

export const createGetFileCaricamento =
  ({ tesoreria, oggetti }: LettureCaricamento & { readonly oggetti: Pick<Oggetti, "size" | "get" | "linkLettura"> }) =>
  async (id: string, file: FileCaricamento, chiamante: Chiamante): Promise<Esito<Scaricato, NonTrovato>> => {
    const trovato = await createGetCaricamento({ tesoreria })(id, chiamante);
    if (!trovato.ok) return trovato;
    const caricamento = trovato.valore;
    const chiave = chiaviCaricamento[file](caricamento);
    const dimensione = await oggetti.size(chiave);
    const nome = nomeDi(caricamento, file);
    if (dimensione !== undefined && dimensione > INTERO_MASSIMO_BYTE)
      return ok({ nome, url: oggetti.linkLettura(chiave, nome, LINK_SECONDI) });
    const contenuto = dimensione === undefined ? undefined : await oggetti.get(chiave);
    if (contenuto) return ok({ nome, contenuto });
    const perche =
      file === "scarti" && caricamento.scartate === 0 ? "nessuna riga scartata" : `non disponibile, lo stato è ${caricamento.stato}`;
    return rifiuto("NON_TROVATO", `caricamento ${id}, ${file}: ${perche}`);
  };
