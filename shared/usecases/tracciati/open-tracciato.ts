/** First stage of a batch: the file is there, its ZIP is unpacked, its layout is recognised. What is wrong here discards the whole batch. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { DialettoCsv } from "../../domain/tracciati/formati/formato.ts";
import { compileRisposta } from "../../domain/tracciati/formati/modello.ts";
import { type ModelloCsv, recognizeDialetto } from "../../domain/tracciati/formati/riconosci.ts";
import { type LeggiTratto, LettoreCsv } from "../../domain/tracciati/lettore-csv.ts";
import { chiaviTracciato, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import { ZipNonValido } from "../../ports/pacchetti-zip.ts";
import { leggiContenuto, leggiRichiesta, storeContenuto } from "./contenuto.ts";
import type { PorteElaborazione } from "./porte.ts";
import { isOggetto, readTracciatoJson, type TracciatoJson } from "./sorgente.ts";

/** Uploads larger than this are refused; the content of a ZIP has a limit of its own. */
export const FILE_MASSIMO_BYTE = 512 * 1_048_576;
/** A JSON is read whole: larger batches travel as CSV. */
const JSON_MASSIMO_BYTE = 16 * 1_048_576;
const ASSAGGIO_BYTE = 65_536;

/** `tracciatoCsv` of the debt type: the creditor's own before the common one (reference 3.16). */
const loadDelTipo = async (
  anagrafiche: Anagrafiche,
  { idDominio, idTipoPendenza }: Pick<Tracciato, "idDominio" | "idTipoPendenza">,
): Promise<unknown> => {
  if (idTipoPendenza === undefined) return undefined;
  const creditore = idDominio === undefined ? undefined : await anagrafiche.getCreditore(idDominio);
  const proprio = creditore?.tipiPendenza.find((tipo) => tipo.idTipoPendenza === idTipoPendenza)?.configurazione?.["tracciatoCsv"];
  const comune = (await anagrafiche.getTipoPendenza(idTipoPendenza))?.configurazione?.["tracciatoCsv"];
  return proprio ?? comune;
};

/** The template of the debt type, else that of the installation (`tracciatoCsv` of the configuration, reference 2.15). */
export const loadModello = async (
  anagrafiche: Anagrafiche,
  tracciato: Pick<Tracciato, "idDominio" | "idTipoPendenza">,
): Promise<ModelloCsv | undefined> => {
  const delTipo = await loadDelTipo(anagrafiche, tracciato);
  const predefinito = !isOggetto(delTipo);
  const { tipo, intestazione, richiesta, risposta } = predefinito ? await anagrafiche.getSezione("tracciatoCsv") : delTipo;
  if (predefinito && richiesta === undefined) return undefined;
  return {
    ...(predefinito && { predefinito }),
    tipo: typeof tipo === "string" ? tipo : "",
    ...(typeof intestazione === "string" && { intestazione }),
    definizione: decodeDefinizione(richiesta),
    risposta: decodeDefinizione(risposta),
  };
};

/** base64 of a JSON, or the JSON itself. What is neither is left to the template's own check. */
const decodeDefinizione = (definizione: unknown): unknown => {
  if (typeof definizione !== "string") return definizione;
  try {
    const byte = Uint8Array.from(atob(definizione), (carattere) => carattere.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(byte));
  } catch {
    return undefined;
  }
};

export const loadJson = async ({ oggetti, parseJson }: PorteElaborazione, { id }: Tracciato): Promise<Esito<TracciatoJson>> => {
  const byte = await oggetti.get(chiaviTracciato.richiesta(id));
  if (!byte) return ko("il file non è arrivato");
  const json = parseJson(new TextDecoder().decode(byte));
  return json.ok ? readTracciatoJson(json.valore) : json;
};

const checkCodifica = (inizio: Uint8Array): string | undefined => {
  const [a, b] = inizio;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return "codifica UTF-16 non ammessa: salvare il file in UTF-8 o Windows-1252";
  if (a === 0x50 && b === 0x4b) return "il file è uno ZIP: caricarlo come application/zip";
  return inizio.includes(0) ? "il file non è un testo: contiene byte nulli" : undefined;
};

const recognize = async (leggi: LeggiTratto, modello: ModelloCsv | undefined): Promise<Esito<DialettoCsv>> => {
  const difetto = checkCodifica(await leggi(0, ASSAGGIO_BYTE));
  if (difetto !== undefined) return ko(difetto);
  // The separator is not known yet: a header whose names hold line ends between quotes is not one of ours.
  const primo = await new LettoreCsv(leggi, ";", 0).next();
  if (!primo.ok) return ko(`intestazione: ${primo.errore}`);
  if (primo.valore === undefined) return ko("il file è vuoto");
  return recognizeDialetto(primo.valore, modello);
};

const unpack = async ({ oggetti, zip }: PorteElaborazione, id: string, dimensione: number): Promise<Esito<number>> => {
  try {
    const aperto = await zip.open(leggiRichiesta(oggetti, id, dimensione), dimensione);
    return aperto.ok ? ok(await storeContenuto(oggetti, id, aperto.valore.pezzi)) : aperto;
  } catch (errore) {
    if (errore instanceof ZipNonValido) return ko(errore.message);
    throw errore;
  }
};

/** The batch ready for its first row. Errors: why the file is discarded, in Italian. */
export const openTracciato = async (porte: PorteElaborazione, tracciato: Tracciato): Promise<Esito<Tracciato>> => {
  const { id, tipo } = tracciato;
  const dimensione = await porte.oggetti.size(chiaviTracciato.richiesta(id));
  if (dimensione === undefined) return ko("il file non è arrivato");
  if (dimensione > FILE_MASSIMO_BYTE) return ko(`il file supera ${FILE_MASSIMO_BYTE / 1_048_576} MB`);
  if (tipo === "JSON") {
    if (dimensione > JSON_MASSIMO_BYTE)
      return ko(`un tracciato JSON non può superare ${JSON_MASSIMO_BYTE / 1_048_576} MB: dividerlo o usare il CSV`);
    const json = await loadJson(porte, tracciato);
    if (!json.ok) return json;
    const { inserimenti, annullamenti, idDominio } = json.valore;
    const dialetto = { formato: "json", versioneFormato: "", separatore: ";", colonne: [], intestazione: "", inizio: 0 } as const;
    return ok({
      ...tracciato,
      dialetto,
      lunghezza: inserimenti.length + annullamenti.length,
      ...(idDominio !== undefined && { idDominio }),
    });
  }
  const lunghezza = tipo === "ZIP" ? await unpack(porte, id, dimensione) : ok(dimensione);
  if (!lunghezza.ok) return lunghezza;
  const aperto = { ...tracciato, lunghezza: lunghezza.valore };
  const modello = await loadModello(porte.anagrafiche, tracciato);
  const dialetto = await recognize(leggiContenuto(porte.oggetti, aperto), modello);
  if (!dialetto.ok) return dialetto;
  const risposta = compileRisposta(dialetto.valore.formato === "modello" ? modello?.risposta : undefined);
  if (!risposta.ok) return risposta;
  return ok({ ...aperto, dialetto: dialetto.valore, posizione: dialetto.valore.inizio });
};
