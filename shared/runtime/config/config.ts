/** The only place that reads the environment. Parsed once at cold start: a function with a wrong configuration does not start. */
import * as z from "zod";

const modi = ["basic", "apikey", "ssl"] as const;
export type ModoAutenticazione = (typeof modi)[number];

const listaModi = z
  .string()
  .transform((testo) => testo.split(",").map((modo) => modo.trim()))
  .pipe(z.array(z.enum(modi)));

const facoltativa = z.string().optional();

const schema = z.object({
  FIORINO_STAGE: z.string().min(1),
  FIORINO_TABELLA_ANAGRAFICHE: facoltativa,
  FIORINO_TABELLA_ARCHIVIO: facoltativa,
  FIORINO_TABELLA_EVENTI: facoltativa,
  FIORINO_BUCKET_DOCUMENTI: facoltativa,
  FIORINO_CODA_RICEVUTE: facoltativa,
  FIORINO_CODA_NOTIFICHE: facoltativa,
  FIORINO_CODA_FLUSSI: facoltativa,
  FIORINO_CODA_RICONCILIAZIONI: facoltativa,
  FIORINO_CODA_TRACCIATI: facoltativa,
  FIORINO_CODA_CAMBI: facoltativa,
  FIORINO_CODA_GPD: facoltativa,
  FIORINO_CODA_RPT: facoltativa,
  FIORINO_AUTENTICAZIONE: listaModi.default(["basic", "apikey"]),
  FIORINO_LOG_LEVEL: z.enum(["DEBUG", "INFO", "WARN", "ERROR"]).default("INFO"),
  /** Key of the digest under which verified credentials are remembered in memory. */
  FIORINO_CHIAVE_CREDENZIALI: z.string().min(16).optional(),
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
  AWS_ENDPOINT_URL_S3: facoltativa,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: facoltativa,
  AWS_ACCESS_KEY_ID: z.string().default(""),
  AWS_SECRET_ACCESS_KEY: z.string().default(""),
  AWS_SESSION_TOKEN: facoltativa,
});

// Read once: a compiled reader would cost more to make than it saves.
const ambiente = schema.parse(process.env, { jitless: true });

const obbligatoria = (nome: "FIORINO_TABELLA_ANAGRAFICHE" | "FIORINO_TABELLA_ARCHIVIO" | "FIORINO_TABELLA_EVENTI"): string => {
  const valore = ambiente[nome];
  return valore === undefined || valore === "" ? `non-configurata-${nome}` : valore;
};

/** What the small clients of ours sign with: the role's credentials, as in every Lambda. */
const credenziali = {
  accessKeyId: ambiente.AWS_ACCESS_KEY_ID,
  secretAccessKey: ambiente.AWS_SECRET_ACCESS_KEY,
  sessionToken: ambiente.AWS_SESSION_TOKEN || undefined,
};

export const config = {
  stage: ambiente.FIORINO_STAGE,
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
  /** Secrets of the connectors: in Secrets Manager their names start with the stage (docs/deploy.md). */
  segreti: {
    endpoint: ambiente.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? `https://secretsmanager.${ambiente.AWS_REGION}.amazonaws.com`,
    regione: ambiente.AWS_REGION,
    prefisso: `${ambiente.FIORINO_STAGE}-fiorino-connettori/`,
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
    rpt: ambiente.FIORINO_CODA_RPT ?? "",
  },
  autenticazione: ambiente.FIORINO_AUTENTICAZIONE,
  chiaveCredenziali: ambiente.FIORINO_CHIAVE_CREDENZIALI,
  urlPubblico: ambiente.FIORINO_URL_PUBBLICO,
  /** Host of the endpoint with mutual TLS given to pagoPA; empty where there is none. */
  dominioNodo: ambiente.FIORINO_DOMINIO_NODO,
  amministratore: ambiente.FIORINO_AMMINISTRATORE,
  conservazioneEventiGiorni: ambiente.FIORINO_CONSERVAZIONE_EVENTI_GIORNI,
} as const;
