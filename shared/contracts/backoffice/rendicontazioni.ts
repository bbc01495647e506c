/** Search of the single settlement rows, each with its flow and the item it pays (reference 1.11, row 80). */
import * as z from "zod";
import { idDominio, identificativo35, iuv } from "../comuni/campi.ts";
import { booleanoQuery, campiTra, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { FlussoRendicontazioneIndex, Rendicontazione, VocePendenzaRiscossa } from "../riconciliazione/modelli.ts";
import { filtriClassificazione, LETTURA_CONTABILE } from "./contabilita.ts";

const opz = z.exactOptional;
const { riscossione: _riscossione, ...riga } = Rendicontazione.shape;

export const RendicontazioneConFlusso = z
  .strictObject({
    flussoRendicontazione: FlussoRendicontazioneIndex,
    ...riga,
    vocePendenza: opz(VocePendenzaRiscossa).meta({
      description: "Assente quando la pendenza non è nota, o non è dell'ambito dell'operatore",
    }),
  })
  .meta({ id: "RendicontazioneConFlussoEVocePendenza" });
const RendicontazioneParziale = RendicontazioneConFlusso.partial().meta({ id: "RendicontazioneConFlussoParziale" });

export const findRendicontazioni = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findRendicontazioni",
  path: "/rendicontazioni",
  summary: "Ricerca nelle righe dei flussi di rendicontazione",
  description:
    "Nell'ordine dell'identificativo del flusso, che comincia con la sua data, e dentro il flusso in quello delle righe: è l'ordine di data, l'unico ammesso. " +
    "dataDa e dataA si riferiscono alla data di esito della riga. direzione e divisione sono quelle della pendenza, note dall'abbinamento della riga. " +
    "Se i flussi superati da una revisione sono molti, escludiObsoleti chiede di restringere il periodo dei flussi.",
  risorsa: "rendicontazioni",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    campi: opz(campiTra(RendicontazioneConFlusso.keyof().options)),
    "flussoRendicontazione.dataFlussoDa": opz(dataFiltro),
    "flussoRendicontazione.dataFlussoA": opz(dataFiltro),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    idDominio: opz(idDominio),
    idFlusso: opz(identificativo35),
    iuv: opz(iuv),
    ...filtriClassificazione,
    escludiObsoleti: booleanoQuery.default(true),
  }),
  responses: { 200: listaPaginata(z.union([RendicontazioneConFlusso, RendicontazioneParziale])) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
