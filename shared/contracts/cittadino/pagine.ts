/** Payment pages for whoever pays: what is asked, and the way to Checkout (docs/form.md). */
import * as z from "zod";
import { email, giorno, idA2A, idDominio, idPendenza, importo, numeroAvviso, testo } from "../comuni/campi.ts";
import {
  campoPagina,
  codiceFiscalePagina,
  importoPagina,
  informativaPagina,
  linguaPagina,
  rispostePagina,
  STATI_PAGINA,
} from "../comuni/pagine-pagamento.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ERRORI_SCRITTURA } from "../pendenze/errori-scrittura.ts";

const opz = z.exactOptional;

const comune = { api: "cittadino", risorsa: "pagine", auth: ["anonimo", "cittadino"] } as const;
const params = z.strictObject({ id: z.string().min(1).max(80) });
const precompilato = z.string().min(30).max(1_500);

export const PaginaPubblica = z
  .strictObject({
    id: z.string(),
    ente: z.strictObject({ idDominio, ragioneSociale: z.string() }),
    stato: z.enum(STATI_PAGINA),
    lingua: linguaPagina,
    lingue: z.array(linguaPagina),
    titolo: z.string(),
    descrizione: opz(z.string()),
    importo: importoPagina,
    campi: z.array(
      z.strictObject({ ...campoPagina.shape, etichetta: z.string(), obbligatorio: z.boolean(), lunghezzaMassima: z.number() }),
    ),
    informativa: opz(z.strictObject({ ...informativaPagina.shape, testo: z.string(), obbligatoria: z.boolean() })),
    al: opz(giorno),
    precompilati: opz(
      z.strictObject({
        importo: opz(z.number()),
        identificativo: opz(z.string()),
        anagrafica: opz(z.string()),
        email: opz(z.string()),
        campi: rispostePagina,
      }),
    ).meta({
      description: "Ciò che il collegamento seguito porta già, e che non si può cambiare",
    }),
  })
  .meta({ id: "PaginaPubblica" });

export const getPagina = defineOperation({
  ...comune,
  id: "getPagina",
  method: "GET",
  path: "/pagine/{id}",
  summary: "Una pagina di pagamento: che cosa chiede, e quanto si paga",
  description:
    "Chi la apre con un browser riceve una pagina HTML accessibile, che funziona da sola. Una pagina sospesa risponde come una che non esiste.",
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  params,
  query: z.strictObject({ lingua: linguaPagina.default("it"), p: opz(precompilato).describe("Gettone del collegamento precompilato") }),
  responses: { 200: { "application/json": PaginaPubblica, "text/html": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const payPagina = defineOperation({
  ...comune,
  id: "payPagina",
  method: "POST",
  path: "/pagine/{id}",
  summary: "Paga su una pagina: crea la pendenza e risponde con l'indirizzo di Checkout",
  description:
    "Un cittadino riconosciuto paga per sé. Senza redirect pagoPA non ha risposto: l'avviso c'è, e si paga con il suo numero. Dopo il pagamento si torna all'indirizzo scelto dall'ente.",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "avvio",
  limiti: { timeoutSeconds: 25, bodyKilobytes: 32 },
  params,
  query: z.strictObject({ gRecaptchaResponse: opz(z.string().max(4_000)) }),
  body: z
    .strictObject({
      pagatore: z.strictObject({ identificativo: opz(codiceFiscalePagina), anagrafica: opz(testo(70)), email: opz(email) }).default({}),
      importo: opz(importo),
      campi: rispostePagina.default({}),
      consensoInformativa: opz(z.string().max(35)),
      precompilato: opz(precompilato),
    })
    .meta({ id: "PagamentoPaginaPost" }),
  responses: {
    201: z
      .strictObject({
        ...{ idDominio, idA2A, idPendenza, numeroAvviso, UUID: z.string(), causale: z.string(), importo: z.number() },
        tipoPendenza: z.string(),
        redirect: opz(z.string()),
      })
      .meta({ id: "PagamentoPagina" }),
  },
  errors: [...ERRORI_SCRITTURA, "NON_TROVATO", "CIT_003", "CAPTCHA"],
});
