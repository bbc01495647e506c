/** List of the settlement flows that the caller may see. With an IUV only the flows that report it are read, through its own payment code. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { StatoFlusso } from "../../domain/rendicontazioni/stati-flusso.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { findAmbito, findNomi, type NomiDomini, type PorteAmbito } from "./ambito.ts";

export interface FiltriFlussi {
  readonly idDominio?: string;
  readonly stato?: StatoFlusso;
  readonly iuv?: string;
  readonly idFlusso?: string;
  readonly escludiObsoleti: boolean;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

type Porte = PorteAmbito & { readonly rendicontazioni: Pick<Rendicontazioni, "findFlussi" | "findFlussiByIuv"> };

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
    (!filtri.escludiObsoleti || !flusso.obsoleto) &&
    (filtri.da === undefined || flusso.dataFlusso >= filtri.da) &&
    (filtri.a === undefined || flusso.dataFlusso <= filtri.a);

export const findFlussi = (porte: Porte) => {
  /** A payment code is reported by few flows: they are all read, then paged here. */
  const findByIuv = async (
    domini: readonly string[],
    iuv: string,
    filtri: FiltriFlussi,
    richiesta: RichiestaPagina,
  ): Promise<Pagina<Flusso>> => {
    const flussi = (await Promise.all(domini.map((d) => porte.rendicontazioni.findFlussiByIuv(d, iuv)))).flat().filter(matches(filtri));
    const segno = filtri.ordine === "asc" ? 1 : -1;
    const ordinati = flussi.sort((a, b) => (a.dataFlusso < b.dataFlusso ? -segno : segno));
    return {
      elementi: ordinati.slice(richiesta.salta, richiesta.salta + richiesta.limite),
      ...(richiesta.totale && { totale: ordinati.length }),
    };
  };

  return async (
    filtri: FiltriFlussi,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<ElencoFlussi, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { idDominio, iuv, ...condizioni } = filtri;
    const ambito = await findAmbito(porte, chiamante, idDominio);
    if (!ambito.ok) return ambito;
    const domini = ambito.valore;
    const pagina =
      iuv === undefined
        ? await porte.rendicontazioni.findFlussi({ ...condizioni, domini }, richiesta)
        : await findByIuv(domini, iuv, filtri, richiesta);
    return ok({
      pagina,
      nomi: await findNomi(
        porte,
        pagina.elementi.map((f) => f.idDominio),
      ),
    });
  };
};
