/** Shapes of a creditor body (reference 2.11), apart from its operations because stations show them too. */
import * as z from "zod";
import { idDominio, idStazione, testo } from "../comuni/campi.ts";
import { facoltativi, nullabili, recapiti } from "./comuni.ts";

/** Characters of the logo in base64: what a 75 kB image takes, because the creditor is read at each payment. */
const LOGO_MASSIMO = 100_000;

const campi = {
  ...recapiti,
  gln: z.string().regex(/^\d{13}$/, "attese 13 cifre"),
  cbill: z.string().regex(/^[0-9A-Z]{5}$/, "attesi 5 caratteri tra cifre e lettere maiuscole"),
  stazione: idStazione,
  auxDigit: z.string().regex(/^[0-3]$/, "attesa una cifra da 0 a 3"),
  segregationCode: z.string().regex(/^[0-4]\d$/, "attese 2 cifre da 00 a 49"),
  iuvPrefix: z
    .string()
    .max(35)
    .regex(/^(?:\d|%\([yYatpu]\))+$/, "ammesse cifre e le variabili %(a) %(p) %(t) %(y) %(Y) %(u)"),
  autStampaPosteItaliane: testo(255),
  tassonomiaPagoPA: z.enum(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]),
};
const severita = z.enum(["SEGNALA", "RIFIUTA"]);
const RegoleCaricamento = z
  .strictObject({
    cifreControllo: severita.optional().describe("Cifre di controllo sbagliate in un numero avviso indicato dal gestionale"),
    tassonomia: severita.optional().describe("Codici che la tassonomia pagoPA non ha o non ha più"),
  })
  .meta({ id: "RegoleCaricamento", description: "Che cosa fare di una pendenza caricabile ma sbagliata; predefinito SEGNALA" });
const logo = z.base64("attesa un'immagine in base64").min(4).max(LOGO_MASSIMO);

type Regola = readonly [campo: "gln" | "stazione" | "auxDigit" | "segregationCode" | "cbill" | "iuvPrefix", messaggio: string];

const SOLO_BENEFICIARIO = ["gln", "cbill", "auxDigit", "segregationCode", "iuvPrefix", "stazione"] as const;
const PER_INTERMEDIATO = ["gln", "stazione", "auxDigit"] as const;

const violazioni = (
  dominio: { readonly intermediato?: boolean | null | undefined } & { readonly [K in Regola[0]]?: string | null | undefined },
): Regola[] => {
  if (dominio.intermediato === false) {
    return SOLO_BENEFICIARIO.flatMap((campo): Regola[] =>
      dominio[campo] == null ? [] : [[campo, "non ammesso per un dominio non intermediato"]],
    );
  }
  const mancanti = PER_INTERMEDIATO.flatMap((campo): Regola[] =>
    dominio[campo] == null ? [[campo, "obbligatorio per un dominio intermediato"]] : [],
  );
  const senzaCodice = dominio.auxDigit === "3" && dominio.segregationCode == null;
  return senzaCodice ? [...mancanti, ["segregationCode", "obbligatorio con auxDigit 3"]] : mancanti;
};

export const DominioPost = z
  .strictObject({
    ragioneSociale: testo(70),
    intermediato: z.boolean().nullish().describe("Assente = true; false = solo beneficiario di voci altrui"),
    ...nullabili({ ...campi, logo }),
    scaricaFr: z.boolean().describe("Se i flussi di rendicontazione vanno acquisiti"),
    regoleCaricamento: RegoleCaricamento.nullish(),
    abilitato: z.boolean(),
  })
  .superRefine((dominio, contesto) => {
    for (const [campo, message] of violazioni(dominio)) contesto.addIssue({ code: "custom", path: [campo], message });
  })
  .meta({ id: "DominioPost" });

export const campiDominio = {
  idDominio,
  ragioneSociale: z.string(),
  intermediato: z.boolean(),
  ...facoltativi(campi),
  tassonomiaPagoPA: z.string().optional(),
  scaricaFr: z.boolean(),
  regoleCaricamento: RegoleCaricamento.optional(),
  abilitato: z.boolean(),
};
export const campoLogo = logo;

const percorso = z.string().describe("Percorso dell'elenco");

/** Lists leave the logo out: it is in the detail. */
export const DominioIndex = z
  .strictObject({ ...campiDominio, unitaOperative: percorso, contiAccredito: percorso, entrate: percorso, tipiPendenza: percorso })
  .meta({ id: "DominioIndex" });
