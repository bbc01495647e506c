/**
 * A stage of rows: read in order, elaborated many at a time, their outcomes written before the progress. A stage never holds the same debt twice:
 * so repeating it after a crash meets only its own effects, and gives the same outcomes.
 */
import { type Esito, ok } from "../../domain/esito.ts";
import type { EsitoRiga, TappaTracciato, Tracciato } from "../../domain/tracciati/tracciato.ts";
import { chiaviTracciato } from "../../domain/tracciati/tracciato.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { leggiContenuto } from "./contenuto.ts";
import { type createElaborateRiga, refuseRiga } from "./elaborate-riga.ts";
import { encodeEsiti } from "./esiti.ts";
import { createExamineAnnullamenti, type EsameRiga } from "./examine-annullamenti.ts";
import { loadJson, loadModello } from "./open-tracciato.ts";
import type { PorteElaborazione } from "./porte.ts";
import { openCsv, openJson, type RigaLetta, type Sorgente } from "./sorgente.ts";

export const RIGHE_PER_TAPPA = 500;
const RIGHE_IN_VOLO = 24;

/** The rows of a batch from where it is. Kept between the stages of one invocation: positions follow one another. */
export const openSorgente = async (porte: PorteElaborazione, tracciato: Tracciato): Promise<Esito<Sorgente>> => {
  const { idDominio, idTipoPendenza, idA2A, dialetto, posizione } = tracciato;
  const creditore = idDominio === undefined ? undefined : await porte.anagrafiche.getCreditore(idDominio);
  const contesto = {
    ...(idDominio !== undefined && { idDominio }),
    ...(idTipoPendenza !== undefined && { idTipoPendenza }),
    ...(idA2A !== undefined && { idA2A }),
    ...(creditore && { creditore }),
    oggi: giornoDi(porte.clock.now()),
  };
  if (!dialetto || dialetto.formato === "json") {
    const json = await loadJson(porte, tracciato);
    return json.ok ? ok(openJson(json.valore, posizione, contesto)) : json;
  }
  const modello = dialetto.formato === "modello" ? await loadModello(porte.anagrafiche, tracciato) : undefined;
  return openCsv(leggiContenuto(porte.oggetti, tracciato), dialetto, posizione, modello, contesto);
};

interface Lotto {
  readonly righe: readonly RigaLetta[];
  readonly fine: boolean;
  readonly fermata?: string;
}

const chiaveDi = ({ operazione }: RigaLetta): string | undefined =>
  operazione.ok ? `${operazione.valore.idA2A}\u0000${operazione.valore.idPendenza}` : undefined;

/** Reads a stage ahead of a source, and keeps for the next one the row that made it end. */
export class LettoreTappe {
  readonly #sorgente: Sorgente;
  #avanzata: RigaLetta | undefined;

  constructor(sorgente: Sorgente) {
    this.#sorgente = sorgente;
  }

  async read(massimo: number): Promise<Lotto> {
    const righe: RigaLetta[] = [];
    const chiavi = new Set<string>();
    while (righe.length < massimo) {
      const letta = this.#avanzata ? ok(this.#avanzata) : await this.#sorgente.next();
      this.#avanzata = undefined;
      if (!letta.ok) return { righe, fine: true, fermata: letta.errore };
      if (letta.valore === undefined) return { righe, fine: true };
      const chiave = chiaveDi(letta.valore);
      if (chiave !== undefined && chiavi.has(chiave)) {
        this.#avanzata = letta.valore;
        return { righe, fine: false };
      }
      if (chiave !== undefined) chiavi.add(chiave);
      righe.push(letta.valore);
    }
    return { righe, fine: false };
  }
}

export interface TappaFatta {
  readonly tracciato: Tracciato;
  readonly tappa?: TappaTracciato;
  /** The stage ended before a row that annuls a debt of this creditor, and waits for a second person. */
  readonly attesaDi?: string;
}

