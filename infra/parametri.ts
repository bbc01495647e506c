/** The parameters of an installation, read once from the CDK context (`-c nome=valore` or `-c parametri=file.json`) and parsed strictly: a misspelt name stops the synthesis. */
import { readFileSync } from "node:fs";
import type { App } from "aws-cdk-lib";
import * as z from "zod";

const arn = (servizio: string) => z.string().regex(new RegExp(`^arn:aws[a-z-]*:${servizio}:`), `deve essere un ARN di ${servizio}`);
const dominio = z
  .string()
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, "deve essere un nome di dominio in minuscole");
const booleano = z.union([z.boolean(), z.enum(["true", "false"]).transform((testo) => testo === "true")]);
const modi = z
  .string()
  .regex(/^(basic|apikey|ssl)(,(basic|apikey|ssl))*$/, "deve essere un elenco di basic, apikey, ssl separati da virgola");

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
    livelloLog: z.enum(["DEBUG", "INFO", "WARN", "ERROR"]).default("INFO"),
    emailAllarmi: z.email().optional(),
    /** Deletion protection and RETAIN on what holds data. */
    proteggiDati: booleano.optional(),
    /** First operator, `{"principal","hash"}` with a scrypt hash: never a password. */
    amministratore: z.string().startsWith("{").optional(),
    autenticazione: modi.default("basic,apikey"),
    autenticazioneNodo: modi.optional(),
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
