/** Collected amounts in the hands of an operator (reference 1.11, rows 74 and 75). */
import * as z from "zod";
import { idA2A, idDominio, identificativo35, idPendenza, idRicevuta, idTipoPendenza, iuv } from "../comuni/campi.ts";
import { campiTra, dataFiltro, elencoQuery, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { STATI_RISCOSSIONE, TIPI_RISCOSSIONE } from "../riconciliazione/modelli.ts";
import {
  CAMPI_RISCOSSIONE,
  filtriClassificazione,
  filtroTassonomia,
  LETTURA_CONTABILE,
  Riscossione,
  RiscossioneIndex,
  RiscossioneIndexParziale,
} from "./contabilita.ts";

const opz = z.exactOptional;
const risorsa = "riscossioni";

export const findRiscossioni = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findRiscossioni",
  path: "/riscossioni",
  summary: "Elenco delle riscossioni",
  description:
    "Con stato RISCOSSA si leggono quelle ancora da riconciliare. dataDa e dataA si riferiscono alla data del pagamento. idUnita, idTipoPendenza, direzione, " +
    "divisione e tassonomia sono quelli della pendenza quando è stata pagata.",
  risorsa,
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    campi: opz(campiTra(CAMPI_RISCOSSIONE)),
    idDominio: opz(idDominio),
    idA2A: opz(idA2A),
    idPendenza: opz(idPendenza),
    idUnita: opz(identificativo35),
    idTipoPendenza: opz(idTipoPendenza),
    stato: opz(z.enum(STATI_RISCOSSIONE)),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    tipo: opz(elencoQuery(z.enum(TIPI_RISCOSSIONE), TIPI_RISCOSSIONE.length)),
    iuv: opz(iuv),
    ...filtriClassificazione,
    tassonomia: filtroTassonomia,
    iur: opz(idRicevuta),
  }),
  responses: { 200: listaPaginata(z.union([RiscossioneIndex, RiscossioneIndexParziale])) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getRiscossione = defineOperation({
  ...LETTURA_CONTABILE,
  id: "getRiscossione",
  path: "/riscossioni/{idDominio}/{iuv}/{iur}/{indice}",
  summary: "Dettaglio di una riscossione, con la voce che paga",
  risorsa,
  params: z.strictObject({ idDominio, iuv, iur: idRicevuta, indice: z.coerce.number().int().min(1).max(99) }),
  responses: { 200: Riscossione },
  errors: ["NON_TROVATO"],
});
