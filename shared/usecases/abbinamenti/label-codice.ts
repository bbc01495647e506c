/** Labels and troubles of the transfers of one payment code, from the evidence as it is now. */

import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { AnomaliaRiscontro, Collegamento, EsitoTrasferimento } from "../../domain/riscontri/esiti.ts";
import type { Impostazioni } from "../../domain/riscontri/evidenze.ts";
import { labelPosizione } from "../../domain/riscontri/posizione.ts";
import type { Abbinamenti, Prove, ProvePosizione } from "../../ports/abbinamenti.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";

export interface PorteEtichette {
  readonly abbinamenti: Pick<Abbinamenti, "getAbbinamenti" | "getRiscontriFlussi">;
  readonly prove: Pick<Prove, "getProvePosizione">;
  readonly tesoreria: Pick<Tesoreria, "findMovimentiByIuv" | "findMovimentiByIur">;
}

export interface RiscontroLetto {
  readonly trasferimento: EsitoTrasferimento;
  readonly anomalie: readonly AnomaliaRiscontro[];
}

export const isDi =
  ({ iur, indice }: EsitoTrasferimento) =>
  (altro: { readonly iur: string; readonly indice: number }): boolean =>
    altro.iur === iur && altro.indice === indice;

/** Requests: the code, its flows, and the movements that name it or its receipts (with their links, when there are any). */
export const labelCodice = ({ abbinamenti, prove, tesoreria }: PorteEtichette) => {
  /** Movements that pay transfers of the code by themselves. */
  const findSingoli = async ({ idDominio, iuv, riscossioni }: ProvePosizione): Promise<readonly Collegamento[]> => {
    const iur = [...new Set(riscossioni.map((r) => r.iur))];
    const trovati = await Promise.all([
      tesoreria.findMovimentiByIuv(idDominio, iuv),
      ...iur.map((codice) => tesoreria.findMovimentiByIur(idDominio, codice)),
    ]);
    const suoi = await abbinamenti.getAbbinamenti(idDominio, [...new Set(trovati.flat().map(({ id }) => id))]);
    return suoi.flatMap(({ idMovimento, collegamenti }) =>
      collegamenti.flatMap((collegamento) =>
        collegamento.oggetto.tipo === "TRASFERIMENTO" && collegamento.oggetto.iuv === iuv
          ? [{ ...collegamento, idDominio, idMovimento }]
          : [],
      ),
    );
  };

  return async (
    idDominio: string,
    iuv: string,
    impostazioni: Impostazioni,
  ): Promise<{ readonly letti: readonly RiscontroLetto[]; readonly riscossioni: readonly Riscossione[] }> => {
    const posizione = await prove.getProvePosizione(idDominio, iuv);
    const [flussi, collegamenti] = await Promise.all([abbinamenti.getRiscontriFlussi(posizione.righe), findSingoli(posizione)]);
    const { trasferimenti, anomalie } = labelPosizione(posizione, { flussi, collegamenti }, impostazioni);
    const letti = trasferimenti.map((trasferimento) => ({
      trasferimento,
      anomalie: anomalie.filter(({ soggetto }) => soggetto.tipo === "TRASFERIMENTO" && isDi(trasferimento)(soggetto)),
    }));
    return { letti, riscossioni: posizione.riscossioni };
  };
};
