/** Lists as files of any length. */
import * as z from "zod";
import { idDominio, identificativo35 } from "../comuni/campi.ts";
import { dataFiltro } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { STATI_RISCOSSIONE } from "../riconciliazione/modelli.ts";

const opz = z.exactOptional;
const comune = { api: "backoffice", risorsa: "esportazioni", auth: ["operatore"] } as const;

export const CONTENUTI_ESPORTAZIONE = [
  "pendenze",
  "riscossioni",
  "rendicontazioni",
  "flussi",
  "incassi",
  "entrate-previste",
  "accertamenti",
  "beneficiari",
  "eventi",
] as const;
const STATI_PENDENZA = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "INCASSATA", "ANOMALA"] as const;
export const NuovaEsportazione = z
  .strictObject({
    contenuto: z.enum(CONTENUTI_ESPORTAZIONE),
    formato: z.enum(["CSV", "XLSX"]).default("CSV"),
    decimali: z
      .enum(["punto", "virgola"])
      .default("virgola")
      .meta({ description: "Degli importi nei CSV; nei fogli di calcolo sono numeri" }),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    statoPendenza: opz(z.enum(STATI_PENDENZA)),
    statoRiscossione: opz(z.enum(STATI_RISCOSSIONE)),
  })
  .superRefine((esportazione, contesto) => {
    if (esportazione.contenuto === "beneficiari" && esportazione.idDominio === undefined)
      contesto.addIssue({ code: "custom", path: ["idDominio"], message: "obbligatorio con il contenuto beneficiari" });
    for (const [campo, contenuto] of [
      ["statoPendenza", "pendenze"],
      ["statoRiscossione", "riscossioni"],
    ] as const)
      if (esportazione[campo] !== undefined && esportazione.contenuto !== contenuto)
        contesto.addIssue({ code: "custom", path: [campo], message: `è un filtro di ${contenuto}, non di ${esportazione.contenuto}` });
  })
  .meta({ id: "NuovaEsportazione" });

export const Esportazione = z
  .strictObject({
    id: z.string(),
    stato: z.enum(["IN_ATTESA", "PRONTA", "SCARTATA"]),
    descrizioneStato: z.string(),
    contenuto: z.enum(CONTENUTI_ESPORTAZIONE),
    formato: z.enum(["CSV", "XLSX"]),
    nomeFile: z.string(),
    dataRichiesta: z.string(),
    dataConclusione: opz(z.string()),
    righe: opz(z.number().int()),
    byte: opz(z.number().int()),
    collegamento: opz(z.string()).meta({ description: "Dove si scarica il file, per un quarto d'ora; una nuova lettura ne dà un altro" }),
  })
  .meta({ id: "Esportazione" });

export const addEsportazione = defineOperation({
  ...comune,
  id: "addEsportazione",
  method: "POST",
  path: "/esportazioni",
  summary: "Chiede un elenco come file CSV o foglio di calcolo",
  description:
    "Le righe sono quelle che l'elenco corrispondente darebbe a chi chiede, dalla più vecchia, senza limite di lunghezza. dataDa e dataA si riferiscono alla data " +
    "per cui l'elenco si filtra: caricamento, pagamento, flusso, registrazione, evento. accertamenti sono i totali per quota contabile del periodo, una riga per ciascuno; beneficiari (vuole idDominio) di chi è il denaro delle ricevute arrivate nel periodo. Il file si conserva sette giorni.",
  acl: { servizi: ["Pendenze", "Rendicontazioni e Incassi", "Giornale degli Eventi"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4 },
  body: NuovaEsportazione,
  responses: { 202: Esportazione },
  errors: ["CONFLITTO"],
});

export const getEsportazione = defineOperation({
  ...comune,
  id: "getEsportazione",
  method: "GET",
  path: "/esportazioni/{id}",
  summary: "Una propria esportazione, e dove si scarica",
  acl: { servizi: ["Pendenze", "Rendicontazioni e Incassi", "Giornale degli Eventi"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  peso: "lettura",
  params: z.strictObject({ id: identificativo35 }),
  responses: { 200: Esportazione },
  errors: ["NON_TROVATO"],
});
