/** A creditor body as it is read (reference 2.11): apart from its operations, because stations show it too. */
import * as z from "zod";
import { idDominio, idStazione, libero, testo } from "../comuni/campi.ts";
import { facoltativi, recapiti } from "./comuni.ts";
import { modalitaPagoPA } from "./modalita-pagopa.ts";

/** Characters of the logo in base64: what a 75 kB image takes, because the creditor is read at each payment. */
const LOGO_MASSIMO = 100_000;

export const campiFacoltativi = {
  ...recapiti,
  gln: z.string().regex(/^\d{13}$/, "attese 13 cifre"),
  cbill: z.string().regex(/^[0-9A-Z]{5}$/, "attesi 5 caratteri tra cifre e lettere maiuscole"),
  stazione: idStazione,
  altreStazioni: z
    .array(idStazione)
    .min(1)
    .max(5)
    .describe(
      "Durante un passaggio di stazione: le altre su cui il Nodo può ancora, o già, cercare l'ente; i pagamenti nuovi partono da stazione",
    ),
  auxDigit: z.string().regex(/^[0-3]$/, "attesa una cifra da 0 a 3"),
  segregationCode: z.string().regex(/^[0-4]\d$/, "attese 2 cifre da 00 a 49"),
  iuvPrefix: z
    .string()
    .max(35)
    .regex(/^(?:\d|%\([yYatpu]\))+$/, "ammesse cifre e le variabili %(a) %(p) %(t) %(y) %(Y) %(u)"),
  autStampaPosteItaliane: testo(255),
  modalitaPagoPA,
  cambioIbanConApprovazione: z
    .boolean()
    .describe("true = il conto di un'entrata già registrata cambia solo con una richiesta che un'altra persona approva (cambi di conto)"),
  annullamentiConApprovazione: z
    .boolean()
    .describe(
      "true = le righe di un tracciato che annullano pendenze del dominio aspettano che un'altra persona le approvi; predefinito false",
    ),
  tassonomiaPagoPA: z.enum(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]),
};
const severita = z.enum(["SEGNALA", "RIFIUTA"]);
export const RegoleCaricamento = z
  .strictObject({
    cifreControllo: severita.optional().describe("Cifre di controllo sbagliate in un numero avviso indicato dal gestionale"),
    tassonomia: severita.optional().describe("Codici che la tassonomia pagoPA non ha o non ha più"),
  })
  .meta({ id: "RegoleCaricamento", description: "Che cosa fare di una pendenza caricabile ma sbagliata; predefinito SEGNALA" });
export const campoLogo = z.base64("attesa un'immagine in base64").min(4).max(LOGO_MASSIMO);

export const campiDominio = {
  idDominio,
  ragioneSociale: z.string(),
  intermediato: z.boolean(),
  ...facoltativi(campiFacoltativi),
  tassonomiaPagoPA: z.string().optional(),
  scaricaFr: z.boolean(),
  regoleCaricamento: RegoleCaricamento.optional(),
  inProva: z
    .literal(true)
    .optional()
    .describe("Il dominio non è ancora attivo su pagoPA: i suoi pagamenti sono simulati; assente = in esercizio"),
  abilitato: z.boolean(),
};

const percorso = z.string().describe("Percorso dell'elenco");

/** Lists leave the logo out: it is in the detail. */
export const DominioIndex = z
  .strictObject({ ...campiDominio, unitaOperative: percorso, contiAccredito: percorso, entrate: percorso, tipiPendenza: percorso })
  .meta({ id: "DominioIndex" });

/** In the detail only, as they were written but for their secrets. */
export const esportazioniLette = z
  .object({
    servizioMyPivot: libero,
    servizioSecim: libero,
    servizioGovPay: libero,
    servizioHyperSicAPKappa: libero,
    servizioMaggioliJPPA: libero,
  })
  .partial().shape;
