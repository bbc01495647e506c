/** Sections of the configuration with what is of each creditor: its certified mailbox, its key of SEND (docs/comunicazioni.md). */
import * as z from "zod";
import { email, idDominio, testo } from "../comuni/campi.ts";

const riferimento = z
  .string()
  .startsWith("segreto:", "atteso segreto:<nome in Secrets Manager>")
  .max(255)
  .describe("Nome del segreto con la password o la chiave: il valore non sta nella configurazione");

const unaPerEnte = (elenco: readonly { readonly idDominio: string }[]): boolean =>
  new Set(elenco.map(({ idDominio: ente }) => ente)).size === elenco.length;

const casella = z
  .strictObject({
    idDominio,
    host: testo(253),
    port: z.number().int().min(1).max(65_535),
    username: testo(255),
    segreto: riferimento,
    from: email.describe("Indirizzo PEC dell'ente"),
    startTls: z.boolean().exactOptional().describe("true = STARTTLS; assente = TLS dal primo byte (porta 465)"),
    inChiaro: z.boolean().exactOptional().describe("Senza TLS: ammesso solo verso gli host interni dell'installazione"),
  })
  .meta({ id: "CasellaPec" });

export const pecBatch = z.strictObject({
  abilitato: z.boolean(),
  caselle: z.array(casella).max(1_000).refine(unaPerEnte, "idDominio ripetuto: una casella per ente").default([]),
});

const enteSend = z.strictObject({ idDominio, segreto: riferimento }).meta({ id: "EnteSend" });

export const send = z
  .strictObject({
    abilitato: z.boolean(),
    url: z
      .url({ protocol: /^https?$/, error: "atteso un indirizzo http o https" })
      .max(255)
      .exactOptional()
      .describe("Base delle API di SEND, per esempio https://api.notifichedigitali.it"),
    enti: z.array(enteSend).max(1_000).refine(unaPerEnte, "idDominio ripetuto: una chiave per ente").default([]),
    validitaMinuti: z.number().int().min(1).max(1_440).exactOptional().describe("Quanto vale un prezzo letto; 60 se assente"),
  })
  .refine((sezione) => !sezione.abilitato || sezione.url !== undefined, { path: ["url"], message: "obbligatorio con abilitato" });
