/** The only place that reads the environment. Parsed once at cold start: a function with a wrong configuration does not start. */
import * as z from "zod";

/** In the words of GovPay: `session` is the console's cookie, `oauth2` a bearer token, `header` the identity said by a trusted proxy; `cittadino` the citizen's cookie. */
const modi = ["basic", "apikey", "ssl", "oauth2", "session", "header", "cittadino"] as const;
export type ModoAutenticazione = (typeof modi)[number];

const listaModi = z
  .string()
  .transform((testo) => testo.split(",").map((modo) => modo.trim()))
  .pipe(z.array(z.enum(modi)));

const facoltativa = z.string().optional();

/** Requests per second and peak, `200,1000`; empty = none. */
const limite = z.string().regex(/^(\d{1,5},\d{1,6})?$/);

const schema = z.object({
  FIORINO_STAGE: z.string().min(1),
  FIORINO_TABELLA_ANAGRAFICHE: facoltativa,
  FIORINO_TABELLA_ARCHIVIO: facoltativa,
  FIORINO_TABELLA_EVENTI: facoltativa,
  FIORINO_BUCKET_DOCUMENTI: facoltativa,
  FIORINO_BUCKET_SIGILLI: facoltativa,
  FIORINO_CODA_RICEVUTE: facoltativa,
  FIORINO_CODA_NOTIFICHE: facoltativa,
  FIORINO_CODA_FLUSSI: facoltativa,
  FIORINO_CODA_RICONCILIAZIONI: facoltativa,
  FIORINO_CODA_TRACCIATI: facoltativa,
  FIORINO_CODA_CAMBI: facoltativa,
  FIORINO_CODA_GPD: facoltativa,
  FIORINO_CODA_IMPORTAZIONI: facoltativa,
  FIORINO_CODA_ESPORTAZIONI: facoltativa,
  FIORINO_CODA_TESORERIA: facoltativa,
  FIORINO_CODA_RISCONTRI: facoltativa,
  FIORINO_CODA_ABBONAMENTI: facoltativa,
  FIORINO_CODA_COMUNICAZIONI: facoltativa,
  FIORINO_CODA_RPT: facoltativa,
  FIORINO_AUTENTICAZIONE: listaModi.default(["basic", "apikey"]),
  /** Identity providers (contracts/identita.ts): parsed by the functions that meet a token. */
  FIORINO_IDENTITA: z.string().default(""),
  FIORINO_PROXY_IDENTITA: z.string().default(""),
  /** Proxies of our own in front of the gateway: how many entries of X-Forwarded-For are theirs. */
  FIORINO_PROXY_NOSTRI: z.coerce.number().int().min(0).max(5).default(0),
  FIORINO_SESSIONE_MINUTI: z.coerce.number().int().min(5).max(1440).default(480),
  /** Of the address of every queue, for who looks at all of them. */
  FIORINO_PREFISSO_CODE: z.string().default(""),
  FIORINO_BUILD: z.string().default(""),
  /** Default rate of a caller. */
  FIORINO_LIMITE_RICHIESTE: limite.default(""),
  /** Rate of a citizen with its own session: a person at a page; more than this is a program. */
  FIORINO_LIMITE_CITTADINI: limite.default("10,60"),
  /** Rate of an address from which somebody calls without saying who it is. */
  FIORINO_LIMITE_ANONIMI: limite.default(""),
  FIORINO_LOG_LEVEL: z.enum(["DEBUG", "INFO", "WARN", "ERROR"]).default("INFO"),
  /** Key of the digest under which verified credentials are remembered in memory. */
  FIORINO_CHIAVE_CREDENZIALI: z.string().min(16).optional(),
  /** Keys of the digests of tax codes, by number of version: `{"1": "..."}`. */
  FIORINO_CHIAVI_IMPRONTE: z
    .string()
    .default("{}")
    .transform((testo): unknown => JSON.parse(testo))
    .pipe(z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.string().min(16))),
  /** Hosts of our own network that may be called, comma separated: everywhere else calls go only to the Internet, over https. */
  FIORINO_HOST_INTERNI: z.string().default(""),
  /** What wants two persons in this installation: `ruoli` (roles and rights of operators), `credenziali` (credentials of others). */
  FIORINO_QUATTRO_OCCHI: z
    .string()
    .default("")
    .transform((testo) => testo.split(",").filter((voce) => voce !== ""))
    .pipe(z.array(z.enum(["ruoli", "credenziali"]))),
  /** Milliseconds for a verification at the creditor's system. The Node waits 7 seconds for the whole answer, of which 5 are ours (runtime/soap/tempo.ts). */
  FIORINO_ATTESA_ENTE: z.coerce.number().int().min(300).max(3_000).default(1_300),
  FIORINO_URL_PUBBLICO: z.string().default(""),
  FIORINO_DOMINIO_NODO: z.string().default(""),
  /** Bootstrap administrator: {"principal": "...", "hash": "scrypt$..."}. */
  FIORINO_AMMINISTRATORE: z
    .string()
    .transform((testo): unknown => (testo === "" ? undefined : JSON.parse(testo)))
    .pipe(z.object({ principal: z.string(), hash: z.string() }).optional())
    .optional(),
  /** SANP wants 24 months at least. */
  FIORINO_CONSERVAZIONE_EVENTI_GIORNI: z.coerce.number().int().min(731).default(760),
  AWS_LAMBDA_FUNCTION_NAME: z.string().default("locale"),
  AWS_REGION: z.string().default("eu-south-1"),
  AWS_ENDPOINT_URL_LAMBDA: facoltativa,
  AWS_ENDPOINT_URL_S3: facoltativa,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: facoltativa,
  AWS_ACCESS_KEY_ID: z.string().default(""),
  AWS_SECRET_ACCESS_KEY: z.string().default(""),
  AWS_SESSION_TOKEN: facoltativa,
});

