/** Portal payments of the API Pagamento v2 (reference 1.4, 2.5). Through Checkout a payment record exists, with an id that can be followed: GovPay answers `0` (its trap 14). */
import * as z from "zod";
import { email, giorno, iban, idA2A, idDominio, idPendenza, importo, istante, numeroAvviso, Soggetto, testo } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ERRORI_VERIFICA } from "../problems.ts";

export const STATI_PAGAMENTO = ["IN_CORSO", "ESEGUITO", "NON_ESEGUITO", "ESEGUITO_PARZIALE", "ANNULLATO", "FALLITO"] as const;
export const MODELLI = ["Pagamento ad iniziativa Ente", "Pagamento ad iniziativa PSP", "Modello unico"] as const;

const RiferimentoPendenza = z.strictObject({ idA2A, idPendenza });
const RiferimentoAvviso = z.strictObject({ idDominio, numeroAvviso, idDebitore: z.string().min(1).max(16).optional() });

const indirizzoRitorno = z.url({ protocol: /^https?$/, error: "atteso un indirizzo http o https assoluto" }).max(2000);

export const NuovoPagamento = z
  .strictObject({
    pendenze: z
      .array(z.union([RiferimentoPendenza, RiferimentoAvviso], "atteso {idA2A, idPendenza} oppure {idDominio, numeroAvviso}"))
      .min(1)
      .max(5),
    urlRitorno: indirizzoRitorno.optional(),
    contoAddebito: z.strictObject({ iban, bic: z.string().optional() }).optional(),
    dataEsecuzionePagamento: giorno.optional(),
    credenzialiPagatore: testo(35).optional(),
    soggettoVersante: Soggetto.extend({ email: email.optional() }).optional(),
    autenticazioneSoggetto: z.enum(["CNS", "USR", "OTH", "N/A"]).optional(),
    lingua: z.enum(["it", "en", "fr", "sl", "de"]).optional(),
  })
  .meta({ id: "NuovoPagamento" });

const PagamentoCreato = z
  .strictObject({ id: z.string(), location: z.string(), redirect: z.string(), idSession: z.string() })
  .meta({ id: "PagamentoCreato" });

export const PendenzaDelPagamento = z.strictObject({
  idA2A,
  idPendenza,
  idDominio,
  numeroAvviso,
  causale: z.string(),
  importo,
  stato: z.enum(["IN_CORSO", "ESEGUITO", "NON_ESEGUITO"]),
  pendenza: z.string(),
});

export const comuniPagamento = {
  id: z.string(),
  nome: z.string(),
  stato: z.enum(STATI_PAGAMENTO),
  descrizioneStato: z.string().optional(),
  importo,
  dataRichiestaPagamento: istante,
  idSessionePortale: z.string().optional(),
  idSessionePsp: z.string().optional(),
  pspRedirectUrl: z.string().optional(),
  urlRitorno: z.string().optional(),
  soggettoVersante: Soggetto.optional(),
  modello: z.enum(MODELLI),
};

export const PagamentoIndex = z.strictObject({ ...comuniPagamento, pendenze: z.string(), rpp: z.string() }).meta({ id: "PagamentoIndex" });
export const Pagamento = z
  .strictObject({ ...comuniPagamento, pendenze: z.array(PendenzaDelPagamento), rpp: z.string() })
  .meta({ id: "Pagamento" });

const comune = { api: "pagamento", risorsa: "pagamenti", auth: ["applicazione"] } as const;
const legge = { servizi: ["API Pagamenti"], diritto: "R" } as const;
const legacy = z.string().max(255).optional();

