/** List of the settlement flows that the caller may see. With an IUV only the flows that report it are read, through its own payment code. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { StatoFlusso } from "../../domain/rendicontazioni/stati-flusso.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { ambitoDomini, findNomi, type NomiDomini, type PorteAmbito } from "./ambito.ts";

export interface FiltriFlussi {
  readonly idDominio?: string;
  readonly stato?: StatoFlusso;
  readonly iuv?: string;
  readonly idFlusso?: string;
  /** Reconciled with the treasury, or not yet. */
  readonly incassato?: boolean;
  readonly escludiObsoleti: boolean;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

type Porte = Pick<PorteAmbito, "anagrafiche"> & { readonly rendicontazioni: Pick<Rendicontazioni, "findFlussi" | "findFlussiByIuv"> };

export interface ElencoFlussi {
  readonly pagina: Pagina<Flusso>;
  readonly nomi: NomiDomini;
}

const matches =
  (filtri: FiltriFlussi) =>
  (flusso: Flusso): boolean =>
    flusso.stato !== "IN_ACQUISIZIONE" &&
    (filtri.stato === undefined || flusso.stato === filtri.stato) &&
    (filtri.idFlusso === undefined || flusso.idFlusso === filtri.idFlusso) &&
    (filtri.incassato === undefined || filtri.incassato === (flusso.idRiconciliazione !== undefined)) &&
    (!filtri.escludiObsoleti || !flusso.obsoleto) &&
    (filtri.da === undefined || flusso.dataFlusso >= filtri.da) &&
    (filtri.a === undefined || flusso.dataFlusso <= filtri.a);

export const findFlussi = (porte: Porte) => {
  /** A payment code is reported by few flows: they are all read, then paged here. Whose it is, its own creditors say: those of the caller are asked. */
  const findByIuv = async (
    domini: "*" | readonly string[],
    iuv: string,
    filtri: FiltriFlussi,
    richiesta: RichiestaPagina,
  ): Promise<Pagina<Flusso>> => {
    const flussi = (await porte.rendicontazioni.findFlussiByIuv(domini, iuv)).filter(matches(filtri));
    const segno = filtri.ordine === "asc" ? 1 : -1;
    const ordinati = flussi.sort((a, b) => (a.dataFlusso < b.dataFlusso ? -segno : segno));
    return {
      elementi: ordinati.slice(richiesta.salta, richiesta.salta + richiesta.limite),
      ...(richiesta.totale && { totale: ordinati.length }),
    };
  };

  return async (filtri: FiltriFlussi, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<ElencoFlussi> => {
    const { idDominio, iuv, ...condizioni } = filtri;
    const { domini } = ambitoDomini(chiamante, idDominio);
    const pagina =
      iuv === undefined
        ? await porte.rendicontazioni.findFlussi({ ...condizioni, domini }, richiesta)
        : await findByIuv(domini, iuv, filtri, richiesta);
    return {
      pagina,
      nomi: await findNomi(
        porte,
        pagina.elementi.map((f) => f.idDominio),
      ),
    };
  };
};
