/** The identity settings of an installation, as its parameters write them: checked, and completed with what is left out, when it is synthesized. */
import * as z from "zod";

const MASSIMO_GRUPPI = 200;

const Gruppo = z.strictObject({
  ruoli: z.array(z.string().min(1).max(255)).max(50).default([]),
  domini: z.union([z.literal("*"), z.array(z.strictObject({ idDominio: z.string().regex(/^\d{11}$/) })).max(2000)]).default([]),
  tipiPendenza: z.union([z.literal("*"), z.array(z.string().min(1).max(35)).max(2000)]).default([]),
});

/** `{urlPubblico}` in an address stands for the installation's own. */
const indirizzo = z.string().regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/]|\{urlPubblico\})/, "atteso un indirizzo https");

export const ProviderIdentita = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "da 1 a 32 lettere minuscole, cifre e -"),
  nome: z.string().min(1).max(70),
  emittente: indirizzo,
  destinatari: z.array(z.string().min(1)).min(1).max(10),
  algoritmi: z
    .array(z.enum(["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"]))
    .min(1)
    .default(["RS256", "PS256", "ES256"]),
  claimPrincipal: z.string().min(1).default("sub"),
  prefisso: z.string().max(50).default(""),
  claimNome: z.string().min(1).default("name"),
  claimGruppi: z.string().min(1).default("groups"),
  chiamanti: z
    .array(z.enum(["applicazione", "operatore"]))
    .min(1)
    .default(["applicazione", "operatore"]),
  gruppi: z
    .record(z.string(), Gruppo)
    .default({})
    .refine((gruppi) => Object.keys(gruppi).length <= MASSIMO_GRUPPI, `al massimo ${MASSIMO_GRUPPI} gruppi`),
  client: z
    .strictObject({
      id: z.string().min(1),
      segreto: z.string().startsWith("segreto:").exactOptional(),
      scope: z.string().default("openid profile"),
    })
    .exactOptional(),
});

/** Several providers must not be able to name each other's people. */
export const ProviderDiIdentita = z
  .array(ProviderIdentita)
  .max(10)
  .refine((elenco) => new Set(elenco.map(({ id }) => id)).size === elenco.length, "id ripetuto")
  .refine((elenco) => new Set(elenco.map(({ emittente }) => emittente)).size === elenco.length, "emittente ripetuto")
  .refine((elenco) => new Set(elenco.map(({ prefisso }) => prefisso)).size === elenco.length, "prefisso: i provider ne hanno uno ciascuno");

/** A proxy in front of the installation that has already recognised the caller: believed only when it proves to be itself. */
export const ProxyIdentita = z
  .strictObject({
    /** Header with the principal. */
    intestazione: z.string().regex(/^[a-z0-9-]+$/, "in minuscole"),
    segreto: z.strictObject({ intestazione: z.string().regex(/^[a-z0-9-]+$/), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).exactOptional(),
    /** Subject of the certificate that the proxy shows to the gateway. */
    certificato: z.string().min(1).exactOptional(),
    /** Headers with the citizen that the proxy recognised (SPID, CIE): absent = citizens are not recognised so. */
    cittadino: z
      .strictObject({
        codiceFiscale: z.string().regex(/^[a-z0-9-]+$/, "in minuscole"),
        nome: z
          .string()
          .regex(/^[a-z0-9-]+$/, "in minuscole")
          .exactOptional(),
        cognome: z
          .string()
          .regex(/^[a-z0-9-]+$/, "in minuscole")
          .exactOptional(),
        email: z
          .string()
          .regex(/^[a-z0-9-]+$/, "in minuscole")
          .exactOptional(),
      })
      .exactOptional(),
  })
  .refine(({ segreto, certificato }) => segreto !== undefined || certificato !== undefined, "segreto o certificato: almeno uno");
