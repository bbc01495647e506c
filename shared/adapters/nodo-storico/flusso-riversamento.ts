/**
 * Reads a FlussoRiversamento (1.0.4 and 1.0.5, pagopa.md 2.2) as a stream: only the rows of the page asked for are kept, whatever the size of
 * the document. Amounts are cents from their digits; dates are the PSP's days.
 */
import { SaxesParser } from "saxes";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { isGiorno, parseIstante } from "../../domain/valori/date.ts";
import type { RigaFlusso, TestataFlusso } from "../../ports/fdr.ts";

const SPAZIO = "http://www.digitpa.gov.it/schemas/2011/Pagamenti/";
const PEZZO_BYTE = 64 * 1024;
const PROFONDITA_MASSIMA = 8;
const TESTO_MASSIMO = 256;
const ESITO_SCONOSCIUTO = -1;
const CODIFICHE: readonly string[] = ["utf-8", "utf8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"];

export interface FlussoLetto {
  readonly idFlusso: string;
  readonly testata: TestataFlusso;
  readonly righe: readonly RigaFlusso[];
  readonly righeTotali: number;
}

class FlussoRifiutato extends Error {}
const rifiuta = (motivo: string): never => {
  throw new FlussoRifiutato(motivo);
};

type Campi = Map<string, string>;

const testoDi = (campi: Campi, nome: string, massimo = 35): string => {
  const valore = campi.get(nome)?.trim();
  if (valore === undefined || valore === "") return rifiuta(`${nome}: manca`);
  if (valore.length > massimo || /\p{Cc}/u.test(valore)) return rifiuta(`${nome}: più di ${massimo} caratteri, o caratteri di controllo`);
  return valore;
};
const facoltativo = (campi: Campi, nome: string, massimo = 35): string | undefined =>
  (campi.get(nome) ?? "").trim() === "" ? undefined : testoDi(campi, nome, massimo);

const centesimi = (campi: Campi, nome: string): bigint => {
  const parti = /^(\d{1,13})\.(\d{2})$/.exec(testoDi(campi, nome));
  return parti ? BigInt(`${parti[1]}${parti[2]}`) : rifiuta(`${nome}: atteso un importo con due decimali`);
};

/** xsd:date may carry an offset: the day is what is written. */
const giorno = (campi: Campi, nome: string): string => {
  const valore = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(testoDi(campi, nome))?.[1] ?? "";
  return isGiorno(valore) ? valore : rifiuta(`${nome}: attesa una data`);
};

const secondo = (campi: Campi, nome: string): string => {
  const letto = parseIstante(testoDi(campi, nome, 40), nome);
  return letto.ok ? `${letto.valore.slice(0, 19)}.000Z` : rifiuta(letto.errore);
};

const intero = (campi: Campi, nome: string): number => {
  const valore = testoDi(campi, nome);
  return /^\d{1,9}$/.test(valore) ? Number(valore) : rifiuta(`${nome}: atteso un numero`);
};

const toRiga = (campi: Campi): RigaFlusso => {
  const indice = facoltativo(campi, "indiceDatiSingoloPagamento");
  const esito = testoDi(campi, "codiceEsitoSingoloPagamento");
  return {
    iuv: testoDi(campi, "identificativoUnivocoVersamento"),
    iur: testoDi(campi, "identificativoUnivocoRiscossione"),
    indice: indice === undefined ? 1 : /^[1-5]$/.test(indice) ? Number(indice) : rifiuta("indiceDatiSingoloPagamento: atteso da 1 a 5"),
    importo: centesimi(campi, "singoloImportoPagato"),
    esito: /^\d$/.test(esito) ? Number(esito) : ESITO_SCONOSCIUTO,
    data: giorno(campi, "dataEsitoSingoloPagamento"),
  };
};

const idFlussoDi = (campi: Campi): string => {
  const id = testoDi(campi, "identificativoFlusso");
  return /^[a-zA-Z0-9\-_]{1,35}$/.test(id) ? id : rifiuta("identificativoFlusso: ammessi lettere, cifre, - e _");
};

