/** How citizens come in and go out (reference 1.10), which providers there are, for whom they act. The Portal API has the same operations under its own path. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { defineOperation, type NomeApi } from "../operation.ts";

/** Open to everybody: whoever comes in is not known yet, and an old cookie must not keep anybody out. */
const APERTA = {
  risorsa: "accesso",
  auth: ["anonimo", "cittadino", "applicazione", "operatore", "nodo"],
  peso: "scrittura",
  capacita: ["anagrafiche:read", "accessi:write", "eventi:write"],
} as const;

export const Delega = z
  .strictObject({ codiceFiscale: z.string(), partitaIva: z.string().optional(), ragioneSociale: z.string() })
  .meta({ id: "Delega" });

export const ProfiloCittadino = z
  .strictObject({
    nome: z.string(),
    anagrafica: z.strictObject({
      tipo: z.enum(["F", "G"]),
      identificativo: z.string(),
      anagrafica: z.string(),
      email: z.string().optional(),
    }),
    deleghe: z.array(Delega).describe("Aziende per cui la persona può agire, secondo il suo provider"),
    perConto: z.string().optional().describe("Codice fiscale dell'azienda per cui agisce ora; assente = per sé"),
    provider: z.string(),
    livello: z.number().optional(),
  })
  .meta({ id: "ProfiloCittadino" });

const percorso = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/, "atteso un percorso di questo sito, che comincia con una sola /");

const scelta = {
  idDominio: idDominio.optional().describe("Ente al cui portale si accede"),
  provider: z.string().max(32).optional().describe("id di uno dei metodi di accesso; assente = il primo"),
};

/** What is in the query besides our own parameters goes back to the page, as in GovPay. */
const queryLibera = z.object(scelta).catchall(z.string().max(2_000));

export const urlID = z.string().regex(/^[\w.-]{1,64}$/, "da 1 a 64 caratteri tra lettere, cifre, punto, - e _");

/** The four operations of GovPay under the path of an API. */
export const accessiDi = <const A extends NomeApi>(api: A) => ({
  login: defineOperation({
    ...APERTA,
    api,
    id: "login",
    method: "GET",
    path: "/login",
    summary: "Accede: chi è già riconosciuto ha il proprio profilo, gli altri sono mandati al provider di identità",
    description:
      "Con l'identità in un'intestazione del proxy fidato apre la sessione e risponde 200. Senza, il browser va al provider e torna a `ritorno` con il cookie della sessione.",
    query: z.strictObject({ ...scelta, ritorno: percorso.default("/").describe("Dove tornare dopo l'accesso") }),
    responses: { 200: ProfiloCittadino, 303: z.undefined().describe("Verso il provider di identità") },
    errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
  }),
  loginConRedirect: defineOperation({
    ...APERTA,
    api,
    id: "loginConRedirect",
    method: "GET",
    path: "/login/{urlID}",
    summary: "Accede, poi torna all'indirizzo configurato con quell'id",
    description:
      "La query della chiamata arriva intera all'indirizzo configurato. Un urlID che nessuno ha configurato è rifiutato: qui non si torna a indirizzi dati da chi chiama.",
    params: z.strictObject({ urlID }),
    query: queryLibera,
    responses: { 303: z.undefined().describe("Verso il provider di identità, o verso l'indirizzo configurato") },
    errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
  }),
  logout: defineOperation({
    ...APERTA,
    api,
    id: "logout",
    method: "GET",
    path: "/logout",
    summary: "Chiude la sessione",
    responses: { 200: z.undefined() },
    errors: ["PARAMETRO_NON_VALIDO"],
  }),
  logoutConRedirect: defineOperation({
    ...APERTA,
    api,
    id: "logoutConRedirect",
    method: "GET",
    path: "/logout/{urlID}",
    summary: "Chiude la sessione, anche presso il provider, poi torna all'indirizzo configurato con quell'id",
    params: z.strictObject({ urlID }),
    query: queryLibera,
    responses: { 303: z.undefined().describe("Verso il provider di identità, o verso l'indirizzo configurato") },
    errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
  }),
  getProfilo: defineOperation({
    api,
    risorsa: "accesso",
    id: "getProfilo",
    method: "GET",
    path: "/profilo",
    summary: "Chi è il cittadino che ha acceduto, e per chi può agire",
    auth: ["cittadino"],
    peso: "lettura",
    capacita: ["anagrafiche:read"],
    responses: { 200: ProfiloCittadino },
    errors: [],
  }),
});

