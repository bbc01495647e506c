/** What the tests of the readers share: files from texts, cut in pieces of any size, and readings gathered by kind. */
import type { ChiusuraTesoreria, Lettura, RigaLetta, RigaScartata, TestataTesoreria } from "../../../domain/tesoreria/movimento.ts";
import type { LettoreTesoreria } from "../../../ports/lettori-tesoreria.ts";

/** @param passo bytes of each piece. */
export async function* pezziDi(contenuto: string | Uint8Array, passo = 1_000): AsyncGenerator<Uint8Array> {
  const byte = typeof contenuto === "string" ? Buffer.from(contenuto, "utf8") : contenuto;
  for (let i = 0; i < byte.length; i += passo) yield byte.subarray(i, i + passo);
}

export interface Letto {
  readonly tutte: readonly Lettura[];
  readonly testate: readonly TestataTesoreria[];
  readonly righe: readonly RigaLetta[];
  readonly scarti: readonly RigaScartata[];
  readonly chiusure: readonly ChiusuraTesoreria[];
  readonly rifiuto: string | undefined;
}

export const read = async (
  lettore: LettoreTesoreria,
  contenuto: string | Uint8Array | AsyncIterable<Uint8Array>,
  passo?: number,
): Promise<Letto> => {
  const byte = typeof contenuto === "string" || contenuto instanceof Uint8Array ? pezziDi(contenuto, passo) : contenuto;
  const tutte = await Array.fromAsync(lettore(byte));
  return {
    tutte,
    testate: tutte.flatMap((lettura) => (lettura.tipo === "testata" ? [lettura.testata] : [])),
    righe: tutte.flatMap((lettura) => (lettura.tipo === "riga" ? [lettura.riga] : [])),
    scarti: tutte.flatMap((lettura) => (lettura.tipo === "scarto" ? [lettura.scarto] : [])),
    chiusure: tutte.flatMap((lettura) => (lettura.tipo === "chiusura" ? [lettura.chiusura] : [])),
    rifiuto: tutte.flatMap((lettura) => (lettura.tipo === "rifiuto" ? [lettura.motivo] : []))[0],
  };
};

export const segnalazioniDi = ({ chiusure }: Letto): readonly string[] => chiusure.flatMap(({ segnalazioni }) => segnalazioni);
export const totaliErratiDi = ({ chiusure }: Letto) => chiusure.flatMap(({ totaliErrati }) => totaliErrati);
