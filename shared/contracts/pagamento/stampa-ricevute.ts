/** Several receipts in one document: what a citizen needs at the time of the tax return, and who assists it (reference 1.4, row 11). */
import * as z from "zod";
import { idDominio, idRicevuta, iuv } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { LINGUE_SECONDARIE } from "../pendenze/modelli-comuni.ts";

export const MASSIMO_RICEVUTE = 100;

/** "idDominio/iuv/idRicevuta": the id of a receipt may contain a slash itself. */
const chiave = z
  .string()
  .transform((testo) => {
    const [dominio, codice, ...resto] = testo.trim().split("/");
    return { idDominio: dominio, iuv: codice, idRicevuta: resto.join("/") };
  })
  .pipe(z.strictObject({ idDominio, iuv, idRicevuta }));

const ricevute = z
  .string()
  .max(MASSIMO_RICEVUTE * 90)
  .transform((testo) => testo.split(","))
  .pipe(z.array(chiave).min(1).max(MASSIMO_RICEVUTE, `ammesse al massimo ${MASSIMO_RICEVUTE} ricevute`))
  .meta({ description: "Elenco separato da virgole di idDominio/iuv/idRicevuta" });

const query = z
  .strictObject({
    ricevute: z.exactOptional(ricevute),
    anno: z.exactOptional(z.string().regex(/^20\d{2}$/, "atteso un anno di 4 cifre, dal 2000")),
    idDebitore: z.exactOptional(z.string().regex(/^[a-zA-Z0-9]{11,16}$/, "atteso un codice fiscale o una partita IVA")),
    idDominio: z.exactOptional(idDominio),
    linguaSecondaria: z.exactOptional(z.enum(LINGUE_SECONDARIE)),
  })
  .refine((q) => (q.ricevute === undefined) !== (q.anno === undefined), { error: "indicare ricevute oppure anno", path: ["ricevute"] })
  .refine((q) => q.ricevute === undefined || (q.idDebitore === undefined && q.idDominio === undefined), {
    error: "idDebitore e idDominio si usano con anno",
    path: ["ricevute"],
  });

export const getStampaRicevute = defineOperation({
  api: "pagamento",
  id: "getStampaRicevute",
  method: "GET",
  path: "/ricevute",
  summary: "Più ricevute in un solo PDF: quelle elencate, o quelle di un debitore pagate in un anno",
  description:
    `Al massimo ${MASSIMO_RICEVUTE}. Con anno si stampano le ricevute di pagamenti eseguiti delle pendenze del debitore: un cittadino le proprie, ` +
    "un'applicazione indica idDebitore. In ordine di pagamento. Se una ricevuta elencata non esiste o non è visibile non se ne stampa nessuna. " +
    "Senza linguaSecondaria vale quella di ogni pendenza; linguaSecondaria=false stampa solo in italiano.",
  risorsa: "ricevute-portale",
  auth: ["applicazione", "cittadino"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "pdf",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 1024 },
  params: z.strictObject({}),
  query,
  responses: { 200: { "application/pdf": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO", "RISPOSTA_ESTESA"],
});