/** Where there are no citizens a digest may hide nothing. */
const STAGE_SENZA_CHIAVI: readonly string[] = ["prova", "locale"];

// Read once: a compiled reader would cost more to make than it saves.
const ambiente = schema
  .refine((a) => STAGE_SENZA_CHIAVI.includes(a.FIORINO_STAGE) || Object.keys(a.FIORINO_CHIAVI_IMPRONTE).length > 0, {
    path: ["FIORINO_CHIAVI_IMPRONTE"],
    error: "obbligatoria: senza chiave i codici fiscali negli indici si indovinano",
  })
  .parse(process.env, { jitless: true });

const obbligatoria = (nome: "FIORINO_TABELLA_ANAGRAFICHE" | "FIORINO_TABELLA_ARCHIVIO" | "FIORINO_TABELLA_EVENTI"): string => {
  const valore = ambiente[nome];
  return valore === undefined || valore === "" ? `non-configurata-${nome}` : valore;
};

const readLimite = (testo: string): { readonly richiesteAlSecondo: number; readonly picco: number } | undefined => {
  const [richiesteAlSecondo, picco] = testo.split(",").map(Number);
  return richiesteAlSecondo && picco ? { richiesteAlSecondo, picco } : undefined;
};

/** What the small clients of ours sign with: the role's credentials, as in every Lambda. */
const credenziali = {
  accessKeyId: ambiente.AWS_ACCESS_KEY_ID,
  secretAccessKey: ambiente.AWS_SECRET_ACCESS_KEY,
  sessionToken: ambiente.AWS_SESSION_TOKEN || undefined,
};

