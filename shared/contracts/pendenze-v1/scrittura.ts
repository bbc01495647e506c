/** Writes of debts in the API Pendenze v1 (reference 1.3, rows 2 and 3), apart from the reads: those must not carry the write model. */
import * as z from "zod";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { NuovaPendenza } from "../pendenze/modelli-scrittura.ts";
import * as scrittura from "../pendenze/scrittura.ts";
import { avviso } from "./modelli.ts";

const opz = z.exactOptional;
const api = "pendenze-v1";

export const pendenzaPut = NuovaPendenza.omit({ documento: true, proprieta: true, allegati: true, notificaSend: true }).meta({
  id: "pendenzaPut",
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
