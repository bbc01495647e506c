/** A settlement row as the creditor's system receives it (API EC v2, `NuovaRendicontazione`). */
import { definiti } from "../../domain/definiti.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

const ESITI: Readonly<Record<number, string>> = {
  0: "ESEGUITO",
  3: "REVOCATO",
  4: "ESEGUITO_STANDIN",
  8: "ESEGUITO_STANDIN_SENZA_RPT",
  9: "ESEGUITO_SENZA_RPT",
};

/** Undefined for an outcome that the API has no word for. */
export function presentNuovaRendicontazione(flusso: Flusso, riga: Rendicontazione) {
  const esito = ESITI[riga.esito];
  if (esito === undefined) return undefined;
  return {
    ...{ idDominio: riga.idDominio, iuv: riga.iuv, iur: riga.iur, indice: riga.indice, importo: toNumeroJson(riga.importo), esito },
    ...{ data: riga.data, idFlusso: flusso.idFlusso, dataFlusso: toIsoRoma(flusso.dataFlusso), trn: flusso.trn },
    ...{ dataRegolamento: flusso.dataRegolamento, idPsp: flusso.idPsp, revisione: flusso.revisione },
    ...definiti({
      bicRiversamento: flusso.bicRiversamento,
      dataOraPubblicazione: flusso.dataPubblicazione && toIsoRoma(flusso.dataPubblicazione),
    }),
  };
}