/** Names that occur in both institutes carry the institute before them. */
const toTestata = (campi: Campi): TestataFlusso => {
  const bic = facoltativo(campi, "codiceBicBancaDiRiversamento");
  const tipo = testoDi(campi, "istitutoMittente/tipoIdentificativoUnivoco");
  const id = testoDi(campi, "istitutoMittente/codiceIdentificativoUnivoco");
  return {
    dataFlusso: secondo(campi, "dataOraFlusso"),
    trn: testoDi(campi, "identificativoUnivocoRegolamento"),
    dataRegolamento: giorno(campi, "dataRegolamento"),
    ...(bic !== undefined && { bicRiversamento: bic }),
    ragioneSocialePsp: facoltativo(campi, "denominazioneMittente", 140) ?? id,
    mittente: { tipo: /^[GAB]$/.test(tipo) ? tipo : "G", id },
    idDominioRicevente: testoDi(campi, "istitutoRicevente/codiceIdentificativoUnivoco"),
    numeroPagamenti: intero(campi, "numeroTotalePagamenti"),
    importoTotale: centesimi(campi, "importoTotalePagamenti"),
  };
};

/** Says which characters the bytes are; undefined for what we do not read (UTF-16 among them: pagoPA never sends it). */
const decoderDi = (byte: Uint8Array): TextDecoder | undefined => {
  const inizio = Buffer.from(byte.buffer, byte.byteOffset, Math.min(byte.byteLength, 200)).toString("latin1");
  const codifica = /^[^<]{0,3}<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(inizio)?.[1]?.toLowerCase() ?? "utf-8";
  return CODIFICHE.includes(codifica) ? new TextDecoder(codifica, { fatal: true }) : undefined;
};

/** A document being read: what it throws is FlussoRifiutato, or TypeError for bytes that are not of its encoding. */
interface Analisi {
  write(pezzo: Uint8Array): void;
  end(): void;
  /** Rows read since last time. */
  take(): readonly RigaFlusso[];
  /** @throws FlussoRifiutato when the header is not whole. */
  testata(): { readonly idFlusso: string; readonly testata: TestataFlusso; readonly righeTotali: number };
}

/** @param inizio the first bytes. @param wants whether to keep the row in that position, from 0: the others are only counted. */
const createAnalisi = (inizio: Uint8Array, wants: (posto: number) => boolean): Analisi => {
  const decoder = decoderDi(inizio) ?? rifiuta("codifica dei caratteri non ammessa");
  const percorso: string[] = [];
  const testata: Campi = new Map();
  let riga: Campi = new Map();
  let righe: RigaFlusso[] = [];
  let righeTotali = 0;
  let testo = "";
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  parser.on("doctype", () => rifiuta("il documento contiene una dichiarazione DOCTYPE, non ammessa"));
  parser.on("error", () => rifiuta(`XML non ben formato alla riga ${parser.line}`));
  parser.on("opentag", ({ local, uri }) => {
    if (percorso.length === 0 && (local !== "FlussoRiversamento" || uri !== SPAZIO)) rifiuta(`radice ${local.slice(0, 60)} inattesa`);
    if (percorso.length >= PROFONDITA_MASSIMA) rifiuta("elementi annidati oltre misura");
    percorso.push(local);
    testo = "";
    if (percorso.length === 2 && local === "datiSingoliPagamenti") riga = new Map();
  });
  const addTesto = (pezzo: string): void => {
    if (testo.length + pezzo.length > TESTO_MASSIMO && pezzo.trim() !== "")
      rifiuta(`${percorso.at(-1)}: più di ${TESTO_MASSIMO} caratteri`);
    testo = testo.length > TESTO_MASSIMO ? testo : testo + pezzo;
  };
  parser.on("text", addTesto);
  parser.on("cdata", addTesto);
  parser.on("closetag", () => {
    const nome = percorso.pop() ?? "";
    const ramo = percorso[1];
    if (percorso.length === 1 && nome === "datiSingoliPagamenti") {
      if (wants(righeTotali)) righe.push(toRiga(riga));
      righeTotali += 1;
    } else if (ramo === "datiSingoliPagamenti") riga.set(nome, testo);
    else testata.set(ramo !== undefined && /Identificativo|identificativo/.test(nome) ? `${ramo}/${nome}` : nome, testo);
    testo = "";
  });
  return {
    write: (pezzo) => void parser.write(decoder.decode(pezzo, { stream: true })),
    end: () => void parser.write(decoder.decode()).close(),
    take: () => {
      const lette = righe;
      righe = [];
      return lette;
    },
    testata: () => ({ idFlusso: idFlussoDi(testata), testata: toTestata(testata), righeTotali }),
  };
};

