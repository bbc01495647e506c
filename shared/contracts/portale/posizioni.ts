/** Services 11, 12 and 15: the body's management system loads, changes, cancels and marks as paid elsewhere expected payments, one or many, and reads what happened to them. Served by the functions of the API Pendenze. */
import * as z from "zod";
import { idA2A, libero, testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import * as annunci from "../pendenze/annunci.ts";
import * as scrittura from "../pendenze/scrittura.ts";

const opz = z.exactOptional;
const comune = { api: "portale", servitaDa: "pendenze", risorsa: "front-end" } as const;
const path = "/posizioni/{idA2A}/{idPendenza}";

export const addPosizione = defineOperation({ ...scrittura.addPendenza, ...comune, id: "addPosizione", funzione: "addPendenza", path });

export const POSIZIONI_MASSIME = 100;

const RigaPosizione = z
  .strictObject({
    idPendenza: z.string().min(1).max(35),
    azione: z.enum(["CARICA", "ANNULLA", "PAGATA_ALTROVE", "RIPRISTINA"]).default("CARICA"),
    pendenza: opz(libero).meta({ description: "Con CARICA: la pendenza, come nel corpo di PUT /posizioni/{idA2A}/{idPendenza}" }),
    pagataAltrove: opz(libero).meta({ description: "Con PAGATA_ALTROVE: data, importo, riferimento e mezzo (schema PagatoAltrove)" }),
    motivo: opz(testo(255)).meta({ description: "Con ANNULLA: diventa descrizioneStato" }),
  })
  .meta({ id: "RigaPosizione" });

const EsitoPosizione = z
  .strictObject({
    idPendenza: z.string(),
    esito: z.enum(["CREATA", "AGGIORNATA", "INVARIATA", "RIFIUTATA"]),
    idDominio: opz(z.string()),
    numeroAvviso: opz(z.string()),
    UUID: opz(z.string()),
    stato: opz(z.string()),
    errore: opz(z.strictObject({ codice: z.string(), descrizione: z.string(), dettaglio: opz(z.string()) })),
  })
  .meta({ id: "EsitoPosizione" });

export const addPosizioni = defineOperation({
  ...addPosizione,
  servitaDa: "pendenze",
  id: "addPosizioni",
  method: "POST",
  path: "/posizioni/{idA2A}",
  summary: "Carica, annulla o segna pagate altrove fino a 100 posizioni, ognuna con il suo esito",
  description:
    "Ogni riga vale da sola: una rifiutata non ferma le altre, e dice perché. Gli esiti sono nell'ordine delle righe. Ripetere la stessa richiesta non cambia ciò che è già " +
    "stato fatto (INVARIATA). Due righe non possono nominare la stessa idPendenza: la seconda è rifiutata. Senza allegati né stampa: per quelli c'è la singola; oltre 100, i tracciati.",
  params: z.strictObject({ idA2A }),
  query: z.strictObject({}),
  body: z
    .strictObject({
      posizioni: z
        .array(RigaPosizione)
        .min(1, "serve almeno una posizione")
        .max(POSIZIONI_MASSIME, `al massimo ${POSIZIONI_MASSIME} posizioni`),
    })
    .meta({ id: "PosizioniPost" }),
  responses: {
    200: z
      .strictObject({ riuscite: z.number().int(), rifiutate: z.number().int(), esiti: z.array(EsitoPosizione) })
      .meta({ id: "EsitiPosizioni" }),
  },
  errors: ["APP_002"],
});

export const updatePosizione = defineOperation({
  ...scrittura.updatePendenza,
  ...comune,
  id: "updatePosizione",
  funzione: "updatePendenza",
  path,
});

export const getAnnunci = defineOperation({ ...annunci.getAnnunci, ...comune, funzione: "getAnnunci" });
