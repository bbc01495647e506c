/** The section of the configuration that says how citizens come in (docs/identita.md). */
import * as z from "zod";
import { idDominio, testo } from "../comuni/campi.ts";

const indirizzo = z
  .url({ protocol: /^https?$/, error: "atteso un indirizzo https" })
  .max(500)
  .refine((valore) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(valore), "atteso un indirizzo https")
  .refine((valore) => !URL.canParse(valore) || new URL(valore).username === "", "senza nome utente");

const claim = testo(255);

const provider = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "da 1 a 32 lettere minuscole, cifre e -"),
    nome: testo(70),
    tipo: z.enum(["SPID", "CIE", "OIDC"]).default("OIDC"),
    emittente: indirizzo.describe("iss dei suoi token, dove pubblica la propria configurazione"),
    algoritmi: z
      .array(z.enum(["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"]))
      .min(1)
      .default(["RS256", "PS256", "ES256"]),
    client: z.strictObject({
      id: testo(255),
      segreto: z.string().startsWith("segreto:", "atteso segreto:<nome in Secrets Manager>").max(255).exactOptional(),
      scope: z
        .string()
        .regex(/^[\x21-\x7e ]+$/)
        .max(500)
        .default("openid"),
    }),
    idDomini: z.array(idDominio).min(1).max(2_000).exactOptional().describe("Enti per i cui cittadini vale; assente = tutti"),
    claim: z
      .strictObject({ codiceFiscale: claim, nome: claim, cognome: claim, email: claim, deleghe: claim })
      .partial()
      .exactOptional()
      .describe("Nomi dei suoi claim, prima di quelli noti di SPID e CIE; deleghe è un elenco di aziende"),
    livelloMinimo: z.literal([1, 2, 3]).exactOptional(),
    acr: z.array(testo(255)).min(1).max(5).exactOptional().describe("acr_values da chiedere"),
    userinfo: z.enum(["MAI", "SE_MANCA", "SEMPRE"]).default("SE_MANCA").describe("Quando si leggono gli attributi da userinfo"),
    logout: z.boolean().default(false).describe("Se l'uscita è detta anche al provider"),
  })
  .meta({ id: "ProviderCittadini" });

const ritorni = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[\w.-]{1,64}$/, "da 1 a 64 caratteri tra lettere, cifre, punto, - e _"),
      indirizzo: indirizzo.describe("Dove torna il browser, con la query della chiamata"),
      idDominio: idDominio.exactOptional(),
    }),
  )
  .max(500);

export const accessoCittadini = z.strictObject({
  abilitato: z.boolean(),
  durata: z
    .strictObject({ inattivitaMinuti: z.number().int().min(5).max(480), massimaMinuti: z.number().int().min(5).max(1_440) })
    .exactOptional(),
  provider: z
    .array(provider)
    .max(50)
    .refine((elenco) => new Set(elenco.map(({ id }) => id)).size === elenco.length, "id ripetuto")
    .default([]),
  urlLogin: ritorni.default([]).describe("urlID di GET /login/{urlID}"),
  urlLogout: ritorni.default([]).describe("urlID di GET /logout/{urlID}"),
  urlPagamento: indirizzo
    .exactOptional()
    .describe("Pagina del portale a cui portano i collegamenti pubblici di pagamento; riceve `collegamento`"),
});
