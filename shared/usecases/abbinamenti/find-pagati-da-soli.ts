/** Movements that pay by themselves what a flow reports: a flow is never expanded into its rows to decide, but here they lead to who names them. */
import { addGiorni } from "../../domain/valori/date.ts";
import type { PorteAbbinamenti } from "./porte.ts";

/** Days around its settlement in which a payment of a flow may have been credited by itself. */
const GIORNI_ACCREDITI = 30;
/** Rows that one request reads: a longer flow is asked code by code, of those that movements name. */
const RIGHE_IN_UNA_LETTURA = 1000;
/** Queries at once, on behalf of the payments of one message. */
const IN_PARALLELO = 10;

export const mapInsieme = async <T, R>(elementi: readonly T[], leggi: (elemento: T) => Promise<R>): Promise<R[]> => {
  const esiti: R[] = [];
  for (let i = 0; i < elementi.length; i += IN_PARALLELO)
    esiti.push(...(await Promise.all(elementi.slice(i, i + IN_PARALLELO).map(leggi))));
  return esiti;
};

/** Requests: two, and one per revision; of a flow of more than a thousand rows, one per payment code that the movements of those days name. */
export const findPagatiDaSoli =
  ({ rendicontazioni, prove, abbinamenti }: Pick<PorteAbbinamenti, "rendicontazioni" | "prove" | "abbinamenti">) =>
  async (idDominio: string, idFlusso: string): Promise<readonly string[]> => {
    const revisioni = await rendicontazioni.findRevisioni(idDominio, idFlusso);
    const [flusso] = revisioni;
    if (!flusso) return [];
    const giorni = { da: addGiorni(flusso.dataRegolamento, -GIORNI_ACCREDITI), a: addGiorni(flusso.dataRegolamento, GIORNI_ACCREDITI) };
    const candidati = await abbinamenti.findConPagamenti(idDominio, giorni);
    if (candidati.length === 0) return [];
    const corto = revisioni.reduce((somma, { numeroPagamenti }) => somma + numeroPagamenti, 0) <= RIGHE_IN_UNA_LETTURA;
    const nominati = [...new Set(candidati.flatMap(({ iuv }) => iuv))];
    const codici = corto
      ? (await mapInsieme(revisioni, (revisione) => rendicontazioni.findRighe(revisione, 1, RIGHE_IN_UNA_LETTURA)))
          .flat()
          .map(({ iuv }) => iuv)
      : (await mapInsieme(nominati, async (iuv) => ((await prove.hasRiga(flusso, iuv)) ? [iuv] : []))).flat();
    const riportati = new Set(codici);
    return candidati.filter(({ iuv }) => iuv.some((codice) => riportati.has(codice))).map(({ idMovimento }) => idMovimento);
  };
