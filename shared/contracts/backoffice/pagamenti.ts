/**
 * Portal payments in the hands of an operator (reference 1.11, rows 55-57). A payment made of debts of several creditors, types or units is
 * for who sees them all: to each of the others it would tell what is not its own.
 */
import * as z from "zod";
import { idA2A, idDominio, idPendenza, iuv, testo } from "../comuni/campi.ts";
import { booleanoQuery, campiTra, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { comuniPagamento, PendenzaDelPagamento, STATI_PAGAMENTO } from "../pagamento/pagamenti.ts";
import { RppPendenza } from "./modelli-pendenze.ts";

const opz = z.exactOptional;
const params = z.strictObject({ id: z.string().min(1).max(64) });
const severita = z.coerce.number().int().min(0).max(5);
const risorsa = "pagamenti";
const lettura = {
  api: "backoffice",
  method: "GET",
  risorsa,
  auth: ["operatore"],
  acl: { servizi: ["Pagamenti"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;

const pagamento = {
  ...comuniPagamento,
  idA2A: z.string().meta({ description: "Applicazione che l'ha avviato" }),
  verificato: z.boolean().meta({ description: "Esaminato da un operatore" }),
  severita: opz(z.number().int()).meta({ description: "Di un pagamento FALLITO: quanto è grave, da 1 a 5" }),
} as const;

export const PagamentoIndex = z
  .strictObject({ ...pagamento, pendenze: z.string(), rpp: z.string() })
  .meta({ id: "PagamentoIndexOperatore" });
/** An element of a list asked with `campi`: only those fields. */
const PagamentoIndexParziale = PagamentoIndex.partial().meta({ id: "PagamentoIndexOperatoreParziale" });

const NotaPagamento = z
  .strictObject({ data: z.iso.datetime({ offset: true }), autore: z.string(), oggetto: z.string(), testo: z.string() })
  .meta({ id: "NotaPagamento" });

export const Pagamento = z
  .strictObject({ ...pagamento, note: z.array(NotaPagamento), pendenze: z.array(PendenzaDelPagamento), rpp: z.array(RppPendenza) })
  .meta({ id: "PagamentoOperatore" });

export const findPagamenti = defineOperation({
  ...lettura,
  id: "findPagamenti",
  path: "/pagamenti",
  summary: "Elenco dei pagamenti avviati dai portali",
  description:
    "severitaDa e severitaA scelgono i pagamenti FALLITI per gravità. versante è il codice fiscale di chi paga, idDebitore quello del debitore di una delle " +
    "pendenze; dataDa e dataA si riferiscono alla richiesta, che dà anche l'ordine. Un pagamento di pendenze di più domini lo vede solo chi li vede tutti.",
  query: queryLista({
    ordinamento: ordinamentoPer("dataRichiestaPagamento"),
    campi: opz(campiTra(PagamentoIndex.keyof().options)),
    stato: opz(z.enum(STATI_PAGAMENTO)),
    versante: opz(z.string().min(1).max(16)),
    idSessionePortale: opz(z.string().min(1).max(255)),
    verificato: opz(booleanoQuery),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    idDebitore: opz(z.string().min(1).max(16)),
    id: opz(z.string().min(1).max(64)),
    severitaDa: opz(severita),
    severitaA: opz(severita),
    idDominio: opz(idDominio),
    iuv: opz(iuv),
    idA2A: opz(idA2A),
    idPendenza: opz(idPendenza),
  }),
  responses: { 200: listaPaginata(z.union([PagamentoIndex, PagamentoIndexParziale])) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getPagamento = defineOperation({
  datiPersonali: true,
  ...lettura,
  id: "getPagamento",
  path: "/pagamenti/{id}",
  summary: "Dettaglio di un pagamento, con i tentativi che ne sono nati",
  params,
  responses: { 200: Pagamento },
  errors: ["NON_TROVATO"],
});

export const VariazionePagamento = z
  .discriminatedUnion("path", [
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/verificato"), value: z.boolean() }),
    z.strictObject({ op: z.literal("ADD"), path: z.literal("/nota"), value: z.strictObject({ oggetto: testo(255), testo: testo(2000) }) }),
  ])
  .meta({ id: "VariazionePagamento" });

export const updatePagamento = defineOperation({
  ...lettura,
  id: "updatePagamento",
  method: "PATCH",
  path: "/pagamenti/{id}",
  summary: "Segna un pagamento come esaminato, o vi aggiunge una nota",
  description: "Le variazioni si applicano tutte o nessuna. Non cambiano lo stato del pagamento: fanno fede le ricevute.",
  acl: { servizi: ["Pagamenti"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 64 },
  params,
  body: z.array(VariazionePagamento).min(1, "serve almeno una variazione").max(20, "ammesse al massimo 20 variazioni"),
  responses: { 200: Pagamento },
  errors: ["NON_TROVATO", "CONFLITTO"],
});
