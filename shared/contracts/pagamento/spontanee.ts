/** Spontaneous debts: the data of the citizen's form become a debt to pay (reference 1.4 row 7, 3.9; docs/form.md). */
import * as z from "zod";
import { idA2A, idDominio, idPendenza, idTipoPendenza, numeroAvviso } from "../comuni/campi.ts";
import { DatiFormPendenza, parametriForm } from "../comuni/form-pendenza.ts";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ERRORI_SCRITTURA } from "../pendenze/errori-scrittura.ts";
import { ERRORI_VERIFICA } from "../problems.ts";

const opz = z.exactOptional;

const PendenzaSpontaneaCreata = z
  .strictObject({
    ...{ idDominio, idA2A, idPendenza, numeroAvviso },
    UUID: z.string().meta({ description: "Casuale: permette a un collegamento pubblico di aprire l'avviso" }),
    causale: z.string(),
    importo: z.number(),
    tipoPendenza: idTipoPendenza,
  })
  .meta({ id: "PendenzaSpontaneaCreata" });

export const AnteprimaForm = z
  .strictObject({
    importo: opz(z.number()).meta({ description: "Assente se lo sa solo l'applicazione a cui i dati si inoltrano" }),
    campi: z.array(z.string()).meta({ description: "I campi mostrati con questi dati" }),
  })
  .meta({ id: "AnteprimaForm" });

/** A path template may have one name only in each place: here idA2A is the creditor and idPendenza the type. */
export const addPendenzaDaForm = defineOperation({
  api: "pagamento",
  id: "addPendenzaDaForm",
  method: "POST",
  path: "/pendenze/{idA2A}/{idPendenza}",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "W" },
  summary: "Crea una pendenza spontanea dai dati della form del cittadino: POST /pendenze/{idDominio}/{idTipoPendenza}",
  description:
    "I dati passano per portalePagamento del tipo pendenza (quello del dominio, per ciò che manca quello comune): condizioni, file, campi e importo calcolati da " +
    "noi, schema JSON, modello, inoltro. Un cittadino deve essere il debitore; chi non ha credenziali ritrova la pendenza nella propria sessione. Con idA2A e " +
    "idPendenza corregge una propria pendenza spontanea non ancora pagata. Con anteprima=true risponde 200 con l'importo e i campi mostrati, e non scrive nulla.",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write", "segreti:read"],
  peso: "avvio",
  limiti: { timeoutSeconds: 20, bodyKilobytes: 4096 },
  params: parametriForm,
  nomiParametri: { idA2A: "idDominio", idPendenza: "idTipoPendenza" },
  query: z.strictObject({
    idA2A: opz(idA2A),
    idPendenza: opz(idPendenza),
    gRecaptchaResponse: opz(z.string().max(4_000)),
    anteprima: booleanoQuery.default(false),
  }),
  body: DatiFormPendenza,
  responses: { 200: z.union([PendenzaSpontaneaCreata, AnteprimaForm]), 201: PendenzaSpontaneaCreata },
  errors: [
    ...ERRORI_SCRITTURA,
    ...ERRORI_VERIFICA,
    "APP_000",
    "APP_001",
    "VAL_001",
    "VAL_002",
    "VAL_003",
    "TRASFORMAZIONE",
    "CIT_002",
    "CIT_003",
    "UAN_002",
    "NON_TROVATO",
    "CAPTCHA",
  ],
});