export const config = {
  stage: ambiente.FIORINO_STAGE,
  prefissoCode: ambiente.FIORINO_PREFISSO_CODE,
  build: ambiente.FIORINO_BUILD,
  funzione: ambiente.AWS_LAMBDA_FUNCTION_NAME,
  logLevel: ambiente.FIORINO_LOG_LEVEL,
  tabelle: {
    anagrafiche: obbligatoria("FIORINO_TABELLA_ANAGRAFICHE"),
    archivio: obbligatoria("FIORINO_TABELLA_ARCHIVIO"),
    eventi: obbligatoria("FIORINO_TABELLA_EVENTI"),
  },
  /** The bucket has its own small client (adapters/s3); the role's credentials are those of the environment, as in every Lambda. */
  s3: {
    bucket: ambiente.FIORINO_BUCKET_DOCUMENTI ?? "",
    regione: ambiente.AWS_REGION,
    endpoint: ambiente.AWS_ENDPOINT_URL_S3 ?? `https://s3.${ambiente.AWS_REGION}.amazonaws.com`,
    credenziali,
  },
  bucketSigilli: ambiente.FIORINO_BUCKET_SIGILLI ?? "",
  /** Secrets of the connectors: in Secrets Manager their names start with the stage (docs/deploy.md). */
  segreti: {
    endpoint: ambiente.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? `https://secretsmanager.${ambiente.AWS_REGION}.amazonaws.com`,
    regione: ambiente.AWS_REGION,
    prefisso: `${ambiente.FIORINO_STAGE}-fiorino-connettori/`,
    credenziali,
  },
  /** The functions of the scheduled jobs: their names start with the stage. */
  lambda: {
    endpoint: ambiente.AWS_ENDPOINT_URL_LAMBDA ?? `https://lambda.${ambiente.AWS_REGION}.amazonaws.com`,
    regione: ambiente.AWS_REGION,
    prefisso: `${ambiente.FIORINO_STAGE}-job-`,
    credenziali,
  },
  code: {
    ricevute: ambiente.FIORINO_CODA_RICEVUTE ?? "",
    notifiche: ambiente.FIORINO_CODA_NOTIFICHE ?? "",
    flussi: ambiente.FIORINO_CODA_FLUSSI ?? "",
    riconciliazioni: ambiente.FIORINO_CODA_RICONCILIAZIONI ?? "",
    tracciati: ambiente.FIORINO_CODA_TRACCIATI ?? "",
    cambi: ambiente.FIORINO_CODA_CAMBI ?? "",
    gpd: ambiente.FIORINO_CODA_GPD ?? "",
    importazioni: ambiente.FIORINO_CODA_IMPORTAZIONI ?? "",
    esportazioni: ambiente.FIORINO_CODA_ESPORTAZIONI ?? "",
    tesoreria: ambiente.FIORINO_CODA_TESORERIA ?? "",
    riscontri: ambiente.FIORINO_CODA_RISCONTRI ?? "",
    comunicazioni: ambiente.FIORINO_CODA_COMUNICAZIONI ?? "",
    rpt: ambiente.FIORINO_CODA_RPT ?? "",
    abbonamenti: ambiente.FIORINO_CODA_ABBONAMENTI ?? "",
  },
  limiteRichieste: readLimite(ambiente.FIORINO_LIMITE_RICHIESTE),
  limiteCittadini: readLimite(ambiente.FIORINO_LIMITE_CITTADINI),
  limiteAnonimi: readLimite(ambiente.FIORINO_LIMITE_ANONIMI),
  autenticazione: ambiente.FIORINO_AUTENTICAZIONE,
  identita: ambiente.FIORINO_IDENTITA,
  proxyIdentita: ambiente.FIORINO_PROXY_IDENTITA,
  proxyNostri: ambiente.FIORINO_PROXY_NOSTRI,
  sessioneMinuti: ambiente.FIORINO_SESSIONE_MINUTI,
  chiaveCredenziali: ambiente.FIORINO_CHIAVE_CREDENZIALI,
  chiaviImpronte: ambiente.FIORINO_CHIAVI_IMPRONTE,
  hostInterni: ambiente.FIORINO_HOST_INTERNI.split(",").flatMap((host) => host.trim() || []),
  attesaEnteMillisecondi: ambiente.FIORINO_ATTESA_ENTE,
  urlPubblico: ambiente.FIORINO_URL_PUBBLICO,
  /** Host of the endpoint with mutual TLS given to pagoPA; empty where there is none. */
  dominioNodo: ambiente.FIORINO_DOMINIO_NODO,
  amministratore: ambiente.FIORINO_AMMINISTRATORE,
  quattroOcchi: {
    ruoli: ambiente.FIORINO_QUATTRO_OCCHI.includes("ruoli"),
    credenziali: ambiente.FIORINO_QUATTRO_OCCHI.includes("credenziali"),
  },
  conservazioneEventiGiorni: ambiente.FIORINO_CONSERVAZIONE_EVENTI_GIORNI,
} as const;