/** Many at a time, in order in the answer. */
const mapInVolo = async <T, R>(elementi: readonly T[], compute: (elemento: T, i: number) => Promise<R>): Promise<R[]> => {
  const risultati: R[] = [];
  let prossimo = 0;
  const work = async (): Promise<void> => {
    while (prossimo < elementi.length) {
      const i = prossimo++;
      const elemento = elementi[i];
      if (elemento !== undefined) risultati[i] = await compute(elemento, i);
    }
  };
  await Promise.all(Array.from({ length: Math.min(RIGHE_IN_VOLO, elementi.length) }, work));
  return risultati;
};

interface LottoEsaminato extends Lotto {
  readonly esami: readonly EsameRiga[];
  readonly attesaDi?: string;
}

/** The stage cut before its first row that waits: what follows is read again when the batch goes on. */
const cutAttesa = (lotto: Lotto, esami: readonly EsameRiga[]): LottoEsaminato => {
  const prima = esami.findIndex((esame) => esame?.attende);
  const esame = esami[prima];
  return esame?.attende ? { righe: lotto.righe.slice(0, prima), fine: false, esami, attesaDi: esame.idDominio } : { ...lotto, esami };
};

/** Elaborates the next stage and writes its outcomes; the progress is still to be committed by the caller. */
export const elaborateRighe = async (
  porte: PorteElaborazione,
  elabora: ReturnType<typeof createElaborateRiga>,
  lettore: LettoreTappe,
  tracciato: Tracciato,
  traccia: Traccia,
  tollera: boolean,
): Promise<TappaFatta> => {
  const { id, righeLette, tappa, lunghezza = 0 } = tracciato;
  const letto = await lettore.read(RIGHE_PER_TAPPA);
  const examine = createExamineAnnullamenti(porte);
  const lotto = cutAttesa(letto, await mapInVolo(letto.righe, (riga) => examine(riga, tracciato, tollera)));
  const esiti = await mapInVolo(lotto.righe, async (riga, i) => {
    const esame = lotto.esami[i];
    const numero = righeLette + i + 1;
    if (esame && !esame.attende) return refuseRiga(riga, numero, esame.codice, esame.descrizione);
    return elabora(riga, numero, tracciato, traccia, tollera);
  });
  const eseguite = esiti.filter(({ stato }) => stato === "ESEGUITO").length;
  const avvisi = tracciato.stampaAvvisi && !tracciato.simulazione ? esiti.filter(isDaStampare).length : 0;
  const avanzato: Tracciato = {
    ...tracciato,
    posizione: lotto.fine ? lunghezza : (lotto.righe.at(-1)?.dopo ?? tracciato.posizione),
    righeLette: righeLette + esiti.length,
    eseguite: tracciato.eseguite + eseguite,
    fallite: tracciato.fallite + esiti.length - eseguite,
    avvisiTotali: tracciato.avvisiTotali + avvisi,
    ...(lotto.fermata !== undefined && { letturaFermata: `riga ${righeLette + esiti.length + 1}: ${lotto.fermata}` }),
  };
  const attesa = lotto.attesaDi === undefined ? {} : { attesaDi: lotto.attesaDi };
  if (esiti.length === 0) return { tracciato: avanzato, ...attesa };
  await porte.oggetti.put(chiaviTracciato.esiti(id, tappa), encodeEsiti(esiti), "application/x-ndjson");
  return {
    tracciato: { ...avanzato, tappa: tappa + 1 },
    tappa: {
      ...{ versione: 0, id, numero: tappa, primaRiga: righeLette + 1, righe: esiti.length, eseguite },
      fallite: esiti.length - eseguite,
    },
    ...attesa,
  };
};

/** A row whose debt has a notice to print. */
export const isDaStampare = ({ stato, tipo, numeroAvviso }: EsitoRiga): boolean =>
  stato === "ESEGUITO" && tipo === "ADD" && numeroAvviso !== undefined;
