/** Four eyes: what a person asked and another has to decide. */
import * as z from "zod";
import { idDominio, identificativo35, testo } from "../comuni/campi.ts";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { letturaSu } from "./comuni.ts";

const opz = z.exactOptional;
const risorsa = "approvazioni";
const params = z.strictObject({ id: identificativo35 });
/** Whoever may see any of these sees the requests on them; each is decided with the right on its own. */
const servizi = ["Anagrafica Creditore", "Anagrafica Applicazioni", "Anagrafica Ruoli", "Rendicontazioni e Incassi"] as const;
const lettura = {
  ...letturaSu("Anagrafica Creditore"),
  acl: { servizi, diritto: "R" },
  risorsa,
  capacita: ["anagrafiche:read", "archivio:read"],
} as const;

export const Approvazione = z
  .strictObject({
    id: z.string(),
    tipo: z.enum(["CAMBIO_IBAN", "RUOLO", "OPERATORE", "CREDENZIALI", "ANNULLAMENTI", "RIMBORSO"]),
    oggetto: z.string().describe("Identificativo di ciò che aspetta la decisione"),
    idDominio: opz(z.string()).describe("Assente = riguarda tutta l'installazione"),
    descrizione: z.string(),
    stato: z.enum(["RICHIESTA", "APPROVATA", "RIFIUTATA", "RITIRATA", "SCADUTA"]),
    richiedente: z.string(),
    motivazione: z.string(),
    dataRichiesta: z.string(),
    scadenza: z.string(),
    decisione: opz(z.strictObject({ autore: z.string(), data: z.string(), motivazione: opz(z.string()) })),
  })
  .meta({ id: "Approvazione" });

export const findApprovazioni = defineOperation({
  ...lettura,
  id: "findApprovazioni",
  path: "/approvazioni",
  summary: "Richieste che aspettano, o hanno avuto, la decisione di una seconda persona",
  description: "Dalla più recente. Il filtro stato guarda la decisione: una richiesta scaduta è ancora RICHIESTA.",
  query: queryLista({ idDominio: opz(idDominio), stato: opz(z.enum(["RICHIESTA", "APPROVATA", "RIFIUTATA", "RITIRATA"])) }),
  responses: { 200: listaPaginata(Approvazione).meta({ id: "Approvazioni" }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getApprovazione = defineOperation({
  ...lettura,
  id: "getApprovazione",
  path: "/approvazioni/{id}",
  summary: "Dettaglio di una richiesta da approvare",
  params,
  responses: { 200: Approvazione },
  errors: ["NON_TROVATO"],
});

export const DecisioneApprovazione = z
  .strictObject({
    esito: z.enum(["APPROVATA", "RIFIUTATA", "RITIRATA"]).describe("RITIRATA solo da chi ha chiesto, le altre solo da un'altra persona"),
    motivazione: testo(255).optional().describe("Obbligatoria con RIFIUTATA"),
  })
  .superRefine(({ esito, motivazione }, contesto) => {
    if (esito === "RIFIUTATA" && motivazione === undefined)
      contesto.addIssue({ code: "custom", path: ["motivazione"], message: "obbligatoria con RIFIUTATA" });
  })
  .meta({ id: "DecisioneApprovazione" });

export const decidiApprovazione = defineOperation({
  api: "backoffice",
  id: "decidiApprovazione",
  method: "POST",
  path: "/approvazioni/{id}/decisione",
  summary: "Approva, rifiuta o ritira una richiesta",
  description:
    "Chi ha fatto la richiesta non può approvarla. Approvata, ciò che era chiesto comincia subito; dopo la scadenza va chiesto di nuovo.",
  risorsa,
  auth: ["operatore"],
  acl: { servizi, diritto: "W" },
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  params,
  body: DecisioneApprovazione,
  responses: { 200: Approvazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});
