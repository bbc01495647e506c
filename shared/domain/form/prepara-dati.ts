/**
 * What was filled in, made ready for the schema and the template (docs/form.md): hidden fields leave, computed ones are ours whatever was sent, uploads are
 * opened and told apart, the consent is taken out. Pure, bounded, and the same at the preview of the amount and at the submission.
 */
import { type Esito, ko, ok } from "../esito.ts";
import type { NuovoAllegato } from "../pendenze/allegati.ts";
import { ARITMETICA } from "../tracciati/espressioni/aritmetica.ts";
import { ErroreModello, type Valore, vero } from "../tracciati/espressioni/funzioni.ts";
import { leggiCentesimi, numeroDi } from "../tracciati/formati/valori.ts";
import { giornoDi } from "../valori/date.ts";
import { type DatiForm, datoDi, nodoDi, withDato } from "./dati-form.ts";
import type { Calcolo, CampoForm, DescrizioneForm } from "./descrizione-form.ts";
import { type Impronta, readFile, readImpronta } from "./file-form.ts";

/** `dati`: of who filled them in. `modello`: of the author of the form. */
export interface DatiRespinti {
  readonly causa: "dati" | "modello";
  readonly dettaglio: string;
}

export interface DatiPronti {
  readonly dati: DatiForm;
  /** Cents, where the form computes it. */
  readonly importo?: bigint;
  readonly allegati: readonly NuovoAllegato[];
  /** Version of the privacy notice that was accepted. */
  readonly consenso?: string;
  /** Names of the fields that are shown, with these data. */
  readonly visibili: readonly string[];
}

export interface ContestoCalcolo {
  readonly idDominio: string;
  readonly idTipoPendenza: string;
  /** Instant. */
  readonly adesso: string;
  readonly impronta: Impronta;
}

/** Name under which the data say which privacy notice was accepted. */
export const CAMPO_CONSENSO = "consensoInformativa";

const NODI_MASSIMI = 5_000;
const LIVELLI_MASSIMI = 20;
const PROIBITI = ["__proto__", "constructor", "prototype"];
/** Beyond this a JSON number is not the number that was written. */
const NUMERO_MASSIMO = 1e15;

class Respinto extends Error {
  readonly causa: DatiRespinti["causa"];

  constructor(causa: DatiRespinti["causa"], dettaglio: string) {
    super(dettaglio);
    this.causa = causa;
  }
}

/** Names that are not data, numbers that nobody counted, trees that only want to cost. */
export const checkOstili = (dati: DatiForm): Esito<void> => {
  let nodi = 0;
  const visit = (nodo: unknown, dove: string, livello: number): string | undefined => {
    nodi += 1;
    if (nodi > NODI_MASSIMI) return `dati: oltre ${NODI_MASSIMI} valori`;
    if (livello > LIVELLI_MASSIMI) return `dati: annidati oltre ${LIVELLI_MASSIMI} livelli`;
    if (typeof nodo === "number" && Math.abs(nodo) > NUMERO_MASSIMO) return `${dove}: numero troppo grande`;
    if (typeof nodo === "string" && nodo.includes("\u0000")) return `${dove}: carattere non ammesso`;
    if (typeof nodo !== "object" || nodo === null) return undefined;
    for (const [nome, figlio] of Object.entries(nodo)) {
      if (PROIBITI.includes(nome)) return `${nome}: nome di campo non ammesso`;
      const difetto = visit(figlio, dove === "" ? nome.slice(0, 60) : `${dove}.${nome.slice(0, 60)}`, livello + 1);
      if (difetto !== undefined) return difetto;
    }
    return undefined;
  };
  const difetto = visit(dati, "", 0);
  return difetto === undefined ? ok(undefined) : ko(difetto);
};

const evaluate = ({ calcola }: Calcolo, dove: string, dati: DatiForm, { idDominio, idTipoPendenza, adesso }: ContestoCalcolo): Valore => {
  try {
    return calcola({ valori: [], contesto: { idDominio, idTipoPendenza, oggi: giornoDi(adesso) }, dato: datoDi(dati) });
  } catch (errore) {
    // Almost always a field that is missing or is no number: who fills in can put it right.
    if (errore instanceof ErroreModello) throw new Respinto("dati", `${dove}: ${errore.message}`);
    throw errore;
  }
};

const isVuoto = (valore: unknown): boolean =>
  valore === undefined || valore === null || (typeof valore === "string" && valore.trim() === "") || valore === false;

