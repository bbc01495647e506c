/** Subscriptions to what happens to a creditor (webhook): not of GovPay, that tells one application of its receipts and nothing else. */
import * as z from "zod";
import { EventoAnnunciato, TIPI_ANNUNCIO } from "../annunci.ts";
import { idA2A, idDominio, identificativo35, idTipoPendenza, importo, istante, testo } from "../comuni/campi.ts";
import { listaPaginata, parametriPagina, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Anagrafica Creditore", "API Pendenze"] as const;
const comune = { api: "backoffice", risorsa: "abbonamenti", auth: ["applicazione", "operatore"] } as const;
const lettura = { ...comune, method: "GET", acl: { servizi: SERVIZI, diritto: "R" }, peso: "lettura" } as const;
const scrittura = { ...comune, acl: { servizi: SERVIZI, diritto: "W" }, peso: "scrittura", limiti: { bodyKilobytes: 32 } } as const;
const BASE = "/domini/{idDominio}/abbonamenti";
const params = z.strictObject({ idDominio, idAbbonamento: identificativo35 });

const dati = {
  descrizione: opz(testo(120)),
  abilitato: z.boolean().default(true),
  url: z.url("atteso un indirizzo").max(1000),
  idA2A: opz(idA2A).meta({ description: "Solo le pendenze di questa applicazione. Di chi è un'applicazione: la sua" }),
  tipi: z.array(z.enum(TIPI_ANNUNCIO)).max(TIPI_ANNUNCIO.length).default([]).meta({ description: "Nessuno = tutti" }),
  filtri: z
    .strictObject({
      idTipiPendenza: opz(z.array(idTipoPendenza).min(1).max(200)),
      idUnitaOperative: opz(z.array(identificativo35).min(1).max(200)),
      importoMinimo: opz(importo),
      importoMassimo: opz(importo),
    })
    .default({})
    .meta({ description: "Ciò che non ha un importo, o un tipo, non passa un filtro che lo riguarda" }),
  firmaModi: opz(
    z.strictObject({
      segreto: z.string().regex(/^[\w./-]{1,100}$/, "atteso il nome di un segreto dei connettori"),
      destinatario: testo(255).meta({ description: "Campo aud della firma" }),
    }),
  ).meta({ description: "Agid-JWT-Signature (ModI, INTEGRITY_REST_01): il segreto contiene certificato e chiave privata in PEM" }),
} as const;

export const NuovoAbbonamento = z
  .strictObject({ ...dati, dataDa: opz(istante).meta({ description: "Solo alla creazione: da quando raccontare, fino a 90 giorni fa" }) })
  .meta({ id: "NuovoAbbonamento" });

export const AbbonamentoIndex = z
  .strictObject({
    ...{ idDominio: z.string(), idAbbonamento: z.string() },
    ...dati,
    stato: z.enum(["ATTIVO", "IN_RITARDO", "IN_PAUSA", "DISABILITATO"]),
    descrizioneStato: opz(z.string()),
    chiavi: z.array(z.strictObject({ id: z.string(), dal: z.string() })).meta({ description: "La prima è la più recente; tutte firmano" }),
    segreto: opz(z.string()).meta({ description: "Si mostra una volta, quando nasce" }),
    trattenute: z.int().meta({ description: "Pendenze i cui eventi attendono che ne sia preso uno precedente" }),
    ...{ ultimaConsegna: opz(z.string()), prossimoTentativo: opz(z.string()) },
    idProva: opz(z.string()).meta({ description: "Dell'evento mandato da PROVA: il suo esito è fra le consegne, con oggetto prova" }),
  })
  .meta({ id: "Abbonamento" });

export const ConsegnaIndex = z
  .strictObject({
    evento: EventoAnnunciato,
    stato: z.enum(["CONSEGNATA", "IN_ATTESA", "SCARTATA"]),
    numeroTentativi: z.int(),
    data: z.string(),
    tentativi: z
      .array(
        z.strictObject({
          ...{ data: z.string(), millisecondi: z.int(), status: opz(z.int()), errore: opz(z.string()) },
          risposta: opz(z.string()).meta({ description: "I primi 200 caratteri" }),
        }),
      )
      .meta({ description: "Gli ultimi cinque" }),
  })
  .meta({ id: "ConsegnaAbbonamento" });

export const findAbbonamenti = defineOperation({
  ...lettura,
  id: "findAbbonamenti",
  path: BASE,
  summary: "Elenco degli abbonamenti di un dominio (webhook)",
  capacita: ["anagrafiche:read", "archivio:read"],
  params: z.strictObject({ idDominio }),
  query: z.strictObject(parametriPagina),
  responses: { 200: listaPaginata(AbbonamentoIndex) },
  errors: ["NON_TROVATO"],
});

export const getAbbonamento = defineOperation({
  ...lettura,
  id: "getAbbonamento",
  path: `${BASE}/{idAbbonamento}`,
  summary: "Un abbonamento, con lo stato delle sue consegne",
  capacita: ["anagrafiche:read", "archivio:read"],
  params,
  responses: { 200: AbbonamentoIndex },
  errors: ["NON_TROVATO"],
});

export const saveAbbonamento = defineOperation({
  ...scrittura,
  id: "saveAbbonamento",
  method: "PUT",
  path: `${BASE}/{idAbbonamento}`,
  summary: "Crea o sostituisce un abbonamento",
  description:
    "Alla creazione la risposta porta il segreto della firma, che non si rivede più. Chi vede solo alcuni tipi di pendenza, o alcune unità, deve indicarli fra i filtri. Un " +
    "abbonamento non si cancella: si disabilita. Al massimo 20 per dominio. Gli eventi, la firma e come si verifica: docs/integrazione/webhook.md.",
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:read", "archivio:write", "eventi:write"],
  params,
  body: NuovoAbbonamento,
  responses: { 200: AbbonamentoIndex, 201: AbbonamentoIndex },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const addAzioneAbbonamento = defineOperation({
  ...scrittura,
  id: "addAzioneAbbonamento",
  method: "POST",
  path: `${BASE}/{idAbbonamento}/azioni`,
  summary: "Prova, sospende, riprende un abbonamento, ne cambia il segreto, ne ripete le consegne",
  description:
    "RUOTA_SEGRETO ne dà uno nuovo, e per un po' firmano entrambi: REVOCA_SEGRETO_PRECEDENTE toglie il vecchio. RIPETI manda di nuovo le consegne indicate, RIPETI_DAL tutto ciò che è " +
    "accaduto fra due istanti, con gli stessi identificativi. Le consegne riprendono subito dopo, non nella risposta.",
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:read", "archivio:write", "eventi:write"],
  params,
  body: z
    .discriminatedUnion("azione", [
      z.strictObject({ azione: z.enum(["PROVA", "SOSPENDI", "RIPRENDI", "RUOTA_SEGRETO", "REVOCA_SEGRETO_PRECEDENTE"]) }),
      z.strictObject({
        azione: z.literal("RIPETI"),
        consegne: z
          .array(z.strictObject({ subject: z.string().min(1).max(200), id: z.string().min(1).max(64) }))
          .min(1)
          .max(50, "ammesse al massimo 50 consegne"),
      }),
      z.strictObject({ azione: z.literal("RIPETI_DAL"), dataDa: istante, dataA: opz(istante) }),
    ])
    .meta({ id: "AzioneAbbonamento" }),
  responses: { 202: AbbonamentoIndex },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const findConsegneAbbonamento = defineOperation({
  ...lettura,
  id: "findConsegneAbbonamento",
  path: `${BASE}/{idAbbonamento}/consegne`,
  summary: "Che cosa è stato mandato a un abbonato, con i tentativi",
  description: "Dalla più recente; con subject (lo IUV della pendenza) solo le sue, in ordine. Si conservano 90 giorni.",
  capacita: ["anagrafiche:read", "archivio:read"],
  params,
  query: queryLista({ stato: opz(z.enum(["CONSEGNATA", "IN_ATTESA", "SCARTATA"])), subject: opz(z.string().min(1).max(200)) }),
  responses: { 200: listaPaginata(ConsegnaIndex) },
  errors: ["NON_TROVATO", "PARAMETRO_NON_VALIDO"],
});
