/**
 * The rows of the settlement flows that came in a period: in force, whole, each once. A flow may come long after its emission, by which the list is kept: the list is read
 * from far enough.
 */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { addGiorni, fineGiorno, giornoDi, inizioGiorno } from "../../domain/valori/date.ts";
import type { Pagina } from "../../ports/pagina.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export interface PorteRendicontate {
  readonly rendicontazioni: Pick<Rendicontazioni, "findFlussi" | "findRighe" | "getCompagniRighe">;
}

export interface RigaRendicontata {
  readonly flusso: Flusso;
  readonly riga: Rendicontazione;
}

interface PeriodoArrivo {
  readonly idDominio: string;
  /** Days in which the flow came, inclusive. */
  readonly da: string;
  readonly a: string;
}

/** Before the period: pagoPA keeps a flow for a month, and a file may be loaded later than that. */
const RITARDO_MASSIMO_GIORNI = 90;
const FLUSSI_PER_PAGINA = 500;
const RIGHE_PER_PAGINA = 500;

export const readRendicontate = ({ rendicontazioni }: PorteRendicontate) => {
  async function* readFlussi({ idDominio, da, a }: PeriodoArrivo, chiamante: Chiamante): AsyncGenerator<Flusso> {
    const { domini } = ambitoDomini(chiamante, idDominio);
    const filtri = {
      domini,
      escludiObsoleti: true,
      ordine: "asc" as const,
      da: inizioGiorno(addGiorni(da, -RITARDO_MASSIMO_GIORNI)),
      // The clock of a PSP may be ahead of ours.
      a: fineGiorno(addGiorni(a, 1)),
    };
    let cursore: string | undefined;
    do {
      const richiesta = { limite: FLUSSI_PER_PAGINA, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) };
      const pagina: Pagina<Flusso> = await rendicontazioni.findFlussi(filtri, richiesta);
      for (const flusso of pagina.elementi) {
        const giorno = giornoDi(flusso.dataConclusione ?? flusso.dataAcquisizione);
        if (giorno >= da && giorno <= a && flusso.stato !== "RIFIUTATO") yield flusso;
      }
      cursore = pagina.cursore;
    } while (cursore !== undefined);
  }

  /** A caller of some types, or offices, sees the rows of the debts that they see. */
  const selectVisibili = async (
    righe: readonly Rendicontazione[],
    idDominio: string,
    chiamante: Chiamante,
  ): Promise<readonly Rendicontazione[]> => {
    const { tipiPendenza, ambiti } = ambitoDomini(chiamante, idDominio);
    if (tipiPendenza === "*" && !ambiti) return righe;
    const { pendenze } = await rendicontazioni.getCompagniRighe(righe);
    const viste = new Set(pendenze.filter((pendenza) => seesPendenza(chiamante, pendenza)).map(({ iuv }) => iuv));
    return righe.filter(({ iuv }) => viste.has(iuv));
  };

  return async function* read(periodo: PeriodoArrivo, chiamante: Chiamante): AsyncGenerator<RigaRendicontata> {
    for await (const flusso of readFlussi(periodo, chiamante)) {
      for (let fatte = 0; fatte < flusso.righeAcquisite; fatte += RIGHE_PER_PAGINA) {
        const righe = await rendicontazioni.findRighe(flusso, fatte + 1, RIGHE_PER_PAGINA);
        const attese = Math.min(RIGHE_PER_PAGINA, flusso.righeAcquisite - fatte);
        // Read through an index, which may lag behind the flow: a missing row must not be skipped.
        if (righe.length !== attese)
          throw new Error(`flusso ${flusso.idFlusso}: lette ${righe.length} righe dopo la ${fatte}, attese ${attese}`);
        for (const riga of await selectVisibili(righe, periodo.idDominio, chiamante)) yield { flusso, riga };
      }
    }
  };
};
