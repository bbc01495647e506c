/**
 * Flows too large to be read whole for each of their pages: written once as pages, beside the document, under the name of its content. Written twice, they are the same.
 */
import * as z from "zod";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { DividiFlusso, ErroreFdr, FlussiOriginali, RigaFlusso } from "../../ports/fdr.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import { RIGHE_PER_PAGINA, streamFlussoRiversamento } from "./flusso-riversamento.ts";

const SUFFISSO = ".pagine.xml";
const JSON_TIPO = "application/json";
const TESTO = z.string();
const CENTESIMI = z.codec(z.string(), z.bigint(), { decode: (testo) => BigInt(testo), encode: (valore) => valore.toString() });
const opz = z.exactOptional;

/** The header, and how many pages follow. */
const Indice = z.strictObject({
  idFlusso: TESTO,
  righeTotali: z.number(),
  testata: z.strictObject({
    ...{ dataFlusso: TESTO, trn: TESTO, dataRegolamento: TESTO, ragioneSocialePsp: TESTO, idDominioRicevente: TESTO },
    ...{ bicRiversamento: opz(TESTO), numeroPagamenti: z.number(), importoTotale: CENTESIMI },
    mittente: z.strictObject({ tipo: TESTO, id: TESTO }),
  }),
});
const Pagina = z.array(z.strictObject({ iuv: TESTO, iur: TESTO, indice: z.number(), importo: CENTESIMI, esito: z.number(), data: TESTO }));

const encode = (valore: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(valore));
const decode = (byte: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(byte));

const cartellaDi = (chiave: string): string => chiave.slice(0, -".xml".length);
const chiaveIndice = (chiave: string): string => `${cartellaDi(chiave)}/indice.json`;
const chiavePagina = (chiave: string, pagina: number): string => `${cartellaDi(chiave)}/${String(pagina).padStart(6, "0")}.json`;

export const isAPagine = (chiave: string): boolean => chiave.endsWith(SUFFISSO);

export const createDividiFlusso =
  (oggetti: Pick<Oggetti, "put" | "compose">): DividiFlusso =>
  async ({ idDominio, impronta, byte }) => {
    const originale = `flussi/${idDominio}/${impronta}${SUFFISSO}`;
    let attesa: RigaFlusso[] = [];
    let pagine = 0;
    const write = async (): Promise<void> => {
      pagine += 1;
      await oggetti.put(chiavePagina(originale, pagine), encode(z.encode(Pagina, attesa.splice(0, RIGHE_PER_PAGINA))), JSON_TIPO);
    };
    const letto = await streamFlussoRiversamento(byte(), async (righe) => {
      attesa = attesa.concat(righe);
      while (attesa.length >= RIGHE_PER_PAGINA) await write();
    });
    if (!letto.ok) return letto;
    if (attesa.length > 0) await write();
    const { idFlusso, testata, righeTotali } = letto.valore;
    await oggetti.put(chiaveIndice(originale), encode(z.encode(Indice, { idFlusso, testata, righeTotali })), JSON_TIPO);
    await oggetti.compose(originale, byte(), "application/xml");
    return ok({ idFlusso, testata, righe: righeTotali, originale });
  };

type Letto<T> = Promise<Esito<T, ErroreFdr>>;

/** The last index stays in memory between one page and the next: it never changes under its name. */
export const createFlussiAPagine = (documenti: Pick<Documenti, "get">): FlussiOriginali => {
  let ricordo: { readonly chiave: string; readonly indice: z.output<typeof Indice> } | undefined;

  const read = async (chiave: string): Letto<unknown> => {
    const byte = await documenti.get(chiave);
    return byte ? ok(decode(byte)) : ko({ causa: "irraggiungibile", dettaglio: `il documento ${chiave} non è nel deposito` });
  };

  const readIndice = async (chiave: string): Letto<z.output<typeof Indice>> => {
    if (ricordo?.chiave === chiave) return ok(ricordo.indice);
    const letto = await read(chiaveIndice(chiave));
    if (!letto.ok) return letto;
    const indice = Indice.parse(letto.valore);
    ricordo = { chiave, indice };
    return ok(indice);
  };

  return {
    getTestata: async (chiave) => {
      const letto = await readIndice(chiave);
      return letto.ok ? ok({ ...letto.valore.testata, originale: chiave }) : letto;
    },
    getPagamenti: async (chiave, pagina) => {
      const indice = await readIndice(chiave);
      if (!indice.ok) return indice;
      const pagineTotali = Math.max(1, Math.ceil(indice.valore.righeTotali / RIGHE_PER_PAGINA));
      if (indice.valore.righeTotali === 0) return ok({ righe: [], pagineTotali });
      const letto = await read(chiavePagina(chiave, pagina));
      return letto.ok ? ok({ righe: Pagina.parse(letto.valore), pagineTotali }) : letto;
    },
  };
};
