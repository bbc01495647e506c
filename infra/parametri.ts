/** The parameters of an installation, read once from the CDK context (`-c nome=valore` or `-c parametri=file.json`) and parsed strictly: a misspelt name stops the synthesis. */
import { readFileSync } from "node:fs";
import type { App } from "aws-cdk-lib";
import * as z from "zod";
import { ProviderDiIdentita, ProxyIdentita } from "../shared/contracts/identita.ts";
import { API_REST } from "../shared/contracts/operation.ts";

const arn = (servizio: string) => z.string().regex(new RegExp(`^arn:aws[a-z-]*:${servizio}:`), `deve essere un ARN di ${servizio}`);
const dominio = z
  .string()
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, "deve essere un nome di dominio in minuscole");
const booleano = z.union([z.boolean(), z.enum(["true", "false"]).transform((testo) => testo === "true")]);
const MODI = ["basic", "apikey", "ssl", "oauth2", "session", "header", "cittadino"] as const;
const modi = z
  .string()
  .refine(
    (testo) => testo.split(",").every((modo) => MODI.some((noto) => noto === modo)),
    `deve essere un elenco di ${MODI.join(", ")}, separati da virgola`,
  );

/** From the command line a structured parameter comes as JSON. */
const daJson = <S extends z.ZodType>(schema: S) =>
  z.preprocess((valore, contesto) => {
    if (typeof valore !== "string") return valore;
    try {
      return JSON.parse(valore);
    } catch {
      contesto.addIssue({ code: "custom", message: "non è JSON valido" });
      return z.NEVER;
    }
  }, schema);

/** Lambda takes 4 kB of variables in all. */
const MASSIMO_IDENTITA = 2_500;

/** CloudWatch Logs accepts only these retentions. */
const GIORNI_LOG = [7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827] as const;

