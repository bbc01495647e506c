/**
 * Printed notices kept in the document bucket under a digest of all that they say: the same notice is printed once, a changed one has another name.
 * The bucket helps and never decides: what it cannot give, or gives damaged or late, is printed as if it were not there.
 */
import { createHash } from "node:crypto";
import type { Documenti } from "../../ports/documenti.ts";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";
import { VERSIONE_IMPAGINAZIONE } from "./versione.ts";

export interface OpzioniCache {
  readonly documenti: Documenti;
  readonly stampa: StampaAvviso;
  /** Told of each failure of the bucket. */
  readonly segnala: (errore: unknown) => void;
  /** How long the bucket is waited for. */
  readonly attesaMillisecondi?: number;
}

const ATTESA_MILLISECONDI = 1_500;
const FIRMA_PDF = "%PDF-";
const FINE_PDF = "%%EOF";

/** Fields in the order in which the use case writes them: the digest of equal notices is equal because one function builds them all. */
const improntaDi = (avviso: AvvisoDaStampare): string => {
  const hash = createHash("sha256").update(`impaginazione ${VERSIONE_IMPAGINAZIONE}\n`);
  const { logo, ...ente } = avviso.ente;
  if (logo !== undefined) hash.update(logo);
  return hash
    .update(JSON.stringify({ ...avviso, ente }, (_nome, valore: unknown) => (typeof valore === "bigint" ? valore.toString() : valore)))
    .digest("hex");
};

export const chiaveStampa = (avviso: AvvisoDaStampare): string => `stampe/${avviso.ente.idDominio}/${improntaDi(avviso)}.pdf`;

const isPdf = (byte: Uint8Array): boolean =>
  Buffer.from(byte.subarray(0, FIRMA_PDF.length)).toString("latin1") === FIRMA_PDF &&
  Buffer.from(byte.subarray(-16)).toString("latin1").trimEnd().endsWith(FINE_PDF);

const entro = async <T>(lavoro: Promise<T>, millisecondi: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const scadenza = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`il deposito delle stampe non ha risposto in ${millisecondi} ms`)), millisecondi);
  });
  try {
    return await Promise.race([lavoro, scadenza]);
  } finally {
    clearTimeout(timer);
  }
};

export const createStampaInCache = ({
  documenti,
  stampa,
  segnala,
  attesaMillisecondi = ATTESA_MILLISECONDI,
}: OpzioniCache): StampaAvviso => {
  const prova = async <T>(lavoro: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await entro(lavoro(), attesaMillisecondi);
    } catch (errore) {
      segnala(errore);
      return undefined;
    }
  };
  return {
    async render(avviso) {
      const chiave = chiaveStampa(avviso);
      const nota = await prova(() => documenti.get(chiave));
      if (nota !== undefined && isPdf(nota)) return nota;
      const pdf = await stampa.render(avviso);
      await prova(() => documenti.put(chiave, pdf, "application/pdf"));
      return pdf;
    },
    // Merged documents are asked once: nothing to remember.
    renderUniti: (avvisi, dataStampa) => stampa.renderUniti(avvisi, dataStampa),
  };
};
