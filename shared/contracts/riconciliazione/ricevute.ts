/** Receipts (reference 1.7, rows 6 and 7). */
import * as z from "zod";
import { idDominio, idRicevuta, iuv, numeroAvviso } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { Ricevuta, RicevutaIndex } from "./modelli.ts";
import { ACL_LETTURA, ordinamento } from "./parametri.ts";

const opz = z.exactOptional;

export const findRicevute = defineOperation({
  api: "riconciliazione",
  id: "findRicevute",
  method: "GET",
  path: "/ricevute",
  summary: "Elenco delle ricevute",
  description: "dataDa e dataA si riferiscono alla data della ricevuta.",
  risorsa: "ricevute",
  auth: ["applicazione"],
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({
    ordinamento: ordinamento("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    iuv: opz(iuv),
    idRicevuta: opz(idRicevuta),
    numeroAvviso: opz(numeroAvviso),
  }),
  responses: { 200: listaPaginata(RicevutaIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getRicevuta = defineOperation({
  api: "riconciliazione",
  id: "getRicevuta",
  method: "GET",
  path: "/ricevute/{idDominio}/{iuv}/{idRicevuta}",
  summary: "Dettaglio di una ricevuta, in JSON o stampata (Accept: application/pdf)",
  description: "Di un avviso sconosciuto non c'è la pendenza, e quindi nemmeno la stampa: 404.",
  risorsa: "ricevute",
  auth: ["applicazione"],
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  // The printer is loaded at the first print.
  peso: "pdf",
  params: z.strictObject({ idDominio, iuv, idRicevuta }),
  responses: { 200: { "application/json": Ricevuta, "application/pdf": BINARIO } },
  errors: ["NON_TROVATO"],
});
