/** The journal entry of a payment created from a settlement row, whoever creates it: the arrival of the flow or the movement in the bank. */
import type { CampiEvento } from "../eventi.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";

export const eventoSenzaRpt = (
  { idDominio, iuv, iur }: Rendicontazione,
  { idA2A, idPendenza }: Pendenza,
  descrizione: string,
): CampiEvento => ({
  componente: "GOVPAY",
  categoriaEvento: "INTERNO",
  tipoEvento: "govpayPagamentoEseguitoSenzaRPT",
  idDominio,
  iuv,
  ccp: iur,
  idA2A,
  idPendenza,
  dettaglioEsito: descrizione,
});
