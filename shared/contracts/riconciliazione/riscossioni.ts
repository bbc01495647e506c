/** Collected amounts (reference 1.7, rows 11 and 12). */
import * as z from "zod";
import { idDominio, idRicevuta, iuv } from "../comuni/campi.ts";
import { dataFiltro, elencoQuery, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { CAMPI_RISCOSSIONE, Riscossione, RiscossioneIndexParziale, STATI_RISCOSSIONE, TIPI_RISCOSSIONE } from "./modelli.ts";
import { ACL_LETTURA, ordinamento } from "./parametri.ts";

const opz = z.exactOptional;

export const filtriRiscossioni = {
  ordinamento: ordinamento("data"),
  idDominio: opz(idDominio),
  dataDa: opz(dataFiltro),
  dataA: opz(dataFiltro),
  stato: opz(z.enum(STATI_RISCOSSIONE)),
  tipo: opz(elencoQuery(z.enum(TIPI_RISCOSSIONE), 4)),
  iur: opz(idRicevuta),
} as const;

const Attribuzione = z
  .strictObject({ regola: z.string(), idTipoPendenza: z.string(), idEntrata: opz(z.string()), capitolo: opz(z.string()) })
  .meta({ id: "AttribuzioneEsterna" });

const RiscossioneElencata = RiscossioneIndexParziale.extend({
  attribuzione: opz(Attribuzione).meta({
    description: "Di un pagamento di cui qui non c'è la pendenza: la regola dell'ente che lo prende (impostazioni, pagamentiEsterni)",
  }),
}).meta({ id: "RiscossioneElencata" });

const CAMPI = z.enum([...CAMPI_RISCOSSIONE.options, "attribuzione"]);

export const findRiscossioni = defineOperation({
  api: "riconciliazione",
  id: "findRiscossioni",
  method: "GET",
  path: "/riscossioni",
  summary: "Elenco delle riscossioni",
  description: "Con stato RISCOSSA si leggono quelle ancora da riconciliare. dataDa e dataA si riferiscono alla data del pagamento.",
  risorsa: "riscossioni",
  auth: ["applicazione"],
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({ ...filtriRiscossioni, campi: opz(elencoQuery(CAMPI, 20)) }),
  responses: { 200: listaPaginata(RiscossioneElencata) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getRiscossione = defineOperation({
  api: "riconciliazione",
  id: "getRiscossione",
  method: "GET",
  path: "/riscossioni/{idDominio}/{iuv}/{iur}/{indice}",
  summary: "Dettaglio di una riscossione",
  risorsa: "riscossioni",
  auth: ["applicazione"],
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: z.strictObject({ idDominio, iuv, iur: idRicevuta, indice: z.coerce.number().int().min(1).max(99) }),
  responses: { 200: Riscossione },
  errors: ["NON_TROVATO"],
});
