/** How operators come in and out, and how they keep their own credentials (reference 1.11 rows 52 and 53; 1.12, group Session). */
import * as z from "zod";
import { principal } from "../comuni/campi.ts";
import { Profilo } from "../comuni/profilo.ts";
import { defineOperation } from "../operation.ts";

/** Open to everybody: whoever comes in is not known yet, and an old cookie must not keep anybody out. */
const APERTA = {
  api: "backoffice",
  risorsa: "accessi",
  auth: ["anonimo", "operatore", "applicazione", "nodo"],
  peso: "scrittura",
  capacita: ["anagrafiche:read", "accessi:write", "eventi:write"],
} as const;

const PROPRIA = {
  api: "backoffice",
  risorsa: "profilo",
  auth: ["operatore"],
  peso: "scrittura",
  capacita: ["anagrafiche:read", "anagrafiche:write", "accessi:write", "eventi:write"],
} as const;

export const MetodoLogin = z
  .strictObject({
    metodo: z.enum(["FORM", "OAUTH2"]),
    id: z.string(),
    etichetta: z.string(),
    url: z.string().describe("Dove comincia l'accesso, relativo all'indirizzo dell'installazione"),
  })
  .meta({ id: "MetodoLogin" });

export const Accesso = z
  .strictObject({
    principal: z.string(),
    nome: z.string(),
    scadeIl: z.string().describe("Istante dopo il quale si accede di nuovo"),
    tokenCsrf: z.string().describe("Da mandare in x-csrf-token con ogni richiesta che scrive; è anche nel cookie fiorino-csrf"),
  })
  .meta({ id: "Accesso" });

const otp = z.string().trim().min(6).max(20);

export const findMetodiLogin = defineOperation({
  ...APERTA,
  id: "findMetodiLogin",
  method: "GET",
  path: "/login/metodi",
  summary: "Modi con cui un operatore può accedere",
  responses: { 200: z.strictObject({ metodi: z.array(MetodoLogin) }) },
  errors: [],
});

export const login = defineOperation({
  ...APERTA,
  id: "login",
  method: "POST",
  path: "/login",
  summary: "Accede con un account locale e apre una sessione",
  description:
    "La risposta imposta il cookie della sessione. Con un secondo fattore attivo serve anche otp: 401001 lo chiede. Dopo cinque tentativi falliti dallo stesso indirizzo l'attesa cresce (429 con Retry-After).",
  body: z
    .strictObject({ principal: z.string().min(1).max(255), password: z.string().min(1).max(255), otp: otp.optional() })
    .meta({ id: "LoginPost" }),
  responses: { 200: Accesso },
  errors: ["SECONDO_FATTORE"],
});

const USCITA = {
  ...APERTA,
  path: "/logout",
  summary: "Chiude la sessione",
  responses: { 200: z.undefined() },
  errors: [],
} as const;

export const logout = defineOperation({ ...USCITA, id: "logout", method: "POST" });

export const getLogout = defineOperation({
  ...USCITA,
  id: "getLogout",
  method: "GET",
  description: "Come la POST, per i client di GovPay.",
});

const percorso = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/, "atteso un percorso di questo sito, che comincia con una sola /");

