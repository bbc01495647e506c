/**
 * Reading of an uploaded ZIP: the index at its end first, then the one file inflated as it is read. What the index declares is not believed:
 * the output is counted, and stops where a bomb would begin.
 */

import { pipeline, Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { LeggiTratto } from "../../domain/tracciati/lettore-csv.ts";
import { ZipNonValido } from "../../ports/pacchetti-zip.ts";

const FINE_FIRMA = 0x06054b50;
const VOCE_FIRMA = 0x02014b50;
const LOCALE_FIRMA = 0x04034b50;
const FINE_BYTE = 22;
const COMMENTO_MASSIMO = 65_535;
const INDICE_MASSIMO = 1_048_576;
const TRATTO_BYTE = 1_048_576;

export const CONTENUTO_MASSIMO = 512 * 1_048_576;
/** A text never packs so well: above this the file was made to explode. */
const RAPPORTO_MASSIMO = 200;
/** Small files of equal rows may pack very well, and are harmless. */
const SENZA_RAPPORTO = 10 * 1_048_576;

/** One file of an archive, as its index tells it. */
export interface VoceZip {
  readonly nome: string;
  readonly metodo: number;
  readonly compressa: number;
  readonly posizione: number;
}

const readFine = async (leggi: LeggiTratto, dimensione: number): Promise<{ indice: number; lunghezza: number } | undefined> => {
  const quanti = Math.min(dimensione, FINE_BYTE + COMMENTO_MASSIMO);
  const coda = Buffer.from(await leggi(dimensione - quanti, quanti));
  for (let i = coda.length - FINE_BYTE; i >= 0; i--) {
    if (coda.readUInt32LE(i) === FINE_FIRMA) return { lunghezza: coda.readUInt32LE(i + 12), indice: coda.readUInt32LE(i + 16) };
  }
  return undefined;
};

const readVoci = (indice: Buffer): readonly VoceZip[] | string => {
  const voci: VoceZip[] = [];
  let i = 0;
  while (i + 46 <= indice.length && indice.readUInt32LE(i) === VOCE_FIRMA) {
    if ((indice.readUInt16LE(i + 8) & 1) === 1) return "ZIP protetto da password";
    const lunghezzaNome = indice.readUInt16LE(i + 28);
    const nome = indice.subarray(i + 46, i + 46 + lunghezzaNome).toString("utf8");
    const compressa = indice.readUInt32LE(i + 20);
    voci.push({ nome, metodo: indice.readUInt16LE(i + 10), compressa, posizione: indice.readUInt32LE(i + 42) });
    i += 46 + lunghezzaNome + indice.readUInt16LE(i + 30) + indice.readUInt16LE(i + 32);
    if (voci.length > 1000) return "ZIP con più di 1000 file";
  }
  return voci.filter(({ nome }) => !nome.endsWith("/") && !nome.startsWith("__MACOSX/"));
};

async function* readCompressi(leggi: LeggiTratto, da: number, quanti: number): AsyncGenerator<Uint8Array> {
  for (let letti = 0; letti < quanti; ) {
    const tratto = await leggi(da + letti, Math.min(TRATTO_BYTE, quanti - letti));
    if (tratto.length === 0) throw new ZipNonValido("ZIP troncato");
    letti += tratto.length;
    yield tratto;
  }
}

/** Who reads may stop at any piece: the streams are closed then, and nothing is left to complain. */
async function* inflatePezzi(compressi: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gonfi = createInflateRaw();
  pipeline(Readable.from(compressi), gonfi, () => undefined);
  const pezzi: AsyncIterable<Uint8Array> = gonfi;
  try {
    yield* pezzi;
  } finally {
    gonfi.destroy();
  }
}

async function* inflate(voce: VoceZip, inizio: number, leggi: LeggiTratto): AsyncGenerator<Uint8Array> {
  const compressi = readCompressi(leggi, inizio, voce.compressa);
  const gonfi = voce.metodo === 0 ? compressi : inflatePezzi(compressi);
  let totale = 0;
  try {
    for await (const pezzo of gonfi) {
      totale += pezzo.length;
      if (totale > CONTENUTO_MASSIMO) throw new ZipNonValido(`il file dentro lo ZIP supera ${CONTENUTO_MASSIMO / 1_048_576} MB`);
      if (totale > SENZA_RAPPORTO && totale > voce.compressa * RAPPORTO_MASSIMO)
        throw new ZipNonValido(`il file dentro lo ZIP si espande più di ${RAPPORTO_MASSIMO} volte`);
      yield pezzo;
    }
  } catch (errore) {
    if (errore instanceof ZipNonValido) throw errore;
    throw errore instanceof Error && "code" in errore && String(errore.code).startsWith("Z_")
      ? new ZipNonValido("il contenuto dello ZIP è danneggiato")
      : errore;
  }
}

/** The files of the archive, folders and what Mac adds left out. Errors: why it is refused. */
export const listZip = async (leggi: LeggiTratto, dimensione: number): Promise<Esito<readonly VoceZip[]>> => {
  const fine = dimensione < FINE_BYTE ? undefined : await readFine(leggi, dimensione);
  if (!fine) return ko("ZIP non valido: manca l'indice");
  if (fine.lunghezza > INDICE_MASSIMO || fine.indice + fine.lunghezza > dimensione) return ko("ZIP non valido: indice fuori posto");
  const voci = readVoci(Buffer.from(await leggi(fine.indice, fine.lunghezza)));
  return typeof voci === "string" ? ko(voci) : ok(voci);
};

/** The content of one file of the archive; reading it may throw ZipNonValido. Errors: why it is refused. */
export const openVoce = async (voce: VoceZip, leggi: LeggiTratto): Promise<Esito<AsyncIterable<Uint8Array>>> => {
  if (voce.metodo !== 0 && voce.metodo !== 8) return ko("ZIP con una compressione non ammessa: usare deflate");
  const locale = Buffer.from(await leggi(voce.posizione, 30));
  if (locale.length < 30 || locale.readUInt32LE(0) !== LOCALE_FIRMA) return ko("ZIP non valido: il file non è dove dice l'indice");
  const inizio = voce.posizione + 30 + locale.readUInt16LE(26) + locale.readUInt16LE(28);
  return ok(inflate(voce, inizio, leggi));
};

/** The only file of the archive. Errors: why it is refused. */
export const openZip = async (
  leggi: LeggiTratto,
  dimensione: number,
): Promise<Esito<{ readonly nome: string; readonly pezzi: AsyncIterable<Uint8Array> }>> => {
  const voci = await listZip(leggi, dimensione);
  if (!voci.ok) return voci;
  const [voce, altra] = voci.valore;
  if (!voce) return ko("ZIP senza file");
  if (altra) return ko(`lo ZIP deve contenere un solo file, ne contiene ${voci.valore.length}`);
  if (/\.zip$/i.test(voce.nome)) return ko("lo ZIP contiene un altro ZIP");
  const pezzi = await openVoce(voce, leggi);
  return pezzi.ok ? ok({ nome: voce.nome, pezzi: pezzi.valore }) : pezzi;
};
