/** The file of a loading made ready: there, of a size we take, not loaded before, out of its ZIP, with the reader that knows it. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Caricamento, chiaviCaricamento } from "../../domain/tesoreria/caricamento.ts";
import type { FormatoTesoreria, Lettura } from "../../domain/tesoreria/movimento.ts";
import { ZipNonValido } from "../../ports/pacchetti-zip.ts";
import { byteDi, peek, tratti } from "./byte.ts";
import type { PorteLettura } from "./porte.ts";

export const FILE_MASSIMO_BYTE = 1024 * 1_048_576;
const ASSAGGIO_BYTE = 65_536;
/** What the reader of workbooks looks for in a ZIP. */
const CARTELLA_XLSX = "[Content_Types].xml";

/** The same file, asked to be read the same way, for the same creditor. */
export const chiaveDoppio = ({ idDominio, formato, profilo }: Pick<Caricamento, "idDominio" | "formato" | "profilo">, impronta: string) =>
  [idDominio, formato ?? "-", profilo ?? "-", impronta].join("#");

/** Size and digest of the file: known at once for what comes through the API, read here for what was written to the bucket. */
export const measureFile = async (
  { oggetti, startImpronta }: PorteLettura,
  caricamento: Caricamento,
): Promise<Esito<{ readonly dimensione: number; readonly impronta: string }>> => {
  const chiave = chiaviCaricamento.originale(caricamento);
  const dimensione = await oggetti.size(chiave);
  if (dimensione === undefined) return ko("il file non è arrivato");
  if (dimensione === 0) return ko("il file è vuoto");
  if (dimensione > FILE_MASSIMO_BYTE) return ko(`il file supera ${FILE_MASSIMO_BYTE / 1_048_576} MB`);
  if (caricamento.impronta !== undefined) return ok({ dimensione, impronta: caricamento.impronta });
  const impronta = startImpronta();
  for await (const pezzo of byteDi(oggetti, chiave, dimensione)) impronta.update(pezzo);
  return ok({ dimensione, impronta: impronta.end() });
};

const isZip = (inizio: Uint8Array): boolean => {
  if (inizio[0] !== 0x50 || inizio[1] !== 0x4b) return false;
  // Workbooks are ZIPs too: their first entries say so.
  return !new TextDecoder("latin1").decode(inizio.subarray(0, 4096)).includes(CARTELLA_XLSX);
};

/** What is in the file: its bytes, or those of the only file of its ZIP. */
const openSorgente = async (
  { oggetti, zip }: Pick<PorteLettura, "oggetti" | "zip">,
  caricamento: Caricamento,
  dimensione: number,
): Promise<Esito<AsyncIterable<Uint8Array>>> => {
  const chiave = chiaviCaricamento.originale(caricamento);
  const leggi = tratti(oggetti, chiave, dimensione);
  if (!isZip(await leggi(0, ASSAGGIO_BYTE))) return ok(byteDi(oggetti, chiave, dimensione));
  const aperto = await zip.open(leggi, dimensione);
  return aperto.ok ? ok(aperto.valore.pezzi) : aperto;
};

/** Lines of movements from the beginning; or the bytes of a settlement flow, from the beginning each time they are asked for. */
export type FileAperto =
  | { readonly formato: FormatoTesoreria; readonly letture: AsyncIterable<Lettura> }
  | { readonly formato: "FDR"; readonly byte: () => AsyncIterable<Uint8Array> };

/** Errors: why nobody can read it, in Italian. */
export const openFile = async (porte: PorteLettura, caricamento: Caricamento, dimensione: number): Promise<Esito<FileAperto>> => {
  async function* daCapo(): AsyncGenerator<Uint8Array> {
    const sorgente = await openSorgente(porte, caricamento, dimensione);
    if (!sorgente.ok) throw new ZipNonValido(sorgente.errore);
    yield* sorgente.valore;
  }
  try {
    const sorgente = await openSorgente(porte, caricamento, dimensione);
    if (!sorgente.ok) return sorgente;
    const { inizio, byte } = await peek(sorgente.valore, ASSAGGIO_BYTE);
    const { idDominio, formato, profilo } = caricamento;
    const scelto = await porte.lettori.choose({
      ...{ idDominio, inizio },
      ...(formato !== undefined && { formato }),
      ...(profilo !== undefined && { profilo }),
    });
    if (!scelto.ok) return scelto;
    const { valore } = scelto;
    return ok(
      "lettore" in valore ? { formato: valore.formato, letture: stopAtZip(valore.lettore(byte)) } : { formato: "FDR", byte: daCapo },
    );
  } catch (errore) {
    if (errore instanceof ZipNonValido) return ko(errore.message);
    throw errore;
  }
};

/** A ZIP that does not keep what its index promised ends the reading there, as a cut file does. */
async function* stopAtZip(letture: AsyncIterable<Lettura>): AsyncGenerator<Lettura> {
  try {
    yield* letture;
  } catch (errore) {
    if (!(errore instanceof ZipNonValido)) throw errore;
    yield { tipo: "rifiuto", motivo: errore.message };
  }
}
