/** Connectors that export the payments of a creditor towards its accounting systems (reference 2.16): what is written, secrets included. */
import * as z from "zod";
import { email, idTipoPendenza, testo } from "../comuni/campi.ts";
import { nullabili } from "./comuni.ts";
import { AutenticazionePost, VERSIONI_API } from "./connettori.ts";

const breve = testo(255);
const url = z.url({ protocol: /^https?$/, error: "atteso un indirizzo http o https" }).max(255);
const fileSystemPath = z
  .string()
  .max(255)
  .regex(/^(?!.*\.\.)[A-Za-z0-9_./-]+$/, "ammessi lettere, cifre, _ . / -, senza ..")
  .describe("Cartella del deposito in cui lasciare i file");

const comuni = {
  versioneCsv: testo(35),
  versioneZip: testo(35),
  emailIndirizzi: z.array(email).min(1).max(20),
  emailSubject: breve,
  emailAllegato: z.boolean().describe("true = il file è allegato; false = la mail porta un collegamento fatto con downloadBaseUrl"),
  downloadBaseUrl: url,
  fileSystemPath,
  tipiPendenza: z.array(z.union([z.literal("*"), idTipoPendenza], { error: 'atteso "*" o un idTipoPendenza' })).max(2_000),
  intervalloCreazioneTracciato: z.number().int().min(1).max(8_760).describe("Ore tra un tracciato e il successivo"),
};

type Sezione = Readonly<Record<string, unknown>>;

/** What an enabled connector needs to send something; a disabled one may be left half written. */
const findMancante = (sezione: Sezione, obbligatori: readonly string[]): string | undefined => {
  if (sezione["abilitato"] !== true) return undefined;
  const perTipo: Readonly<Record<string, readonly string[]>> = {
    EMAIL: ["emailIndirizzi"],
    FILESYSTEM: ["fileSystemPath"],
    REST: ["url", "versioneApi"],
  };
  const conCollegamento = sezione["tipoConnettore"] === "EMAIL" && sezione["emailAllegato"] === false ? ["downloadBaseUrl"] : [];
  const attesi = [...obbligatori, ...(perTipo[String(sezione["tipoConnettore"])] ?? []), ...conCollegamento];
  return attesi.find((campo) => sezione[campo] == null);
};

const connettore = <const C extends Readonly<Record<string, z.ZodType>>>(campi: C, obbligatori: readonly string[]) =>
  z.strictObject({ abilitato: z.boolean(), ...nullabili({ ...comuni, ...campi }) }).superRefine((sezione, contesto) => {
    const mancante = findMancante(sezione, obbligatori);
    if (mancante !== undefined) contesto.addIssue({ code: "custom", path: [mancante], message: "obbligatorio con abilitato" });
  });

const suFile = z.enum(["EMAIL", "FILESYSTEM"]);
const DI_TUTTI = ["tipoConnettore", "intervalloCreazioneTracciato"];

export const connettoriEsportazione = {
  servizioMyPivot: connettore({ tipoConnettore: suFile, codiceIPA: testo(35) }, [...DI_TUTTI, "versioneCsv", "codiceIPA"]),
  servizioSecim: connettore({ tipoConnettore: suFile, codiceCliente: testo(35), codiceIstituto: testo(35) }, [
    ...DI_TUTTI,
    "versioneCsv",
    "codiceCliente",
  ]),
  servizioGovPay: connettore(
    {
      tipoConnettore: z.enum(["EMAIL", "FILESYSTEM", "REST"]),
      url,
      versioneApi: z.enum(VERSIONI_API),
      auth: AutenticazionePost,
      contenuti: z.array(z.enum(["SINTESI_PAGAMENTI", "SINTESI_FLUSSI_RENDICONTAZIONE", "RPP", "FLUSSI_RENDICONTAZIONE"])).max(4),
    },
    [...DI_TUTTI, "versioneZip"],
  ),
  servizioHyperSicAPKappa: connettore({ tipoConnettore: suFile }, [...DI_TUTTI, "versioneCsv"]),
  servizioMaggioliJPPA: connettore(
    {
      tipoConnettore: z.enum(["EMAIL", "FILESYSTEM", "REST"]),
      url,
      auth: AutenticazionePost,
      inviaTracciatoEsito: z.boolean(),
      dataUltimaRT: z.iso.datetime({ offset: true, error: "attesa una data e ora ISO 8601" }),
    },
    ["url", "auth"],
  ),
};
