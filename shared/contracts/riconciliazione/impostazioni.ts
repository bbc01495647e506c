/** Settings of the matching of a creditor. Not of GovPay, which compares amounts and nothing else. */
import * as z from "zod";
import { idDominio, importo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const giorni = (massimo: number) => z.number().int().min(0).max(massimo, `ammessi al massimo ${massimo} giorni`);

const campi = {
  tolleranza: importo
    .refine((euro) => euro <= 10, "ammessi al massimo 10 euro")
    .meta({ description: "Euro di cui un accredito può differire da ciò che paga; l'etichetta e la frase lo dicono" }),
  giorniFinestra: giorni(60).meta({ description: "Prima e dopo il regolamento, entro cui si attende l'accredito" }),
  enteNotifica: z
    .boolean()
    .meta({ description: "Il sistema dell'ente notifica i pagamenti che gli risultano: solo allora una notifica che manca dice qualcosa" }),
  giorniAttesaFlusso: giorni(60),
  giorniAttesaAccredito: giorni(60),
  giorniAttesaRicevuta: giorni(60),
} as const;

export const ImpostazioniRiscontri = z
  .strictObject({
    idDominio: z.string(),
    ...campi,
    principal: opz(z.string()),
    data: opz(z.iso.datetime({ offset: true })),
    versione: z.number().int(),
  })
  .meta({ id: "ImpostazioniRiscontri" });
export const NuoveImpostazioni = z.strictObject(campi).meta({ id: "NuoveImpostazioniRiscontri" });

const comune = {
  api: "riconciliazione",
  path: "/impostazioni/{idDominio}",
  risorsa: "impostazioni",
  auth: ["applicazione", "operatore"],
  params: z.strictObject({ idDominio }),
  responses: { 200: ImpostazioniRiscontri },
} as const;

export const getImpostazioni = defineOperation({
  ...comune,
  id: "getImpostazioni",
  method: "GET",
  summary: "Impostazioni dell'abbinamento di un ente",
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  errors: [],
});

export const saveImpostazioni = defineOperation({
  ...comune,
  id: "saveImpostazioni",
  method: "PUT",
  summary: "Sostituisce le impostazioni dell'abbinamento di un ente",
  description:
    "Valgono dai ricalcoli che seguono; gli ultimi 100 movimenti ancora da spiegare si riguardano subito. If-Match con la versione è facoltativo.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4 },
  body: NuoveImpostazioni,
  errors: ["PRECONDIZIONE", "CONFLITTO"],
});
