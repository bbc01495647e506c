/** Writes of a debt: load, update, annul and restore (reference 1.2 rows 2 and 3). Apart from the reads, which must not build what only writes need. */
import * as z from "zod";
import { giorno, importo, testo } from "../comuni/campi.ts";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ERRORI_SCRITTURA } from "./errori-scrittura.ts";
import { chiavePendenza } from "./modelli-comuni.ts";
import { PendenzaCreata } from "./modelli-lettura.ts";
import { NuovaPendenza } from "./modelli-scrittura.ts";

const opz = z.exactOptional;

export const addPendenza = defineOperation({
  api: "pendenze",
  id: "addPendenza",
  method: "PUT",
  path: "/pendenze/{idA2A}/{idPendenza}",
  summary: "Carica o aggiorna una pendenza",
  description:
    "201 alla creazione, 200 all'aggiornamento. Di una pendenza già caricata non cambiano tipo, date dei promemoria, proprieta, documento e numero avviso; " +
    "una pendenza annullata torna da pagare. Ripetere la stessa pendenza non scrive nulla. ETag è la versione della pendenza: con If-Match si aggiorna " +
    "solo se è ancora quella (412 altrimenti). Il corpo è al massimo di 5,5 MB, senza gli allegati di 128 kB: per allegati più grandi c'è POST /allegati.",
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write"],
  // Holds the printing of notices, loaded only when asked for.
  peso: "pdf",
  // What fits with its envelope in the 6 MB of a Lambda event (docs/adr/0009).
  limiti: { bodyKilobytes: 5632 },
  params: chiavePendenza,
  query: z.strictObject({
    stampaAvviso: booleanoQuery.default(false),
    dataAvvisatura: opz(z.union([z.literal("MAI"), giorno])).meta({
      description: "Giorno in cui mandare l'avviso al debitore, o MAI; vale alla creazione",
    }),
  }),
  body: NuovaPendenza,
  responses: { 200: PendenzaCreata, 201: PendenzaCreata },
  errors: ERRORI_SCRITTURA,
});

const nota = z.strictObject({ oggetto: z.string().min(1).max(255), testo: z.string().min(1).max(2000) });
const stato = z.enum(["ANNULLATA", "NON_ESEGUITA"]);

export const PagatoAltrove = z
  .strictObject({
    data: giorno.meta({ description: "Giorno in cui è stata pagata, non futuro" }),
    importo: importo.meta({ description: "Quanto è stato pagato; può differire dal dovuto" }),
    riferimento: testo(140).meta({ description: "Numero della quietanza, del bonifico, della delega" }),
    mezzo: opz(testo(70)).meta({ description: "Sportello, bonifico, F24..." }),
  })
  .meta({ id: "PagatoAltrove" });

export const VariazionePendenza = z
  .discriminatedUnion("path", [
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/stato"), value: stato }),
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/pagataAltrove"), value: PagatoAltrove }),
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/descrizioneStato"), value: z.string().min(1).max(255) }),
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/ack"), value: z.boolean() }),
    z.strictObject({ op: z.literal("ADD"), path: z.literal("/nota"), value: nota }),
  ])
  .meta({ id: "VariazionePendenza" });

export const updatePendenza = defineOperation({
  api: "pendenze",
  id: "updatePendenza",
  method: "PATCH",
  path: "/pendenze/{idA2A}/{idPendenza}",
  summary: "Annulla o ripristina una pendenza, la segna pagata fuori da pagoPA, o ne aggiorna descrizioneStato, ack e note",
  description:
    "Le variazioni si applicano tutte o nessuna. Annullare una pendenza già annullata non ha effetto. /pagataAltrove la rende non più pagabile (ANNULLATA) e dice quando e come è stata pagata; " +
    "la ripristina solo chi l'ha detto, o un operatore, e fino ad allora un nuovo carico è rifiutato (VER_003). ETag è la nuova versione; con If-Match cambia solo la versione indicata.",
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 64 },
  params: chiavePendenza,
  body: z.array(VariazionePendenza).min(1, "serve almeno una variazione").max(20, "ammesse al massimo 20 variazioni"),
  responses: { 200: z.undefined() },
  errors: ["APP_002", "NON_TROVATO", "VER_003", "VER_009", "VER_022", "PRECONDIZIONE", "CONFLITTO"],
});
