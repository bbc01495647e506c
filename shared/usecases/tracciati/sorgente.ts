/** The rows of a batch from a position on, whatever its file is: each with what it asks for, or why it cannot be understood. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { restoreFormula, splitRecord } from "../../domain/tracciati/csv.ts";
import type { ContestoRiga, DialettoCsv, LeggiRiga, OperazioneRiga } from "../../domain/tracciati/formati/formato.ts";
import { checkColonne, createLeggiRiga, type ModelloCsv } from "../../domain/tracciati/formati/riconosci.ts";
import { type LeggiTratto, LettoreCsv } from "../../domain/tracciati/lettore-csv.ts";

export interface RigaLetta {
  /** As it was written, for the file of the refused rows. */
  readonly richiesta: string;
  readonly operazione: Esito<OperazioneRiga>;
  /** Where the next row starts. */
  readonly dopo: number;
}

export interface Sorgente {
  /** Undefined at the end. Errors: why nothing more can be read. */
  next(): Promise<Esito<RigaLetta | undefined>>;
}

const leggiRecord = (testo: string, dialetto: DialettoCsv, leggi: LeggiRiga, contesto: ContestoRiga): Esito<OperazioneRiga> => {
  const valori = splitRecord(testo, dialetto.separatore);
  if (!valori.ok) return valori;
  const difetto = checkColonne(dialetto, valori.valore.length);
  return difetto === undefined ? leggi(valori.valore.map(restoreFormula), contesto) : ko(difetto);
};

/** Errors: what is wrong in the template of the debt type. */
export const openCsv = (
  leggiTratto: LeggiTratto,
  dialetto: DialettoCsv,
  posizione: number,
  modello: ModelloCsv | undefined,
  contesto: ContestoRiga,
): Esito<Sorgente> => {
  const leggi = createLeggiRiga(dialetto, modello);
  if (!leggi.ok) return leggi;
  const lettore = new LettoreCsv(leggiTratto, dialetto.separatore, posizione);
  const next = async (): Promise<Esito<RigaLetta | undefined>> => {
    const record = await lettore.next();
    if (!record.ok || record.valore === undefined) return record.ok ? ok(undefined) : record;
    const { testo, dopo } = record.valore;
    return ok({ richiesta: testo, operazione: leggiRecord(testo, dialetto, leggi.valore, contesto), dopo });
  };
  return ok({ next });
};

/** A JSON batch as it is sent (reference 2.10), its envelope already checked. */
export interface TracciatoJson {
  readonly idTracciato: string;
  readonly idDominio?: string;
  readonly inserimenti: readonly unknown[];
  readonly annullamenti: readonly unknown[];
}

export const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

const elenco = (valore: unknown): readonly unknown[] | undefined =>
  valore === undefined || valore === null ? [] : Array.isArray(valore) ? valore : undefined;

/** The envelope: each operation inside is judged on its own. Errors: Italian sentence. */
export const readTracciatoJson = (valore: unknown): Esito<TracciatoJson> => {
  if (!isOggetto(valore)) return ko("atteso un oggetto con idTracciato, inserimenti e annullamenti");
  const { idTracciato, idDominio, inserimenti, annullamenti, ...altri } = valore;
  const [inatteso] = Object.keys(altri);
  if (inatteso !== undefined) return ko(`${inatteso.slice(0, 60)}: campo non previsto`);
  if (typeof idTracciato !== "string" || idTracciato === "" || idTracciato.length > 255)
    return ko("idTracciato: obbligatorio, al massimo 255 caratteri");
  if (idDominio !== undefined && (typeof idDominio !== "string" || !/^\d{11}$/.test(idDominio)))
    return ko("idDominio: atteso un codice di 11 cifre");
  const [nuove, annullate] = [elenco(inserimenti), elenco(annullamenti)];
  if (!nuove) return ko("inserimenti: atteso un elenco");
  if (!annullate) return ko("annullamenti: atteso un elenco");
  if (nuove.length + annullate.length === 0) return ko("serve almeno un inserimento o un annullamento");
  return ok({ idTracciato, ...(idDominio !== undefined && { idDominio }), inserimenti: nuove, annullamenti: annullate });
};

const testoDi = (valore: unknown): string | undefined => (typeof valore === "string" && valore !== "" ? valore : undefined);

const leggiOperazione = (
  operazione: unknown,
  annullamento: boolean,
  { idA2A: predefinita, idDominio }: ContestoRiga,
): Esito<OperazioneRiga> => {
  if (!isOggetto(operazione)) return ko("atteso un oggetto");
  const { idA2A = predefinita, idPendenza, ...corpo } = operazione;
  const [applicazione, pendenza] = [testoDi(idA2A), testoDi(idPendenza)];
  if (applicazione === undefined) return ko("idA2A: obbligatorio");
  if (pendenza === undefined) return ko("idPendenza: obbligatorio");
  const chiave = { idA2A: applicazione, idPendenza: pendenza };
  if (!annullamento) return ok({ tipo: "ADD", ...chiave, corpo: { ...(idDominio !== undefined && { idDominio }), ...corpo } });
  const motivo = testoDi(corpo["motivoAnnullamento"]);
  return motivo === undefined ? ko("motivoAnnullamento: obbligatorio") : ok({ tipo: "DEL", ...chiave, motivo: motivo.slice(0, 255) });
};

export const openJson = ({ inserimenti, annullamenti }: TracciatoJson, posizione: number, contesto: ContestoRiga): Sorgente => {
  let i = posizione;
  return {
    next: async () => {
      const annullamento = i >= inserimenti.length;
      if (i >= inserimenti.length + annullamenti.length) return ok(undefined);
      const operazione = annullamento ? annullamenti[i - inserimenti.length] : inserimenti[i];
      i += 1;
      return ok({ richiesta: JSON.stringify(operazione), operazione: leggiOperazione(operazione, annullamento, contesto), dopo: i });
    },
  };
};
