/** Report of expected income (reference 1.11, row 3, and 6.2). */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { LETTURA_CONTABILE } from "./contabilita.ts";

const opz = z.exactOptional;
const testo = opz(z.string());
/** Each payment code of a page is a request of its own. */
const MASSIMO_PER_PAGINA = 500;

export const EntrataPrevistaIndex = z
  .strictObject({
    idA2A: testo,
    idPendenza: testo,
    idDominio: z.string(),
    iuv: z.string(),
    indice: z.number().int(),
    iur: z.string(),
    importoPagato: z.number(),
    dataPagamento: z.string().meta({ description: "Giorno, a Roma" }),
    idTipoPendenza: testo,
    idEntrata: testo,
    anno: opz(z.number().int()),
    identificativoDebitore: testo,
    idFlusso: testo.meta({ description: "Assente finché nessun PSP ha rendicontato la riscossione" }),
    numeroPagamenti: opz(z.number().int()).meta({ description: "Del flusso intero" }),
    importoTotale: opz(z.number()).meta({ description: "Del flusso intero" }),
    trn: testo,
    dataRegolamento: testo,
  })
  .meta({ id: "EntrataPrevistaIndex" });

export const findEntratePreviste = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findEntratePreviste",
  path: "/reportistiche/entrate-previste",
  summary: "Entrate previste: le riscossioni con il flusso che le rendiconta, in JSON o come prospetto PDF",
  description:
    "dataDa e dataA si riferiscono alla data del pagamento. In JSON a pagine di al più 500 elementi, in ordine di pagamento. Con Accept: application/pdf il " +
    "prospetto intero, senza pagine: per ente i flussi con le loro riscossioni e i totali, poi le riscossioni senza flusso; al più 3000 riscossioni, oltre " +
    "si usa POST /esportazioni con il contenuto entrate-previste.",
  risorsa: "reportistiche",
  peso: "pdf",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 1024 },
  query: queryLista({ idDominio: opz(idDominio), dataDa: opz(dataFiltro), dataA: opz(dataFiltro) }).refine(
    ({ risultatiPerPagina }) => risultatiPerPagina <= MASSIMO_PER_PAGINA,
    { path: ["risultatiPerPagina"], message: `al massimo ${MASSIMO_PER_PAGINA}` },
  ),
  responses: { 200: { "application/json": listaPaginata(EntrataPrevistaIndex), "application/pdf": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO"],
});
