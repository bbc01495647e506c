/** What the uploads of both APIs have in common: from the body to the use case, and its answer. */
import { PROBLEMI } from "../../contracts/problems.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { TipoContenuto } from "../../domain/tracciati/tracciato.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { presentTracciatoIndex } from "../../presenters/tracciati/tracciato.ts";
import type { CodiceCaricamento, createAddTracciato, NuovoTracciato } from "../../usecases/tracciati/add-tracciato.ts";
import { readTracciatoJson } from "../../usecases/tracciati/sorgente.ts";
import { type FileCaricato, readFileCaricato } from "../http/file-caricato.ts";
import { parseJson } from "../http/json.ts";
import { type CorpoGrezzo, refuse, reply } from "../http/richiesta.ts";

type Aggiungi = ReturnType<typeof createAddTracciato>;

interface Richiesta {
  readonly body: CorpoGrezzo;
  readonly query: {
    readonly stampaAvvisi: boolean;
    readonly simulazione: boolean;
    readonly forza: boolean;
    readonly idA2A?: string;
    readonly nomeFile?: string;
  };
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

/** The bytes say it better than the header: spreadsheets and scripts send anything. */
const tipoDi = ({ contenuto }: FileCaricato): TipoContenuto => (contenuto[0] === 0x50 && contenuto[1] === 0x4b ? "ZIP" : "CSV");

const ESTENSIONI: Readonly<Record<TipoContenuto, string>> = { JSON: "json", CSV: "csv", ZIP: "zip" };

const store = async (
  add: Aggiungi,
  { query, chiamante, traccia }: Richiesta,
  file: FileCaricato,
  altro: Pick<NuovoTracciato, "tipo"> & Partial<Pick<NuovoTracciato, "idDominio" | "idTipoPendenza">>,
  nomePredefinito: string,
) => {
  const { nomeFile, ...opzioni } = query;
  const nome = nomeFile ?? file.nome ?? nomePredefinito;
  const esito = await add(
    { ...opzioni, ...altro, nomeFile: nome.replace(/[^\p{L}\p{N} ._()-]/gu, "_") },
    file.contenuto,
    chiamante,
    traccia,
  );
  if (!esito.ok) return refuse<CodiceCaricamento>(esito.errore);
  return reply(esito.valore.nuovo ? 201 : 200, presentTracciatoIndex(esito.valore.tracciato));
};

const sintassi = (dettaglio: string): { readonly rifiuto: Rifiuto<"SINTASSI"> } => refuse({ codice: "SINTASSI", dettaglio });

/** A batch in CSV, or a ZIP of one. */
export const uploadCsv = async (add: Aggiungi, richiesta: Richiesta, idDominio: string, idTipoPendenza?: string) => {
  const file = readFileCaricato(richiesta.body);
  if (!file.ok) return sintassi(file.errore);
  if (file.valore.contenuto.length === 0) return sintassi("corpo: il file è vuoto");
  const tipo = tipoDi(file.valore);
  const dove = { idDominio, ...(idTipoPendenza !== undefined && { idTipoPendenza }) };
  return store(add, richiesta, file.valore, { tipo, ...dove }, `tracciato.${ESTENSIONI[tipo]}`);
};

const readJson = (contenuto: Uint8Array): Esito<{ readonly idTracciato: string; readonly idDominio?: string }> => {
  const json = parseJson(new TextDecoder().decode(contenuto));
  if (!json.ok) return ko(json.errore);
  const letto = readTracciatoJson(json.valore);
  if (!letto.ok) return letto;
  const { idTracciato, idDominio } = letto.valore;
  return ok({ idTracciato, ...(idDominio !== undefined && { idDominio }) });
};

/** A batch in JSON: what is wrong in its envelope is said at once, what is wrong in an operation is an outcome of it. */
export const uploadJson = async (add: Aggiungi, richiesta: Richiesta) => {
  const file = readFileCaricato(richiesta.body);
  if (!file.ok) return sintassi(file.errore);
  const letto = readJson(file.valore.contenuto);
  if (!letto.ok) return sintassi(letto.errore);
  const { idTracciato, idDominio } = letto.valore;
  return store(add, richiesta, file.valore, { tipo: "JSON", ...(idDominio !== undefined && { idDominio }) }, idTracciato);
};

/** Meaning of a code of the catalogue, for the outcome of a row. */
export const describeProblema = (codice: string): string =>
  Object.values(PROBLEMI).find((problema) => problema.codice === codice)?.descrizione ?? codice;