export const beginLoginOidc = defineOperation({
  ...APERTA,
  id: "beginLoginOidc",
  method: "GET",
  path: "/login/oidc",
  summary: "Manda il browser al provider di identità",
  capacita: ["anagrafiche:read", "accessi:write", "eventi:write", "segreti:read"],
  query: z.strictObject({
    provider: z.string().max(32).optional().describe("id di uno dei metodi OAUTH2; assente = il primo"),
    ritorno: percorso.default("/").describe("Dove tornare dopo l'accesso"),
  }),
  responses: { 303: z.undefined().describe("Verso il provider di identità") },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const completeLoginOidc = defineOperation({
  ...APERTA,
  id: "completeLoginOidc",
  method: "GET",
  path: "/login/oidc/ritorno",
  summary: "Ritorno dal provider di identità: apre la sessione",
  capacita: ["anagrafiche:read", "accessi:write", "eventi:write", "segreti:read"],
  query: z.strictObject({
    code: z.string().max(4000).optional(),
    state: z.string().max(500).optional(),
    iss: z.string().max(500).optional(),
    error: z.string().max(500).optional(),
    error_description: z.string().max(2000).optional(),
    error_otpauthUri: z.string().max(500).optional(),
    session_state: z.string().max(500).optional(),
    scope: z.string().max(2000).optional(),
  }),
  responses: { 303: z.undefined().describe("Verso la pagina chiesta all'inizio") },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const CambioPassword = z.strictObject({ passwordAttuale: z.string().min(1).max(255), passwordNuova: z.string().min(1).max(255) });

export const updateProfilo = defineOperation({
  ...PROPRIA,
  id: "updateProfilo",
  method: "PATCH",
  path: "/profilo",
  summary: "L'operatore cambia la propria password",
  description:
    "Con una sessione value è {passwordAttuale, passwordNuova}; con HTTP Basic, che porta già la password attuale, può essere la sola nuova, come in GovPay. Le altre sessioni dell'operatore finiscono.",
  body: z
    .array(
      z.strictObject({
        op: z.literal("REPLACE"),
        path: z.literal("/password"),
        value: z.union([z.string().min(1).max(255), CambioPassword], {
          error: "attesa la password nuova, o passwordAttuale e passwordNuova",
        }),
      }),
    )
    .length(1)
    .meta({ id: "PatchProfilo" }),
  responses: { 200: Profilo },
  errors: ["NON_PROCESSABILE", "CONFLITTO"],
});

export const addSecondoFattore = defineOperation({
  ...PROPRIA,
  id: "addSecondoFattore",
  method: "POST",
  path: "/profilo/totp",
  summary: "Registra un autenticatore (TOTP) da confermare",
  responses: {
    201: z.strictObject({
      segreto: z.string().describe("Base32, mostrato questa sola volta"),
      otpauthUri: z.string().describe("Da mostrare come codice QR"),
    }),
  },
  errors: ["NON_PROCESSABILE", "CONFLITTO"],
});

const CodiceOtp = z.strictObject({ otp }).meta({ id: "CodiceOtp" });

export const confirmSecondoFattore = defineOperation({
  ...PROPRIA,
  id: "confirmSecondoFattore",
  method: "POST",
  path: "/profilo/totp/conferma",
  summary: "Conferma l'autenticatore con un suo codice: da qui in poi serve a ogni accesso",
  body: CodiceOtp,
  responses: { 200: z.strictObject({ codiciRecupero: z.array(z.string()).describe("Ognuno vale una volta; mostrati questa sola volta") }) },
  errors: ["NON_PROCESSABILE", "CONFLITTO"],
});

export const removeSecondoFattore = defineOperation({
  ...PROPRIA,
  id: "removeSecondoFattore",
  method: "POST",
  path: "/profilo/totp/rimozione",
  summary: "Rimuove il secondo fattore, con un codice dell'autenticatore o di recupero",
  body: CodiceOtp,
  responses: { 200: z.undefined() },
  errors: ["NON_PROCESSABILE", "CONFLITTO"],
});

export const resetSecondoFattore = defineOperation({
  ...PROPRIA,
  acl: { servizi: ["Anagrafica Ruoli"], diritto: "W" },
  id: "resetSecondoFattore",
  method: "POST",
  path: "/operatori/{principal}/totp/rimozione",
  summary: "Toglie il secondo fattore a un operatore che ha perso autenticatore e codici",
  description: "Le sessioni dell'operatore finiscono. Il proprio si rimuove con un codice, da /profilo/totp/rimozione.",
  params: z.strictObject({ principal }),
  responses: { 200: z.undefined() },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});
