/** Safe replacement of an account: preview, request, progress, stop. The decision of the second person is in approvazioni.ts. */
import * as z from "zod";
import { iban, idDominio, identificativo35, testo } from "../comuni/campi.ts";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { letturaSu } from "./comuni.ts";
import { PendenzaConto } from "./controlli.ts";

const opz = z.exactOptional;
const risorsa = "cambi-iban";
const id = identificativo35;
const conto = z.strictObject({ idDominio, ibanAccredito: iban });
const lettura = { ...letturaSu("Anagrafica Creditore"), risorsa, capacita: ["anagrafiche:read", "archivio:read"] } as const;
const scrittura = {
  api: "backoffice",
  method: "POST",
  risorsa,
  auth: ["operatore"],
  acl: { servizi: ["Anagrafica Creditore"], diritto: "W" },
  peso: "scrittura",
} as const;

const Conteggio = z.strictObject({
  numero: z.number().int(),
  almeno: z.boolean().describe("Vero se sono di più di quelle contate"),
  esaminate: z.number().int().describe("Quante ne guardano notificate e perTipo: le prime caricate"),
  notificate: z.number().int().describe("Tra le esaminate, quelle con dataNotificaAvviso"),
  perTipo: z.array(z.strictObject({ idTipoPendenza: z.string(), numero: z.number().int(), importo: z.number() })),
  esempi: z.array(PendenzaConto),
});

export const AnteprimaCambio = z
  .strictObject({
    idDominio: z.string(),
    ibanVecchio: z.string(),
    ibanNuovo: z.string(),
    impedimenti: z.array(z.string()).describe("Con almeno uno la richiesta è rifiutata"),
    avvisi: z.array(z.string()),
    entrate: z.array(z.string()).describe("Entrate del dominio che passano al nuovo conto"),
    tipiDaRivedere: z.array(z.string()).describe("Tipi pendenza che citano il vecchio IBAN nei loro modelli: vanno corretti a mano"),
    pendenze: Conteggio.describe("Indicano il conto nelle voci: vengono riscritte, comprese le annullate, che si possono ripristinare"),
    pendenzeTramiteEntrate: Conteggio.describe("Arrivano al conto attraverso le entrate: seguono l'anagrafica"),
  })
  .meta({ id: "AnteprimaCambioIban" });

export const getAnteprimaCambio = defineOperation({
  ...lettura,
  id: "getAnteprimaCambio",
  path: "/domini/{idDominio}/contiAccredito/{ibanAccredito}/anteprimaCambio",
  summary: "Che cosa cambierebbe sostituendo un conto con un altro",
  params: conto,
  query: z.strictObject({ ibanNuovo: iban }),
  responses: { 200: AnteprimaCambio },
  errors: ["NON_TROVATO"],
});

export const RichiestaCambioIban = z
  .strictObject({
    ibanNuovo: iban,
    motivazione: testo(255),
    avvisiNotificati: z
      .enum(["COMPRESI", "ESCLUSI"])
      .optional()
      .describe("Se cambiano anche le pendenze con dataNotificaAvviso; obbligatorio se il vecchio conto è postale, altrimenti COMPRESI"),
    disabilitaVecchio: z.boolean().default(true).describe("Disabilita il vecchio conto all'inizio: nessuna nuova pendenza può indicarlo"),
    giorniPerApprovare: z.number().int().min(1).max(30).default(7),
  })
  .meta({ id: "RichiestaCambioIban" });

export const CambioIban = z
  .strictObject({
    id: z.string(),
    idDominio: z.string(),
    ibanVecchio: z.string(),
    ibanNuovo: z.string(),
    avvisiNotificati: z.enum(["COMPRESI", "ESCLUSI"]),
    disabilitaVecchio: z.boolean(),
    idApprovazione: z.string(),
    richiedente: z.string(),
    motivazione: z.string(),
    dataRichiesta: z.string(),
    scadenzaApprovazione: z.string(),
    dataConclusione: opz(z.string()),
    stato: z.enum(["IN_APPROVAZIONE", "SCADUTO", "NON_APPROVATO", "IN_CORSO", "CONCLUSO", "CONCLUSO_CON_SCARTI", "INTERROTTO"]),
    descrizioneStato: opz(z.string()),
    fase: z.enum(["ANAGRAFICA", "PENDENZE", "ENTRATE", "VERIFICA"]),
    entrateCambiate: z.array(z.string()),
    entrateNonCambiate: z.array(z.string()),
    pendenzeCambiate: z.number().int(),
    pendenzeRiallineate: z.number().int().describe("Mandate di nuovo agli archivi di pagoPA perché la loro entrata ha un altro conto"),
    pendenzeEscluse: z.number().int(),
    numeroScarti: z.number().int(),
    scarti: z
      .array(z.strictObject({ idA2A: z.string(), idPendenza: z.string(), numeroAvviso: z.string(), motivo: z.string() }))
      .describe("I primi 100; tutti nell'elenco delle pendenze del vecchio conto"),
  })
  .meta({ id: "CambioIban" });

export const addCambioIban = defineOperation({
  ...scrittura,
  id: "addCambioIban",
  path: "/domini/{idDominio}/contiAccredito/{ibanAccredito}/cambi",
  summary: "Chiede di sostituire un conto con un altro",
  description:
    "Nulla cambia finché un'altra persona non approva (POST /approvazioni/{id}/decisione). Poi, a tappe: le entrate del dominio, le pendenze da pagare " +
    "che indicano il conto, gli archivi di pagoPA. Un conto ha un solo cambio aperto per volta.",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  params: conto,
  body: RichiestaCambioIban,
  responses: { 201: CambioIban },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const findCambiIban = defineOperation({
  ...lettura,
  id: "findCambiIban",
  path: "/domini/{idDominio}/cambiIban",
  summary: "Cambi di conto di un dominio, dal più recente",
  params: z.strictObject({ idDominio }),
  query: queryLista({}),
  responses: { 200: listaPaginata(CambioIban).meta({ id: "CambiIban" }) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const getCambioIban = defineOperation({
  ...lettura,
  id: "getCambioIban",
  path: "/domini/{idDominio}/cambiIban/{id}",
  summary: "Avanzamento di un cambio di conto",
  params: z.strictObject({ idDominio, id }),
  responses: { 200: CambioIban },
  errors: ["NON_TROVATO"],
});

export const interrompiCambioIban = defineOperation({
  ...scrittura,
  id: "interrompiCambioIban",
  path: "/domini/{idDominio}/cambiIban/{id}/interruzione",
  summary: "Ferma un cambio di conto in corso; ciò che è già cambiato resta",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  params: z.strictObject({ idDominio, id }),
  body: z.strictObject({ motivazione: testo(255) }).meta({ id: "InterruzioneCambioIban" }),
  responses: { 200: CambioIban },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});