export const addPagamento = defineOperation({
  ...comune,
  id: "addPagamento",
  method: "POST",
  path: "/pagamenti",
  summary: "Avvia il pagamento di 1-5 pendenze e risponde con l'indirizzo della pagina di pagamento",
  description:
    "Secondo la versione della stazione del dominio: V2 apre un carrello su pagoPA Checkout (urlRitorno deve iniziare con https://), V1 spedisce le RPT al " +
    "Nodo e rimanda alla pagina WISP. Il ritorno del cittadino su urlRitorno (con idPagamento ed esito) non prova nulla: fa fede la ricevuta. " +
    "I parametri della scelta del PSP (identificativoPSP, identificativoCanale...) sono accettati e ignorati; codiceConvenzione conta solo con V1.",
  acl: { servizi: ["API Pagamenti"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "soap",
  limiti: { timeoutSeconds: 25 },
  query: z.strictObject({
    idSessionePortale: z.string().min(1).max(255).optional(),
    gRecaptchaResponse: z.string().optional(),
    codiceConvenzione: z.string().min(5).max(35).optional(),
    identificativoPSP: legacy,
    identificativoIntermediarioPSP: legacy,
    identificativoCanale: legacy,
    tipoVersamento: legacy,
  }),
  body: NuovoPagamento,
  responses: { 201: PagamentoCreato },
  errors: [
    "VER_008",
    ...ERRORI_VERIFICA,
    "PAG_000",
    "PAG_006",
    "PAG_007",
    "PAG_013",
    "PAG_014",
    "CONFLITTO",
    "TROPPE_RICHIESTE",
    "DOM_000",
    "DOM_001",
    "STA_000",
    "STA_001",
    "NDP_000",
    "NDP_001",
  ],
});

/** The web connector of the legacy family: pagoPA sends the browser back here, without credentials, after the page of WISP (reference 1.4). */
export const returnDaPsp = defineOperation({
  api: "pagamento",
  risorsa: "pagamenti",
  id: "returnDaPsp",
  method: "GET",
  path: "/psp",
  auth: ["anonimo", "applicazione", "operatore", "nodo"],
  summary: "Rimanda il cittadino al portale da cui era partito, al ritorno da WISP",
  description:
    "Indirizzo da dichiarare a pagoPA come redirect della stazione V1, anche nella forma /pagamento/psp. Trova il pagamento dalla sessione e risponde 303 verso il " +
    "suo urlRitorno con idPagamento, idSession ed esito. Non cambia lo stato di nulla: fa fede la RT.",
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: z.strictObject({
    idSession: z.string().min(1).max(64),
    idDominio: z.string().max(35).optional(),
    esito: z.enum(["OK", "ERROR", "CANCEL", "DIFFERITO", "KO"]).optional().describe("Quello che dice la pagina WISP, riportato al portale"),
    // What else the old pages add is of no use here, and must not stop a person on the way back.
    idPSP: legacy,
    type: legacy,
    keyPA: legacy,
    keyWISP: legacy,
  }),
  responses: { 303: z.undefined() },
  errors: ["NON_TROVATO"],
});

export const findPagamenti = defineOperation({
  ...comune,
  id: "findPagamenti",
  method: "GET",
  path: "/pagamenti",
  summary: "Elenca i pagamenti avviati dall'applicazione",
  acl: legge,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({
    ordinamento: z
      .enum(["+dataRichiestaPagamento", "-dataRichiestaPagamento", "dataRichiestaPagamento", " dataRichiestaPagamento"])
      .default("-dataRichiestaPagamento"),
    stato: z.enum(STATI_PAGAMENTO).optional(),
    idSessionePortale: z.string().max(255).optional(),
    dataDa: dataFiltro.optional(),
    dataA: dataFiltro.optional(),
  }),
  responses: { 200: listaPaginata(PagamentoIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const dettaglio = {
  acl: legge,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  responses: { 200: Pagamento },
  errors: ["NON_TROVATO"],
} as const;

export const getPagamento = defineOperation({
  ...comune,
  ...dettaglio,
  id: "getPagamento",
  method: "GET",
  path: "/pagamenti/{id}",
  summary: "Dettaglio di un pagamento",
  params: z.strictObject({ id: z.string().min(1).max(64) }),
});

export const getPagamentoByIdSession = defineOperation({
  ...comune,
  ...dettaglio,
  id: "getPagamentoByIdSession",
  method: "GET",
  path: "/pagamenti/byIdSession/{idSession}",
  summary: "Dettaglio di un pagamento per sessione del gateway",
  params: z.strictObject({ idSession: z.string().min(1).max(64) }),
});
