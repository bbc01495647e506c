/** What is known of the money of each transfer, flow and movement: which evidence is there, and agrees. Not of GovPay. */
import * as z from "zod";
import { idDominio, iuv } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ordinamento } from "./parametri.ts";
import { OggettoCollegato } from "./proposte.ts";

const opz = z.exactOptional;
const importo = z.number();
const testi = z.array(z.string());

export const ETICHETTE = [
  ...(["RT_NO_IUF", "RT_IUF", "RT_IUF_TES", "RT_TES", "IUD_RT_IUF", "IUD_RT_IUF_TES", "IUD_NO_RT", "RT_NO_IUD"] as const),
  ...([
    "RT_SENZA_RIVERSAMENTO",
    "IUV_NO_RT",
    "IUF_NO_TES",
    "IUF_RICONCILIATO",
    "IUF_TES_DIV_IMP",
    "TES_NO_IUF_OR_IUV",
    "TES_NO_MATCH",
  ] as const),
  ...(["DOPPI", "UNKNOWN"] as const),
] as const;
const etichette = z.array(z.enum(ETICHETTE));
const QUALIFICHE = ["BOLLO", "ALTRO_BENEFICIARIO", "NON_MIO", "SENZA_RICEVUTA", "STAND_IN", "REVOCATO"] as const;
export const SOGGETTI = ["TRASFERIMENTO", "FLUSSO", "MOVIMENTO"] as const;

const trasferimento = z
  .strictObject({
    soggetto: z.literal("TRASFERIMENTO"),
    idDominio: z.string(),
    iuv: z.string(),
    iur: z.string(),
    indice: z.number().int(),
    importo,
    etichette,
    avanzamento: z.enum(["NON_PAGATO", "PAGATO", "RENDICONTATO", "INCASSATO"]),
    qualifiche: z.array(z.enum(QUALIFICHE)),
    flusso: opz(z.strictObject({ idFlusso: z.string(), idPsp: z.string(), revisione: z.number().int() })),
    movimenti: testi,
    anomalie: z.array(z.strictObject({ codice: z.string(), frase: z.string(), dal: opz(z.string()) })),
  })
  .meta({ id: "RiscontroTrasferimento" });

const flusso = z
  .strictObject({
    soggetto: z.literal("FLUSSO"),
    idDominio: z.string(),
    idFlusso: z.string(),
    idPsp: z.string(),
    revisione: z.number().int(),
    dataRegolamento: z.iso.date(),
    importo,
    importoCollegato: importo,
    copertura: z.enum(["NESSUNA", "PARZIALE", "COPERTO", "IN_TOLLERANZA", "ECCEDENTE"]),
    etichette,
    movimenti: testi,
  })
  .meta({ id: "RiscontroFlusso" });

const movimento = z
  .strictObject({
    soggetto: z.literal("MOVIMENTO"),
    idDominio: z.string(),
    idMovimento: z.string(),
    dataContabile: z.iso.date(),
    importo,
    importoCollegato: importo,
    residuo: importo,
    stato: z.enum(["ABBINATO", "PARZIALE", "DA_CONFERMARE", "NON_ABBINATO", "ESCLUSO"]),
    etichette,
    collegamenti: z.array(
      z.strictObject({
        oggetto: OggettoCollegato,
        importo,
        origine: z.enum(["AUTOMATICO", "CONFERMATO"]),
        fiducia: z.number().int(),
        frase: z.string(),
        idRegola: opz(z.string()),
      }),
    ),
  })
  .meta({ id: "RiscontroMovimento" });

export const Riscontro = z.discriminatedUnion("soggetto", [trasferimento, flusso, movimento]).meta({ id: "Riscontro" });

export const findRiscontri = defineOperation({
  api: "riconciliazione",
  id: "findRiscontri",
  method: "GET",
  path: "/riscontri",
  summary: "Che cosa si sa del denaro di ogni pagamento, flusso o movimento",
  description:
    "Di un trasferimento le etichette si calcolano leggendo, dalle prove che ci sono: con iuv quelle di un codice di pagamento (senza pagine), altrimenti a pagine di riscossioni " +
    "per data; con etichetta o qualifica una pagina può essere corta e i totali non ci sono: si prosegue con prossimiRisultati. Con IUV_NO_RT si leggono le righe anomale dei flussi, con IUD_NO_RT " +
    "le notifiche dell'ente. Di flussi e movimenti le date sono quelle del regolamento e del giorno contabile.",
  risorsa: "riscontri",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({
    ordinamento: ordinamento("data"),
    soggetto: z.enum(SOGGETTI).default("TRASFERIMENTO"),
    idDominio,
    iuv: opz(iuv),
    etichetta: opz(z.enum(ETICHETTE)),
    qualifica: opz(z.enum(QUALIFICHE)).meta({ description: "Di un trasferimento; NON_MIO: di un avviso emesso da un altro intermediario" }),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
  })
    .refine(({ soggetto, iuv: codice }) => codice === undefined || soggetto === "TRASFERIMENTO", {
      error: "iuv: ammesso solo con soggetto TRASFERIMENTO",
    })
    .refine(({ soggetto, qualifica }) => qualifica === undefined || soggetto === "TRASFERIMENTO", {
      error: "qualifica: ammessa solo con soggetto TRASFERIMENTO",
    }),
  responses: { 200: listaPaginata(Riscontro) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
