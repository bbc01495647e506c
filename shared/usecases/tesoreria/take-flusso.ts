/**
 * A settlement flow among the files that are loaded, of any size: kept with its pages, then registered like those of pagoPA, whose acquisition follows by itself. Done
 * again it writes the same, and finds the flow there.
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Caricamento } from "../../domain/tesoreria/caricamento.ts";
import type { DividiFlusso } from "../../ports/fdr.ts";
import { ZipNonValido } from "../../ports/pacchetti-zip.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { registerDocumento } from "../rendicontazioni/add-flusso.ts";

interface Porte {
  readonly dividi: DividiFlusso;
  readonly register: ReturnType<typeof registerDocumento>;
}

export interface FlussoPreso {
  readonly idFlusso: string;
  readonly righe: number;
  readonly descrizione: string;
}

/** About 600,000 rows. */
export const FLUSSO_MASSIMO_BYTE = 200 * 1_048_576;

export type TakeFlusso = (
  caricamento: Caricamento & { readonly impronta: string },
  byte: () => AsyncIterable<Uint8Array>,
  traccia: Traccia,
) => Promise<Esito<FlussoPreso>>;

/** A ZIP may hold more than it seems. */
async function* bounded(byte: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let letti = 0;
  for await (const pezzo of byte) {
    letti += pezzo.length;
    if (letti > FLUSSO_MASSIMO_BYTE) throw new ZipNonValido(`il flusso supera ${FLUSSO_MASSIMO_BYTE / 1_048_576} MB`);
    yield pezzo;
  }
}

/** Errors: why the file is refused, in Italian. */
export const takeFlusso =
  ({ dividi, register }: Porte): TakeFlusso =>
  async ({ idDominio, impronta }, byte, traccia) => {
    try {
      const diviso = await dividi({ idDominio, impronta, byte: () => bounded(byte()) });
      if (!diviso.ok) return diviso;
      const { idFlusso, testata, righe, originale } = diviso.valore;
      const esito = await register({ idDominio, idFlusso, testata, originale }, traccia);
      if (!esito.ok) return ko(esito.errore.dettaglio ?? esito.errore.codice);
      const come = esito.valore.daQui ? "registrato, le righe si acquisiscono" : "la stessa emissione è già registrata";
      return ok({ idFlusso, righe, descrizione: `flusso ${idFlusso}, ${righe} righe: ${come}` });
    } catch (errore) {
      if (errore instanceof ZipNonValido) return ko(errore.message);
      throw errore;
    }
  };
