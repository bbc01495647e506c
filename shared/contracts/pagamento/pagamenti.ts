/** Portal payments of the API Pagamento v2 (reference 1.4, 2.5). Through Checkout a payment record exists, with an id that can be followed: GovPay answers `0` (its trap 14). */
import * as z from "zod";
import { idA2A, idDominio, idPendenza, importo, istante, numeroAvviso, Soggetto, testo } from "../comuni/campi.ts";
import { campiTra, dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

export const STATI_PAGAMENTO = ["IN_CORSO", "ESEGUITO", "NON_ESEGUITO", "ESEGUITO_PARZIALE", "ANNULLATO", "FALLITO"] as const;
export const MODELLI = ["Pagamento ad iniziativa Ente", "Pagamento ad iniziativa PSP", "Modello unico"] as const;

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
  prova: z.literal(true).optional().describe("Di domini in prova: nessun denaro si muove"),
};

export const PagamentoIndex = z.strictObject({ ...comuniPagamento, pendenze: z.string(), rpp: z.string() }).meta({ id: "PagamentoIndex" });
export const PagamentoIndexParziale = PagamentoIndex.partial().meta({ id: "PagamentoIndexParziale" });
export const CAMPI_PAGAMENTO = PagamentoIndex.keyof().options;
export const Pagamento = z
  .strictObject({ ...comuniPagamento, pendenze: z.array(PendenzaDelPagamento), rpp: z.string() })
  .meta({ id: "Pagamento" });

const comune = { api: "pagamento", risorsa: "pagamenti", auth: ["applicazione", "cittadino", "anonimo"] } as const;
const legge = { servizi: ["API Pagamenti"], diritto: "R" } as const;
const legacy = z.string().max(255).optional();

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

/** v1 takes from here what it has. */
export const filtriPagamenti = {
  ordinamento: z
    .enum(["+dataRichiestaPagamento", "-dataRichiestaPagamento", "dataRichiestaPagamento", " dataRichiestaPagamento"])
    .default("-dataRichiestaPagamento"),
  stato: z.enum(STATI_PAGAMENTO).optional(),
  id: testo(64).optional(),
  idSessionePortale: z.string().max(255).optional(),
  dataDa: dataFiltro.optional(),
  dataA: dataFiltro.optional(),
} as const;

export const findPagamenti = defineOperation({
  ...comune,
  id: "findPagamenti",
  method: "GET",
  path: "/pagamenti",
  summary: "Elenca i pagamenti avviati dal chiamante",
  description:
    "Un'applicazione elenca quelli che ha avviato, un cittadino quelli di cui è il versante, chi non ha credenziali quelli della sua sessione. L'ordine è quello " +
    "di dataRichiestaPagamento; nome, stato e importo, che GovPay ordina, sono rifiutati. dataDa e dataA, di v1, valgono anche qui.",
  acl: legge,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({
    ...filtriPagamenti,
    campi: campiTra(CAMPI_PAGAMENTO).optional(),
    idSessionePsp: testo(64).optional(),
    idVersante: testo(16).optional(),
    idDebitore: testo(16).optional(),
  }),
  responses: { 200: listaPaginata(z.union([PagamentoIndex, PagamentoIndexParziale])) },
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
