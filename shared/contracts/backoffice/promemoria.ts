/** Reminders to the debtors (reference 1.11 row 1, 3.14). */
import * as z from "zod";
import { idDominio, iuv, testo } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { NotificaSend } from "../pendenze/modelli-lettura.ts";

const opz = z.exactOptional;
const TIPI = ["AVVISO_PAGAMENTO", "SCADENZA_AVVISO_PAGAMENTO", "RICEVUTA_TELEMATICA"] as const;
const CANALI = ["PEC", "EMAIL", "APP_IO"] as const;
const RECAPITI = ["ACCETTATO", "RECAPITATO", "NON_RECAPITATO"] as const;
const STATI = ["SPEDITO", "DA_SPEDIRE", "ANNULLATO", "FALLITO"] as const;

export const PromemoriaIndex = z
  .strictObject({
    tipo: z.enum(TIPI),
    dataCreazione: z.string(),
    canale: z.enum(CANALI),
    stato: z.enum(STATI),
    statoInvio: opz(
      z.enum(["IN_INVIO", "INCERTO"]).describe("Dice di più: in spedizione adesso; o non si sa se sia partito, e non si rimanda da solo"),
    ),
    recapito: opz(
      z
        .strictObject({ stato: z.enum(RECAPITI), data: z.string(), letto: opz(z.boolean()) })
        .describe("Che cosa ha detto il canale dopo averlo preso: le ricevute della PEC, lo stato del messaggio di App IO")
        .meta({ id: "RecapitoPromemoria" }),
    ),
    descrizioneStato: opz(z.string()),
    dataUltimoAggiornamento: z.string(),
    dataProssimaSpedizione: opz(z.string()),
    numeroTentativi: z.number().int(),
    idDominio: z.string(),
    iuv: z.string(),
  })
  .meta({ id: "PromemoriaIndex" });

export const findPromemoria = defineOperation({
  api: "backoffice",
  id: "findPromemoria",
  method: "GET",
  path: "/promemoria",
  risorsa: "promemoria",
  summary: "Elenco dei promemoria ai debitori e del loro invio, dal più recente",
  description:
    "dataDa e dataA si riferiscono alla creazione. Per PEC, per e-mail e con App IO; nessun indirizzo vi compare: è quello della pendenza.",
  auth: ["operatore"],
  acl: { servizi: ["Configurazione e manutenzione"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({ dataDa: opz(dataFiltro), dataA: opz(dataFiltro), stato: opz(z.enum(STATI)), tipo: opz(z.enum(TIPI)) }),
  responses: { 200: listaPaginata(PromemoriaIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const PromemoriaPendenza = PromemoriaIndex.extend({
  idPromemoria: z.string().describe("Tipo, canale e, di una ricevuta, quale"),
}).meta({ id: "PromemoriaPendenza" });

const chiave = { idDominio, iuv };

export const getPromemoriaPendenza = defineOperation({
  datiPersonali: true,
  api: "backoffice",
  id: "getPromemoriaPendenza",
  method: "GET",
  path: "/promemoria/{idDominio}/{iuv}",
  risorsa: "promemoria",
  summary: "Promemoria di una pendenza, e che cosa manderebbe oggi ogni canale o perché no",
  description:
    "promemoria: quelli decisi, con il loro esito. anteprime: per canale e tipo, se e quando partirebbe, il motivo quando non parte, oggetto e testo scritti " +
    "con il modello in vigore (o che cosa non va nel modello). Nessun invio, nessuna scrittura.",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: z.strictObject(chiave),
  responses: {
    200: z
      .strictObject({
        promemoria: z.array(PromemoriaPendenza),
        anteprime: z.array(
          z
            .strictObject({
              ...{ tipo: z.enum(TIPI), canale: z.enum(CANALI), canaleAttivo: z.boolean(), previsto: z.boolean() },
              dataPrevista: opz(z.string()),
              motivo: opz(z.string().describe("Perché non parte")),
              oggetto: opz(z.string()),
              testo: opz(z.string()),
              erroreModello: opz(z.string()),
            })
            .meta({ id: "AnteprimaPromemoria" }),
        ),
        send: NotificaSend.extend({
          prevista: z.boolean().describe("Il costo della notifica si legge quando qualcuno verifica o paga l'avviso"),
          motivo: opz(z.string().describe("Perché non si legge")),
        }).meta({ id: "AnteprimaSend" }),
      })
      .meta({ id: "PromemoriaDiPendenza" }),
  },
  errors: ["NON_TROVATO"],
});

export const rispedisciPromemoria = defineOperation({
  api: "backoffice",
  id: "rispedisciPromemoria",
  method: "POST",
  path: "/promemoria/{idDominio}/{iuv}/{idPromemoria}/rispedisci",
  risorsa: "promemoria",
  summary: "Rimanda un promemoria, anche se è già partito",
  description: "L'invio parte subito dalla coda; la richiesta, con la sua motivazione, resta nel giornale e nella storia della pendenza.",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
  params: z.strictObject({ ...chiave, idPromemoria: testo(120) }),
  body: z.strictObject({ motivazione: testo(255) }).meta({ id: "RispedizionePromemoria" }),
  responses: { 200: PromemoriaPendenza },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const addRicevutaPec = defineOperation({
  api: "backoffice",
  id: "addRicevutaPec",
  servitaDa: "backoffice",
  funzione: "rispedisciPromemoria",
  method: "POST",
  path: "/promemoria/ricevutePec",
  risorsa: "promemoria",
  summary: "Registra una ricevuta di PEC: accettazione, consegna o mancata consegna di un promemoria",
  description:
    "La manda chi legge la casella dell'ente: il messaggio come sta nella casella (message/rfc822), o il suo daticert.xml. Il promemoria è quello del Message-ID; " +
    "una mancata consegna lo rende FALLITO e lascia il posto all'e-mail. La stessa ricevuta due volte, o una più vecchia, non cambia nulla. Fino a 4 MB.",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4096 },
  corpoGrezzo: ["message/rfc822", "application/xml", "text/xml", "application/octet-stream"],
  responses: { 200: PromemoriaPendenza },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});
