/** An announcement as a CloudEvent (1.0, structured JSON): the body of a webhook, and the element of the feed. */
import { type Annuncio, PREFISSO_TIPO } from "../../domain/annunci/annuncio.ts";
import { formatImporto } from "../../domain/valori/importo.ts";

/** @param ordine its place among those of the creditor. */
export const presentAnnuncio = ({ id, tipo, idDominio, data, oggetto, ambito, dati }: Annuncio, ordine: string) => ({
  specversion: "1.0" as const,
  id,
  source: `/domini/${idDominio}`,
  type: `${PREFISSO_TIPO}${tipo}`,
  subject: oggetto,
  time: data,
  datacontenttype: "application/json" as const,
  sequence: ordine,
  data: { idDominio, ...dati, ...(ambito.importo !== undefined && { importo: Number(formatImporto(BigInt(ambito.importo))) }) },
});