const Parametri = z
  .strictObject({
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9]{1,15}$/, "da 2 a 16 lettere minuscole e cifre")
      .default("locale"),
    /** Base URL of the installation as its callers see it. */
    urlPubblico: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:8080"),
    /** Name and us-east-1 certificate of the CloudFront distribution. */
    dominioPubblico: dominio.optional(),
    certificatoPubblico: arn("acm").optional(),
    /** Name, regional certificate and trust store (PEM bundle) of the endpoint given to pagoPA. */
    dominioNodo: dominio.optional(),
    certificatoNodo: arn("acm").optional(),
    trustStoreNodo: z
      .string()
      .regex(/^s3:\/\/[^/]+\/.+$/, "deve essere s3://bucket/chiave")
      .optional(),
    /** Web ACL created by the stack `waf` in us-east-1. */
    arnWebAcl: arn("wafv2").optional(),
    giorniLog: z.coerce
      .number()
      .refine((giorni) => (GIORNI_LOG as readonly number[]).includes(giorni), `uno fra ${GIORNI_LOG.join(", ")}`)
      .default(90),
    /** Originals exchanged with pagoPA are due for 24 months at least. */
    mesiDocumenti: z.coerce.number().int().min(24).default(24),
    /** Days after which the events of the journal expire; 760 covers the 24 months. */
    giorniEventi: z.coerce.number().int().min(731).default(760),
    /** Who may shorten the life of a seal of the journal: an administrator with a right of its own, or nobody at all. */
    bloccoSigilli: z.enum(["governance", "compliance"]).default("governance"),
    /** Name of what is installed, for GET /info: a commit, a tag. */
    build: z
      .string()
      .regex(/^[\w.+-]{1,64}$/, "da 1 a 64 caratteri tra lettere, cifre, punto, -, + e _")
      .optional(),
    livelloLog: z.enum(["DEBUG", "INFO", "WARN", "ERROR"]).default("INFO"),
    emailAllarmi: z.email().optional(),
    /** Deletion protection and RETAIN on what holds data. */
    proteggiDati: booleano.optional(),
    /** First operator, `{"principal","hash"}` with a scrypt hash: never a password. */
    amministratore: z.string().startsWith("{").optional(),
    /** Hosts of the organisation's own network that creditors' systems may have: elsewhere calls go only to the Internet, over https. */
    hostInterni: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+(,[A-Za-z0-9.:-]+)*$/, "deve essere un elenco di host separati da virgola")
      .optional(),
    /** Milliseconds that a verification at the creditor's system may take. */
    attesaEnte: z.coerce.number().int().min(300).max(3_000).default(1_300),
    /** What wants two persons: roles and rights of operators, credentials of others. Chosen by who installs, so that no operator can switch it off. */
    quattroOcchi: z
      .string()
      .regex(/^(ruoli|credenziali)(,(ruoli|credenziali))?$/, "ammessi ruoli, credenziali, o entrambi separati da virgola")
      .optional(),
    autenticazione: modi.default("basic,apikey"),
    autenticazioneNodo: modi.optional(),
    /** Where an API differs: `{"pendenze": "ssl,oauth2"}`. The Backoffice also takes the console's session when nothing is said. */
    autenticazioneApi: daJson(z.partialRecord(z.enum(API_REST), modi)).default({}),
    /** Identity providers (contracts/identita.ts, docs/identita.md). */
    identita: daJson(ProviderDiIdentita)
      .refine((provider) => JSON.stringify(provider).length <= MASSIMO_IDENTITA, `al massimo ${MASSIMO_IDENTITA} caratteri in tutto`)
      .optional(),
    proxyIdentita: daJson(ProxyIdentita).optional(),
    /** Minutes that a session of the console lasts. */
    minutiSessione: z.coerce.number().int().min(5).max(1440).default(480),
    /** Requests per second of a caller, and how many may come together, when the registry says nothing of it. */
    richiesteChiamante: z.coerce.number().int().min(1).max(10_000).default(200),
    piccoChiamante: z.coerce.number().int().min(1).max(100_000).default(1000),
    /** The same for a citizen with its own session. */
    richiesteCittadino: z.coerce.number().int().min(1).max(10_000).default(10),
    piccoCittadino: z.coerce.number().int().min(1).max(100_000).default(60),
    /** The same for an address from which somebody calls without saying who it is; a whole network for IPv6. */
    richiesteAnonimo: z.coerce.number().int().min(1).max(10_000).default(5),
    piccoAnonimo: z.coerce.number().int().min(1).max(100_000).default(60),
    /** Requests per second and burst of each route. */
    richiesteAlSecondo: z.coerce.number().int().min(1).default(200),
    picco: z.coerce.number().int().min(1).default(400),
  })
  .refine((p) => !p.dominioPubblico || p.certificatoPubblico, { path: ["certificatoPubblico"], error: "obbligatorio con dominioPubblico" })
  .refine((p) => !p.dominioNodo || (p.certificatoNodo && p.trustStoreNodo), {
    path: ["trustStoreNodo"],
    error: "certificatoNodo e trustStoreNodo sono obbligatori con dominioNodo",
  });

export type Parametri = z.infer<typeof Parametri>;

const NOMI = Object.keys(Parametri.shape);

/**
 * Parses parameters; what is given directly wins over the file.
 * Throws an Error in Italian that names every wrong parameter.
 */
export function parseParametri(dati: Readonly<Record<string, unknown>>): Parametri {
  const esito = Parametri.safeParse(dati);
  if (esito.success) return esito.data;
  const problemi = esito.error.issues.map((problema) => `  ${problema.path.join(".") || "(parametri)"}: ${problema.message}`);
  throw new Error(`Parametri dell'installazione non validi:\n${problemi.join("\n")}`);
}

/** Reads the parameters from the CDK context of the app. */
export function readParametri(app: App): Parametri {
  const percorso: unknown = app.node.tryGetContext("parametri");
  const file: unknown = typeof percorso === "string" ? JSON.parse(readFileSync(percorso, "utf8")) : {};
  if (typeof file !== "object" || file === null) throw new Error("Il file dei parametri deve contenere un oggetto JSON");
  const diretti = NOMI.map((nome) => [nome, app.node.tryGetContext(nome)] as const).filter(([, valore]) => valore !== undefined);
  return parseParametri({ ...file, ...Object.fromEntries(diretti) });
}
