/**
 * Template of a debt type: a JSON with the shape of the debt, whose texts may be `{{ expression }}` on the columns of the row. A field whose
 * expression gives nothing is left out, an object or a voce left empty disappears. `azione` may give I, M or A, `motivo` the reason of an annulment.
 */
import { type Esito, ko, ok } from "../../esito.ts";
import { compileEspressione, type Espressione, type Nomi, type Riga } from "../espressioni/espressione.ts";
import { ErroreModello, testoDi } from "../espressioni/funzioni.ts";
import type { LeggiRiga } from "./formato.ts";

/** The only kind of template that is executed. */
export const TIPO_MODELLO = "fiorino";

const NODI_MASSIMI = 500;
const PROFONDITA_MASSIMA = 8;

type Costruttore = (riga: Riga) => unknown;

const SOLA_ESPRESSIONE = /^\{\{([^{}]*)\}\}$/;
const ESPRESSIONI = /\{\{([^{}]*)\}\}/g;

const compileTesto = (testo: string, dove: string, nomi: Nomi): Costruttore => {
  const compile = (sorgente: string): Espressione => {
    const esito = compileEspressione(sorgente, nomi);
    if (!esito.ok) throw new ErroreModello(`${dove}: ${esito.errore}`);
    return esito.valore;
  };
  const sola = SOLA_ESPRESSIONE.exec(testo.trim());
  if (sola) return compile(sola[1] ?? "");
  const espressioni = [...testo.matchAll(ESPRESSIONI)].map(([intera, sorgente]) => [intera, compile(sorgente ?? "")] as const);
  if (espressioni.length === 0) return () => testo;
  const pezzi = testo.split(ESPRESSIONI);
  // split() leaves the captured sources at the odd places.
  return (riga) => pezzi.map((pezzo, i) => (i % 2 === 0 ? pezzo : testoDi(espressioni[(i - 1) / 2]?.[1](riga)))).join("");
};

const isVuoto = (valore: unknown): boolean =>
  valore === undefined || valore === "" || (typeof valore === "object" && valore !== null && Object.keys(valore).length === 0);

export class Compilatore {
  readonly #nomi: Nomi;
  #nodi = 0;

  constructor(nomi: Nomi) {
    this.#nomi = nomi;
  }

  compile(nodo: unknown, dove: string, profondita: number): Costruttore {
    this.#nodi++;
    if (this.#nodi > NODI_MASSIMI) throw new ErroreModello(`modello di oltre ${NODI_MASSIMI} campi`);
    if (profondita > PROFONDITA_MASSIMA) throw new ErroreModello(`modello annidato più di ${PROFONDITA_MASSIMA} volte`);
    if (typeof nodo === "string") return compileTesto(nodo, dove, this.#nomi);
    if (Array.isArray(nodo)) {
      const elementi = nodo.map((figlio, i) => this.compile(figlio, `${dove}.${i}`, profondita + 1));
      return (riga) => elementi.map((elemento) => elemento(riga)).filter((valore) => !isVuoto(valore));
    }
    if (typeof nodo === "object" && nodo !== null) {
      const campi = Object.entries(nodo).map(
        ([nome, figlio]) => [nome, this.compile(figlio, dove === "" ? nome : `${dove}.${nome}`, profondita + 1)] as const,
      );
      return (riga) =>
        Object.fromEntries(campi.map(([nome, campo]) => [nome, campo(riga)] as const).filter(([, valore]) => !isVuoto(valore)));
    }
    return () => nodo;
  }
}

export const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

const leggiCon =
  (costruisci: Costruttore): LeggiRiga =>
  (valori, contesto) => {
    const { creditore: _, ...nomi } = contesto;
    const costruito = costruisci({ valori, contesto: nomi });
    if (!isOggetto(costruito)) return ko("il modello non dà una pendenza");
    const { azione, motivo, idA2A = contesto.idA2A, idPendenza, dataAvvisatura, ...corpo } = costruito;
    if (typeof idA2A !== "string") return ko("idA2A: obbligatorio");
    if (idPendenza === undefined || isOggetto(idPendenza)) return ko("idPendenza: obbligatorio");
    const chiave = { idA2A, idPendenza: String(idPendenza) };
    if (azione === "A") return ok({ tipo: "DEL", ...chiave, motivo: typeof motivo === "string" ? motivo : "Annullata da tracciato" });
    if (azione !== undefined && azione !== "I" && azione !== "M") return ko("azione: attesa I, M o A");
    const predefiniti = {
      ...(contesto.idDominio !== undefined && { idDominio: contesto.idDominio }),
      ...(contesto.idTipoPendenza !== undefined && { idTipoPendenza: contesto.idTipoPendenza }),
    };
    return ok({
      tipo: "ADD",
      ...chiave,
      ...(azione !== undefined && { azione }),
      corpo: { ...predefiniti, ...corpo },
      ...(typeof dataAvvisatura === "string" && { dataAvvisatura }),
    });
  };

/** The reader of a file with these columns, by the template's JSON. Errors: which field of the template is wrong and why. */
export const compileModello = (definizione: unknown, colonne: readonly string[]): Esito<LeggiRiga> => {
  if (!isOggetto(definizione)) return ko("il modello deve essere un oggetto JSON con la forma della pendenza");
  try {
    const leggi = leggiCon(new Compilatore(colonne).compile(definizione, "", 0));
    return ok((valori, contesto) => {
      try {
        return leggi(valori, contesto);
      } catch (errore) {
        if (errore instanceof ErroreModello) return ko(errore.message);
        throw errore;
      }
    });
  } catch (errore) {
    if (errore instanceof ErroreModello) return ko(errore.message);
    throw errore;
  }
};

/** Names that the template of an outcome row may use: GovPay's columns (reference 2.10), and what became of the row. */
export const COLONNE_ESITO: readonly string[] = [
  ..."idA2A idPendenza idDominio tipoPendenza numeroAvviso pdfAvviso tipoSoggettoPagatore identificativoPagatore anagraficaPagatore indirizzoPagatore civicoPagatore capPagatore localitaPagatore provinciaPagatore nazionePagatore emailPagatore cellularePagatore errore".split(
    " ",
  ),
  ..."numero stato esito".split(" "),
];

export type PresentaEsito = (valori: readonly string[]) => readonly string[];

const evaluateCella = (cella: Costruttore, valori: readonly string[]): string => {
  try {
    return String(cella({ valori, contesto: {} }) ?? "");
  } catch (errore) {
    if (errore instanceof ErroreModello) return "";
    throw errore;
  }
};

/** Cells of an outcome row: a list of texts with expressions on `COLONNE_ESITO`. Undefined when the debt type does not ask for its own. */
export const compileRisposta = (definizione: unknown): Esito<PresentaEsito | undefined> => {
  if (!Array.isArray(definizione)) return ok(undefined);
  try {
    const celle = definizione.map((cella: unknown, i) => {
      if (typeof cella !== "string") throw new ErroreModello(`risposta.${i}: atteso un testo`);
      return compileTesto(cella, `risposta.${i}`, COLONNE_ESITO);
    });
    return ok((valori) => celle.map((cella) => evaluateCella(cella, valori)));
  } catch (errore) {
    if (errore instanceof ErroreModello) return ko(errore.message);
    throw errore;
  }
};
