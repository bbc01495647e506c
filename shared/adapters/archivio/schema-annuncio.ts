/** An announcement as it is kept: in the chain of its creditor, and in each delivery. */
import * as z from "zod";
import { type Annuncio, NOMI_ANNUNCIO } from "../../domain/annunci/annuncio.ts";

const testo = z.string();
const opz = z.exactOptional;

export const schemaAnnuncio = (): z.ZodType<Annuncio> =>
  z.strictObject({
    ...{ id: testo, tipo: z.enum(NOMI_ANNUNCIO), idDominio: testo, data: testo, oggetto: testo },
    ambito: z.strictObject({ idA2A: opz(testo), idTipoPendenza: opz(testo), idUnitaOperativa: opz(testo), importo: opz(z.int()) }),
    dati: z.record(testo, z.union([testo, z.number(), z.boolean()])),
  });
