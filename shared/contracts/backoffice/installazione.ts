/** The registry of an installation, or of one creditor, as a document: export, import with a dry run, report. */
import * as z from "zod";
import { idDominio, identificativo35, libero } from "../comuni/campi.ts";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const risorsa = "installazione";
const servizi = ["Anagrafica PagoPA", "Anagrafica Creditore", "Anagrafica Applicazioni", "Anagrafica Ruoli"] as const;
const elenco = z.array(libero).optional();
const DI_PIU_RISORSE = { api: "backoffice", risorsa, auth: ["operatore"] } as const;
const intero = z.number().int();

export const DocumentoAnagrafica = z
  .strictObject({
    schema: z.literal("fiorino/anagrafica"),
    versione: z.literal(1),
    data: z.string(),
    idDominio: z.string().optional().describe("Presente se il documento è di un solo dominio"),
    segretiEsclusi: z.array(z.string()).optional().describe("Dove è registrato un segreto che il documento non porta"),
    intermediari: elenco.describe("Ognuno con le sue stazioni"),
    entrate: elenco,
    tipiPendenza: elenco,
    domini: elenco.describe("Ognuno con unitaOperative, contiAccredito, entrate, tipiPendenza, profiliLettura e tracciatiContabili"),
    ruoli: elenco,
    applicazioni: elenco,
    impostazioniRiscontri: elenco.describe("Dell'abbinamento, una per dominio che le ha scritte"),
    instradamenti: elenco.describe("Delle anomalie, uno per dominio che li ha scritti"),
    operatori: elenco,
    configurazioni: elenco.describe("Sezioni scritte; le altre hanno i valori predefiniti"),
  })
  .describe(
    "Ogni voce è il corpo della sua PUT con il suo identificativo. Dei segreti ci sono solo i riferimenti (segreto:<nome>): gli altri non escono mai.",
  )
  .meta({ id: "DocumentoAnagrafica" });

export const getEsportazioneAnagrafica = defineOperation({
  ...DI_PIU_RISORSE,
  id: "getEsportazioneAnagrafica",
  method: "GET",
  path: "/esportazioni/anagrafica",
  summary: "L'anagrafica dell'installazione, o di un dominio, in un documento JSON",
  description:
    "Con idDominio: il dominio, le voci comuni a cui si riferisce, le sue stazioni e le utenze che operano solo per lui, per quanto il chiamante può leggere. " +
    "Senza: tutto, e solo per chi può leggere tutto. Un documento oltre 4 MB si scarica dall'indirizzo della risposta 303.",
  acl: { servizi, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read", "documenti:write"],
  // A read that writes the bucket, and carries what that takes.
  peso: "scrittura",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 512 },
  query: z.strictObject({ idDominio: opz(idDominio) }),
  responses: { 200: { "application/json": DocumentoAnagrafica }, 303: z.undefined().describe("Documento grande: indirizzo in Location") },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const Importazione = z
  .strictObject({
    id: z.string(),
    stato: z.enum(["IN_ATTESA", "IN_CORSO", "CONCLUSA", "CONCLUSA_CON_RIFIUTI"]),
    simulazione: z.boolean().describe("Solo il confronto: nulla è scritto"),
    idDominio: opz(z.string()),
    impronta: z.string().describe("SHA-256 del documento"),
    richiedente: z.string(),
    dataRichiesta: z.string(),
    dataUltimoAggiornamento: z.string(),
    dataConclusione: opz(z.string()),
    confronto: opz(
      z.strictObject({
        aggiunte: intero,
        modificate: intero,
        invariate: intero,
        assenti: intero.describe("Registrate e non nel documento: restano come sono"),
      }),
    ),
    scritte: intero,
    inApprovazione: intero.describe("Aspettano la decisione di una seconda persona"),
    rifiutate: intero,
    esiti: z.string().describe("Percorso del dettaglio voce per voce"),
  })
  .meta({ id: "ImportazioneAnagrafica" });

export const addImportazioneAnagrafica = defineOperation({
  ...DI_PIU_RISORSE,
  id: "addImportazioneAnagrafica",
  method: "POST",
  path: "/importazioni/anagrafica",
  summary: "Importa un documento dell'anagrafica, o lo confronta soltanto",
  description:
    "Il documento è letto per intero prima di cambiare qualcosa: una voce che la sua PUT rifiuterebbe per forma lo fa rifiutare. Poi le voci diverse si scrivono " +
    "con le stesse regole delle PUT, a tappe ripetibili; nessuna voce è mai cancellata. Ripetere l'importazione non cambia nulla. Il corpo può essere compresso (application/gzip).",
  acl: { servizi, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:write", "documenti:write", "eventi:write"],
  peso: "registro",
  limiti: { timeoutSeconds: 29, bodyKilobytes: 4_096, memoryMegabytes: 512 },
  query: z.strictObject({ simulazione: booleanoQuery.default(false).describe("Confronta soltanto") }),
  corpoGrezzo: ["application/json", "application/gzip"],
  responses: { 202: Importazione },
  errors: ["PARAMETRO_NON_VALIDO", "CONFLITTO"],
});

const lettura = {
  ...DI_PIU_RISORSE,
  method: "GET",
  acl: { servizi, diritto: "R" },
  params: z.strictObject({ id: identificativo35 }),
  peso: "lettura",
} as const;

export const getImportazioneAnagrafica = defineOperation({
  ...lettura,
  id: "getImportazioneAnagrafica",
  path: "/importazioni/anagrafica/{id}",
  summary: "Avanzamento di un'importazione",
  capacita: ["anagrafiche:read", "archivio:read"],
  responses: { 200: Importazione },
  errors: ["NON_TROVATO"],
});

const Voce = z.strictObject({
  sezione: z.string(),
  id: z.string(),
  ambito: opz(z.string()).describe("Identificativo della voce che la contiene"),
  azione: z.enum(["AGGIUNTA", "MODIFICA", "INVARIATA", "ASSENTE"]),
  differenze: opz(z.array(z.strictObject({ campo: z.string(), prima: opz(z.string()), dopo: opz(z.string()) }))),
  esito: opz(z.enum(["SCRITTA", "IN_APPROVAZIONE", "RIFIUTATA"])).describe("Assente: niente da scrivere, non ancora scritta, o prova"),
  codice: opz(z.string()),
  dettaglio: opz(z.string()),
});

export const EsitiImportazione = z
  .strictObject({ importazione: Importazione, voci: z.array(Voce) })
  .meta({ id: "EsitiImportazioneAnagrafica" });

export const getEsitiImportazione = defineOperation({
  ...lettura,
  id: "getEsitiImportazione",
  path: "/importazioni/anagrafica/{id}/esiti",
  summary: "Voce per voce, che cosa cambia e che cosa ne è stato",
  description: "Le voci invariate ci sono solo con tutte=true.",
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  limiti: { timeoutSeconds: 29, memoryMegabytes: 512 },
  query: z.strictObject({ tutte: booleanoQuery.default(false) }),
  responses: { 200: EsitiImportazione },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
