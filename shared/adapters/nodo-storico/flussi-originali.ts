/** Flows as documents of ours: kept under the name of their content, read back in the pages that pagoPA would give. */
import { createHash } from "node:crypto";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { chiaveOriginale } from "../../domain/rendicontazioni/flusso.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { ErroreFdr, FlussiOriginali, LeggiDocumentoFlusso } from "../../ports/fdr.ts";
import type { ChiaveFlusso } from "../../ports/rendicontazioni.ts";
import { createFlussiAPagine, isAPagine } from "./flussi-a-pagine.ts";
import { checkFlussoRiversamento, readFlussoRiversamento, readPaginaFlusso } from "./flusso-riversamento.ts";

/** @returns the key under which it is. Throws when it could not be kept. */
export const keepOriginale = async (
  documenti: Pick<Documenti, "put">,
  flusso: Pick<ChiaveFlusso, "idDominio" | "idFlusso">,
  byte: Uint8Array,
): Promise<string> => {
  const chiave = chiaveOriginale(flusso, createHash("sha256").update(byte).digest("hex"));
  await documenti.put(chiave, byte, "application/xml");
  return chiave;
};

export const leggiDocumentoFlusso: LeggiDocumentoFlusso = (contenuto) => {
  const letto = checkFlussoRiversamento(contenuto);
  return letto.ok ? ok({ idFlusso: letto.valore.idFlusso, testata: letto.valore.testata, righe: letto.valore.righeTotali }) : letto;
};

/** The last document stays in memory between one page and the next: it never changes under its name. */
export const createFlussiOriginali = (documenti: Pick<Documenti, "get">): FlussiOriginali => {
  const aPagine = createFlussiAPagine(documenti);
  let ricordo: { readonly chiave: string; readonly byte: Uint8Array } | undefined;

  const read = async <L>(chiave: string, leggi: (byte: Uint8Array) => Esito<L>): Promise<Esito<L, ErroreFdr>> => {
    const byte = ricordo?.chiave === chiave ? ricordo.byte : await documenti.get(chiave);
    if (!byte) return ko({ causa: "irraggiungibile", dettaglio: `il documento ${chiave} non è nel deposito` });
    ricordo = { chiave, byte };
    const letto = leggi(byte);
    return letto.ok ? letto : ko({ causa: "illeggibile", dettaglio: letto.errore });
  };

  return {
    getTestata: async (chiave) => {
      if (isAPagine(chiave)) return aPagine.getTestata(chiave);
      const letto = await read(chiave, (byte) => readFlussoRiversamento(byte, 0, 0));
      return letto.ok ? ok({ ...letto.valore.testata, originale: chiave }) : letto;
    },
    getPagamenti: (chiave, pagina) =>
      isAPagine(chiave) ? aPagine.getPagamenti(chiave, pagina) : read(chiave, (byte) => readPaginaFlusso(byte, pagina)),
  };
};
