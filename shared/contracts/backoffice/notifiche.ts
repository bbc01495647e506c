/** Notifications to the creditors' systems: what was told, what was not, and how to tell it again (reference 1.11 row 2, 3.15). */
import * as z from "zod";
import { idA2A, idDominio, idRicevuta, iuv } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Configurazione e manutenzione"] as const;
const comune = { api: "backoffice", risorsa: "notifiche", auth: ["operatore"] } as const;
const STATI = ["SPEDITA", "DA_SPEDIRE", "ANNULLATA"] as const;
/** FALLIMENTO is of GovPay alone, which never sends it either: it is never written. ANNULLAMENTO tells the applications of version 1 of an attempt that another one replaced. RPP is ours: the messages of a payment, for the connector of its creditor. */
const TIPI = ["ATTIVAZIONE", "RICEVUTA", "ANNULLAMENTO", "FALLIMENTO", "RPP"] as const;

export const NotificaIndex = z
  .strictObject({
    tipo: z.enum(TIPI),
    dataCreazione: z.string(),
    stato: z.enum(STATI),
    descrizioneStato: opz(z.string()),
    dataUltimoAggiornamento: z.string(),
    dataProssimaSpedizione: opz(z.string()),
    numeroTentativi: z.number().int(),
    idA2A: z.string(),
    idDominio: z.string(),
    iuv: z.string(),
    idRicevuta: opz(z.string()),
    ccp: opz(z.string()),
  })
  .meta({ id: "NotificaIndex" });

export const findNotifiche = defineOperation({
  ...comune,
  id: "findNotifiche",
  method: "GET",
  path: "/notifiche",
  summary: "Elenco delle notifiche ai sistemi degli enti e dei loro tentativi, dalla più recente",
  description: "dataDa e dataA si riferiscono alla creazione. idDominio e idA2A sono filtri in più di quelli di GovPay.",
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    stato: opz(z.enum(STATI)),
    tipo: opz(z.enum(TIPI)),
    idDominio: opz(idDominio),
    idA2A: opz(idA2A),
  }),
  responses: { 200: listaPaginata(NotificaIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const rispedisciNotifica = defineOperation({
  ...comune,
  id: "rispedisciNotifica",
  method: "POST",
  path: "/notifiche/{idDominio}/{iuv}/{idRicevuta}/rispedisci",
  summary: "Rispedisce subito una notifica, qualunque sia il suo stato",
  description:
    "Estensione: in GovPay si può solo cambiare lo stato nella base dati. Il sistema dell'ente riceve di nuovo la stessa chiamata. Con tipo ATTIVAZIONE o ANNULLAMENTO, idRicevuta è il ccp del tentativo.",
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  params: z.strictObject({ idDominio, iuv, idRicevuta }),
  query: z.strictObject({ tipo: opz(z.enum(["RICEVUTA", "ATTIVAZIONE", "ANNULLAMENTO", "RPP"])) }),
  responses: { 202: NotificaIndex },
  errors: ["NON_TROVATO", "CONFLITTO"],
});
