/** What concerns a payment held by another back end is asked to it: its amount of today, the start of the payment, its documents. One function. */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";
import { indirizzoRitorno } from "../pagamento/nuovo-pagamento.ts";
import { chiaveAvviso } from "../pendenze/modelli-comuni.ts";
import { AvvisoPortale, CercaAvviso, detentore, RicevutaFederata } from "./modelli.ts";

const opz = z.exactOptional;

const comune = {
  api: "portale",
  risorsa: "front-end",
  auth: ["applicazione", "cittadino"],
  capacita: ["anagrafiche:read", "segreti:read"],
  peso: "scrittura",
  errors: ["NON_TROVATO", "NON_DISPONIBILE", "NON_PROCESSABILE"],
} as const;
const params = z.strictObject({ detentore });

export const forwardAvviso = defineOperation({
  ...comune,
  id: "forwardAvviso",
  method: "POST",
  path: "/federazione/{detentore}/avvisi",
  summary: "L'importo di oggi di un pagamento che un altro back end detiene",
  description: "Un cittadino chiede solo dei propri: il codice fiscale mandato è quello per cui agisce.",
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
  limiti: { bodyKilobytes: 8 },
  params,
  body: CercaAvviso.omit({ gRecaptchaResponse: true }).meta({ id: "CercaAvvisoFederato" }),
  responses: { 200: AvvisoPortale },
});

export const forwardPagamento = defineOperation({
  ...comune,
  id: "forwardPagamento",
  servitaDa: "portale",
  funzione: "forwardAvviso",
  method: "POST",
  path: "/federazione/{detentore}/pagamenti",
  summary: "Avvia presso il suo detentore il pagamento di 1-5 posizioni, e ne dà la pagina",
  acl: { servizi: ["API Pagamenti"], diritto: "W" },
  limiti: { bodyKilobytes: 8 },
  params,
  body: z
    .strictObject({
      pendenze: z
        .array(CercaAvviso.pick({ idDominio: true, numeroAvviso: true, codiceFiscale: true }))
        .min(1)
        .max(5),
      urlRitorno: indirizzoRitorno,
    })
    .meta({ id: "PagamentoFederatoPost" }),
  responses: {
    201: z.strictObject({ detentore, id: z.string(), redirect: z.string(), idSession: opz(z.string()) }).meta({ id: "PagamentoFederato" }),
  },
});

export const forwardDocumento = defineOperation({
  ...comune,
  id: "forwardDocumento",
  servitaDa: "portale",
  funzione: "forwardAvviso",
  method: "GET",
  path: "/federazione/{detentore}/documenti/{idDominio}/{numeroAvviso}/{documento}",
  summary: "Avviso o ricevuta di un pagamento che un altro back end detiene, in PDF; della ricevuta anche i dati",
  description:
    "Di un cittadino si chiede prima al detentore se la posizione è sua. Con Accept: application/json la ricevuta è data dai suoi dati; di un avviso c'è solo il PDF " +
    "(i dati li dà POST /federazione/{detentore}/avvisi).",
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
  params: chiaveAvviso.extend({ detentore, documento: z.enum(["avviso", "ricevuta"]) }),
  responses: { 200: { "application/pdf": BINARIO, "application/json": RicevutaFederata } },
});
