/** The journal of events (giornale degli eventi, reference 2.9 and 3.18; the rows of SANP, pagopa.md 3.6). */
import * as z from "zod";
import { booleanoQuery, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const COMPONENTI = ["API_BACKOFFICE", "API_ENTE", "API_PAGOPA", "API_PAGAMENTO", "API_PENDENZE", "API_RAGIONERIA", "GOVPAY"] as const;
const CATEGORIE = ["INTERNO", "INTERFACCIA", "UTENTE"] as const;
const RUOLI = ["CLIENT", "SERVER"] as const;
const ESITI = ["OK", "KO", "FAIL"] as const;

const datiPagoPA = z
  .object({
    idPsp: z.string(),
    idCanale: z.string(),
    idIntermediarioPsp: z.string(),
    tipoVersamento: z.string(),
    modelloPagamento: z.string(),
    idDominio: z.string(),
    idIntermediario: z.string(),
    idStazione: z.string(),
    idIncasso: z.string(),
    sct: z.string(),
    idFlusso: z.string(),
    idTracciato: z.string(),
  })
  .partial()
  .catchall(z.string())
  .meta({ id: "DatiPagoPA" });

const campiEvento = {
  id: z.string().describe("In GovPay è un numero: qui un testo opaco, che individua l'evento senza cercarlo"),
  componente: z.enum(COMPONENTI),
  categoriaEvento: z.enum(CATEGORIE),
  ruolo: z.enum(RUOLI),
  tipoEvento: z.string(),
  sottotipoEvento: z.string().optional(),
  esito: z.enum(ESITI),
  sottotipoEsito: z.string().optional(),
  dettaglioEsito: z.string().optional(),
  dataEvento: z.string(),
  durataEvento: z.number().int().describe("Millisecondi"),
  idDominio: z.string().optional(),
  iuv: z.string().optional(),
  numeroAvviso: z.string().optional(),
  ccp: z.string().optional(),
  idA2A: z.string().optional(),
  idPendenza: z.string().optional(),
  idPagamento: z.string().optional(),
  datiPagoPA: datiPagoPA.optional(),
  severita: z.number().int().optional(),
  transactionId: z.string(),
};

const messaggio = {
  url: z.string().optional(),
  method: z.string().optional(),
  status: z.number().int().optional(),
  headers: z
    .array(z.strictObject({ nome: z.string(), valore: z.string() }))
    .optional()
    .describe("Le credenziali sono oscurate"),
  payload: z
    .string()
    .optional()
    .describe(
      "Il messaggio byte per byte, in base64: solo per chi ha il diritto R su «Contenuti del Giornale», e ogni lettura resta nel giornale",
    ),
  digest: z.string().optional().describe("SHA-256 del messaggio, anche per chi non lo può leggere"),
  tagliato: z.boolean().optional().describe("Del messaggio si conserva solo l'inizio"),
};

const ParametriRichiesta = z
  .strictObject({ ...messaggio, dataOraRichiesta: z.string(), principal: z.string().optional() })
  .meta({ id: "ParametriRichiesta" });
const ParametriRisposta = z.strictObject({ ...messaggio, dataOraRisposta: z.string() }).meta({ id: "ParametriRisposta" });
const parametri = { parametriRichiesta: ParametriRichiesta.optional(), parametriRisposta: ParametriRisposta.optional() };

export const EventoIndex = z.strictObject({ ...campiEvento, ...parametri }).meta({ id: "EventoIndex" });

const RigaSanp = z
  .strictObject({
    dataOraEvento: z.string(),
    identificativoDominio: z.string().optional(),
    identificativoUnivocoVersamento: z.string().optional(),
    codiceContestoPagamento: z.string().optional(),
    numeroAvviso: z.string().optional(),
    identificativoPrestatoreServiziPagamento: z.string().optional(),
    tipoVersamento: z.string().optional(),
    componente: z.string(),
    categoriaEvento: z.enum(["INTERNO", "INTERFACCIA"]),
    tipoEvento: z.string(),
    sottoTipoEvento: z.enum(["REQ", "RESP"]),
    identificativoFruitore: z.string(),
    identificativoErogatore: z.string(),
    identificativoStazioneIntermediarioPA: z.string().optional(),
    canalePagamento: z.string().optional(),
    parametriSpecificiInterfaccia: z.string().optional(),
    esito: z.string(),
  })
  .meta({ id: "RigaSanp" });

export const Evento = z
  .strictObject({
    ...campiEvento,
    ...parametri,
    righeSanp: z.array(RigaSanp).describe("Estensione: l'evento nella forma del giornale degli eventi di SANP, richiesta e risposta"),
  })
  .meta({ id: "Evento" });

const comuni = {
  api: "backoffice",
  method: "GET",
  risorsa: "eventi",
  auth: ["operatore"],
  acl: { servizi: ["Giornale degli Eventi"], diritto: "R" },
  capacita: ["anagrafiche:read", "eventi:read", "eventi:write", "documenti:read"],
  peso: "lettura",
} as const;

export const findEventi = defineOperation({
  ...comuni,
  id: "findEventi",
  path: "/eventi",
  summary: "Ricerca nel giornale degli eventi",
  description:
    "La chiave più precisa fra quelle date (dominio e IUV o numero avviso, pendenza, pagamento, IUV, dominio) sceglie dove leggere, il resto è una condizione " +
    "sulla stessa lettura. Con messaggi=true anche i messaggi scambiati, per chi ha il diritto R su «Contenuti del Giornale».",
  query: queryLista({
    ordinamento: ordinamentoPer("data").default("-data"),
    idDominio: z.string().max(35).optional(),
    iuv: z.string().max(35).optional(),
    numeroAvviso: z
      .string()
      .regex(/^\d{18}$/, "attese 18 cifre")
      .optional()
      .describe("Estensione"),
    ccp: z.string().max(255).optional(),
    idA2A: z.string().max(35).optional(),
    idPendenza: z.string().max(35).optional(),
    idPagamento: z.string().max(36).optional(),
    esito: z.enum(ESITI).optional(),
    dataDa: dataFiltro.optional(),
    dataA: dataFiltro.optional(),
    categoriaEvento: z.enum(CATEGORIE).optional(),
    tipoEvento: z.string().max(255).optional(),
    sottotipoEvento: z.string().max(255).optional(),
    componente: z.enum(COMPONENTI).optional(),
    ruolo: z.enum(RUOLI).optional(),
    messaggi: booleanoQuery.default(false),
    severitaDa: z.coerce.number().int().min(0).max(5).optional(),
    severitaA: z.coerce.number().int().min(0).max(5).optional(),
  }),
  responses: { 200: listaPaginata(EventoIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getEvento = defineOperation({
  ...comuni,
  id: "getEvento",
  path: "/eventi/{id}",
  summary: "Dettaglio di un evento, con i messaggi per chi li può leggere",
  params: z.strictObject({ id: z.string().min(1).max(400) }),
  responses: { 200: Evento },
  errors: ["NON_TROVATO"],
});
