/**
 * Search of the single settlement rows, each with its flow and the item it pays. One query, one batch for what goes with the rows, and one query
 * of the flows that a revision replaced when they are left out: few, and the totals must not count their rows.
 */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiaveFlusso, CompagniRighe, FiltriRendicontazioni, Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { ambitoDomini } from "./ambito.ts";

export interface RicercaRendicontazioni extends Omit<FiltriRendicontazioni, "domini" | "esclusi"> {
  readonly idDominio?: string;
  readonly escludiObsoleti: boolean;
}

export interface RigaTrovata {
  readonly riga: Rendicontazione;
  readonly flusso: Flusso;
  /** Absent when the debt is not known, or not for the caller. */
  readonly pagata?: { readonly pendenza: Pendenza; readonly voce: Voce };
}

export interface ElencoRendicontazioni {
  readonly pagina: Pagina<RigaTrovata>;
  readonly creditori: ReadonlyMap<string, Creditore>;
}

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRendicontazioni" | "findObsoleti" | "findFlussiByIuv" | "getCompagniRighe">;
}

const nomeDi = ({ idDominio, idFlusso, idPsp, revisione }: ChiaveFlusso): string => `${idDominio}#${idFlusso}#${idPsp}#${revisione}`;

/** The item that a row pays: that of its collected amount, else the one in its place. */
const findPagata = (riga: Rendicontazione, { riscossioni, pendenze }: CompagniRighe, chiamante: Chiamante): RigaTrovata["pagata"] => {
  const { idDominio, iuv, iur, indice } = riga;
  const pendenza = pendenze.find((p) => p.idDominio === idDominio && p.iuv === iuv);
  if (!pendenza || !seesPendenza(chiamante, pendenza)) return undefined;
  const riscossione = riscossioni.find((r) => r.idDominio === idDominio && r.iuv === iuv && r.iur === iur && r.indice === indice);
  const voce = pendenza.voci.find((v) => (riscossione ? v.idVocePendenza === riscossione.idVocePendenza : v.indice === indice));
  return voce && { pendenza, voce };
};

export const findRendicontazioni = ({ anagrafiche, rendicontazioni }: Porte) => {
  const findEsclusi = async (
    { escludiObsoleti, iuv, flussoDa, flussoA }: RicercaRendicontazioni,
    domini: FiltriRendicontazioni["domini"],
  ): Promise<{ readonly flussi: readonly ChiaveFlusso[]; readonly oltre: boolean }> => {
    if (!escludiObsoleti) return { flussi: [], oltre: false };
    if (iuv === undefined)
      return rendicontazioni.findObsoleti({
        domini,
        ...(flussoDa !== undefined && { flussoDa }),
        ...(flussoA !== undefined && { flussoA }),
      });
    return { flussi: (await rendicontazioni.findFlussiByIuv(domini, iuv)).filter(({ obsoleto }) => obsoleto), oltre: false };
  };

  return async (
    ricerca: RicercaRendicontazioni,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<ElencoRendicontazioni, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { idDominio, escludiObsoleti: _, ...filtri } = ricerca;
    const { domini } = ambitoDomini(chiamante, idDominio);
    const esclusi = await findEsclusi(ricerca, domini);
    if (esclusi.oltre)
      return rifiuto(
        "PARAMETRO_NON_VALIDO",
        `escludiObsoleti: i flussi superati sono più di ${esclusi.flussi.length}, restringere flussoRendicontazione.dataFlussoDa e dataFlussoA`,
      );
    const { elementi, ...resto } = await rendicontazioni.findRendicontazioni({ ...filtri, domini, esclusi: esclusi.flussi }, richiesta);
    const compagni = await rendicontazioni.getCompagniRighe(elementi);
    const flussi = new Map(compagni.flussi.map((flusso) => [nomeDi(flusso), flusso]));
    const trovate = elementi.flatMap((riga): RigaTrovata[] => {
      const flusso = flussi.get(nomeDi(riga));
      const pagata = findPagata(riga, compagni, chiamante);
      return flusso && flusso.stato !== "IN_ACQUISIZIONE" ? [{ riga, flusso, ...(pagata && { pagata }) }] : [];
    });
    const enti = new Set(
      trovate.flatMap(({ riga, pagata }) => [riga.idDominio, ...(pagata?.voce.idDominio ? [pagata.voce.idDominio] : [])]),
    );
    const creditori = await Promise.all([...enti].map((ente) => anagrafiche.getCreditore(ente)));
    return ok({
      pagina: { ...resto, elementi: trovate },
      creditori: new Map(creditori.flatMap((c) => (c ? [[c.dominio.idDominio, c] as const] : []))),
    });
  };
};
