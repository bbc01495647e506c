/** The files that a finished batch leaves: the outcome of each row, as GovPay writes it, and the refused rows ready to be corrected and loaded again. */
import { FORMULA_INIZIALE, splitRecord, writeCella, writeRecord } from "../../domain/tracciati/csv.ts";
import { COLONNE_SCARTI } from "../../domain/tracciati/formati/colonne-mypay.ts";
import type { DialettoCsv } from "../../domain/tracciati/formati/formato.ts";
import { COLONNE_GOVPAY, INTESTAZIONE_GOVPAY } from "../../domain/tracciati/formati/govpay.ts";
import { COLONNE_ESITO, compileRisposta, type PresentaEsito } from "../../domain/tracciati/formati/modello.ts";
import type { ModelloCsv } from "../../domain/tracciati/formati/riconosci.ts";
import { chiaviTracciato, type EsitoRiga, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import { readTuttiEsiti } from "./esiti.ts";
import { loadModello } from "./open-tracciato.ts";
import type { PorteElaborazione } from "./porte.ts";
import { nomePdf } from "./print-tracciato.ts";

/** Spreadsheets take a text for UTF-8 only when it says so. */
const BOM = "\uFEFF";
const codifica = new TextEncoder();

/** What the outcome says of a row when the debt type does not say otherwise (reference 2.10). */
const INTESTAZIONE_ESITO = COLONNE_ESITO.slice(0, COLONNE_ESITO.indexOf("errore") + 1);
const DEBITORE = "tipo identificativo anagrafica indirizzo civico cap localita provincia nazione email cellulare".split(" ");

const presentEsitoCsv = (esito: EsitoRiga, stampaAvvisi: boolean): readonly string[] => {
  const { idA2A = "", idPendenza = "", idDominio = "", idTipoPendenza = "", numeroAvviso = "", debitore = {} } = esito;
  const pdf = stampaAvvisi && numeroAvviso !== "" ? nomePdf(idDominio, numeroAvviso) : "";
  const errore = esito.stato === "ESEGUITO" ? "" : `${esito.esito}: ${esito.descrizione}`;
  const pagatore = DEBITORE.map((campo) => debitore[campo] ?? "");
  return [
    idA2A,
    idPendenza,
    idDominio,
    idTipoPendenza,
    numeroAvviso,
    pdf,
    ...pagatore,
    errore,
    String(esito.numero),
    esito.stato,
    esito.esito,
  ];
};

/** Header and cells of the outcome file. A template that fails on a row leaves its cells empty rather than the batch without an outcome. */
interface FormaEsito {
  readonly intestazione: string;
  readonly present: PresentaEsito;
}

const formaPredefinita = (separatore: DialettoCsv["separatore"]): FormaEsito => ({
  intestazione: writeRecord(INTESTAZIONE_ESITO, separatore),
  present: (valori) => valori.slice(0, INTESTAZIONE_ESITO.length),
});

const formaDi = ({ separatore }: DialettoCsv, modello: ModelloCsv | undefined): FormaEsito => {
  const risposta = compileRisposta(modello?.risposta);
  if (!risposta.ok || risposta.valore === undefined) return formaPredefinita(separatore);
  return { intestazione: `${modello?.intestazione ?? ""}\r\n`, present: risposta.valore };
};

type Righe = AsyncIterable<readonly EsitoRiga[]>;

async function* writeEsitoCsv(righe: Righe, dialetto: DialettoCsv, forma: FormaEsito, stampaAvvisi: boolean): AsyncGenerator<Uint8Array> {
  const { separatore } = dialetto;
  yield codifica.encode(BOM + forma.intestazione);
  for await (const esiti of righe)
    yield codifica.encode(esiti.map((esito) => writeRecord(forma.present(presentEsitoCsv(esito, stampaAvvisi)), separatore)).join(""));
}

/** A row of a JSON outcome (reference 2.10). */
const presentEsitoJson = (esito: EsitoRiga) => ({
  ...(esito.idA2A !== undefined && { idA2A: esito.idA2A }),
  ...(esito.idPendenza !== undefined && { idPendenza: esito.idPendenza }),
  tipoOperazione: esito.tipo === "NON_VALIDA" ? "NON_VALIDA" : esito.tipo,
  stato: esito.stato,
  esito: esito.esito,
  descrizioneEsito: esito.descrizione,
  numero: esito.numero,
  dati:
    esito.stato === "ESEGUITO"
      ? {
          ...(esito.idDominio !== undefined && { idDominio: esito.idDominio }),
          ...(esito.numeroAvviso !== undefined && { numeroAvviso: esito.numeroAvviso }),
          ...(esito.uuid !== undefined && { UUID: esito.uuid }),
        }
      : { categoria: "RICHIESTA", codice: esito.esito, descrizione: esito.descrizione },
});

async function* writeElencoJson(righe: Righe, scegli: (esito: EsitoRiga) => boolean, present: (esito: EsitoRiga) => unknown) {
  let primo = true;
  for await (const esiti of righe) {
    const testi = esiti.filter(scegli).map((esito) => JSON.stringify(present(esito)));
    if (testi.length === 0) continue;
    yield codifica.encode(`${primo ? "" : ","}${testi.join(",")}`);
    primo = false;
  }
}

async function* writeJson(
  tracciato: Tracciato,
  rileggi: () => Righe,
  isScelto: (esito: EsitoRiga) => boolean,
  present: (esito: EsitoRiga) => unknown,
): AsyncGenerator<Uint8Array> {
  const { nomeFile, idDominio } = tracciato;
  const testa = JSON.stringify({ idTracciato: nomeFile, ...(idDominio !== undefined && { idDominio }) }).slice(0, -1);
  yield codifica.encode(`${testa},"inserimenti":[`);
  yield* writeElencoJson(rileggi(), (esito) => isScelto(esito) && esito.tipo !== "DEL", present);
  yield codifica.encode('],"annullamenti":[');
  yield* writeElencoJson(rileggi(), (esito) => isScelto(esito) && esito.tipo === "DEL", present);
  yield codifica.encode("]}");
}

/** The row as it was, cell by cell, with nothing that a spreadsheet would execute, and the reason after its columns. */
const presentScarto = ({ richiesta = "", esito, descrizione }: EsitoRiga, { separatore, colonne, formato }: DialettoCsv): string => {
  const motivo = `${esito}: ${descrizione}`;
  const letti = splitRecord(richiesta, separatore);
  if (!letti.ok) return `${FORMULA_INIZIALE.test(richiesta) ? "'" : ""}${richiesta}${separatore}${writeCella(motivo, separatore)}\r\n`;
  const attese = formato === "govpay" ? COLONNE_GOVPAY : colonne.length;
  const celle = [...letti.valore, ...Array.from({ length: Math.max(0, attese - letti.valore.length) }, () => "")];
  const gia = formato === "govpay" ? -1 : colonne.findIndex((nome) => nome.trim().toLowerCase() === COLONNE_SCARTI[0]);
  if (gia >= 0) return writeRecord(celle.with(gia, motivo), separatore);
  return writeRecord([...celle.slice(0, Math.max(attese, letti.valore.length)), motivo], separatore);
};

const intestazioneScarti = ({ intestazione, separatore, colonne, formato }: DialettoCsv): string => {
  const [motivo = ""] = COLONNE_SCARTI;
  if (formato === "govpay" && (intestazione === "" || colonne.length < COLONNE_GOVPAY))
    return writeRecord([...INTESTAZIONE_GOVPAY, motivo], separatore);
  const gia = colonne.some((nome) => nome.trim().toLowerCase() === motivo);
  return gia ? `${intestazione}\r\n` : `${intestazione}${separatore}${motivo}\r\n`;
};

async function* writeScartiCsv(righe: Righe, dialetto: DialettoCsv): AsyncGenerator<Uint8Array> {
  yield codifica.encode(BOM + intestazioneScarti(dialetto));
  for await (const esiti of righe) {
    const scarti = esiti.filter(({ stato }) => stato !== "ESEGUITO");
    if (scarti.length > 0) yield codifica.encode(scarti.map((esito) => presentScarto(esito, dialetto)).join(""));
  }
}

/** Writes outcome and refused rows from the stages committed; doing it again writes the same files. */
export const composeEsiti = async ({ oggetti, anagrafiche }: PorteElaborazione, tracciato: Tracciato): Promise<void> => {
  const { id, tappa, dialetto, stampaAvvisi, simulazione, fallite } = tracciato;
  if (!dialetto) return;
  const rileggi = (): Righe => readTuttiEsiti(oggetti, id, tappa);
  const json = dialetto.formato === "json";
  const tipo = json ? "application/json" : "text/csv";
  const modello = dialetto.formato === "modello" ? await loadModello(anagrafiche, tracciato) : undefined;
  const esito = json
    ? writeJson(tracciato, rileggi, () => true, presentEsitoJson)
    : writeEsitoCsv(rileggi(), dialetto, formaDi(dialetto, modello), stampaAvvisi && !simulazione);
  await oggetti.compose(chiaviTracciato.esito(id), esito, tipo);
  if (fallite === 0) return;
  const scarti = json
    ? writeJson(
        tracciato,
        rileggi,
        ({ stato }) => stato !== "ESEGUITO",
        ({ richiesta = "null" }) => JSON.parse(richiesta),
      )
    : writeScartiCsv(rileggi(), dialetto);
  await oggetti.compose(chiaviTracciato.scarti(id), scarti, tipo);
};
