/** Totals for the books: of no API of GovPay, whose users add up the CSV of the collected amounts by hand. */
import * as z from "zod";
import { giorno, idDominio } from "../comuni/campi.ts";
import { elencoQuery } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const testo = opz(z.string());

export const GRUPPI = [
  "idUnitaOperativa",
  "idTipoPendenza",
  "annoEsercizio",
  "titolo",
  "tipologia",
  "categoria",
  "capitolo",
  "articolo",
  "accertamento",
] as const;

/** Only when asked for: no layout, and no export, has it. */
const GRUPPI_CHIESTI = [...GRUPPI, "regolaEsterna"] as const;

const totali = {
  quote: z.number().int().meta({ description: "Parti contate: una per ogni quota di ogni riscossione" }),
  pagato: z.number(),
  rendicontato: z.number().meta({ description: "Di ciò che è pagato, quanto un flusso rendiconta" }),
  incassato: z.number().meta({ description: "Di ciò che è pagato, quanto è riconciliato con la tesoreria" }),
} as const;

export const Accertamento = z
  .strictObject({
    ...{ idUnitaOperativa: testo, idTipoPendenza: testo, annoEsercizio: opz(z.number().int()) },
    regolaEsterna: opz(
      z
        .string()
        .meta({ description: "Regola che prende il pagamento di un altro intermediario, anche in prova; NESSUNA se nessuna lo prende" }),
    ),
    ...{ titolo: testo, tipologia: testo, categoria: testo, capitolo: testo, articolo: testo, accertamento: testo },
    ...totali,
  })
  .meta({ id: "Accertamento" });

export const ProspettoAccertamenti = z
  .strictObject({
    idDominio: z.string(),
    dataDa: z.iso.date(),
    dataA: z.iso.date(),
    gruppi: z.array(z.enum(GRUPPI_CHIESTI)),
    riscossioni: z.number().int(),
    totale: z.strictObject(totali),
    risultati: z.array(Accertamento),
  })
  .meta({ id: "ProspettoAccertamenti" });

export const findAccertamenti = defineOperation({
  api: "riconciliazione",
  id: "findAccertamenti",
  risorsa: "accertamenti",
  method: "GET",
  path: "/accertamenti",
  summary: "Pagato, rendicontato e incassato per ufficio, tipo di pendenza, capitolo, accertamento e quota",
  description:
    "Conta le riscossioni pagate tra dataDa e dataA, giorni di Roma compresi. Ogni riscossione si divide tra le quote contabili della sua voce: la somma delle parti è " +
    "l'importo riscosso, al centesimo. Se l'importo non è quello della voce le parti sono in proporzione, e i centesimi che avanzano vanno ai resti maggiori. Un gruppo " +
    "assente è ciò che la pendenza non dice. Non si contano le marche da bollo e ciò che va a enti non serviti. Al massimo 3000 riscossioni (una lettura per IUV e una ogni 500): " +
    "oltre serve un file, da un tracciato contabile con sorgente ACCERTAMENTI o da POST /esportazioni del Backoffice. Con Accept text/csv, lo stesso come CSV. " +
    "I pagamenti di cui qui non c'è la pendenza (altri intermediari, quote in avvisi di altri enti) hanno il tipo e la quota della prima regola dell'ente che li prende " +
    "(impostazioni, pagamentiEsterni.regole); con gruppi=regolaEsterna si vede quanti ne prende ciascuna, comprese quelle in prova.",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 512 },
  query: z
    .strictObject({
      idDominio,
      dataDa: giorno,
      dataA: giorno,
      gruppi: elencoQuery(z.enum(GRUPPI_CHIESTI), GRUPPI_CHIESTI.length).prefault(GRUPPI.join(",")),
    })
    .refine(({ dataDa, dataA }) => dataDa <= dataA, { path: ["dataDa"], error: "viene dopo dataA" }),
  responses: { 200: { "application/json": ProspettoAccertamenti, "text/csv": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO"],
});
