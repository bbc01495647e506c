/** Payments of a creditor in prova (docs/adr/0051): the page that stands where Checkout would, and the outcome that is chosen on it. */
import * as z from "zod";
import { idDominio, importo, numeroAvviso } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { STATI_PAGAMENTO } from "../pagamento/pagamenti.ts";

const opz = z.exactOptional;

/** Same names as in shared/domain/prova, which a test keeps equal. */
export const ESITI_PROVA = [
  ...(["PAGATO", "RIFIUTATO", "IN_CORSO", "IMPORTO_CAMBIATO", "ANNULLATO", "ABBANDONATO", "MAI_TORNATO", "PAGATO_ALTROVE"] as const),
  ...(["RICEVUTA_TARDI", "RICEVUTA_DOPPIA", "RICEVUTA_DIVERSA", "RICEVUTA_KO"] as const),
] as const;
const esito = z.enum(ESITI_PROVA);

const comune = {
  api: "cittadino",
  risorsa: "prove",
  auth: ["anonimo", "cittadino"],
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:write", "coda:ricevute:send"],
  peso: "scrittura",
  params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/, "attese 32 cifre esadecimali") }),
  query: z.strictObject({ lingua: z.enum(["it", "en"]).default("it") }),
} as const;

export const PagamentoProva = z
  .strictObject({
    id: z.string(),
    prova: z.literal(true),
    stato: z.enum(STATI_PAGAMENTO),
    importo,
    avvisi: z.array(z.strictObject({ idDominio, ragioneSociale: z.string(), numeroAvviso, causale: z.string(), importo })),
    previsto: opz(esito).meta({ description: "L'esito chiesto dall'importo o dal codice fiscale del debitore (valori magici)" }),
    esiti: z.array(esito),
  })
  .meta({ id: "PagamentoProva" });

export const getProva = defineOperation({
  ...comune,
  id: "getProva",
  method: "GET",
  path: "/prove/{id}",
  summary: "Un pagamento di un dominio in prova: la pagina su cui si sceglie come va",
  description:
    "È dove porta il redirect di un pagamento di un dominio in prova, al posto di Checkout. Chi la apre con un browser riceve una pagina HTML accessibile che funziona senza script.",
  responses: { 200: { "application/json": PagamentoProva, "text/html": BINARIO } },
  errors: ["NON_TROVATO"],
});

export const payProva = defineOperation({
  ...comune,
  id: "payProva",
  servitaDa: "cittadino",
  funzione: "getProva",
  method: "POST",
  path: "/prove/{id}/esito",
  summary: "Conclude un pagamento di un dominio in prova, con l'esito scelto",
  description:
    'Il corpo è `esito=PAGATO` in una form, o `{"esito": "PAGATO"}`; senza esito vale quello dei valori magici, altrimenti PAGATO. La ricevuta segue la strada di quelle vere. ' +
    "303 verso l'indirizzo di ritorno del portale; 200 quando chi paga non torna. Ripetere non paga due volte.",
  limiti: { bodyKilobytes: 4 },
  corpoGrezzo: ["application/x-www-form-urlencoded", "application/json"],
  responses: {
    200: { "application/json": z.strictObject({ id: z.string(), prova: z.literal(true), esito }), "text/html": BINARIO },
    303: z.undefined(),
  },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});
