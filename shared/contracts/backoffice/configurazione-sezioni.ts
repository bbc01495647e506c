/** Sections of the configuration of the installation (reference 2.15): what is written, with the secrets that are never read back, and what is read. */
import * as z from "zod";
import { email, libero, testo } from "../comuni/campi.ts";
import { accessoCittadini } from "./accesso-cittadini.ts";
import { nullabili, pem } from "./comuni.ts";
import { pecBatch, send } from "./comunicazioni-enti.ts";
import { AutenticazionePost } from "./connettori.ts";
import { federazione } from "./federazione.ts";
import { definizione } from "./tipi-pendenza-lettura.ts";
import { tracciatoCsv } from "./tipi-pendenza-scrittura.ts";

const breve = testo(255);
const indirizzo = z.url({ protocol: /^https?$/, error: "atteso un indirizzo http o https" }).max(255);
const millisecondi = z.number().int().min(1).max(600_000);

const quando = z.enum(["sempre", "mai", "solo errore"]);
const mascheratura = z.enum(["datiPersonali", "credenziali"]);
const policy = z.strictObject({ log: quando, dump: quando });
const interfaccia = z.strictObject({ letture: policy, scritture: policy });
const giornaleEventi = z.strictObject({
  interfacce: z
    .strictObject(
      nullabili({
        apiEnte: interfaccia,
        apiPagamento: interfaccia,
        apiRagioneria: interfaccia,
        apiBackoffice: interfaccia,
        apiPagoPA: interfaccia,
        apiPendenze: interfaccia,
        apiBackendIO: interfaccia,
        apiMaggioliJPPA: interfaccia,
      }),
    )
    .describe("Per ciò che manca valgono i valori predefiniti"),
  mascheratura: mascheratura
    .optional()
    .describe("Che cosa si oscura nei messaggi delle nostre API: i dati personali (predefinito), o le sole credenziali"),
});

const servizioGDE = z
  .strictObject({ abilitato: z.boolean(), ...nullabili({ url: indirizzo, auth: AutenticazionePost }) })
  .refine((servizio) => !servizio.abilitato || servizio.url != null, { path: ["url"], message: "obbligatorio con abilitato" });

const captcha = z.strictObject({
  serverURL: indirizzo,
  siteKey: breve,
  secretKey: breve.optional().describe("Solo in scrittura; assente = resta quella registrata"),
  stile: z
    .enum(["SITEVERIFY", "FRIENDLY"])
    .optional()
    .describe("Come si chiede la verifica: SITEVERIFY (predefinito) per reCAPTCHA, hCaptcha e Turnstile, FRIENDLY per Friendly Captcha"),
  soglia: z.number().min(0.1).max(1),
  parametro: breve,
  denyOnFail: z.boolean().describe("Che cosa fare se il servizio del captcha non risponde"),
  connectionTimeout: millisecondi,
  readTimeout: millisecondi,
});
const hardening = z
  .strictObject({
    abilitato: z.boolean(),
    ...nullabili({ captcha, sfida: z.strictObject({ difficolta: z.number().int().min(8).max(24) }) }),
  })
  .describe("Abilitato senza captcha: la prova di lavoro di Fiorino, senza immagini e senza terzi; difficolta sono i bit da trovare");

const mailserver = z.strictObject({
  host: testo(253),
  port: z.number().int().min(1).max(65_535),
  username: testo(35),
  password: testo(35).optional().describe("Solo in scrittura; assente = resta quella registrata"),
  from: email,
  readTimeout: millisecondi,
  connectionTimeout: millisecondi,
  startTls: z.boolean(),
  sslConfig: z
    .strictObject({ abilitato: z.boolean(), ...nullabili({ hostnameVerifier: z.boolean(), type: testo(35) }) })
    .nullish()
    .describe("Keystore e truststore non sono ammessi: si usano le autorità di certificazione pubbliche"),
});
const mailBatch = z
  .strictObject({ abilitato: z.boolean(), ...nullabili({ mailserver }) })
  .refine((sezione) => !sezione.abilitato || sezione.mailserver != null, { path: ["mailserver"], message: "obbligatorio con abilitato" });

