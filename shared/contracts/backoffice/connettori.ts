/** Connectors towards pagoPA and the creditor's applications (reference 2.13, 2.14). Their secrets are written and never read back. */
import * as z from "zod";
import { testo } from "../comuni/campi.ts";

const breve = testo(255);
/** A value, or the name of a secret kept in Secrets Manager (docs/deploy.md). */
const segreto = breve.refine(
  (valore) => !valore.startsWith("segreto:") || /^segreto:[A-Za-z0-9_.-]{1,100}$/.test(valore),
  "dopo «segreto:» è atteso un nome di lettere, cifre, _ . -",
);
const url = z.url({ protocol: /^https?$/, error: "atteso un indirizzo http o https" }).max(255);
const UNA_TRA =
  "atteso uno tra: username e password; headerName e headerValue; apiId e apiKey; clientId, clientSecret e urlTokenEndpoint; certificatoClient (le varianti con keystore non sono ammesse)";

/** GovPay's keystores are files of its server: here certificate and key are a secret, named and never written in the registry. */
const campiCertificato = {
  certificatoClient: z
    .string()
    .regex(/^segreto:[A-Za-z0-9_.-]{1,100}$/, "atteso segreto:<nome> di un segreto con certificato e chiave privata in PEM"),
  autorita: z
    .string()
    .max(16_000)
    .regex(/^(-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/, "attesi uno o più certificati in PEM")
    .optional()
    .describe("Chi firma il certificato del servizio, se non è un'autorità pubblica"),
};

/** The secret may be missing only where it is already stored for the same user and the same address. */
export const AutenticazionePost = z
  .union(
    [
      z.strictObject({ username: breve, password: segreto.optional() }),
      z.strictObject({ headerName: breve, headerValue: segreto.optional() }),
      z.strictObject({ apiId: breve, apiKey: segreto.optional() }),
      z.strictObject(campiCertificato),
      z.strictObject({ clientId: breve, clientSecret: segreto.optional(), urlTokenEndpoint: url, scope: breve.optional() }),
    ],
    { error: UNA_TRA },
  )
  .meta({ id: "AutenticazionePost" });
export type AutenticazionePost = z.output<typeof AutenticazionePost>;

const Autenticazione = z
  .union([
    z.strictObject({ username: breve }),
    z.strictObject({ headerName: breve }),
    z.strictObject({ apiId: breve }),
    z.strictObject({ certificatoClient: z.string(), autorita: z.string().optional() }),
    z.strictObject({ clientId: breve, urlTokenEndpoint: url, scope: breve.optional() }),
  ])
  .meta({ id: "Autenticazione" });

const segreti = {
  auth: AutenticazionePost.nullish(),
  subscriptionKey: segreto
    .nullish()
    .describe(
      "Solo in scrittura: la chiave, o segreto:<nome> di un segreto di Secrets Manager; assente = resta quella registrata se l'indirizzo non cambia, null = tolta",
    ),
};

export const ConnettorePost = z.strictObject({ url, ...segreti, abilitaGDE: z.boolean().nullish() }).meta({ id: "ConnettorePost" });
export const Connettore = z
  .strictObject({ url, auth: Autenticazione.optional(), abilitaGDE: z.boolean().optional() })
  .meta({ id: "Connettore" });

export const ConnettorePagoPaPost = z.strictObject({ urlRPT: url, ...segreti }).meta({ id: "ConnettorePagoPaPost" });
export const ConnettorePagoPa = z.strictObject({ urlRPT: url, auth: Autenticazione.optional() }).meta({ id: "ConnettorePagoPa" });

export const VERSIONI_API = ["REST v1", "REST v2"] as const;
const versioneApi = z.enum(VERSIONI_API);
export const ServizioIntegrazionePost = z
  .strictObject({ url, versioneApi: versioneApi.default("REST v2"), auth: AutenticazionePost.nullish() })
  .meta({ id: "ServizioIntegrazionePost" });
export const ServizioIntegrazione = z
  .strictObject({ url, versioneApi, auth: Autenticazione.optional() })
  .meta({ id: "ServizioIntegrazione" });
