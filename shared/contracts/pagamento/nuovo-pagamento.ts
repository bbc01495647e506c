/** The start of a portal payment (reference 1.4 row 1, 2.5): debts that exist, by name or by notice, and debts that are born with the payment. */
import * as z from "zod";
import {
  email,
  giorno,
  iban,
  idA2A,
  idDominio,
  idPendenza,
  idTipoPendenza,
  importo,
  libero,
  numeroAvviso,
  Soggetto,
  testo,
} from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { NuovaPendenza } from "../pendenze/modelli-scrittura.ts";
import { addPendenza } from "../pendenze/scrittura.ts";
import { ERRORI_VERIFICA } from "../problems.ts";
import { addPendenzaDaForm } from "./spontanee.ts";

export const RiferimentoPendenza = z.strictObject({ idA2A, idPendenza }).meta({ id: "RiferimentoPendenza" });
export const RiferimentoAvviso = z
  .strictObject({
    idDominio,
    numeroAvviso,
    idDebitore: z.string().min(1).max(16).optional().meta({ description: "Obbligatorio per chi non ha credenziali" }),
  })
  .meta({ id: "RiferimentoAvviso" });
export const NuovaPendenzaDelPagamento = NuovaPendenza.omit({ allegati: true, notificaSend: true })
  .extend({ idA2A, idPendenza })
  .meta({ id: "NuovaPendenzaDelPagamento", description: "Solo di un'applicazione: caricata come da PUT /pendenze, poi pagata" });

export const PagamentoSpontaneo = z
  .strictObject({ idDominio, idTipoPendenza, dati: libero.optional() })
  .meta({ id: "PagamentoSpontaneo", description: "I dati della form del tipo, come in POST /pendenze/{idDominio}/{idTipoPendenza}" });

const ATTESE =
  "atteso {idA2A, idPendenza}, {idDominio, numeroAvviso}, {idDominio, idTipoPendenza, dati} oppure una nuova pendenza con le sue voci";

type Ramo = readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

/** One sentence of the shape that was meant, instead of one per shape. */
const describePendenza = ({ input, errors }: { readonly input?: unknown; readonly errors?: readonly Ramo[] }): string => {
  if (typeof input !== "object" || input === null) return ATTESE;
  const segni = [["voci", "causale"], ["dati", "idTipoPendenza"], ["numeroAvviso"], ["idA2A", "idPendenza"]];
  const ramo = segni.findIndex((nomi) => nomi.some((nome) => Object.hasOwn(input, nome)));
  const [primo] = errors?.[ramo] ?? [];
  if (!primo) return ATTESE;
  const campo = primo.path.map(String).join(".");
  return campo === "" ? primo.message : `${campo}: ${primo.message}`;
};

export const indirizzoRitorno = z.url({ protocol: /^https?$/, error: "atteso un indirizzo http o https assoluto" }).max(2000);

export const campiNuovoPagamento = {
  pendenze: z
    .array(
      z.union([NuovaPendenzaDelPagamento, PagamentoSpontaneo, RiferimentoAvviso, RiferimentoPendenza], {
        error: (problema) => (problema.code === "invalid_union" ? describePendenza(problema) : ATTESE),
      }),
    )
    .min(1)
    .max(5),
  urlRitorno: indirizzoRitorno.optional(),
  contoAddebito: z.strictObject({ iban, bic: z.string().optional() }).optional(),
  dataEsecuzionePagamento: giorno.optional(),
  credenzialiPagatore: testo(35).optional(),
  soggettoVersante: Soggetto.extend({ email: email.optional() })
    .optional()
    .meta({ description: "Di un cittadino è chi agisce: assente, lo aggiunge il servizio" }),
  autenticazioneSoggetto: z.enum(["CNS", "USR", "OTH", "N/A"]).optional(),
};

export const NuovoPagamento = z
  .strictObject({ ...campiNuovoPagamento, lingua: z.enum(["it", "en", "fr", "sl", "de"]).optional() })
  .meta({ id: "NuovoPagamento" });

/** Not of GovPay: what the creditor's system changed while it was asked. */
const ImportoAggiornato = z
  .strictObject({ idDominio, numeroAvviso, importoPrecedente: importo, importo })
  .meta({ id: "ImportoAggiornato" });

export const PagamentoCreato = z
  .strictObject({
    id: z.string(),
    location: z.string(),
    redirect: z.string(),
    idSession: z.string(),
    importiAggiornati: z.array(ImportoAggiornato).optional().meta({
      description: "Le pendenze il cui importo è cambiato verificandole presso l'ente prima di pagare: da mostrare a chi paga",
    }),
  })
  .meta({ id: "PagamentoCreato" });

/** What a browser that posted the form of a page may ask for, in place of JSON. */
export const FORM = "application/x-www-form-urlencoded";

const legacy = z.string().max(255).optional();

/** Those of a load too: debts may be born with the payment. */
const ERRORI_AVVIO = [
  ...new Set([
    ...addPendenza.errors,
    ...addPendenzaDaForm.errors,
    ...ERRORI_VERIFICA,
    ...(["VER_008", "VER_038", "CIT_001", "CIT_004", "UAN_001", "CAPTCHA"] as const),
    ...(["PAG_000", "PAG_006", "PAG_007", "PAG_013", "PAG_014"] as const),
    ...(["CONFLITTO", "TROPPE_RICHIESTE", "DOM_000", "DOM_001", "STA_000", "STA_001", "NDP_000", "NDP_001"] as const),
  ]),
];

export const addPagamento = defineOperation({
  api: "pagamento",
  risorsa: "pagamenti",
  auth: ["applicazione", "cittadino", "anonimo"],
  id: "addPagamento",
  method: "POST",
  path: "/pagamenti",
  summary: "Avvia il pagamento di 1-5 pendenze e risponde con l'indirizzo della pagina di pagamento",
  description:
    "Secondo la versione della stazione del dominio: V2 apre un carrello su pagoPA Checkout (urlRitorno deve iniziare con https://), V1 spedisce le RPT al " +
    "Nodo e rimanda alla pagina WISP. Un cittadino paga le proprie pendenze e, per avviso, quelle di altri il cui tipo ha pagaTerzi; chi non ha credenziali quelle " +
    "della sua sessione e gli avvisi di cui indica idDebitore, e ritrova il pagamento con il cookie della risposta. Una pendenza oltre dataValidita è prima verificata " +
    "presso l'ente: importiAggiornati dice se l'importo è cambiato. Con Accept: application/x-www-form-urlencoded risponde 303 verso la pagina di pagamento. " +
    "Il ritorno del cittadino su urlRitorno (con idPagamento ed esito) non prova nulla: fa fede la ricevuta. " +
    "I parametri della scelta del PSP (identificativoPSP, identificativoCanale...) sono accettati e ignorati; codiceConvenzione conta solo con V1.",
  acl: { servizi: ["API Pagamenti"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write", "segreti:read"],
  peso: "avvio",
  limiti: { timeoutSeconds: 25, bodyKilobytes: 4096 },
  query: z.strictObject({
    idSessionePortale: z.string().min(1).max(255).optional(),
    gRecaptchaResponse: z.string().max(4000).optional(),
    codiceConvenzione: z.string().min(5).max(35).optional(),
    identificativoPSP: legacy,
    identificativoIntermediarioPSP: legacy,
    identificativoCanale: legacy,
    tipoVersamento: legacy,
  }),
  body: NuovoPagamento,
  responses: { 201: PagamentoCreato, 303: { [FORM]: BINARIO } },
  errors: ERRORI_AVVIO,
});