const modello = { tipo: testo(35), oggetto: definizione, messaggio: definizione };
const preavviso = z.number().int().min(0).max(365).describe("Giorni prima della scadenza");
const avvisaturaMail = z.strictObject(
  nullabili({
    promemoriaAvviso: z.strictObject(nullabili({ ...modello, allegaPdf: z.boolean() })),
    promemoriaRicevuta: z.strictObject(nullabili({ ...modello, allegaPdf: z.boolean(), soloEseguiti: z.boolean() })),
    promemoriaScadenza: z.strictObject(nullabili({ ...modello, preavviso })),
  }),
);
const avvisaturaAppIO = z.strictObject(
  nullabili({
    promemoriaAvviso: z.strictObject(nullabili(modello)),
    promemoriaRicevuta: z.strictObject(nullabili({ ...modello, soloEseguiti: z.boolean() })),
    promemoriaScadenza: z.strictObject(nullabili({ ...modello, preavviso })),
  }),
);
const appIOBatch = z
  .strictObject({
    abilitato: z.boolean(),
    ...nullabili({
      url: indirizzo,
      timeToLive: z.number().int().min(3_600).max(604_800).describe("Secondi in cui App IO prova a consegnare il messaggio"),
      auth: AutenticazionePost,
    }),
  })
  .refine((sezione) => !sezione.abilitato || sezione.url != null, { path: ["url"], message: "obbligatorio con abilitato" });

const marcheDaBollo = z
  .strictObject({ emittenti: z.array(pem).max(8).describe("Certificati, in PEM, di chi emette quelli con cui i PSP firmano le marche") })
  .describe("Di quali marche da bollo ci si fida. Una marca con altra firma si conserva lo stesso, con una segnalazione");

export const sezioni = {
  giornaleEventi,
  servizioGDE,
  tracciatoCsv,
  hardening,
  mailBatch,
  avvisaturaMail,
  avvisaturaAppIO,
  appIOBatch,
  accessoCittadini,
  federazione,
  pecBatch,
  send,
  marcheDaBollo,
};

export const ConfigurazionePost = z
  .strictObject(nullabili(sezioni))
  .describe("Una sezione assente torna ai suoi valori predefiniti")
  .meta({ id: "ConfigurazionePost" });

/** What is read: sections complete of their defaults, without secrets. */
export const Configurazione = z
  .strictObject({
    giornaleEventi: z.strictObject({ interfacce: z.record(z.string(), interfaccia), mascheratura }),
    servizioGDE: libero,
    tracciatoCsv: libero.optional(),
    hardening: libero,
    mailBatch: libero,
    avvisaturaMail: libero,
    avvisaturaAppIO: libero,
    appIOBatch: libero,
    accessoCittadini: libero,
    federazione: libero,
    pecBatch: libero,
    send: libero,
    marcheDaBollo: libero,
  })
  .meta({ id: "Configurazione" });

const replace = <const N extends keyof typeof sezioni>(nome: N) =>
  z.strictObject({ op: z.literal("REPLACE"), path: z.literal(`/${nome}`), value: sezioni[nome] });

export const PatchConfigurazione = z
  .array(
    z.discriminatedUnion("path", [
      replace("giornaleEventi"),
      replace("servizioGDE"),
      replace("tracciatoCsv"),
      replace("hardening"),
      replace("mailBatch"),
      replace("avvisaturaMail"),
      replace("avvisaturaAppIO"),
      replace("appIOBatch"),
      replace("accessoCittadini"),
      replace("federazione"),
      replace("pecBatch"),
      replace("send"),
      replace("marcheDaBollo"),
    ]),
  )
  .min(1)
  .max(13)
  .meta({ id: "PatchConfigurazione" });
