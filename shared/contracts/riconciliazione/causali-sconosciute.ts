/** The bank's texts that look like pagoPA and that nobody could read, for a person to look at. Not of GovPay. */
import * as z from "zod";
import { idDominio, testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const mese = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "atteso un mese nella forma AAAA-MM");
const stato = z.enum(["DA_LEGGERE", "LETTA", "NON_PAGOPA"]);
const forma = testo(120).meta({ description: "Il testo senza ciò che cambia: maiuscolo, ogni numero è 9, ogni codice #" });

export const DecisioneCausale = z
  .strictObject({ decisione: stato, nota: opz(z.string()), utente: z.string(), data: z.iso.datetime({ offset: true }) })
  .meta({ id: "DecisioneCausale" });

export const CausaleSconosciuta = z
  .strictObject({
    forma: z.string(),
    stato,
    numero: z.number().int(),
    importo: z.number(),
    dal: z.string(),
    al: z.string(),
    esempio: opz(
      z.strictObject({
        ...{ idMovimento: z.string(), causale: z.string(), ordinante: opz(z.string()) },
        ...{ importo: z.number(), dataContabile: z.string() },
      }),
    ),
    decisione: opz(DecisioneCausale),
  })
  .meta({ id: "CausaleSconosciuta" });

export const findCausaliSconosciute = defineOperation({
  api: "riconciliazione",
  id: "findCausaliSconosciute",
  risorsa: "sospesi",
  method: "GET",
  path: "/causaliSconosciute",
  summary: "Causali che sembrano di pagoPA e non si leggono",
  description:
    "Raggruppate per forma, le 200 più frequenti, con un esempio. Senza dal e al, degli ultimi dodici mesi (al massimo 24), per data contabile. I conteggi seguono i movimenti di qualche secondo. " +
    "Una causale LETTA torna DA_LEGGERE quando ne arrivano altre.",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: z.strictObject({ idDominio, stato: opz(stato), dal: opz(mese), al: opz(mese) }),
  responses: { 200: z.strictObject({ numRisultati: z.number().int(), risultati: z.array(CausaleSconosciuta) }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const decideCausaleSconosciuta = defineOperation({
  api: "riconciliazione",
  id: "decideCausaleSconosciuta",
  risorsa: "sospesi",
  method: "POST",
  path: "/causaliSconosciute/{idDominio}/decisioni",
  summary: "Segna le causali di una forma come lette, o come non pagoPA",
  description:
    "La decisione si ricorda: le causali NON_PAGOPA non tornano tra quelle da leggere e l'analisi di un sospeso lo dice. DA_LEGGERE la ritira. Ripetere è come chiedere una volta.",
  auth: ["applicazione", "operatore"],
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4 },
  params: z.strictObject({ idDominio }),
  body: z.strictObject({ forma, decisione: stato, nota: opz(testo(255)) }).meta({ id: "NuovaDecisioneCausale" }),
  responses: { 200: z.strictObject({ forma: z.string(), ...DecisioneCausale.shape }) },
  errors: ["NON_TROVATO", "CONFLITTO"],
});
