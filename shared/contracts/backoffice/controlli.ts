/** What the daily look at pagoPA found of accounts and stations, and the debts that still point to an account. */
import * as z from "zod";
import { iban, idDominio } from "../comuni/campi.ts";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { letturaSu, parametriElenco } from "./comuni.ts";

const opz = z.exactOptional;
const GRAVITA = ["ALLARME", "AVVISO", "INFORMAZIONE"] as const;

/** The codes are explained in docs/runbooks/schedulazione-controllaIban.md. */
export const Controllo = z
  .strictObject({
    idDominio: z.string(),
    oggetto: z.enum(["CONTO", "STAZIONE"]),
    riferimento: z.string().describe("IBAN o idStazione"),
    gravita: z.exactOptional(z.enum(GRAVITA)).describe("Del rilievo più grave; assente = nessun rilievo"),
    data: z.string().describe("Data e ora dell'ultimo controllo"),
    suPagoPA: z.boolean().describe("Se pagoPA lo conosce"),
    rilievi: z.array(z.strictObject({ codice: z.string(), gravita: z.enum(GRAVITA), descrizione: z.string() })),
    pendenzeDaPagare: opz(z.number().int()).describe("Pendenze ancora da pagare che indicano il conto; contate solo se ci sono rilievi"),
    pendenzeAlmeno: opz(z.boolean()).describe("Vero se sono di più di quelle contate"),
  })
  .meta({ id: "Controllo" });

export const findControlli = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findControlli",
  path: "/controlli",
  summary: "Conti e stazioni confrontati con pagoPA",
  description:
    "L'esito dell'ultimo confronto con il Backoffice di pagoPA (ogni giorno): conti mai approvati, tolti, in scadenza, stazioni e numerazioni diverse.",
  risorsa: "controlli",
  query: z.strictObject({
    ...parametriElenco(Controllo, ["gravita", "idDominio", "riferimento"], "gravita"),
    idDominio: idDominio.optional(),
    oggetto: z.enum(["CONTO", "STAZIONE"]).optional(),
    gravita: z.enum(GRAVITA).optional(),
    codice: z.string().max(50).optional().describe("Codice di un rilievo"),
  }),
  responses: { 200: listaPaginata(Controllo.partial()).meta({ id: "Controlli" }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

/** No personal data: whoever looks after the accounts need not know who owes what. */
export const PendenzaConto = z
  .strictObject({
    idA2A: z.string(),
    idPendenza: z.string(),
    idDominio: z.string(),
    idTipoPendenza: z.string(),
    numeroAvviso: z.string(),
    stato: z.string(),
    importo: z.number(),
    dataScadenza: opz(z.string()),
    dataNotificaAvviso: opz(z.string()),
    voci: z.array(
      z.strictObject({
        indice: z.number().int(),
        riferimento: z.enum(["ibanAccredito", "ibanAppoggio", "codEntrata"]).describe("Come la voce arriva al conto"),
        codEntrata: opz(z.string()),
      }),
    ),
  })
  .meta({ id: "PendenzaConto" });

export const findPendenzeConto = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findPendenzeConto",
  path: "/domini/{idDominio}/contiAccredito/{ibanAccredito}/pendenze",
  summary: "Pendenze ancora da pagare che indicano un conto",
  description:
    "In ordine di caricamento, con il conto scritto nelle voci o raggiunto dall'entrata; comprese quelle di altri enti in cui il dominio è beneficiario.",
  risorsa: "controlli",
  capacita: ["anagrafiche:read", "archivio:read"],
  params: z.strictObject({ idDominio, ibanAccredito: iban }),
  query: queryLista({
    stato: opz(z.enum(["NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA"])).describe("Assente = NON_ESEGUITA ed ESEGUITA_PARZIALE"),
  }),
  responses: { 200: listaPaginata(PendenzaConto).meta({ id: "PendenzeConto" }) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