export const { login, loginConRedirect, logout, logoutConRedirect, getProfilo } = accessiDi("utente");

export const completeLogin = defineOperation({
  ...APERTA,
  api: "utente",
  id: "completeLogin",
  method: "GET",
  path: "/accesso/ritorno",
  summary: "Ritorno dal provider di identità: apre la sessione",
  capacita: ["anagrafiche:read", "accessi:write", "eventi:write", "segreti:read"],
  query: z.strictObject({
    code: z.string().max(4000).optional(),
    state: z.string().max(500).optional(),
    iss: z.string().max(500).optional(),
    error: z.string().max(500).optional(),
    error_description: z.string().max(2000).optional(),
    error_uri: z.string().max(500).optional(),
    session_state: z.string().max(500).optional(),
    scope: z.string().max(2000).optional(),
  }),
  responses: { 303: z.undefined().describe("Verso la pagina chiesta all'inizio") },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const MetodoAccesso = z
  .strictObject({
    id: z.string(),
    nome: z.string(),
    tipo: z.enum(["SPID", "CIE", "OIDC"]),
    url: z.string().describe("Dove comincia l'accesso, relativo all'indirizzo dell'installazione"),
  })
  .meta({ id: "MetodoAccesso" });

const Captcha = z.discriminatedUnion("tipo", [
  z.strictObject({ tipo: z.literal("NESSUNO") }),
  z.strictObject({
    tipo: z.literal("FIORINO"),
    sfida: z.string().describe("Si cerca un numero n per cui SHA-256(sfida + ':' + n) comincia con `difficolta` bit a zero"),
    difficolta: z.number(),
    scade: z.string(),
  }),
  z.strictObject({ tipo: z.literal("ESTERNO"), siteKey: z.string(), parametro: z.string() }),
]);

export const getMetodiAccesso = defineOperation({
  api: "utente",
  risorsa: "accesso",
  id: "getMetodiAccesso",
  method: "GET",
  path: "/accesso/metodi",
  summary: "Con che cosa i cittadini accedono, e la prova da dare in gRecaptchaResponse senza accedere",
  description:
    "La prova di Fiorino è un calcolo del browser: non mostra immagini, non fa ascoltare nulla, non dice niente a nessun altro. Si manda `<sfida>:<n>`; vale una volta, per pochi minuti.",
  auth: ["anonimo", "cittadino"],
  peso: "lettura",
  capacita: ["anagrafiche:read"],
  query: z.strictObject({ idDominio: idDominio.optional() }),
  responses: { 200: z.strictObject({ metodi: z.array(MetodoAccesso), captcha: Captcha }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const changeDelega = defineOperation({
  api: "utente",
  risorsa: "accesso",
  id: "changeDelega",
  method: "PUT",
  path: "/delega",
  summary: "Il cittadino sceglie di agire per un'azienda, o di nuovo per sé",
  description: "La sessione prosegue con un altro identificativo; il passaggio resta nel giornale.",
  auth: ["cittadino"],
  peso: "scrittura",
  capacita: ["anagrafiche:read", "accessi:write", "eventi:write"],
  body: z
    .strictObject({
      perConto: z
        .string()
        .regex(/^[A-Z0-9]{11,16}$/, "atteso un codice fiscale, in maiuscole")
        .nullable()
        .describe("Codice fiscale di una delle deleghe; null = per sé"),
    })
    .meta({ id: "CambioDelega" }),
  responses: { 200: ProfiloCittadino },
  errors: ["NON_PROCESSABILE"],
});