/** A field whose condition, or whose section's, does not hold was not asked: its value, if any, is not an answer. In the order of the form. */
const hide = (form: DescrizioneForm, dati: DatiForm, contesto: ContestoCalcolo): { dati: DatiForm; visibili: CampoForm[] } => {
  let restano = dati;
  const visibili: CampoForm[] = [];
  for (const campo of form.campi) {
    const condizioni = [campo.quando, ...form.sezioni.filter(({ campi }) => campi.includes(campo.nome)).map(({ quando }) => quando)];
    const mostrato = condizioni.every((quando) => !quando || vero(evaluate(quando, `${campo.nome}.quando`, restano, contesto)));
    if (mostrato) visibili.push(campo);
    if (!mostrato || campo.calcola) restano = withDato(restano, campo.percorso, undefined);
  }
  return { dati: restano, visibili };
};

const openFile = (campi: readonly CampoForm[], dati: DatiForm, impronta: Impronta): { dati: DatiForm; allegati: NuovoAllegato[] } => {
  let aperti = dati;
  const allegati: NuovoAllegato[] = [];
  for (const { nome, percorso, aspetto, file } of campi) {
    const valore = aspetto === "file" || aspetto === "impronta" ? nodoDi(aperti, percorso) : undefined;
    if (isVuoto(valore)) continue;
    const letto = file ? readFile(valore, file, impronta) : readImpronta(valore, impronta);
    if (!letto.ok) throw new Respinto("dati", `${nome}: ${letto.errore}`);
    const { allegato, dato } = letto.valore;
    if (allegato) allegati.push(allegato);
    aperti = withDato(aperti, percorso, dato);
  }
  return { dati: aperti, allegati };
};

const readConsenso = ({ informativa }: DescrizioneForm, dati: DatiForm): { dati: DatiForm; consenso?: string } => {
  const { [CAMPO_CONSENSO]: detto, ...altri } = dati;
  const accettata = informativa !== undefined && detto === informativa.versione;
  if (informativa?.obbligatoria && !accettata)
    throw new Respinto("dati", `${CAMPO_CONSENSO}: va accettata l'informativa, versione ${informativa.versione}`);
  return { dati: altri, ...(accettata && { consenso: informativa.versione }) };
};

const centesimiDi = (valore: Valore): bigint => {
  const arrotondato = valore === undefined ? undefined : ARITMETICA["arrotonda"]?.calcola([valore]);
  const letto = leggiCentesimi(String(arrotondato ?? ""), "importo");
  if (!letto.ok || letto.valore <= 0n) throw new Respinto("dati", "importo: con questi dati non è un importo maggiore di zero");
  return letto.valore;
};

/** `check` is the JSON Schema: it sees the data without what is hidden and before what is computed. */
export const prepareDati = (
  form: DescrizioneForm,
  ricevuti: DatiForm,
  contesto: ContestoCalcolo,
  check: (dati: DatiForm) => Esito<void, DatiRespinti>,
): Esito<DatiPronti, DatiRespinti> => {
  try {
    const ostili = checkOstili(ricevuti);
    if (!ostili.ok) return ko({ causa: "dati", dettaglio: ostili.errore });
    const { dati: senzaConsenso, consenso } = readConsenso(form, ricevuti);
    const { dati: mostrati, visibili } = hide(form, senzaConsenso, contesto);
    const { dati: aperti, allegati } = openFile(visibili, mostrati, contesto.impronta);
    const manca = visibili.find(({ obbligatorio, calcola, percorso }) => obbligatorio && !calcola && isVuoto(nodoDi(aperti, percorso)));
    if (manca) return ko({ causa: "dati", dettaglio: `${manca.nome}: obbligatorio` });
    const valida = check(aperti);
    if (!valida.ok) return valida;
    let dati = aperti;
    for (const { calcola, nome, percorso } of visibili)
      if (calcola) dati = withDato(dati, percorso, evaluate(calcola, nome, dati, contesto));
    const importo = form.importo && centesimiDi(evaluate(form.importo, "importo", dati, contesto));
    return ok({
      dati: importo === undefined ? dati : withDato(dati, ["importo"], numeroDi(importo)),
      allegati,
      visibili: visibili.map(({ nome }) => nome),
      ...(importo !== undefined && { importo }),
      ...(consenso !== undefined && { consenso }),
    });
  } catch (errore) {
    if (errore instanceof Respinto) return ko({ causa: errore.causa, dettaglio: errore.message });
    if (errore instanceof ErroreModello) return ko({ causa: "dati", dettaglio: errore.message });
    throw errore;
  }
};
