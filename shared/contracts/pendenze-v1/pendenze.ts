/** Debts in the API Pendenze v1 (reference 1.3, rows 1-4): the operations of v2 under the names and with the shapes of then. */
import * as z from "zod";
import { booleanoQuery, campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as elenco from "../pendenze/elenco.ts";
import * as v2 from "../pendenze/pendenze.ts";
import * as scrittura from "../pendenze/scrittura.ts";
import { avviso, CAMPI_PENDENZA_V1, pendenza, pendenzaIndex, pendenzaIndexParziale, pendenzaPut, STATI_PENDENZA_V1 } from "./modelli.ts";

const opz = z.exactOptional;
const api = "pendenze-v1";
const { ordinamento, dataDa, dataA, idDominio, idA2A, idDebitore, idPagamento } = elenco.filtriPendenze;

export const findPendenze = defineOperation({
  ...elenco.findPendenze,
  api,
  query: queryLista({
    ...{ ordinamento, dataDa, dataA, idDominio, idA2A, idDebitore, idPagamento },
    campi: opz(campiTra(CAMPI_PENDENZA_V1)),
    stato: opz(z.enum(STATI_PENDENZA_V1)).meta({ description: "ESEGUITA comprende le pendenze incassate" }),
  }),
  responses: { 200: listaPaginata(z.union([pendenzaIndex, pendenzaIndexParziale])) },
});

export const addPendenza = defineOperation({
  ...scrittura.addPendenza,
  api,
  description:
    "201 alla creazione, 200 all'aggiornamento. avvisaturaDigitale e modalitaAvvisaturaDigitale sono accettate e non usate, come in GovPay. " +
    "Ripetere la stessa pendenza non scrive nulla.",
  limiti: { bodyKilobytes: 512 },
  query: z.strictObject({
    stampaAvviso: booleanoQuery.default(false),
    avvisaturaDigitale: booleanoQuery.default(false),
    modalitaAvvisaturaDigitale: opz(z.enum(["ASINCRONA", "SINCRONA"])),
  }),
  body: pendenzaPut,
  responses: { 200: avviso, 201: avviso },
});

export const updatePendenza = defineOperation({ ...scrittura.updatePendenza, api });

export const getPendenza = defineOperation({
  ...v2.getPendenza,
  api,
  description: "Una pendenza incassata è mostrata come ESEGUITA.",
  responses: { 200: pendenza },
});
