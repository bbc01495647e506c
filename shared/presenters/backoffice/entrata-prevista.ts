/** The report of expected income, between the API and its use cases. */
import type * as z from "zod";
import type { findEntratePreviste } from "../../contracts/backoffice/reportistiche.ts";
import { definiti } from "../../domain/definiti.ts";
import { type EntrataPrevista, idEntrataDi } from "../../domain/rendicontazioni/entrata-prevista.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo } from "../comuni/filtri.ts";

export const toFiltriEntrate = (query: z.output<typeof findEntratePreviste.query>) => ({
  ...definiti({ idDominio: query.idDominio }),
  ...toIntervallo(query),
});

export const presentEntrataPrevista = (entrata: EntrataPrevista) => {
  const { riscossione, flusso, pendenza } = entrata;
  const { idA2A, idPendenza, idDominio, iuv, indice, iur, importo, data, idTipoPendenza } = riscossione;
  return {
    ...{ idDominio, iuv, indice, iur, importoPagato: toNumeroJson(importo), dataPagamento: giornoDi(data) },
    ...definiti({
      ...{ idA2A, idPendenza, idTipoPendenza, idEntrata: idEntrataDi(entrata) },
      ...{ anno: pendenza?.annoRiferimento, identificativoDebitore: pendenza?.debitore.identificativo },
      ...{
        idFlusso: flusso?.idFlusso,
        numeroPagamenti: flusso?.numeroPagamenti,
        trn: flusso?.trn,
        dataRegolamento: flusso?.dataRegolamento,
      },
      importoTotale: flusso && toNumeroJson(flusso.importoTotale),
    }),
  };
};