/** What a document that cannot be read says of itself, in Italian; anything else goes through. */
const motivoDi = (errore: unknown): string => {
  if (errore instanceof FlussoRifiutato) return errore.message;
  if (errore instanceof TypeError) return "il testo non è nella codifica dichiarata";
  throw errore;
};

/** @param da position, from 0, of the first row wanted. @param quante at most. Errors: why it is not a flow, in Italian. */
export const readFlussoRiversamento = (byte: Uint8Array, da: number, quante: number): Esito<FlussoLetto> => {
  try {
    const analisi = createAnalisi(byte, (posto) => posto >= da && posto < da + quante);
    for (let inizio = 0; inizio < byte.byteLength; inizio += PEZZO_BYTE) analisi.write(byte.subarray(inizio, inizio + PEZZO_BYTE));
    analisi.end();
    return ok({ ...analisi.testata(), righe: analisi.take() });
  } catch (errore) {
    return ko(motivoDi(errore));
  }
};

/**
 * The same of a document of any size, that is never held whole: its rows are given as they are read.
 * @throws what the source, or `keep`, throws. Errors: why it is not a flow, in Italian.
 */
export const streamFlussoRiversamento = async (
  byte: AsyncIterable<Uint8Array>,
  keep: (righe: readonly RigaFlusso[]) => Promise<void>,
): Promise<Esito<Omit<FlussoLetto, "righe">>> => {
  let analisi: Analisi | undefined;
  /** Undefined when it can be read so far. */
  const attempt = (passo: () => void): string | undefined => {
    try {
      passo();
      return undefined;
    } catch (errore) {
      return motivoDi(errore);
    }
  };
  for await (const pezzo of byte) {
    for (let da = 0; da < pezzo.byteLength; da += PEZZO_BYTE) {
      const motivo = attempt(() => {
        analisi ??= createAnalisi(pezzo, () => true);
        analisi.write(pezzo.subarray(da, da + PEZZO_BYTE));
      });
      if (motivo !== undefined) return ko(motivo);
      await keep(analisi?.take() ?? []);
    }
  }
  let letto: ReturnType<Analisi["testata"]> | undefined;
  const motivo = attempt(() => {
    if (!analisi) return rifiuta("il documento è vuoto");
    analisi.end();
    letto = analisi.testata();
    return undefined;
  });
  return letto ? ok(letto) : ko(motivo ?? "");
};

/** As FdR-3. */
export const RIGHE_PER_PAGINA = 1000;

/** A page of a document, as FdR-3 would give it. */
export const readPaginaFlusso = (byte: Uint8Array, pagina: number): Esito<FlussoLetto & { readonly pagineTotali: number }> => {
  const letto = readFlussoRiversamento(byte, (pagina - 1) * RIGHE_PER_PAGINA, RIGHE_PER_PAGINA);
  return letto.ok ? ok({ ...letto.valore, pagineTotali: Math.max(1, Math.ceil(letto.valore.righeTotali / RIGHE_PER_PAGINA)) }) : letto;
};

/** A document all of whose rows can be read, with all of them. */
export const checkFlussoRiversamento = (byte: Uint8Array): Esito<FlussoLetto> => readFlussoRiversamento(byte, 0, Number.MAX_SAFE_INTEGER);
