/** The section of the configuration that names the back ends of other parties (docs/integrazione/portale.md). */
import * as z from "zod";
import { idDominio, testo } from "../comuni/campi.ts";

const riferimento = z.string().startsWith("segreto:", "atteso segreto:<nome in Secrets Manager>").max(255);

const backEnd = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,31}$/, "da 1 a 32 lettere minuscole, cifre e -")
      .refine((id) => id !== "locale", "«locale» è questo back end"),
    nome: testo(70),
    url: z
      .url({ protocol: /^https?$/, error: "atteso un indirizzo https" })
      .max(500)
      .refine((url) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url), "atteso un indirizzo https")
      .refine((url) => !URL.canParse(url) || (new URL(url).username === "" && new URL(url).search === ""), "senza nome utente né parametri")
      .describe("Base del suo contratto, per esempio https://pagamenti.example.it/portale/v1"),
    idDomini: z.array(idDominio).min(1).max(2_000).describe("Enti di cui detiene le posizioni: quelle di altri sono scartate"),
    auth: z
      .union([z.strictObject({ username: testo(255), password: riferimento }), z.strictObject({ apiId: testo(255), apiKey: riferimento })])
      .exactOptional(),
    timeoutMillisecondi: z.number().int().min(200).max(2_000).exactOptional().describe("Quanto si aspetta un elenco; 2000 se assente"),
  })
  .meta({ id: "BackEndFederato" });

export const federazione = z.strictObject({
  abilitato: z.boolean(),
  backEnd: z
    .array(backEnd)
    .max(50)
    .refine((elenco) => new Set(elenco.map(({ id }) => id)).size === elenco.length, "id ripetuto")
    .default([]),
});
