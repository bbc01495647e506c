/** The copies of the debts in pagoPA's archives (ACA, GPD): those that did not go well, one by name, and the nightly comparisons (docs/adr/0016). */
import * as z from "zod";
import { idDominio, iuv, testo } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Pendenze"] as const;
const lettura = {
  api: "backoffice",
  risorsa: "allineamenti",
  auth: ["operatore"],
  method: "GET",
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;

/** As the state table of the domain (docs/states/allineamento.md); a test compares the two. */
export const STATI_ALLINEAMENTO = ["IN_INVIO", "ALLINEATA", "IN_ATTESA", "RIFIUTATA", "DIFFORME", "DA_RIPETERE"] as const;
const ARCHIVI = ["ACA", "GPD"] as const;
const DominioBreve = z.strictObject({ idDominio: z.string(), ragioneSociale: z.string() });

export const Allineamento = z
  .strictObject({
    dominio: DominioBreve,
    iuv: z.string(),
    numeroAvviso: z.string(),
    idA2A: z.string(),
    idPendenza: z.string(),
    archivio: z.enum(ARCHIVI),
    iupd: z.string().describe("Nome della posizione debitoria su pagoPA, lo stesso per tutta la vita della pendenza"),
    stato: z.enum(STATI_ALLINEAMENTO),
    descrizioneStato: z.string(),
    data: z.string().describe("Data e ora dell'ultimo tentativo"),
    tentativi: z.number().int().describe("Invii falliti di fila"),
    status: opz(z.number().int()).describe("Ultimo stato HTTP, se non è andata bene"),
    dettaglio: opz(z.string()),
  })
  .meta({ id: "Allineamento" });

export const findAllineamenti = defineOperation({
  ...lettura,
  id: "findAllineamenti",
  path: "/allineamenti",
  summary: "Pendenze che un archivio di pagoPA (ACA, GPD) non ha come dovrebbe",
  description:
    "Elenca solo ciò che non è andato bene: in attesa di un nuovo tentativo, rifiutate da pagoPA, difformi, da ripetere. dataDa e dataA si riferiscono " +
    "all'ultimo tentativo. Di una pendenza qualunque si chiede il dettaglio.",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    stato: opz(z.enum(["IN_ATTESA", "RIFIUTATA", "DIFFORME", "DA_RIPETERE"])),
    archivio: opz(z.enum(ARCHIVI)),
    iuv: opz(iuv),
  }),
  responses: { 200: listaPaginata(Allineamento) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getAllineamento = defineOperation({
  ...lettura,
  id: "getAllineamento",
  path: "/allineamenti/{idDominio}/{iuv}",
  summary: "Che cosa sa di una pendenza l'archivio di pagoPA",
  params: z.strictObject({ idDominio, iuv }),
  responses: { 200: Allineamento },
  errors: ["NON_TROVATO"],
});

export const RipetizioneAllineamento = z.strictObject({ motivazione: testo(255) }).meta({ id: "RipetizioneAllineamento" });

export const ripetiAllineamento = defineOperation({
  ...lettura,
  id: "ripetiAllineamento",
  method: "POST",
  path: "/allineamenti/{idDominio}/{iuv}/ripeti",
  summary: "Rimanda una pendenza all'archivio di pagoPA, anche se non è cambiata",
  description: "L'invio parte subito dalla coda; la richiesta, con la sua motivazione, resta nel giornale.",
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
  params: z.strictObject({ idDominio, iuv }),
  body: RipetizioneAllineamento,
  responses: { 200: Allineamento },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const TIPI_DIFFERENZA = ["SOLO_PAGOPA", "SOLO_QUI", "DATI_DIVERSI", "STATO_DIVERSO", "PAGATA_SU_PAGOPA"] as const;

export const VerificaArchivio = z
  .strictObject({
    dominio: DominioBreve,
    archivio: z.enum(ARCHIVI),
    giorno: z.string(),
    fase: z.enum(["REMOTA", "LOCALE", "CONCLUSA"]).describe("REMOTA: si leggono le posizioni di pagoPA; LOCALE: le pendenze di qui"),
    dataInizio: z.string(),
    dataFine: opz(z.string()),
    dettaglio: opz(z.string()).describe("Perché si è fermata"),
    posizioniPagoPA: z.number().int(),
    pendenze: z.number().int().describe("Pendenze da pagare che l'archivio deve conoscere"),
    uguali: z.number().int(),
    differenze: z.record(z.enum(TIPI_DIFFERENZA), z.number().int()),
    riparate: z.number().int().describe("Differenze rimandate a pagoPA"),
    esempi: z
      .array(
        z.strictObject({
          tipo: z.enum(TIPI_DIFFERENZA),
          iupd: z.string(),
          numeroAvviso: opz(z.string()),
          dettaglio: z.string(),
          riparata: z.boolean(),
        }),
      )
      .describe("Le prime cento"),
  })
  .meta({ id: "VerificaArchivio" });

export const findVerificheGpd = defineOperation({
  ...lettura,
  id: "findVerificheGpd",
  path: "/verificheGpd",
  summary: "Confronti notturni tra gli archivi di pagoPA (ACA, GPD) e le pendenze",
  description: "Uno per ente, archivio e notte. dataDa e dataA si riferiscono all'inizio.",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    archivio: opz(z.enum(ARCHIVI)),
  }),
  responses: { 200: listaPaginata(VerificaArchivio) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
